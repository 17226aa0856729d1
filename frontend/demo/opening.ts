/** Opens what a person's keys open, in this browser, and says what they do not. */
import {
  acceptOpening,
  type Conversation,
  derivePhrase,
  fromBase64Url,
  NIL_UUID,
  type Note,
  openCopy,
  openMessage,
  openNote,
  type PrivateKey,
  SealingError,
  unwrapIntakeKey,
  unwrapStaffKey,
  verifyStatement,
} from "../crypto/index.ts";
import type { Envelopes, Line, Person } from "./envelopes.ts";

/** Null where it does not open; anything but a refusal of the sealing is a mistake of ours. */
async function tried<T>(open: () => Promise<T>): Promise<T | null> {
  try {
    return await open();
  } catch (refused) {
    if (refused instanceof SealingError) return null;
    throw refused;
  }
}

function noteLines(says: string, note: Note): Line[] {
  const lines = [{ says, text: note.text }];
  if (note.callMe) lines.push({ says: "callMe", text: note.callMe });
  if (note.contact) lines.push({ says: "contact", text: note.contact });
  if (note.bestTime) lines.push({ says: "bestTime", text: note.bestTime });
  return lines;
}

async function waitingNote({ note, program, request }: Envelopes, person: Person, staff: PrivateKey): Promise<Line[]> {
  if (!note) return [{ says: "noteGone" }];
  const wrap = person.intakeWraps.find(({ number }) => number === note.intakeNumber);
  if (!wrap) return [{ says: "noteShut" }];
  const opened = await tried(async () => {
    const place = { program, reader: person.member, keyNumber: wrap.number };
    const intake = await unwrapIntakeKey(fromBase64Url(wrap.wrapped), staff, place, fromBase64Url(wrap.publicKey));
    return openNote(fromBase64Url(note.envelope), intake, { program, request, keyNumber: wrap.number });
  });
  return opened ? noteLines("note", opened) : [{ says: "noteShut" }];
}

async function talk({ messages }: Envelopes, conversation: Conversation): Promise<Line[]> {
  if (messages.length === 0) return [{ says: "noMessages" }];
  return Promise.all(
    messages.map(async ({ direction, sequence, envelope }) => {
      const text = await tried(() => openMessage(conversation, direction, sequence, fromBase64Url(envelope)));
      return text === null ? { says: "messagesShut" } : { says: "message", text };
    }),
  );
}

export async function withStaffKey(all: Envelopes, person: Person): Promise<Line[]> {
  const { program, request, pairing } = all;
  const { account, keyNumber } = person;
  const staff = await unwrapStaffKey(
    person.passphrase,
    fromBase64Url(person.wrapped),
    { program: NIL_UUID, account, keyNumber },
    fromBase64Url(person.publicKey),
  );
  const lines = await waitingNote(all, person, staff);
  const copy = pairing?.copy;
  if (!copy) return [...lines, { says: "copyGone" }];
  const opened = await tried(() => openCopy(fromBase64Url(copy), staff, { program, request, keyNumber }));
  if (!opened) return [...lines, { says: "copyShut" }, { says: "messagesShut" }];
  return [...lines, ...noteLines("copy", opened.note), ...(await talk(all, opened.conversation))];
}

/** Amara's side: believes the signed statement alone, as her own page does. */
export async function withWords(all: Envelopes, words: string): Promise<Line[]> {
  const { program, request, pairing, statement } = all;
  const amara = await derivePhrase(words, program);
  if (amara.locator !== all.locator) return [{ says: "wrongWords" }];
  if (!pairing?.opening) return [{ says: "noOpening" }];
  const signed = await verifyStatement(statement, { program, fingerprint: null, least: 0, chain: [] });
  const { conversation, supporter } = await acceptOpening(fromBase64Url(pairing.opening), {
    program,
    request,
    pairing: pairing.number,
    seeker: amara.privateKey,
    statement: signed,
    supporterId: pairing.supporter,
  });
  return [{ says: "with", text: supporter.name }, ...(await talk(all, conversation))];
}
