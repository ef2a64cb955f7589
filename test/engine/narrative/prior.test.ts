import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { buildWorkbook, type SourceSheet } from "../../../src/engine/workbook";
import { bureauTables, sheetOf, textSheet } from "./budget-of-a-bureau";

const rule = "narrative-comparisons-equal-prior-tables";
const head = "江城市水务局2024年部门预算公开说明";

/** Last year's 收支总表 and 三公 table, 万元: income 5,400.40 of which general public 4,900.40; 三公 40.00. */
function lastYear(year = 2023, body = "江城市水务局", unit: "万元" | "元" = "万元"): SourceSheet[] {
  const of = (value: number): number => (unit === "元" ? Math.round(value * 10_000) : value);
  return [
    sheetOf("收支总表", [
      [`${year}年部门收支总表`],
      [`部门名称：${body}`, null, null, `单位：${unit}`],
      ["收入", null, "支出", null],
      ["项目", "预算数", "项目", "预算数"],
      ["一、一般公共预算拨款收入", of(4900.4), "一、社会保障和就业支出", of(400.4)],
      ["二、政府性基金预算拨款收入", of(500), "二、农林水支出", of(5000)],
      ["本年收入合计", of(5400.4), "本年支出合计", of(5400.4)],
      ["收入总计", of(5400.4), "支出总计", of(5400.4)],
    ]),
    sheetOf("三公经费表", [
      [`${year}年一般公共预算“三公”经费支出表`],
      [`部门名称：${body}`, null, null, null, `单位：${unit}`],
      ["单位名称", "合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"],
      ["合计", of(40), null, of(32), of(8)],
      [body, of(40), null, of(32), of(8)],
    ]),
  ];
}

/**
 * What the check says of a text beside last year's tables: outcome and figures, and how many checks of the rule there
 * were.
 */
function said(text: string, prior: SourceSheet[] = lastYear()): { faults: string[]; checks: number } {
  const workbook = buildWorkbook([...bureauTables(), textSheet(head, text)]);
  const { findings } = checkWorkbook("今年", workbook, catalogue, allChecks, {
    all: true,
    compared: [{ document: "prior", name: "去年", workbook: buildWorkbook(prior) }],
  });
  const own = findings.flatMap((finding) => [finding, ...finding.witnesses]).filter(({ code }) => code === rule);
  return {
    faults: own.filter(({ outcome }) => outcome !== "pass").map(({ outcome, title }) => `${outcome} ${title}`),
    checks: own.length,
  };
}

describe("a comparison with last year, beside last year's workbook", () => {
  it.each([
    ["a change", "2024年“三公”经费预算36.50万元，较上年减少3.50万元，下降8.75%。"],
    [
      "a change of 收入, whichever total is meant",
      "2024年本部门收入预算5120.40万元，较去年减少280.00万元，下降5.19%。",
    ],
    ["last year's figure in a comparison", "2024年“三公”经费预算36.50万元，比2023年预算40.00万元减少3.50万元。"],
    ["a change in 元", "2024年“三公”经费预算365000元，较上年减少35000元。"],
  ])("agrees: %s", (_, text) => {
    const { faults, checks } = said(text);
    expect(faults).toEqual([]);
    expect(checks).toBeGreaterThan(0);
  });

  it("agrees where last year's tables are in another unit", () => {
    expect(
      said("2024年“三公”经费预算36.50万元，较上年减少3.50万元。", lastYear(2023, "江城市水务局", "元")),
    ).toMatchObject({ faults: [], checks: 1 });
  });

  it.each([
    [
      "2024年“三公”经费预算36.50万元，较上年减少5.30万元。",
      "fail 说明中“三公经费预算36.50万元，较上年减少5.30万元”，按两年的“三公经费”应为减少 3.50万元",
    ],
    [
      "2024年“三公”经费预算36.50万元，较上年增加3.50万元。",
      "fail 说明中“三公经费预算36.50万元，较上年增加3.50万元”，按两年的“三公经费”应为减少 3.50万元",
    ],
    [
      "2024年“三公”经费预算36.50万元，比2023年预算44.00万元减少7.50万元。",
      "fail 说明中“比2023年预算44.00万元减少7.50万元”与去年表中的“三公经费” 40.00万元不一致",
    ],
  ])("disagrees: %s", (text, title) => {
    expect(said(text).faults.map((fault) => fault.replace(/“[^“”]*(?=较上年)/, "“三公经费预算36.50万元，"))).toContain(
      title,
    );
  });

  it.each<[string, string, SourceSheet[]]>([
    ["this year's figure is itself not the table's", "2024年“三公”经费预算38.50万元，较上年减少5.30万元。", lastYear()],
    [
      "the comparison is with last year's outcome",
      "2024年“三公”经费预算36.50万元，较上年执行数减少5.30万元。",
      lastYear(),
    ],
    ["the workbook is of the year before last", "2024年“三公”经费预算36.50万元，较上年减少5.30万元。", lastYear(2022)],
    [
      "the workbook is another body's",
      "2024年“三公”经费预算36.50万元，较上年减少5.30万元。",
      lastYear(2023, "江城市档案馆"),
    ],
    [
      "it stands in an explanation",
      "2024年“三公”经费预算36.50万元，主要原因是公务接待费较上年减少5.30万元。",
      lastYear(),
    ],
    ["last year's tables do not have it", "2024年基本支出预算3100.25万元，较上年减少9.99万元。", lastYear()],
  ])("is left alone where %s", (_, text, prior) => {
    expect(said(text, prior)).toEqual({ faults: [], checks: 0 });
  });

  it("with a wrong change that breaks its rate as well is one finding", () => {
    const workbook = buildWorkbook([
      ...bureauTables(),
      textSheet(head, "2024年“三公”经费预算36.50万元，较上年减少5.30万元，下降8.75%。"),
    ]);
    const { findings } = checkWorkbook("今年", workbook, catalogue, allChecks, {
      compared: [{ document: "prior", name: "去年", workbook: buildWorkbook(lastYear()) }],
    });
    const own = findings.filter(({ cells }) => cells.some(({ sheet }) => sheet === "部门预算说明"));
    expect(own.map(({ code, witnesses }) => [code, ...witnesses.map((witness) => witness.code)])).toEqual([
      [rule, "narrative-change-rate-fits"],
    ]);
  });
});
