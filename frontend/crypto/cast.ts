import { type Bytes, toBase64Url } from "./bytes.ts";
import {
  type Conversation,
  derivePhrase,
  makeIntakeKey,
  makeProgramKey,
  makeStaffKey,
  type NameCard,
  nameCommitment,
  newNameCard,
  type Note,
  openConversation,
  type PrivateKey,
  type ProgramKey,
  programFingerprint,
  sealNote,
  type SeekerKeys,
  signStatement,
  type Statement,
  type VerifiedStatement,
  verifyStatement,
} from "./index.ts";

/** The named world of the tests: Amara asks, Ben and Bea support, Dana directs. Made anew where a test asks. */
export const PROGRAM = "6d1f5f0e-8f43-4e0b-9a6a-0c6b4a1c2d3e";
export const OTHER_PROGRAM = "7d1f5f0e-8f43-4e0b-9a6a-0c6b4a1c2d3e";
export const REQUEST = "0f6a2c1e-3b4d-4c5e-8f70-112233445566";
export const OTHER_REQUEST = "1f6a2c1e-3b4d-4c5e-8f70-112233445566";
export const BEN = "018f5a2b-0000-7000-8000-0000000000b1";
export const BEA = "018f5a2b-0000-7000-8000-0000000000b2";
export const DANA = "018f5a2b-0000-7000-8000-0000000000d1";

export interface World {
  dana: ProgramKey;
  fingerprint: string;
  intake: PrivateKey;
  ben: PrivateKey;
  bea: PrivateKey;
  benCard: NameCard;
  beaCard: NameCard;
  statement: VerifiedStatement;
  amara: SeekerKeys;
  note: Note;
  noteEnvelope: Bytes;
}

export async function statementOf(
  world: Pick<World, "intake" | "ben" | "bea" | "benCard" | "beaCard">,
  number = 1,
): Promise<Statement> {
  return {
    program: PROGRAM,
    number,
    day: "2025-03-01",
    intake: { number: 1, key: world.intake.publicKey, readers: [BEN, BEA] },
    supporters: [
      { id: BEN, keyNumber: 1, key: world.ben.publicKey, name: await nameCommitment(world.benCard) },
      { id: BEA, keyNumber: 1, key: world.bea.publicKey, name: await nameCommitment(world.beaCard) },
    ],
  };
}

export function noteFrom(amara: SeekerKeys, text = "A hard night. I cannot stop thinking."): Note {
  const seekerKey = toBase64Url(amara.publicKey);
  return { text, contact: "555 0100", bestTime: "after six", leaveMessage: false, callMe: "A.", seekerKey };
}

export async function newWorld(): Promise<World> {
  const dana = await makeProgramKey();
  const [intake, ben, bea] = [await makeIntakeKey(), await makeStaffKey(), await makeStaffKey()];
  const [benCard, beaCard] = [newNameCard(BEN, "Ben Ortiz, RN"), newNameCard(BEA, "Bea Lind, MD")];
  const fingerprint = await programFingerprint(dana.publicKey);
  const record = await signStatement(dana, await statementOf({ intake, ben, bea, benCard, beaCard }));
  const statement = await verifyStatement(record, { program: PROGRAM, fingerprint, least: 0, chain: [] });
  const amara = await derivePhrase("maple river candle orbit velvet anchor tulip", PROGRAM);
  const note = noteFrom(amara);
  const noteEnvelope = await sealNote(note, { program: PROGRAM, request: REQUEST, intake: statement.intake });
  return { dana, fingerprint, intake, ben, bea, benCard, beaCard, statement, amara, note, noteEnvelope };
}

let shared: Promise<World> | undefined;

/** One world for all tests that only look. */
export function world(): Promise<World> {
  return (shared ??= newWorld());
}

/** Ben says yes. */
export async function benOpens(
  { ben, benCard, note }: World,
  pairing = 1,
): Promise<{ opening: Bytes; conversation: Conversation }> {
  const place = { program: PROGRAM, request: REQUEST, pairing };
  return openConversation({ ...place, staff: ben, card: benCard, statementNumber: 1, seekerKey: note.seekerKey });
}
