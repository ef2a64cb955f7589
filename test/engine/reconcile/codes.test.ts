import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { recogniseTables } from "../../../src/engine/tables";
import type { Line, Section } from "../../../src/engine/tables/table";
import { CellKind, type SourceSheet, buildWorkbook, coordinates } from "../../../src/engine/workbook";
import { officialTemplates, openSeed, takeApart } from "../../seeds/open-seed";
import type { Value } from "../tables/sheets";
import { typedSheet } from "../tables/sheets";

const check = (sheets: readonly SourceSheet[]) =>
  checkWorkbook("某局.xlsx", buildWorkbook(sheets), catalogue, allChecks).findings;
const titles = (sheets: readonly SourceSheet[]): string[] =>
  check(sheets).map(({ severity, title }) => `${severity} ${title}`);
const sheet = (name: string, rows: readonly (readonly Value[])[]): SourceSheet => typedSheet({ name, rows });

const basicTable = (rows: readonly (readonly Value[])[]): SourceSheet =>
  sheet("基本支出表", [
    ["2025年一般公共预算基本支出表"],
    ["部门名称：某市粮食局", null, null, null, "单位：万元"],
    ["经济科目编码", "经济科目名称", "合计", "人员经费", "公用经费"],
    ...rows,
  ]);
const threePublic = (reception: number, operation: number): SourceSheet =>
  sheet("三公经费表", [
    ["2025年一般公共预算“三公”经费支出表"],
    ["部门名称：某市粮食局"],
    ["单位：万元"],
    ["部门名称", "“三公”经费预算数", null, null, null, null, null],
    [
      null,
      "小计",
      "公务接待费",
      "因公出国（境）费",
      "公务用车购置及运行费",
      "其中：公务用车购置",
      "其中：公务用车运行费",
    ],
    ["某市粮食局", reception + operation, reception, 0, operation, null, operation],
  ]);

describe("rules that name a code want the name to agree", () => {
  const ownList = (reception: number): Value[][] => [
    [null, "合计", 30 + reception, null, 30 + reception],
    ["302", "商品和服务支出", 30 + reception, null, 30 + reception],
    ["30201", "办公费", 10, null, 10],
    ["30204", "公务接待费", reception, null, reception],
    ["30212", "退休人员活动费", 7, null, 7],
    ["30217", "维修（护）费", 13, null, 13],
  ];

  test("a code with another name is not held against what the code usually is", () => {
    expect(titles([basicTable(ownList(2)), threePublic(2, 0)])).toEqual([
      "explain 基本支出表有 2 行的编码和名称对不上，像是单位自己编的号",
    ]);
  });

  test("the row of that name is, whatever its code", () => {
    expect(titles([basicTable(ownList(5)), threePublic(2, 0)])).toContainEqual(
      expect.stringContaining("“30204 公务接待费”合计 5.00 万元，大于“三公”经费表"),
    );
  });

  test("a name that is nearly the listed one agrees", () => {
    const rows = (operation: number): Value[][] => [
      [null, "合计", operation, null, operation],
      ["302", "商品和服务支出", operation, null, operation],
      ["30231", "公务用车运行费", operation, null, operation],
    ];
    expect(titles([basicTable(rows(4)), threePublic(1, 3)])).toContainEqual(
      expect.stringContaining("“30231 公务用车运行费”合计 4.00 万元，大于“三公”经费表"),
    );
  });
});

