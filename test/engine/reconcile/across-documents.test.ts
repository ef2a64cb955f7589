import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { buildWorkbook, parseA1, type SourceSheet } from "../../../src/engine/workbook";
import { openSeed, takeApart } from "../../seeds/open-seed";

const department = takeApart(openSeed("changsha-industry-budget-2025"));
const unit = takeApart(openSeed("changsha-enterprise-service-budget-2025"));

function change(sheets: readonly SourceSheet[], sheet: string, address: string, value: number | string): SourceSheet[] {
  const { row, column } = parseA1(address)!;
  return sheets.map((one) =>
    one.name === sheet
      ? {
          ...one,
          cells: one.cells.map((cell) => (cell.row === row && cell.column === column ? { ...cell, value } : cell)),
        }
      : one,
  );
}

const check = (main: readonly SourceSheet[], own: readonly SourceSheet[]) =>
  checkWorkbook("部门.xlsx", buildWorkbook(main), catalogue, allChecks, {
    compared: [{ document: "unit", name: "单位.xlsx", workbook: buildWorkbook(own) }],
    all: true,
  });
const codes = (checked: ReturnType<typeof check>, outcome: string) =>
  checked.findings
    .flatMap((finding) => [finding, ...finding.witnesses])
    .filter((one) => one.outcome === outcome && one.code.startsWith("unit-"));

describe("a unit's own workbook against the department's", () => {
  test("agrees in the seeds, with something compared in every kind of table that both have", () => {
    const checked = check(department, unit);
    expect(codes(checked, "fail")).toEqual([]);
    expect([...new Set(codes(checked, "pass").map(({ code }) => code))].sort()).toEqual([
      "unit-basic-expenditure-within-department",
      "unit-expenditure-summary-within-department",
      "unit-general-public-expenditure-within-department",
      "unit-overall-performance-target-basic-equals-expenditure-summary",
      "unit-overall-performance-target-project-equals-expenditure-summary",
      "unit-overall-performance-target-total-equals-expenditure-summary",
      "unit-project-amounts-equal",
      "unit-project-performance-target-equals-project-performance-target",
    ]);
  });

  test("a project whose amount was changed on one side only is found, both cells named", () => {
    const sheet = unit.find(({ name }) => name.startsWith("9"))!;
    const cell = sheet.cells.find(({ value }) => value === 184)!;
    const checked = check(department, change(unit, sheet.name, `C${cell.row + 1}`, 148));
    const found = checked.findings
      .flatMap((finding) => [finding, ...finding.witnesses])
      .find(({ code, outcome }) => code === "unit-project-amounts-equal" && outcome === "fail")!;
    expect(found.cells.map(({ value }) => value)).toEqual([184, 148]);
    expect(found.cells[1]!.sheet).toBe(`单位.xlsx：${sheet.name}`);
  });

  test("a unit's figure above the department's is found", () => {
    const checked = check(department, change(unit, "3部门支出总表", "E7", 99999));
    expect(codes(checked, "fail").map(({ code }) => code)).toContain("unit-expenditure-summary-within-department");
  });
});

describe("the year in the titles", () => {
  test("one table with last year's title is told, and still compared with the others", () => {
    const stale = change(department, "3部门支出总表", "A1", "2024年部门支出总体情况表");
    const checked = checkWorkbook("部门.xlsx", buildWorkbook(stale), catalogue, allChecks);
    const found = checked.findings.filter(({ code }) => code === "title-year-agrees");
    expect(found.map(({ cells, title }) => [cells[0]!.address, title])).toEqual([
      ["A1", "支出总表的表名写的是 2024 年，其他表都是 2025 年"],
    ]);
    const plain = checkWorkbook("部门.xlsx", buildWorkbook(department), catalogue, allChecks);
    expect(checked.summary.checks).toBe(plain.summary.checks);
  });
});
