import { call } from "../../shared/api.ts";
import { type Received, Thread } from "../../shared/messages.ts";
import { drawLines, type TalkWords } from "../../shared/talkLines.ts";
import { type Conversation, Direction, fromBase64Url, openMessage, SealingError, sealMessage, toBase64Url } from "../../crypto/index.ts";
import { find, type TalkPage } from "./page.ts";

/** The messages on the page; `refresh` fetches what is new. */
export function startMessages(page: TalkPage, conversation: Conversation): { refresh: () => Promise<void> } {
  const offline = find(page, "[data-offline]");
  const told = (why: unknown) => (offline.hidden = why === null);
  const path = `${page.at}/messages`;
  const thread = new Thread({
    mine: Direction.toSeeker,
    open: (direction, sequence, envelope) => openMessage(conversation, direction, sequence, fromBase64Url(envelope)),
    seal: async (sequence, text) => toBase64Url(await sealMessage(conversation, Direction.toSeeker, sequence, text)),
    send: async (sequence, envelope) => {
      const headers = { "X-CSRF-TOKEN": page.csrf };
      const answer = await call({ path, method: "POST", body: { sequence, envelope }, headers }, told);
      if (answer.ok) return "kept";
      const { error } = (await answer.json().catch(() => ({}))) as { error?: string };
      return answer.status === 409 && error === "taken" ? "taken" : "refused";
    },
    fetch: async ({ mine, theirs }) => {
      const answer = await call({ path: `${path}?afterMine=${mine}&afterTheirs=${theirs}` }, told);
      return answer.ok ? ((await answer.json()) as { messages: Received[] }).messages : [];
    },
    // The server tells minutes.
    now: () => new Date(60_000 * Math.floor(Date.now() / 60_000)).toISOString(),
  });
  const list = find(page, "[data-messages-list]");
  const words = wordsOf(list);
  const draw = () => {
    const lines = thread.lines();
    find(page, "[data-messages-none]").hidden = lines.length > 0;
    drawLines(list, lines, words);
  };
  const flush = async () => {
    draw();
    await thread.flush();
    draw();
  };
  compose(page, (text) => thread.write(text), flush);
  find(page, "[data-messages]").hidden = false;
  return {
    refresh: async () => {
      await thread.fetch();
      await flush();
    },
  };
}

function compose(page: TalkPage, write: (text: string) => Promise<void>, flush: () => Promise<void>): void {
  const box = find<HTMLTextAreaElement>(page, "#f-message");
  const error = find(page, "#f-message-error");
  find<HTMLFormElement>(page, "[data-compose]").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text) return;
    error.hidden = true;
    box.removeAttribute("aria-invalid");
    try {
      await write(text);
    } catch (problem) {
      if (!(problem instanceof SealingError) || problem.reason !== "too-long") throw problem;
      error.textContent = (error.dataset.over ?? "").replace("{0}", String(problem.over));
      error.hidden = false;
      box.setAttribute("aria-invalid", "true");
      return;
    }
    if (box.value.trim() === text) box.value = "";
    box.focus();
    await flush();
  });
}

function wordsOf(list: HTMLElement): TalkWords {
  const { you = "", them = "", sending = "", waits = "", gap = "", refused = "" } = list.dataset;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const when = (instant: string) => format.format(new Date(instant));
  return { you, them, sending, queued: waits, gap, refused, refusedDo: list.dataset.refusedDo ?? "", when };
}
