/** Safari of before 16.4 cannot even read a script with a lookbehind in it: none is in what is shipped. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SOURCES = join(__dirname, "../../src");
const shipped = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .map((name) => name.replace(/\\/g, "/"))
  .filter((name) => /\.(?:tsx?|json)$/.test(name) && !name.startsWith("cli/"));

test("no source that is shipped has one", () => {
  expect(shipped.length).toBeGreaterThan(500);
  expect(shipped.filter((name) => /\(\?<[=!]/.test(readFileSync(join(SOURCES, name), "utf8")))).toEqual([]);
});
