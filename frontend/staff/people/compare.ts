import { fromBase64Url, staffFingerprint } from "../../crypto/index.ts";
import { requireKey } from "../keys/store.ts";
import { fetchShown } from "../keys/shown.ts";
import { Section } from "./section.ts";
import { signFor } from "./signAndSend.ts";

/**
 * Comparing: shows the numbers of somebody's newest key, computed here from the key itself; what is then signed is this
 * very key, whatever the server says by then.
 */
export function compare(root: HTMLElement): void {
  const section = new Section(root);
  void section.run(async () => {
    section.show("working");
    const shown = await fetchShown(section.waits("working"));
    const newcomer = shown?.director?.newcomers.find((one) => one.member === root.dataset.member);
    if (!newcomer) return section.show("nothing");
    section.find("[data-digits]").textContent = await staffFingerprint(fromBase64Url(newcomer.publicKey));
    section.onClick("[data-same]", async () => {
      section.show("working");
      if (!(await requireKey(section.waits("working")))) return;
      section.showSigned(await signFor(newcomer));
    });
    section.onClick("[data-different]", async () => section.show("different"));
    section.show("compare");
  });
}
