import { forgetVisit, openRequest, post, startVisit } from "./request.ts";
import type { SeekerKeys, VerifiedStatement } from "./sealing.ts";
import { say } from "./texts.ts";
import { section, show } from "./views.ts";

export interface Sent {
  phrase: string[];
  keys: SeekerKeys;
  code: string;
  state: string;
  /** Without the words there would be no way to an answer. */
  needsWords: boolean;
  statement: VerifiedStatement;
}

/** The request is away; now its return words, big, to be kept or done without. */
export function showSent(sent: Sent): void {
  const view = section("sent");
  const seen = { fingerprint: sent.statement.fingerprint, statementNumber: sent.statement.number };
  startVisit({ keys: sent.keys, phrase: sent.phrase, seen });

  const when = { waiting: sent.state !== "PARKED", parked: sent.state === "PARKED", skippable: !sent.needsWords };
  for (const element of view.querySelectorAll<HTMLElement>("[data-when]")) {
    element.hidden = !when[element.dataset.when as keyof typeof when];
  }
  const list = document.getElementById("phrase")!;
  writePhrase(list, sent.phrase);
  show("sent");

  const failed = view.querySelector<HTMLElement>("[data-failed]")!;
  const kept = view.querySelector<HTMLButtonElement>('[data-do="kept"]')!;
  kept.onclick = async () => {
    failed.hidden = true;
    kept.setAttribute("aria-disabled", "true");
    const answer = await post("/words");
    kept.removeAttribute("aria-disabled");
    if (!answer.ok) {
      failed.hidden = false;
      return;
    }
    writePhrase(list, []);
    await openRequest();
  };
  view.querySelector<HTMLButtonElement>('[data-do="skip"]')!.onclick = () => {
    writePhrase(list, []);
    forgetVisit();
    section("skipped").querySelector("[data-code]")!.textContent = say("visit.sent.code", sent.code);
    show("skipped");
  };
}

/** Words in a numbered list; `data-text` is what the copy button takes. */
export function writePhrase(list: HTMLElement, phrase: readonly string[]): void {
  list.replaceChildren(
    ...phrase.map((word) => {
      const item = document.createElement("li");
      item.textContent = word;
      return item;
    }),
  );
  if (phrase.length > 0) list.dataset.text = phrase.join(" ");
  else delete list.dataset.text;
}
