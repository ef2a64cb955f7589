/** What a person does in a real Excel: the list keeps to the time that it names. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const text = readFileSync(join(__dirname, "../../docs/excel-check-list.md"), "utf8");
const sections = text
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.slice(0, section.indexOf("\n")),
    starred: /^\d+\. ★/m.test(section),
    steps: [...section.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number)),
  }));
const minutes = (pattern: RegExp): number =>
  sections.reduce((sum, { title }) => sum + Number(pattern.exec(title)?.[1] ?? 0), 0);

test("steps are counted through, and every section that has one with a star says how long those take", () => {
  expect(sections.flatMap(({ steps }) => steps)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
  for (const { title, starred } of sections) expect([title, /★ \d+ 分钟/.test(title)]).toEqual([title, starred]);
});

test("after the self-test it is under twenty minutes, without it three quarters of an hour", () => {
  expect(text).toContain("自检全部符合的，只做标了 ★ 的步骤，\n不到二十分钟；没有做自检的，全部做，约四十五分钟");
  expect(minutes(/★ (\d+) 分钟/)).toBeLessThan(20);
  expect(minutes(/(\d+) 分钟/)).toBe(45);
});
