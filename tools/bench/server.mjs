// A running server and the people who use it.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

const PASSWORD = "teilhabe-demo-2022";
const SITE = "05978";

export class Server {
  static async start(bin, dir, postgres) {
    const server = new Server();
    const port = await freePort();
    server.base = `http://127.0.0.1:${port}`;
    const database = postgres ? ["--database", postgres] : [];
    const args = ["demo", "--dir", dir, "--listen", `127.0.0.1:${port}`, ...database];
    const begin = performance.now();
    server.process = spawn(bin, args, { stdio: "ignore", env: { ...process.env, RUST_LOG: "warn" } });
    process.on("exit", () => server.process.kill("SIGTERM"));
    while (!(await fetch(`${server.base}/health`).catch(() => null))?.ok) {
      if (server.process.exitCode !== null) throw new Error("the server stopped; does another process use its database?");
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    server.startedIn = performance.now() - begin;
    return server;
  }

  /** The resident memory in MB; `RssAnon` is what the program itself holds, without files. */
  memory(kind = "VmRSS") {
    const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
    return Number(status.match(new RegExp(`${kind}:\\s+(\\d+)`))[1]) / 1024;
  }

  async stop() {
    const gone = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGTERM");
    await gone;
  }

  async signInAll() {
    const people = {};
    const roles = { manager: "case-manager", lead: "team-lead", coordinator: "coordinator", auditor: "auditor" };
    for (const [name, role] of Object.entries(roles)) people[name] = await this.signIn(`${role}-1.${SITE}`);
    people.land = await this.signIn("programme-lead-1.nrw");
    await this.lookAround(people);
    return people;
  }

  async signIn(name) {
    const answer = await fetch(`${this.base}/session`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ email: `${name}@demo.example`, password: PASSWORD, next: "/" }),
    });
    if (answer.status !== 303) throw new Error(`${name} cannot sign in`);
    return answer.headers.get("set-cookie").split(";")[0];
  }

  /** Cases and a name to look for, as the pages show them. */
  async lookAround({ manager, lead }) {
    const list = await this.get(manager, "/cases?whose=own");
    this.cases = [...new Set(list.match(/\/cases\/[0-9a-f]{8}-[0-9a-f-]{27}/g))];
    const numbers = list.match(/\d{4}-\d{4,}/g) ?? [];
    const form = await this.get(manager, "/cases/new");
    this.worker = form.match(/<option value="([0-9a-f-]{36})" selected/)[1];
    const site = await this.get(lead, "/");
    const open = [...site.matchAll(/<td[^>]*>\s*([\d.]+)\s*<\/td>/g)].map((found) => Number(found[1].replace(".", "")));
    this.casesOfSite = Math.max(1000, ...open);
    const page = await this.get(manager, this.cases[0]);
    const name = page.match(/<h1[^>]*>\s*([^<]+?)\s*<\/h1>/)[1];
    const turned = name.split(" ").reverse().join(" ");
    this.searches = [
      ["whole name", name], ["other order", turned], ["other spelling", "Mohamed Rahimy"],
      ["one common word", "Mohammad"], ["no such name", "Xaverl Unbekannt"], ["case number", numbers[0] ?? "2021-0001"],
    ];
  }

  async get(cookie, path) {
    const { ok, status, body } = await this.ask(cookie, path);
    if (!ok) throw new Error(`${path}: ${status}`);
    return body;
  }

  async ask(cookie, path) {
    const answer = await fetch(this.base + path, { headers: { cookie, "accept-language": "de" } });
    return { ok: answer.ok, status: answer.status, body: await answer.text() };
  }

  async post(cookie, path, form) {
    const answer = await fetch(this.base + path, {
      method: "POST",
      redirect: "manual",
      headers: { cookie },
      body: new URLSearchParams(form),
    });
    await answer.text();
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
