// The invented people of the demo, who sign in through the buttons of the sign-in page.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

const texts = readdirSync(join(root, "crates"))
  .map((room) => join(root, "crates", room, "texts"))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith("de.ftl"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

export const roles = [
  "case_manager",
  "team_lead",
  "coordinator",
  "evaluator",
  "programme_lead",
  "site_admin",
  "auditor",
];

/// The German sentence of a text key.
export function say(key) {
  const line = texts.split("\n").find((text) => text.startsWith(`${key} = `));
  if (!line) throw new Error(`no text ${key}`);
  return line.slice(key.length + 3);
}

/// The demo button of a role.
export function demoButton(page, role) {
  const label = say(`role-${role.replaceAll("_", "-")}`);
  return page.locator(".demo-accounts").getByRole("button", { name: label }).first();
}

export async function signIn(page, role) {
  await page.goto("/session/new");
  await demoButton(page, role).click();
  await page.waitForURL((address) => !address.pathname.startsWith("/session"));
  page.role = role;
}
