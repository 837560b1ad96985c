// The sample pages that show every form field, table and message once. The test of platform::ui
// writes them: TEILHABE_SAMPLE_DIR=/tmp/sample cargo test -p platform ui::

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { launch, look, sizes, visitor } from "../lib/browser.mjs";
import { root } from "../lib/places.mjs";

const dir = process.env.TEILHABE_SAMPLE_DIR;
const assets = join(root, "crates/platform/assets");
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
const kinds = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

let browser;
let server;

before(async () => {
  browser = await launch();
  server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});
after(async () => {
  await browser.close();
  server.close();
});

for (const name of ["style-auto", "style-light", "style-dark", "bare"]) {
  for (const size of Object.keys(sizes)) {
    for (const theme of ["light", "dark"]) {
      test(`${name} stands (${size}, ${theme})`, { skip: !dir }, async () => {
        const page = await visitor(browser, { size, theme });
        await page.goto(address(name));
        await look(page, `sample-${name}`);
        await page.context().close();
      });
    }
  }
}

test("the sample page fits 320 px", { skip: !dir }, async () => {
  const page = await visitor(browser);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(address("style-light"));
  page.label = "narrow";
  await look(page, "sample-style");
  await page.context().close();
});

test("the menus open and close without scripts", { skip: !dir }, async () => {
  const page = await visitor(browser, { size: "phone", script: false });
  await page.goto(address("style-light"));
  const menu = page.locator("#nav");
  assert.equal(await menu.isVisible(), false);
  await page.locator(".menu-button").click();
  assert.equal(await menu.isVisible(), true);
  await page.locator(".nav__close").click();
  assert.equal(await menu.isVisible(), false);
  await page.locator(".user-button").click();
  assert.equal(await page.locator("#user-menu").isVisible(), true);
  await page.context().close();
});

test("print leaves out what paper cannot use", { skip: !dir }, async () => {
  const page = await visitor(browser);
  await page.goto(address("style-light"));
  await page.emulateMedia({ media: "print" });
  for (const part of [".top", "#nav", ".filters", ".headline__actions"]) {
    assert.equal(await page.locator(part).isVisible(), false, part);
  }
  assert.equal(await page.locator("h1").isVisible(), true);
  page.label = "print";
  await look(page, "sample-style");
  await page.context().close();
});

function address(name) {
  return `http://127.0.0.1:${server.address().port}/${name}.html`;
}

function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://sample").pathname);
  const asset = path.match(/^\/assets\/[^/]+\/(.+)$/);
  const file = asset ? assetFile(asset[1]) : join(dir, path.slice(1));
  if (path.includes("..") || path.endsWith("/") || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const kind = kinds[extname(file)] ?? "text/plain; charset=utf-8";
  response.writeHead(200, { "content-type": kind, "content-security-policy": policy });
  response.end(readFileSync(file));
}

function assetFile(path) {
  if (path === "charts.css") return join(root, "crates/charts/src/charts.css");
  return join(assets, path);
}
