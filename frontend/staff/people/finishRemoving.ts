import { requireKey } from "../keys/store.ts";
import { Section } from "./section.ts";
import { renew } from "./signAndSend.ts";

/** The last step of removing somebody: a new key for new notes, signed here. */
export function finishRemoving(root: HTMLElement): void {
  const section = new Section(root);
  section.onClick("[data-finish]", async () => {
    section.show("working");
    if (!(await requireKey(section.waits("working")))) return;
    const signed = await renew();
    section.showSigned(signed === "nothing" ? "done" : signed);
  });
}
