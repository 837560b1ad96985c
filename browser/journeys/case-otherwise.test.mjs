// A new case with the keyboard alone, in under a minute of typing; and one on a phone without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, url } from "../lib/browser.mjs";
import { enter, tabTo } from "../lib/keyboard.mjs";
import { say } from "../lib/people.mjs";
import { atWork, button, field, link, part, press, told } from "../lib/way.mjs";

/// Slow typists make some 120 strokes a minute.
const STROKES_OF_A_MINUTE = 120;
const skip = !url;
let browser;

before(async () => (browser = await launch()));
after(() => browser.close());

test("with the keyboard alone a case is opened in under a minute of typing", { skip }, async () => {
  const page = await atWork(browser, "case_manager");
  const strokes = await counted(page);
  await enter(page, link(page, "case-new"));
  await page.waitForURL(/\/cases\/new$/);
  strokes.count = 0;
  for (const [name, text] of [
    ["family_name", "Tesfay"],
    ["given_name", "Senait"],
    ["birth", "2001"],
  ]) {
    await tabTo(page, field(page, name));
    await page.keyboard.type(text);
  }
  await tabTo(page, field(page, "nationality"));
  await page.keyboard.type("Erit");
  await tabTo(page, field(page, "status"));
  await page.keyboard.type("Aufenthaltsg");
  await enter(page, button(page, "case-open"));
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  assert.ok(strokes.count < STROKES_OF_A_MINUTE, `${strokes.count} strokes`);
  assert.match(await part(page, "person").innerText(), /Eritrea/);
  await enter(page, link(page, "case-add-contact"));
  await page.waitForURL(/contacts\/new$/);
  await tabTo(page, field(page, "form"));
  await page.keyboard.type("Tele");
  await tabTo(page, field(page, "note"));
  await page.keyboard.type("Erstgespräch vereinbart.");
  await enter(page, button(page, "save"));
  await page.getByText(say("contact-added")).waitFor();
  await page.context().close();
});

test("on a phone without scripts a case is opened, noted in and found", { skip }, async () => {
  const page = await atWork(browser, "case_manager", { size: "phone", script: false });
  await press(page, link(page, "case-new"));
  await field(page, "family_name").fill("Barzani");
  await field(page, "given_name").fill("Rojin");
  await press(page, button(page, "case-open"));
  if ((await page.getByLabel(say("opening-somebody-else")).count()) > 0) {
    await page.getByLabel(say("opening-somebody-else")).check();
    await press(page, button(page, "case-open"));
  }
  await told(page, "case-opened");
  const contacts = part(page, "contacts");
  await contacts.locator("select").selectOption("phone");
  await press(page, contacts.getByRole("button", { name: say("contact-save-today") }));
  await told(page, "contact-added");
  await page.goto("/cases/search");
  await field(page, "text").fill("rojin barsani");
  await press(page, button(page, "search"));
  await page.getByRole("link", { name: "Barzani, Rojin" }).first().waitFor();
  await page.context().close();
});

async function counted(page) {
  const strokes = { count: 0 };
  await page.exposeFunction("stroke", () => (strokes.count += 1));
  await page.addInitScript(() => addEventListener("keydown", () => globalThis.stroke(), true));
  await page.reload();
  return strokes;
}
