import { BEA, BEN, DANA, PROGRAM, REQUEST, world } from "./cast.ts";
import {
  forStorage,
  fromStorage,
  INTAKE_WRAP_SIZE,
  makeIntakeKey,
  makePassphrase,
  makeProgramKey,
  makeStaffKey,
  openNote,
  printedSheet,
  PROGRAM_WRAP_SIZE,
  programKeyFromSheet,
  rewrapStaffKey,
  sealNote,
  STAFF_WRAP_SIZE,
  unwrapIntakeKey,
  unwrapProgramKey,
  unwrapStaffKey,
  wrapIntakeKey,
  wrapProgramKey,
  wrapStaffKey,
} from "./index.ts";
import { without } from "./missing.ts";
import { keyPair, type StoredKey, wrappable } from "./privateKey.ts";
import { equal, flipped, ok, refused, test } from "./testing.ts";

const bens = { program: PROGRAM, account: BEN, keyNumber: 1 };
const reader = { program: PROGRAM, reader: BEN, keyNumber: 1 };
const holder = { program: PROGRAM, holder: DANA, keyNumber: 1 };
const place = { program: PROGRAM, request: REQUEST, keyNumber: 1 };

test("a staff key comes back with its passphrase, for use only", async () => {
  const key = await makeStaffKey();
  const passphrase = (await makePassphrase("es")).join(" ");
  const wrapped = await wrapStaffKey(passphrase, key, bens);
  equal([wrapped.length, STAFF_WRAP_SIZE], [82, 82]);
  const opened = await unwrapStaffKey(passphrase.toUpperCase(), wrapped, bens, key.publicKey);
  equal(opened.publicKey, key.publicKey);
  ok(!keyPair(opened).privateKey.extractable, "it can be read out");
  await refused("bad-key", async () => wrappable(opened));

  await refused("wrong-passphrase", () => unwrapStaffKey("six other words", wrapped, bens, key.publicKey));
  await refused("wrong-passphrase", () => unwrapStaffKey(passphrase, flipped(wrapped, 6), bens, key.publicKey));
  await refused("wrong-passphrase", () => unwrapStaffKey(passphrase, flipped(wrapped, -1), bens, key.publicKey));
  const beas = { ...bens, account: BEA };
  await refused("wrong-passphrase", () => unwrapStaffKey(passphrase, wrapped, beas, key.publicKey));
  const other = await makeStaffKey();
  await refused("key-mismatch", () => unwrapStaffKey(passphrase, wrapped, bens, other.publicKey));
});

test("a new passphrase opens the same key, the old one no longer", async () => {
  const key = await makeStaffKey();
  const again = await rewrapStaffKey("old words", await wrapStaffKey("old words", key, bens), bens, "new words");
  equal((await unwrapStaffKey("new words", again, bens, key.publicKey)).publicKey, key.publicKey);
  await refused("wrong-passphrase", () => unwrapStaffKey("old words", again, bens, key.publicKey));
});

test("a reader opens the intake key and wraps it for a newcomer, whose notes open then", async () => {
  const w = await world();
  const forBen = await wrapIntakeKey(w.intake, w.ben.publicKey, reader);
  equal([forBen.length, INTAKE_WRAP_SIZE], [86, 86]);
  const bensIntake = await unwrapIntakeKey(forBen, w.ben, reader, w.statement.intake.key);
  const beas = { ...reader, reader: BEA };
  const forBea = await wrapIntakeKey(bensIntake, w.bea.publicKey, beas);
  const beasIntake = await unwrapIntakeKey(forBea, w.bea, beas, w.statement.intake.key);
  equal(await openNote(w.noteEnvelope, beasIntake, place), w.note);
});

