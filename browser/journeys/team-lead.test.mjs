// Fachaufsicht: workload without ranking, a list without names, a file only with a reason.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { launch, picture, url } from "../lib/browser.mjs";
import { say } from "../lib/people.mjs";
import { root } from "../lib/places.mjs";
import { atWork, button, field, link, open, press, see, told } from "../lib/way.mjs";

const LIST = join(root, "crates/casework/tests/fixtures/imports/libreoffice-list.xlsx");
const skip = !url;
let browser;
let page;

before(async () => {
  browser = await launch();
  if (!skip) page = await atWork(browser, "team_lead");
});
after(() => browser.close());

test("the load of the team stands by name, not by number", { skip }, async () => {
  await see(page, "start");
  await picture(page, "team");
  const names = await page.locator("main tbody th").allInnerTexts();
  const people = names.filter((name) => name !== say("case-unassigned"));
  assert.deepEqual(people, people.toSorted((a, b) => a.localeCompare(b, "de")));
});

test("a file opens with a reason, and the reason stays visible", { skip }, async () => {
  await open(page, "nav-case-list");
  await see(page, "cases");
  const first = page.locator("main tbody th a").first();
  const number = await first.innerText();
  await press(page, first);
  await see(page, "inspection");
  await press(page, button(page, "inspection-open"));
  await see(page, "inspection-refused", { expected: ["status of 4"] });
  await page.getByLabel(say("inspection-reason-case_discussion"), { exact: true }).check();
  await press(page, button(page, "inspection-open"));
  await see(page, "case");
  assert.ok((await page.getByRole("main").innerText()).includes(number));
  assert.equal(await link(page, "case-close").count(), 0, "reading, not writing");
  assert.equal(await link(page, "person-delete").count(), 0, "only closed cases end for good");
  for (const anchor of await page.locator("main a[href^='/']").all()) {
    const href = await anchor.getAttribute("href");
    assert.equal((await page.request.get(href)).status(), 200, `the file leads to ${href}`);
  }
  for (const part of ["contacts", "plan"]) {
    await page.goto(`${new URL(page.url()).pathname.split("/").slice(0, 3).join("/")}/${part}`);
    await see(page, part);
  }
});

test("a person is deleted with reason and number", { skip }, async () => {
  await page.goto("/cases?stage=closed");
  await press(page, page.locator("main tbody th a").first());
  await page.getByLabel(say("inspection-reason-data_protection"), { exact: true }).check();
  await press(page, button(page, "inspection-open"));
  const number = (await page.title()).match(/\d{4}-\d+/)[0];
  await press(page, link(page, "person-delete"));
  await see(page, "deletion");
  await page.getByLabel(say("deletion-reason-retention"), { exact: true }).check();
  await field(page, "number").fill("2000-0001");
  await press(page, button(page, "person-delete"));
  await see(page, "deletion-refused", { expected: ["status of 4"] });
  await field(page, "number").fill(number);
  await press(page, button(page, "person-delete"));
  await told(page, "person-deletion-done");
});

test("the way of a list is kept as a view", { skip }, async () => {
  await page.goto("/cases?sort=-waiting");
  await page.locator("summary", { hasText: say("views") }).click();
  await field(page, "name").fill("Am längsten ohne Kontakt");
  await press(page, button(page, "view-save"));
  await told(page, "view-saved");
  await see(page, "cases-views");
  await page.locator("summary", { hasText: say("views") }).click();
  await press(page, page.getByRole("button", { name: new RegExp(`^${say("view-remove")}`) }));
  await told(page, "view-removed");
});

test("a list is uploaded, looked at and discarded", { skip }, async () => {
  await open(page, "nav-import");
  await press(page, link(page, "import-new"));
  await field(page, "file").setInputFiles(LIST);
  await press(page, button(page, "upload"));
  await button(page, "import-check").waitFor({ timeout: 30_000 });
  await see(page, "import");
  await press(page, button(page, "import-discard"));
  await told(page, "import-discarded");
});
