import { bindBehaviours } from "../shared/behaviours.ts";
import { bindAsking } from "./ask.ts";
import { bindLanguage } from "./language.ts";
import { bindLeaving } from "./leave.ts";
import { type View, show } from "./views.ts";
import { bindWords } from "./words.ts";

bindLeaving();
bindBehaviours({});

if (document.getElementById("visit")) {
  document.getElementById("unready")?.remove();
  // Without a secure context nothing can be closed in the browser: then the page asks for nothing.
  const secure = isSecureContext && globalThis.crypto?.subtle !== undefined;
  for (const notice of document.querySelectorAll<HTMLElement>("[data-insecure]")) notice.hidden = secure;
  for (const form of document.querySelectorAll<HTMLElement>("[data-secure]")) form.hidden = !secure;

  for (const button of document.querySelectorAll<HTMLElement>("[data-go]")) {
    button.addEventListener("click", () => show(button.dataset.go as View));
  }
  for (const button of document.querySelectorAll<HTMLElement>("[data-fold]")) {
    button.addEventListener("click", () => button.closest("details")?.removeAttribute("open"));
  }
  bindLanguage();
  bindAsking();
  bindWords();
}
