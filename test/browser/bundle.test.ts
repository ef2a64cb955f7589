/** What is shipped, as old Safaris read it, and as servers may keep it. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SITE } from "./site";

const scripts = readdirSync(SITE).filter((name) => name.endsWith(".js"));

// The chunks that are loaded later hold the rooms named in test/pages/lookbehind.test.ts until those have none any
// more.
const FIRST = /^(?:pane|workbench|vendors.*)\.[0-9a-f]{8}\.js$|^(?:functions|old-machine)\.js$/;

test("what a page loads first, libraries included, has no lookbehind, at which Safari of before 16.4 stops", () => {
  const first = scripts.filter((name) => FIRST.test(name));
  expect(first.length).toBeGreaterThanOrEqual(4);
  expect(first.filter((name) => /\(\?<[=!]/.test(readFileSync(join(SITE, name), "utf8")))).toEqual([]);
});

test("every script but those that are asked for by a fixed name changes its name with its content", () => {
  expect(scripts.filter((name) => !/\.[0-9a-f]{8}\.js$/.test(name)).sort()).toEqual(["functions.js", "old-machine.js"]);
});

test("the pages for people without the pane are there, and the self-test is not", () => {
  const files = readdirSync(SITE);
  expect(files).toEqual(expect.arrayContaining(["help.html", "page.css", "old-machine.js", "functions.json"]));
  expect(files.filter((name) => name.includes("selftest"))).toEqual([]);
});
