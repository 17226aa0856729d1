import { call, type Listener } from "../../shared/api.ts";
import { type Note, SealingError } from "../../crypto/index.ts";
import { reloadOrSay } from "../news.ts";
import { startMessages } from "./messages.ts";
import { mine } from "./mine.ts";
import { showNote } from "./note.ts";
import { type Envelopes, forTheNext, type Mine, openTalk } from "./opening.ts";
import { find, readPage, showState, type TalkPage } from "./page.ts";

/** The talk page: opens what they wrote in this browser, and everything that needs it. */
export function talk(root: HTMLElement): void {
  const page = readPage(root);
  void open(page).catch((error: unknown) => {
    if (!(error instanceof SealingError)) throw error;
    showState(page, "refused");
  });
}

/** This talk was handed on a moment ago; the next page is on its way. */
let leaving = false;

/** The talk is over, or somebody else's now. */
class Gone extends Error {}

async function open(page: TalkPage): Promise<void> {
  showState(page, "working");
  const waits: Listener = (why) => showState(page, why === null ? "working" : "lost");
  const found = await mine(waits);
  if (typeof found === "string") return showState(page, found);
  let now: Envelopes | null = null;
  const fetchEnvelopes = async () => (now = await envelopesOf(page, waits));
  const keep = async (opening: string, copy: string) => {
    const answer = await post(page, "opening", { opening, copy }, waits);
    if (answer.ok) return "kept";
    if (answer.status === 409) return "taken";
    throw new Gone();
  };
  try {
    const opened = await openTalk(fetchEnvelopes, found, keep);
    const envelopes = now as Envelopes | null;
    if (opened.kind !== "open" || !envelopes) return showState(page, opened.kind);
    const request = envelopes.requestId;
    showNote(page, opened.note);
    showState(page, "open");
    bindPassingOn(page, opened.note, request, found);
    if (envelopes.changeAsked) return await passOn(page, opened.note, request, found);
    const messages = startMessages(page, opened.conversation);
    document.addEventListener("holdfast-news", (event) => {
      event.preventDefault();
      if (leaving) return;
      void messages.refresh().then(async () => {
        const later = await envelopesOf(page, () => {}).catch(() => null);
        const changed = later?.changeAsked !== envelopes.changeAsked || (later.state === "ENDED") !== (envelopes.state === "ENDED");
        if (changed) reloadOrSay();
      });
    });
    await messages.refresh();
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    location.replace(page.home);
  }
}

async function envelopesOf(page: TalkPage, waits: Listener): Promise<Envelopes> {
  const answer = await call({ path: `${page.at}/envelopes` }, waits);
  if (!answer.ok) throw new Gone();
  return (await answer.json()) as Envelopes;
}

function post(page: TalkPage, path: string, body: unknown, waits: Listener): Promise<Response> {
  return call({ path: `${page.at}/${path}`, method: "POST", body, headers: { "X-CSRF-TOKEN": page.csrf } }, waits);
}

/** Their words are closed again in the same step, so that nothing is lost and nobody else can read them meanwhile. */
function bindPassingOn(page: TalkPage, note: Note, request: string, found: Mine): void {
  find(page, "[data-pass-on-go]").hidden = false;
  find(page, "[data-lost-key]").hidden = true;
  find<HTMLFormElement>(page, "[data-pass-on-form]").addEventListener("submit", (event) => {
    event.preventDefault();
    void passOn(page, note, request, found);
  });
}

async function passOn(page: TalkPage, note: Note, request: string, found: Mine): Promise<void> {
  const failed = find(page, "[data-pass-on-failed]");
  const button = find<HTMLButtonElement>(page, "[data-pass-on-go]");
  failed.hidden = true;
  button.disabled = true;
  leaving = true;
  const sealed = await forTheNext(note, request, found);
  const answer = await post(page, "pass-on", sealed, () => {});
  // 404: it went back already, so there is nothing left to do here.
  if (answer.ok || answer.status === 404) return location.replace(`${page.home}?said=passed`);
  leaving = false;
  button.disabled = false;
  failed.hidden = false;
}
