// Brings the style, script and font files that the program carries into crates/platform/assets/vendor.
//
//   npm ci --ignore-scripts && node tools/assets.mjs          copy and check
//   node tools/assets.mjs --record                            copy and write the manifest anew
//
// Every file is checked against its SHA-256 in tools/assets.sha256.json; one that differs stops the
// whole, and nothing is copied.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const vendor = join(root, "crates/platform/assets/vendor");
const manifest = join(root, "tools/assets.sha256.json");

const kern = "node_modules/@kern-ux/native";
const fonts = `${kern}/dist/fonts/fira-sans`;
const sources = {
  "kern.min.css": `${kern}/dist/kern.min.css`,
  "kern-license.txt": `${kern}/LICENSE.md`,
  "htmx.min.js": "node_modules/htmx.org/dist/htmx.min.js",
  "htmx-license.txt": "node_modules/htmx.org/LICENSE",
  "fira-sans/FiraSans-Regular.woff2": `${fonts}/FiraSans-Regular.woff2`,
  "fira-sans/FiraSans-Italic.woff2": `${fonts}/FiraSans-Italic.woff2`,
  "fira-sans/FiraSans-Medium.woff2": `${fonts}/FiraSans-Medium.woff2`,
  "fira-sans/FiraSans-SemiBold.woff2": `${fonts}/FiraSans-SemiBold.woff2`,
};

const contents = Object.entries(sources).map(([name, source]) => [name, read(source)]);
const found = Object.fromEntries(contents.map(([name, content]) => [name, sha256(content)]));

if (process.argv.includes("--record")) {
  writeFileSync(manifest, `${JSON.stringify(found, null, 2)}\n`);
} else {
  const wanted = JSON.parse(readFileSync(manifest, "utf8"));
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  const odd = [...names].filter((name) => wanted[name] !== found[name]);
  if (odd.length > 0) stop(`not the recorded files: ${odd.join(", ")}`);
}

rmSync(vendor, { recursive: true, force: true });
for (const [name, content] of contents) {
  mkdirSync(dirname(join(vendor, name)), { recursive: true });
  writeFileSync(join(vendor, name), content);
}
console.error(`assets: ${contents.length} files checked and copied`);

function read(source) {
  try {
    return readFileSync(join(root, source));
  } catch {
    return stop(`${source} is missing: run "npm ci --ignore-scripts" first`);
  }
}

function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}

function stop(message) {
  console.error(`assets: ${message}`);
  process.exit(1);
}
