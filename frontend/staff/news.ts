import { listen } from "../shared/stream.ts";

/** Whether somebody is in the middle of something that a reload would take away. */
function busy(): boolean {
  const typed = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main textarea, main input")].some(
    (field) => !["hidden", "radio", "checkbox", "submit"].includes(field.type) && field.value !== field.defaultValue,
  );
  const chosen = [...document.querySelectorAll<HTMLInputElement>("main input[type=radio], main input[type=checkbox]")].some(
    (field) => field.checked !== field.defaultChecked,
  );
  return typed || chosen || document.querySelector("main details[open]") !== null;
}

/**
 * A live page: loads again when something is new, or says so where a reload would disturb. A page that refreshes a part
 * of itself (the talk) takes the news first: it cancels the event.
 */
export function news(element: HTMLElement): void {
  const leaving = new AbortController();
  addEventListener("pagehide", () => leaving.abort());
  // That the stream began, and its first event, are no news: the page was rendered a moment ago.
  let beginnings = 2;
  void listen(element.dataset.stream ?? "", {}, leaving.signal, () => {
    if (beginnings-- > 0) return;
    if (document.dispatchEvent(new Event("holdfast-news", { cancelable: true }))) reloadOrSay();
  });
}

/** Shows what is new by loading the page again; where that would disturb, a line says so and waits for a tap. */
export function reloadOrSay(): void {
  if (!busy()) return location.reload();
  for (const words of document.querySelectorAll<HTMLElement>("[data-stream] p")) words.hidden = false;
}
