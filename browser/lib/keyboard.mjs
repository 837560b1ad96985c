// Getting around with the keyboard alone.

import assert from "node:assert/strict";

/// Presses Tab until the element has the focus, and finds that one can see it there.
export async function tabTo(page, locator, most = 80) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await locator.evaluate((element) => element === document.activeElement)) {
      await seen(page);
      return;
    }
  }
  assert.fail(`not reached with ${most} × Tab: ${locator}`);
}

/// Types into a field that is reached with Tab.
export async function typeInto(page, locator, text) {
  await tabTo(page, locator);
  await page.keyboard.type(text);
}

/// Reaches a button or link with Tab and presses Enter.
export async function enter(page, locator) {
  await tabTo(page, locator);
  await page.keyboard.press("Enter");
}

async function seen(page) {
  const mark = await page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return { html: element.outerHTML.slice(0, 120), outlined: outlined || style.boxShadow !== "none" };
  });
  assert.ok(mark.outlined, `focus cannot be seen on ${mark.html}`);
}
