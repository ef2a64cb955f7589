/** What an engine shows in which the pane cannot run: a page in plain old script that says what to do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { JSDOM } from "jsdom";

const ROOT = join(__dirname, "../..");
const script = readFileSync(join(ROOT, "src/pages/old-machine.js"), "utf8");
const html = readFileSync(join(ROOT, "src/commands/pane.html"), "utf8").replace(/<script[^>]*><\/script>/g, "");

test("Internet Explorer can read the script: it is ECMAScript 3", () => {
  expect(() => parse(script, { ecmaVersion: 3 })).not.toThrow();
});

test("it comes before everything else that is loaded", () => {
  const page = readFileSync(join(ROOT, "src/commands/pane.html"), "utf8");
  expect(page.indexOf('<script src="old-machine.js">')).toBeLessThan(page.indexOf("officeScript"));
});

/** The page after the script, in an engine with or without what the pane needs, after that many milliseconds. */
function shown(isOld: boolean, milliseconds: number, paneFilled = false): string[] {
  jest.useFakeTimers();
  const { window } = new JSDOM(html, { runScripts: "outside-only" });
  Object.assign(window, { setTimeout });
  if (isOld) window.eval("delete Array.prototype.findLast");
  if (paneFilled) window.document.getElementById("pane")!.textContent = "预算核对";
  window.eval(script);
  window.document.dispatchEvent(new window.Event("DOMContentLoaded"));
  jest.advanceTimersByTime(milliseconds);
  jest.useRealTimers();
  return [...window.document.querySelectorAll<HTMLElement>(".instead")]
    .filter(({ style }) => style.display === "block")
    .map(({ id }) => id);
}

test("an old engine shows at once why, what it means for the figures and what to do", () => {
  expect(shown(true, 0)).toEqual(["old-engine"]);
  const words = new JSDOM(html).window.document.getElementById("old-engine")!.textContent!;
  expect(words).toMatch(/太旧.*[^]*没有任何改动.*[^]*WebView2[^]*2016、2019[^]*网页版/);
});

test("a pane that does not appear is told after a while, one that does is left alone", () => {
  expect(shown(false, 1_000)).toEqual([]);
  expect(shown(false, 21_000)).toEqual(["not-loaded"]);
  expect(shown(false, 21_000, true)).toEqual([]);
});
