import { equal, test } from "../crypto/testing.ts";
import { missing, readWish, readWords } from "./wish.ts";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const least: [string, string][] = [["howSoon", "TODAY"], ["ways", "HERE"]];

test("the shortest way is enough: nothing else has to be filled in", () => {
  const data = form(...least);
  equal(missing(readWish(data), readWords(data)), {});
});

test("a number typed for a call stays behind when only this page is chosen after all", () => {
  const data = form(...least, ["contact", "555 0100"], ["bestTime", "noon"], ["leaveMessage", "yes"]);
  equal(readWords(data), { text: "", contact: "", bestTime: "", leaveMessage: null, callMe: "" });
});

test("a call without a number is asked about before anything is sent", () => {
  const data = form(["howSoon", "NOW"], ["ways", "CALL"], ["leaveMessage", "no"]);
  equal(missing(readWish(data), readWords(data)), { contact: "visit.ask.contact.missing" });
});

test("no way at all, and an address that is none, are asked about", () => {
  const data = form(["notify", "amara"]);
  equal(missing(readWish(data), readWords(data)), { ways: "visit.ask.ways.missing", notify: "visit.ask.notify.bad" });
});

test("typed names are one a line, empty lines are none", () => {
  const data = form(...least, ["ruledOutNames", " Dr. Low \n\n Kim Vale\n"]);
  equal(readWish(data).ruledOutNames, ["Dr. Low", "Kim Vale"]);
});

test("nothing for the colleague's eyes is among what the server reads", () => {
  const data = form(["ways", "CALL"], ["text", "secret"], ["contact", "secret"], ["callMe", "secret"], ["bestTime", "secret"]);
  equal(JSON.stringify(readWish(data)).includes("secret"), false);
});
