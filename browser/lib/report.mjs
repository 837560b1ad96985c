// A yearly report, from the order to the file.

import assert from "node:assert/strict";
import { pdfinfo, pdftext } from "./pdf.mjs";
import { say } from "./people.mjs";
import { button, field, open, press, see } from "./way.mjs";

/// Orders the report of a year, waits for it, downloads the newest one and gives back its text.
export async function build(page, year, range) {
  await open(page, "nav-reports");
  await see(page, "reports-before");
  await field(page, "year").selectOption(String(year));
  if (range) await page.getByLabel(say(range), { exact: true }).check();
  await press(page, button(page, "report-build-now"));
  await see(page, "report-work");
  const list = page.getByRole("link", { name: say("report-to-list") });
  await list.waitFor({ timeout: 120_000 });
  await press(page, list);
  await see(page, "reports");
  const row = page.locator("main tbody tr").first();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: new RegExp(`^${say("download")}`) }).click(),
  ]);
  const path = await download.path();
  const info = pdfinfo(path);
  assert.equal(info.Tagged, "yes");
  assert.match(info.Title, new RegExp(`^Jahresbericht ${year}`));
  assert.ok(Number(info.Pages) >= 8, `${info.Pages} pages`);
  return pdftext(path);
}
