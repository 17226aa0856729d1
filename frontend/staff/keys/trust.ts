import {
  fromBase64Url,
  type PrivateKey,
  SealingError,
  unwrapIntakeKey,
  type VerifiedStatement,
  verifyStatement,
} from "../../crypto/index.ts";
import type { Pin } from "./pins.ts";
import type { Shown } from "./shown.ts";

/**
 * The program's newest statement, checked; null before the first. Refuses another program than the page's, a key that
 * the one seen before did not name, and a number older than one this browser has seen.
 */
export async function believe(shown: Shown["keys"], program: string, pin: Pin | null): Promise<VerifiedStatement | null> {
  if (shown.program !== program || (pin && pin.program !== program)) throw new SealingError("wrong-program");
  if (!shown.statement) {
    if (pin) throw new SealingError("older-than-seen");
    return null;
  }
  const keyOf = (number: number) => {
    const found = shown.programKeys.find((one) => one.number === number)?.key;
    if (found === undefined) throw new SealingError("malformed");
    return found;
  };
  const chain = shown.programKeys.flatMap(({ number, succession, signature }) =>
    succession && signature ? [{ body: succession, signature, key: keyOf(number - 1) }] : [],
  );
  const { body, signature, keyNumber } = shown.statement;
  return verifyStatement(
    { body, signature, key: keyOf(keyNumber) },
    { program, fingerprint: pin?.fingerprint ?? null, least: pin?.number ?? 0, chain },
  );
}

/** A staff key as it is used: opened, and for use alone. */
export interface OpenKey {
  number: number;
  privateKey: PrivateKey;
}

export interface IntakeKeys {
  open: Map<number, PrivateKey>;
  /** Numbers whose wrap for this key does not open, or opens to another key than it should. */
  broken: number[];
}

/**
 * Opens the intake keys that were wrapped for this staff key. The present one counts only if it is the signed one; older
 * ones, which no statement names any more, only if they are what the server says they were when notes went to them.
 */
export async function openIntakeKeys(shown: Shown, statement: VerifiedStatement, key: OpenKey): Promise<IntakeKeys> {
  const open = new Map<number, PrivateKey>();
  const broken: number[] = [];
  const ours = shown.intakeWraps.filter((wrap) => wrap.keyNumber === key.number);
  for (const { number, wrapped } of ours) {
    const known = shown.intakeKeys.find((one) => one.number === number)?.publicKey;
    const expected = number === statement.intake.number ? statement.intake.key : known && fromBase64Url(known);
    if (!expected) continue;
    const place = { program: statement.program, reader: shown.member, keyNumber: number };
    try {
      open.set(number, await unwrapIntakeKey(fromBase64Url(wrapped), key.privateKey, place, expected));
    } catch (error) {
      // A part of the page that could not be fetched says nothing about the wrap.
      if (!(error instanceof SealingError) || error.reason === "not-loaded" || error.reason === "unsupported") throw error;
      broken.push(number);
    }
  }
  return { open, broken };
}
