/** Why a call is waiting: no connection, or the server has too much to do. */
export type Waiting = "offline" | "busy";

/** What a page does meanwhile; `null` when the call got through. */
export type Listener = (why: Waiting | null) => void;

export interface Call {
  path: string;
  method?: "GET" | "POST" | "DELETE";
  /** Made once, sent as often as it takes: a repeat is the same bytes. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** How the world is reached; tests give their own. */
export interface Wires {
  fetch: typeof fetch;
  /** Resolves after so many milliseconds, or when the connection comes back. */
  pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const LONGEST_TRY = 30_000;
const LONGEST_PAUSE = 20_000;

/**
 * Calls until an answer comes. Lost connections and 503 are waited out (Retry-After is kept to), every other answer is
 * the caller's. All our posts may safely be repeated: their ids are made in the browser.
 */
export async function call(to: Call, tell: Listener = () => {}, wires: Wires = browserWires): Promise<Response> {
  const body = to.body === undefined ? undefined : JSON.stringify(to.body);
  for (let attempt = 0; ; attempt++) {
    to.signal?.throwIfAborted();
    const answer = await once(to, body, wires);
    if (answer && answer.status !== 503) {
      tell(null);
      return answer;
    }
    tell(answer ? "busy" : "offline");
    const asked = 1000 * Number(answer?.headers.get("Retry-After") ?? Number.NaN);
    const grown = Math.min(LONGEST_PAUSE, 1000 * 2 ** attempt);
    // A little apart, so that everyone who was turned away does not come back at the same moment.
    await wires.pause((asked > 0 ? asked : grown) * (1 + Math.random() / 2), to.signal);
  }
}

async function once(to: Call, body: string | undefined, wires: Wires): Promise<Response | null> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  to.signal?.addEventListener("abort", stop);
  const timer = setTimeout(stop, LONGEST_TRY);
  try {
    return await wires.fetch(to.path, {
      method: to.method ?? "GET",
      headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }), ...to.headers },
      body: body ?? null,
      signal: limit.signal,
      cache: "no-store",
      redirect: "error",
    });
  } catch (error) {
    to.signal?.throwIfAborted();
    if (error instanceof TypeError || limit.signal.aborted) return null; // the connection, or it took too long
    throw error;
  } finally {
    clearTimeout(timer);
    to.signal?.removeEventListener("abort", stop);
  }
}

const browserWires: Wires = {
  fetch: (...what) => fetch(...what),
  pause: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        removeEventListener("online", done);
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        clearTimeout(timer);
        removeEventListener("online", done);
        reject(signal?.reason);
      };
      const timer = setTimeout(done, milliseconds);
      addEventListener("online", done);
      signal?.addEventListener("abort", leave);
    }),
};
