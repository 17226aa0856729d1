import { type Received, Thread } from "../shared/messages.ts";
import { drawLines, type TalkWords } from "../shared/talkLines.ts";
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
    mine: Direction.toSupporter,
    open: (direction, sequence, envelope) =>
      openMessage(conversation, direction, sequence, fromBase64Url(envelope)),
    seal: async (sequence, text) => toBase64Url(await sealMessage(conversation, Direction.toSupporter, sequence, text)),
    send: async (sequence, envelope) => {
      const answer = await post("/messages", { pairing: of.pairingId, sequence, envelope });
      if (answer.ok) return "kept";
      const { error } = (await answer.json().catch(() => ({}))) as { error?: string };
      return error === "taken" ? "taken" : "refused";
    },
    fetch: async ({ mine, theirs }) => {
      const answer = await get(`/messages?afterMine=${mine}&afterTheirs=${theirs}`);
      return answer.ok ? ((await answer.json()) as { messages: Received[] }).messages : [];
    },
    // As coarse as the server's own times, so that both sides' messages sort alike.
    now: () => new Date(60_000 * Math.floor(Date.now() / 60_000)).toISOString(),
  });
  const list = document.getElementById("talk")!;
  const form = document.getElementById("compose") as HTMLFormElement;
  const box = form.elements.namedItem("message") as HTMLTextAreaElement;
  part("box").textContent = say("visit.talk.box", name);
  const words: TalkWords = {
    you: say("visit.talk.you"),
    them: name,
    sending: say("visit.talk.sending"),
    queued: say("visit.talk.queued"),
    notSent: say("visit.talk.notSent"),
    gap: say("visit.talk.gap"),
    refused: say("visit.talk.refused"),
    refusedDo: say("visit.talk.refused.do"),
    when: clock,
  };

  const draw = () => {
    const lines = thread.lines();
    part("talkEmpty").hidden = lines.length > 0;
    drawLines(list, lines, words);
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
