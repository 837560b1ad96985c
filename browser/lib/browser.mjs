// The browser, and what every page has to stand: no violation of accessibility rules, nothing wider
// than the screen, no error in the console (a breach of the content security policy is one).

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { pictures, results } from "./places.mjs";
import { visited } from "./routes.mjs";

export const url = process.env.TEILHABE_URL ?? "";

export const sizes = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
};

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/// Those that another size or theme can break.
const LOOKS = { type: "rule", values: ["color-contrast", "target-size", "scrollable-region-focusable"] };

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
  page.setDefaultTimeout(20_000);
  page.scripted = script;
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

/// Looks at the page as it stands and tells all findings at once, with a picture in results if there
/// are any (or if TEILHABE_SHOTS is set).
/// `expected` are console messages that belong to the journey, as the status of a refused form.
export async function look(page, name, { expected = [] } = {}) {
  const findings = await findingsOf(page, name, page.label, { expected });
  assert.deepEqual(findings, [], `${name} (${page.label})`);
}

/// Looks at the page at the desk in the light, and on the phone in the dark.
export async function lookAround(page, name, { expected = [] } = {}) {
  const findings = [];
  for (const [size, theme] of [
    ["desktop", "light"],
    ["phone", "dark"],
  ]) {
    await page.setViewportSize(sizes[size]);
    await dress(page, theme);
    findings.push(...(await findingsOf(page, name, `${size}-${theme}`, { expected })));
  }
  await page.setViewportSize(sizes.desktop);
  await dress(page, "auto");
  assert.deepEqual(findings, [], name);
}

/// As the switch in the user's menu does it, without leaving the page.
function dress(page, theme) {
  return page.evaluate((theme) => (document.documentElement.dataset.kernTheme = theme), theme);
}

async function findingsOf(page, name, label, { expected }) {
  // What changed with size and theme has to be painted before it can be looked at; a page behind
  // another one is not painted at all, nor now and then one that another was in front of.
  await page.bringToFront();
  if (page.scripted) await page.evaluate(painted);
  visited(page.role, page.url());
  const complaints = page.complaints.filter((text) => !expected.some((word) => text.includes(word)));
  page.complaints.length = 0;
  const rules = label === "phone-dark" ? LOOKS : RULES;
  const findings = [...complaints, ...(await tooWide(page)), ...(await bare(page)), ...(await violations(page, rules))];
  if (findings.length > 0 || process.env.TEILHABE_SHOTS) {
    mkdirSync(results, { recursive: true });
    await page.screenshot({ path: join(results, `${name}-${label}.png`), fullPage: true });
  }
  return findings.map((finding) => `${label}: ${finding}`);
}

/// Runs on the page: two frames, or as long as they would ever take.
function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, 2_000);
  });
}

/// What a picture may weigh, so that the repository stays light.
const LIGHT = 200_000;

/// A picture for the handbook, taken when TEILHABE_PICTURES is set.
export async function picture(page, name) {
  if (!process.env.TEILHABE_PICTURES) return;
  mkdirSync(pictures, { recursive: true });
  const clip = { x: 0, y: 0, width: sizes.desktop.width, height: 760 };
  const taken = await page.screenshot({ path: join(pictures, `${name}.png`), clip });
  assert.ok(taken.length <= LIGHT, `${name}.png weighs ${taken.length} bytes`);
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

/// Keys of texts that are missing, and days as machines write them.
async function bare(page) {
  const text = await page.evaluate(() => document.body.innerText);
  const found = [...(text.match(/⟦[^⟧]*⟧/g) ?? []), ...(text.match(/\b(19|20)\d\d-\d\d-\d\d\b/g) ?? [])];
  return found.map((word) => `not for readers: ${word}`);
}

async function violations(page, runOnly) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] }),
    runOnly,
  );
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}
