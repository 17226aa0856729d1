import { equal, test } from "../../crypto/testing.ts";
import { wayBack } from "./place.ts";

const back = (then: string | null) => wayBack(then, "harbor", "https://support.example");

test("the key page leads back to the page one came from", () => {
  equal(back("/staff/harbor/talks/1?said=yes"), "/staff/harbor/talks/1?said=yes");
});

test("it leads to no other site and no other program, whatever the address says", () => {
  const home = "/staff/harbor";
  for (const then of [null, "", "https://evil.example/staff/harbor/", "//evil.example/staff/harbor/x", "javascript:alert(1)"]) {
    equal(back(then), home, String(then));
  }
  for (const then of ["/staff/other/board", "/staff/harbor-two", "/staff/harbor/../other", "/p/harbor", "https://["]) {
    equal(back(then), home, then);
  }
});

test("it does not lead to itself", () => {
  equal(back("/staff/harbor/key?then=/staff/harbor/key"), "/staff/harbor");
});
