import { call, type Call, type Waiting } from "../shared/api.ts";
import { onLeaving } from "./leave.ts";

/** Which program this document belongs to. */
export function place(): { program: string; base: string } {
  const { program, base } = document.getElementById("visit")!.dataset;
  return { program: program!, base: base! };
}

/**
 * The program key's fingerprint from the link or the poster. It stays in the address: it is public, says nothing of
 * anybody, and without it a reload would silently do without the check.
 */
export function linkFingerprint(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get("k");
}

/** Whether keys or opened words are in memory: told to the language link, which would drop them. */
export function inVisit(): boolean {
  return document.getElementById("visit")?.dataset.open === "yes";
}

export function setInVisit(now: boolean): void {
  const visit = document.getElementById("visit");
  if (visit) visit.dataset.open = now ? "yes" : "no";
}

let leaving: AbortController | null = null;

/** Ends what is under way when the page is left. */
function untilLeaving(): AbortSignal {
  if (!leaving) {
    const controller = new AbortController();
    onLeaving(() => controller.abort());
    leaving = controller;
  }
  return leaving.signal;
}

function tell(why: Waiting | null): void {
  const banner = document.getElementById("lost");
  if (!banner) return;
  banner.hidden = why === null;
  for (const line of banner.querySelectorAll<HTMLElement>("[data-when]")) line.hidden = line.dataset.when !== why;
}

/** A call below this program's address. Ends when the page is left, or with the signal. */
export function reach(to: Call): Promise<Response> {
  return call({ ...to, path: place().base + to.path, signal: to.signal ?? untilLeaving() }, tell);
}
