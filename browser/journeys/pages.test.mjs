// Every page of browser/pages.json, as the role that uses it, on desk and phone, light and dark.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, look, sizes, url, visitor } from "../lib/browser.mjs";
import { signIn } from "../lib/people.mjs";
import { here } from "../lib/places.mjs";

const pages = JSON.parse(readFileSync(join(here, "pages.json"), "utf8"));
let browser;

before(async () => (browser = await launch()));
after(() => browser.close());

for (const [role, paths] of Object.entries(pages)) {
  for (const size of Object.keys(sizes)) {
    for (const theme of ["light", "dark"]) {
      test(`${role} reads every page (${size}, ${theme})`, { skip: !url }, async () => {
        const page = await visitor(browser, { size, theme });
        await signIn(page, role);
        for (const path of paths) {
          await page.goto(path);
          await look(page, `${role}${path.replaceAll(/[^a-z0-9]+/gi, "-").replace(/-$/, "")}`);
        }
        await page.context().close();
      });
    }
  }
}
