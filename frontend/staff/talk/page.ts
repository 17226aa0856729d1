/** The talk page as the server rendered it; the words for every state are already in it, hidden. */
export interface TalkPage {
  readonly root: HTMLElement;
  /** Address of the talk, such as /staff/harbor/talks/ID. */
  readonly at: string;
  readonly home: string;
  readonly csrf: string;
}

/** What the note's section shows; each is an element with `data-state`. */
export type NoteState = "working" | "locked" | "almost" | "nothing" | "older-key" | "lost" | "refused" | "open";

export function readPage(root: HTMLElement): TalkPage {
  const { at = "", home = "" } = root.dataset;
  return { root, at, home, csrf: document.body.dataset.csrf ?? "" };
}

export function find<E extends HTMLElement = HTMLElement>(page: TalkPage, selector: string): E {
  const found = page.root.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} on the talk page`);
  return found;
}

export function showState(page: TalkPage, state: NoteState): void {
  for (const element of page.root.querySelectorAll<HTMLElement>("[data-state]")) {
    element.hidden = element.dataset.state !== state;
  }
}
