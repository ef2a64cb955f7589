import { recogniseTables } from "../../../src/engine/tables";
import type { Section, Table } from "../../../src/engine/tables";
import type { Workbook } from "../../../src/engine/workbook";
import { buildWorkbook } from "../../../src/engine/workbook";
import { officialTemplates } from "../../seeds/open-seed";
import { typedSheet, typedWorkbook } from "./sheets";
import type { Value } from "./sheets";

const templates = officialTemplates();
const read = (workbook: Workbook): readonly Table[] => recogniseTables(workbook, templates).tables;
const only = (...rows: (readonly Value[])[]): Table => {
  const tables = read(typedWorkbook({ rows }));
  expect(tables).toHaveLength(1);
  return tables[0]!;
};
const section = (table: Table, name = "main"): Section => table.sections.find((one) => one.name === name)!;
/** "part → whole" for each line that is a part. */
const parts = ({ lines }: Section): string[] =>
  lines.flatMap(({ label, parent, part }) =>
    parent === null ? [] : [`${label} ${part === "sum" ? "→" : "⊂"} ${lines[parent]!.label}`],
  );
const roles = ({ columns }: Section): string[] => columns.map((column) => column.roles.join("+"));

const head = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
const rows: Value[][] = [
  ["合计", null, 3, 1, 2],
  ["201", "一般公共服务支出", 3, 1, 2],
];

describe("the unit of money", () => {
  test("may stand in the words of the header", () => {
    const table = only(
      ["部门支出总表"],
      ["科目编码", "科目名称", "合计（元）", "基本支出（元）", "项目支出（元）"],
      ...rows,
    );
    expect([table.unit, roles(section(table))]).toEqual(["元", ["total", "basic", "project"]]);
  });

  test.each([
    "一般公共预算支出表（单位：元）",
    "一般公共预算支出表  单位：元",
    "一般公共预算支出表(金额单位：人民币元)",
  ])("may stand in the title: %s", (title) => {
    const table = only([title], head, ...rows);
    expect([table.template.kind, table.unit]).toEqual(["general-public-expenditure", "元"]);
  });
});

describe("titles", () => {
  test("may leave out the word 表", () => {
    const ledger: Value[][] = [
      ["收入", null, "支出"],
      ["项目", "金额", "项目", "金额"],
      ["一、财政拨款收入", 10, "一、教育支出", 10],
      ["收入总计", 10, "支出总计", 10],
    ];
    expect(only(["2026年收支总体情况"], ...ledger).template.kind).toBe("budget-summary");
  });

  test("may share their row with the number of the form", () => {
    expect(only(["部门支出总表", null, null, null, "预算公开表3"], ["单位：万元"], head, ...rows).template.kind).toBe(
      "expenditure-summary",
    );
  });

  test("of other tables end the table above and are taken for none of ours", () => {
    const workbook = typedWorkbook({
      rows: [
        ["部门支出总表"],
        head,
        ...rows,
        ["2026年政府采购支出表"],
        ["项目", "数量", "金额"],
        ["电脑", 3, 2],
        ["2026年项目支出情况表"],
        head,
        ...rows,
      ],
    });
    const [table, ...others] = read(workbook);
    expect(others).toEqual([]);
    expect(section(table!).lines).toHaveLength(2);
  });
});

