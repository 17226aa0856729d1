import { readFileSync } from "node:fs";
import { equal, ok, test } from "../crypto/testing.ts";

const FORBIDDEN = {
  en: [
    "seekers?", "pairings?", "encounters?", "activations?", "tokens?", "sealed", "encrypt\\w*", "waves?", "instruments?",
    "cases?", "tickets?", "triage", "escalat\\w*", "interven\\w*", "second victims?", "resilien\\w*", "anonym\\w*", "100 ?%",
    "declin\\w*", "submit\\w*",
  ],
  es: [
    "solicitantes?", "emparejamient\\w*", "activaci\\w*", "token\\w*", "sellad\\w*", "cifrad\\w*", "encriptad\\w*", "oleadas?",
    "casos?", "tiquetes?", "triaje", "escala\\w*", "intervenci\\w*", "segunda víctima", "resilien\\w*", "anónim\\w*", "100 ?%",
    "declin\\w*", "rechaz\\w*",
  ],
};

function bundle(name: string, language: string): Map<string, string> {
  const text = readFileSync(`src/main/resources/texts/${name}_${language}.properties`, "utf8");
  const lines = text.split("\n").filter((line) => line.includes("=") && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

const NAMES = ["shared", "visit"];

function all(language: "en" | "es"): [string, string][] {
  return NAMES.flatMap((name) => [...bundle(name, language)]);
}

/** Flesch-Kincaid grade; Kincaid and others 1975. Syllables by groups of vowels, a silent e left out. */
function grade(text: string): number {
  const words = text.toLowerCase().match(/[a-z’'-]+/g) ?? [];
  const syllables = words.reduce((sum, word) => {
    const groups = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, "").match(/[aeiouy]+/g) ?? [];
    return sum + Math.max(1, groups.length);
  }, 0);
  return 0.39 * (words.length / sentences(text)) + 11.8 * (syllables / words.length) - 15.59;
}

/** Fernández Huerta 1959, for Spanish: 100 is very easy, 65 is what an eighth-grader reads. */
function ease(text: string): number {
  const words = text.toLowerCase().match(/[a-záéíóúüñ]+/g) ?? [];
  const syllables = words.reduce((sum, word) => {
    const groups = word.match(/[aeiouáéíóúü]+/g) ?? [];
    // A vowel with an accent on i or u, or two strong ones side by side, part into two.
    const parted = groups.join(" ").match(/[íú](?=[aeo])|[aeo](?=[íú])|[aeoáéó](?=[aeoáéó])/g) ?? [];
    return sum + Math.max(1, groups.length + parted.length);
  }, 0);
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentences(text));
}

function sentences(text: string): number {
  return Math.max(1, (text.match(/[.!?:](?=\s|$|”)/g) ?? []).length);
}

test("both languages say the same things, with the same blanks", () => {
  const blanks = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();
  for (const name of NAMES) {
    const [english, spanish] = [bundle(name, "en"), bundle(name, "es")];
    equal([...spanish.keys()].sort(), [...english.keys()].sort());
    for (const [key, text] of english) equal([key, ...blanks(spanish.get(key) ?? "")], [key, ...blanks(text)]);
  }
});

for (const language of ["en", "es"] as const) {
  test(`${language}: none of the words that frighten or file`, () => {
    const forbidden = new RegExp(`(?<!\\p{L})(?:${FORBIDDEN[language].join("|")})(?!\\p{L})`, "iu");
    equal(all(language).filter(([, text]) => forbidden.test(text)), []);
  });
}

test("en: read at grade 8 or lower, every sentence of some length, and all of them together", () => {
  const texts = all("en").map(([, text]) => text);
  ok(grade(texts.map((text) => text.replace(/[^.!?]$/, "$&.")).join(" ")) <= 6, "all together");
  equal(texts.filter((text) => text.split(" ").length > 12 && grade(text) > 8).map((text) => [grade(text).toFixed(1), text]), []);
});

test("es: as easy to read as the English", () => {
  const texts = all("es").map(([, text]) => text);
  equal(texts.filter((text) => text.split(" ").length > 12 && ease(text) < 65).map((text) => [ease(text).toFixed(0), text]), []);
});

test("what the page says while it is open is in its template", () => {
  const template = readFileSync("src/main/jte/requests/visit/says.jte", "utf8");
  const scripts = ["wish", "ask", "asking", "deeds", "refusals", "returning", "sent", "showing", "talk", "words"];
  const used = scripts.flatMap((name) => {
    const script = readFileSync(`frontend/seeker/${name}.ts`, "utf8");
    return [...script.matchAll(/"(visit\.[\w.]+)"/g)].map((match) => match[1]!);
  });
  equal(used.filter((key) => !template.includes(`"${key}"`)), []);
});
