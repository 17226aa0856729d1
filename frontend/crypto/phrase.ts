import { type Bytes, concat, sha256, toBase64Url, utf8, uuidBytes } from "./bytes.ts";
import { derivePrivateKey, type PrivateKey } from "./privateKey.ts";
import { argon2id, deriveAesKey, deriveBytes } from "./symmetric.ts";

/** What return words lead to. Shows nothing when printed or serialised. */
export class SeekerKeys {
  /** Where the server finds the request: 16 bytes, base64url. */
  readonly locator: string;
  /** What the server keeps in place of `auth`: its SHA-256, base64url. */
  readonly authHash: string;
  readonly privateKey: PrivateKey;
  /** For the seeker's own memory; AES-256-GCM, cannot be read out. */
  readonly memoryKey: CryptoKey;
  readonly #auth: string;

  constructor(locator: string, auth: string, authHash: string, privateKey: PrivateKey, memoryKey: CryptoKey) {
    this.locator = locator;
    this.#auth = auth;
    this.authHash = authHash;
    this.privateKey = privateKey;
    this.memoryKey = memoryKey;
  }

  /** Proves to the server that it is you: 32 bytes, base64url. */
  get auth(): string {
    return this.#auth;
  }

  /** Goes inside the note as `seekerKey`, in base64url, and nowhere else. */
  get publicKey(): Bytes {
    return this.privateKey.publicKey;
  }

  toString(): string {
    return "[seeker keys]";
  }

  toJSON(): string {
    return "[seeker keys]";
  }
}

/** Accents, capitals, and what stands between the words do not matter. */
export function normalise(typed: string): string {
  return typed
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s,.\-\u2010-\u2015]+/g, " ")
    .trim();
}

/** Takes about a second on a phone, and lets the page breathe meanwhile. */
export async function derivePhrase(phrase: string, programId: string): Promise<SeekerKeys> {
  const salt = await sha256(concat(utf8("holdfast/v1"), uuidBytes(programId)));
  const root = await argon2id(normalise(phrase), salt);
  const locator = await deriveBytes(root, "holdfast/v1/locator", 16);
  const auth = await deriveBytes(root, "holdfast/v1/auth", 32);
  const privateKey = await derivePrivateKey(await deriveBytes(root, "holdfast/v1/key-pair", 32));
  const memoryKey = await deriveAesKey(root, "holdfast/v1/memory");
  const authHash = toBase64Url(await sha256(auth));
  return new SeekerKeys(toBase64Url(locator), toBase64Url(auth), authHash, privateKey, memoryKey);
}
