/**
 * Why something was refused. The list is closed: a screen can have one sentence for each.
 * Nothing here ever carries plaintext, a key, a name or an id.
 */
export type Reason =
  | "unsupported" // no WebCrypto here (no secure context, or a very old browser)
  | "not-loaded" // a part of the page could not be fetched: the connection is gone, try again
  | "too-long" // the text does not fit; `over` says by how many bytes
  | "wrong-length" // an envelope or key of a length its kind never has
  | "wrong-version"
  | "wrong-kind"
  | "wrong-key-number"
  | "not-opened" // altered, swapped, or sealed to another key: one cannot tell which
  | "wrong-passphrase"
  | "malformed" // it opened, or its signature held, but what is inside is not what it should be
  | "bad-key" // not a usable key, or one that may not leave this browser
  | "key-mismatch" // a wrapped key that is not the one the program signed
  | "bad-words" // the words of a printed sheet do not fit together
  | "bad-signature"
  | "wrong-program"
  | "older-than-seen"
  | "unknown-key" // not the program key this link, or this visit's memory, leads to
  | "broken-key" // the program itself declared this key broken
  | "forked-chain" // one program key named two different successors
  | "unknown-supporter" // the signed statement has no such supporter
  | "name-mismatch"; // the name is not the one that was signed

/** The only error this folder throws on purpose. */
export class SealingError extends Error {
  readonly reason: Reason;
  /** Bytes too many, for `too-long`; else 0. */
  readonly over: number;

  constructor(reason: Reason, over = 0) {
    super(reason);
    this.name = "SealingError";
    this.reason = reason;
    this.over = over;
  }
}

/** Runs `work`; whatever a browser or package throws inside becomes one plain reason. */
export async function orRefuse<T>(reason: Reason, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SealingError ? error : new SealingError(reason);
  }
}

/** Fetches a part of the bundle. A failure here is about the connection and never about what was to be opened. */
export function load<T>(part: () => Promise<T>): Promise<T> {
  return orRefuse("not-loaded", part);
}
