// Datenschutz: the trail, who read a file, and that nothing in it was changed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, picture, url } from "../lib/browser.mjs";
import { say } from "../lib/people.mjs";
import { atWork, button, field, open, press, see } from "../lib/way.mjs";

const skip = !url;
let browser;
let page;

before(async () => {
  browser = await launch();
  if (!skip) page = await atWork(browser, "auditor");
});
after(() => browser.close());

test("the trail is read, filtered, followed to a thing and verified", { skip }, async () => {
  await open(page, "nav-audit");
  await see(page, "audit");
  await picture(page, "protokoll");
  await field(page, "act").selectOption("session.open");
  await press(page, button(page, "apply-filter"));
  await see(page, "audit-filtered");
  assert.ok((await page.locator("main tbody tr").count()) > 0);
  await press(page, button(page, "audit-verify"));
  await see(page, "audit-verified");
  assert.ok((await page.getByRole("main").innerText()).includes(say("audit-holds")));
});

test("who read a case can be told, without its content", { skip }, async () => {
  const manager = await atWork(browser, "case_manager");
  await manager.goto("/cases");
  await press(manager, manager.locator("main tbody th a").first());
  const file = new URL(manager.url()).pathname;
  const number = (await manager.title()).match(/\d{4}-\d+/)[0];
  await manager.context().close();
  await open(page, "nav-readers");
  await see(page, "readers-find");
  await field(page, "number").fill("1999-0001");
  await press(page, button(page, "readers-show"));
  await see(page, "readers-find-refused", { expected: ["status of 4"] });
  await field(page, "number").fill(number);
  await press(page, button(page, "readers-show"));
  assert.equal(new URL(page.url()).pathname, `${file}/readers`);
  await see(page, "readers");
  const answer = await page.request.get(file, { maxRedirects: 0 });
  assert.ok([403, 404].includes(answer.status()), "the file itself stays closed");
});
