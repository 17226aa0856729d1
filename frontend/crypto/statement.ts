import { type Bytes, concat, demand, fromBase64Url, randomBytes, readObject, sameBytes, sha256, toBase64Url, utf8, uuidBytes } from "./bytes.ts";
import { signed } from "./ed25519.ts";
import { SealingError } from "./errors.ts";

/** A public record as it travels: its exact bytes, an Ed25519 signature over them, the signing key; all base64url. */
export interface Signed {
  body: string;
  signature: string;
  key: string;
}

/** What a program says in public: to which key notes are sealed, who reads them, which supporters' keys are real. */
export interface Statement {
  program: string;
  /** Counts up with each statement and goes on across program keys. */
  number: number;
  /** YYYY-MM-DD. */
  day: string;
  intake: { number: number; key: Bytes; readers: string[] };
  supporters: { id: string; keyNumber: number; key: Bytes; name: string }[];
}

declare const verified: unique symbol;

/** A statement that passed every check; only `verifyStatement` makes one. */
export interface VerifiedStatement extends Statement {
  readonly [verified]: true;
  /** Of the program key that signed it. */
  fingerprint: string;
}

/** A supporter's name with the salt that opens the statement's commitment to it. */
export interface NameCard {
  supporterId: string;
  name: string;
  /** 16 random bytes, base64url. */
  salt: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** 22 characters for links: the first 16 bytes of a hash of the program's public key. */
export async function programFingerprint(publicKey: Bytes): Promise<string> {
  const hash = await sha256(concat(utf8("holdfast/v1/program-key"), publicKey));
  return toBase64Url(hash.slice(0, 16));
}

/** 20 digits in five groups of four, to be compared by voice or face. */
export async function staffFingerprint(publicKey: Bytes): Promise<string> {
  const hash = await sha256(concat(utf8("holdfast/v1/staff-key"), publicKey));
  const number = hash.slice(0, 16).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) % 10n ** 20n;
  return number.toString().padStart(20, "0").replace(/\d{4}(?=\d)/g, "$& ");
}

export function newNameCard(supporterId: string, name: string): NameCard {
  return { supporterId, name, salt: toBase64Url(randomBytes(16)) };
}

/** What the statement holds in place of a name, so that the roster is not public. */
export async function nameCommitment(card: NameCard): Promise<string> {
  const salt = fromBase64Url(card.salt);
  demand(salt.length === 16);
  return toBase64Url(await sha256(concat(salt, utf8(card.name))));
}

/** Refuses a name that is not the signed one. */
export async function checkName(card: NameCard, statement: VerifiedStatement): Promise<void> {
  const supporter = statement.supporters.find((one) => one.id === card.supporterId);
  if (!supporter) throw new SealingError("unknown-supporter");
  if ((await nameCommitment(card)) !== supporter.name) throw new SealingError("name-mismatch");
}

