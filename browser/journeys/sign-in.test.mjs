// Signing in and out: with the mouse, with the keyboard alone, and without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, look, picture, sizes, url, visitor } from "../lib/browser.mjs";
import { enter, tabTo, typeInto } from "../lib/keyboard.mjs";
import { demoButton, roles, say, signIn } from "../lib/people.mjs";

let browser;

before(async () => (browser = await launch()));
after(() => browser.close());

for (const size of Object.keys(sizes)) {
  for (const theme of ["light", "dark"]) {
    test(`the sign-in page stands (${size}, ${theme})`, { skip: !url }, async () => {
      const page = await visitor(browser, { size, theme });
      await page.goto("/session/new");
      await look(page, "sign-in");
      if (size === "desktop" && theme === "light") await picture(page, "anmelden");
      await page.context().close();
    });
  }
}

test("a wrong password is named at the form and nobody is signed in", { skip: !url }, async () => {
  const page = await visitor(browser);
  await page.goto("/session/new");
  await page.getByLabel(say("email")).fill("niemand@example.org");
  await page.getByLabel(say("password")).fill("falsch-falsch-falsch");
  await page.locator("main form").first().getByRole("button").click();
  await page.getByRole("alert").waitFor();
  await look(page, "sign-in-refused", { expected: ["status of 4"] });
  await page.goto("/sessions");
  assert.match(page.url(), /session\/new/, "the page behind the sign-in stays closed");
  await page.context().close();
});

for (const role of roles) {
  test(`${role} signs in and out`, { skip: !url }, async () => {
    const page = await visitor(browser);
    await signIn(page, role);
    await page.locator(".user-button").click();
    await page.getByRole("button", { name: say("sign-out") }).click();
    await page.waitForURL(/session\/new/);
    await page.context().close();
  });
}

test("the keyboard alone gets in, through the menu, and out", { skip: !url }, async () => {
  const page = await visitor(browser);
  await page.goto("/session/new");
  await tabTo(page, page.locator(".skip"));
  await typeInto(page, page.getByLabel(say("email")), "niemand@example.org");
  await enter(page, demoButton(page, "case_manager"));
  await page.waitForURL((address) => !address.pathname.startsWith("/session"));
  await enter(page, page.locator(".user-button"));
  await enter(page, page.getByRole("button", { name: say("sign-out") }));
  await page.waitForURL(/session\/new/);
  await page.context().close();
});

test("without scripts one gets in, changes the language and gets out", { skip: !url }, async () => {
  const page = await visitor(browser, { script: false, size: "phone" });
  await signIn(page, "case_manager");
  await page.locator(".menu-button").click();
  await page.locator("#nav").waitFor({ state: "visible" });
  await page.keyboard.press("Escape");
  await page.locator(".user-button").click();
  await page.getByRole("button", { name: "English" }).click();
  await page.locator('html[lang="en"]').waitFor();
  await page.locator(".user-button").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/session\/new/);
  await page.context().close();
});
