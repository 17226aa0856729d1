import { type Binding, bindingBytes } from "./binding.ts";
import { fromBase64Url, toBase64Url } from "./bytes.ts";
import {
  acceptOpening,
  derivePhrase,
  Direction,
  followChain,
  nameCommitment,
  normalise,
  openCopy,
  openMemory,
  openMessage,
  openNote,
  printedSheet,
  programFingerprint,
  signStatement,
  signSuccession,
  staffFingerprint,
  unwrapIntakeKey,
  unwrapProgramKey,
  unwrapStaffKey,
  verifyStatement,
} from "./index.ts";
import { without } from "./missing.ts";
import { privateKeyFrom } from "./privateKey.ts";
import { ProgramKey } from "./programKey.ts";
import { equal, fromHex, hex, refused, test } from "./testing.ts";
import vectors from "./vectors.json";

const { keys, envelopes: all } = vectors;
const { program, request } = all;

const programKey = () => ProgramKey.from(fromHex(keys.programSeed));
const verified = () => {
  const expected = { program, fingerprint: keys.programFingerprint, least: 7, chain: [] };
  return verifyStatement(vectors.statement, expected);
};

test("vectors: phrases lead where they always led", async () => {
  for (const { typed, normalised } of vectors.normalised) equal(normalise(typed), normalised);
  for (const vector of vectors.phrases) {
    const { locator, auth, authHash, publicKey } = await derivePhrase(vector.typed, vector.program);
    equal({ locator, auth, authHash }, { locator: vector.locator, auth: vector.auth, authHash: vector.authHash });
    equal(toBase64Url(publicKey), vector.publicKey);
  }
});

test("vectors: bindings have these bytes", () => {
  for (const { bytes, ...binding } of vectors.bindings) equal(hex(bindingBytes(binding as Binding)), bytes);
});

test("vectors: keys, fingerprints, names, statements and successions are these bytes", async () => {
  const key = await programKey();
  const staff = await privateKeyFrom(fromHex(keys.staffPrivateKey), false);
  equal(toBase64Url(key.publicKey), keys.programPublicKey);
  equal(await programFingerprint(key.publicKey), keys.programFingerprint);
  equal((await printedSheet(key)).join(" "), keys.printedSheet);
  equal(toBase64Url(staff.publicKey), keys.staffPublicKey);
  equal(await staffFingerprint(staff.publicKey), keys.staffFingerprint);
  equal(await nameCommitment(vectors.name), vectors.name.commitment);
  const statement = await verified();
  equal(await signStatement(key, statement), vectors.statement);
  const next = await ProgramKey.from(fromHex(keys.nextProgramSeed));
  equal(await signSuccession(key, program, next.publicKey), vectors.succession);
  equal(await signSuccession(key, program, null), vectors.broken);
  equal((await followChain(program, keys.programFingerprint, [vectors.succession])).length, 2);
  await refused("broken-key", () => followChain(program, keys.programFingerprint, [vectors.broken]));
});

async function allOpen(): Promise<void> {
  const staffPlace = { program, account: all.supporter, keyNumber: all.staffKeyNumber };
  const staffPublic = fromBase64Url(keys.staffPublicKey);
  const staff = await unwrapStaffKey(all.passphrase, fromBase64Url(all.staffWrap), staffPlace, staffPublic);
  const statement = await verified();
  const readerPlace = { program, reader: all.supporter, keyNumber: all.intakeKeyNumber };
  const intake = await unwrapIntakeKey(fromBase64Url(all.intakeWrap), staff, readerPlace, statement.intake.key);
  const place = { program, request, keyNumber: all.intakeKeyNumber };
  equal(await openNote(fromBase64Url(all.note), intake, place), all.noteContent);

  const holderPlace = { program, holder: all.holder, keyNumber: all.staffKeyNumber };
  const key = await unwrapProgramKey(
    fromBase64Url(all.programWrap),
    staff,
    holderPlace,
    fromBase64Url(keys.programPublicKey),
  );
  equal(await signStatement(key, statement), vectors.statement);

  const seeker = await derivePhrase(all.phrase, program);
  const { conversation, supporter } = await acceptOpening(fromBase64Url(all.opening), {
    program,
    request,
    pairing: all.pairing,
    seeker: seeker.privateKey,
    statement,
    supporterId: all.supporter,
  });
  equal(supporter, { id: all.supporter, name: vectors.name.name });
  const copyPlace = { program, request, keyNumber: all.staffKeyNumber };
  const copy = await openCopy(fromBase64Url(all.copy), staff, copyPlace);
  equal(copy.note, all.noteContent);
  for (const side of [conversation, copy.conversation]) {
    equal(await openMessage(side, Direction.toSeeker, 1, fromBase64Url(all.toSeeker)), all.messageToSeeker);
    equal(await openMessage(side, Direction.toSupporter, 258, fromBase64Url(all.toSupporter)), all.messageToSupporter);
  }
  equal(await openMemory(fromBase64Url(all.memory), seeker, program, request), all.memoryContent);
}

test("vectors: every stored envelope opens", allOpen);

test("vectors: every stored envelope opens where X25519 is missing", () => without("X25519", allOpen));

test("vectors: every stored envelope opens where Ed25519 is missing", () => without("Ed25519", allOpen));
