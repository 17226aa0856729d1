import { makePassphrase, makeStaffKey, NIL_UUID, SealingError, staffFingerprint, toBase64Url, wrapStaffKey } from "../../crypto/index.ts";
import type { Listener } from "../../shared/api.ts";
import { staffPlace, wayBack } from "./place.ts";
import { fetchShown, type Shown, tellKeys } from "./shown.ts";
import { currentKey, forget, keep, keptAsBytes, type StaffKeyInUse, statementOf, unlock } from "./store.ts";

/** Each is an element with `data-state` on the page, all but one hidden. */
type State = "working" | "insecure" | "lost" | "signed-out" | "refused" | "make" | "words" | "unlock" | "open";

/** The page of one's own key: makes it, opens it, shows its numbers. */
export function keyPage(root: HTMLElement): void {
  new KeyPage(root).begin();
}

class KeyPage {
  readonly #root: HTMLElement;
  readonly #back = wayBack(new URLSearchParams(location.search).get("then"), staffPlace().slug, location.origin);
  #shown: Shown | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  begin(): void {
    if (!isSecureContext || !globalThis.crypto?.subtle) return this.#show("insecure");
    this.#find<HTMLAnchorElement>("[data-back]").href = this.#back;
    for (const button of this.#root.querySelectorAll("[data-make]")) {
      button.addEventListener("click", () => this.#do(() => this.#make()));
    }
    this.#find("[data-lock]").addEventListener("click", () => void forget().then(() => location.reload()));
    this.#find<HTMLFormElement>("[data-unlock-form]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#do(() => this.#unlock());
    });
    const field = this.#passphrase();
    this.#find<HTMLInputElement>("[data-reveal]").addEventListener("change", (event) => {
      field.type = (event.target as HTMLInputElement).checked ? "text" : "password";
    });
    this.#do(() => this.#look());
  }

  async #look(): Promise<void> {
    this.#show("working");
    this.#shown = await fetchShown(this.#waits("working"));
    if (!this.#shown) return this.#show("signed-out");
    const key = await currentKey(this.#waits("working"));
    if (key) return this.#open(key);
    this.#show(this.#shown.own.length > 0 ? "unlock" : "make");
  }

  /** The words are on the screen before anything is sent: a key whose words nobody has seen opens nothing, ever. */
  async #make(): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    this.#show("working");
    const number = 1 + Math.max(0, ...shown.own.map((own) => own.number));
    const words = await makePassphrase(document.documentElement.lang === "es" ? "es" : "en");
    const key = await makeStaffKey();
    const place = { program: NIL_UUID, account: shown.account, keyNumber: number };
    const wrapped = toBase64Url(await wrapStaffKey(words.join(" "), key, place));
    const list = this.#find("[data-words]");
    list.replaceChildren(...words.map((word) => Object.assign(document.createElement("li"), { textContent: word })));
    list.dataset.text = words.join(" ");
    const written = this.#find<HTMLButtonElement>("[data-written]");
    written.onclick = () =>
      this.#do(async () => {
        written.disabled = true;
        const body = { publicKey: toBase64Url(key.publicKey), wrapped };
        const answer = await tellKeys("staff", body, this.#waits("words"));
        written.disabled = false;
        list.replaceChildren();
        delete list.dataset.text;
        if (!answer.ok) return this.#look(); // made in another window meanwhile: that one is shown
        await this.#open(await keep(shown.account, number, key));
      });
    this.#show("words");
  }

  async #unlock(): Promise<void> {
    const field = this.#passphrase();
    this.#mistaken(false);
    if (!field.value.trim()) return this.#mistaken(true);
    this.#show("working");
    let opened: StaffKeyInUse;
    try {
      opened = await unlock(field.value, this.#waits("working"));
    } catch (error) {
      if (!(error instanceof SealingError) || error.reason !== "wrong-passphrase") throw error;
      this.#show("unlock");
      return this.#mistaken(true);
    }
    field.value = "";
    // A newer key than the one these words open is something to read about first.
    const newest = this.#shown?.own.every((own) => own.number <= opened.number);
    if (newest && new URLSearchParams(location.search).has("then")) return location.replace(this.#back);
    await this.#look();
  }

  async #open(key: StaffKeyInUse): Promise<void> {
    const shown = (this.#shown = (await fetchShown(this.#waits("working"))) ?? this.#shown!);
    const statement = await statementOf(shown);
    const signed = statement?.supporters.find((one) => one.id === shown.member);
    const here = toBase64Url(key.publicKey);
    const holds = shown.director?.programWraps.some((wrap) => wrap.keyNumber === key.number) ?? false;
    const counts = holds || (signed !== undefined && toBase64Url(signed.key) === here);
    this.#find("[data-digits]").textContent = await staffFingerprint(key.publicKey);
    this.#find("[data-counts]").hidden = !counts;
    this.#find("[data-compare-first]").hidden = counts;
    this.#find("[data-newer]").hidden = shown.own.every((own) => own.number <= key.number);
    this.#find("[data-as-bytes]").hidden = !(await keptAsBytes());
    this.#show("open");
  }

  #passphrase(): HTMLInputElement {
    return this.#find<HTMLInputElement>("#f-passphrase");
  }

  #mistaken(is: boolean): void {
    const field = this.#passphrase();
    this.#find("#f-passphrase-error").hidden = !is;
    if (is) {
      field.setAttribute("aria-invalid", "true");
      field.focus();
    } else field.removeAttribute("aria-invalid");
  }

  /** Runs one step; what the sealing refuses is said on the page. */
  #do(step: () => Promise<void>): void {
    step().catch((error: unknown) => {
      const offline = error instanceof SealingError && error.reason === "not-loaded";
      this.#show(offline ? "lost" : "refused");
      if (!(error instanceof SealingError)) throw error;
    });
  }

  #waits(meanwhile: State): Listener {
    return (why) => this.#show(why === null ? meanwhile : "lost");
  }

  #show(state: State): void {
    for (const element of this.#root.querySelectorAll<HTMLElement>("[data-state]")) {
      element.hidden = element.dataset.state !== state;
    }
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.#root.querySelector<E>(selector);
    if (!found) throw new Error(`no ${selector} on the key page`);
    return found;
  }
}
