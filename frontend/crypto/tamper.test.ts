import { BEA, BEN, benOpens, OTHER_PROGRAM, OTHER_REQUEST, PROGRAM, REQUEST, world } from "./cast.ts";
import {
  acceptOpening,
  type Bytes,
  Direction,
  makeStaffKey,
  openConversation,
  openCopy,
  openMemory,
  openMessage,
  openNote,
  type Reason,
  sealCopy,
  sealMemory,
  sealMessage,
  sealNote,
} from "./index.ts";
import { Conversation } from "./conversation.ts";
import { randomBytes } from "./bytes.ts";
import { equal, flipped, refused, test } from "./testing.ts";

type Opens = (bytes: Bytes) => Promise<unknown>;

/** Every class of change to the bytes of one envelope. */
async function refusesChanges(bytes: Bytes, opens: Opens, inner: readonly number[]): Promise<void> {
  await opens(bytes);
  const header: [number, Reason][] = [
    [0, "wrong-version"],
    [1, "wrong-kind"],
    [2, "wrong-key-number"],
    [5, "wrong-key-number"],
  ];
  for (const [at, reason] of header) await refused(reason, () => opens(flipped(bytes, at)));
  for (const at of [...inner, -1]) await refused("not-opened", () => opens(flipped(bytes, at)));
  await refused("wrong-length", () => opens(bytes.slice(0, -1)));
  await refused("wrong-length", () => opens(new Uint8Array([...bytes, 0])));
  await refused("wrong-length", () => opens(new Uint8Array(0)));
}

// First and last byte of the encapsulated key, first of the ciphertext, one inside.
const HPKE_PLACES = [6, 36, 38, 200];
// First and last byte of the nonce, first of the ciphertext, one inside.
const AES_PLACES = [6, 17, 18, 100];

const place = { program: PROGRAM, request: REQUEST, keyNumber: 1 };
const pairing = { program: PROGRAM, request: REQUEST, pairing: 1 };

test("an altered or swapped note is refused", async () => {
  const w = await world();
  await refusesChanges(w.noteEnvelope, (bytes) => openNote(bytes, w.intake, place), HPKE_PLACES);
  await refused("not-opened", () => openNote(w.noteEnvelope, w.intake, { ...place, program: OTHER_PROGRAM }));
  await refused("not-opened", () => openNote(w.noteEnvelope, w.intake, { ...place, request: OTHER_REQUEST }));
  await refused("wrong-key-number", () => openNote(w.noteEnvelope, w.intake, { ...place, keyNumber: 2 }));
  await refused("not-opened", () => openNote(w.noteEnvelope, w.ben, place));
});

test("a number changed in the header and in what is asked for does not help either", async () => {
  const w = await world();
  const renumbered = w.noteEnvelope.slice();
  renumbered[5] = 2;
  await refused("not-opened", () => openNote(renumbered, w.intake, { ...place, keyNumber: 2 }));
});

test("an altered or swapped copy is refused", async () => {
  const w = await world();
  const { conversation } = await benOpens(w);
  const copy = await sealCopy(w.note, conversation, { number: 1, key: w.ben.publicKey });
  await refusesChanges(copy, (bytes) => openCopy(bytes, w.ben, place), HPKE_PLACES);
  await refused("not-opened", () => openCopy(copy, w.ben, { ...place, request: OTHER_REQUEST }));
  await refused("not-opened", () => openCopy(copy, w.bea, place));
});

test("an altered or swapped opening is refused, and so is one by anybody but the signed supporter", async () => {
  const w = await world();
  const { opening } = await benOpens(w);
  const at = { ...pairing, seeker: w.amara.privateKey, statement: w.statement, supporterId: BEN };
  await refusesChanges(opening, (bytes) => acceptOpening(bytes, at), HPKE_PLACES);
  await refused("not-opened", () => acceptOpening(opening, { ...at, request: OTHER_REQUEST }));
  await refused("wrong-key-number", () => acceptOpening(opening, { ...at, pairing: 2 }));
  await refused("wrong-program", () => acceptOpening(opening, { ...at, program: OTHER_PROGRAM }));
  await refused("not-opened", () => acceptOpening(opening, { ...at, supporterId: BEA }));
  await refused("unknown-supporter", () => acceptOpening(opening, { ...at, supporterId: REQUEST }));
  await refused("not-opened", () => acceptOpening(opening, { ...at, seeker: w.intake }));

  const eve = await makeStaffKey();
  const from = { ...pairing, statementNumber: 1, seekerKey: w.note.seekerKey };
  const byEve = await openConversation({ ...from, staff: eve, card: w.benCard });
  await refused("not-opened", () => acceptOpening(byEve.opening, at));
  const beaAsBen = await openConversation({ ...from, staff: w.bea, card: w.benCard });
  await refused("malformed", () => acceptOpening(beaAsBen.opening, { ...at, supporterId: BEA }));
  const otherName = await openConversation({ ...from, staff: w.ben, card: { ...w.benCard, name: "Dr. Else" } });
  await refused("name-mismatch", () => acceptOpening(otherName.opening, at));
  const newer = await openConversation({ ...from, staff: w.ben, card: w.benCard, statementNumber: 2 });
  await refused("older-than-seen", () => acceptOpening(newer.opening, at));
});