describe("what a row is a part of", () => {
  test("the sum of a unit may stand below its functions", () => {
    const table = only(
      ["部门支出总表"],
      ["单位名称", ...head],
      ["本级", "2010301", "行政运行", 5, 5, null],
      ["本级", "小计", null, 5, 5, null],
      ["中心", "2010350", "事业运行", 2, 2, null],
      ["中心", "小计", null, 2, 2, null],
      ["合计", null, null, 7, 7, null],
    );
    expect(parts(section(table))).toEqual(["行政运行 → 本级", "本级 → 合计", "事业运行 → 中心", "中心 → 合计"]);
  });

  test("without indentation the total tells whether rows without a number are within the one above", () => {
    const ledger = (own: number): Table =>
      only(
        ["部门收支总表"],
        ["收入", null, "支出"],
        ["项目", "预算数", "项目", "预算数"],
        ["一、财政拨款收入", 100, "一、基本支出", 110],
        ["二、非财政拨款收入", own],
        ["事业收入", 6],
        ["其他收入", 4],
        ["收入合计", 100 + own + (own === 10 ? 0 : 10), "支出合计", 110],
      );
    expect(parts(section(ledger(10), "income")).slice(2)).toEqual([
      "事业收入 → 二、非财政拨款收入",
      "其他收入 → 二、非财政拨款收入",
    ]);
    expect(parts(section(ledger(3), "income")).slice(2)).toEqual(["事业收入 → 收入合计", "其他收入 → 收入合计"]);
  });

  test("an 其中 list goes on without the word", () => {
    const table = only(
      ["部门收支总表"],
      ["收入", null, "支出"],
      ["项目", "预算数", "项目", "预算数"],
      ["一、财政拨款收入", 100, "一、基本支出", 100],
      ["    其中：一般公共预算", 100],
      ["          政府性基金预算", null],
      ["收入合计", 100, "支出合计", 100],
    );
    expect(parts(section(table, "income"))).toEqual([
      "一、财政拨款收入 → 收入合计",
      "其中：一般公共预算 ⊂ 一、财政拨款收入",
      "政府性基金预算 ⊂ 一、财政拨款收入",
    ]);
  });

  test("funds without a number below a numbered 上年结转 are carried over with it", () => {
    const table = only(
      ["财政拨款收支总表"],
      ["收入", null, "支出"],
      ["项目", "预算数", "项目", "预算数"],
      ["一、本年收入", 90, "一、本年支出", 100],
      ["一般公共预算拨款", 90, "教育支出", 100],
      ["二、上年结转", 10, "二、结转下年"],
      ["一般公共预算拨款", 10],
      ["收入总计", 100, "支出总计", 100],
    );
    expect(parts(section(table, "income"))).toEqual([
      "一、本年收入 → 收入总计",
      "一般公共预算拨款 → 一、本年收入",
      "二、上年结转 → 收入总计",
      "一般公共预算拨款 → 二、上年结转",
    ]);
  });
});

describe("columns that are no part of the total", () => {
  test("last year's figures beside this year's, on both sides of a ledger", () => {
    const table = only(
      ["2026年部门收支总表"],
      ["收入", null, null, "支出"],
      ["项目", "2025年预算", "2026年预算", "项目", "2025年预算", "2026年预算"],
      ["一、财政拨款收入", 9, 10, "一、教育支出", 9, 10],
      ["收入总计", 9, 10, "支出总计", 9, 10],
    );
    expect(table.sections.map(({ columns }) => columns.map(({ path }) => path.join("/")))).toEqual([
      ["收入/2026年预算"],
      ["支出/2026年预算"],
    ]);
  });

  test("会议费 and 培训费 beside “三公”经费合计, unless the total counts them in", () => {
    const head3 = ["合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费", "会议费", "培训费"];
    const sums = (total: number): (string | null)[] => {
      const { columns } = section(only(["“三公”经费、会议费、培训费预算表"], head3, [total, 0, 4, 1, 2, 3]));
      return columns.slice(1).map(({ parent }) => (parent === null ? null : columns[parent]!.path.join("")));
    };
    expect(sums(5)).toEqual(["合计", "合计", "合计", null, null]);
    expect(sums(10)).toEqual(["合计", "合计", "合计", "合计", "合计"]);
  });
});

describe("hidden sheets", () => {
  const visible = typedSheet({ name: "支出", rows: [["部门支出总表"], head, ...rows] });
  const draft = {
    ...typedSheet({
      name: "旧稿",
      rows: [["部门支出总表"], head, ["合计", null, 4, 1, 3], ["201", "一般公共服务支出", 3, 1, 2]],
    }),
    hidden: true,
  };

  test("an earlier draft of a table in view takes no part, and is named", () => {
    const found = recogniseTables(buildWorkbook([visible, draft]), templates);
    expect(found.tables.map(({ sheet }) => sheet.name)).toEqual(["支出"]);
    expect(found.unrecognised.map(({ sheet, reason }) => [sheet.name, reason])).toEqual([["旧稿", "hidden-copy"]]);
  });

  test("a table that is only there is read", () => {
    expect(read(buildWorkbook([draft])).map(({ sheet }) => sheet.name)).toEqual(["旧稿"]);
  });
});
