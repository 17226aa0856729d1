import type { Reason } from "../crypto/errors.ts";

/** Which sentence says why something was not opened, or not sent. Every reason has one; a new one must choose. */
export function wordsFor(reason: Reason): string {
  switch (reason) {
    case "older-than-seen":
      return "visit.refused.older";
    case "unknown-key":
    case "wrong-program":
    case "forked-chain":
      return "visit.refused.key";
    case "broken-key":
      return "visit.refused.broken";
    case "unsupported":
      return "visit.insecure.text";
    case "not-loaded":
      return "visit.do.failed";
    case "too-long":
    case "wrong-length":
    case "wrong-version":
    case "wrong-kind":
    case "wrong-key-number":
    case "not-opened":
    case "wrong-passphrase":
    case "malformed":
    case "bad-key":
    case "key-mismatch":
    case "bad-words":
    case "bad-signature":
    case "unknown-supporter":
    case "name-mismatch":
      return "visit.refused.changed";
  }
}
