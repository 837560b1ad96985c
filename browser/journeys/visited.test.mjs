// The last one: no page was forgotten by the others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { url } from "../lib/browser.mjs";
import { unvisited } from "../lib/routes.mjs";

test("every page was looked at in every role that may read it", { skip: !url || !process.env.TEILHABE_WHOLE }, () => {
  assert.deepEqual(unvisited(), []);
});
