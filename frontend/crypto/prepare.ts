import { curve } from "./curve.ts";
import { argon2 } from "./symmetric.ts";
import { type Language, wordList } from "./words.ts";

/**
 * Fetches what sealing will need, so that a connection lost later does not matter. For a page that has been read and
 * is being filled in; refuses with `not-loaded`, and may simply be tried again.
 */
export async function prepare(language?: Language): Promise<void> {
  await Promise.all([curve(), argon2(), language ? wordList(language) : undefined]);
}
