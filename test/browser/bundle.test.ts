/** What is shipped, as old Safaris read it, and as servers may keep it. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { tokenizer } from "acorn";
import { SITE } from "./site";

/** Members and a form that came to Safari after 15.4 and before or with 17.4, as they stand in a script. */
const LATER = new RegExp(
  [
    /\.(?:toSorted|toReversed|toSpliced|withResolvers|fromAsync|groupBy)\(/,
    /\.(?:isWellFormed|toWellFormed|isSubsetOf)\(/,
    /\bstatic\s*\{/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

const scripts = readdirSync(SITE).filter((name) => name.endsWith(".js"));

const texts = scripts.map((name) => [name, readFileSync(join(SITE, name), "utf8")] as const);
const office = readdirSync(join(SITE, "office")).filter((name) => name.endsWith(".js"));

test("no script, libraries and office.js included, has a lookbehind, at which Safari of before 16.4 stops", () => {
  const all = [...texts, ...office.map((name) => [name, readFileSync(join(SITE, "office", name), "utf8")] as const)];
  expect(all.length).toBeGreaterThan(15);
  expect(all.filter(([, text]) => /\(\?<[=!]/.test(text)).map(([name]) => name)).toEqual([]);
});

test("nor what came to Safari with 16.0 or later: static blocks, the flag v, later members", () => {
  const later = new Set<string>();
  for (const [name, text] of texts) {
    // Throws at what is later than ECMAScript 2022, such as import attributes or modifiers in regular expressions.
    for (const token of tokenizer(text, { ecmaVersion: 2022 }))
      if (token.type.label === "regexp" && (token as unknown as { value: { flags: string } }).value.flags.includes("v"))
        later.add(`${name} flag v`);
    for (const [found] of text.matchAll(LATER)) later.add(`${name} ${found}`);
  }
  expect([...later]).toEqual([]);
});

test("every script but those that are asked for by a fixed name changes its name with its content", () => {
  expect(scripts.filter((name) => !/\.[0-9a-f]{8}\.js$/.test(name)).sort()).toEqual(["functions.js", "old-machine.js"]);
});

test("the pages for people without the pane are there, and the self-test is not", () => {
  const files = readdirSync(SITE);
  expect(files).toEqual(expect.arrayContaining(["help.html", "page.css", "old-machine.js", "functions.json"]));
  expect(files.filter((name) => name.includes("selftest"))).toEqual([]);
});
