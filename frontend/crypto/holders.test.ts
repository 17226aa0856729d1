import protocol from "../../docs/protocol.md";
import { BEA, BEN, benOpens, DANA, PROGRAM, REQUEST, type World, world } from "./cast.ts";
import type { Bytes } from "./bytes.ts";
import {
  acceptOpening,
  type Conversation,
  Direction,
  makeStaffKey,
  openCopy,
  openMemory,
  openMessage,
  openNote,
  type PrivateKey,
  sealCopy,
  sealMemory,
  sealMessage,
  type SeekerKeys,
  SealingError,
  unwrapIntakeKey,
  unwrapProgramKey,
  unwrapStaffKey,
  wrapIntakeKey,
  wrapProgramKey,
  wrapStaffKey,
} from "./index.ts";
import { equal, ok, test } from "./testing.ts";

/* Every cell of the table in docs/protocol.md, tried with all that its holder has. */

const HOLDERS = [
  "seeker",
  "paired",
  "another",
  "coordinator",
  "director",
  "server",
  "copy + another's key",
  "copy + paired's key",
  "server + another's key",
] as const;
type Holder = (typeof HOLDERS)[number];
const MOMENTS = ["waiting", "offered", "accepted", "contacted", "ended", "closed", "removed"];
const ENVELOPES = [
  "note",
  "copy",
  "opening",
  "message",
  "intake wrap of the paired",
  "intake wrap of another",
  "program wrap",
  "staff wrap of the paired",
  "memory",
] as const;
type Envelope = (typeof ENVELOPES)[number];

interface Ring {
  keys: PrivateKey[];
  passphrase?: string;
  words?: SeekerKeys;
  /** Sees notes without the server's own layer: because handed, because they have the server, or as a reader would. */
  bareNotes: boolean;
  /** Remembers the intake key from before. */
  intake?: PrivateKey;
}

/** The program at one moment: what lies on the server, and what each holder has. */
interface Scene {
  w: World;
  rings: Record<Holder, Ring>;
  noteAtRest: Bytes;
  bytes: Record<Envelope, Bytes>;
}

const PASSPHRASE = "harbor linen meadow copper violin basket";
const bensAccount = { program: PROGRAM, account: BEN, keyNumber: 1 };
const holder = { program: PROGRAM, holder: DANA, keyNumber: 1 };
const place = { program: PROGRAM, request: REQUEST, keyNumber: 1 };
const readerPlace = (reader: string) => ({ program: PROGRAM, reader, keyNumber: 1 });

async function secondLayer(note: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, key, note));
}

async function makeScene(): Promise<Scene> {
  const w = await world();
  const [chloe, danasStaffKey] = [await makeStaffKey(), await makeStaffKey()];
  const { opening, conversation } = await benOpens(w);
  const memory = { programFingerprint: w.fingerprint, statementNumber: 1, requestId: REQUEST };
  const bytes: Record<Envelope, Bytes> = {
    note: w.noteEnvelope,
    copy: await sealCopy(w.note, conversation, { number: 1, key: w.ben.publicKey }),
    opening,
    message: await sealMessage(conversation, Direction.toSeeker, 1, "Hello."),
    "intake wrap of the paired": await wrapIntakeKey(w.intake, w.ben.publicKey, readerPlace(BEN)),
    "intake wrap of another": await wrapIntakeKey(w.intake, w.bea.publicKey, readerPlace(BEA)),
    "program wrap": await wrapProgramKey(w.dana, danasStaffKey.publicKey, holder),
    "staff wrap of the paired": await wrapStaffKey(PASSPHRASE, w.ben, bensAccount),
    memory: await sealMemory(w.amara, PROGRAM, memory),
  };
  const rings: Record<Holder, Ring> = {
    seeker: { keys: [w.amara.privateKey], words: w.amara, bareNotes: true },
    paired: { keys: [w.ben], passphrase: PASSPHRASE, bareNotes: true, intake: w.intake },
    another: { keys: [w.bea], passphrase: "other words", bareNotes: true, intake: w.intake },
    coordinator: { keys: [chloe], bareNotes: true },
    director: { keys: [danasStaffKey], bareNotes: true },
    server: { keys: [], bareNotes: true },
    "copy + another's key": { keys: [w.bea], bareNotes: false },
    "copy + paired's key": { keys: [w.ben], bareNotes: false },
    "server + another's key": { keys: [w.bea], bareNotes: true },
  };
  return { w, rings, noteAtRest: await secondLayer(w.noteEnvelope), bytes };
}

/** True if `open` works with any of them; only our own refusals count as closed. */
async function any<T>(all: readonly T[], open: (one: T) => Promise<unknown>): Promise<boolean> {
  for (const one of all) {
    try {
      await open(one);
      return true;
    } catch (error) {
      ok(error instanceof SealingError, String(error));
    }
  }
  return false;
}

