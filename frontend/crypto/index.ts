/** Everything that seals, opens, signs or checks. Protocol and byte layouts: docs/protocol.md. */
export { Direction, Kind, VERSION } from "./binding.ts";
export { type Bytes, fromBase64Url, NIL_UUID, toBase64Url } from "./bytes.ts";
export {
  acceptOpening,
  type Conversation,
  COPY_SIZE,
  MESSAGE_SIZES,
  openConversation,
  openCopy,
  OPENING_SIZE,
  openMessage,
  type PairingPlace,
  sealCopy,
  sealMessage,
} from "./conversation.ts";
export { type Reason, SealingError } from "./errors.ts";
export { type Memory, MEMORY_SIZE, openMemory, sealMemory } from "./memory.ts";
export { type Note, NOTE_SIZE, type NotePlace, openNote, roomLeft, sealNote } from "./note.ts";
export { derivePhrase, normalise, SeekerKeys } from "./phrase.ts";
export { forStorage, fromStorage, type PrivateKey, type StoredKey } from "./privateKey.ts";
export { prepare } from "./prepare.ts";
export {
  type HolderPlace,
  makeProgramKey,
  printedSheet,
  PROGRAM_WRAP_SIZE,
  type ProgramKey,
  programKeyFromSheet,
  signStatement,
  signSuccession,
  unwrapProgramKey,
  wrapProgramKey,
} from "./programKey.ts";
export {
  INTAKE_WRAP_SIZE,
  makeIntakeKey,
  makeStaffKey,
  type ReaderPlace,
  rewrapStaffKey,
  STAFF_WRAP_SIZE,
  type StaffPlace,
  unwrapIntakeKey,
  unwrapStaffKey,
  wrapIntakeKey,
  wrapStaffKey,
} from "./staffKey.ts";
export {
  checkName,
  followChain,
  type NameCard,
  nameCommitment,
  newNameCard,
  programFingerprint,
  type Signed,
  staffFingerprint,
  type Statement,
  type VerifiedStatement,
  verifyStatement,
} from "./statement.ts";
export { type Language, makePassphrase, makePhrase, PASSPHRASE_WORDS, PHRASE_WORDS } from "./words.ts";
