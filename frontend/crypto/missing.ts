import { forgetCurve } from "./curve.ts";
import { forgetSignatures } from "./ed25519.ts";

/** For tests: a browser whose WebCrypto does not know this algorithm, while `work` runs. */
export async function without<T>(algorithm: "X25519" | "Ed25519", work: () => Promise<T>): Promise<T> {
  const real = SubtleCrypto.prototype.importKey;
  SubtleCrypto.prototype.importKey = async function (this: SubtleCrypto, ...given: unknown[]) {
    const name = (given[2] as { name?: string }).name ?? given[2];
    if (name === algorithm) throw new DOMException("not here", "NotSupportedError");
    return Reflect.apply(real, this, given);
  } as typeof real;
  forgetCurve();
  forgetSignatures();
  try {
    return await work();
  } finally {
    SubtleCrypto.prototype.importKey = real;
    forgetCurve();
    forgetSignatures();
  }
}
