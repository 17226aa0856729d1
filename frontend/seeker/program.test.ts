import { equal, test } from "../crypto/testing.ts";
import { signedRecords } from "./program.ts";

test("what a key was followed by is checked under the key before it", () => {
  const { chain, statement } = signedRecords({
    program: "",
    programKeys: [
      { number: 1, key: "first", succession: null, signature: null, broken: false },
      { number: 2, key: "second", succession: "to the second", signature: "by the first", broken: false },
    ],
    statement: { body: "now", signature: "by the second", keyNumber: 2 },
  });
  equal(chain, [{ body: "to the second", signature: "by the first", key: "first" }]);
  equal(statement, { body: "now", signature: "by the second", key: "second" });
});
