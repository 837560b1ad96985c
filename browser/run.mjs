// Runs the browser journeys against the built program.
//
//   TEILHABE_BIN=target/release/teilhabe node browser/run.mjs [journey…]
//
// TEILHABE_BIN        the program; it is started with `demo` in a new folder and stopped afterwards
// TEILHABE_DEMO_DIR   use this folder (and what is in it) instead of a new one
// TEILHABE_URL        look at a program that runs already instead of starting one
// TEILHABE_SAMPLE_DIR look at the sample pages that the test of platform::ui wrote there
// TEILHABE_PICTURES   also renew the pictures of the handbook
// CHROMIUM            the browser, /usr/bin/chromium if not given

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { here } from "./lib/places.mjs";
import { forget } from "./lib/routes.mjs";
import { start } from "./lib/server.mjs";

const journeys = join(here, "journeys");
const wanted = process.argv.slice(2);
const files = readdirSync(journeys)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  // What looks back at the others comes last.
  .sort((a, b) => Number(a.startsWith("visited")) - Number(b.startsWith("visited")) || a.localeCompare(b))
  .map((name) => join(journeys, name));
forget();

const server = await running();
const flags = ["--test", "--test-concurrency=1", "--test-timeout=600000"];
const tests = spawn(process.execPath, [...flags, ...files], {
  stdio: "inherit",
  env: { ...process.env, TEILHABE_URL: server.url, TEILHABE_WHOLE: wanted.length === 0 ? "yes" : "" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => tests.kill(signal));
const code = await new Promise((resolve) => tests.once("exit", (exit) => resolve(exit ?? 1)));
await server.stop();
process.exit(code);

async function running() {
  const { TEILHABE_URL, TEILHABE_BIN, TEILHABE_SAMPLE_DIR } = process.env;
  if (TEILHABE_URL) return { url: TEILHABE_URL, stop: async () => {} };
  if (TEILHABE_BIN) return start(TEILHABE_BIN, process.env.TEILHABE_DEMO_DIR);
  if (TEILHABE_SAMPLE_DIR) return { url: "", stop: async () => {} };
  console.error("browser: name the program in TEILHABE_BIN");
  process.exit(2);
}
