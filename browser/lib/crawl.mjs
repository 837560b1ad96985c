// Goes through the program by its links alone.

import { isFile, routeOf } from "./routes.mjs";

/// Visits one page of each route that can be reached from the start page, and calls `at` on it.
/// `most` pages of a route are opened in search of further links. Gives back route → address.
export async function crawl(page, at, most = 3) {
  const reached = new Map();
  const opened = new Map();
  const known = new Set(["/"]);
  const queue = ["/"];
  while (queue.length > 0) {
    const address = queue.shift();
    const route = routeOf(address)?.path;
    if (!route) throw new Error(`${page.role} is led to ${address}, which is no page`);
    const times = opened.get(route) ?? 0;
    if (isFile(route) || times >= (route.includes("{") ? most : 1)) continue;
    opened.set(route, times + 1);
    const answer = await page.goto(address);
    if (answer.status() !== 200) throw new Error(`${page.role} gets ${answer.status()} at ${address}`);
    if (!reached.has(route)) {
      reached.set(route, address);
      await at(page, route);
    }
    for (const link of await links(page)) {
      if (known.has(link)) continue;
      known.add(link);
      queue.push(link);
    }
  }
  return reached;
}

async function links(page) {
  const all = await page.$$eval("a[href]", (anchors) => anchors.map((anchor) => anchor.getAttribute("href")));
  return all.map((href) => href.split("#")[0]).filter((href) => href.startsWith("/"));
}
