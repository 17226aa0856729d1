import { OTHER_PROGRAM, PROGRAM } from "./cast.ts";
import { fromBase64Url, sha256, toBase64Url } from "./bytes.ts";
import { derivePhrase, makePhrase, normalise } from "./index.ts";
import { without } from "./missing.ts";
import { equal, ok, test } from "./testing.ts";

test("typing does not have to be neat: accents, capitals, spaces and marks between words", () => {
  equal(normalise("  ÁBACO,  Árbol - jardín.\n Ñandú\tniño  "), "abaco arbol jardin nandu nino");
  equal(normalise("abaco\u2013arbol\u2014jardi\u0301n"), "abaco arbol jardin");
  equal(normalise("ａｂａｃｏ\u00a0árbol"), "abaco arbol");
});

test("words as shown and words as typed lead to the same place, in both languages", async () => {
  for (const language of ["en", "es"] as const) {
    const words = await makePhrase(language);
    const shown = await derivePhrase(words.join(" "), PROGRAM);
    const bare = words.map((word) => word.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase()).join(", ");
    const typed = await derivePhrase(bare, PROGRAM);
    equal([typed.locator, typed.auth], [shown.locator, shown.auth]);
    equal(typed.publicKey, shown.publicKey);
  }
});

test("other words, another order or another program lead elsewhere", async () => {
  const of = async (words: string, program: string) => (await derivePhrase(words, program)).locator;
  const places = [
    await of("maple river candle orbit velvet anchor tulip", PROGRAM),
    await of("maple river candle orbit velvet anchor tulips", PROGRAM),
    await of("river maple candle orbit velvet anchor tulip", PROGRAM),
    await of("maple river candle orbit velvet anchor tulip", OTHER_PROGRAM),
  ];
  equal(new Set(places).size, places.length);
});

test("the server's hash is of the secret, and locator, secret and key have nothing in common", async () => {
  const keys = await derivePhrase("maple river candle orbit velvet anchor tulip", PROGRAM);
  equal([fromBase64Url(keys.locator).length, fromBase64Url(keys.auth).length, keys.publicKey.length], [16, 32, 32]);
  equal(keys.authHash, toBase64Url(await sha256(fromBase64Url(keys.auth))));
  ok(!keys.auth.startsWith(keys.locator.slice(0, 20)), "one gives the other away");
  ok(!keys.memoryKey.extractable, "the memory key can be read out");
});

test("a browser without X25519 derives the same key", async () => {
  const words = "maple river candle orbit velvet anchor tulip";
  const here = await derivePhrase(words, PROGRAM);
  equal((await without("X25519", () => derivePhrase(words, PROGRAM))).publicKey, here.publicKey);
});

test("the page gets its turn while the words are worked on", async () => {
  let turns = 0;
  const clock = setInterval(() => turns++, 5);
  await derivePhrase("maple river candle orbit velvet anchor tulip", PROGRAM);
  clearInterval(clock);
  ok(turns >= 3, `only ${turns} turns`);
});
