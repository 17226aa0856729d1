import { equal, test } from "../../crypto/testing.ts";
import { IDLE, isIdle } from "./idle.ts";
import { keepPin, readPin } from "./pins.ts";

function storage() {
  const kept = new Map<string, string>();
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) };
}

test("what was seen of a program stays the highest number, whichever window saw it", () => {
  const kept = storage();
  keepPin("harbor", { program: "p", fingerprint: "f", number: 7 }, kept);
  keepPin("harbor", { program: "p", fingerprint: "f", number: 6 }, kept);
  equal(readPin("harbor", kept)?.number, 7);
  equal(readPin("bay", kept), null);
});

test("a key is idle after fifteen minutes, and when the clock was set back", () => {
  equal(isIdle(1_000_000, 1_000_000 + IDLE - 1), false);
  equal(isIdle(1_000_000, 1_000_000 + IDLE), true);
  equal(isIdle(1_000_000, 0), true);
});
