import { BEN, newWorld, OTHER_PROGRAM, PROGRAM, statementOf, world } from "./cast.ts";
import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from "./bytes.ts";
import { publicKeyOf, sign, signed } from "./ed25519.ts";
import {
  checkName,
  followChain,
  makeProgramKey,
  newNameCard,
  programFingerprint,
  type Signed,
  signStatement,
  signSuccession,
  staffFingerprint,
  verifyStatement,
} from "./index.ts";
import { without } from "./missing.ts";
import { signedBytes } from "./statement.ts";
import { equal, flipped, fromHex, hex, ok, refused, test } from "./testing.ts";

const expect = { program: PROGRAM, fingerprint: null, least: 0, chain: [] as Signed[] };

test("a statement says what was signed, with and without the link's fingerprint", async () => {
  const w = await world();
  const record = await signStatement(w.dana, await statementOf(w, 5));
  for (const fingerprint of [null, w.fingerprint]) {
    const statement = await verifyStatement(record, { ...expect, fingerprint, least: 5 });
    equal(statement.number, 5);
    equal(statement.intake.key, w.intake.publicKey);
    equal(statement.supporters.find((one) => one.id === BEN)?.key, w.ben.publicKey);
    equal(statement.fingerprint, w.fingerprint);
  }
  equal(w.fingerprint.length, 22);
});

test("names are not in the statement, and a card proves one", async () => {
  const w = await world();
  const record = await signStatement(w.dana, await statementOf(w));
  ok(!fromUtf8(fromBase64Url(record.body)).includes("Ortiz"), "a name is public");
  await checkName(w.benCard, w.statement);
  await refused("name-mismatch", () => checkName({ ...w.benCard, name: "Ben Ortis, RN" }, w.statement));
  await refused("name-mismatch", () => checkName({ ...newNameCard(BEN, w.benCard.name) }, w.statement));
  await refused("unknown-supporter", () => checkName({ ...w.benCard, supporterId: PROGRAM }, w.statement));
});

test("a statement that was altered, replayed, of another program or of another key is refused", async () => {
  const w = await world();
  const record = await signStatement(w.dana, await statementOf(w, 4));
  const altered = (part: keyof Signed, at: number) => ({
    ...record,
    [part]: toBase64Url(flipped(fromBase64Url(record[part]), at)),
  });
  await refused("bad-signature", () => verifyStatement(altered("body", 20), expect));
  await refused("bad-signature", () => verifyStatement(altered("signature", 0), expect));
  await refused("bad-signature", () => verifyStatement(altered("signature", 40), expect));
  await refused("bad-signature", () => verifyStatement(altered("key", 3), expect));
  await refused("older-than-seen", () => verifyStatement(record, { ...expect, least: 5 }));
  await refused("wrong-program", () => verifyStatement(record, { ...expect, program: OTHER_PROGRAM }));

  const swapped = await signStatement(await makeProgramKey(), await statementOf(await newWorld(), 4));
  await verifyStatement(swapped, expect);
  await refused("unknown-key", () => verifyStatement(swapped, { ...expect, fingerprint: w.fingerprint }));
});

test("a signature made for a succession does not pass for a statement", async () => {
  const seed = new Uint8Array(32).fill(7);
  const w = await world();
  const record = await signStatement(w.dana, await statementOf(w));
  const body = fromBase64Url(record.body);
  const signature = toBase64Url(await sign(seed, signedBytes("succession", body)));
  const key = toBase64Url(await publicKeyOf(seed));
  await refused("bad-signature", () => verifyStatement({ body: record.body, signature, key }, expect));
});

test("a signed statement with a second spelling or a missing part is malformed", async () => {
  const seed = new Uint8Array(32).fill(9);
  const key = toBase64Url(await publicKeyOf(seed));
  const w = await world();
  const good = fromUtf8(fromBase64Url((await signStatement(w.dana, await statementOf(w))).body));
  const signedAs = async (text: string) => {
    const body = utf8(text);
    return { body: toBase64Url(body), signature: toBase64Url(await sign(seed, signedBytes("statement", body))), key };
  };
  await verifyStatement(await signedAs(good), expect);
  const bad = [
    "",
    "[]",
    good.replace('{"v":1', '{ "v":1'),
    good.replace('"v":1', '"v":2'),
    good.replace('"number":1,"day"', '"number":0,"day"'),
    good.replace('"number":1,"day"', '"number":1,"extra":1,"day"'),
    good.replace('"2025-03-01"', '"yesterday"'),
    good.replace(BEN, BEN.toUpperCase()),
    good.replace(`"readers":["${BEN}"`, `"readers":["${BEN}","${BEN}"`),
    good.replace(toBase64Url(w.ben.publicKey), "AAAA"),
  ];
  for (const text of bad) {
    ok(text !== good, "the change changed nothing");
    await refused("malformed", async () => verifyStatement(await signedAs(text), expect));
  }
});

