import { makeCast } from "./cast.ts";

/** Node's, of which the browser's types know nothing. */
declare const process: {
  stdin: AsyncIterable<Uint8Array>;
  stdout: { write(text: string): void };
};

let told = "";
const decoder = new TextDecoder();
for await (const part of process.stdin) told += decoder.decode(part, { stream: true });
process.stdout.write(JSON.stringify(await makeCast(JSON.parse(told))));
