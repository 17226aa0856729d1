import {
  type Bytes,
  type Conversation,
  fromBase64Url,
  type NameCard,
  type Note,
  openConversation,
  openCopy,
  openNote,
  type PrivateKey,
  sealCopy,
  SealingError,
  sealNote,
  toBase64Url,
  type VerifiedStatement,
} from "../../crypto/index.ts";

/** As `GET .../envelopes` gives them; what is not there is null. */
export interface Envelopes {
  requestId: string;
  pairingNumber: number;
  state: string;
  changeAsked: boolean;
  note: string | null;
  intakeNumber: number | null;
  opening: string | null;
  copy: string | null;
}

/** What this person's browser can open with, all checked against the program's signed statement. */
export interface Mine {
  program: string;
  staff: PrivateKey;
  keyNumber: number;
  card: NameCard;
  statement: VerifiedStatement;
  /** The intake key of this number, unwrapped; null where nobody has wrapped it for this person yet. */
  intake: (number: number) => PrivateKey | null;
}

/** What came of it: open, or not yet, or there is nothing, or it was sealed to a key this person had before. */
export type Opened =
  | { kind: "open"; note: Note; conversation: Conversation }
  | { kind: "almost" }
  | { kind: "nothing" }
  | { kind: "older-key" };

/** How the opening is kept: "taken" where another window of ours opened this talk first. */
export type Keep = (opening: string, copy: string) => Promise<"kept" | "taken">;

/**
 * Opens a talk: from our own copy, else from the note, and then makes the opening and the copy and has both kept in one
 * step. Throws a `SealingError` for whatever was altered or swapped.
 */
export async function openTalk(fetch: () => Promise<Envelopes>, mine: Mine, keep: Keep): Promise<Opened> {
  const envelopes = await fetch();
  if (envelopes.copy !== null) return fromCopy(envelopes, envelopes.copy, mine);
  if (envelopes.note === null || envelopes.intakeNumber === null) return { kind: "nothing" };
  const intake = mine.intake(envelopes.intakeNumber);
  if (!intake) return { kind: "almost" };
  const { requestId: request, pairingNumber: number } = envelopes;
  const note = await openNote(fromBase64Url(envelopes.note), intake, {
    program: mine.program,
    request,
    keyNumber: envelopes.intakeNumber,
  });
  const { opening, conversation } = await openConversation({
    program: mine.program,
    request,
    pairing: number,
    staff: mine.staff,
    card: mine.card,
    statementNumber: mine.statement.number,
    seekerKey: note.seekerKey,
  });
  const copy = await sealCopy(note, conversation, { number: mine.keyNumber, key: mine.staff.publicKey });
  if ((await keep(toBase64Url(opening), toBase64Url(copy))) === "kept") return { kind: "open", note, conversation };
  const others = await fetch();
  return others.copy === null ? { kind: "nothing" } : fromCopy(others, others.copy, mine);
}

async function fromCopy({ requestId: request, pairingNumber: number }: Envelopes, copy: string, mine: Mine): Promise<Opened> {
  try {
    const place = { program: mine.program, request, keyNumber: mine.keyNumber };
    const { note, conversation } = await openCopy(fromBase64Url(copy), mine.staff, place);
    // A copy of an earlier pairing of the same request would open too.
    if (conversation.place.pairing !== number) throw new SealingError("not-opened");
    return { kind: "open", note, conversation };
  } catch (error) {
    if (error instanceof SealingError && error.reason === "wrong-key-number") return { kind: "older-key" };
    throw error;
  }
}

/** The note, closed again for whoever comes next. */
export async function forTheNext(
  note: Note,
  request: string,
  mine: Mine,
): Promise<{ note: string; intakeNumber: number }> {
  const { intake } = mine.statement;
  const bytes: Bytes = await sealNote(note, { program: mine.program, request, intake });
  return { note: toBase64Url(bytes), intakeNumber: intake.number };
}
