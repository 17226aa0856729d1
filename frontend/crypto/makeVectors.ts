/*
 * Writes the vectors of protocol v1. They were made once and are never made again for this version: what they hold must
 * open for ever. To make those of a next version:
 *   npx esbuild frontend/crypto/makeVectors.ts --bundle --format=esm --platform=node \
 *     | node --input-type=module - > frontend/crypto/vectors.json
 */
import { BEN, DANA, noteFrom, PROGRAM, REQUEST } from "./cast.ts";
import { type Binding, bindingBytes } from "./binding.ts";
import { type Bytes, sha256, toBase64Url, utf8 } from "./bytes.ts";
import {
  derivePhrase,
  Direction,
  Kind,
  nameCommitment,
  openConversation,
  printedSheet,
  programFingerprint,
  sealCopy,
  sealMemory,
  sealMessage,
  sealNote,
  signStatement,
  signSuccession,
  staffFingerprint,
  wrapIntakeKey,
  wrapProgramKey,
  wrapStaffKey,
} from "./index.ts";
import { privateKeyFrom } from "./privateKey.ts";
import { ProgramKey } from "./programKey.ts";
import { hex } from "./testing.ts";

const fixed = (label: string): Promise<Bytes> => sha256(utf8(`holdfast test vector: ${label}`));

async function phraseVector(typed: string) {
  const { locator, auth, authHash, publicKey } = await derivePhrase(typed, PROGRAM);
  return { typed, program: PROGRAM, locator, auth, authHash, publicKey: toBase64Url(publicKey) };
}

const bindings: Binding[] = [
  { kind: Kind.note, keyNumber: 1, program: PROGRAM, context: REQUEST },
  { kind: Kind.opening, keyNumber: 2, program: PROGRAM, context: REQUEST },
  { kind: Kind.message, keyNumber: 2, program: PROGRAM, context: REQUEST, direction: Direction.toSupporter, sequence: 258 },
  { kind: Kind.staffWrap, keyNumber: 3, program: PROGRAM, context: BEN },
];

const seeds = {
  program: await fixed("program key"),
  nextProgram: await fixed("next program key"),
  intake: await fixed("intake key"),
  staff: await fixed("staff key"),
};
const program = await ProgramKey.from(seeds.program);
const nextProgram = await ProgramKey.from(seeds.nextProgram);
const intake = await privateKeyFrom(seeds.intake, false);
const staff = await privateKeyFrom(seeds.staff, false);
const typed = "maple river candle orbit velvet anchor tulip";
const passphrase = "harbor linen meadow copper violin basket";
const amara = await derivePhrase(typed, PROGRAM);
const note = noteFrom(amara, "A hard night. ❤");
const card = { supporterId: BEN, name: "Ben Ortiz, RN", salt: toBase64Url((await fixed("salt")).slice(0, 16)) };
const commitment = await nameCommitment(card);
const statement = {
  program: PROGRAM,
  number: 7,
  day: "2025-03-01",
  intake: { number: 1, key: intake.publicKey, readers: [BEN] },
  supporters: [{ id: BEN, keyNumber: 3, key: staff.publicKey, name: commitment }],
};
const pairing = { program: PROGRAM, request: REQUEST, pairing: 2 };
const from = { ...pairing, staff, card, statementNumber: 7, seekerKey: note.seekerKey };
const { opening, conversation } = await openConversation(from);
const fingerprint = await programFingerprint(program.publicKey);

const vectors = {
  protocol: 1,
  normalised: [
    { typed: "  ÁBACO,  Árbol - jardín.\n Ñandú\tniño  ", normalised: "abaco arbol jardin nandu nino" },
    { typed: "Maple-River — CANDLE", normalised: "maple river candle" },
  ],
  phrases: [await phraseVector(typed), await phraseVector("ábaco jardín nieve tortuga limón verano ñandú")],
  bindings: bindings.map((binding) => ({ ...binding, bytes: hex(bindingBytes(binding)) })),
  keys: {
    programSeed: hex(seeds.program),
    programPublicKey: toBase64Url(program.publicKey),
    programFingerprint: fingerprint,
    printedSheet: (await printedSheet(program)).join(" "),
    nextProgramSeed: hex(seeds.nextProgram),
    intakePrivateKey: hex(seeds.intake),
    intakePublicKey: toBase64Url(intake.publicKey),
    staffPrivateKey: hex(seeds.staff),
    staffPublicKey: toBase64Url(staff.publicKey),
    staffFingerprint: await staffFingerprint(staff.publicKey),
  },
  name: { ...card, commitment },
  statement: await signStatement(program, statement),
  succession: await signSuccession(program, PROGRAM, nextProgram.publicKey),
  broken: await signSuccession(program, PROGRAM, null),
  envelopes: {
    program: PROGRAM,
    request: REQUEST,
    supporter: BEN,
    holder: DANA,
    phrase: typed,
    passphrase,
    pairing: 2,
    intakeKeyNumber: 1,
    staffKeyNumber: 3,
    noteContent: note,
    messageToSeeker: "Hello, I am here.",
    messageToSupporter: "Gracias, mañana a las seis.",
    memoryContent: { programFingerprint: fingerprint, statementNumber: 7, requestId: REQUEST },
    note: toBase64Url(await sealNote(note, { program: PROGRAM, request: REQUEST, intake: { number: 1, key: intake.publicKey } })),
    copy: toBase64Url(await sealCopy(note, conversation, { number: 3, key: staff.publicKey })),
    opening: toBase64Url(opening),
    toSeeker: toBase64Url(await sealMessage(conversation, Direction.toSeeker, 1, "Hello, I am here.")),
    toSupporter: toBase64Url(await sealMessage(conversation, Direction.toSupporter, 258, "Gracias, mañana a las seis.")),
    intakeWrap: toBase64Url(await wrapIntakeKey(intake, staff.publicKey, { program: PROGRAM, reader: BEN, keyNumber: 1 })),
    programWrap: toBase64Url(await wrapProgramKey(program, staff.publicKey, { program: PROGRAM, holder: DANA, keyNumber: 3 })),
    staffWrap: toBase64Url(await wrapStaffKey(passphrase, staff, { program: PROGRAM, account: BEN, keyNumber: 3 })),
    memory: toBase64Url(
      await sealMemory(amara, PROGRAM, { programFingerprint: fingerprint, statementNumber: 7, requestId: REQUEST }),
    ),
  },
};

console.log(JSON.stringify(vectors, null, 2));
