import type { Listener } from "../../shared/api.ts";
import { hasKey, intakeKeys } from "../keys/store.ts";
import type { Mine } from "./opening.ts";

/**
 * What this browser can open with, checked against the program's signed statement: "locked" where the key is to be
 * opened first, "almost" where nobody has signed it yet.
 */
export async function mine(tell: Listener): Promise<Mine | "locked" | "almost"> {
  const found = await intakeKeys(tell);
  if (!found) return (await hasKey()) ? "almost" : "locked";
  const { me, statement, intake } = found;
  if (!me.signed) return "almost";
  return {
    program: statement.program,
    staff: me.key.privateKey,
    keyNumber: me.key.number,
    card: me.card,
    statement,
    intake: (number) => intake.get(number) ?? null,
  };
}
