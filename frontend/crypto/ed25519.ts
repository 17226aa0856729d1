import { type Bytes, concat, fromBase64Url, subtle } from "./bytes.ts";
import { load, orRefuse } from "./errors.ts";

/** Ed25519 (RFC 8032), by the browser itself or by a package fetched only where it is missing. */
interface Signatures {
  publicKey(seed: Bytes): Promise<Bytes>;
  sign(seed: Bytes, message: Bytes): Promise<Bytes>;
  verify(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean>;
}

const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);
const ALGORITHM = { name: "Ed25519" };

const native: Signatures = {
  async publicKey(seed) {
    const key = await subtle().importKey("pkcs8", concat(PKCS8, seed), ALGORITHM, true, ["sign"]);
    return fromBase64Url((await subtle().exportKey("jwk", key)).x ?? "");
  },
  async sign(seed, message) {
    const key = await subtle().importKey("pkcs8", concat(PKCS8, seed), ALGORITHM, false, ["sign"]);
    return new Uint8Array(await subtle().sign(ALGORITHM, key, message));
  },
  async verify(publicKey, message, signature) {
    const key = await subtle().importKey("raw", publicKey, ALGORITHM, false, ["verify"]);
    return subtle().verify(ALGORITHM, key, signature, message);
  },
};

async function packaged(): Promise<Signatures> {
  const { ed25519 } = await load(() => import("@noble/curves/ed25519.js"));
  return {
    publicKey: async (seed) => new Uint8Array(ed25519.getPublicKey(seed)),
    sign: async (seed, message) => new Uint8Array(ed25519.sign(message, seed)),
    // zip215 off: the strict rules of RFC 8032, as browsers have them.
    verify: async (key, message, signature) => ed25519.verify(signature, message, key, { zip215: false }),
  };
}

let found: Promise<Signatures> | undefined;

function signatures(): Promise<Signatures> {
  found ??= (async () => {
    try {
      await native.publicKey(new Uint8Array(32));
      return native;
    } catch {
      return packaged();
    }
  })();
  found.catch(forgetSignatures); // not fetched: the next try may succeed
  return found;
}

/** Look again, for tests that take Ed25519 away. */
export function forgetSignatures(): void {
  found = undefined;
}

export async function publicKeyOf(seed: Bytes): Promise<Bytes> {
  return orRefuse("bad-key", async () => (await signatures()).publicKey(seed));
}

export async function sign(seed: Bytes, message: Bytes): Promise<Bytes> {
  return orRefuse("bad-key", async () => (await signatures()).sign(seed, message));
}

/** False for a wrong signature and for a key or signature that is none. */
export async function signed(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  const { verify } = await signatures();
  try {
    return await verify(publicKey, message, signature);
  } catch {
    return false;
  }
}
