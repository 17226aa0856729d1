import { place, reach } from "./place.ts";
import { statementNow } from "./program.ts";
import { language } from "./ready.ts";
import { wordsFor } from "./refusals.ts";
import {
  derivePhrase,
  makePhrase,
  roomLeft,
  sealMemory,
  SealingError,
  sealNote,
  toBase64Url,
} from "./sealing.ts";
import { showSent } from "./sent.ts";
import { say } from "./texts.ts";
import { reachable, type Wish, type Words } from "./wish.ts";

export type Answer =
  | { kind: "sent" }
  /** By field, in words. */
  | { kind: "mend"; messages: Record<string, string> }
  /** The key of what to say. */
  | { kind: "refused"; why: string };

/** Closes the words, sends the request, then shows the return words. */
export async function ask(wish: Wish, words: Words, link: string | null): Promise<Answer> {
  try {
    return await send(wish, words, link);
  } catch (error) {
    if (error instanceof SealingError && error.reason === "not-loaded") {
      return { kind: "mend", messages: { send: say("visit.do.failed") } };
    }
    if (error instanceof SealingError) return { kind: "refused", why: wordsFor(error.reason) };
    throw error;
  }
}

async function send(wish: Wish, words: Words, link: string | null): Promise<Answer> {
  const { program } = place();
  const phrase = await makePhrase(language());
  const keys = await derivePhrase(phrase.join(" "), program);
  const note = { ...words, seekerKey: toBase64Url(keys.publicKey) };
  const over = -roomLeft(note);
  if (over > 0) return { kind: "mend", messages: { text: say("visit.send.over", over) } };

  const id = crypto.randomUUID();
  // The intake key may be renewed between our asking for it and the sending: then close it once more, for the new one.
  for (let seen = 0; ; ) {
    const statement = await statementNow({ fingerprint: null, statementNumber: seen }, link);
    const { fingerprint, number, intake } = statement;
    const memory = { programFingerprint: fingerprint, statementNumber: number, requestId: id };
    const body = {
      ...wish,
      id,
      locator: keys.locator,
      secretHash: keys.authHash,
      memory: toBase64Url(await sealMemory(keys, program, memory)),
      note: toBase64Url(await sealNote(note, { program, request: id, intake })),
      intakeNumber: intake.number,
      language: language(),
    };
    const answer = await reach({ path: "/requests", method: "POST", body });
    if (answer.ok) {
      const { code, state } = (await answer.json()) as { code: string; state: string };
      const needsWords = wish.nameFirst || !reachable(wish.ways);
      showSent({ phrase, keys, code, state: state.toUpperCase(), needsWords, statement });
      return { kind: "sent" };
    }
    const messages = await errorsOf(answer);
    const renewed = "intakeNumber" in messages && seen < number;
    if (!renewed) {
      // Renewed again and again, or not to be had: nothing one could mend.
      if ("intakeNumber" in messages) messages.intakeNumber = say("visit.do.failed");
      return { kind: "mend", messages };
    }
    seen = number;
  }
}

async function errorsOf(answer: Response): Promise<Record<string, string>> {
  const body: unknown = await answer.json().catch(() => null);
  const errors = (body as { errors?: Record<string, string> } | null)?.errors;
  // Refused without a field: say so where the words are.
  return errors && Object.keys(errors).length > 0 ? errors : { send: say("visit.do.failed") };
}
