import { inVisit } from "./place.ts";

/**
 * The other language is the same address again, in place of this one, so the history keeps one entry. Drafts live in
 * memory alone, so the page asks before it drops them.
 */
export function bindLanguage(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-language]");
  const question = document.getElementById("change-language");
  if (!link || !question) return;
  const change = () => location.replace(link.href + location.hash);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (!inVisit() && !hasDraft()) return change();
    question.hidden = false;
    question.querySelector("button")?.focus();
  });
  question.querySelector("[data-language-yes]")?.addEventListener("click", change);
  question.querySelector("[data-language-no]")?.addEventListener("click", () => {
    question.hidden = true;
    link.focus();
  });
}

function hasDraft(): boolean {
  const typed = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  return [...typed].some((field) =>
    field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
  );
}
