import { BEN, benOpens, PROGRAM, REQUEST, world } from "./cast.ts";
import {
  acceptOpening,
  COPY_SIZE,
  derivePhrase,
  Direction,
  MEMORY_SIZE,
  MESSAGE_SIZES,
  NOTE_SIZE,
  openCopy,
  OPENING_SIZE,
  openMemory,
  openMessage,
  openNote,
  sealCopy,
  sealMemory,
  sealMessage,
  sealNote,
} from "./index.ts";
import { equal, ok, test } from "./testing.ts";

const place = { program: PROGRAM, request: REQUEST, keyNumber: 1 };
const pairing = { program: PROGRAM, request: REQUEST, pairing: 1 };

test("Amara asks, Ben reads, opens, both write, Amara comes back with her words", async () => {
  const w = await world();
  const note = await openNote(w.noteEnvelope, w.intake, place);
  equal(note, w.note);
  const { opening, conversation: bens } = await benOpens(w);
  const accepted = await acceptOpening(opening, {
    ...pairing,
    seeker: w.amara.privateKey,
    statement: w.statement,
    supporterId: BEN,
  });
  equal(accepted.supporter, { id: BEN, name: "Ben Ortiz, RN" });

  const hello = await sealMessage(bens, Direction.toSeeker, 1, "Hello, I am here.");
  equal(await openMessage(accepted.conversation, Direction.toSeeker, 1, hello), "Hello, I am here.");
  const answer = await sealMessage(accepted.conversation, Direction.toSupporter, 1, "Thank you ❤️");
  equal(await openMessage(bens, Direction.toSupporter, 1, answer), "Thank you ❤️");

  const copy = await sealCopy(note, bens, { number: 3, key: w.ben.publicKey });
  const again = await openCopy(copy, w.ben, { ...place, keyNumber: 3 });
  equal(again.note, w.note);
  equal(await openMessage(again.conversation, Direction.toSupporter, 1, answer), "Thank you ❤️");

  const back = await derivePhrase("  Maple, river - CANDLE orbit\nvelvet  anchor tulip. ", PROGRAM);
  equal([back.locator, back.auth, back.authHash], [w.amara.locator, w.amara.auth, w.amara.authHash]);
  const later = await acceptOpening(opening, {
    ...pairing,
    seeker: back.privateKey,
    statement: w.statement,
    supporterId: BEN,
  });
  equal(await openMessage(later.conversation, Direction.toSeeker, 1, hello), "Hello, I am here.");
});

test("a note that Ben passes on opens for the next reader under the intake key of that day", async () => {
  const w = await world();
  const { conversation } = await benOpens(w);
  const copy = await sealCopy(w.note, conversation, { number: 1, key: w.ben.publicKey });
  const { note } = await openCopy(copy, w.ben, place);
  const passedOn = await sealNote(note, { program: PROGRAM, request: REQUEST, intake: w.statement.intake });
  equal(await openNote(passedOn, w.intake, place), w.note);
});

test("memory opens for the same words and tells what was seen", async () => {
  const w = await world();
  const memory = { programFingerprint: w.fingerprint, statementNumber: 7, requestId: REQUEST };
  const sealed = await sealMemory(w.amara, PROGRAM, memory);
  equal(sealed.length, MEMORY_SIZE);
  equal(await openMemory(sealed, w.amara, PROGRAM, REQUEST), memory);
});

test("sizes say nothing: notes, copies and openings have one, messages four", async () => {
  const w = await world();
  const empty = { ...w.note, text: "", contact: "", bestTime: "", leaveMessage: null, callMe: "" };
  const to = { program: PROGRAM, request: REQUEST, intake: w.statement.intake };
  equal(NOTE_SIZE, 4150);
  equal((await sealNote(empty, to)).length, NOTE_SIZE);
  equal((await sealNote({ ...w.note, text: "x".repeat(3000) }, to)).length, NOTE_SIZE);
  const { opening, conversation } = await benOpens(w);
  equal([opening.length, OPENING_SIZE], [566, 566]);
  equal([(await sealCopy(empty, conversation, { number: 1, key: w.ben.publicKey })).length, COPY_SIZE], [4662, 4662]);
  equal(MESSAGE_SIZES, [290, 1058, 4130, 16418]);
  for (const [length, size] of [
    [0, 290],
    [100, 290],
    [300, 1058],
    [3000, 4130],
    [16000, 16418],
  ] as const) {
    equal((await sealMessage(conversation, Direction.toSeeker, 1, "y".repeat(length))).length, size);
  }
});

test("nothing private shows when keys are printed or serialised", async () => {
  const w = await world();
  const { conversation } = await benOpens(w);
  const shown = [w.ben, w.intake, w.dana, w.amara, conversation].map((one) => `${one} ${JSON.stringify({ one })}`);
  equal(shown[0], '[private key] {"one":"[private key]"}');
  equal(shown[2], '[program key] {"one":"[program key]"}');
  equal(shown[3], '[seeker keys] {"one":"[seeker keys]"}');
  equal(shown[4], '[conversation] {"one":"[conversation]"}');
  ok(!shown.join().includes(w.amara.auth), "the secret shows");
});
