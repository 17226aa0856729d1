import { call, type Listener } from "../../shared/api.ts";
import { staffPlace } from "./place.ts";

/** `GET /staff/{slug}/keys`: what the server tells a member's browser. All bytes are base64url; nothing is believed. */
export interface Shown {
  keys: {
    program: string;
    programKeys: { number: number; key: string; succession: string | null; signature: string | null }[];
    statement: { body: string; signature: string; keyNumber: number } | null;
  };
  account: string;
  member: string;
  name: string;
  salt: string;
  /** Today in the program's zone. */
  day: string;
  /** One's own staff keys, the newest first. */
  own: OwnKey[];
  intakeKeys: { number: number; publicKey: string }[];
  intakeWraps: OwnWrap[];
  /** What a reader's browser is asked to wrap, and for whom. */
  toWrap: { member: string; number: number }[];
  director: ForDirectors | null;
}

export interface OwnKey {
  number: number;
  publicKey: string;
  wrapped: string;
}

/** `number` is the wrapped key's, `keyNumber` that of the staff key it is wrapped for. */
export interface OwnWrap {
  number: number;
  keyNumber: number;
  wrapped: string;
}

export interface ForDirectors {
  programWraps: OwnWrap[];
  /** All supporters who are here. */
  active: string[];
  /** Whether the next statement must name a new intake key. */
  renewalDue: boolean;
  /** Who can open the present intake key, and with which of their staff keys. */
  intakeHolders: { member: string; keyNumber: number }[];
  newcomers: Newcomer[];
}

/** Somebody whose newest staff key waits to be compared: to be named in the statement, to hold the program key, or both. */
export interface Newcomer {
  member: string;
  name: string;
  salt: string;
  keyNumber: number;
  publicKey: string;
  supporter: boolean;
  holder: boolean;
}

/** Null where nobody is signed in here any more. */
export async function fetchShown(tell?: Listener): Promise<Shown | null> {
  const answer = await call({ path: `/staff/${staffPlace().slug}/keys` }, tell);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`keys answered ${answer.status}`);
  return (await answer.json()) as Shown;
}

/** What the server said to a post about keys: its number, or the short word why not. */
export type Answer = { ok: true } | { ok: false; why: string };

export async function tellKeys(path: string, body: unknown, tell?: Listener, method: "POST" | "DELETE" = "POST"): Promise<Answer> {
  const { slug, csrf } = staffPlace();
  const headers = { "X-CSRF-TOKEN": csrf };
  const answer = await call({ path: `/staff/${slug}/keys/${path}`, method, body, headers }, tell);
  if (answer.ok) return { ok: true };
  const said = (await answer.json().catch(() => ({}))) as { error?: string };
  return { ok: false, why: said.error ?? "signed-out" };
}
