import type { Line } from "./messages.ts";

/** The page's words round the messages of a talk. */
export interface TalkWords {
  you: string;
  them: string;
  sending: string;
  queued: string;
  /** What the server would not take; `sending` where a page has no words for it. */
  notSent?: string;
  gap: string;
  refused: string;
  /** What to do where the other side's message was refused. */
  refusedDo: string;
  when: (instant: string) => string;
}

/** Puts the lines in the list. Only what is new is added, so that a screen reader reads no line twice. */
export function drawLines(list: HTMLElement, lines: readonly Line[], words: TalkWords): void {
  const wanted = lines.map((line) => item(line, words));
  const changed = wanted.findIndex((one, at) => !list.children[at]?.isEqualNode(one));
  const from = changed < 0 ? wanted.length : changed;
  while (list.children.length > from) list.lastElementChild?.remove();
  list.append(...wanted.slice(from));
}

/** What was opened enters the page as text and in no other way. */
function item(line: Line, words: TalkWords): HTMLLIElement {
  const element = document.createElement("li");
  const add = (kind: string, text: string) => {
    const span = document.createElement("span");
    span.className = kind;
    span.textContent = text;
    element.append(span);
    return span;
  };
  switch (line.kind) {
    case "message":
      if (line.mine) element.classList.add("mine");
      add("who", line.mine ? words.you : words.them);
      add("words", line.text).translate = false;
      add("when", words.when(line.sentAt));
      break;
    case "waiting":
      element.classList.add("mine");
      add("who", words.you);
      add("words", line.text).translate = false;
      if (line.refused) add("when", words.notSent ?? words.sending);
      else add("when", navigator.onLine ? words.sending : words.queued);
      break;
    case "refused":
      element.classList.add("refused");
      if (line.mine) element.classList.add("mine");
      add("words", words.refused);
      if (!line.mine) add("when", words.refusedDo);
      break;
    case "gap":
      element.classList.add("gap");
      add("words", words.gap);
      break;
  }
  return element;
}
