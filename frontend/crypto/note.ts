import { hpkeSize, Kind } from "./binding.ts";
import { type Bytes, demand, fromBase64Url, pad, readObject, unpad, utf8 } from "./bytes.ts";
import { open, seal } from "./hpke.ts";
import type { PrivateKey } from "./privateKey.ts";

/** What the seeker writes for the one person who says yes. Absent answers are empty strings, or null. */
export interface Note {
  text: string;
  /** A number or address; empty for "only here". */
  contact: string;
  bestTime: string;
  leaveMessage: boolean | null;
  /** What to call me. */
  callMe: string;
  /** The seeker's X25519 public key, base64url. It is believed from nowhere else. */
  seekerKey: string;
}

/** Which note this is. `keyNumber` is the intake key's number. */
export interface NotePlace {
  program: string;
  request: string;
  keyNumber: number;
}

const PADDED = 4096;
/** Bytes of every note envelope, empty or full. */
export const NOTE_SIZE = hpkeSize(PADDED);

function binding(place: NotePlace) {
  return { kind: Kind.note, keyNumber: place.keyNumber, program: place.program, context: place.request };
}

/** Refuses with `too-long` and how many bytes it is over. */
export async function sealNote(
  note: Note,
  to: { program: string; request: string; intake: { number: number; key: Bytes } },
): Promise<Bytes> {
  const plaintext = pad(utf8(JSON.stringify(noteFields(note))), PADDED);
  return seal(binding({ ...to, keyNumber: to.intake.number }), to.intake.key, plaintext);
}

export async function openNote(bytes: Bytes, intake: PrivateKey, place: NotePlace): Promise<Note> {
  return readNote(readObject(unpad(await open(binding(place), NOTE_SIZE, intake, bytes))));
}

/** How many bytes of room are left; below zero it is too long. For a counter at the field. */
export function roomLeft(note: Note): number {
  return PADDED - 4 - utf8(JSON.stringify(noteFields(note))).length;
}

/** One order of fields, version first; nothing that was not asked for. */
export function noteFields(note: Note): Record<string, unknown> {
  const { text, contact, bestTime, leaveMessage, callMe, seekerKey } = note;
  return { v: 1, text, contact, bestTime, leaveMessage, callMe, seekerKey };
}

export function readNote(fields: Record<string, unknown>): Note {
  const { v, text, contact, bestTime, leaveMessage, callMe, seekerKey } = fields;
  demand(v === 1 && typeof text === "string" && typeof contact === "string" && typeof bestTime === "string");
  demand(leaveMessage === null || typeof leaveMessage === "boolean");
  demand(typeof callMe === "string" && typeof seekerKey === "string" && fromBase64Url(seekerKey).length === 32);
  return { text, contact, bestTime, leaveMessage, callMe, seekerKey };
}
