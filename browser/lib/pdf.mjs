// What is true of a PDF, as poppler sees it.

import { execFileSync } from "node:child_process";

/// The lines of pdfinfo as an object.
export function pdfinfo(path) {
  const lines = execFileSync("pdfinfo", [path], { encoding: "utf8" }).trim().split("\n");
  return Object.fromEntries(lines.map((line) => [line.split(":")[0], line.slice(line.indexOf(":") + 1).trim()]));
}

export function pdftext(path) {
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
}
