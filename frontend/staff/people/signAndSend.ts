import { toBase64Url } from "../../crypto/index.ts";
import { currentKey, statementOf } from "../keys/store.ts";
import { fetchShown, type Newcomer, tellKeys } from "../keys/shown.ts";
import { type Desk, nextStatement, programKey, wrapForHolder } from "./signing.ts";

/** What came of signing: done, or the short word why not. `locked` and `no-holder` are about the director's own key. */
export type Signed = "done" | "nothing" | "locked" | "no-holder" | "changed" | string;

/** What stands on this director's desk now; null while their key is not open here. */
export async function desk(): Promise<Desk | null> {
  const key = await currentKey();
  const shown = key && (await fetchShown());
  return key && shown?.director ? { shown, before: await statementOf(shown), key } : null;
}

/**
 * Signs for somebody whose numbers were compared just now: names them in the next statement, wraps the program key for
 * them, or both. Their key is the one that was compared; if the server has another by now, nothing is signed.
 */
export async function signFor(compared: Newcomer): Promise<Signed> {
  return tried(async (now, program) => {
    const there = now.shown.director?.newcomers.find((one) => one.member === compared.member);
    if (!there) return named(now, compared) ? "done" : "changed"; // by another director, or in another window
    if (there.publicKey !== compared.publicKey || there.keyNumber !== compared.keyNumber) return "changed";
    if (there.holder) {
      const wrapped = await wrapForHolder(now, program, compared);
      const answer = await tellKeys("holders", { member: compared.member, wrapped });
      if (!answer.ok) return answer.why;
    }
    return there.supporter ? send(await nextStatement(now, program, compared)) : "done";
  });
}

function named({ before }: Desk, { member, publicKey, supporter }: Newcomer): boolean {
  return !supporter || (before?.supporters ?? []).some((one) => one.id === member && toBase64Url(one.key) === publicKey);
}

/** Makes the new intake key that is due since somebody left, and signs it. */
export async function renew(): Promise<Signed> {
  return tried(async (now, program) => {
    if (!now.before || !now.shown.director?.renewalDue) return "nothing";
    return send(await nextStatement(now, program, null));
  });
}

async function send(posted: Awaited<ReturnType<typeof nextStatement>>): Promise<Signed> {
  const answer = await tellKeys("statements", posted);
  return answer.ok ? "done" : answer.why;
}

/** Where another director signed in between, ours is made anew on top of theirs. */
async function tried(sign: (now: Desk, program: NonNullable<Awaited<ReturnType<typeof programKey>>>) => Promise<Signed>): Promise<Signed> {
  for (let left = 3; ; left--) {
    const now = await desk();
    if (!now) return "locked";
    const program = await programKey(now);
    if (!program) return "no-holder";
    const signed = await sign(now, program);
    if (signed !== "overtaken" || left === 0) return signed;
  }
}
