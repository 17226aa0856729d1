import { fromBase64Url, NIL_UUID, unwrapStaffKey } from "../crypto/index.ts";
import { forgetPin, readPin } from "../staff/keys/pins.ts";
import { keep } from "../staff/keys/store.ts";

/** What the server says about whom this browser just became; bytes are base64url. */
interface Unlock {
  program: string;
  slug: string;
  account: string;
  keyNumber: number;
  publicKey: string;
  wrapped: string;
  passphrase: string;
}

/** One click in place of a mailed code and a typed passphrase: the rest is as for everybody. */
export function become(form: HTMLElement): void {
  const working = document.getElementById("become-working")!;
  const failed = document.getElementById("become-failed")!;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    working.hidden = false;
    failed.hidden = true;
    signIn(form as HTMLFormElement).catch(() => {
      working.hidden = true;
      failed.hidden = false;
    });
  });
}

async function signIn(form: HTMLFormElement): Promise<void> {
  const token = form.querySelector<HTMLInputElement>("input[name=_csrf]")!.value;
  const answer = await fetch(form.action, { method: "POST", headers: { "X-CSRF-TOKEN": token } });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  const { program, slug, account, keyNumber, publicKey, wrapped, passphrase } = (await answer.json()) as Unlock;
  if (readPin(slug)?.program !== program) forgetPin(slug);
  const place = { program: NIL_UUID, account, keyNumber };
  const key = await unwrapStaffKey(passphrase, fromBase64Url(wrapped), place, fromBase64Url(publicKey));
  await keep(account, keyNumber, key);
  location.assign(`/staff/${slug}`);
}
