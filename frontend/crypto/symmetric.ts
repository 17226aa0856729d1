import { type Binding, bindingBytes, bodyOf, envelope } from "./binding.ts";
import { type Bytes, concat, randomBytes, subtle, utf8 } from "./bytes.ts";
import { load, orRefuse } from "./errors.ts";

/** Argon2id's one setting in this protocol version: 19 MiB, 2 passes, 1 lane, 32 bytes. */
const ARGON = { m: 19456, t: 2, p: 1, dkLen: 32, asyncTick: 12 } as const;

export const argon2 = () => load(() => import("@noble/hashes/argon2.js"));

/** Slow on purpose, yet gives the page its turn every few milliseconds, so that leaving at once still works. */
export async function argon2id(words: string, salt: Bytes): Promise<Bytes> {
  const { argon2idAsync } = await argon2();
  return new Uint8Array(await behind(() => argon2idAsync(utf8(words), salt, ARGON)));
}

/**
 * Behind everything else the page has to do, where the browser can tell (Prioritized Task Scheduling). Else the slices
 * of one long calculation would go before timers, answers from the server and most frames.
 */
function behind<T>(work: () => Promise<T>): Promise<T> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.postTask ? scheduler.postTask(work, { priority: "background" }) : work();
}

async function hkdf(secret: Bytes): Promise<CryptoKey> {
  return subtle().importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);
}

// Salt empty: the secrets are uniform already, the label alone tells the uses apart.
function labelled(label: string): HkdfParams {
  return { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8(label) };
}

export async function deriveBytes(secret: Bytes, label: string, length: number): Promise<Bytes> {
  return new Uint8Array(await subtle().deriveBits(labelled(label), await hkdf(secret), 8 * length));
}

/** An AES-256-GCM key that cannot be read out again. */
export async function deriveAesKey(secret: Bytes, label: string): Promise<CryptoKey> {
  const algorithm = { name: "AES-GCM", length: 256 };
  return subtle().deriveKey(labelled(label), await hkdf(secret), algorithm, false, ["encrypt", "decrypt"]);
}

/** Nonce (12 random bytes), then ciphertext. */
export async function encrypt(key: CryptoKey, binding: Binding, plaintext: Bytes): Promise<Bytes> {
  const iv = randomBytes(12);
  const additionalData = bindingBytes(binding);
  const sealed = await subtle().encrypt({ name: "AES-GCM", iv, additionalData }, key, plaintext);
  return concat(iv, new Uint8Array(sealed));
}

export async function decrypt(key: CryptoKey, binding: Binding, body: Bytes): Promise<Bytes> {
  const iv = body.slice(0, 12);
  const additionalData = bindingBytes(binding);
  return orRefuse("not-opened", async () => {
    return new Uint8Array(await subtle().decrypt({ name: "AES-GCM", iv, additionalData }, key, body.slice(12)));
  });
}

export async function sealWithKey(key: CryptoKey, binding: Binding, plaintext: Bytes): Promise<Bytes> {
  return envelope(binding, await encrypt(key, binding, plaintext));
}

export async function openWithKey(
  key: CryptoKey,
  binding: Binding,
  sizes: readonly number[],
  bytes: Bytes,
): Promise<Bytes> {
  return decrypt(key, binding, bodyOf(bytes, binding, sizes));
}
