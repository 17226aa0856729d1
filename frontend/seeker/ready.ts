/** The language of this page, as the lists of words have it. */
export function language(): "en" | "es" {
  return document.documentElement.lang === "es" ? "es" : "en";
}

/**
 * Fetches the later script and its parts while the first answers are given, so that sending waits for nothing, and also
 * works where the connection went meanwhile. What fails here is tried again when it is needed.
 */
export async function getReady(): Promise<void> {
  try {
    const { prepare } = await import("./later.ts");
    await prepare(language());
  } catch {
    // Said where it matters: when something is to be sent.
  }
}
