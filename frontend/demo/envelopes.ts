/** What the demo's server hands this page: all bytes in base64url. */
export interface Envelopes {
  program: string;
  request: string;
  locator: string;
  /** Without the layer of the server's own key. */
  note: { intakeNumber: number; envelope: string } | null;
  pairing: { number: number; supporter: string; opening: string | null; copy: string | null } | null;
  messages: { direction: 1 | 2; sequence: number; envelope: string }[];
  statement: { body: string; signature: string; key: string };
  people: Person[];
}

export interface Person {
  who: string;
  account: string;
  member: string;
  keyNumber: number;
  publicKey: string;
  wrapped: string;
  passphrase: string;
  intakeWraps: { number: number; publicKey: string; wrapped: string }[];
}

/** A line of what somebody can read: which words of the page stand before it, and what was opened. */
export interface Line {
  says: string;
  text?: string;
}
