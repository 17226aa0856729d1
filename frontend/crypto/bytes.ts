import { SealingError } from "./errors.ts";

/** Bytes over a plain buffer: what WebCrypto takes and gives. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The id of no program: for keys that belong to an account and not to one program. */
export const NIL_UUID = "00000000-0000-0000-0000-000000000000";

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes;
}

/** Strict: bytes that are not UTF-8 are `malformed`. */
export function fromUtf8(bytes: Bytes): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SealingError("malformed");
  }
}

export function concat(...parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function u32(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
    throw new SealingError("malformed");
  }
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function readU32(bytes: Bytes, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

export function uuidBytes(uuid: string): Bytes {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) throw new SealingError("malformed");
  const hex = uuid.replaceAll("-", "");
  return Uint8Array.from({ length: 16 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Bytes): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Strict inverse: padding, foreign characters and left-over bits are refused, so each value has one spelling. */
export function fromBase64Url(text: string): Bytes {
  let bytes: Bytes | undefined;
  if (/^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1) {
    const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0));
  }
  if (!bytes || toBase64Url(bytes) !== text) throw new SealingError("malformed");
  return bytes;
}

export function randomBytes(count: number): Bytes {
  if (!globalThis.crypto) throw new SealingError("unsupported");
  return crypto.getRandomValues(new Uint8Array(count));
}

export function sameBytes(one: Bytes, other: Bytes): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let i = 0; i < one.length; i++) difference |= one[i]! ^ other[i]!;
  return difference === 0;
}

/** WebCrypto, or a plain refusal where there is none (http without TLS, for one). */
export function subtle(): SubtleCrypto {
  if (!globalThis.crypto?.subtle) throw new SealingError("unsupported");
  return crypto.subtle;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle().digest("SHA-256", bytes));
}

/** Length (u32), then the content, then zeros up to `size`: equal sizes whatever was written. */
export function pad(content: Bytes, size: number): Bytes {
  const over = content.length + 4 - size;
  if (over > 0) throw new SealingError("too-long", over);
  const padded = new Uint8Array(size);
  padded.set(u32(content.length));
  padded.set(content, 4);
  return padded;
}

export function unpad(padded: Bytes): Bytes {
  if (padded.length < 4) throw new SealingError("malformed");
  const end = 4 + readU32(padded, 0);
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) {
    throw new SealingError("malformed");
  }
  return padded.slice(4, end);
}

/** A JSON object from opened bytes; `malformed` for anything else. */
export function readObject(bytes: Bytes): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(bytes));
  } catch {
    throw new SealingError("malformed");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new SealingError("malformed");
  return value as Record<string, unknown>;
}

/** Refuses unless `holds`: for the shape of what was opened. */
export function demand(holds: boolean): asserts holds {
  if (!holds) throw new SealingError("malformed");
}
