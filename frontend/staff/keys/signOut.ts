import { forget } from "./store.ts";

/** A form that signs out: first the key goes from this browser, then the session from the server. */
export function signOut(form: HTMLElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void forget().finally(() => (form as HTMLFormElement).submit());
  });
}

/** A page that is seen only while nobody is signed in: no key stays open here, however the session ended. */
export function signedOut(): void {
  void forget();
}
