/**
 * What is to be forgotten when the page goes registers here. It is told by an event of the document and not by a list,
 * since the first script and the later one are two bundles.
 */
export function onLeaving(forget: () => void): void {
  document.addEventListener(FORGET, forget, { once: true });
}

const FORGET = "holdfast:forget";

/** Takes keys, drafts and everything opened out of memory and off the screen. Done before any other page begins. */
export function wipe(): void {
  document.documentElement.classList.add("gone");
  document.dispatchEvent(new Event(FORGET));
  for (const form of document.forms) form.reset();
  for (const typed of document.querySelectorAll("textarea")) typed.value = "";
  document.body.replaceChildren();
}

/** Blank first, then away; this page's place in the history is taken over, so that Back does not lead here. */
export function leaveNow(to: string): void {
  wipe();
  location.replace(to);
}

/** Binds the button and Escape twice within a second; wipes when the page is left in any other way. */
export function bindLeaving(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-leave]");
  if (!link) return;
  const to = link.href;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leaveNow(to);
  });
  let last = Number.NEGATIVE_INFINITY;
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.repeat) return;
      if (event.timeStamp - last < 1000) leaveNow(to);
      last = event.timeStamp;
    },
    { capture: true },
  );
  addEventListener("pagehide", wipe);
  // Some browsers keep a page whole for Back and Forward, against no-store: begin anew, empty.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
