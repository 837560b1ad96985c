// Verwaltung des Standorts: accounts, roles, sessions; no word of any case.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, picture, url, visitor } from "../lib/browser.mjs";
import { say } from "../lib/people.mjs";
import { atWork, button, field, link, open, press, see, told } from "../lib/way.mjs";

const skip = !url;
const NAME = "Probe Person";
const EMAIL = `probe-${Date.now()}@kreis-unna.example`;
const PHRASE = "Vier Wörter ohne jeden Zusammenhang";
let browser;
let page;
let account;
let password;

before(async () => {
  browser = await launch();
  if (!skip) page = await atWork(browser, "site_admin");
});
after(() => browser.close());

test("an account is made; its password is shown once", { skip }, async () => {
  await open(page, "nav-accounts");
  await see(page, "accounts");
  await picture(page, "konten");
  await press(page, link(page, "account-new"));
  await see(page, "account-new");
  await field(page, "name").fill(NAME);
  await field(page, "email").fill(EMAIL);
  await page.getByLabel(say("role-case-manager"), { exact: true }).check();
  await press(page, button(page, "account-create"));
  await see(page, "account-password");
  password = await page.locator("main code").innerText();
  assert.ok(password.length >= 12);
  await press(page, link(page, "account-password-noted"));
});

test("the new person signs in, chooses a password first and sees the own sessions", { skip }, async () => {
  const other = await visitor(browser);
  await enter(other, password);
  other.role = "case_manager";
  await other.goto("/cases");
  assert.ok(await other.getByText(say("password-first-lead")).isVisible(), "nothing else before");
  await see(other, "password-first");
  await field(other, "old").fill(password);
  await field(other, "new").fill(PHRASE);
  await field(other, "again").fill(PHRASE);
  await press(other, button(other, "password-change"));
  await told(other, "password-changed");
  await other.goto("/");
  await see(other, "start-empty");
  await other.goto("/sessions");
  await see(other, "sessions");
  await press(other, link(other, "password-change"));
  await see(other, "password");
  await other.context().close();
});

test("a role is given and taken, the account is locked and its session is over", { skip }, async () => {
  const other = await visitor(browser);
  await enter(other, PHRASE);
  await press(page, page.getByRole("link", { name: NAME }));
  account = new URL(page.url()).pathname;
  await see(page, "account");
  await field(page, "role").selectOption("coordinator");
  await press(page, button(page, "account-role-give"));
  await told(page, "account-role-given");
  await press(page, page.getByRole("button", { name: new RegExp(`^${say("account-role-take")}.*${say("role-coordinator")}`) }));
  await told(page, "account-role-taken");
  await press(page, button(page, "account-lock"));
  await told(page, "account-locked");
  await see(page, "account-locked");
  await other.goto("/sessions");
  assert.match(other.url(), /session\/new/, "the session ended with the lock");
  await other.context().close();
  await page.goto(account);
  await press(page, button(page, "account-unlock"));
  await told(page, "account-unlocked");
});

test("one's own sessions can be ended", { skip }, async () => {
  await page.locator(".user-button").click();
  await press(page, page.locator("#user-menu").getByRole("link", { name: say("nav-sessions") }));
  const other = await atWork(browser, "site_admin");
  await page.reload();
  await see(page, "sessions");
  const newest = page.locator("main tbody tr").filter({ hasNotText: say("session-this") }).first();
  await press(page, newest.getByRole("button", { name: say("session-end") }));
  await told(page, "session-ended");
  await other.goto("/accounts");
  assert.match(other.url(), /session\/new/, "the other browser has to sign in anew");
  await other.context().close();
  await page.goto("/accounts");
  assert.match(page.url(), /accounts$/, "this one goes on");
});

async function enter(visitor, phrase) {
  await visitor.goto("/session/new");
  await visitor.getByLabel(say("email")).fill(EMAIL);
  await visitor.getByLabel(say("password")).fill(phrase);
  await press(visitor, visitor.locator("main form").first().getByRole("button"));
}
