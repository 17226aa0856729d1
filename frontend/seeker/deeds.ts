import { linkFingerprint, place } from "./place.ts";
import { statementNow } from "./program.ts";
import { forgetVisit, post, refreshLater, theVisit } from "./request.ts";
import { roomLeft, sealNote, toBase64Url } from "./sealing.ts";
import { say } from "./texts.ts";
import { mark, part, section, show } from "./views.ts";
import { isAddress, reachable } from "./wish.ts";

/** What one can do with one's request; each button names its deed. */
const deeds: Record<string, (button: HTMLElement) => Promise<boolean>> = {
  yes: () => answerName(true),
  no: () => answerName(false),
  change: () => plain("/change"),
  "check-in": (button) => plain("/check-in", { weeks: Number(button.dataset.weeks) }),
  "follow-up": (button) => followUp(Number(button.dataset.weeks)),
  end: () => plain("/ending"),
  reopen: () => plain("/reopening"),
  erase: async () => {
    const answer = await post("", undefined, "DELETE");
    // Gone already, from another page of ours: that is what was asked for.
    if (!answer.ok && answer.status !== 404) return false;
    forgetVisit();
    show("erased");
    return true;
  },
  close: async () => {
    forgetVisit();
    show("home");
    return true;
  },
};

async function plain(path: string, body: unknown = {}): Promise<boolean> {
  const answer = await post(path, body);
  if (answer.ok) {
    for (const fold of section("request").querySelectorAll<HTMLDetailsElement>("details.fold[open]")) fold.open = false;
    await refreshLater();
    section("request").querySelector<HTMLElement>("h1")?.focus();
  } else {
    // Refused, most often since the request has moved on meanwhile: show where it is.
    void refreshLater();
  }
  return answer.ok;
}

async function answerName(yes: boolean): Promise<boolean> {
  const held = theVisit().view?.held;
  return held ? plain("/name-answer", { offerId: held.offerId, yes }) : false;
}

/** One mail on a later day; the address is a notice address, not part of the request. */
async function followUp(weeks: number): Promise<boolean> {
  const form = part<HTMLFormElement>("followUp");
  const address = String(new FormData(form).get("followUp") ?? "").trim();
  const fits = isAddress(address);
  mark("followUp", fits ? null : say("visit.do.followUp.bad"));
  if (!fits) return true;
  const done = await plain("/follow-up", { address, weeks });
  if (done) form.reset();
  return done;
}

/** Closes the words once more, for the present readers, when nobody could open the first. */
async function sendAgain(form: HTMLFormElement): Promise<boolean> {
  const { keys, view, seen } = theVisit();
  if (!view) return false;
  const data = new FormData(form);
  const one = (name: string) => String(data.get(name) ?? "").trim();
  const reach = reachable(view.ways);
  const note = {
    text: one("againText"),
    contact: reach ? one("againContact") : "",
    bestTime: reach ? one("againBestTime") : "",
    leaveMessage: reach ? data.has("againMessage") : null,
    callMe: one("againCallMe"),
    seekerKey: toBase64Url(keys.publicKey),
  };
  const over = -roomLeft(note);
  mark("againText", over > 0 ? say("visit.send.over", over) : null);
  mark("againContact", reach && !note.contact ? say("visit.ask.contact.missing") : null);
  if (over > 0 || (reach && !note.contact)) return true;
  const { intake } = await statementNow(seen, linkFingerprint());
  const sealed = await sealNote(note, { program: place().program, request: view.id, intake });
  const done = await plain("/note", { note: toBase64Url(sealed), intakeNumber: intake.number });
  if (done) form.reset();
  return done;
}

let bound = false;

/** Binds the buttons of the request, once. */
export function bindDeeds(): void {
  if (bound) return;
  bound = true;
  const failed = section("request").querySelector<HTMLElement>("[data-failed]")!;
  const run = async (button: HTMLElement, deed: () => Promise<boolean>) => {
    if (button.getAttribute("aria-disabled") === "true") return;
    failed.hidden = true;
    button.setAttribute("aria-disabled", "true");
    try {
      failed.hidden = await deed();
    } catch {
      failed.hidden = false;
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };
  for (const button of section("request").querySelectorAll<HTMLElement>("[data-do]")) {
    const deed = deeds[button.dataset.do ?? ""];
    if (deed) button.addEventListener("click", () => void run(button, () => deed(button)));
  }
  const again = part<HTMLFormElement>("again");
  again.addEventListener("submit", (event) => {
    event.preventDefault();
    void run(again.querySelector<HTMLElement>("button[type=submit]")!, () => sendAgain(again));
  });
}
