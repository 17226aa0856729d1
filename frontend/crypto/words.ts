import { randomBytes, readU32 } from "./bytes.ts";
import { load } from "./errors.ts";

export type Language = "en" | "es";

/** Return words of a seeker: seven of at least 1,855 make 76 bits. */
export const PHRASE_WORDS = 7;
/** Passphrase of a staff member, whose salt is random. */
export const PASSPHRASE_WORDS = 6;

/** The list of one language, fetched alone: each is its own chunk of the bundle. */
export async function wordList(language: Language): Promise<readonly string[]> {
  switch (language) {
    case "en":
      return (await load(() => import("./words/english.ts"))).english;
    case "es":
      return (await load(() => import("./words/spanish.ts"))).spanish;
  }
}

/** Seven words, each equally likely. */
export async function makePhrase(language: Language): Promise<string[]> {
  return choose(await wordList(language), PHRASE_WORDS);
}

/** Six words. Never chosen by hand. */
export async function makePassphrase(language: Language): Promise<string[]> {
  return choose(await wordList(language), PASSPHRASE_WORDS);
}

function choose(words: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => words[below(words.length)]!);
}

/** A fair number below `limit`: what lies above the last whole multiple of it is thrown again. */
export function below(limit: number, random: () => number = () => readU32(randomBytes(4), 0)): number {
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const number = random();
    if (number < fair) return number % limit;
  }
}
