import { DhkemX25519HkdfSha256, type KemInterface } from "@hpke/core";
import { type Bytes, concat, subtle } from "./bytes.ts";
import { load } from "./errors.ts";

/** X25519, by the browser itself or by a package. Keys are opaque to everyone else. */
export interface Curve {
  readonly native: boolean;
  readonly kem: KemInterface;
  importPrivate(raw: Bytes): Promise<CryptoKey>;
  publicOf(key: CryptoKey): Promise<CryptoKey>;
}

const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20);
const BASE_POINT = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 9 : 0));

let found: Promise<Curve> | undefined;

/** The browser's own X25519 where it has one, else the package's, fetched only then. */
export function curve(): Promise<Curve> {
  found ??= (async () => ((await hasX25519()) ? nativeCurve() : packagedCurve()))();
  found.catch(forgetCurve); // not fetched: the next try may succeed
  return found;
}

/** Look again, for tests that take X25519 away. */
export function forgetCurve(): void {
  found = undefined;
}

async function hasX25519(): Promise<boolean> {
  try {
    await nativeCurve().importPrivate(BASE_POINT);
    return true;
  } catch {
    return false;
  }
}

function nativeCurve(): Curve {
  const importPublic = (raw: Bytes) => subtle().importKey("raw", raw, { name: "X25519" }, true, []);
  return {
    native: true,
    kem: new DhkemX25519HkdfSha256(),
    // Never extractable: what the page can use, a script in the page cannot carry away.
    importPrivate: (raw) => subtle().importKey("pkcs8", concat(PKCS8, raw), { name: "X25519" }, false, ["deriveBits"]),
    publicOf: async (key) => {
      const base = await importPublic(BASE_POINT);
      return importPublic(new Uint8Array(await subtle().deriveBits({ name: "X25519", public: base }, key, 256)));
    },
  };
}

async function packagedCurve(): Promise<Curve> {
  const packaged = await load(() => import("@hpke/dhkem-x25519"));
  const kem = new packaged.DhkemX25519HkdfSha256();
  const primitives = new packaged.X25519(new packaged.HkdfSha256());
  return {
    native: false,
    kem,
    importPrivate: (raw) => kem.deserializePrivateKey(raw),
    publicOf: (key) => primitives.derivePublicKey(key),
  };
}
