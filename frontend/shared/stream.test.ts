import { equal, test } from "../crypto/testing.ts";
import { readEvents } from "./stream.ts";

function body(...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
}

test("an event counts once, however it is cut up on the way; comments are no news", async () => {
  let news = 0;
  await readEvents(body(": still here\n\nevent: n", "ew\nda", "ta: 4\n", "\n: still here\n\n", "data:5\r\n\r\n"), () => news++);
  equal(news, 2);
});
