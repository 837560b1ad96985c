// What people do on pages, in a few words.

import assert from "node:assert/strict";
import { lookAround, visitor } from "./browser.mjs";
import { say, signIn } from "./people.mjs";

/// Somebody of a role, signed in, at the start page.
export async function atWork(browser, role, options) {
  const page = await visitor(browser, options);
  await signIn(page, role);
  return page;
}

/// Looks at the page from all sides.
export function see(page, name, options) {
  return lookAround(page, `${page.role}-${name}`, options);
}

export const field = (page, name) => page.locator(`#field-${name}`);
export const button = (page, key) => page.getByRole("button", { name: say(key), exact: true });
export const link = (page, key) => page.getByRole("main").getByRole("link", { name: say(key), exact: true });

/// Presses what leads to another page, or to the same one anew.
export async function press(page, locator) {
  await Promise.all([page.waitForEvent("framenavigated"), locator.click()]);
  await page.waitForLoadState();
}

/// The way through the navigation.
export async function open(page, key) {
  await press(page, page.locator("#nav").getByRole("link", { name: say(key), exact: true }));
}

/// Finds the notice that an act leaves behind.
export async function told(page, key) {
  assert.equal(await page.locator(".flash").innerText(), say(key));
}

/// A part of a page that has its own heading.
export const part = (page, id) => page.locator(`section#${id}`);

/// Opens what is folded.
export async function unfold(page, within, key) {
  const summary = within.locator("summary", { hasText: say(key) }).first();
  if (!(await summary.evaluate((element) => element.parentElement.open))) await summary.click();
}
