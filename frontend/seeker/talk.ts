import { type Line, type Received, Thread } from "./messages.ts";
import { get, post } from "./request.ts";
import {
  type Conversation,
  Direction,
  fromBase64Url,
  openMessage,
  SealingError,
  sealMessage,
  toBase64Url,
} from "./sealing.ts";
import { clock, say } from "./texts.ts";
import { mark, part } from "./views.ts";

/** The talk on the screen, with the thread behind it. */
export interface Talk {
  readonly name: string;
  /** The pairing's number. */
  readonly pairing: number;
  refresh(): Promise<void>;
  allowWriting(allowed: boolean): void;
  forget(): void;
}

export function startTalk(of: { conversation: Conversation; name: string; pairing: number; pairingId: string }): Talk {
  const { conversation, name } = of;
  const thread = new Thread({
    open: (direction, sequence, envelope) =>
      openMessage(conversation, direction === 1 ? Direction.toSeeker : Direction.toSupporter, sequence, fromBase64Url(envelope)),
    seal: async (sequence, text) => toBase64Url(await sealMessage(conversation, Direction.toSupporter, sequence, text)),
    send: async (sequence, envelope) => {
      const answer = await post("/messages", { pairing: of.pairingId, sequence, envelope });
      if (answer.ok) return "kept";
      return answer.status === 409 ? "taken" : "refused";
    },
    fetch: async ({ mine, theirs }) => {
      const answer = await get(`/messages?afterMine=${mine}&afterTheirs=${theirs}`);
      return answer.ok ? ((await answer.json()) as { messages: Received[] }).messages : [];
    },
    now: () => new Date().toISOString(),
  });
  const list = document.getElementById("talk")!;
  const form = document.getElementById("compose") as HTMLFormElement;
  const box = form.elements.namedItem("message") as HTMLTextAreaElement;
  part("box").textContent = say("visit.talk.box", name);

  const draw = () => {
    const lines = thread.lines();
    part("talkEmpty").hidden = lines.length > 0;
    // Only what is new is added, so that a screen reader reads no line twice.
    const wanted = lines.map((line) => item(line, name));
    const same = wanted.findIndex((one, at) => !list.children[at]?.isEqualNode(one));
    const from = same < 0 ? wanted.length : same;
    while (list.children.length > from) list.lastElementChild?.remove();
    list.append(...wanted.slice(from));
  };
  const flush = async () => {
    draw();
    await thread.flush();
    draw();
  };

  form.onsubmit = async (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text) return;
    mark("message", null);
    try {
      await thread.write(text);
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      mark("message", say("visit.talk.over", error.over));
      return;
    }
    if (box.value.trim() === text) box.value = "";
    box.focus();
    await flush().catch(() => draw());
  };
  draw();

  return {
    name,
    pairing: of.pairing,
    refresh: async () => {
      await thread.fetch();
      await flush();
    },
    allowWriting: (allowed) => (form.hidden = !allowed),
    forget: () => {
      form.onsubmit = (event) => event.preventDefault();
      form.reset();
      list.replaceChildren();
    },
  };
}

/** What was opened enters the page as text and in no other way. */
function item(line: Line, name: string): HTMLLIElement {
  const element = document.createElement("li");
  const add = (kind: string, text: string) => {
    const span = document.createElement("span");
    span.className = kind;
    span.textContent = text;
    element.append(span);
    return span;
  };
  const who = (mine: boolean) => add("who", mine ? say("visit.talk.you") : name);
  switch (line.kind) {
    case "message":
      if (line.mine) element.classList.add("mine");
      who(line.mine);
      add("words", line.text).translate = false;
      add("when", clock(line.sentAt));
      break;
    case "waiting":
      element.classList.add("mine");
      who(true);
      add("words", line.text).translate = false;
      add("when", navigator.onLine ? say("visit.talk.sending") : say("visit.talk.queued"));
      break;
    case "refused":
      element.classList.add("refused");
      if (line.mine) element.classList.add("mine");
      add("words", say("visit.talk.refused"));
      if (!line.mine) add("when", say("visit.talk.refused.do"));
      break;
    case "gap":
      element.classList.add("gap");
      add("words", say("visit.talk.gap"));
      break;
  }
  return element;
}