test("an intake key that is not the signed one, altered or another's is refused", async () => {
  const w = await world();
  const signed = w.statement.intake.key;
  const swapped = await wrapIntakeKey(await makeIntakeKey(), w.ben.publicKey, reader);
  await refused("key-mismatch", () => unwrapIntakeKey(swapped, w.ben, reader, signed));
  const wrapped = await wrapIntakeKey(w.intake, w.ben.publicKey, reader);
  await refused("not-opened", () => unwrapIntakeKey(wrapped, w.bea, reader, signed));
  await refused("not-opened", () => unwrapIntakeKey(flipped(wrapped, -1), w.ben, reader, signed));
  await refused("not-opened", () => unwrapIntakeKey(wrapped, w.ben, { ...reader, reader: BEA }, signed));
  await refused("wrong-key-number", () => unwrapIntakeKey(wrapped, w.ben, { ...reader, keyNumber: 2 }, signed));
});

test("a program key comes back from its wrap, and another is refused", async () => {
  const w = await world();
  const wrapped = await wrapProgramKey(w.dana, w.ben.publicKey, holder);
  equal([wrapped.length, PROGRAM_WRAP_SIZE], [86, 86]);
  equal((await unwrapProgramKey(wrapped, w.ben, holder, w.dana.publicKey)).publicKey, w.dana.publicKey);
  await refused("not-opened", () => unwrapProgramKey(wrapped, w.bea, holder, w.dana.publicKey));
  const other = await wrapProgramKey(await makeProgramKey(), w.ben.publicKey, holder);
  await refused("key-mismatch", () => unwrapProgramKey(other, w.ben, holder, w.dana.publicKey));
});

test("the printed sheet brings the program key back, however it is typed", async () => {
  const { dana } = await world();
  const words = await printedSheet(dana);
  equal(words.length, 24);
  const typed = words.map((word, i) => `${i + 1}. ${word.toUpperCase()}`).join("\n");
  equal((await programKeyFromSheet(typed)).publicKey, dana.publicKey);
  const swapped = [words[1], words[0], ...words.slice(2)].join(" ");
  if (words[0] !== words[1]) {
    const wrong = await programKeyFromSheet(swapped).then((key) => key.publicKey, () => null);
    ok(wrong === null || wrong.join() !== dana.publicKey.join(), "swapped words gave the same key");
  }
  await refused("bad-words", () => programKeyFromSheet(words.slice(1).join(" ")));
  await refused("bad-words", () => programKeyFromSheet(`${words.slice(1).join(" ")} hospitall`));
});

test("a key survives the browser's store, and nothing in the store can be read out", async () => {
  const w = await world();
  const wrapped = await wrapStaffKey("words", w.ben, bens);
  const opened = await unwrapStaffKey("words", wrapped, bens, w.ben.publicKey);
  const stored = structuredClone(await forStorage(opened));
  ok(stored.privateKey instanceof CryptoKey && !stored.privateKey.extractable, "it can be read out");
  const key = await fromStorage(stored);
  const sealed = await wrapIntakeKey(w.intake, w.ben.publicKey, reader);
  equal((await unwrapIntakeKey(sealed, key, reader, w.intake.publicKey)).publicKey, w.intake.publicKey);
});

test("a browser without X25519 seals, opens, wraps and stores the same", async () => {
  const w = await world();
  const sealed = await wrapIntakeKey(w.intake, w.ben.publicKey, reader);
  const wrapped = await wrapStaffKey("words", w.ben, bens);
  await without("X25519", async () => {
    const ben = await unwrapStaffKey("words", wrapped, bens, w.ben.publicKey);
    const stored: StoredKey = structuredClone(await forStorage(ben));
    const intake = await unwrapIntakeKey(sealed, await fromStorage(stored), reader, w.statement.intake.key);
    equal(await openNote(w.noteEnvelope, intake, place), w.note);
    const to = { program: PROGRAM, request: REQUEST, intake: w.statement.intake };
    equal(await openNote(await sealNote(w.note, to), intake, place), w.note);
    await refused("not-opened", () => openNote(flipped(w.noteEnvelope, 50), intake, place));
    await refused("bad-key", () => sealNote(w.note, { ...to, intake: { number: 1, key: new Uint8Array(32) } }));
  });
});
