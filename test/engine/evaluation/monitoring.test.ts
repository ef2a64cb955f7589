import { catalogue } from "../../../src/catalogue";
import { exampleNamed, exampleWorkbook } from "../../../src/catalogue/example";
import { planSelfEvaluation, readActuals, sayFormProblem } from "../../../src/engine/evaluation/self-evaluation";
import { recogniseTables } from "../../../src/engine/tables";
import { monitoredUntil } from "../../../src/engine/tables/layouts/monitored-period";
import type { AuthoredSheet } from "../../../src/engine/workbook";
import { a1 } from "../../../src/engine/workbook";
import type { Change } from "./made-workbook";

const sheet = "监控表";
const headed = (period: string): Change[] => [
  [sheet, "D4", `${period}执行数`],
  [sheet, "E4", `${period}执行数`],
  [sheet, "F4", `${period}执行率`],
  [sheet, "F8", `${period}执行情况`],
];
const atYearsEnd: Change[] = [
  [sheet, "D4", "全年预算数"],
  ...headed("1—12月").slice(1),
  [sheet, "F9", "1100卷"],
  [sheet, "F10", "2024年11月20日"],
  [sheet, "F11", "1900人次"],
  [sheet, "F13", "68万元"],
  [sheet, "E5", 68],
  [sheet, "E6", 60],
  [sheet, "E7", 8],
];

function selfEvaluation(...changes: readonly Change[]) {
  const workbook = exampleWorkbook(
    exampleNamed({ of: "monitoring", changes: [] }),
    changes.map(([name, address, value]) => ({ sheet: name, address, value })),
  );
  const { tables } = recogniseTables(workbook, catalogue.templates);
  const plan = planSelfEvaluation(workbook, tables, { actuals: readActuals(workbook, tables) });
  const [form] = plan.edits.flatMap((edit): AuthoredSheet[] => (edit.type === "add-sheet" ? [edit.sheet] : []));
  const shown = (word: RegExp) =>
    form!.cells
      .filter(({ value }) => typeof value === "string" && word.test(value))
      .map(({ row, column, value }) => `${a1(row, column)} ${String(value)}`);
  return { plan, shown };
}

describe("actuals out of a 监控表", () => {
  test("of the whole year are written and scored, with the year's money", () => {
    const { plan, shown } = selfEvaluation(...atYearsEnd);
    expect(shown(/^(?:1100卷|1900人次|92%|68万元)$/)).toHaveLength(4);
    expect(plan.cells.map(({ status, score }) => [status, score?.toString()])).toEqual([
      ["scored", "20"],
      ["scored", "20"],
      ["scored", "19"],
      ["scored", "10"],
      ["scored", "20"],
      ["scored", "9.71"],
    ]);
    expect(plan.problems.map(sayFormProblem)).toEqual([]);
  });

  test("of a part of the year are written, never scored, and the person is told", () => {
    const { plan, shown } = selfEvaluation();
    expect(shown(/^620卷$/)).toHaveLength(1);
    expect(shown(/监控数620卷/)).toEqual([expect.stringContaining("1—7月监控数620卷，请改为全年实际完成值。原因：")]);
    expect(plan.cells.map(({ status }) => status)).not.toContain("scored");
    expect(plan.problems.map(sayFormProblem)).toEqual([
      "“档案整理经费”没有找到全年预算数或全年执行数，请在自评表里填写。",
      "“档案整理经费”有 5 条指标只有1—7月的监控数，已写入实际完成值但没有计分，请改为全年实际完成值。",
    ]);
  });

  test("a forecast is no actual", () => {
    const { shown } = selfEvaluation([sheet, "F9", null]);
    expect(shown(/^1000卷$/)).toEqual([]);
  });
});

test.each([
  ["1—7月执行情况", 7],
  ["1-12月完成值", 12],
  ["截至9月底完成情况", 9],
  ["2024年1至8月累计完成值", 8],
  ["上半年完成情况", 6],
  ["前三季度完成值", 9],
  ["第四季度完成情况", 12],
  ["全年实际完成值", 12],
  ["全年预计完成情况", null],
  ["完成值", null],
])("“%s” reaches to month %s", (heading, month) => {
  expect(monitoredUntil(heading)).toBe(month);
});
