/**
 * What this browser has seen of a program and will not go back behind: which program is meant by an address, the key
 * that signs for it, and the number of its newest statement. Kept without end, by address; nothing in it is secret.
 */
export interface Pin {
  program: string;
  fingerprint: string;
  number: number;
}

const place = (slug: string) => `holdfast.program.${slug}`;

export function readPin(slug: string, storage: Pick<Storage, "getItem"> = localStorage): Pin | null {
  const kept = storage.getItem(place(slug));
  return kept === null ? null : (JSON.parse(kept) as Pin);
}

/** Another window may have seen more meanwhile: the higher number stays. */
export function keepPin(slug: string, pin: Pin, storage: Pick<Storage, "getItem" | "setItem"> = localStorage): void {
  const before = readPin(slug, storage);
  if (before && before.number > pin.number) return;
  storage.setItem(place(slug), JSON.stringify(pin));
}

/** For the demo alone, whose made-up hospital is made anew, with new keys, when its data folder was thrown away. */
export function forgetPin(slug: string): void {
  localStorage.removeItem(place(slug));
}
