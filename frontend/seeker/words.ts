import { getReady } from "./ready.ts";
import { say } from "./texts.ts";
import { mark, part, section, show } from "./views.ts";

/** Coming back with the seven words. */
export function bindWords(): void {
  const form = document.getElementById("words") as HTMLFormElement;
  const field = form.elements.namedItem("words") as HTMLTextAreaElement;
  const working = section("words").querySelector<HTMLElement>("[data-working]")!;
  field.addEventListener("input", () => void getReady(), { once: true });
  // Seven words are one line: Enter sends them.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    mark("words", null);
    working.hidden = false;
    try {
      const { comeBack } = await import("./later.ts");
      const answer = await comeBack(field.value);
      switch (answer.kind) {
        case "open":
          form.reset();
          break;
        case "not":
          mark("words", say(answer.why));
          field.focus();
          break;
        case "refused":
          part("refusedView").textContent = say(answer.why);
          show("refused");
          break;
      }
    } catch {
      mark("words", say("visit.do.failed"));
    } finally {
      busy = false;
      working.hidden = true;
    }
  });
}
