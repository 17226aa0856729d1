import { wordlist } from "@scure/bip39/wordlists/english.js";
import { excludedEnglish } from "./excludedEnglish.ts";
import { without } from "./list.ts";

/** English words that one may meet at a bad hour. */
export const english = without(wordlist, excludedEnglish);