test("an old poster leads to the present key, in any order of records", async () => {
  const w = await world();
  const [second, third] = [await makeProgramKey(), await makeProgramKey()];
  const chain = [
    await signSuccession(second, PROGRAM, third.publicKey),
    await signSuccession(w.dana, PROGRAM, second.publicKey),
  ];
  const record = await signStatement(third, await statementOf(w, 9));
  const statement = await verifyStatement(record, { ...expect, fingerprint: w.fingerprint, chain });
  equal(statement.fingerprint, await programFingerprint(third.publicKey));
  equal((await followChain(PROGRAM, w.fingerprint, chain)).length, 3);
  await verifyStatement(record, { ...expect, chain });

  const stale = await signStatement(second, await statementOf(w, 9));
  await refused("unknown-key", () => verifyStatement(stale, { ...expect, fingerprint: w.fingerprint, chain }));
  await refused("unknown-key", () => verifyStatement(stale, { ...expect, chain }));
  await refused("unknown-key", () => verifyStatement(record, { ...expect, fingerprint: w.fingerprint, chain: [] }));
});

test("a succession that was altered, of another program, forked or of a broken key is refused", async () => {
  const w = await world();
  const [second, third] = [await makeProgramKey(), await makeProgramKey()];
  const next = await signSuccession(w.dana, PROGRAM, second.publicKey);
  const altered = { ...next, body: toBase64Url(flipped(fromBase64Url(next.body), 70)) };
  await refused("bad-signature", () => followChain(PROGRAM, w.fingerprint, [altered]));
  await refused("wrong-program", () => followChain(OTHER_PROGRAM, w.fingerprint, [next]));
  const fork = await signSuccession(w.dana, PROGRAM, third.publicKey);
  await refused("forked-chain", () => followChain(PROGRAM, w.fingerprint, [next, fork]));
  const broken = await signSuccession(w.dana, PROGRAM, null);
  await refused("broken-key", () => followChain(PROGRAM, w.fingerprint, [next, broken]));
  const record = await signStatement(w.dana, await statementOf(w));
  await refused("broken-key", () => verifyStatement(record, { ...expect, chain: [broken] }));
  const back = await signSuccession(second, PROGRAM, w.dana.publicKey);
  await refused("malformed", () => followChain(PROGRAM, w.fingerprint, [next, back]));
});

test("a browser without Ed25519 verifies the same", async () => {
  const w = await world();
  const record = await signStatement(w.dana, await statementOf(w));
  await without("Ed25519", async () => {
    equal((await verifyStatement(record, expect)).number, 1);
    equal(await signStatement(w.dana, await statementOf(w)), record);
    const altered = { ...record, signature: toBase64Url(flipped(fromBase64Url(record.signature), 1)) };
    await refused("bad-signature", () => verifyStatement(altered, expect));
    await refused("bad-signature", () => verifyStatement({ ...record, signature: "AAAA" }, expect));
  });
});

// RFC 8032 section 7.1, test 1 and test 2.
test("Ed25519 as in RFC 8032", async () => {
  const one = fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  const two = fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  const check = async () => {
    equal(hex(await publicKeyOf(one)), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    const signature = await sign(two, fromHex("72"));
    equal(
      hex(signature),
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    );
    ok(await signed(await publicKeyOf(two), fromHex("72"), signature), "its own signature does not hold");
  };
  await check();
  await without("Ed25519", check);
});

test("a staff fingerprint is five groups of four digits and tells keys apart", async () => {
  const w = await world();
  const [bens, beas] = [await staffFingerprint(w.ben.publicKey), await staffFingerprint(w.bea.publicKey)];
  ok(/^\d{4}( \d{4}){4}$/.test(bens), bens);
  ok(bens !== beas, "two keys read alike");
});
