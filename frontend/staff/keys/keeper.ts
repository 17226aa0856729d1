import { toBase64Url, wrapIntakeKey } from "../../crypto/index.ts";
import { renew } from "../people/signAndSend.ts";
import { type IntakeInUse, intakeKeys, hasKey, watchKey } from "./store.ts";
import { tellKeys } from "./shown.ts";

/**
 * On every staff page: looks after the open key, and does without a word what the program needs of it. A reader's wraps
 * intake keys for newcomers whose key is signed, and gives back wraps of its own that do not open; a director's makes
 * the new intake key that is due since somebody was removed.
 */
export function keeper(): void {
  watchKey();
  void keepUp().catch((error: unknown) => console.warn(error instanceof Error ? error.name : "keeper"));
}

async function keepUp(): Promise<void> {
  if (!(await hasKey())) return;
  const mine = await intakeKeys();
  if (!mine) return;
  const { active, renewalDue } = mine.shown.director ?? { active: [], renewalDue: false };
  if (renewalDue && mine.statement.intake.readers.some((reader) => !active.includes(reader))) await renew();
  for (const number of mine.me.signed ? mine.broken : []) await tellKeys(`wraps/${number}`, undefined, undefined, "DELETE");
  const wraps = await wrapsFor(mine);
  if (wraps.length > 0) await tellKeys("wraps", { wraps });
}

/** Wraps for those whom the signed statement names, to the keys it gives for them; whoever else is asked for gets none. */
export async function wrapsFor(
  mine: Pick<IntakeInUse, "shown" | "statement" | "intake">,
): Promise<{ member: string; wrapped: string }[]> {
  const { program, supporters, intake } = mine.statement;
  const wraps: { member: string; wrapped: string }[] = [];
  for (const { member, number } of mine.shown.toWrap) {
    const newcomer = supporters.find((one) => one.id === member);
    const key = mine.intake.get(number);
    if (!newcomer || !key || !intake.readers.includes(member)) continue;
    const place = { program, reader: member, keyNumber: number };
    wraps.push({ member, wrapped: toBase64Url(await wrapIntakeKey(key, newcomer.key, place)) });
  }
  return wraps;
}
