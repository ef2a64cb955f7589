import { columnName, figureName, lineName } from "../../../src/engine/reconcile";
import type { Column, Line, Section, Table } from "../../../src/engine/tables/table";

const line = (label: string, code: string | null = null): Line => ({
  page: 0,
  position: 0,
  label,
  labelCell: 0,
  code,
  roles: [],
  parent: null,
  part: "sum",
  repeats: null,
});
const column = (...path: string[]): Column => ({ path, roles: [], parent: null, part: "sum" });
const table = (short: string): Pick<Table, "template"> => ({
  template: { id: "x", kind: "x", name: short, short, layout: "matrix", titles: [], source: "" },
});
const section = (lines: readonly Line[], columns: readonly Column[]): Section => ({
  name: "main",
  pages: [],
  lines,
  columns,
});

describe("what a clerk calls a line", () => {
  it.each([
    ["2150501 行政运行", line("行政运行", "2150501")],
    ["本年收入合计", line("本年收入合计")],
    ["基本支出", line("一、基本支出")],
    ["公务用车购置费", line("（1）其中：公务用车购置费")],
    ["资源勘探工业信息等支出", line("14、资源勘探工业信息等支出", "215")],
    ["基本支出", line("其中：基本支出：2148.72")],
    ["2.0版平台", line("2.0版平台")],
    ["一", line("一")],
  ])("%s", (name, said) => {
    expect(lineName(said)).toBe(name);
  });
});

describe("what a clerk calls a figure", () => {
  it("has the innermost header word, the one above it where that is not enough", () => {
    const columns = [
      column("本级财政拨款", "金额"),
      column("本级财政拨款", "其中：经费拨款"),
      column("预算数", "小计"),
      column("执行数", "小计"),
      column("支出", "合计"),
    ];
    expect(columns.map((_, index) => columnName(columns, index))).toEqual([
      "本级财政拨款",
      "经费拨款",
      "预算数—小计",
      "执行数—小计",
      "合计",
    ]);
  });

  it("has no column where there is only one, and one 合计 where line and column are both 合计", () => {
    expect(figureName(table("收支总表"), section([line("本年收入合计")], [column("预算数")]), 0, 0)).toBe(
      "收支总表“本年收入合计”",
    );
    const whole = section([line("合计"), line("行政运行", "2150501")], [column("总计"), column("基本支出")]);
    expect([0, 1].flatMap((row) => [0, 1].map((at) => figureName(table("支出总表"), whole, row, at)))).toEqual([
      "支出总表“合计”",
      "支出总表“合计”基本支出",
      "支出总表“2150501 行政运行”总计",
      "支出总表“2150501 行政运行”基本支出",
    ]);
  });

  it("has single quotation marks within the line's own", () => {
    expect(figureName(table("自评表"), section([line("新增“小巨人”企业")], [column("得分")]), 0, 0)).toBe(
      "自评表“新增‘小巨人’企业”",
    );
  });
});
