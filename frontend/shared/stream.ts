/**
 * Reads a live stream (text/event-stream) with fetch, so that what proves who we are can travel in headers. Calls
 * `news` at each event, and whenever the stream began anew, since something may have come in between. Where streams do
 * not get through, this asks every 20 seconds instead.
 */
export async function listen(
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  news: () => void,
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      const answer = await fetch(path, { headers: { Accept: "text/event-stream", ...headers }, signal, cache: "no-store" });
      if (answer.status === 404) return; // closed or erased: the next question will say so
      if (answer.ok && answer.body) {
        news();
        await readEvents(answer.body, news);
        failures = 0;
      }
    } catch {
      // A cut stream is ordinary: phones sleep.
    }
    if (signal.aborted) return;
    await pause(Math.min(20_000, 1000 * 2 ** failures++), signal);
    news();
  }
}

/** Every block that has a `data:` line is one event; comments only keep the line open. */
export async function readEvents(body: ReadableStream<Uint8Array>, news: () => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split(/\r?\n\r?\n/);
    text = blocks.pop() ?? "";
    if (blocks.some((block) => /^data:/m.test(block))) news();
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
