// Bundles the frontend's TypeScript tests and runs them with node's own runner.
//   node frontend/test.mjs [part of a path ...]   run (all) tests in Node
//   node frontend/test.mjs --browser              only write target/frontend-tests/browser-vectors.js, which gives a
//                                                 page `window.runVectors()` -> { passed, failed: [..] }
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "target/frontend-tests");
const shared = { bundle: true, format: "esm", target: "es2022", absWorkingDir: root, logLevel: "warning" };
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

const options = process.argv.slice(2);
rmSync(join(out, "node"), { recursive: true, force: true });
if (options.includes("--browser")) await bundleForBrowser();
else process.exitCode = await runInNode(options);
