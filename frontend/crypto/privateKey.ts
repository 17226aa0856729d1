import { type Bytes, randomBytes, sameBytes } from "./bytes.ts";
import { curve } from "./curve.ts";
import { orRefuse, SealingError } from "./errors.ts";

/** What may be put in IndexedDB: a non-extractable CryptoKey; bytes only where the browser has no X25519 of its own. */
export interface StoredKey {
  publicKey: Bytes;
  privateKey: CryptoKey | Bytes;
}

let pairOf: (key: PrivateKey) => CryptoKeyPair;
let rawOf: (key: PrivateKey) => Bytes | null;
let make: (pair: CryptoKeyPair, publicKey: Bytes, raw: Bytes | null) => PrivateKey;

/** An X25519 private key. Only this folder reaches inside; printing or serialising it shows nothing. */
export class PrivateKey {
  /** The 32 bytes that others seal to. */
  readonly publicKey: Bytes;
  readonly #pair: CryptoKeyPair;
  readonly #raw: Bytes | null;

  private constructor(pair: CryptoKeyPair, publicKey: Bytes, raw: Bytes | null) {
    this.#pair = pair;
    this.publicKey = publicKey;
    this.#raw = raw;
  }

  toString(): string {
    return "[private key]";
  }

  toJSON(): string {
    return "[private key]";
  }

  static {
    pairOf = (key) => key.#pair;
    rawOf = (key) => key.#raw;
    make = (pair, publicKey, raw) => new PrivateKey(pair, publicKey, raw);
  }
}

/** For hpke.ts alone. */
export function keyPair(key: PrivateKey): CryptoKeyPair {
  return pairOf(key);
}

/** The 32 private bytes, for wrapping; `bad-key` for a key that was opened for use only. */
export function wrappable(key: PrivateKey): Bytes {
  const raw = rawOf(key);
  if (!raw) throw new SealingError("bad-key");
  return raw;
}

/** From 32 bytes; `forUse` forgets the bytes, so the key works here and cannot be wrapped again. */
export function privateKeyFrom(raw: Bytes, forUse: boolean): Promise<PrivateKey> {
  return orRefuse("bad-key", async () => {
    if (raw.length !== 32) throw new SealingError("wrong-length");
    const { importPrivate, publicOf, kem, native } = await curve();
    const privateKey = await importPrivate(raw);
    const publicKey = await publicOf(privateKey);
    const bytes = new Uint8Array(await kem.serializePublicKey(publicKey));
    return make({ privateKey, publicKey }, bytes, forUse && native ? null : raw.slice());
  });
}

export function newPrivateKey(): Promise<PrivateKey> {
  return privateKeyFrom(randomBytes(32), false);
}

/** RFC 9180 DeriveKeyPair. */
export function derivePrivateKey(ikm: Bytes): Promise<PrivateKey> {
  return orRefuse("bad-key", async () => {
    const { kem } = await curve();
    const pair = await kem.deriveKeyPair(ikm);
    return make(pair, new Uint8Array(await kem.serializePublicKey(pair.publicKey)), null);
  });
}

/** For IndexedDB, which copies plain values and CryptoKeys but no private fields. */
export async function forStorage(key: PrivateKey): Promise<StoredKey> {
  const { native } = await curve();
  return { publicKey: key.publicKey, privateKey: native ? pairOf(key).privateKey : wrappable(key) };
}

export async function fromStorage(stored: StoredKey): Promise<PrivateKey> {
  if (stored.privateKey instanceof Uint8Array) {
    const key = await privateKeyFrom(stored.privateKey, true);
    if (!sameBytes(key.publicKey, stored.publicKey)) throw new SealingError("key-mismatch");
    return key;
  }
  const { kem } = await curve();
  return orRefuse("bad-key", async () => {
    const publicKey = await kem.deserializePublicKey(stored.publicKey);
    return make({ privateKey: stored.privateKey as CryptoKey, publicKey }, stored.publicKey, null);
  });
}
