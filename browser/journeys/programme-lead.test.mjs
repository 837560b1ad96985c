// Programmleitung: sites, the smallest number that is shown, figures and reports.

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
  if (!skip) page = await atWork(browser, "programme_lead");
});
after(() => browser.close());

test("sites are sorted, filtered and one is taken up", { skip }, async () => {
  await open(page, "nav-sites");
  await see(page, "sites");
  await picture(page, "standorte");
  await field(page, "region").selectOption({ index: 1 });
  await press(page, button(page, "apply-filter"));
  const fewer = await page.locator("main tbody tr").count();
  assert.ok(fewer > 0 && fewer < 54, `${fewer} sites of one district`);
  await press(page, link(page, "site-add"));
  await see(page, "site-new");
  await field(page, "ags").selectOption({ index: 3 });
  await press(page, button(page, "site-add"));
  await told(page, "site-added");
  await see(page, "site");
});

test("the smallest number that is shown and zeros are set, within their bounds", { skip }, async () => {
  await open(page, "nav-programme-settings");
  await see(page, "settings");
  await field(page, "threshold").fill("2");
  await press(page, button(page, "save"));
  await see(page, "settings-refused", { expected: ["status of 4"] });
  await field(page, "threshold").fill("5");
  await field(page, "zeros").selectOption("protect");
  await press(page, button(page, "save"));
  await told(page, "settings-saved");
  await open(page, "nav-statistics");
  await press(page, link(page, "figures-preset-nationality"));
  assert.match(await page.getByRole("main").innerText(), /Anzahlen unter 5 und Nullen sind geschützt/);
  await open(page, "nav-programme-settings");
  await field(page, "threshold").fill("3");
  await field(page, "zeros").selectOption("publish");
  await press(page, button(page, "save"));
});

test("the report answers what Landtag and councils ask", { skip }, async () => {
  const text = await build(page, 2021, "report-range-programme");
  assert.match(text, /Ausbildung aufgenommen: [\d.]+ seit Beginn/);
  assert.match(text, /Davon geringfügig beschäftigt: [\d.]+ seit Beginn/);
  await page.goto("/reports/2021/texts");
  await press(page, page.getByRole("row", { name: new RegExp(say("report-section-needs")) }).getByRole("link"));
  await see(page, "text");
  assert.equal(await field(page, "body").count(), 0, "the evaluation speaks for itself");
});
