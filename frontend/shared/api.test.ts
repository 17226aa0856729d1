import { equal, test } from "../crypto/testing.ts";
import { call, type Waiting } from "./api.ts";

function world(...answers: (Response | TypeError)[]) {
  const bodies: unknown[] = [];
  const pauses: number[] = [];
  const said: (Waiting | null)[] = [];
  const wires = {
    fetch: (async (_path: unknown, init: RequestInit) => {
      bodies.push(init.body);
      const next = answers.shift()!;
      if (next instanceof TypeError) throw next;
      return next;
    }) as typeof fetch,
    pause: async (milliseconds: number) => void pauses.push(milliseconds),
  };
  return { bodies, pauses, said, wires, tell: (why: Waiting | null) => void said.push(why) };
}

const post = (id: string) => ({ path: "/requests", method: "POST" as const, body: { id } });

test("a lost connection is waited out, and the same bytes go again", async () => {
  const { bodies, said, wires, tell } = world(new TypeError(), new TypeError(), new Response("{}", { status: 201 }));
  const answer = await call(post("one"), tell, wires);
  equal(answer.status, 201);
  equal(bodies, ['{"id":"one"}', '{"id":"one"}', '{"id":"one"}']);
  equal(said, ["offline", "offline", null]);
});

test("a busy server is asked again when it said, not before", async () => {
  const busy = new Response("{}", { status: 503, headers: { "Retry-After": "7" } });
  const { pauses, said, wires, tell } = world(busy, new Response("{}", { status: 201 }));
  await call(post("one"), tell, wires);
  equal(pauses.length, 1);
  equal(pauses[0]! >= 7000, true);
  equal(said, ["busy", null]);
});

test("a refusal is the page's to say, and is not sent again", async () => {
  for (const status of [404, 409, 422, 429, 500]) {
    const { bodies, wires, tell } = world(new Response("{}", { status }), new Response("{}", { status: 201 }));
    equal((await call(post("one"), tell, wires)).status, status);
    equal(bodies.length, 1);
  }
});

test("whoever has left sends nothing any more", async () => {
  const { bodies, wires, tell } = world(new TypeError(), new Response("{}"));
  const leaving = new AbortController();
  const pause = async () => leaving.abort();
  const end = await call({ ...post("one"), signal: leaving.signal }, tell, { ...wires, pause }).catch((error) => error.name);
  equal(end, "AbortError");
  equal(bodies.length, 1);
});
