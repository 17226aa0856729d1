import { type Bytes, concat, readU32, u32, utf8, uuidBytes } from "./bytes.ts";
import { SealingError } from "./errors.ts";

export const VERSION = 1;

/** What an envelope is for; the second byte of each. */
export const Kind = {
  note: 1,
  copy: 2,
  opening: 3,
  message: 4,
  intakeWrap: 5,
  programWrap: 6,
  staffWrap: 7,
  memory: 8,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Which way a message goes. */
export const Direction = { none: 0, toSeeker: 1, toSupporter: 2 } as const;
export type Direction = (typeof Direction)[keyof typeof Direction];

/** All that an envelope is tied to. Change any of it and the envelope does not open. */
export interface Binding {
  kind: Kind;
  /** Intake, staff or pairing number, by kind: see docs/protocol.md. */
  keyNumber: number;
  /** The program's id. */
  program: string;
  /** The request's id, or for wraps the id of the person they are for. */
  context: string;
  direction?: Direction;
  sequence?: number;
}

const HEADER = 6;

export function bindingBytes(binding: Binding): Bytes {
  return concat(
    utf8("holdfast/v1"),
    Uint8Array.of(0, VERSION, binding.kind),
    u32(binding.keyNumber),
    uuidBytes(binding.program),
    uuidBytes(binding.context),
    Uint8Array.of(binding.direction ?? Direction.none),
    u32(binding.sequence ?? 0),
  );
}

/** Puts the header before a body. */
export function envelope(binding: Binding, body: Bytes): Bytes {
  return concat(Uint8Array.of(VERSION, binding.kind), u32(binding.keyNumber), body);
}

/** Takes the header off, refusing what is not of these sizes, this version, kind and key number. */
export function bodyOf(bytes: Bytes, binding: Binding, sizes: readonly number[]): Bytes {
  if (!sizes.includes(bytes.length)) throw new SealingError("wrong-length");
  if (bytes[0] !== VERSION) throw new SealingError("wrong-version");
  if (bytes[1] !== binding.kind) throw new SealingError("wrong-kind");
  if (readU32(bytes, 2) !== binding.keyNumber) throw new SealingError("wrong-key-number");
  return bytes.slice(HEADER);
}

/** Bytes an HPKE envelope has, for a plaintext of this size. */
export function hpkeSize(plaintext: number): number {
  return HEADER + 32 + plaintext + 16;
}

/** Bytes an AES-GCM envelope has, for a plaintext of this size. */
export function aesSize(plaintext: number): number {
  return HEADER + 12 + plaintext + 16;
}
