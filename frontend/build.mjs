// Bundles the pages' scripts and styles into target/classes/static/a/ under hashed names, writes manifest.json for the
// server, and says what each costs on the wire.
//   node frontend/build.mjs             build (and fail where the asking page outgrows its budget)
//   node frontend/build.mjs --watch     build again at every change, unhashed sizes not checked
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, context } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "target/classes/static/a");
/** Compressed bytes of styles and scripts that the asking page fetches before anything is typed. */
const FIRST_PAGE_BUDGET = 24 * 1024;

/** A side of the house has a script of its own when it has a main.ts. */
const sides = ["seeker", "staff", "demo"].filter((side) => existsSync(join(root, "frontend", side, "main.ts")));

const options = {
  absWorkingDir: root,
  entryPoints: [
    { in: "frontend/styles/holdfast.css", out: "holdfast" },
    { in: "frontend/styles/icon.svg", out: "icon" },
    ...sides.map((side) => ({ in: `frontend/${side}/main.ts`, out: side })),
  ],
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  loader: { ".svg": "copy" },
  minify: true,
  legalComments: "none",
  target: ["chrome91", "firefox91", "safari15"],
  metafile: true,
  logLevel: "warning",
};

function writeManifest(metafile) {
  const manifest = {};
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue;
    const { entryPoint } = output;
    // A side's script bears the side's name; styles and pictures bear their own.
    const name = entryPoint.endsWith("/main.ts") ? `${basename(dirname(entryPoint))}.js` : basename(entryPoint);
    manifest[name] = basename(path);
  }
  writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function compressed(path) {
  return gzipSync(readFileSync(path), { level: 6 }).length;
}

/** A file and what it imports at once; what is imported later, when typing begins, is not counted. */
function withStaticImports(metafile, path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: next, kind } of metafile.outputs[path].imports) {
    if (kind === "import-statement") withStaticImports(metafile, next, seen);
  }
  return seen;
}

function report(metafile, manifest) {
  for (const path of Object.keys(metafile.outputs).sort()) {
    console.log(`${String(compressed(join(root, path))).padStart(7)} bytes compressed  ${relative(out, join(root, path))}`);
  }
  const first = new Set();
  for (const name of ["holdfast.css", "seeker.js"]) {
    const path = manifest[name] && relative(root, join(out, manifest[name])).replaceAll("\\", "/");
    if (path) withStaticImports(metafile, path, first);
  }
  const bytes = [...first].reduce((sum, path) => sum + compressed(join(root, path)), 0);
  console.log(`Asking page: ${bytes} of ${FIRST_PAGE_BUDGET} bytes in ${first.size} files, beside the document.`);
  if (bytes > FIRST_PAGE_BUDGET || first.size > 2) {
    console.error("The asking page has outgrown its budget: load it later, or leave it out.");
    process.exitCode = 1;
  }
}

mkdirSync(out, { recursive: true });
for (const old of readdirSync(out)) rmSync(join(out, old), { recursive: true });

if (process.argv.includes("--watch")) {
  const manifests = { name: "manifest", setup: (run) => run.onEnd(({ metafile }) => metafile && writeManifest(metafile)) };
  const watching = await context({ ...options, plugins: [manifests] });
  await watching.watch();
  console.log("Watching frontend/.");
} else {
  const { metafile } = await build(options);
  report(metafile, writeManifest(metafile));
}
