// Bundles the frontend's TypeScript tests and runs them with node's own runner.
//   node frontend/test.mjs [part of a path ...]   run (all) tests in Node
//   node frontend/test.mjs --size                 print what a seeker's browser fetches to seal, and fail above the limit
//   node frontend/test.mjs --browser              only write target/frontend-tests/browser-vectors.js, which gives a
//                                                 page `window.runVectors()` -> { passed, failed: [..] }
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "target/frontend-tests");
const shared = {
  bundle: true,
  format: "esm",
  target: "es2022",
  absWorkingDir: root,
  logLevel: "warning",
  loader: { ".md": "text" },
};
const harness = "./frontend/crypto/testing.ts";

function tests(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => `./${folder}/${path.replaceAll("\\", "/")}`)
    .sort();
}

async function bundleForBrowser() {
  const contents = [
    ...tests("frontend/crypto").map((path) => `import ${JSON.stringify(path)};`),
    `import { runRegistered } from ${JSON.stringify(harness)};`,
    "globalThis.runVectors = runRegistered;",
  ].join("\n");
  const outfile = join(out, "browser-vectors.js");
  await build({ ...shared, stdin: { contents, resolveDir: root }, outfile });
  console.log(relative(root, outfile));
}

async function runInNode(parts) {
  const chosen = tests("frontend").filter((path) => parts.length === 0 || parts.some((part) => path.includes(part)));
  const files = await Promise.all(
    chosen.map(async (path) => {
      const contents = [
        `import ${JSON.stringify(path)};`,
        `import { registered } from ${JSON.stringify(harness)};`,
        'import test from "node:test";',
        "for (const one of registered) test(one.name, one.run);",
      ].join("\n");
      const outfile = join(out, "node", `${path.replace(/^\.\/frontend\//, "").replaceAll("/", "-")}.mjs`);
      await build({ ...shared, platform: "node", stdin: { contents, resolveDir: root }, outfile });
      return outfile;
    }),
  );
  const { status } = spawnSync(process.execPath, ["--test", "--no-warnings", ...files], { cwd: root, stdio: "inherit" });
  return status ?? 1;
}

/** Bytes, brotli: what it takes to seal, open and come back, Argon2id and the words of one language among it. */
const SEEKER_LIMIT = 29_000;
const SEEKER_NEEDS = `export { acceptOpening, checkName, derivePhrase, makePhrase, openMemory, openMessage, prepare,
  sealMemory, sealMessage, sealNote, verifyStatement } from "./frontend/crypto/index.ts";`;

async function seekerSize() {
  const stdin = { contents: SEEKER_NEEDS, resolveDir: root };
  const options = { ...shared, minify: true, splitting: true, metafile: true, write: false, outdir: join(out, "size") };
  const { outputFiles, metafile } = await build({ ...options, stdin });
  const size = (path) => brotliCompressSync(outputFiles.find((file) => file.path.endsWith(path)).contents).length;
  const find = (part) => Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint?.includes(part));
  // A chunk and all that it needs at once; what is imported later, on demand, is not counted with it.
  const fetched = (path, seen = new Set()) => {
    if (path === undefined || seen.has(path)) return seen;
    seen.add(path);
    const needs = metafile.outputs[path].imports.filter((one) => one.kind === "import-statement");
    for (const one of needs) fetched(one.path, seen);
    return seen;
  };
  const total = (...parts) => {
    const chunks = new Set(parts.flatMap((part) => [...fetched(find(part))]));
    return [...chunks].reduce((sum, path) => sum + size(path), 0);
  };
  const core = ["<stdin>", "noble/hashes/argon2"];
  const sizes = { en: total(...core, "words/english"), es: total(...core, "words/spanish") };
  const later = { x25519: total(...core, "dhkem-x25519"), ed25519: total(...core, "curves/ed25519") };
  const more = Object.entries(later).map(([name, bytes]) => `${name} ${bytes - total(...core)}`);
  console.log(`seeker's sealing code, brotli: en ${sizes.en}, es ${sizes.es} bytes, at most ${SEEKER_LIMIT}`);
  console.log(`more where a browser lacks it: ${more.join(", ")}`);
  return Math.max(sizes.en, sizes.es) > SEEKER_LIMIT ? 1 : 0;
}

const options = process.argv.slice(2);
rmSync(join(out, "node"), { recursive: true, force: true });
if (options.includes("--browser")) await bundleForBrowser();
else if (options.includes("--size")) process.exitCode = await seekerSize();
else process.exitCode = (await runInNode(options)) || (options.length === 0 ? await seekerSize() : 0);
