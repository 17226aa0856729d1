// Bundles the pages' scripts and styles into target/classes/static/a/ under hashed names, writes manifest.json for the
// server, and says what each costs on the wire.
//   node frontend/build.mjs     build, and fail where the asking page outgrows its budget
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "target/classes/static/a");
/** Compressed bytes of styles, script and icon that the asking page fetches; the document has the rest of the 40 KB. */
const BUDGET = 20 * 1024;

const manifest = {};

async function bundle(entries, options = {}) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map(([name, path]) => ({ in: path, out: name })),
    outdir: out,
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    legalComments: "none",
    loader: { ".svg": "copy" },
    target: ["chrome91", "firefox91", "safari15"],
    metafile: true,
    logLevel: "warning",
    ...options,
  });
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const entry = entryPoint && entries.find(([, from]) => from === entryPoint);
    if (entry) manifest[`${entry[0]}.${path.split(".").pop()}`] = basename(path);
  }
}

/**
 * What the asker's first script imports later is bundled before it and on its own: so the first script is one file and
 * not several, and the page stays within its requests. What both use, both have.
 */
const later = {
  name: "later",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/later\.ts$/ }, () => ({ path: `./${manifest["later.js"]}`, external: true })),
};

/** The demo's cast gets its keys from this at first start, run by node beside the server; it is not served. */
async function castProcess() {
  await build({
    absWorkingDir: root,
    entryPoints: ["frontend/demo/castProcess.ts"],
    outfile: join(root, "target/classes/demo/cast.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
}

function compressed(file) {
  return gzipSync(readFileSync(join(out, file)), { level: 6 }).length;
}

function report() {
  const names = new Map(Object.entries(manifest).map(([name, file]) => [file, name]));
  for (const file of readdirSync(out).filter((file) => file !== "manifest.json")) {
    console.log(`${String(compressed(file)).padStart(7)} bytes compressed  ${names.get(file) ?? file}`);
  }
  const bytes = ["holdfast.css", "seeker.js", "icon.svg"].reduce((sum, name) => sum + compressed(manifest[name]), 0);
  console.log(`Asking page: ${bytes} of ${BUDGET} bytes, beside the document.`);
  if (bytes > BUDGET) {
    console.error("The asking page has outgrown its budget: load it later, or leave it out.");
    process.exitCode = 1;
  }
}

mkdirSync(out, { recursive: true });
for (const old of readdirSync(out)) rmSync(join(out, old), { recursive: true });

await bundle([
  ["holdfast", "frontend/styles/holdfast.css"],
  ["icon", "frontend/styles/icon.svg"],
]);
await bundle([["later", "frontend/seeker/later.ts"]]);
await bundle([["seeker", "frontend/seeker/main.ts"]], { splitting: false, plugins: [later] });
// A side of the house has a script of its own when it has a main.ts.
const sides = ["staff", "demo"].filter((side) => existsSync(join(root, "frontend", side, "main.ts")));
await bundle(sides.map((side) => [side, `frontend/${side}/main.ts`]));
await castProcess();

writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
report();
