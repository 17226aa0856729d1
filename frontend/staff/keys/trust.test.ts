import { BEA, BEN, newWorld, OTHER_PROGRAM, PROGRAM, statementOf, type World } from "../../crypto/cast.ts";
import {
  fromBase64Url,
  makeIntakeKey,
  makeProgramKey,
  type PrivateKey,
  programFingerprint,
  signStatement,
  signSuccession,
  toBase64Url,
  unwrapIntakeKey,
  wrapIntakeKey,
} from "../../crypto/index.ts";
import { equal, refused, test } from "../../crypto/testing.ts";
import { wrapsFor } from "./keeper.ts";
import type { Shown } from "./shown.ts";
import { believe, openIntakeKeys } from "./trust.ts";

const wrapped = async (key: PrivateKey, to: PrivateKey, reader: string, number: number) =>
  toBase64Url(await wrapIntakeKey(key, to.publicKey, { program: PROGRAM, reader, keyNumber: number }));

/** What the server tells Ben's browser in a world whose newest statement has this number. */
async function shownToBen(world: World, number = 1): Promise<Shown> {
  const { body, signature, key } = await signStatement(world.dana, await statementOf(world, number));
  return {
    keys: {
      program: PROGRAM,
      programKeys: [{ number: 1, key, succession: null, signature: null }],
      statement: { body, signature, keyNumber: 1 },
    },
    account: BEN,
    member: BEN,
    name: "Ben Ortiz, RN",
    salt: world.benCard.salt,
    day: "2025-03-01",
    own: [],
    intakeKeys: [{ number: 1, publicKey: toBase64Url(world.intake.publicKey) }],
    intakeWraps: [{ number: 1, keyNumber: 1, wrapped: await wrapped(world.intake, world.ben, BEN, 1) }],
    toWrap: [],
    director: null,
  };
}

test("a statement older than one this browser has seen is refused", async () => {
  const world = await newWorld();
  const pin = { program: PROGRAM, fingerprint: world.fingerprint, number: 2 };
  await refused("older-than-seen", async () => believe((await shownToBen(world, 1)).keys, PROGRAM, pin));
  equal((await believe((await shownToBen(world, 2)).keys, PROGRAM, pin))?.number, 2);
});

test("a program that has lost all its statements is not believed by who has seen one", async () => {
  const world = await newWorld();
  const keys = { ...(await shownToBen(world)).keys, statement: null };
  equal(await believe(keys, PROGRAM, null), null);
  await refused("older-than-seen", () =>
    believe(keys, PROGRAM, { program: PROGRAM, fingerprint: world.fingerprint, number: 1 }),
  );
});

test("another program's keys are refused, and so is another program behind the same address", async () => {
  const [world, other] = [await newWorld(), await newWorld()];
  const pin = { program: PROGRAM, fingerprint: world.fingerprint, number: 1 };
  await refused("unknown-key", async () => believe((await shownToBen(other, 2)).keys, PROGRAM, pin));
  await refused("wrong-program", async () => believe((await shownToBen(world)).keys, OTHER_PROGRAM, null));
  await refused("wrong-program", async () =>
    believe((await shownToBen(world)).keys, PROGRAM, { ...pin, program: OTHER_PROGRAM }),
  );
});

test("a new program key is believed where the one seen before names it", async () => {
  const world = await newWorld();
  const next = await makeProgramKey();
  const succession = await signSuccession(world.dana, PROGRAM, next.publicKey);
  const record = await signStatement(next, await statementOf(world, 2));
  const keys = {
    program: PROGRAM,
    programKeys: [
      { number: 1, key: toBase64Url(world.dana.publicKey), succession: null, signature: null },
      { number: 2, key: record.key, succession: succession.body, signature: succession.signature },
    ],
    statement: { body: record.body, signature: record.signature, keyNumber: 2 },
  };
  const pin = { program: PROGRAM, fingerprint: world.fingerprint, number: 1 };
  equal((await believe(keys, PROGRAM, pin))?.fingerprint, await programFingerprint(next.publicKey));
});

test("a wrapped intake key that is not the signed one is not used, and told apart from one that was never wrapped", async () => {
  const world = await newWorld();
  const evil = await makeIntakeKey();
  const shown = await shownToBen(world);
  const key = { number: 1, privateKey: world.ben };
  equal([...(await openIntakeKeys(shown, world.statement, key)).open.keys()], [1]);
  shown.intakeKeys = [{ number: 1, publicKey: toBase64Url(evil.publicKey) }];
  shown.intakeWraps = [{ number: 1, keyNumber: 1, wrapped: await wrapped(evil, world.ben, BEN, 1) }];
  const swapped = await openIntakeKeys(shown, world.statement, key);
  equal([swapped.open.size, swapped.broken], [0, [1]]);
  shown.intakeWraps = [];
  equal((await openIntakeKeys(shown, world.statement, key)).broken, []);
});

test("a key that still has notes from before opens beside the present one", async () => {
  const world = await newWorld();
  const older = await makeIntakeKey();
  const shown = await shownToBen(world);
  const present = { ...world.statement, intake: { ...world.statement.intake, number: 2 } };
  shown.intakeKeys = [{ number: 1, publicKey: toBase64Url(older.publicKey) }];
  shown.intakeWraps = [
    { number: 1, keyNumber: 1, wrapped: await wrapped(older, world.ben, BEN, 1) },
    { number: 2, keyNumber: 1, wrapped: await wrapped(world.intake, world.ben, BEN, 2) },
    { number: 2, keyNumber: 9, wrapped: await wrapped(world.intake, world.bea, BEN, 2) },
  ];
  const { open, broken } = await openIntakeKeys(shown, present, { number: 1, privateKey: world.ben });
  equal([[...open.keys()], broken], [[1, 2], []]);
});

test("a newcomer is given a key only under the key the program signed for them; whoever is not signed gets none", async () => {
  const world = await newWorld();
  const shown = await shownToBen(world);
  const stranger = "018f5a2b-0000-7000-8000-0000000000ff";
  shown.toWrap = [
    { member: BEA, number: 1 },
    { member: stranger, number: 1 },
    { member: BEA, number: 5 },
  ];
  const wraps = await wrapsFor({ shown, statement: world.statement, intake: new Map([[1, world.intake]]) });
  equal(wraps.map(({ member }) => member), [BEA]);
  const place = { program: PROGRAM, reader: BEA, keyNumber: 1 };
  const opened = await unwrapIntakeKey(fromBase64Url(wraps[0]!.wrapped), world.bea, place, world.intake.publicKey);
  equal(opened.publicKey, world.intake.publicKey);
});
