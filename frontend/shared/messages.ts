/** 1 is to the asker, 2 from the asker. */
export type Way = 1 | 2;

/** As the server hands them out. */
export interface Received {
  direction: Way;
  sequence: number;
  /** base64url */
  envelope: string;
  sentAt: string;
}

/** One line of the talk on the screen. */
export type Line =
  | { kind: "message"; mine: boolean; text: string; sentAt: string }
  | { kind: "refused"; mine: boolean; sentAt: string }
  | { kind: "gap"; mine: boolean }
  | { kind: "waiting"; text: string; refused: boolean };

/** What became of a message that was sent: kept, or its place was taken by other bytes, or the server refused it. */
export type Sent = "kept" | "taken" | "refused";

/** How a thread reaches the sealing and the server. */
export interface Hands {
  /** The direction in which this side writes. */
  mine: Way;
  open: (direction: Way, sequence: number, envelope: string) => Promise<string>;
  seal: (sequence: number, text: string) => Promise<string>;
  send: (sequence: number, envelope: string) => Promise<Sent>;
  fetch: (seen: { mine: number; theirs: number }) => Promise<Received[]>;
  now: () => string;
}

interface Kept {
  sequence: number;
  sentAt: string;
  /** null where it did not open */
  text: string | null;
  arrival: number;
}

/**
 * The messages of one conversation: in order, each once, with what is missing shown; and those that still wait to go
 * out, each at its place with its bytes, so that a repeat is the same message and not a second one.
 */
export class Thread {
  readonly #hands: Hands;
  readonly #mine = new Map<number, Kept>();
  readonly #theirs = new Map<number, Kept>();
  #queue: { sequence: number; text: string; envelope: string }[] = [];
  #refused = false;
  #sending: Promise<void> | null = null;
  #fetching: Promise<void> = Promise.resolve();
  #writing: Promise<void> = Promise.resolve();
  #arrivals = 0;

  constructor(hands: Hands) {
    this.#hands = hands;
  }

  /** Fetches what is new, one fetch at a time. */
  fetch(): Promise<void> {
    this.#fetching = this.#fetching.catch(() => {}).then(async () => {
      for (let before = -1; before < this.#mine.size + this.#theirs.size; ) {
        before = this.#mine.size + this.#theirs.size;
        const seen = { mine: unbroken(this.#mine), theirs: unbroken(this.#theirs) };
        for (const message of await this.#hands.fetch(seen)) await this.#take(message);
      }
    });
    return this.#fetching;
  }

  /** Puts a message in the queue, sealed; `flush` sends it. Refuses, as the sealing does, what is too long. */
  write(text: string): Promise<void> {
    const written = this.#writing.catch(() => {}).then(async () => {
      const sequence = Math.max(highest(this.#mine), ...this.#queue.map((one) => one.sequence)) + 1;
      this.#queue.push({ sequence, text, envelope: await this.#hands.seal(sequence, text) });
    });
    this.#writing = written;
    return written;
  }

  /** Sends the queue, in order. Whoever calls while it is being sent waits for the same end. */
  flush(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null));
    return this.#sending;
  }

  /** From the oldest on; what waits comes last. */
  lines(): Line[] {
    const mine = withGaps(this.#mine, true);
    const theirs = withGaps(this.#theirs, false);
    const lines: Line[] = [];
    while (mine.length > 0 || theirs.length > 0) lines.push(earlier(mine, theirs).shift()!.line);
    return [...lines, ...this.#queue.map(({ text }): Line => ({ kind: "waiting", text, refused: this.#refused }))];
  }

  async #take(message: Received): Promise<void> {
    const side = message.direction === this.#hands.mine ? this.#mine : this.#theirs;
    if (side.has(message.sequence)) return;
    const text = await this.#hands.open(message.direction, message.sequence, message.envelope).catch(() => null);
    const { sequence, sentAt } = message;
    side.set(sequence, { sequence, sentAt, text, arrival: this.#arrivals++ });
    // Our own, come back: it had been kept, only the answer was lost.
    if (side === this.#mine) {
      this.#queue = this.#queue.filter((one) => one.sequence !== sequence || one.envelope !== message.envelope);
    }
  }

  async #sendAll(): Promise<void> {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const sent = await this.#hands.send(next.sequence, next.envelope);
      this.#refused = sent === "refused";
      switch (sent) {
        case "kept":
          this.#queue = this.#queue.filter((one) => one !== next);
          if (!this.#mine.has(next.sequence)) {
            const { sequence, text } = next;
            this.#mine.set(sequence, { sequence, text, sentAt: this.#hands.now(), arrival: this.#arrivals++ });
          }
          break;
        case "taken":
          await this.#moveOn();
          // Said to be taken, and nothing there to see: no use in trying for ever.
          if (!this.#mine.has(next.sequence)) return;
          break;
        case "refused":
          return;
      }
    }
  }

  /** Another page of ours wrote at this place: learn of it, then close what waits anew for the places after it. */
  async #moveOn(): Promise<void> {
    await this.fetch();
    let sequence = highest(this.#mine);
    const anew = [];
    for (const { text } of this.#queue) {
      sequence += 1;
      anew.push({ sequence, text, envelope: await this.#hands.seal(sequence, text) });
    }
    this.#queue = anew;
  }
}

function highest(side: Map<number, Kept>): number {
  return Math.max(0, ...side.keys());
}

/** Up to here nothing is missing; what comes late is asked for again. */
function unbroken(side: Map<number, Kept>): number {
  let count = 0;
  while (side.has(count + 1)) count++;
  return count;
}

interface Placed {
  sentAt: string;
  arrival: number;
  line: Line;
}

function withGaps(side: Map<number, Kept>, mine: boolean): Placed[] {
  const placed: Placed[] = [];
  let last: Kept | undefined;
  for (const kept of [...side.values()].sort((one, other) => one.sequence - other.sequence)) {
    const { sentAt, arrival, text } = kept;
    if (kept.sequence > (last?.sequence ?? 0) + 1) placed.push({ sentAt, arrival, line: { kind: "gap", mine } });
    placed.push({
      sentAt,
      arrival,
      line: text === null ? { kind: "refused", mine, sentAt } : { kind: "message", mine, text, sentAt },
    });
    last = kept;
  }
  return placed;
}

/** Each side keeps its own order whatever the clock says; between the sides the clock decides, then who came first. */
function earlier(mine: Placed[], theirs: Placed[]): Placed[] {
  const [one, other] = [mine[0], theirs[0]];
  if (!one) return theirs;
  if (!other) return mine;
  const apart = Date.parse(one.sentAt) - Date.parse(other.sentAt);
  if (apart !== 0) return apart < 0 ? mine : theirs;
  return one.arrival < other.arrival ? mine : theirs;
}
