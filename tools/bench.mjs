// Measures the server over HTTP on a generated database, on this machine, in one run.
//
//   make bench                 both engines, 100,000 participants
//   PARTICIPANTS=6700 make bench
//
// Prints p50, p95, p99 in milliseconds beside the limits, memory and requests per second.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

const bin = process.env.TEILHABE_BIN;
const participants = process.env.PARTICIPANTS ?? "100000";
const dir = process.env.BENCH_DIR ?? join(process.cwd(), "data", `bench-${participants}`);
const port = 8000 + Math.floor(Math.random() * 900);
const base = `http://127.0.0.1:${port}`;

mkdirSync(dir, { recursive: true });
if (!existsSync(join(dir, "teilhabe.sqlite"))) await create();
const server = spawn(bin, ["demo", "--dir", dir, "--listen", `127.0.0.1:${port}`], {
  stdio: ["ignore", "ignore", "ignore"],
  env: { ...process.env, RUST_LOG: "warn" },
});
const started = performance.now();
await ready();
console.log(`machine: ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
console.log(`participants: ${participants}`);
console.log(`start: ${Math.round(performance.now() - started)} ms (limit 200), memory ${memory()} MB (limit 80)`);

const manager = await signIn("case-manager-1.05978@demo.example");
const land = await signIn("programme-lead-1.nrw@demo.example");
const list = await text(manager, "/cases?scope=own");
const caseId = list.match(/\/cases\/([0-9a-f-]{36})/)?.[1];
console.log("\nact".padEnd(44) + "p50".padStart(8) + "p95".padStart(8) + "p99".padStart(8) + "limit".padStart(8) + "  req/s");

await measure("case list", 20, 200, () => text(manager, "/cases"));
await measure("case list, filtered and sorted", 20, 200, () => text(manager, "/cases?stage=plan&sort=waiting"));
await measure("search by name", 20, 100, () => post(manager, "/cases/search", { name: "Rahimi Mohammad" }));
if (caseId) {
  await measure("case page", 20, 200, () => text(manager, `/cases/${caseId}`));
  await measure("save a contact", 20, 100, () =>
    post(manager, `/cases/${caseId}/contacts`, { held_on: "2022-06-30", form: "phone", minutes: "10", note: "Kurz gesprochen." }));
}
await measure("two-way table, all sites", 300, 30, () =>
  text(land, "/statistics/table?measure=entries&by=site,age_class&from=2019-11-01&to=2022-06-30"));
console.log(`\nmemory after the run: ${memory()} MB`);
server.kill("SIGTERM");

async function create() {
  console.log(`making ${participants} participants in ${dir} …`);
  const args = ["demo", "--dir", dir, "--participants", participants, "--only-create"];
  const made = spawn(bin, args, { stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((resolve) => made.once("exit", resolve));
  if (code !== 0) throw new Error("the database could not be made");
}

async function ready() {
  for (;;) {
    const answer = await fetch(`${base}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function signIn(email) {
  const answer = await fetch(`${base}/session`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ email, password: "teilhabe-demo-2022", next: "/" }),
  });
  if (answer.status !== 303) throw new Error(`${email} cannot sign in`);
  return answer.headers.get("set-cookie").split(";")[0];
}

async function text(cookie, path) {
  const answer = await fetch(base + path, { headers: { cookie, "accept-language": "de" } });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return body;
}

async function post(cookie, path, form) {
  const answer = await fetch(base + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams(form),
  });
  await answer.text();
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
}

async function measure(name, limit, times, act) {
  for (let i = 0; i < 5; i++) await act();
  const took = [];
  const begin = performance.now();
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    await act();
    took.push(performance.now() - from);
  }
  const rate = (1000 * times) / (performance.now() - begin);
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(share * took.length))].toFixed(1).padStart(8);
  console.log(name.padEnd(43) + at(0.5) + at(0.95) + at(0.99) + String(limit).padStart(8) + rate.toFixed(0).padStart(7));
}

function memory() {
  const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
  return Math.round(Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024);
}
