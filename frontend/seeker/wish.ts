/** What was typed and chosen, under the names the server uses. */
export interface Wish {
  howSoon: string;
  ways: string[];
  profession: string | null;
  specialty: string | null;
  sites: string[];
  departments: string[];
  topics: string[];
  wishes: Record<string, string | null>;
  ruledOut: string[];
  ruledOutNames: string[];
  nameFirst: boolean;
  danger: boolean;
  notify: { address: string } | null;
}

/** What goes into the closed note, and nowhere else. */
export interface Words {
  text: string;
  contact: string;
  bestTime: string;
  leaveMessage: boolean | null;
  callMe: string;
}

const WISHES = ["profession", "gender", "language", "department", "site", "organisation", "supporter"];

/** One can be reached by other means than this page. */
export function reachable(ways: readonly string[]): boolean {
  return ways.some((way) => way !== "HERE");
}

export function readWish(form: FormData): Wish {
  const one = (name: string) => String(form.get(name) ?? "").trim() || null;
  const all = (name: string) => form.getAll(name).map(String);
  const address = one("notify");
  return {
    howSoon: one("howSoon") ?? "TODAY",
    ways: all("ways"),
    profession: one("profession"),
    specialty: one("specialty"),
    sites: all("sites"),
    departments: all("departments"),
    topics: all("topics"),
    wishes: Object.fromEntries(WISHES.map((wish) => [wish, one(`wishes.${wish}`)])),
    ruledOut: all("ruledOut"),
    ruledOutNames: (one("ruledOutNames") ?? "").split("\n").map((name) => name.trim()).filter(Boolean),
    nameFirst: form.has("nameFirst"),
    danger: form.has("danger"),
    notify: address ? { address } : null,
  };
}

/** A number that was typed and then hidden again, by another choice of ways, stays behind. */
export function readWords(form: FormData): Words {
  const one = (name: string) => String(form.get(name) ?? "").trim();
  const reach = reachable(form.getAll("ways").map(String));
  return {
    text: one("text"),
    contact: reach ? one("contact") : "",
    bestTime: reach ? one("bestTime") : "",
    leaveMessage: reach ? one("leaveMessage") === "yes" : null,
    callMe: one("callMe"),
  };
}

export function isAddress(typed: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed);
}

/** Fields that cannot go out as they are, with the key of what to say. */
export function missing(wish: Wish, words: Words): Record<string, string> {
  const found: Record<string, string> = {};
  if (wish.ways.length === 0) found.ways = "visit.ask.ways.missing";
  if (reachable(wish.ways) && !words.contact) found.contact = "visit.ask.contact.missing";
  if (wish.notify && !isAddress(wish.notify.address)) found.notify = "visit.ask.notify.bad";
  return found;
}
