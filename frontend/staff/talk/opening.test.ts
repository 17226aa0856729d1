import { BEN, OTHER_REQUEST, PROGRAM, REQUEST, world, type World } from "../../crypto/cast.ts";
import { acceptOpening, Direction, fromBase64Url, openMessage, openNote, SealingError, sealMessage, sealNote, toBase64Url } from "../../crypto/index.ts";
import { equal, ok, test } from "../../crypto/testing.ts";
import { type Envelopes, forTheNext, type Mine, openTalk } from "./opening.ts";

function bens(w: World): Mine {
  return {
    program: PROGRAM,
    staff: w.ben,
    keyNumber: 1,
    card: w.benCard,
    statement: w.statement,
    intake: (number) => (number === 1 ? w.intake : null),
  };
}

function asked(w: World): Envelopes {
  const note = toBase64Url(w.noteEnvelope);
  const found = { requestId: REQUEST, pairingNumber: 1, state: "PAIRED", changeAsked: false };
  return { ...found, note, intakeNumber: 1, opening: null, copy: null };
}

/** The server's side: keeps the first opening and copy, in one step. */
function server(envelopes: Envelopes) {
  const now = { ...envelopes };
  return {
    now,
    fetch: async () => ({ ...now }),
    keep: async (opening: string, copy: string) => {
      if (now.opening !== null) return "taken" as const;
      Object.assign(now, { opening, copy });
      return "kept" as const;
    },
  };
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SealingError) return error.reason;
    throw error;
  }
  return "opened";
}

test("Ben reads Amara's note, and her browser accepts what he opened", async () => {
  const w = await world();
  const there = server(asked(w));
  const opened = await openTalk(there.fetch, bens(w), there.keep);
  ok(opened.kind === "open" && opened.note.text === w.note.text, "the note is open");
  const accepted = await acceptOpening(fromBase64Url(there.now.opening ?? ""), {
    program: PROGRAM,
    request: REQUEST,
    pairing: 1,
    seeker: w.amara.privateKey,
    statement: w.statement,
    supporterId: BEN,
  });
  equal(accepted.supporter.name, "Ben Ortiz, RN");
});

test("the next visit opens Ben's own copy, when the note is long gone", async () => {
  const w = await world();
  const there = server(asked(w));
  await openTalk(there.fetch, bens(w), there.keep);
  Object.assign(there.now, { note: null, intakeNumber: null });
  const again = await openTalk(there.fetch, { ...bens(w), intake: () => null }, there.keep);
  ok(again.kind === "open" && again.note.contact === w.note.contact, "the copy is open");
});

test("two windows of Ben end in one conversation", async () => {
  const w = await world();
  const there = server(asked(w));
  const first = await openTalk(there.fetch, bens(w), there.keep);
  const blind = { ...there, fetches: 0 };
  // The second window had fetched before the first one's opening was kept.
  const second = await openTalk(async () => (blind.fetches++ === 0 ? asked(w) : { ...there.now }), bens(w), there.keep);
  if (first.kind !== "open" || second.kind !== "open") throw new Error("both should be open");
  const hello = await sealMessage(first.conversation, Direction.toSeeker, 1, "Hello");
  equal(await openMessage(second.conversation, Direction.toSeeker, 1, hello), "Hello");
});

test("without the intake key it is almost ready, and nothing is opened or kept", async () => {
  const w = await world();
  const there = server(asked(w));
  equal((await openTalk(there.fetch, { ...bens(w), intake: () => null }, there.keep)).kind, "almost");
  equal(there.now.opening, null);
});

test("a note of another request, put in this one's place, is refused", async () => {
  const w = await world();
  const other = await sealNote(w.note, { program: PROGRAM, request: OTHER_REQUEST, intake: w.statement.intake });
  const there = server({ ...asked(w), note: toBase64Url(other) });
  equal(await reasonOf(openTalk(there.fetch, bens(w), there.keep)), "not-opened");
  equal(there.now.opening, null);
});

test("a copy of an earlier pairing does not pass for this one's", async () => {
  const w = await world();
  const there = server(asked(w));
  await openTalk(there.fetch, bens(w), there.keep);
  there.now.pairingNumber = 2;
  equal(await reasonOf(openTalk(there.fetch, bens(w), there.keep)), "not-opened");
});

test("a copy sealed to Ben's key before is told from one that was altered", async () => {
  const w = await world();
  const there = server(asked(w));
  await openTalk(there.fetch, bens(w), there.keep);
  equal((await openTalk(there.fetch, { ...bens(w), keyNumber: 2 }, there.keep)).kind, "older-key");
  const copy = fromBase64Url(there.now.copy ?? "");
  copy[100]! ^= 1;
  there.now.copy = toBase64Url(copy);
  equal(await reasonOf(openTalk(there.fetch, bens(w), there.keep)), "not-opened");
});

test("what Ben passes on opens for the next reader", async () => {
  const w = await world();
  const { note, intakeNumber } = await forTheNext(w.note, REQUEST, bens(w));
  equal(await openNote(fromBase64Url(note), w.intake, { program: PROGRAM, request: REQUEST, keyNumber: intakeNumber }), w.note);
});
