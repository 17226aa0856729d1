import { wordlist as bipEnglish } from "@scure/bip39/wordlists/english.js";
import { wordlist as bipSpanish } from "@scure/bip39/wordlists/spanish.js";
import { normalise } from "./phrase.ts";
import { equal, ok, test } from "./testing.ts";
import { below, makePassphrase, makePhrase, PHRASE_WORDS, wordList, type Language } from "./words.ts";
import { excludedEnglish } from "./words/excludedEnglish.ts";
import { excludedSpanish } from "./words/excludedSpanish.ts";

const sources = [
  ["en", bipEnglish, excludedEnglish],
  ["es", bipSpanish, excludedSpanish],
] as const;

const split = (words: string) => words.trim().normalize("NFC").split(/\s+/);

for (const [language, source, excluded] of sources) {
  test(`${language}: seven words make at least 76 bits`, async () => {
    const bits = PHRASE_WORDS * Math.log2((await wordList(language)).length);
    ok(bits >= 76, `only ${bits} bits`);
  });

  test(`${language}: every excluded word was in the list, once, and is gone from it`, async () => {
    const known = new Set(source.map((word) => word.normalize("NFC")));
    const stray = split(excluded).filter((word, i, all) => !known.has(word) || all.indexOf(word) !== i);
    equal(stray, [], "excluded words that are not in the list, or named twice");
    const left = await wordList(language);
    equal(left.length, source.length - split(excluded).length);
    equal(split(excluded).filter((word) => left.includes(word)), []);
  });

  test(`${language}: no two words become one by normalising`, async () => {
    const words = await wordList(language);
    equal(new Set(words.map(normalise)).size, words.length);
  });
}

test("words of harm, blame, illness and hospital are never chosen", async () => {
  const english = await wordList("en");
  for (const word of ["blame", "death", "fault", "hospital", "illness", "kill", "nurse", "patient", "suffer"]) {
    ok(!english.includes(word), word);
  }
  const spanish = await wordList("es");
  for (const word of ["cadáver", "cáncer", "culpa", "enfermo", "error", "herir", "morir", "muerte", "sangre"]) {
    ok(!spanish.includes(word), word);
  }
});

test("phrases have seven words of their language, passphrases six", async () => {
  for (const language of ["en", "es"] satisfies Language[]) {
    const words = await wordList(language);
    const [phrase, passphrase] = [await makePhrase(language), await makePassphrase(language)];
    equal([phrase.length, passphrase.length], [7, 6]);
    ok([...phrase, ...passphrase].every((word) => words.includes(word)), "a word from elsewhere");
    ok(phrase.join() !== (await makePhrase(language)).join(), "the same phrase twice");
  }
});

test("choosing is fair: numbers of the last, broken round are thrown again", () => {
  const limit = 1900;
  const lastWhole = 2 ** 32 - (2 ** 32 % limit);
  const given = [lastWhole, 2 ** 32 - 1, lastWhole - 1];
  equal(below(limit, () => given.shift()!), limit - 1);
  equal(given, []);
});
