import { firstLevelOf, schemeFor } from "../../../src/engine/evaluation";
import { readMark, readMarkText } from "../../../src/engine/evaluation/marks";
import { scoreExecution } from "../../../src/engine/evaluation";
import { Exact } from "../../../src/engine/workbook";
import { drawn } from "../tables/layouts/drawn-sheet";

test.each([
  ["20", "20"],
  ["20分", "20"],
  ["共１０分", "10"],
  ["7.5 分", "7.5"],
])("“%s” is %s points", (text, points) => {
  const mark = readMarkText(text);
  expect(mark.kind === "mark" ? mark.value.toString() : mark.kind).toBe(points);
});

test.each([
  ["/", "blank"],
  ["—", "blank"],
  ["", "blank"],
  ["100%", "percent"],
  ["满分", "unreadable"],
  ["20-30", "unreadable"],
])("“%s” is %s", (text, kind) => {
  expect(readMarkText(text).kind).toBe(kind);
});

test("a 1 that is shown as 100% is a percentage, a plain 1 is one point", () => {
  const workbook = drawn([[{ value: 1, format: "0%" }, 1]]);
  expect([0, 1].map((cell) => readMark(workbook, cell).kind)).toEqual(["percent", "mark"]);
});

test("满意度 counts by itself under 效益, 成本 counts to 产出 where it is printed there", () => {
  const level = (level1: string, level2: string, level3 = "") => firstLevelOf({ level1, level2, level3 });
  expect([
    level("效益指标", "服务对象满意度指标"),
    level("产出指标", "成本指标"),
    level("成本指标", "经济成本指标"),
    level("", "数量指标"),
    level("预算执行", "", "预算执行率"),
    level("其他", "其他"),
  ]).toEqual(["satisfaction", "output", "cost", "output", "execution", null]);
});

test("the scheme is the one whose levels are there, or the chosen one", () => {
  const schemes = [
    { id: "a", name: "甲", levels: { cost: 20, output: 40, benefit: 20, satisfaction: 10 }, execution: 10 },
    { id: "b", name: "乙", levels: { output: 50, benefit: 40 }, execution: 10 },
  ];
  expect(schemeFor(schemes, new Set(["output", "benefit", "execution"]), null)?.id).toBe("b");
  expect(schemeFor(schemes, new Set(["output"]), null)).toBeNull();
  expect(schemeFor(schemes, new Set(["output"]), "a")?.id).toBe("a");
});

test.each([
  ["1", "10", "10"],
  ["0.965", "9.65", "7"],
  ["0.8", "8", "7"],
  ["0.7999", "7.999", "5"],
  ["0.5", "5", "0"],
])("a rate of %s earns %s in proportion and %s by steps", (rate, proportion, steps) => {
  const points = new Exact(10);
  expect([
    scoreExecution(new Exact(rate), points, "proportion")?.toString(),
    scoreExecution(new Exact(rate), points, "steps")?.toString(),
  ]).toEqual([proportion, steps]);
});

test("above 100% nobody scores but a person", () => {
  expect(scoreExecution(new Exact("1.01"), new Exact(10), "proportion")).toBeNull();
});
