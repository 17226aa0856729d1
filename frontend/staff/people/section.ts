import { SealingError } from "../../crypto/index.ts";
import type { Listener } from "../../shared/api.ts";
import type { Signed } from "./signAndSend.ts";

/** A section of a page in which one `data-state` element shows at a time. */
export class Section {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.#root.querySelector<E>(selector);
    if (!found) throw new Error(`no ${selector} in this section`);
    return found;
  }

  onClick(selector: string, step: () => Promise<void>): void {
    this.find(selector).addEventListener("click", () => void this.run(step));
  }

  /** Shows one state, and takes whoever listens to the page there. */
  show(state: string): void {
    for (const element of this.#root.querySelectorAll<HTMLElement>("[data-state]")) {
      element.hidden = element.dataset.state !== state;
      if (!element.hidden) (element.matches("[tabindex]") ? element : element.querySelector<HTMLElement>("[tabindex]"))?.focus();
    }
  }

  /** What came of signing; a refusal this page has no words for is said as one. */
  showSigned(signed: Signed): void {
    const known = this.#root.querySelector(`[data-state="${CSS.escape(signed)}"]`);
    this.show(known ? signed : "refused");
  }

  waits(meanwhile: string): Listener {
    return (why) => this.show(why === null ? meanwhile : "lost");
  }

  /** Runs a step; what the sealing refuses is said at this place. */
  async run(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.show(error instanceof SealingError && error.reason === "not-loaded" ? "lost" : "refused");
      if (!(error instanceof SealingError)) throw error;
    }
  }
}
