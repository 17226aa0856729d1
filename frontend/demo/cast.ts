/**
 * Makes the keys of the made-up hospital's cast at its first start, with the code that a browser runs. Started by the
 * server as a child process; what it is told comes in by stdin, what it made leaves by stdout, both JSON.
 */
import {
  type Bytes,
  makeIntakeKey,
  makePassphrase,
  makeProgramKey,
  makeStaffKey,
  nameCommitment,
  NIL_UUID,
  type PrivateKey,
  signStatement,
  type Signed,
  toBase64Url,
  wrapIntakeKey,
  wrapProgramKey,
  wrapStaffKey,
} from "../crypto/index.ts";

interface Person {
  account: string;
  member: string;
  name: string;
  /** 16 bytes, base64url. */
  salt: string;
  language: "en" | "es";
  director: boolean;
  supporter: boolean;
}

interface Program {
  program: string;
  day: string;
  people: Person[];
}

interface StaffMade {
  account: string;
  passphrase: string;
  publicKey: string;
  wrapped: string;
}

interface ProgramMade {
  program: string;
  programKey: string;
  intakeKey: string;
  statement: Signed;
  programWraps: Record<string, string>;
  intakeWraps: Record<string, string>;
}

/** Everybody's first key, as every first key. */
const KEY_NUMBER = 1;

/** One key for all programs of an account, so its wrap names the account and no program. */
async function makeStaff({ account, language }: Person): Promise<{ key: PrivateKey; made: StaffMade }> {
  const key = await makeStaffKey();
  const passphrase = (await makePassphrase(language)).join(" ");
  const wrapped = await wrapStaffKey(passphrase, key, { program: NIL_UUID, account, keyNumber: KEY_NUMBER });
  return { key, made: { account, passphrase, publicKey: toBase64Url(key.publicKey), wrapped: toBase64Url(wrapped) } };
}

async function wraps(people: Person[], wrap: (person: Person) => Promise<Bytes>): Promise<Record<string, string>> {
  const wrapped = people.map(async (person) => [person.member, toBase64Url(await wrap(person))]);
  return Object.fromEntries(await Promise.all(wrapped)) as Record<string, string>;
}

async function makeProgram({ program, day, people }: Program): Promise<{ made: ProgramMade; staff: StaffMade[] }> {
  const staff = new Map<Person, { key: PrivateKey; made: StaffMade }>();
  for (const person of people) staff.set(person, await makeStaff(person));
  const publicKeyOf = (person: Person) => staff.get(person)!.key.publicKey;

  const programKey = await makeProgramKey();
  const intake = await makeIntakeKey();
  const supporters = people.filter((person) => person.supporter);
  const statement = await signStatement(programKey, {
    program,
    number: 1,
    day,
    intake: { number: 1, key: intake.publicKey, readers: supporters.map(({ member }) => member) },
    supporters: await Promise.all(
      supporters.map(async (person) => ({
        id: person.member,
        keyNumber: KEY_NUMBER,
        key: publicKeyOf(person),
        name: await nameCommitment({ supporterId: person.member, name: person.name, salt: person.salt }),
      })),
    ),
  });
  const made = {
    program,
    programKey: toBase64Url(programKey.publicKey),
    intakeKey: toBase64Url(intake.publicKey),
    statement,
    programWraps: await wraps(
      people.filter((person) => person.director),
      (person) =>
        wrapProgramKey(programKey, publicKeyOf(person), { program, holder: person.member, keyNumber: KEY_NUMBER }),
    ),
    intakeWraps: await wraps(supporters, (person) =>
      wrapIntakeKey(intake, publicKeyOf(person), { program, reader: person.member, keyNumber: 1 }),
    ),
  };
  return { made, staff: [...staff.values()].map((one) => one.made) };
}

/** The whole cast: every person's staff key, every program's keys, wraps and first signed statement. */
export async function makeCast(programs: Program[]): Promise<{ staff: StaffMade[]; programs: ProgramMade[] }> {
  const all = [];
  for (const program of programs) all.push(await makeProgram(program));
  return { staff: all.flatMap(({ staff }) => staff), programs: all.map(({ made }) => made) };
}
