import { equal, test } from "../../crypto/testing.ts";
import { reach } from "./note.ts";

test("a number they typed can be tapped to call and to text", () => {
  equal(reach("(828) 555-0134, after my shift"), { call: "tel:8285550134", text: "sms:8285550134", mail: null });
  equal(reach("+1 828 555 0134"), { call: "tel:+18285550134", text: "sms:+18285550134", mail: null });
});

test("a mail address can be tapped, and digits in it are no number", () => {
  equal(reach("amara.1234567@harbor.example"), { call: null, text: null, mail: "mailto:amara.1234567@harbor.example" });
  equal(reach("mail a@b.example or 828-555-0134").call, "tel:8285550134");
});

test("a mail address cannot carry a subject or a second address into the link", () => {
  equal(reach("a@b.example?bcc=c@d.example").mail, "mailto:a@b.example");
});

test("a room, an hour or a pager is not dialled", () => {
  equal(reach("the chapel, 4th floor, at 19:30").call, null);
  equal(reach("ext. 4410").call, null);
});
