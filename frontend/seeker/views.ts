/** Every view of the one document. */
export type View =
  | "home"
  | "how"
  | "help"
  | "worried"
  | "ask"
  | "send"
  | "sent"
  | "skipped"
  | "words"
  | "request"
  | "erased"
  | "refused";

/** The section of a view. */
export function section(view: View): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-view="${view}"]`)!;
}

/** Shows one view, and moves there who reads with a voice: focus goes to its heading. */
export function show(view: View): void {
  const arriving = section(view);
  for (const other of document.querySelectorAll<HTMLElement>("[data-view]")) {
    other.hidden = other !== arriving;
    other.classList.toggle("arrives", other === arriving);
  }
  for (const open of arriving.querySelectorAll<HTMLDetailsElement>("details.fold[open]")) {
    if (view === "request") open.open = false;
  }
  scrollTo(0, 0);
  arriving.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}

/** A named part of a view. */
export function part<E extends HTMLElement = HTMLElement>(name: string): E {
  return document.querySelector<E>(`[data-part="${name}"]`)!;
}

/** Shows a part with these words, or hides it when there are none. */
export function put(name: string, words: string | null): void {
  const element = part(name);
  element.hidden = words === null;
  element.textContent = words;
}

/** The message at a field; `null` takes it away. Says whether the page has such a field. */
export function mark(field: string, message: string | null): boolean {
  const place = document.querySelector<HTMLElement>(`[data-error="${CSS.escape(field)}"]`);
  if (!place) return false;
  place.hidden = message === null;
  place.textContent = message;
  for (const control of document.getElementsByName(field)) {
    if (message === null) control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
  }
  return true;
}

/** Goes to the first field with a message, opening what is folded round it. */
export function toFirstMark(within: HTMLElement): void {
  const place = within.querySelector<HTMLElement>("[data-error]:not([hidden])");
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  document.getElementsByName(place.dataset.error ?? "")[0]?.focus();
}
