/** A small thing that an element does. It is given the element once, when the page begins. */
export type Behaviour = (element: HTMLElement) => void;

/**
 * Binds every element with `data-behaviour="name other-name"` to the behaviours of those names. A name nobody knows is
 * a mistake in a page, and said so where the tests see it.
 */
export function bindBehaviours(behaviours: Record<string, Behaviour>, within: ParentNode = document): void {
  const all: Record<string, Behaviour> = { ...common, ...behaviours };
  for (const element of within.querySelectorAll<HTMLElement>("[data-behaviour]")) {
    for (const name of (element.dataset.behaviour ?? "").split(/\s+/)) {
      const behaviour = Object.hasOwn(all, name) ? all[name] : undefined;
      if (behaviour) behaviour(element);
      else console.error(`no behaviour ${name}`);
    }
  }
}

/** What pages of both sides use. */
const common: Record<string, Behaviour> = {
  /** Reads an element out and moves there when the page opens: the list of what to mend. */
  "take-focus": (element) => element.focus(),

  /** A form that is sent once, however often its button is tapped. */
  "send-once": (element) => {
    element.addEventListener("submit", (event) => {
      if (element.dataset.sent) event.preventDefault();
      element.dataset.sent = "yes";
    });
    // Back from the next page: it may be sent again.
    addEventListener("pageshow", () => delete element.dataset.sent);
  },

  /** Puts the text of the element named by `data-copies` on the clipboard; `data-done` is said for a moment. */
  copy: (element) => {
    const plain = element.textContent ?? "";
    element.addEventListener("click", async () => {
      const from = document.getElementById(element.dataset.copies ?? "");
      await navigator.clipboard.writeText((from?.dataset.text ?? from?.textContent ?? "").trim());
      element.textContent = element.dataset.done ?? plain;
      setTimeout(() => (element.textContent = plain), 4000);
    });
  },

  /** Asks once more, in place, before a form that cannot be undone: the first tap shows what `data-shows` names. */
  confirm: (element) => {
    element.addEventListener("click", () => {
      const question = document.getElementById(element.dataset.shows ?? "");
      if (!question) return;
      question.hidden = !question.hidden;
      element.setAttribute("aria-expanded", String(!question.hidden));
      if (!question.hidden) question.querySelector<HTMLElement>("button, a, input")?.focus();
    });
  },
};
