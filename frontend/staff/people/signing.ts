import {
  fromBase64Url,
  makeIntakeKey,
  nameCommitment,
  type PrivateKey,
  type ProgramKey,
  programFingerprint,
  SealingError,
  signStatement,
  type Statement,
  toBase64Url,
  unwrapProgramKey,
  type VerifiedStatement,
  wrapIntakeKey,
  wrapProgramKey,
} from "../../crypto/index.ts";
import type { OpenKey } from "../keys/trust.ts";
import type { Newcomer, Shown } from "../keys/shown.ts";

/** What a director's browser has when it signs: what the server tells, what it believes of it, its own open key. */
export interface Desk {
  shown: Shown;
  /** The statement before, checked; null before the first. */
  before: VerifiedStatement | null;
  key: OpenKey;
}

/** As `POST .../keys/statements` takes it. */
export interface Posted {
  body: string;
  signature: string;
  wraps: { member: string; wrapped: string }[];
}

/**
 * The program key, opened with the director's own; null where it was not wrapped for them. It counts only if it is the
 * one that signed the statement before.
 */
export async function programKey({ shown, before, key }: Desk): Promise<ProgramKey | null> {
  const newest = shown.keys.programKeys.reduce<(typeof shown.keys.programKeys)[number] | null>(
    (last, one) => (last && last.number > one.number ? last : one),
    null,
  );
  const wrap = shown.director?.programWraps.find((one) => one.number === newest?.number && one.keyNumber === key.number);
  if (!newest || !wrap) return null;
  const expected = fromBase64Url(newest.key);
  if (before && (await programFingerprint(expected)) !== before.fingerprint) throw new SealingError("unknown-key");
  const place = { program: shown.keys.program, holder: shown.member, keyNumber: key.number };
  return unwrapProgramKey(fromBase64Url(wrap.wrapped), key.privateKey, place, expected);
}

/**
 * The statement after the one before: without those who left, with whoever was compared just now, under their key as it
 * was compared. Where somebody could open the intake key who should not any more, or nobody who should, it names a new
 * one, wrapped for all its readers.
 */
export async function nextStatement(desk: Desk, program: ProgramKey, compared: Newcomer | null): Promise<Posted> {
  const { shown, before } = desk;
  const director = shown.director!;
  const stay = (before?.supporters ?? []).filter(
    (one) => director.active.includes(one.id) && one.id !== compared?.member,
  );
  const supporters = compared ? [...stay, await entry(compared)] : stay;
  const readers = supporters.map((one) => one.id);
  const renewed = before && !renewalDue(desk, supporters) ? null : await newIntake(desk);
  const intake = renewed?.intake ?? before!.intake;
  const statement: Statement = {
    program: shown.keys.program,
    number: (before?.number ?? 0) + 1,
    day: shown.day,
    intake: { number: intake.number, key: intake.key, readers },
    supporters,
  };
  const { body, signature } = await signStatement(program, statement);
  return { body, signature, wraps: renewed ? await wrapForAll(statement, renewed.key) : [] };
}

/** The program key for another director who was compared just now. */
export async function wrapForHolder(desk: Desk, program: ProgramKey, compared: Newcomer): Promise<string> {
  const place = { program: desk.shown.keys.program, holder: compared.member, keyNumber: compared.keyNumber };
  return toBase64Url(await wrapProgramKey(program, fromBase64Url(compared.publicKey), place));
}

/** Whether a new intake key is due with these supporters: the server says so, or this browser sees it. */
function renewalDue({ shown, before }: Desk, supporters: Statement["supporters"]): boolean {
  const { renewalDue: due, intakeHolders, active } = shown.director!;
  const left = before!.intake.readers.some((reader) => !active.includes(reader));
  const held = intakeHolders.some(({ member, keyNumber }) =>
    supporters.some((one) => one.id === member && one.keyNumber === keyNumber),
  );
  return due || left || !held;
}

async function newIntake({ shown, before }: Desk): Promise<{ key: PrivateKey; intake: { number: number; key: Uint8Array<ArrayBuffer> } }> {
  const key = await makeIntakeKey();
  const number = 1 + Math.max(before?.intake.number ?? 0, ...shown.intakeKeys.map((one) => one.number));
  return { key, intake: { number, key: key.publicKey } };
}

function wrapForAll(statement: Statement, key: PrivateKey): Promise<{ member: string; wrapped: string }[]> {
  return Promise.all(
    statement.supporters.map(async ({ id, key: staff }) => {
      const place = { program: statement.program, reader: id, keyNumber: statement.intake.number };
      return { member: id, wrapped: toBase64Url(await wrapIntakeKey(key, staff, place)) };
    }),
  );
}

async function entry({ member, name, salt, keyNumber, publicKey }: Newcomer): Promise<Statement["supporters"][number]> {
  const card = { supporterId: member, name, salt };
  return { id: member, keyNumber, key: fromBase64Url(publicKey), name: await nameCommitment(card) };
}
