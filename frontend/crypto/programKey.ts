import { hpkeSize, Kind } from "./binding.ts";
import { type Bytes, randomBytes, sameBytes, toBase64Url, utf8 } from "./bytes.ts";
import { publicKeyOf, sign } from "./ed25519.ts";
import { load, orRefuse, SealingError } from "./errors.ts";
import { open, seal } from "./hpke.ts";
import type { PrivateKey } from "./privateKey.ts";
import { programFingerprint, type Signed, signedBytes, type Statement, statementBytes } from "./statement.ts";

/** Bytes of a wrapped program key. */
export const PROGRAM_WRAP_SIZE = hpkeSize(32);

let seedOf: (key: ProgramKey) => Bytes;

/** A program's Ed25519 key. Its holders alone have it; printing or serialising it shows nothing. */
export class ProgramKey {
  readonly publicKey: Bytes;
  readonly #seed: Bytes;

  private constructor(seed: Bytes, publicKey: Bytes) {
    this.#seed = seed;
    this.publicKey = publicKey;
  }

  static async from(seed: Bytes): Promise<ProgramKey> {
    if (seed.length !== 32) throw new SealingError("wrong-length");
    return new ProgramKey(seed.slice(), await publicKeyOf(seed));
  }

  toString(): string {
    return "[program key]";
  }

  toJSON(): string {
    return "[program key]";
  }

  static {
    seedOf = (key) => key.#seed;
  }
}

export function makeProgramKey(): Promise<ProgramKey> {
  return ProgramKey.from(randomBytes(32));
}

/** Whom a program key is wrapped for. `keyNumber` is the number of their staff key. */
export interface HolderPlace {
  program: string;
  holder: string;
  keyNumber: number;
}

function binding(place: HolderPlace) {
  return { kind: Kind.programWrap, keyNumber: place.keyNumber, program: place.program, context: place.holder };
}

export function wrapProgramKey(key: ProgramKey, staffPublicKey: Bytes, place: HolderPlace): Promise<Bytes> {
  return seal(binding(place), staffPublicKey, seedOf(key));
}

/** Refuses with `key-mismatch` a key that is not the expected one: anybody can seal something to a staff key. */
export async function unwrapProgramKey(
  bytes: Bytes,
  staff: PrivateKey,
  place: HolderPlace,
  expectedPublicKey: Bytes,
): Promise<ProgramKey> {
  const key = await ProgramKey.from(await open(binding(place), PROGRAM_WRAP_SIZE, staff, bytes));
  if (!sameBytes(key.publicKey, expectedPublicKey)) throw new SealingError("key-mismatch");
  return key;
}

/** The printed sheet: 24 BIP-39 words, the last of which also checks the others. */
export async function printedSheet(key: ProgramKey): Promise<string[]> {
  const { bip39, wordlist } = await sheetWords();
  return bip39.entropyToMnemonic(seedOf(key), wordlist).split(" ");
}

/** From the printed sheet, typed by hand. */
export async function programKeyFromSheet(words: string): Promise<ProgramKey> {
  const { bip39, wordlist } = await sheetWords();
  const typed = words.toLowerCase().split(/[^a-z]+/).filter((word) => word !== "").join(" ");
  return orRefuse("bad-words", async () => {
    return ProgramKey.from(new Uint8Array(bip39.mnemonicToEntropy(typed, wordlist)));
  });
}

async function sheetWords() {
  const [bip39, english] = await load(() =>
    Promise.all([import("@scure/bip39"), import("@scure/bip39/wordlists/english.js")]),
  );
  return { bip39, wordlist: english.wordlist };
}

async function signRecord(key: ProgramKey, purpose: "statement" | "succession", body: Bytes): Promise<Signed> {
  const signature = await sign(seedOf(key), signedBytes(purpose, body));
  return { body: toBase64Url(body), signature: toBase64Url(signature), key: toBase64Url(key.publicKey) };
}

export function signStatement(key: ProgramKey, statement: Statement): Promise<Signed> {
  return signRecord(key, "statement", statementBytes(statement));
}

/** The old key names the next; with `to` null it declares itself broken, and posters that carry it must go. */
export async function signSuccession(old: ProgramKey, program: string, to: Bytes | null): Promise<Signed> {
  const from = await programFingerprint(old.publicKey);
  const fields = { v: 1, program, from, to: to === null ? null : toBase64Url(to) };
  return signRecord(old, "succession", utf8(JSON.stringify(fields)));
}
