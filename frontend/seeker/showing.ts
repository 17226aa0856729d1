import { wordsFor } from "./refusals.ts";
import type { RequestView, Visit } from "./request.ts";
import { writePhrase } from "./sent.ts";
import { day, moment, say } from "./texts.ts";
import { part, put } from "./views.ts";
import { reachable } from "./wish.ts";

/** A key of the page's words, with what goes into it. */
export type Words = [key: string, ...args: string[]];

/** What stands at the top of the request, for every state. `name` is the checked name, or null. */
export function headline(view: RequestView, name: string | null, opened: boolean): { title: Words; text: Words[] } {
  const { pairing } = view;
  if (view.unreachable) return { title: ["visit.request.WAITING.title"], text: [] };
  switch (view.state) {
    case "PARKED":
      return { title: ["visit.request.PARKED.title"], text: [["visit.request.PARKED.text"]] };
    case "WAITING":
      return { title: ["visit.request.WAITING.title"], text: view.nobodyLeft ? [] : [["visit.request.WAITING.text"]] };
    case "HELD":
      // Without a checked name there is nothing to answer to.
      return {
        title: ["visit.request.HELD.title"],
        text: name === null ? [] : [["visit.request.HELD.text", name]],
      };
    case "PAIRED":
    case "TALKING": {
      if (pairing?.changeAsked) return { title: ["visit.request.WAITING.title"], text: [["visit.request.changing"]] };
      if (name === null || !opened) {
        const text: Words[] = [["visit.request.PAIRED.text"]];
        if (pairing?.yesFrom) text.push(["visit.request.PAIRED.from", moment(pairing.yesFrom)]);
        return { title: ["visit.request.PAIRED.title"], text };
      }
      // Talking begins with the opening; until first contact is marked there is something to be waited for.
      if (pairing?.contacted) return { title: ["visit.request.TALKING.title", name], text: [] };
      return {
        title: ["visit.request.OPENED.title", name],
        text: [["visit.request.OPENED.text", name], ["visit.request.OPENED.here"]],
      };
    }
    case "ENDED":
      return { title: ["visit.request.ENDED.title"], text: [["visit.request.ENDED.text", moment(view.closeAt ?? "")]] };
  }
}

/** Puts the whole request on the screen; called again whenever it changed. */
export function render(visit: Visit): void {
  const { view, talk, refused } = visit;
  if (!view) return;
  const running = view.state === "PAIRED" || view.state === "TALKING";
  const ended = view.state === "ENDED";
  const change = view.pairing?.changeAsked === true;
  const { title, text } = headline(view, talk?.name ?? visit.heldName, talk !== null);
  part("title").textContent = say(...title);
  put("text", refused || text.length === 0 ? null : text.map((words) => say(...words)).join(" "));

  put("checkIn", view.checkInOn && !ended ? say("visit.request.checkIn", day(view.checkInOn)) : null);
  part("warned").hidden = !view.warnedOn || ended;
  put("rung", view.rung > 0 && (view.state === "WAITING" || view.state === "PARKED") ? say(`visit.request.rung.${view.rung}`, view.unseenHours) : null);
  part("nobody").hidden = !view.nobodyLeft || view.unreachable || view.state !== "WAITING";
  part("danger").hidden = !view.danger;
  part("dangerMarked").hidden = !view.dangerMarked;
  part("refused").hidden = refused === null;
  part("refusedWhy").textContent = refused === null ? "" : say(wordsFor(refused));

  part("held").hidden = !view.held || visit.heldName === null;
  part("again").hidden = !view.unreachable;
  part("againReach").hidden = !reachable(view.ways);
  part("reopen").hidden = !ended;
  part("talk").hidden = talk === null || change;
  talk?.allowWriting(running && !change);

  part("change").hidden = !running || change;
  part("checkInFold").hidden = !running;
  part("noCheckIn").hidden = !view.checkInOn;
  part("followUpFold").hidden = !ended;
  part("followUpSet").hidden = !view.followUpSet;
  part("followUp").hidden = view.followUpSet;
  part("endFold").hidden = ended;
  part("wordsFold").hidden = visit.phrase === null;
  writePhrase(part("phrase"), visit.phrase ?? []);
  put("code", say("visit.request.code", view.code));
}
