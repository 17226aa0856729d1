import type { Note } from "../../crypto/index.ts";
import { find, type TalkPage } from "./page.ts";

const WRITTEN = ["callMe", "contact", "bestTime", "text"] as const;

/** Puts the opened note on the screen: as text and in no other way. */
export function showNote(page: TalkPage, note: Note): void {
  for (const name of WRITTEN) {
    const place = find(page, `[data-note="${name}"]`);
    const words = note[name].trim();
    place.textContent = words || (place.dataset.empty ?? "");
    place.classList.toggle("muted", !words);
  }
  const leave = find(page, "[data-leave-message]").dataset;
  const answer = note.leaveMessage === null ? leave.unsaid : note.leaveMessage ? leave.yes : leave.no;
  find(page, "[data-leave-message]").textContent = answer ?? "";
  const links = reach(note.contact);
  link(page, "[data-reach-call]", links.call);
  link(page, "[data-reach-text]", links.text);
  link(page, "[data-reach-mail]", links.mail);
  find(page, "[data-reach]").hidden = !links.call && !links.mail;
}

function link(page: TalkPage, selector: string, href: string | null): void {
  const element = find<HTMLAnchorElement>(page, selector);
  element.hidden = href === null;
  if (href !== null) element.href = href;
}

/** What can be tapped in what they typed: the first number of seven digits or more, else the first mail address. */
export function reach(contact: string): { call: string | null; text: string | null; mail: string | null } {
  const mail = /[\p{L}\p{N}.!#$%*+/^_{|}~-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/u.exec(contact)?.[0];
  const number = /\+?\d[\d\s().\-/]{5,}\d/.exec(mail ? contact.replace(mail, " ") : contact)?.[0];
  const digits = number?.replace(/[^\d+]/g, "") ?? "";
  const dial = digits.replace("+", "").length >= 7 ? digits : null;
  return {
    call: dial && `tel:${dial}`,
    text: dial && `sms:${dial}`,
    mail: mail ? `mailto:${encodeURIComponent(mail).replace("%40", "@")}` : null,
  };
}
