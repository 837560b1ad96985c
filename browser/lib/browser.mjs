// The browser, and what every page has to stand: no violation of accessibility rules, nothing wider
// than the screen, no error in the console (a breach of the content security policy is one).

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { pictures, results } from "./places.mjs";

export const url = process.env.TEILHABE_URL ?? "";

export const sizes = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
};

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--lang=de-DE",
    ],
    env: { ...process.env, LANGUAGE: "de" },
  });
}

/// A fresh visitor. Options: size (a key of `sizes`), theme ("light", "dark"), script (false: none).
export async function visitor(browser, { size = "desktop", theme = "light", script = true } = {}) {
  const context = await browser.newContext({
    baseURL: url || undefined,
    viewport: sizes[size],
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 500) page.complaints.push(`${response.status()} ${response.url()}`);
  });
  page.label = `${size}-${theme}`;
  return page;
}

/// Looks at the page as it stands: picture into results, then all findings at once.
/// `expected` are console messages that belong to the journey, as the status of a refused form.
export async function look(page, name, { expected = [] } = {}) {
  mkdirSync(results, { recursive: true });
  const path = join(results, `${name}-${page.label}.png`);
  await page.screenshot({ path, fullPage: true });
  const complaints = page.complaints.filter((text) => !expected.some((word) => text.includes(word)));
  page.complaints.length = 0;
  const findings = [...complaints, ...(await tooWide(page)), ...(await violations(page))];
  assert.deepEqual(findings, [], `${name} (${page.label})`);
}

/// A picture for the handbook, taken when TEILHABE_PICTURES is set.
export async function picture(page, name) {
  if (!process.env.TEILHABE_PICTURES) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

async function tooWide(page) {
  const found = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("body *")];
    const over = wide.filter((element) => element.getBoundingClientRect().right > room + 1);
    return over.slice(-3).map((element) => element.outerHTML.slice(0, 120));
  });
  return found.map((html) => `wider than the screen: ${html}`);
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }),
    rules,
  );
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}
