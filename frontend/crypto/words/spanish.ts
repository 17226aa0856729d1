import { wordlist } from "@scure/bip39/wordlists/spanish.js";
import { excludedSpanish } from "./excludedSpanish.ts";
import { without } from "./list.ts";

/** Spanish words that one may meet at a bad hour. */
export const spanish = without(wordlist, excludedSpanish);
