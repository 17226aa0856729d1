import { aesSize, bodyOf, envelope, hpkeSize, Kind } from "./binding.ts";
import { type Bytes, concat, randomBytes, sameBytes } from "./bytes.ts";
import { SealingError } from "./errors.ts";
import { open, seal } from "./hpke.ts";
import { normalise } from "./phrase.ts";
import { newPrivateKey, type PrivateKey, privateKeyFrom, wrappable } from "./privateKey.ts";
import { argon2id, decrypt, deriveAesKey, encrypt } from "./symmetric.ts";

/** Bytes of a staff key wrapped under a passphrase. */
export const STAFF_WRAP_SIZE = 16 + aesSize(32);
/** Bytes of an intake key wrapped for a reader. */
export const INTAKE_WRAP_SIZE = hpkeSize(32);

/** Whose staff key. `program` may be NIL_UUID where an account has one key for all its programs. */
export interface StaffPlace {
  program: string;
  account: string;
  keyNumber: number;
}

/** A staff member's X25519 key. Wrap it once; after that it is only ever opened for use. */
export function makeStaffKey(): Promise<PrivateKey> {
  return newPrivateKey();
}

function staffBinding(place: StaffPlace) {
  return { kind: Kind.staffWrap, keyNumber: place.keyNumber, program: place.program, context: place.account };
}

async function passphraseKey(passphrase: string, salt: Bytes): Promise<CryptoKey> {
  return deriveAesKey(await argon2id(normalise(passphrase), salt), "holdfast/v1/staff-wrap");
}

export async function wrapStaffKey(passphrase: string, key: PrivateKey, place: StaffPlace): Promise<Bytes> {
  const salt = randomBytes(16);
  const binding = staffBinding(place);
  const sealed = await encrypt(await passphraseKey(passphrase, salt), binding, wrappable(key));
  return envelope(binding, concat(salt, sealed));
}

/**
 * Opens a staff key for use: it cannot be read out or wrapped again where the browser has X25519 of its own.
 * `wrong-passphrase` also stands for altered bytes: the two look alike.
 */
export async function unwrapStaffKey(
  passphrase: string,
  bytes: Bytes,
  place: StaffPlace,
  expectedPublicKey: Bytes,
): Promise<PrivateKey> {
  const raw = await openStaffKey(passphrase, bytes, place);
  return expected(await privateKeyFrom(raw, true), expectedPublicKey);
}

/** The same key under a new passphrase (or another key number). */
export async function rewrapStaffKey(
  passphrase: string,
  bytes: Bytes,
  place: StaffPlace,
  newPassphrase: string,
): Promise<Bytes> {
  const raw = await openStaffKey(passphrase, bytes, place);
  return wrapStaffKey(newPassphrase, await privateKeyFrom(raw, false), place);
}

async function openStaffKey(passphrase: string, bytes: Bytes, place: StaffPlace): Promise<Bytes> {
  const binding = staffBinding(place);
  const body = bodyOf(bytes, binding, [STAFF_WRAP_SIZE]);
  const key = await passphraseKey(passphrase, body.slice(0, 16));
  try {
    return await decrypt(key, binding, body.slice(16));
  } catch {
    throw new SealingError("wrong-passphrase");
  }
}

/** Whom an intake key is wrapped for; `keyNumber` is the intake key's own number. */
export interface ReaderPlace {
  program: string;
  reader: string;
  keyNumber: number;
}

/** The key that notes are sealed to. Its readers can wrap it for a newcomer. */
export function makeIntakeKey(): Promise<PrivateKey> {
  return newPrivateKey();
}

function readerBinding(place: ReaderPlace) {
  return { kind: Kind.intakeWrap, keyNumber: place.keyNumber, program: place.program, context: place.reader };
}

/** `staffPublicKey` must come from the signed statement, never from the server's word alone. */
export function wrapIntakeKey(intake: PrivateKey, staffPublicKey: Bytes, place: ReaderPlace): Promise<Bytes> {
  return seal(readerBinding(place), staffPublicKey, wrappable(intake));
}

/** Refuses with `key-mismatch` a key other than the one that was signed: anybody can seal something to a staff key. */
export async function unwrapIntakeKey(
  bytes: Bytes,
  staff: PrivateKey,
  place: ReaderPlace,
  expectedPublicKey: Bytes,
): Promise<PrivateKey> {
  const raw = await open(readerBinding(place), INTAKE_WRAP_SIZE, staff, bytes);
  return expected(await privateKeyFrom(raw, false), expectedPublicKey);
}

function expected(key: PrivateKey, publicKey: Bytes): PrivateKey {
  if (!sameBytes(key.publicKey, publicKey)) throw new SealingError("key-mismatch");
  return key;
}
