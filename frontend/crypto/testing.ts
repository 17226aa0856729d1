import { type Reason, SealingError } from "./errors.ts";

/** Named tests, told to whatever runs them: node's runner, or `window.runVectors()` in a browser. */
export interface NamedTest {
  name: string;
  run: () => Promise<void>;
}

export const registered: NamedTest[] = [];

export function test(name: string, run: () => Promise<void> | void): void {
  registered.push({ name, run: async () => run() });
}

/** Runs everything that was registered, in order. */
export async function runRegistered(): Promise<{ passed: number; failed: string[] }> {
  const failed: string[] = [];
  for (const { name, run } of registered) {
    try {
      await run();
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? `${error.message}\n${error.stack}` : String(error)}`);
    }
  }
  return { passed: registered.length - failed.length, failed };
}

export function ok(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Equal as JSON; bytes compare by their content. */
export function equal(actual: unknown, expected: unknown, what = "value"): void {
  const [one, other] = [show(actual), show(expected)];
  if (one !== other) throw new Error(`${what}: expected ${other}, got ${one}`);
}

function show(value: unknown): string {
  return value instanceof Uint8Array ? `bytes ${hex(value)}` : (JSON.stringify(value) ?? String(value));
}

/** Refused, for this reason, with our own error and nothing else. */
export async function refused(reason: Reason, work: () => Promise<unknown>): Promise<SealingError> {
  try {
    await work();
  } catch (error) {
    ok(error instanceof SealingError, `expected a SealingError, got ${String(error)}`);
    equal(error.reason, reason, "reason");
    return error;
  }
  throw new Error(`not refused, expected ${reason}`);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** A copy with one bit of one byte changed. */
export function flipped(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[at < 0 ? copy.length + at : at]! ^= 1;
  return copy;
}
