// Every page that the navigation leads to, as each role; and that nobody gets further than that.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, lookAround, url, visitor } from "../lib/browser.mjs";
import { crawl } from "../lib/crawl.mjs";
import { roles, signIn } from "../lib/people.mjs";
import { isFile, routeOf, routes, wasVisited } from "../lib/routes.mjs";

/// Who may read names of clients without further ado.
const READS_NAMES = ["case_manager"];

let browser;
/// Addresses that somebody reached, by route.
const reached = new Map();
let names = [];

before(async () => (browser = await launch()));
after(() => browser.close());

for (const role of roles) {
  test(`${role} reads every page that is there for this role`, { skip: !url }, async () => {
    const page = await visitor(browser);
    await signIn(page, role);
    if (role === "case_manager") names = await clients(page);
    const found = await crawl(page, async (page, route) => {
      const name = `page-${role}${route.replaceAll(/[^a-z0-9]+/gi, "-").replace(/-$/, "")}`;
      if (!wasVisited(role, route)) await lookAround(page, name);
      if (!READS_NAMES.includes(role)) await showsNobody(page);
    });
    for (const [route, address] of found) reached.set(route, address);
    const forbidden = [...found.keys()].filter((path) => !allowed(path, role));
    assert.deepEqual(forbidden, [], "no link leads where the role may not go");
    await page.context().close();
  });
}

for (const role of roles) {
  test(`${role} gets nowhere else`, { skip: !url }, async () => {
    const page = await visitor(browser);
    await signIn(page, role);
    const others = routes.filter(({ path, roles }) => roles.length > 0 && !roles.includes(role) && !isFile(path));
    for (const { path } of others) {
      const address = reached.get(path);
      if (!address) continue;
      const answer = await page.request.get(address, { maxRedirects: 0 });
      assert.ok([403, 404].includes(answer.status()), `${role} at ${path}: ${answer.status()}`);
    }
    await page.context().close();
  });
}

function allowed(path, role) {
  const route = routes.find((one) => one.path === path);
  return route.roles.length === 0 || route.roles.includes(role);
}

/// The names on the first page of all cases of the site.
async function clients(page) {
  await page.goto("/cases?whose=all&stage=any");
  const found = await page.locator("main tbody th a").allInnerTexts();
  assert.ok(found.length > 20, "the demo has cases");
  return found.flatMap((name) => [name, name.split(", ").reverse().join(" ")]);
}

async function showsNobody(page) {
  const text = await page.evaluate(() => document.documentElement.outerHTML);
  const shown = names.filter((name) => name.includes(" ") && text.includes(name));
  assert.deepEqual(shown, [], `${page.role} sees a name at ${routeOf(page.url())?.path}`);
}