/** The one spelling of a statement: fixed order of fields, lists sorted by id, no white space. */
export function statementBytes(statement: Statement): Bytes {
  const { program, number, day, intake } = statement;
  const supporters = statement.supporters
    .map(({ id, keyNumber, key, name }) => ({ id, keyNumber, key: toBase64Url(key), name }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const readers = [...intake.readers].sort();
  const intakeFields = { number: intake.number, key: toBase64Url(intake.key), readers };
  return utf8(JSON.stringify({ v: 1, program, number, day, intake: intakeFields, supporters }));
}

/** What is signed: the record's purpose, a zero byte, its bytes. */
export function signedBytes(purpose: "statement" | "succession", body: Bytes): Bytes {
  return concat(utf8(`holdfast/v1/${purpose}`), Uint8Array.of(0), body);
}

/**
 * The statement inside, or a refusal. `fingerprint` is the one of the link, or the one this visit remembers; null takes
 * whichever key signed (a link typed without it). `least` is the highest number seen before, else 0.
 */
export async function verifyStatement(
  record: Signed,
  expect: { program: string; fingerprint: string | null; least: number; chain: readonly Signed[] },
): Promise<VerifiedStatement> {
  const body = fromBase64Url(record.body);
  const key = fromBase64Url(record.key);
  const fingerprint = await programFingerprint(key);
  const path = await followChain(expect.program, expect.fingerprint ?? fingerprint, expect.chain);
  if (path.at(-1) !== fingerprint) throw new SealingError("unknown-key");
  if (!(await signed(key, signedBytes("statement", body), fromBase64Url(record.signature)))) {
    throw new SealingError("bad-signature");
  }
  const statement = readStatement(body);
  if (statement.program !== expect.program) throw new SealingError("wrong-program");
  if (statement.number < expect.least) throw new SealingError("older-than-seen");
  return { ...statement, fingerprint } as VerifiedStatement;
}

function readStatement(body: Bytes): Statement {
  const { v, program, number, day, intake, supporters } = readObject(body);
  demand(v === 1 && typeof program === "string" && typeof day === "string" && DAY.test(day));
  const { number: intakeNumber, key, readers } = asObject(intake);
  const statement = {
    program: uuid(program),
    number: counting(number),
    day,
    intake: { number: counting(intakeNumber), key: publicKey(key), readers: asList(readers).map(uuid) },
    supporters: asList(supporters).map((one) => {
      const { id, keyNumber, key: staffKey, name } = asObject(one);
      demand(typeof name === "string" && fromBase64Url(name).length === 32);
      return { id: uuid(id), keyNumber: counting(keyNumber), key: publicKey(staffKey), name };
    }),
  };
  demand(new Set(statement.supporters.map((one) => one.id)).size === statement.supporters.length);
  demand(new Set(statement.intake.readers).size === statement.intake.readers.length);
  // One spelling only: no second record can mean the same, no field can hide.
  demand(sameBytes(statementBytes(statement), body));
  return statement;
}

/** What a succession says: `to` is the next public key, or null where `from` was declared broken. */
interface Succession {
  from: string;
  to: Bytes | null;
}

/**
 * The fingerprints from an old program key to the present one, the old one first. Records may come in any order.
 * A key that was declared broken ends the chain, whatever else it signed.
 */
export async function followChain(program: string, from: string, chain: readonly Signed[]): Promise<string[]> {
  const successions = await Promise.all(chain.map((record) => readSuccession(program, record)));
  const path = [from];
  for (let at = from; ; ) {
    const next = successions.filter((one) => one.from === at);
    if (next.length === 0) return path;
    if (next.some((one) => one.to === null)) throw new SealingError("broken-key");
    const keys = await Promise.all(next.map((one) => programFingerprint(one.to!)));
    if (new Set(keys).size > 1) throw new SealingError("forked-chain");
    at = keys[0]!;
    demand(!path.includes(at));
    path.push(at);
  }
}

async function readSuccession(program: string, record: Signed): Promise<Succession> {
  const body = fromBase64Url(record.body);
  const key = fromBase64Url(record.key);
  if (!(await signed(key, signedBytes("succession", body), fromBase64Url(record.signature)))) {
    throw new SealingError("bad-signature");
  }
  const { v, program: of, from, to } = readObject(body);
  demand(v === 1 && typeof from === "string");
  if (of !== program) throw new SealingError("wrong-program");
  if (from !== (await programFingerprint(key))) throw new SealingError("unknown-key");
  return { from, to: to === null ? null : publicKey(to) };
}

function asObject(value: unknown): Record<string, unknown> {
  demand(typeof value === "object" && value !== null);
  return value as Record<string, unknown>;
}

function asList(value: unknown): unknown[] {
  demand(Array.isArray(value));
  return value;
}

function uuid(value: unknown): string {
  demand(typeof value === "string" && value === value.toLowerCase());
  uuidBytes(value);
  return value;
}

function counting(value: unknown): number {
  demand(typeof value === "number" && Number.isSafeInteger(value) && value >= 1);
  return value;
}

function publicKey(value: unknown): Bytes {
  demand(typeof value === "string");
  const bytes = fromBase64Url(value);
  demand(bytes.length === 32);
  return bytes;
}