describe("what is said of codes and names", () => {
  const functions = (name: string, title: string, wrong: Value, health = "卫生健康支出"): SourceSheet =>
    sheet(name, [
      [`2025年${title}`],
      ["部门名称：某市粮食局", null, null, null, null, null, "单位：万元"],
      ["科目编码", null, null, "科目名称", "合计", "基本支出", "项目支出"],
      ["类", "款", "项"],
      ["210", null, null, health, 35, 35, null],
      ["210", "11", null, "行政事业单位医疗", 35, 35, null],
      ["210", "11", "01", "行政单位医疗", 30, 30, null],
      [wrong, "11", "02", "事业单位医疗", 5, 5, null],
      [null, null, null, "合计", 35, 35, null],
    ]);

  test("the same slip in two tables is one finding that says both cells, and breaks no sum", () => {
    const findings = check([functions("支出", "部门支出总表", 7), functions("一般", "一般公共预算支出表", 7)]);
    expect(findings.map(({ title }) => title)).toEqual([
      "支出总表、一般公共预算支出表“7 11 02 事业单位医疗”的类写成 7，应为 210",
    ]);
    expect(findings[0]!.cells.map(({ sheet: where, address }) => `${where}!${address}`)).toEqual([
      "支出!A8",
      "一般!A8",
    ]);
    expect(findings[0]!.lines[0]).toBe(
      "支出功能分类科目没有“7”这一类；这一行排在“21011 行政事业单位医疗”下面；算在“21011 行政事业单位医疗”里，合计正好相等",
    );
  });

  test("another table that has the code is named", () => {
    const [finding] = check([functions("支出", "部门支出总表", 7), functions("一般", "一般公共预算支出表", 210)]);
    expect(finding!.lines[0]).toContain("一般公共预算支出表同名的一行是 2101102");
  });

  test("a name from before the reform is one hint for the workbook, and the class is compared all the same", () => {
    const old = "医疗卫生与计划生育支出";
    const book = (amount: number): SourceSheet[] => [
      functions("支出", "部门支出总表", 210, old),
      functions("一般", "一般公共预算支出表", 210),
      sheet("收支", [
        ["2025年部门收支总表"],
        ["部门名称：某市粮食局", null, null, "单位：万元"],
        ["收入", null, "支出", null],
        ["项目", "预算数", "项目", "预算数"],
        ["一、财政拨款收入", 35, `一、${old}`, amount],
        ["本年收入合计", 35, "本年支出合计", amount],
        ["收入总计", 35, "支出总计", amount],
      ]),
    ];
    expect(titles(book(35))).toEqual(["hint 支出总表、收支总表用了旧的科目名称（如“医疗卫生与计划生育支出”）"]);
    const compared = check(book(34)).flatMap((finding) => [finding, ...finding.witnesses].map(({ code }) => code));
    expect(compared).toContain("budget-summary-classes-equal-expenditure-summary");
  });
});

/** Coded rows of the seeds' tables, with the cell in which their 类 stands. */
function codedRows(name: string): {
  sheets: SourceSheet[];
  rows: { sheet: string; row: number; column: number; line: Line }[];
} {
  const workbook = openSeed(name);
  const { tables } = recogniseTables(workbook, officialTemplates());
  const read = tables.filter(({ template }) => template.layout === "matrix" || template.layout === "ledger");
  const kept = new Set(read.map((table) => table.sheet));
  const rows = read.flatMap((table) =>
    table.template.layout === "matrix" ? table.sections.slice(0, 1).flatMap(rowsOf) : [],
  );
  return { sheets: takeApart({ ...workbook, sheets: workbook.sheets.filter((one) => kept.has(one)) }), rows };
}

function rowsOf({
  lines,
  pages,
  classification,
}: Section): { sheet: string; row: number; column: number; line: Line }[] {
  if (classification === undefined) return [];
  return lines.flatMap((line) => {
    const { sheet: one, positions } = pages[line.page]!;
    const start = line.position * one.columns.length;
    const leading = start + positions[0]!;
    const filled = one.kinds[leading] === CellKind.Number && one.numbers[leading] !== 0;
    const begin = line.code?.slice(0, 3) ?? "?";
    const at = one.columns.findIndex((_, column) => one.texts[start + column]?.startsWith(begin) === true);
    return line.code !== null && filled && at >= 0 ? [{ sheet: one.name, ...coordinates(one, start + at), line }] : [];
  });
}

/** Every so many of the digits that a 类 can be mistyped with; 7 is prime to the nine of a place. */
const stride = 7;

