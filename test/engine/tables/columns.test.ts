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
});
