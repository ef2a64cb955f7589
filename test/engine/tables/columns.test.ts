import { recogniseTables } from "../../../src/engine/tables";
import type { Section } from "../../../src/engine/tables/table";
import { officialTemplates } from "../../seeds/open-seed";
import type { Typed } from "./sheets";
import { typedWorkbook } from "./sheets";

const templates = officialTemplates();

function sectionOf(sheet: Typed): Section {
  const [table] = recogniseTables(typedWorkbook(sheet), templates).tables;
  return table!.sections[0]!;
}

describe("what a column is a part of", () => {
  test("last year's single column stands beside this year's, not in it", () => {
    const { columns } = sectionOf({
      name: "三公",
      rows: [
        ["2026年“三公”经费预算表"],
        ["单位：万元"],
        ["单位名称", "2025年执行数", "2026年预算数"],
        [null, "合计", "合计", "因公出国（境）费", "公务接待费", "公务用车运行维护费"],
        ["某市教育局", 5, 4, 0, 1, 3],
      ],
      merges: ["A3:A4", "C3:F3"],
    });
    expect(columns.map(({ path }) => path.join("/"))).not.toContain("2025年执行数/合计");
    expect(columns.filter(({ parent }) => parent === 0)).toHaveLength(3);
  });

  test("a column with a year beside a total without one is another year's, and no part of the total", () => {
    const { columns } = sectionOf({
      name: "05",
      rows: [
        ["2026年一般公共预算支出表"],
        ["单位：万元"],
        ["科目编码", "科目名称", "2025年预算数", "合计", "基本支出", "项目支出", "增减额"],
        [null, "合计", 80, 90, 60, 30, 10],
        ["201", "一般公共服务支出", 50, 60, 40, 20, 10],
        ["205", "教育支出", 30, 30, 20, 10, 0],
      ],
    });
    const total = columns.findIndex(({ roles }) => roles.includes("total"));
    expect(columns[total]!.path).toEqual(["合计"]);
    expect(columns.filter(({ parent }) => parent === total).map(({ path }) => path[0])).toEqual([
      "基本支出",
      "项目支出",
    ]);
  });

  test("其中 over the first part is meant for all, unless the whole is the sum of what follows", () => {
    const budget = (...rows: readonly (readonly (string | number | null)[])[]): Typed => ({
      name: "05",
      rows: [["2026年一般公共预算支出表"], ["单位：万元"], ...rows],
    });
    const listed = sectionOf(
      budget(
        ["科目编码", "科目名称", "预算金额", "其中：基本支出", "项目支出"],
        [null, "合计", 90, 60, 30],
        ["201", "一般公共服务支出", 60, 40, 20],
        ["205", "教育支出", 30, 20, 10],
      ),
    );
    expect(listed.columns.map(({ part }) => part)).toEqual(["sum", "sum", "sum"]);
    const beside = sectionOf(
      budget(
        ["科目编码", "科目名称", "合计", "其中：财政拨款", "基本支出", "项目支出"],
        [null, "合计", 90, 80, 60, 30],
        ["201", "一般公共服务支出", 60, 55, 40, 20],
        ["205", "教育支出", 30, 25, 20, 10],
      ),
    );
    expect(beside.columns.map(({ part }) => part)).toEqual(["sum", "of-which", "sum", "sum"]);
  });

  test("基本支出 under a 本年收入 that stands beside 本年支出 is income, and 弥补收支差额 is money that comes in", () => {
    const { columns } = sectionOf({
      name: "公开05",
      rows: [
        ["一般公共预算财政拨款收入支出决算表"],
        ["2023年度", null, null, null, null, null, "单位：万元"],
        ["项目", null, "本年收入", null, "本年支出", null, null],
        ["科目编码", "科目名称", "基本支出", "项目支出", "合计", "基本支出", "项目支出"],
        [null, "合计", 60, 30, 91, 61, 30],
        ["201", "一般公共服务支出", 60, 30, 91, 61, 30],
      ],
      merges: ["A3:B3", "C3:D3", "E3:G3"],
    });
    const withRole = (role: string) =>
      columns.filter(({ roles }) => roles.includes(role)).map(({ path }) => path.join("/"));
    expect(withRole("basic")).toEqual(["本年支出/基本支出"]);
    expect(withRole("income-basic")).toEqual(["本年收入/基本支出"]);
    const sources = sectionOf({
      name: "02",
      rows: [
        ["2025年部门收入总表"],
        ["单位：万元"],
        ["科目编码", "科目名称", "合计", "一般公共预算拨款收入", "用事业基金弥补收支差额"],
        [null, "合计", 32, 30, 2],
        ["201", "一般公共服务支出", 32, 30, 2],
      ],
    });
    expect(sources.columns.map(({ parent }) => parent)).toEqual([null, 0, 0]);
  });

  test("a group whose middle column is empty stays one group", () => {
    const { columns } = sectionOf({
      name: "05",
      rows: [
        ["2025年一般公共预算支出表"],
        ["单位：万元"],
        ["科目编码", "科目名称", "合计", "当年财政拨款安排", null, null],
        [null, null, null, "小计", "备注", "项目支出"],
        [null, "合计", 30, 30, "无", 30],
        ["201", "一般公共服务支出", 30, 30, "无", 30],
      ],
      merges: ["A3:A4", "B3:B4", "C3:C4", "D3:F3"],
    });
    expect(columns.map(({ parent }) => parent)).toEqual([null, 0, 1]);
  });
});

