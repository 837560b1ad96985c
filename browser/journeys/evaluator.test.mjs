// Wissenschaftliche Begleitung: figures over all sites, own words, the report of the programme; never a name.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, picture, url } from "../lib/browser.mjs";
import { say } from "../lib/people.mjs";
import { build } from "../lib/report.mjs";
import { atWork, button, field, link, open, press, see, told } from "../lib/way.mjs";

const skip = !url;
let browser;
let page;

before(async () => {
  browser = await launch();
  if (!skip) page = await atWork(browser, "evaluator");
});
after(() => browser.close());

test("the figures of all sites stand in one table", { skip }, async () => {
  await open(page, "nav-statistics");
  await press(page, link(page, "figures-preset-entries-site-quarter"));
  await see(page, "figures-sites");
  const rows = await page.locator("main .table-box").first().locator("tbody tr").count();
  assert.ok(rows >= 54, `${rows} rows`);
  await open(page, "nav-sites");
  await see(page, "sites");
});

test("a text has versions, and who saves second gets both", { skip }, async () => {
  await page.goto("/reports/2021/texts/preface");
  await see(page, "text");
  const second = await page.context().newPage();
  await second.goto("/reports/2021/texts/preface");
  await field(page, "body").fill("Erste Fassung.");
  await press(page, button(page, "save"));
  await told(page, "report-text-saved");
  await field(second, "body").fill("Zweite Fassung.");
  await Promise.all([second.waitForEvent("framenavigated"), button(second, "save").click()]);
  assert.equal(await field(second, "body").inputValue(), "Zweite Fassung.", "nothing typed is lost");
  assert.ok((await second.getByRole("main").innerText()).includes(say("report-text-conflict")));
  await Promise.all([second.waitForEvent("framenavigated"), button(second, "save").click()]);
  await second.close();
  await page.goto("/reports/2021/texts/preface");
  assert.equal(await page.locator("main .timeline > li").count(), 2);
  await see(page, "text-versions");
});

test("the report of the programme holds the evaluation's words", { skip }, async () => {
  const text = await build(page, 2021, "report-range-programme");
  await picture(page, "berichte");
  assert.match(text, /gesamtes Programm mit 54 Standorten/);
  assert.match(text, /Zweite Fassung\./);
  assert.match(text, /Umsetzung nach Kommunen/);
});
