/** The little of Node that tests of this folder use: they read texts and templates. */
declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf8"): string;
}
