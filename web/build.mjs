// Builds the page into jdlint/serve/static: one script, one style sheet, and the licences of what is in them.
// The same sources and package-lock.json give the same bytes.
import { build } from "esbuild";
import { readFile, writeFile, copyFile } from "node:fs/promises";
import { existsSync, readdirSync } from "node:fs";

const out = "../jdlint/serve/static";
const done = await build({
  entryPoints: { app: "src/main.js" },
  outdir: out,
  bundle: true,
  minify: true,
  target: ["es2021", "firefox102", "chrome100"],
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
const packages = new Set();
for (const path of Object.keys(done.metafile.inputs)) {
  const match = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
  if (match) packages.add(match[1]);
}
const parts = ["app.js and app.css hold parts of these packages, each under its own licence.\n"];
for (const name of [...packages].sort()) {
  const folder = `node_modules/${name}`;
  const about = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file || !existsSync(`${folder}/${file}`)) throw new Error(`${name} has no licence file`);
  const text = (await readFile(`${folder}/${file}`, "utf8")).trim();
  parts.push(`${name} ${about.version} (${about.license})\n\n${text}\n`);
}
await writeFile(`${out}/LICENCES.txt`, parts.join(`\n${"-".repeat(72)}\n\n`));
await copyFile("src/index.html", `${out}/index.html`);
await copyFile("src/icon.svg", `${out}/icon.svg`);