test("an altered, swapped, turned or renumbered message is refused", async () => {
  const w = await world();
  const { conversation } = await benOpens(w);
  const sealed = await sealMessage(conversation, Direction.toSeeker, 3, "I can call at six.");
  await refusesChanges(sealed, (bytes) => openMessage(conversation, Direction.toSeeker, 3, bytes), AES_PLACES);
  await refused("not-opened", () => openMessage(conversation, Direction.toSupporter, 3, sealed));
  await refused("not-opened", () => openMessage(conversation, Direction.toSeeker, 4, sealed));
  await refused("malformed", () => sealMessage(conversation, Direction.none, 1, "x"));
  const another = await benOpens(w);
  await refused("not-opened", () => openMessage(another.conversation, Direction.toSeeker, 3, sealed));
});

test("the same secret elsewhere opens nothing: request, pairing and program are bound", async () => {
  const secret = randomBytes(32);
  const sealed = await sealMessage(await Conversation.of(pairing, secret), Direction.toSeeker, 1, "x");
  equal(await openMessage(await Conversation.of(pairing, secret), Direction.toSeeker, 1, sealed), "x");
  const elsewhere = async (change: Partial<typeof pairing>, reason: Reason) => {
    const conversation = await Conversation.of({ ...pairing, ...change }, secret);
    await refused(reason, () => openMessage(conversation, Direction.toSeeker, 1, sealed));
  };
  await elsewhere({ request: OTHER_REQUEST }, "not-opened");
  await elsewhere({ program: OTHER_PROGRAM }, "not-opened");
  await elsewhere({ pairing: 2 }, "wrong-key-number");
});

test("an altered memory, or one of another request, is refused", async () => {
  const w = await world();
  const memory = { programFingerprint: w.fingerprint, statementNumber: 1, requestId: REQUEST };
  const sealed = await sealMemory(w.amara, PROGRAM, memory);
  await refusesChanges(sealed, (bytes) => openMemory(bytes, w.amara, PROGRAM, REQUEST), AES_PLACES);
  await refused("not-opened", () => openMemory(sealed, w.amara, PROGRAM, OTHER_REQUEST));
  await refused("not-opened", () => openMemory(sealed, w.amara, OTHER_PROGRAM, REQUEST));
});

test("what is too long is refused before sealing, with how many bytes it is over", async () => {
  const w = await world();
  const to = { program: PROGRAM, request: REQUEST, intake: w.statement.intake };
  const fits = 4092 - JSON.stringify({ v: 1, ...w.note, text: "" }).length;
  await sealNote({ ...w.note, text: "x".repeat(fits) }, to);
  const error = await refused("too-long", () => sealNote({ ...w.note, text: `${"x".repeat(fits)}éé` }, to));
  equal(error.over, 4);
  const { conversation } = await benOpens(w);
  await sealCopy({ ...w.note, text: "x".repeat(fits) }, conversation, { number: 1, key: w.ben.publicKey });
  const longest = 16384 - 4 - JSON.stringify({ v: 1, text: "" }).length;
  await sealMessage(conversation, Direction.toSeeker, 1, "x".repeat(longest));
  await refused("too-long", () => sealMessage(conversation, Direction.toSeeker, 1, "x".repeat(longest + 1)));
});

test("a key that is none is refused before anything is sealed to it", async () => {
  const w = await world();
  const to = (key: Bytes) => ({ program: PROGRAM, request: REQUEST, intake: { number: 1, key } });
  await refused("bad-key", () => sealNote(w.note, to(new Uint8Array(32))));
  await refused("bad-key", () => sealNote(w.note, to(new Uint8Array(31))));
});
