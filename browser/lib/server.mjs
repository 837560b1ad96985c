// The program under test, on a free port of this machine, with its data in a folder of its own.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATIENCE_MS = 180_000;

export async function start(program, givenDir) {
  const dir = givenDir ?? mkdtempSync(join(tmpdir(), "teilhabe-browser-"));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(program, ["demo", "--dir", dir, "--listen", address], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (part) => (said = (said + part).slice(-4000)));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    if (!givenDir) rmSync(dir, { recursive: true, force: true });
  };
  try {
    await answering(`http://${address}/health`, child);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${said}`);
  }
  return { url: `http://${address}`, stop };
}

async function answering(url, child) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no answer at ${url} within ${PATIENCE_MS / 1000} s`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
