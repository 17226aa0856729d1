import { equal, test } from "../crypto/testing.ts";
import { type Hands, type Line, type Received, Thread } from "./messages.ts";

const NOON = "2026-03-03T12:00:00Z";

/** A server that keeps bytes by place, and a sealing that only marks: each sealing differs, as the real one does. */
class World {
  kept: Received[] = [];
  posted: string[] = [];
  sealings = 0;
  /** Says what happens to the next posts: taken in, taken in but the answer lost, or not let through. */
  trouble: ("lost answer" | "down")[] = [];

  readonly hands: Hands = {
    mine: 2,
    open: async (_direction, _sequence, envelope) => {
      if (envelope.startsWith("altered")) throw new Error("not-opened");
      return envelope.split("|")[1]!;
    },
    seal: async (sequence, text) => `${sequence}.${++this.sealings}|${text}`,
    send: async (sequence, envelope) => {
      const trouble = this.trouble.shift();
      if (trouble === "down") throw new TypeError();
      this.posted.push(envelope);
      const there = this.kept.find((one) => one.direction === 2 && one.sequence === sequence);
      if (there) return there.envelope === envelope ? "kept" : "taken";
      this.kept.push({ direction: 2, sequence, envelope, sentAt: NOON });
      if (trouble === "lost answer") throw new TypeError();
      return "kept";
    },
    fetch: async ({ mine, theirs }) =>
      this.kept.filter((one) => one.sequence > (one.direction === 2 ? mine : theirs)).slice(0, 2),
    now: () => NOON,
  };

  theirs(sequence: number, text: string, sentAt = NOON): void {
    this.kept.push({ direction: 1, sequence, envelope: `x|${text}`, sentAt });
  }
}

function plain(lines: Line[]): string[] {
  return lines.map((line) => {
    switch (line.kind) {
      case "message":
        return `${line.mine ? "me" : "them"}: ${line.text}`;
      case "waiting":
        return `${line.refused ? "not sent" : "waiting"}: ${line.text}`;
      default:
        return line.kind;
    }
  });
}

test("messages stand in their order, whatever order they come in", async () => {
  const world = new World();
  world.theirs(3, "three");
  world.theirs(1, "one", "2026-03-03T11:00Z");
  world.theirs(2, "two");
  const thread = new Thread(world.hands);
  await thread.fetch();
  equal(plain(thread.lines()), ["them: one", "them: two", "them: three"]);
});

test("what is missing shows as a gap, and is filled when it comes", async () => {
  const world = new World();
  world.theirs(1, "one");
  world.theirs(4, "four");
  const thread = new Thread(world.hands);
  await thread.fetch();
  equal(plain(thread.lines()), ["them: one", "gap", "them: four"]);
  world.theirs(2, "two");
  world.theirs(3, "three");
  await thread.fetch();
  equal(plain(thread.lines()), ["them: one", "them: two", "them: three", "them: four"]);
});

test("what was altered is said at its place, and not shown", async () => {
  const world = new World();
  world.theirs(1, "one");
  world.kept.push({ direction: 1, sequence: 2, envelope: "altered|evil", sentAt: NOON });
  const thread = new Thread(world.hands);
  await thread.fetch();
  equal(plain(thread.lines()), ["them: one", "refused"]);
});

test("a message whose answer was lost goes again as the same bytes, and stands there once", async () => {
  const world = new World();
  const thread = new Thread(world.hands);
  await thread.write("I am here");
  world.trouble = ["lost answer"];
  await thread.flush().catch(() => {});
  equal(plain(thread.lines()), ["waiting: I am here"]);
  await thread.flush();
  equal(plain(thread.lines()), ["me: I am here"]);
  equal(world.posted[0], world.posted[1]);
  equal(world.kept.length, 1);
});

test("our own message that came back before its answer is not shown twice", async () => {
  const world = new World();
  const thread = new Thread(world.hands);
  await thread.write("I am here");
  world.trouble = ["lost answer"];
  await thread.flush().catch(() => {});
  await thread.fetch();
  equal(plain(thread.lines()), ["me: I am here"]);
  await thread.flush();
  equal(world.posted.length, 1);
});

test("what is written without a connection goes out in order, once, when it is back", async () => {
  const world = new World();
  const thread = new Thread(world.hands);
  world.trouble = ["down"];
  await Promise.all([thread.write("first"), thread.write("second")]);
  await thread.flush().catch(() => {});
  equal(plain(thread.lines()), ["waiting: first", "waiting: second"]);
  await Promise.all([thread.flush(), thread.flush()]);
  equal(plain(thread.lines()), ["me: first", "me: second"]);
  equal(world.kept.map((one) => one.sequence), [1, 2]);
});

test("what the server will not take is said to be so, and tried again with the next", async () => {
  const world = new World();
  const thread = new Thread({ ...world.hands, send: async () => "refused" });
  await thread.write("too late");
  await thread.flush();
  equal(plain(thread.lines()), ["not sent: too late"]);
});

test("where another page wrote at our place, ours is sealed anew for the next", async () => {
  const world = new World();
  const thread = new Thread(world.hands);
  await thread.write("from this page");
  world.kept.push({ direction: 2, sequence: 1, envelope: "y|from the other", sentAt: NOON });
  await thread.flush();
  equal(plain(thread.lines()), ["me: from the other", "me: from this page"]);
  equal(world.kept.map((one) => one.envelope), ["y|from the other", "2.2|from this page"]);
});
