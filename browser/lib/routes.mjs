// The pages of the program, as docs/permissions.txt lists them, and which of them were looked at.

import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { results, root } from "./places.mjs";

const trail = join(results, "visited.txt");
const lines = readFileSync(join(root, "docs/permissions.txt"), "utf8").trim().split("\n");
const [, , ...heads] = lines[0].trim().split(/\s+/);

/// Pages that can be read: path with its places, and the roles that may.
export const routes = lines
  .slice(1)
  .map((line) => line.trim().split(/\s+/))
  .filter(([method]) => method === "GET")
  .map(([, path, ...marks]) => ({
    path,
    shape: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
    roles: heads.filter((_, column) => marks[column] === "yes"),
  }))
  // What is written out goes before what has a place: /cases/new is not a case.
  .sort((a, b) => a.path.split("{").length - b.path.split("{").length);

/// The route of an address, or nothing.
export function routeOf(address) {
  const path = new URL(address, "http://teilhabe.invalid").pathname;
  return routes.find((route) => route.shape.test(path));
}

export function forget() {
  rmSync(trail, { force: true });
}

/// Keeps in mind that a role looked at a page.
export function visited(role, address) {
  const route = routeOf(address);
  if (!route || !role) return;
  mkdirSync(results, { recursive: true });
  appendFileSync(trail, `${role} ${route.path}\n`);
}

/// Whether somebody looked at a page in this role.
export function wasVisited(role, path) {
  return seen().has(`${role} ${path}`);
}

/// What is downloaded, not looked at.
export function isFile(path) {
  return /\.(csv|xlsx|ics)$|\/files\//.test(path);
}

/// Role and page, for every page that a role may read and nobody looked at in that role.
export function unvisited() {
  const all = routes.filter(({ path }) => !isFile(path)).flatMap(({ path, roles }) => roles.map((role) => `${role} ${path}`));
  return all.filter((one) => !one.startsWith("partner ") && !seen().has(one));
}

function seen() {
  return new Set(existsSync(trail) ? readFileSync(trail, "utf8").split("\n") : []);
}
