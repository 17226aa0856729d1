import { aesSize, Kind } from "./binding.ts";
import { type Bytes, demand, pad, readObject, unpad, utf8 } from "./bytes.ts";
import type { SeekerKeys } from "./phrase.ts";
import { openWithKey, sealWithKey } from "./symmetric.ts";

/** What the seeker's browser knew when it sent: on return nothing older and no other program key is believed. */
export interface Memory {
  programFingerprint: string;
  statementNumber: number;
  requestId: string;
}

const PADDED = 256;
/** Bytes of every memory. */
export const MEMORY_SIZE = aesSize(PADDED);

function binding(program: string, request: string) {
  return { kind: Kind.memory, keyNumber: 0, program, context: request };
}

export async function sealMemory(keys: SeekerKeys, program: string, memory: Memory): Promise<Bytes> {
  const { programFingerprint, statementNumber, requestId } = memory;
  const fields = { v: 1, programFingerprint, statementNumber, requestId };
  return sealWithKey(keys.memoryKey, binding(program, requestId), pad(utf8(JSON.stringify(fields)), PADDED));
}

/** `request` is the id the server gives for these words; a memory of another request does not open. */
export async function openMemory(bytes: Bytes, keys: SeekerKeys, program: string, request: string): Promise<Memory> {
  const plaintext = await openWithKey(keys.memoryKey, binding(program, request), [MEMORY_SIZE], bytes);
  const { v, programFingerprint, statementNumber, requestId } = readObject(unpad(plaintext));
  demand(v === 1 && typeof programFingerprint === "string" && typeof statementNumber === "number");
  demand(requestId === request);
  return { programFingerprint, statementNumber, requestId: request };
}
