import { makeProgramKey, printedSheet, programFingerprint, toBase64Url, wrapProgramKey } from "../../crypto/index.ts";
import { staffPlace } from "../keys/place.ts";
import { requireKey } from "../keys/store.ts";
import { fetchShown, tellKeys } from "../keys/shown.ts";
import { Section } from "./section.ts";

/** The program's first key: made here, wrapped for the director who makes it, and written on the sheet. */
export function found(root: HTMLElement): void {
  const section = new Section(root);
  section.onClick("[data-found]", async () => {
    section.show("working");
    const mine = await requireKey(section.waits("working"));
    const shown = mine && (await fetchShown(section.waits("working")));
    if (!mine || !shown) return;
    const key = await makeProgramKey();
    const place = { program: staffPlace().program, holder: shown.member, keyNumber: mine.number };
    const wrapped = toBase64Url(await wrapProgramKey(key, mine.publicKey, place));
    const answer = await tellKeys("program", { publicKey: toBase64Url(key.publicKey), wrapped }, section.waits("working"));
    if (!answer.ok) return section.show(answer.why === "taken" ? "overtaken" : "refused");
    const words = await printedSheet(key);
    const items = words.map((word) => Object.assign(document.createElement("li"), { textContent: word }));
    section.find("[data-sheet]").replaceChildren(...items);
    const fingerprint = await programFingerprint(key.publicKey);
    section.find("[data-link]").textContent = `${location.origin}/p/${staffPlace().slug}#k=${fingerprint}`;
    section.show("done");
  });
}
