// Where things are.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = join(dirname(fileURLToPath(import.meta.url)), "..");
export const root = join(here, "..");
export const results = join(here, "results");
export const pictures = join(root, "docs/handbuch/bilder");