describe.each(["changsha-enterprise-service-budget-2025", "changsha-industry-budget-2025"])(
  "%s: a mistyped 类 in any row is one finding, and breaks nothing",
  (name) => {
    const { sheets, rows } = codedRows(name);
    const before = new Set(titles(sheets));
    const slips = rows.flatMap((place) =>
      [0, 1, 2].flatMap((digit) =>
        [..."0123456789"]
          .filter((other) => other !== place.line.code![digit])
          .map((other) => ({ ...place, digit, other })),
      ),
    );

    test("by row", () => {
      expect(rows.length).toBeGreaterThan(35);
      for (const [index, { sheet: where, row, column, line, digit, other }] of slips.entries()) {
        if (index % stride !== 0) continue;
        const wrong = `${line.code!.slice(0, digit)}${other}${line.code!.slice(digit + 1, 3)}`;
        const changed = sheets.map((one) =>
          one.name !== where
            ? one
            : {
                ...one,
                cells: one.cells.map((cell) =>
                  cell.row === row && cell.column === column
                    ? { ...cell, value: `${wrong}${String(cell.value).slice(3)}` }
                    : cell,
                ),
              },
        );
        const said = titles(changed).filter((title) => !before.has(title));
        expect({ slip: `${where} ${line.code!} ${wrong}`, said }).toEqual({
          slip: `${where} ${line.code!} ${wrong}`,
          said: [expect.stringMatching(new RegExp(`^error .*写成 ${wrong}\\d*，应为 ${line.code!.slice(0, 3)}`))],
        });
      }
    }, 60_000);
  },
);

describe("a code that is out of place in one table, where another table prints it for the same name and amount", () => {
  const coded = (name: string, title: string, rows: readonly (readonly Value[])[]): SourceSheet =>
    sheet(name, [
      [title],
      ["部门名称：某市粮食局", null, null, null, "单位：万元"],
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      [null, "合计", 60, 60, null],
      ...rows.map(([code, label, amount]): Value[] => [code!, label!, amount!, amount!, null]),
    ]);
  const right: readonly Value[][] = [
    ["208", "社会保障和就业支出", 60],
    ["20805", "行政事业单位养老支出", 60],
    ["2080501", "行政单位离退休", 10],
    ["2080505", "机关事业单位基本养老保险缴费支出", 30],
    ["2080506", "机关事业单位职业年金缴费支出", 20],
  ];
  const withCodes = (codes: Readonly<Record<number, string>>): Value[][] =>
    right.map(([code, ...rest], row) => [codes[row] ?? code!, ...rest]);
  const titlesWith = (codes: Readonly<Record<number, string>>): string[] =>
    titles([
      coded("支出总表", "2025年部门支出总表", right),
      coded("一般公共预算支出表", "2025年一般公共预算支出表", withCodes(codes)),
    ]);

  test("two digits swapped: the sums stay with the row's place", () => {
    expect(titlesWith({ 3: "2085005" })).toEqual([
      "error 一般公共预算支出表“2085005 机关事业单位基本养老保险缴费支出”的编码写成 2085005，应为 2080505",
    ]);
  });

  test("the codes of two neighbours exchanged: each is named, and no figure is held against the other's", () => {
    expect(titlesWith({ 3: "2080506", 4: "2080505" })).toEqual([
      "error 一般公共预算支出表“2080506 机关事业单位基本养老保险缴费支出”的编码写成 2080506，应为 2080505",
      "error 一般公共预算支出表“2080505 机关事业单位职业年金缴费支出”的编码写成 2080505，应为 2080506",
    ]);
  });

  test("in order, it says nothing", () => {
    expect(titlesWith({})).toEqual([]);
  });
});

describe("how a code is written", () => {
  const coded = (section: string, reception = "30217"): SourceSheet =>
    basicTable([
      ["301", "工资福利支出", 60, 60, null],
      ["30101", "基本工资", 40, 40, null],
      [section, "津贴补贴", 20, 20, null],
      ["302", "商品和服务支出", 12, null, 12],
      ["30201", "办公费", 10, null, 10],
      [reception, "公务接待费", 2, null, 2],
      [null, "合计", 72, 60, 12],
    ]);

  test.each(["3O1O2", "3oI02", "301|02", "301-02", "301.02", "301-2"])(
    "%s is 30102: the sums hold, and its writing is hinted at",
    (written) => {
      const line = `hint 基本支出表有 1 个编码夹着字母或符号（如“${written}”）`;
      expect(titles([coded(written)])).toEqual([line]);
    },
  );

  test("blanks and full-width digits are no letters", () => {
    expect(titles([coded("301 02"), threePublic(2, 0)])).toEqual([]);
    expect(titles([coded("３０１０２")])).toEqual([]);
  });

  test("a code that the list lacks is asked for where it has nearly that one for the name", () => {
    const [found, ...others] = check([coded("30102", "30271")]);
    expect(others).toEqual([]);
    expect(found!.severity).toBe("explain");
    expect(found!.title).toContain("没有 30271，“公务接待费”是 30217");
    expect(found!.cells.map(({ address }) => address)).toEqual(["A9"]);
  });
});
