import type { Envelopes, Line } from "./envelopes.ts";
import { withStaffKey, withWords } from "./opening.ts";

/** The words of the page, which stand in its template. */
function words(key: string): string {
  const page = document.getElementById("held-says") as HTMLTemplateElement;
  return page.content.querySelector(`[data-key="${key}"]`)?.textContent ?? key;
}

function show(place: Element, lines: Line[]): void {
  place.replaceChildren(
    ...lines.map(({ says, text }) => {
      const line = document.createElement("p");
      if (text === undefined) {
        line.textContent = words(says);
      } else {
        const name = document.createElement("strong");
        name.textContent = `${words(says)}: `;
        const opened = document.createElement("span");
        opened.textContent = text || words("empty");
        line.append(name, opened);
      }
      return line;
    }),
  );
}

/** Shows under each person what their keys open. Everything is fetched anew, so a look later shows what is left. */
export function held(element: HTMLElement): void {
  const look = async (place: Element, open: (all: Envelopes) => Promise<Line[]>) => {
    show(place, [{ says: "working" }]);
    const answer = await fetch(element.dataset.envelopes ?? "");
    if (!answer.ok) return location.reload();
    show(place, await open((await answer.json()) as Envelopes));
  };
  for (const button of element.querySelectorAll<HTMLElement>("button[data-who]")) {
    button.addEventListener("click", () => {
      const place = button.parentElement!.querySelector(".held-result")!;
      void look(place, async (all) => {
        const person = all.people.find(({ who }) => who === button.dataset.who);
        return person ? withStaffKey(all, person) : [{ says: "noteShut" }];
      });
    });
  }
  const form = element.querySelector<HTMLFormElement>(".held-words")!;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = form.querySelector("input")!.value;
    void look(form.parentElement!.querySelector(".held-result")!, (all) => withWords(all, typed));
  });
}
