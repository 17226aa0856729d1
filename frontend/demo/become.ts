/** One click in place of a mailed code and a typed passphrase. */
export function become(form: HTMLElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const working = document.getElementById("become-working")!;
    const failed = document.getElementById("become-failed")!;
    working.hidden = false;
    failed.hidden = true;
    signIn(form as HTMLFormElement).catch(() => {
      working.hidden = true;
      failed.hidden = false;
    });
  });
}

interface Unlock {
  to: string;
}

async function signIn(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form) as never) });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  const unlock = (await answer.json()) as Unlock;
  location.assign(unlock.to);
}