describe("what a row is a part of", () => {
  test("a unit without a code of its own has the code that the rows below it print beside theirs", () => {
    const { lines } = sectionOf({
      name: "03",
      rows: [
        ["2025年部门支出总表"],
        ["单位：元"],
        ["项目", null, null, null, null, "合计", "基本支出", "项目支出"],
        ["科目编码", null, null, "单位代码", "单位名称（科目）", null, null, null],
        ["类", "款", "项", null, null, null, null, null],
        [null, null, null, null, "合计", 30, 20, 10],
        [null, null, null, "502", "某市文化局", 30, 20, 10],
        [null, null, null, null, "  某市文化局机关", 18, 12, 6],
        ["207", "01", "01", "502301", "    行政运行", 18, 12, 6],
        [null, null, null, null, "  某市图书馆", 12, 8, 4],
        ["207", "01", "04", "502601", "    图书馆", 12, 8, 4],
      ],
      merges: ["A3:E3", "A4:C4", "D4:D5", "E4:E5", "F3:F5", "G3:G5", "H3:H5"],
    });
    expect(lines.map(({ code }) => code)).toEqual([null, "502", "502301", "2070101", "502601", "2070104"]);
    expect(lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 2, 1, 4]);
  });

  test("rows numbered like a numbered total, or further out, are none of its items", () => {
    const { columns } = sectionOf({
      name: "公开10",
      rows: [
        ["财政拨款“三公”经费、机关运行经费情况表"],
        ["2023年度", null, "金额单位：万元"],
        ["项目", "全年预算数", "决算统计数"],
        ["一、“三公”经费支出", "—", "—"],
        ["（一）支出合计", 9, 9],
        ["1．因公出国（境）费", 0, 0],
        ["2．公务用车购置及运行维护费", 7, 7],
        ["3．公务接待费", 2, 2],
        ["（二）相关统计数", "—", "—"],
        ["1．公务用车保有量（辆）", 4, 4],
        ["二、机关运行经费", 50, 50],
      ],
    });
    const total = columns.findIndex(({ path }) => path[0] === "支出合计");
    expect(columns.filter(({ parent }) => parent === total).map(({ path }) => path[0])).toEqual([
      "因公出国(境)费",
      "公务用车购置及运行维护费",
      "公务接待费",
    ]);
  });
});

describe("what a code is a code of", () => {
  test("“部门预算经济分类”over“编码”is a classification, not a department", () => {
    const { lines } = sectionOf({
      name: "06",
      rows: [
        ["2026年一般公共预算基本支出表"],
        ["单位：万元"],
        ["部门预算经济分类", null, "政府预算经济分类", null, "基本支出"],
        ["编码", "名称", "编码", "名称", "金额"],
        ["合计", null, null, null, 50],
        ["301", "工资福利支出", null, null, 50],
        ["30101", "基本工资", "50101", "工资奖金津补贴", 50],
      ],
      merges: ["A3:B3", "C3:D3"],
    });
    expect(lines.map(({ code, parent }) => [code, parent])).toEqual([
      [null, null],
      ["301", 0],
      ["30101", 1],
    ]);
  });

  test("this year's money and what was carried over divide the total once more, wherever 其中 stands", () => {
    const [table] = recogniseTables(
      typedWorkbook({
        name: "3",
        rows: [
          ["一般公共预算支出预算表"],
          ["单位：万元"],
          ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "其中：当年财政拨款安排", "上年结转安排"],
          [null, "合计", 90, 60, 30, 80, 10],
          ["207", "文化旅游体育与传媒支出", 60, 40, 20, 50, 10],
          ["208", "社会保障和就业支出", 30, 20, 10, 30, null],
        ],
      }),
      templates,
    ).tables;
    const partsOf = ({ columns }: Section): string[] =>
      columns.filter(({ parent, part }) => parent === 0 && part === "sum").flatMap(({ roles }) => roles);
    expect(table!.sections.map(partsOf)).toEqual([
      ["basic", "project"],
      ["this-year", "carried"],
    ]);
  });

  test("a column for the 科目 beside one for their names holds the codes", () => {
    const { lines } = sectionOf({
      name: "6",
      rows: [
        ["一般公共预算基本支出表"],
        ["单位：万元"],
        ["部门预算支出经济分类科目", "科目名称", "合计", "人员经费", "公用经费"],
        ["合计", null, 90, 60, 30],
        ["301", "工资福利支出", 60, 60, null],
        ["30101", "基本工资", 60, 60, null],
        ["302", "商品和服务支出", 30, null, 30],
      ],
    });
    expect(lines.map(({ code }) => code)).toEqual([null, "301", "30101", "302"]);
  });
});
