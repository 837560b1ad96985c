// Measures the program over HTTP and at the command line, on a generated database, in one run.
//
//   make bench                     both engines, 100,000 participants
//   PARTICIPANTS=6700 make bench   a smaller programme
//   ONLY=http,search make bench    of the parts http and commands, and of what http measures
//
// Prints p50, p95 and p99 in milliseconds beside the limits, requests per second, memory and the
// load of the machine, as Markdown for docs/benchmarks.md. Figures belong to one machine.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join, resolve } from "node:path";

import { Figures } from "./bench/figures.mjs";
import { caseList, countedTable } from "./bench/files.mjs";
import { Server } from "./bench/server.mjs";

const bin = resolve(process.env.TEILHABE_BIN);
const participants = Number(process.env.PARTICIPANTS ?? 100_000);
const postgres = process.env.TEILHABE_TEST_POSTGRES;
const engine = postgres ? "PostgreSQL" : "SQLite";
const dir = resolve(process.env.BENCH_DIR ?? join("data", `bench-${participants}-${engine.toLowerCase()}`));
const only = process.env.ONLY?.split(",");
const figures = new Figures();

console.log(`## ${engine}, ${participants} participants\n`);
console.log(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${load()}\n`);
mkdirSync(dir, { recursive: true });
create(dir, participants, postgres);
if (wanted("http")) await overHttp();
if (wanted("commands")) atTheCommandLine();
figures.print();
console.log(`\nLoad at the end: ${load()}`);

async function overHttp() {
  const server = await Server.start(bin, dir, postgres);
  figures.once("start until the first answer", 200, server.startedIn, "ms");
  figures.once("memory, idle", 80, server.memory(), "MB");
  const people = await server.signInAll();
  await lists(server, people);
  await cases(server, people);
  await tables(server, people);
  await everyPair(server, people);
  await together(server, people);
  figures.once("memory after the run", null, server.memory(), "MB");
  figures.once("memory after the run, without files", null, server.memory("RssAnon"), "MB");
  await server.stop();
}

async function lists(server, { manager, lead, auditor }) {
  await measure("start page of a case manager", 20, 100, () => server.get(manager, "/"));
  await measure("start page of a team lead", 20, 100, () => server.get(lead, "/"));
  await measure("case list, own", 20, 200, () => server.get(manager, "/cases"));
  await measure("case list, own and free", 20, 200, () => server.get(manager, "/cases?whose=all"));
  await measure("case list of a site", 20, 200, () => server.get(lead, "/cases?stage=any"));
  for (const column of ["opened", "number", "contact", "waiting", "name"]) {
    const both = [column, `-${column}`];
    await measure(`case list by ${column}`, 20, 200, (n) =>
      server.get(n % 4 < 2 ? manager : lead, `/cases?whose=all&stage=any&sort=${both[n % 2]}`));
  }
  const filters = ["stage=plan", "status=GEDULDET", "status=D_60C", "domain=SPR", "waiting=90",
    `worker=${server.worker}`, "stage=closed&domain=ARB&waiting=30"];
  for (const filter of filters) {
    const name = filter.replace(server.worker, "…");
    await measure(`case list with ${name}`, 20, 100, (n) =>
      server.get(n % 2 ? manager : lead, `/cases?whose=all&${filter}`));
  }
  await measure("case list, last page", 20, 100, () =>
    server.get(lead, `/cases?stage=any&page=${Math.ceil(server.casesOfSite / 50)}`));
  for (const [name, text] of server.searches) {
    await measure(`search: ${name}`, 20, 100, () => server.post(manager, "/cases/search", { text }));
  }
  await measure("audit trail", 20, 100, () => server.get(auditor, "/audit"));
}

async function cases(server, { manager }) {
  const pick = (n) => server.cases[n % server.cases.length];
  await measure("case page", 20, 200, (n) => server.get(manager, pick(n)));
  await measure("contacts, plan", 20, 100, (n) => server.get(manager, `${pick(n)}/${n % 2 ? "contacts" : "plan"}`));
  await measure("rights and deadlines", 20, 100, (n) => server.get(manager, `${pick(n)}/entitlements`));
  await measure("save a contact", 20, 200, (n) => server.post(manager, `${pick(n)}/contacts`,
    { held_on: "2022-06-30", form: "phone", minutes: "10", topics: "SPR", note: "Kurz gesprochen." }));
  await measure("save a need", 20, 100, (n) => server.post(manager, `${pick(n)}/needs`,
    { domain: ["SPR", "ARB", "WOH", "GES"][n % 4], since_on: "2022-06-30" }));
  await measure("save a new case", 20, 100, (n) => server.post(manager, "/cases", {
    family_name: name(n), given_name: "Amina", birth: birth(n),
    nationality: "423", status: "D_60C", indication: "case", same_as: "new", worker: server.worker }));
}

/** A family name that nobody else has. */
function name(n) {
  const letters = [...String(n + Date.now())].map((digit) => "abdefgiklm"[Number(digit)]);
  return `Neu${letters.join("")}`;
}

/** Days of birth as far apart as those of people who come one after the other. */
function birth(n) {
  return `${2 + (n * 7) % 26}.${1 + (n * 5) % 12}.${1996 + (n * 3) % 8}`;
}

async function tables(server, { land, coordinator }) {
  const period = "from=2019-11-01&to=2022-06-30";
  const pairs = ["site,age_class", "site,sex", "site,status_group", "nationality,sex", "quarter,status_group"];
  for (const by of pairs) {
    await measure(`entries by ${by}, all sites`, 300, 30, () =>
      server.get(land, `/statistics/table?measure=entries&by=${by}&${period}`));
  }
  for (const measured of ["stock", "consultations", "needs", "outcomes"]) {
    const by = measured === "needs" ? "site,domain" : "site,year";
    await measure(`${measured} by ${by}, all sites`, 300, 30, () =>
      server.get(land, `/statistics/table?measure=${measured}&by=${by}&${period}`));
  }
  for (const [measured, by] of [["needs", "domain,sex"], ["consultations", "domain,year"],
    ["consultations", "age_class,sex"], ["outcomes", "outcome,sex"]]) {
    await measure(`${measured} by ${by}, all sites`, 300, 15, () =>
      server.get(land, `/statistics/table?measure=${measured}&by=${by}&${period}`));
  }
  await measure("figures page, all sites", 300, 20, () => server.get(land, "/statistics"));
  await measure("figures page of a site", 300, 30, () => server.get(coordinator, "/statistics"));
  await measure("table as CSV", 300, 20, () =>
    server.get(land, `/statistics/table.csv?measure=entries&by=site,age_class&${period}`));
}

/** Each two-way table of all sites once: how many are beyond the limit, and which most. */
async function everyPair(server, { land }) {
  if (only && !only.includes("pairs")) return;
  const page = await server.get(land, "/statistics");
  const [measures, dimensions] = ["measure", "by"].map((name) => {
    const [list] = page.match(new RegExp(`<select[^>]* name="${name}"[^]*?</select>`));
    return [...list.matchAll(/<option value="(\w+)"/g)].map(([, code]) => code);
  });
  const took = [];
  for (const measure of measures) {
    for (const [place, first] of dimensions.entries()) {
      for (const second of dimensions.slice(place + 1)) {
        const question = `measure=${measure}&by=${first},${second}&from=2019-11-01&to=2022-06-30`;
        const from = performance.now();
        const { ok } = await server.ask(land, `/statistics/table?${question}`);
        if (ok) took.push([performance.now() - from, `${measure} by ${first},${second}`]);
      }
    }
  }
  took.sort(([a], [b]) => b - a);
  const beyond = took.filter(([time]) => time > 300);
  figures.once(`two-way tables beyond 300 ms, of ${took.length}`, 0, beyond.length, "");
  for (const [time, name] of took.slice(0, 5)) figures.once(`slowest: ${name}`, 300, time, "ms");
}

/** Eight people at once: nine reads for one save. */
async function together(server, { manager }) {
  const pick = (n) => server.cases[n % server.cases.length];
  const act = (n) => n % 10 === 9
    ? server.post(manager, `${pick(n)}/contacts`, { held_on: "2022-06-30", form: "mail" })
    : server.get(manager, n % 2 ? pick(n) : "/cases");
  await measure("eight people at once", null, 1600, act, 8);
}

function atTheCommandLine() {
  const out = join(dir, "out");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const config = configured(dir, postgres);
  timed("report of one site", 1, ["--config", config, "report", "annual", "--year", "2021", "--site", "05978", "--out", join(out, "one.pdf")]);
  timed("reports of all sites", 20, ["--config", config, "report", "annual", "--year", "2021", "--all", "--out", join(out, "all")]);
  const table = join(out, "table.csv");
  writeFileSync(table, countedTable(54, 8));
  timed("protect 54 × 8", 0.5, ["protect", table, "--out", join(out, "protected.csv")]);
  const list = join(out, "list.csv");
  writeFileSync(list, caseList(50_000));
  const fresh = join(out, "import");
  const other = postgres && another(postgres);
  create(fresh, 54, other);
  timed("import of 50,000 rows", 30, ["--config", configured(fresh, other), "import", "cases", list, "--site", "05978"]);
}

/** A new, empty database on the same server. */
function another(url) {
  const name = "bench_import";
  for (const sql of [`drop database if exists ${name}`, `create database ${name}`]) {
    run("psql", ["--quiet", url, "-c", sql]);
  }
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

function create(folder, count, url) {
  mkdirSync(folder, { recursive: true });
  if (existsSync(join(folder, "made")) && !url) return;
  const database = url ? ["--database", url] : [];
  const took = run(bin, ["demo", "--dir", folder, "--participants", String(count), "--only-create", ...database]);
  if (folder === dir) figures.once("making the data", null, took / 1000, "s");
  writeFileSync(join(folder, "made"), "");
}

function configured(folder, url) {
  const file = join(folder, "bench.toml");
  const database = url ?? `sqlite:${join(folder, "teilhabe.sqlite")}`;
  writeFileSync(file, `database = ${JSON.stringify(database)}\nkey_file = ${JSON.stringify(join(folder, "master.key"))}\n`);
  return file;
}

function timed(name, limit, args) {
  figures.once(name, limit, run(bin, args) / 1000, "s");
}

function run(program, args) {
  const begin = performance.now();
  const done = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${done.stderr}`);
  return performance.now() - begin;
}

async function measure(name, limit, times, act, workers = 1) {
  if (only && !only.some((part) => name.includes(part))) return;
  for (let n = 0; n < 8; n++) await act(n);
  const took = [];
  let next = 0;
  const begin = performance.now();
  const work = async () => {
    while (next < times) {
      const n = next++;
      const from = performance.now();
      await act(n + 8);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  figures.many(name, limit, took, (1000 * times) / (performance.now() - begin));
}

function wanted(part) {
  return !only || only.includes(part);
}

function load() {
  return loadavg().map((value) => value.toFixed(1)).join(" ");
}
