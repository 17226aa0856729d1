import {
  forStorage,
  fromBase64Url,
  fromStorage,
  type NameCard,
  NIL_UUID,
  type PrivateKey,
  SealingError,
  toBase64Url,
  unwrapStaffKey,
  type VerifiedStatement,
} from "../../crypto/index.ts";
import type { Listener } from "../../shared/api.ts";
import { changeKept, clearKept, type Kept, readKept, writeKept } from "./database.ts";
import { isIdle } from "./idle.ts";
import { keepPin, readPin } from "./pins.ts";
import { staffPlace } from "./place.ts";
import { fetchShown, type OwnKey, type Shown } from "./shown.ts";
import { believe, openIntakeKeys } from "./trust.ts";

/** The staff key that is open in this browser. */
export interface StaffKeyInUse {
  accountId: string;
  number: number;
  publicKey: Uint8Array<ArrayBuffer>;
  privateKey: PrivateKey;
}

/** What a reader's browser can open with, all of it checked against the program's signed statement. */
export interface IntakeInUse {
  shown: Shown;
  statement: VerifiedStatement;
  /** Private intake keys by number: the present one, and older ones that still have a note. */
  intake: Map<number, PrivateKey>;
  /** Numbers of wraps that do not open. */
  broken: number[];
  currentIntake: { number: number; key: Uint8Array<ArrayBuffer> };
  me: { key: StaffKeyInUse; memberId: string; card: NameCard; signed: boolean };
}

/** Tells the other windows of this browser that the key is gone. */
let channel: BroadcastChannel | undefined;
const windows = () => (channel ??= new BroadcastChannel("holdfast-staff-key"));

/** The key in this browser, if it is open, not idle, and of whoever is signed in. */
export async function currentKey(tell?: Listener): Promise<StaffKeyInUse | null> {
  return (await keyAndShown(tell))?.key ?? null;
}

/** The key, or the page where it is opened, which leads back here. Null while the browser is on its way there. */
export async function requireKey(tell?: Listener): Promise<StaffKeyInUse | null> {
  const key = await currentKey(tell);
  if (!key) location.assign(keyPage());
  return key;
}

/** The page where this person's key is made and opened; it leads back to where we are. */
export function keyPage(): string {
  return `/staff/${staffPlace().slug}/key?then=${encodeURIComponent(location.pathname + location.search)}`;
}

/** Whether a key is open here, without asking the server whose. */
export async function hasKey(): Promise<boolean> {
  return (await fresh()) !== null;
}

/**
 * Opens one of the account's keys with the passphrase and keeps it for use. The signed one is tried first: a key that
 * somebody else put beside it must not stand in its way. Throws `wrong-passphrase` where it opens none.
 */
export async function unlock(passphrase: string, tell?: Listener): Promise<StaffKeyInUse> {
  const shown = await fetchShown(tell);
  if (!shown) throw new SealingError("not-loaded");
  const statement = await statementOf(shown);
  const signed = statement?.supporters.find((one) => one.id === shown.member);
  const first = (key: OwnKey) => (signed && toBase64Url(signed.key) === key.publicKey ? 0 : 1);
  for (const own of [...shown.own].sort((one, other) => first(one) - first(other))) {
    const place = { program: NIL_UUID, account: shown.account, keyNumber: own.number };
    try {
      const opened = await unwrapStaffKey(passphrase, fromBase64Url(own.wrapped), place, fromBase64Url(own.publicKey));
      return await keep(shown.account, own.number, opened);
    } catch (error) {
      if (!(error instanceof SealingError) || error.reason !== "wrong-passphrase") throw error;
    }
  }
  throw new SealingError("wrong-passphrase");
}

/** Keeps a key for use in this browser: what is kept cannot be read out, where the browser has X25519. */
export async function keep(account: string, number: number, key: PrivateKey): Promise<StaffKeyInUse> {
  await writeKept({ account, number, key: await forStorage(key), lastUsed: Date.now() });
  return { accountId: account, number, publicKey: key.publicKey, privateKey: key };
}

/** Whether the open key lies here as bytes, because this browser has no X25519 of its own. */
export async function keptAsBytes(): Promise<boolean> {
  return (await readKept())?.key.privateKey instanceof Uint8Array;
}

/** Lets go of the key, in every window. */
export async function forget(): Promise<void> {
  await clearKept();
  windows().postMessage("gone");
}

/** What this person can open now; null while no key is open here, or before the program's first statement. */
export async function intakeKeys(tell?: Listener): Promise<IntakeInUse | null> {
  const found = await keyAndShown(tell);
  const statement = found && (await statementOf(found.shown));
  if (!found || !statement) return null;
  const { key, shown } = found;
  const { open, broken } = await openIntakeKeys(shown, statement, key);
  const signed = statement.supporters.some(
    (one) => one.id === shown.member && toBase64Url(one.key) === toBase64Url(key.publicKey),
  );
  const card = { supporterId: shown.member, name: shown.name, salt: shown.salt };
  const { number, key: publicKey } = statement.intake;
  return {
    shown,
    statement,
    intake: open,
    broken,
    currentIntake: { number, key: publicKey },
    me: { key, memberId: shown.member, card, signed },
  };
}

/** The program's statement as this browser believes it, and remembers it; null before the first. */
export async function statementOf(shown: Shown): Promise<VerifiedStatement | null> {
  const { slug, program } = staffPlace();
  const statement = await believe(shown.keys, program, readPin(slug));
  if (statement) keepPin(slug, { program, fingerprint: statement.fingerprint, number: statement.number });
  return statement;
}

/** Keeps the key open while somebody taps or types, lets it go after that, and leaves the page when it is gone. */
export function watchKey(): void {
  let told = 0;
  const gone = () => {
    if (document.dispatchEvent(new Event("holdfast-key-gone", { cancelable: true }))) location.reload();
  };
  const used = async () => {
    if (Date.now() - told < 15_000) return;
    told = Date.now();
    if (!(await hasKey())) return;
    await changeKept((kept) => ({ ...kept, lastUsed: Date.now() }));
  };
  let open = false;
  const look = async () => {
    const now = await hasKey();
    if (open && !now) gone();
    open = now;
  };
  windows().addEventListener("message", () => void look());
  for (const event of ["pointerdown", "keydown"]) addEventListener(event, () => void look().then(used), { capture: true });
  for (const event of ["pageshow", "visibilitychange"]) addEventListener(event, () => void look());
  setInterval(() => void look(), 20_000);
  void look();
}

async function keyAndShown(tell?: Listener): Promise<{ key: StaffKeyInUse; shown: Shown } | null> {
  const kept = await fresh();
  if (!kept) return null;
  const shown = await fetchShown(tell);
  if (!shown || shown.account !== kept.account) {
    await forget();
    return null;
  }
  const privateKey = await fromStorage(kept.key);
  const { account: accountId, number } = kept;
  return { key: { accountId, number, publicKey: privateKey.publicKey, privateKey }, shown };
}

/** What is kept, unless it has not been used for too long: then it is gone. */
async function fresh(): Promise<Kept | null> {
  const kept = await readKept();
  if (!kept || !isIdle(kept.lastUsed, Date.now())) return kept;
  await forget();
  return null;
}
