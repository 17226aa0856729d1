import { BEA, BEN, DANA, newWorld, PROGRAM, statementOf, type World } from "../../crypto/cast.ts";
import {
  checkName,
  fromBase64Url,
  makeProgramKey,
  makeStaffKey,
  newNameCard,
  type PrivateKey,
  type ProgramKey,
  signStatement,
  toBase64Url,
  unwrapIntakeKey,
  unwrapProgramKey,
  type VerifiedStatement,
  verifyStatement,
  wrapProgramKey,
} from "../../crypto/index.ts";
import { equal, refused, test } from "../../crypto/testing.ts";
import type { ForDirectors, Newcomer } from "../keys/shown.ts";
import { type Desk, nextStatement, type Posted, programKey, wrapForHolder } from "./signing.ts";

const ZOE = "018f5a2b-0000-7000-8000-0000000000b3";

/** Dana's desk after the first statement, which names Ben and Bea; both hold the intake key. */
async function danasDesk(world: World, change: Partial<ForDirectors> = {}): Promise<{ desk: Desk; dana: PrivateKey }> {
  const dana = await makeStaffKey();
  const record = await signStatement(world.dana, await statementOf(world));
  const before = await verifyStatement(record, { program: PROGRAM, fingerprint: world.fingerprint, least: 0, chain: [] });
  const place = { program: PROGRAM, holder: DANA, keyNumber: 1 };
  const wrapped = toBase64Url(await wrapProgramKey(world.dana, dana.publicKey, place));
  const shown = {
    keys: {
      program: PROGRAM,
      programKeys: [{ number: 1, key: record.key, succession: null, signature: null }],
      statement: { body: record.body, signature: record.signature, keyNumber: 1 },
    },
    account: DANA,
    member: DANA,
    name: "Dana",
    salt: "",
    day: "2025-03-02",
    own: [],
    intakeKeys: [{ number: 1, publicKey: toBase64Url(world.intake.publicKey) }],
    intakeWraps: [],
    toWrap: [],
    director: {
      programWraps: [{ number: 1, keyNumber: 1, wrapped }],
      active: [BEN, BEA],
      renewalDue: false,
      intakeHolders: [
        { member: BEN, keyNumber: 1 },
        { member: BEA, keyNumber: 1 },
      ],
      newcomers: [],
      ...change,
    },
  };
  return { desk: { shown, before, key: { number: 1, privateKey: dana } }, dana };
}

async function zoe(key: PrivateKey): Promise<Newcomer> {
  const { salt } = newNameCard(ZOE, "Zoe Park, RT");
  const publicKey = toBase64Url(key.publicKey);
  return { member: ZOE, name: "Zoe Park, RT", salt, keyNumber: 3, publicKey, supporter: true, holder: false };
}

function verified(world: World, posted: Posted): Promise<VerifiedStatement> {
  const record = { body: posted.body, signature: posted.signature, key: toBase64Url(world.dana.publicKey) };
  return verifyStatement(record, { program: PROGRAM, fingerprint: world.fingerprint, least: 2, chain: [] });
}

test("whoever was compared stands in the next statement, with the key that was compared and their name", async () => {
  const world = await newWorld();
  const key = await makeStaffKey();
  const newcomer = await zoe(key);
  const { desk } = await danasDesk(world, { active: [BEN, BEA, ZOE] });
  const posted = await nextStatement(desk, (await programKey(desk)) as ProgramKey, newcomer);
  const statement = await verified(world, posted);
  equal([statement.number, statement.day], [2, "2025-03-02"]);
  equal(statement.intake.readers, [BEN, BEA, ZOE]);
  const entry = statement.supporters.find((one) => one.id === ZOE)!;
  equal([entry.keyNumber, entry.key], [3, key.publicKey]);
  await checkName({ supporterId: ZOE, name: newcomer.name, salt: newcomer.salt }, statement);
  equal([statement.intake.number, posted.wraps], [1, []], "nobody left, so the intake key stays");
});

