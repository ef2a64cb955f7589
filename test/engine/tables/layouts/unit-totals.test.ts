import { catalogue } from "../../../../src/catalogue";
import { exampleWorkbook } from "../../../../src/catalogue/example";
import { allChecks } from "../../../../src/engine/all-checks";
import { checkWorkbook } from "../../../../src/engine/check-workbook";

type Row = readonly (string | number | null)[];

/** A table with a column of units: each names itself once, beside its own total. */
function byUnit(word: string, under: boolean, basic = 80): readonly Row[] {
  const block = (unit: string, total: Row, rows: readonly Row[]): readonly Row[] =>
    (under ? [...rows, [null, word, ...total]] : [[null, word, ...total], ...rows]).map((row, at) => [
      at === 0 ? unit : null,
      ...row,
    ]);
  return [
    ["2025年部门支出总表"],
    ["部门：某市林业局", null, null, null, null, "单位：万元"],
    ["单位名称", "科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ...block(
      "局机关",
      [130, 80, 50],
      [
        ["213", "农林水支出", 130, 80, 50],
        ["2130201", "行政运行", 80, basic, null],
        ["2130205", "森林资源培育", 50, null, 50],
      ],
    ),
    ...block(
      "林场",
      [70, 40, 30],
      [
        ["213", "农林水支出", 70, 40, 30],
        ["2130204", "事业机构", 40, 40, null],
        ["2130205", "森林资源培育", 30, null, 30],
      ],
    ),
    ["合计", null, null, 200, 120, 80],
  ];
}

const found = (rows: readonly Row[]): string[] =>
  checkWorkbook("表.xlsx", exampleWorkbook([{ name: "支出总表", rows }]), catalogue, allChecks).findings.map(
    ({ severity, suspects }) => `${severity} ${suspects[0]?.address ?? ""}`,
  );

describe.each(["小计", "合计"])("a unit named beside its own %s", (word) => {
  test.each([false, true])("has its own codes, whether that stands over them or under them", (under) => {
    expect(found(byUnit(word, under))).toEqual([]);
    expect(found(byUnit(word, under, 88))).toEqual([expect.stringMatching(/^error E/)]);
  });
});
