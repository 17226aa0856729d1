import { listen } from "../shared/stream.ts";
import { bindDeeds } from "./deeds.ts";
import { onLeaving } from "./leave.ts";
import { linkFingerprint, place, reach, setInVisit } from "./place.ts";
import type { Reason } from "../crypto/errors.ts";
import { type Seen, statementNow } from "./program.ts";
import { acceptOpening, checkName, fromBase64Url, SealingError, type SeekerKeys } from "./sealing.ts";
import { render } from "./showing.ts";
import { startTalk, type Talk } from "./talk.ts";
import { show } from "./views.ts";

/** As `GET /visit` gives it. */
export interface RequestView {
  id: string;
  code: string;
  state: "PARKED" | "WAITING" | "HELD" | "PAIRED" | "TALKING" | "ENDED";
  ways: string[];
  memory: string | null;
  danger: boolean;
  dangerMarked: boolean;
  wordsKept: boolean;
  nobodyLeft: boolean;
  unreachable: boolean;
  /** 0 nobody, 1 coordinators, 2 deputies, 3 directors */
  rung: number;
  unseenHours: number;
  checkInOn: string | null;
  warnedOn: string | null;
  closeAt: string | null;
  followUpSet: boolean;
  held: { offerId: string; nameCard: { supporterId: string; name: string; salt: string } } | null;
  pairing: {
    id: string;
    number: number;
    supporterId: string | null;
    opening: string | null;
    changeAsked: boolean;
    contacted: boolean;
    yesFrom: string | null;
  } | null;
}

/** Everything this visit holds in memory, and nowhere else. */
export interface Visit {
  readonly keys: SeekerKeys;
  /** The return words, while they are new; null for whoever came back with them. */
  readonly phrase: readonly string[] | null;
  seen: Seen;
  view: RequestView | null;
  talk: Talk | null;
  /** A checked name of a held yes. */
  heldName: string | null;
  refused: Reason | null;
  readonly ends: AbortController;
}

let visit: Visit | null = null;

export function startVisit(start: Pick<Visit, "keys" | "phrase" | "seen">): void {
  forgetVisit();
  visit = { ...start, view: null, talk: null, heldName: null, refused: null, ends: new AbortController() };
  setInVisit(true);
  onLeaving(forgetVisit);
}

/** Drops keys and opened words, and ends what is still under way. */
export function forgetVisit(): void {
  visit?.ends.abort();
  visit?.talk?.forget();
  visit = null;
  setInVisit(false);
}

export function theVisit(): Visit {
  if (!visit) throw new Error("no visit");
  return visit;
}

/** What proves to the server that it is you: in headers, never in an address. */
export function proof(keys: SeekerKeys): Record<string, string> {
  return { "Holdfast-Locator": keys.locator, "Holdfast-Secret": keys.auth };
}

export function get(path: string): Promise<Response> {
  const { keys, ends } = theVisit();
  return reach({ path: `/visit${path}`, headers: proof(keys), signal: ends.signal });
}

export function post(path: string, body: unknown = {}, method: "POST" | "DELETE" = "POST"): Promise<Response> {
  const { keys, ends } = theVisit();
  const to = { path: `/visit${path}`, method, headers: proof(keys), signal: ends.signal };
  return reach(method === "POST" ? { ...to, body } : to);
}

/** Shows the request, and from then on whatever is new about it. */
export async function openRequest(): Promise<void> {
  const now = theVisit();
  bindDeeds();
  await refresh();
  if (visit !== now) return;
  show("request");
  void listen(`${place().base}/visit/stream`, proof(now.keys), now.ends.signal, () => void refreshLater());
}

let refreshing: Promise<void> | null = null;
let again = false;

/** One refresh at a time; what comes in meanwhile makes one more. */
export async function refreshLater(): Promise<void> {
  if (refreshing) {
    again = true;
    return refreshing;
  }
  refreshing = refresh().catch((error: unknown) => {
    if (visit) throw error; // what was under way when the visit ended is no fault
  });
  await refreshing.finally(() => (refreshing = null));
  if (again) {
    again = false;
    await refreshLater();
  }
}

async function refresh(): Promise<void> {
  const now = theVisit();
  const answer = await get("");
  if (visit !== now) return;
  if (answer.status === 404) {
    forgetVisit();
    show("erased");
    return;
  }
  if (!answer.ok) return;
  now.view = (await answer.json()) as RequestView;
  await check(now, now.view);
  if (visit !== now) return;
  render(now);
  await now.talk?.refresh();
}

/** Opens what the server handed over, or notes why it was refused. Names are believed only from here. */
async function check(now: Visit, view: RequestView): Promise<void> {
  now.refused = null;
  now.heldName = null;
  if (now.talk && now.talk.pairing !== view.pairing?.number) {
    now.talk.forget();
    now.talk = null;
  }
  const opened = now.talk !== null || !view.pairing?.opening;
  if (opened && !view.held) return;
  try {
    const statement = await statementNow(now.seen, linkFingerprint());
    now.seen = { fingerprint: now.seen.fingerprint ?? statement.fingerprint, statementNumber: statement.number };
    if (view.held) {
      await checkName(view.held.nameCard, statement);
      now.heldName = view.held.nameCard.name;
    }
    const { pairing } = view;
    if (pairing?.opening && !now.talk) {
      const { conversation, supporter } = await acceptOpening(fromBase64Url(pairing.opening), {
        program: place().program,
        request: view.id,
        pairing: pairing.number,
        seeker: now.keys.privateKey,
        statement,
        supporterId: pairing.supporterId ?? "",
      });
      now.talk = startTalk({ conversation, name: supporter.name, pairing: pairing.number, pairingId: pairing.id });
    }
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    now.refused = error.reason;
  }
}