test("a new key of somebody who was signed takes the place of their old one", async () => {
  const world = await newWorld();
  const key = await makeStaffKey();
  const { desk } = await danasDesk(world);
  const again = { ...(await zoe(key)), member: BEN };
  const statement = await verified(world, await nextStatement(desk, world.dana, again));
  equal(statement.supporters.map((one) => [one.id, one.keyNumber]), [[BEN, 3], [BEA, 1]]);
});

test("when somebody left, all who stay get a new intake key, and whoever left gets none", async () => {
  const world = await newWorld();
  const { desk } = await danasDesk(world, { active: [BEA] });
  const posted = await nextStatement(desk, world.dana, null);
  const statement = await verified(world, posted);
  equal([statement.supporters.map((one) => one.id), statement.intake.readers], [[BEA], [BEA]]);
  equal(statement.intake.number, 2);
  equal(toBase64Url(statement.intake.key) === toBase64Url(world.intake.publicKey), false, "the same key");
  equal(posted.wraps.map(({ member }) => member), [BEA]);
  const wrap = fromBase64Url(posted.wraps[0]!.wrapped);
  const place = { program: PROGRAM, reader: BEA, keyNumber: 2 };
  equal((await unwrapIntakeKey(wrap, world.bea, place, statement.intake.key)).publicKey, statement.intake.key);
  await refused("not-opened", () => unwrapIntakeKey(wrap, world.ben, place, statement.intake.key));
});

test("where the only reader has a new staff key, nobody could pass the intake key on: there is a new one", async () => {
  const world = await newWorld();
  const { desk } = await danasDesk(world, { intakeHolders: [{ member: BEN, keyNumber: 1 }] });
  const again = { ...(await zoe(await makeStaffKey())), member: BEN };
  const posted = await nextStatement(desk, world.dana, again);
  equal((await verified(world, posted)).intake.number, 2);
  equal(posted.wraps.map(({ member }) => member).sort(), [BEN, BEA]);
});

test("the first statement makes the first intake key", async () => {
  const world = await newWorld();
  const key = await makeStaffKey();
  const { desk } = await danasDesk(world, { active: [ZOE], intakeHolders: [] });
  const first = { ...desk, before: null, shown: { ...desk.shown, intakeKeys: [] } };
  const posted = await nextStatement(first, world.dana, await zoe(key));
  const record = { body: posted.body, signature: posted.signature, key: toBase64Url(world.dana.publicKey) };
  const statement = await verifyStatement(record, { program: PROGRAM, fingerprint: world.fingerprint, least: 1, chain: [] });
  equal([statement.number, statement.intake.number, statement.intake.readers], [1, 1, [ZOE]]);
  equal(posted.wraps.length, 1);
});

test("a program key other than the one that signed before is not used, and whoever holds none is told", async () => {
  const world = await newWorld();
  const { desk, dana } = await danasDesk(world);
  const evil = await makeProgramKey();
  const place = { program: PROGRAM, holder: DANA, keyNumber: 1 };
  const swapped = structuredClone(desk.shown);
  swapped.keys.programKeys = [{ number: 1, key: toBase64Url(evil.publicKey), succession: null, signature: null }];
  swapped.director!.programWraps[0]!.wrapped = toBase64Url(await wrapProgramKey(evil, dana.publicKey, place));
  await refused("unknown-key", () => programKey({ ...desk, shown: swapped }));
  equal(await programKey({ ...desk, key: { number: 2, privateKey: dana } }), null);
});

test("another director who was compared can open the program key", async () => {
  const world = await newWorld();
  const { desk } = await danasDesk(world);
  const dora = await makeStaffKey();
  const wrapped = await wrapForHolder(desk, world.dana, await zoe(dora));
  const place = { program: PROGRAM, holder: ZOE, keyNumber: 3 };
  const opened = await unwrapProgramKey(fromBase64Url(wrapped), dora, place, world.dana.publicKey);
  equal(opened.publicKey, world.dana.publicKey);
});
