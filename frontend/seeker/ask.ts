import { onLeaving } from "./leave.ts";
import { linkFingerprint } from "./place.ts";
import { getReady } from "./ready.ts";
import { say } from "./texts.ts";
import { mark, part, section, show, toFirstMark } from "./views.ts";
import { missing, reachable, readWish, readWords } from "./wish.ts";

export function bindAsking(): void {
  const form = document.getElementById("ask") as HTMLFormElement;
  const read = () => new FormData(form);
  const reach = document.getElementById("reach")!;

  form.addEventListener("change", () => (reach.hidden = !reachable(readWish(read()).ways)));
  // The sealing code comes while the first answers are given, so that nobody waits for it at the end.
  form.addEventListener("input", () => void getReady(), { once: true });
  bindUnsafe(form);
  form.addEventListener("input", (event) => mended(form, (event.target as HTMLInputElement).name));

  const go = () => {
    if (!complain(missing(readWish(read()), readWords(read())))) show("send");
  };
  form.querySelector("[data-on]")!.addEventListener("click", go);

  let sending = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!section("ask").hidden) return go(); // Enter in a field of the first screen
    if (sending || complain(missing(readWish(read()), readWords(read())))) return;
    sending = true;
    working(true);
    try {
      const { ask } = await import("./later.ts");
      const answer = await ask(readWish(read()), readWords(read()), linkFingerprint());
      switch (answer.kind) {
        case "sent":
          form.reset();
          reach.hidden = true;
          break;
        case "mend":
          complain(answer.messages, (message) => message);
          break;
        case "refused":
          part("refusedView").textContent = say(answer.why);
          show("refused");
          break;
      }
    } catch {
      complain({ send: "visit.do.failed" });
    } finally {
      sending = false;
      working(false);
    }
  });
  onLeaving(() => form.reset());
}

/**
 * Whoever opens "I am not safe" has said it: the tick is set, once, and can be taken away. Folded again, the summary
 * says what the tick would, so that nothing is told out of sight.
 */
function bindUnsafe(form: HTMLFormElement): void {
  const unsafe = document.getElementById("unsafe") as HTMLDetailsElement;
  const told = document.getElementById("told")!;
  const danger = form.elements.namedItem("danger") as HTMLInputElement;
  let opened = false;
  unsafe.addEventListener("toggle", () => {
    if (unsafe.open && !opened) danger.checked = opened = true;
    told.hidden = unsafe.open || !danger.checked;
  });
  form.addEventListener("reset", () => {
    opened = false;
    unsafe.open = false;
    told.hidden = true;
  });
}

/** What one has just put right no longer says that it is wrong. */
function mended(form: HTMLElement, field: string): void {
  if (field) mark(field, null);
  if (form.querySelector("[data-error]:not([hidden])")) return;
  for (const mend of form.querySelectorAll<HTMLElement>("[data-mend]")) mend.hidden = true;
}

function working(on: boolean): void {
  const view = section("send");
  view.querySelector<HTMLElement>("[data-working]")!.hidden = !on;
  view.querySelector("button[type=submit]")!.setAttribute("aria-disabled", String(on));
}

/**
 * Puts messages at their fields and goes to the first; what has no field of its own stands above the button. Says
 * whether there were any.
 */
function complain(messages: Record<string, string>, words: (message: string) => string = say): boolean {
  const form = document.getElementById("ask")!;
  for (const place of form.querySelectorAll<HTMLElement>("[data-error]")) mark(place.dataset.error ?? "", null);
  const rest = new Set<string>();
  for (const [field, message] of Object.entries(messages)) {
    if (!mark(field, words(message))) rest.add(words(message));
  }
  const any = Object.keys(messages).length > 0;
  for (const view of ["ask", "send"] as const) {
    const mend = section(view).querySelector<HTMLElement>("[data-mend]")!;
    mend.hidden = !any;
    mend.querySelector("[data-rest]")!.textContent = [...rest].join(" ");
  }
  const marked = form.querySelector<HTMLElement>("[data-error]:not([hidden])");
  if (marked) {
    if (marked.closest("[data-view]") === section("ask") && section("ask").hidden) show("ask");
    toFirstMark(form);
  }
  return any;
}
