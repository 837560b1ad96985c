// Geschäftsführende Stelle: figures, providers, posts and the report of one's own site.

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
  if (!skip) page = await atWork(browser, "coordinator");
});
after(() => browser.close());

test("the figures of the site are there, protected, as table, chart and file", { skip }, async () => {
  await open(page, "nav-statistics");
  await see(page, "figures");
  await press(page, link(page, "figures-preset-status-sex"));
  await see(page, "figures-table");
  await picture(page, "auswertung");
  const text = await page.getByRole("main").innerText();
  assert.ok(text.includes(say("figure-hidden")), "small numbers of one site are hidden");
  assert.ok(text.includes(say("figure-data-date")), "the table says when it was true");
  await field(page, "measure").selectOption("needs");
  await field(page, "by").selectOption("domain");
  await field(page, "second").selectOption("");
  await press(page, button(page, "figures-show"));
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), new RegExp(say("figure-needs")));
  const [download] = await Promise.all([page.waitForEvent("download"), link(page, "figures-xlsx").click()]);
  assert.match(download.suggestedFilename(), /^needs-.*\.xlsx$/);
});

test("a provider and a post are taken up, changed and ended", { skip }, async () => {
  await open(page, "nav-site");
  await see(page, "site");
  await press(page, link(page, "provider-add"));
  await see(page, "provider-new");
  await press(page, button(page, "save"));
  await see(page, "provider-refused", { expected: ["status of 4"] });
  await field(page, "name").fill("Werkstatt Unna e. V.");
  await field(page, "kind").selectOption("other");
  await press(page, button(page, "save"));
  await told(page, "provider-saved");
  await press(page, page.getByRole("link", { name: "Werkstatt Unna e. V." }));
  await see(page, "provider");
  await open(page, "nav-site");
  await press(page, link(page, "post-add"));
  await see(page, "post-new");
  await field(page, "function").selectOption("coordination");
  await field(page, "fte").fill("0,75");
  await field(page, "provider").selectOption({ label: "Werkstatt Unna e. V." });
  await field(page, "from_on").fill("2022-07-01");
  await press(page, button(page, "save"));
  await told(page, "post-saved");
  const row = page.getByRole("row", { name: /Koordination/ });
  assert.match(await row.innerText(), /0,75/);
  await press(page, row.getByRole("link"));
  await see(page, "post");
  await field(page, "last_on").fill("2022-12-31");
  await press(page, button(page, "save"));
  assert.match(await page.getByRole("row", { name: /Koordination/ }).innerText(), /31\.12\.2022/);
});

test("the site's words stand in its report, which comes as a tagged PDF", { skip }, async () => {
  await page.goto("/reports/2021/texts");
  await see(page, "texts");
  await press(page, page.getByRole("row", { name: new RegExp(say("report-section-outlook")) }).getByRole("link"));
  await see(page, "text");
  await field(page, "body").fill("Im Kreis fehlt vor allem **Kinderbetreuung** während der Kurse.");
  await press(page, button(page, "save"));
  await told(page, "report-text-saved");
  const text = await build(page, 2021);
  assert.match(text, /Kreis Unna/);
  assert.match(text, /Kinderbetreuung während der Kurse/);
  assert.match(text, /Umsetzung am Standort/);
});
