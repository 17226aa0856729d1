import { linkFingerprint, place, reach } from "./place.ts";
import { statementNow } from "./program.ts";
import { wordsFor } from "./refusals.ts";
import { forgetVisit, openRequest, proof, type RequestView, startVisit } from "./request.ts";
import { derivePhrase, fromBase64Url, normalise, openMemory, SealingError } from "./sealing.ts";

export type Return = { kind: "open" } | { kind: "not"; why: string } | { kind: "refused"; why: string };

/**
 * Words of any number are worked on and asked about alike: that they are mistyped, closed or erased is one answer, by
 * one path.
 */
export async function comeBack(typed: string): Promise<Return> {
  if (normalise(typed) === "") return { kind: "not", why: "visit.words.missing" };
  try {
    const { program } = place();
    const keys = await derivePhrase(typed, program);
    const answer = await reach({ path: "/visit", headers: proof(keys) });
    if (answer.status === 429) return { kind: "not", why: "visit.words.many" };
    if (!answer.ok) return { kind: "not", why: "visit.words.unknown" };
    const view = (await answer.json()) as RequestView;
    // Every request made here has one: a server that keeps it back would take the visit's memory of keys away.
    if (view.memory === null) throw new SealingError("malformed");
    const memory = await openMemory(fromBase64Url(view.memory), keys, program, view.id);
    const seen = { fingerprint: memory.programFingerprint, statementNumber: memory.statementNumber };
    const statement = await statementNow(seen, linkFingerprint());
    startVisit({ keys, phrase: null, seen: { fingerprint: seen.fingerprint, statementNumber: statement.number } });
    await openRequest();
    return { kind: "open" };
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    if (error.reason === "not-loaded") return { kind: "not", why: "visit.do.failed" };
    forgetVisit();
    return { kind: "refused", why: wordsFor(error.reason) };
  }
}