async function opens(scene: Scene, envelope: Envelope, ring: Ring, exists: (envelope: Envelope) => boolean) {
  const { w, bytes } = scene;
  const signedIntake = w.statement.intake.key;
  const atOpening = { program: PROGRAM, request: REQUEST, pairing: 1, statement: w.statement, supporterId: BEN };
  const intakeFrom = (wrap: Bytes, reader: string) => (key: PrivateKey) =>
    unwrapIntakeKey(wrap, key, readerPlace(reader), signedIntake);
  switch (envelope) {
    case "note": {
      const keys = [...ring.keys, ...(ring.intake ? [ring.intake] : [])];
      for (const [wrap, reader] of [
        ["intake wrap of the paired", BEN],
        ["intake wrap of another", BEA],
      ] as const) {
        if (exists(wrap)) await any(ring.keys, async (key) => keys.push(await intakeFrom(bytes[wrap], reader)(key)));
      }
      return any(keys, (key) => openNote(ring.bareNotes ? bytes.note : scene.noteAtRest, key, place));
    }
    case "copy":
      return any(ring.keys, (key) => openCopy(bytes.copy, key, place));
    case "opening":
      return any(ring.keys, (seeker) => acceptOpening(bytes.opening, { ...atOpening, seeker }));
    case "message": {
      const found: Conversation[] = [];
      await any(ring.keys, async (key) => found.push((await openCopy(bytes.copy, key, place)).conversation));
      await any(ring.keys, async (seeker) =>
        found.push((await acceptOpening(bytes.opening, { ...atOpening, seeker })).conversation),
      );
      return any(found, (one) => openMessage(one, Direction.toSeeker, 1, bytes.message));
    }
    case "intake wrap of the paired":
      return any(ring.keys, intakeFrom(bytes[envelope], BEN));
    case "intake wrap of another":
      return any(ring.keys, intakeFrom(bytes[envelope], BEA));
    case "program wrap":
      return any(ring.keys, (key) => unwrapProgramKey(bytes[envelope], key, holder, w.dana.publicKey));
    case "staff wrap of the paired":
      return any(ring.passphrase ? [ring.passphrase] : [], (words) =>
        unwrapStaffKey(words, bytes[envelope], bensAccount, w.ben.publicKey),
      );
    case "memory":
      return any(ring.words ? [ring.words] : [], (words) => openMemory(bytes.memory, words, PROGRAM, REQUEST));
  }
}

type Cell = "yes" | "kept" | "no" | "-";

/** Envelope, moment, holder -> cell. */
function readTable(): Map<string, Cell> {
  const lines = protocol.split("\n").map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  const header = lines.findIndex(([first, second]) => first === "envelope" && second === "moment");
  equal(lines[header], ["envelope", "moment", ...HOLDERS, "why"], "the table's header");
  const table = new Map<string, Cell>();
  for (const [envelope, moments, ...cells] of lines.slice(header + 2)) {
    if (envelope === undefined || moments === undefined) break;
    for (const moment of moments.split(", ")) {
      for (const [i, name] of HOLDERS.entries()) {
        const key = `${envelope} / ${moment} / ${name}`;
        ok(!table.has(key), `${key} stands there twice`);
        ok(/^(yes|kept|no|-)$/.test(cells[i] ?? ""), `${key}: ${cells[i]}`);
        table.set(key, cells[i] as Cell);
      }
    }
  }
  equal(table.size, ENVELOPES.length * MOMENTS.length * HOLDERS.length, "cells");
  return table;
}

test("each envelope opens, or does not, for each holder at each moment, as docs/protocol.md says", async () => {
  const table = readTable();
  const scene = await makeScene();
  const wrong: string[] = [];
  const known = new Map<string, boolean>();
  for (const envelope of ENVELOPES) {
    for (const moment of MOMENTS) {
      const exists = (one: Envelope) => table.get(`${one} / ${moment} / seeker`) !== "-";
      for (const name of HOLDERS) {
        const cell = table.get(`${envelope} / ${moment} / ${name}`);
        if (cell === "-" || cell === undefined) continue;
        // Argon2id takes its time: cells that differ in nothing are tried once.
        const same = [envelope, name, exists("intake wrap of the paired")].join();
        const result = known.get(same) ?? (await opens(scene, envelope, scene.rings[name], exists));
        known.set(same, result);
        if (result !== (cell !== "no")) wrong.push(`${envelope} / ${moment} / ${name}: ${cell}, but opens: ${result}`);
      }
    }
  }
  equal(wrong, []);
});
