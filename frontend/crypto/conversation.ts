import { aesSize, Direction, hpkeSize, Kind } from "./binding.ts";
import { type Bytes, demand, fromBase64Url, pad, randomBytes, readObject, toBase64Url, unpad, utf8 } from "./bytes.ts";
import { SealingError } from "./errors.ts";
import { open, seal } from "./hpke.ts";
import { type Note, noteFields, readNote } from "./note.ts";
import type { PrivateKey } from "./privateKey.ts";
import { checkName, type NameCard, type VerifiedStatement } from "./statement.ts";
import { deriveAesKey, openWithKey, sealWithKey } from "./symmetric.ts";

/** One pairing of one request: the seeker's first supporter is 1, the next after a change 2. */
export interface PairingPlace {
  program: string;
  request: string;
  pairing: number;
}

const OPENING_PADDED = 512;
const COPY_PADDED = 4608;
const MESSAGE_PADDED = [256, 1024, 4096, 16384] as const;

/** Bytes of every opening. */
export const OPENING_SIZE = hpkeSize(OPENING_PADDED);
/** Bytes of every supporter's copy. */
export const COPY_SIZE = hpkeSize(COPY_PADDED);
/** Bytes a message may have: four classes. */
export const MESSAGE_SIZES: readonly number[] = MESSAGE_PADDED.map(aesSize);

let secretOf: (conversation: Conversation) => Bytes;
let keyOf: (conversation: Conversation, direction: Direction) => CryptoKey;

/** Both message keys of one pairing. Shows nothing when printed or serialised. */
export class Conversation {
  readonly place: PairingPlace;
  readonly #secret: Bytes;
  readonly #keys: readonly [CryptoKey, CryptoKey];

  private constructor(place: PairingPlace, secret: Bytes, keys: readonly [CryptoKey, CryptoKey]) {
    this.place = place;
    this.#secret = secret;
    this.#keys = keys;
  }

  static async of(place: PairingPlace, secret: Bytes): Promise<Conversation> {
    demand(secret.length === 32);
    return new Conversation({ program: place.program, request: place.request, pairing: place.pairing }, secret, [
      await deriveAesKey(secret, "holdfast/v1/messages/to-seeker"),
      await deriveAesKey(secret, "holdfast/v1/messages/to-supporter"),
    ]);
  }

  toString(): string {
    return "[conversation]";
  }

  toJSON(): string {
    return "[conversation]";
  }

  static {
    secretOf = (conversation) => conversation.#secret;
    keyOf = (conversation, direction) => conversation.#keys[direction === Direction.toSeeker ? 0 : 1];
  }
}

function openingBinding(place: PairingPlace) {
  return { kind: Kind.opening, keyNumber: place.pairing, program: place.program, context: place.request };
}

/** The supporter opens the conversation, in HPKE Auth mode under the staff key that the statement names. */
export async function openConversation(
  from: PairingPlace & { staff: PrivateKey; card: NameCard; statementNumber: number; seekerKey: string },
): Promise<{ opening: Bytes; conversation: Conversation }> {
  const secret = randomBytes(32);
  const { name, salt, supporterId } = from.card;
  const fields = { v: 1, secret: toBase64Url(secret), name, salt, supporterId, statementNumber: from.statementNumber };
  const plaintext = pad(utf8(JSON.stringify(fields)), OPENING_PADDED);
  const opening = await seal(openingBinding(from), fromBase64Url(from.seekerKey), plaintext, from.staff);
  return { opening, conversation: await Conversation.of(from, secret) };
}

/**
 * The seeker's side. Believes only the key that the signed statement gives for `supporterId` (which the server may
 * name: a wrong one simply does not open), the signed name, and a statement no newer than the one it was given.
 */
export async function acceptOpening(
  opening: Bytes,
  at: PairingPlace & { seeker: PrivateKey; statement: VerifiedStatement; supporterId: string },
): Promise<{ conversation: Conversation; supporter: { id: string; name: string } }> {
  if (at.statement.program !== at.program) throw new SealingError("wrong-program");
  const supporter = at.statement.supporters.find((one) => one.id === at.supporterId);
  if (!supporter) throw new SealingError("unknown-supporter");
  const plaintext = await open(openingBinding(at), OPENING_SIZE, at.seeker, opening, supporter.key);
  const { v, secret, name, salt, supporterId, statementNumber } = readObject(unpad(plaintext));
  demand(v === 1 && typeof secret === "string" && typeof name === "string" && typeof salt === "string");
  demand(supporterId === supporter.id && typeof statementNumber === "number");
  if (at.statement.number < statementNumber) throw new SealingError("older-than-seen");
  await checkName({ name, salt, supporterId: supporter.id }, at.statement);
  const conversation = await Conversation.of(at, fromBase64Url(secret));
  return { conversation, supporter: { id: supporter.id, name } };
}

/** The supporter's own copy: the note and the conversation, for their own next visit. */
export async function sealCopy(
  note: Note,
  conversation: Conversation,
  staff: { number: number; key: Bytes },
): Promise<Bytes> {
  const { program, request, pairing } = conversation.place;
  const fields = { v: 1, note: noteFields(note), secret: toBase64Url(secretOf(conversation)), pairing };
  const binding = { kind: Kind.copy, keyNumber: staff.number, program, context: request };
  return seal(binding, staff.key, pad(utf8(JSON.stringify(fields)), COPY_PADDED));
}

/** `keyNumber` is the supporter's staff key's number. */
export async function openCopy(
  bytes: Bytes,
  staff: PrivateKey,
  place: { program: string; request: string; keyNumber: number },
): Promise<{ note: Note; conversation: Conversation }> {
  const { program, request, keyNumber } = place;
  const binding = { kind: Kind.copy, keyNumber, program, context: request };
  const { v, note, secret, pairing } = readObject(unpad(await open(binding, COPY_SIZE, staff, bytes)));
  demand(v === 1 && typeof note === "object" && note !== null);
  demand(typeof secret === "string" && typeof pairing === "number");
  const conversation = await Conversation.of({ program, request, pairing }, fromBase64Url(secret));
  return { note: readNote(note as Record<string, unknown>), conversation };
}

function messageBinding(conversation: Conversation, direction: Direction, sequence: number) {
  const { program, request, pairing } = conversation.place;
  if (direction === Direction.none) throw new SealingError("malformed");
  return { kind: Kind.message, keyNumber: pairing, program, context: request, direction, sequence };
}

/** Sequence numbers count from 1 in each direction; a resend is the same bytes again, not a second sealing. */
export async function sealMessage(
  conversation: Conversation,
  direction: Direction,
  sequence: number,
  text: string,
): Promise<Bytes> {
  const content = utf8(JSON.stringify({ v: 1, text }));
  const largest = MESSAGE_PADDED[3];
  const size = MESSAGE_PADDED.find((room) => content.length + 4 <= room) ?? largest;
  const binding = messageBinding(conversation, direction, sequence);
  return sealWithKey(keyOf(conversation, direction), binding, pad(content, size));
}

export async function openMessage(
  conversation: Conversation,
  direction: Direction,
  sequence: number,
  bytes: Bytes,
): Promise<string> {
  const binding = messageBinding(conversation, direction, sequence);
  const plaintext = await openWithKey(keyOf(conversation, direction), binding, MESSAGE_SIZES, bytes);
  const { v, text } = readObject(unpad(plaintext));
  demand(v === 1 && typeof text === "string");
  return text;
}
