import { place, reach } from "./place.ts";
import { SealingError, type VerifiedStatement, verifyStatement } from "./sealing.ts";

/** As `GET /keys` gives them: the program keys, oldest first, and the present statement. */
export interface ProgramKeys {
  program: string;
  programKeys: {
    number: number;
    key: string;
    /** What the key before signed about this one; null for the first, or where the one before was declared broken. */
    succession: string | null;
    signature: string | null;
    broken: boolean;
  }[];
  statement: { body: string; signature: string; keyNumber: number };
}

/** What this visit has seen and will not go back behind. */
export interface Seen {
  fingerprint: string | null;
  statementNumber: number;
}

/** The records that `verifyStatement` wants: each succession beside the key that signed it, the one before. */
export function signedRecords(keys: ProgramKeys) {
  const keyOf = (number: number) => {
    const found = keys.programKeys.find((one) => one.number === number)?.key;
    if (found === undefined) throw new SealingError("malformed");
    return found;
  };
  const chain = keys.programKeys.flatMap(({ number, succession, signature }) =>
    succession && signature ? [{ body: succession, signature, key: keyOf(number - 1) }] : [],
  );
  const { body, signature, keyNumber } = keys.statement;
  return { chain, statement: { body, signature, key: keyOf(keyNumber) } };
}

/**
 * Fetches what the program says and checks it against the link and against what was seen before; both must lead to the
 * key that signed.
 */
export async function statementNow(seen: Seen, link: string | null): Promise<VerifiedStatement> {
  const answer = await reach({ path: "/keys" });
  if (!answer.ok) throw new SealingError("malformed");
  const keys = (await answer.json()) as ProgramKeys;
  const { chain, statement } = signedRecords(keys);
  const expect = { program: place().program, least: seen.statementNumber, chain };
  const verified = await verifyStatement(statement, { ...expect, fingerprint: seen.fingerprint ?? link });
  if (link !== null && seen.fingerprint !== null) await verifyStatement(statement, { ...expect, fingerprint: link });
  return verified;
}
