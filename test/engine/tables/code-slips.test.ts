import fc from "fast-check";
import { recogniseTables } from "../../../src/engine/tables";
import type { Line } from "../../../src/engine/tables/table";
import { officialTemplates } from "../../seeds/open-seed";
import type { Value } from "./sheets";
import { typedWorkbook } from "./sheets";

const templates = officialTemplates();

type Row = readonly [code: string | readonly (string | null)[], name: string, amount: number];

/** 一般公共预算支出表 with these rows; codes in one column, or in three. */
function sheetOf(rows: readonly Row[], year = 2025): { name: string; rows: Value[][] } {
  const stepwise = typeof rows[0]![0] !== "string";
  const codes = stepwise ? [["类", "款", "项"]] : [];
  return {
    name: "一般公共预算支出表",
    rows: [
      [`${year}年一般公共预算支出表`],
      ["单位：万元"],
      stepwise
        ? ["科目编码", null, null, "科目名称", "合计", "基本支出", "项目支出"]
        : ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      ...codes,
      ...rows.map(([code, name, amount]) => [
        ...(typeof code === "string" ? [code] : code),
        name,
        amount,
        amount,
        null,
      ]),
    ],
  };
}

function linesOf(rows: readonly Row[]): readonly Line[] {
  return recogniseTables(typedWorkbook(sheetOf(rows)), templates).tables[0]!.sections[0]!.lines;
}

/** Code, and the code of the whole, of each line. */
const places = (lines: readonly Line[]): string[] =>
  lines.map(({ code, parent }) => `${code ?? ""} < ${parent === null ? "" : (lines[parent]!.code ?? "")}`);

const slips = (lines: readonly Line[]): string[] =>
  lines.flatMap(({ slip, code }) =>
    slip ? [`${slip.printed} → ${code ?? ""} (${slip.written} → ${slip.wanted})`] : [],
  );

const health: readonly Row[] = [
  ["208", "社会保障和就业支出", 20],
  ["20805", "行政事业单位养老支出", 20],
  ["2080501", "行政单位离退休", 12],
  ["2080505", "机关事业单位基本养老保险缴费支出", 8],
  ["210", "卫生健康支出", 40],
  ["21011", "行政事业单位医疗", 35],
  ["2101101", "行政单位医疗", 30],
  ["2101102", "事业单位医疗", 5],
  ["21099", "其他卫生健康支出", 5],
  ["2109999", "其他卫生健康支出", 5],
];

const inThree = (rows: readonly Row[]): Row[] =>
  rows.map(([code, name, amount]) => {
    const whole = code as string;
    return [[whole.slice(0, 3), whole.slice(3, 5) || null, whole.slice(5) || null], name, amount];
  });

const withCode = (rows: readonly Row[], at: number, code: Row[0]): Row[] =>
  rows.map((row, index) => (index === at ? [code, row[1], row[2]] : row));

describe("a mistyped code gets its row's place, and says what is wrong with it", () => {
  test.each<[string, Row[], string]>([
    ["类写错", withCode(inThree(health), 7, ["7", "11", "02"]), "7 11 02 → 2101102 (7 → 210)"],
    ["类写成另一个类", withCode(health, 7, "2081102"), "2081102 → 2101102 (2081102 → 2101102)"],
    ["类漏了", withCode(health, 7, "1102"), "1102 → 2101102 (1102 → 2101102)"],
    ["款的类写错", withCode(health, 5, "21211"), "21211 → 21011 (21211 → 21011)"],
    ["像经济科目的款", withCode(health, 5, "31011"), "31011 → 21011 (31011 → 21011)"],
    ["类一级写错", withCode(health, 4, "211"), "211 → 210 (211 → 210)"],
    ["类一级写成没有的类", withCode(health, 4, "710"), "710 → 210 (710 → 210)"],
  ])("%s", (_, rows, expected) => {
    const lines = linesOf(rows);
    expect(slips(lines)).toEqual([expected]);
    expect(places(lines)).toEqual(places(linesOf(health)));
    expect(lines.some(({ roles }) => roles.includes("unit"))).toBe(false);
  });

  test("what inherits a mistyped 类 is right with it, and is no slip of its own", () => {
    const inheriting = inThree(health).map(([code, name, amount]): Row => {
      const [first, ...rest] = code as string[];
      return [rest[0] ? [null, ...rest] : [first!, ...rest], name, amount];
    });
    const lines = linesOf(withCode(inheriting, 4, ["211", null, null]));
    expect(slips(lines)).toEqual(["211 → 210 (211 → 210)"]);
    expect(places(lines)).toEqual(places(linesOf(health)));
  });

  test("a code in front of the name is told from the name", () => {
    const joined = (rows: readonly Row[]): readonly Line[] => {
      const [title, unit] = sheetOf(rows).rows;
      const header = ["功能分类科目", "合计", "基本支出", "项目支出"];
      const body = rows.map(([code, name, amount]) => [`[${code as string}]${name}`, amount, amount, null]);
      const workbook = typedWorkbook({ name: "一般公共预算支出表", rows: [title!, unit!, header, ...body] });
      return recogniseTables(workbook, templates).tables[0]!.sections[0]!.lines;
    };
    const lines = joined(withCode(health, 4, "211"));
    expect(slips(lines)).toEqual(["211 → 210 (211 → 210)"]);
    expect(places(lines)).toEqual(places(joined(health)));
  });

  test("without 款 rows the rows before and behind tell", () => {
    const items = health.filter(([code]) => code.length === 7);
    expect(slips(linesOf(withCode(items, 2, "9101101")))).toEqual(["9101101 → 2101101 (9101101 → 2101101)"]);
  });
});

describe("what is no slip", () => {
  test.each<[string, readonly Row[]]>([
    ["一级科目没有印出", health.filter(([code]) => code !== "210" && code !== "21011")],
    ["款没有印出", health.filter(([code]) => code.length !== 5)],
    ["不按编码排列", [...health.slice(4), ...health.slice(0, 4)]],
    ["补在表末的一行", [...health, ["2080599", "其他行政事业单位养老支出", 3]]],
    [
      "名称不在国家科目里",
      [
        ["216", "商贸流通", 5],
        ["21602", "商业流通事务", 5],
        ["2160201", "行政运行", 5],
      ],
    ],
  ])("%s", (_, rows) => {
    expect(slips(linesOf(rows))).toEqual([]);
  });

  test("a unit among the functions stays a unit", () => {
    const lines = linesOf([["301001", "某市卫生局", 60], ...health]);
    expect(lines[0]!.roles).toContain("unit");
    expect(slips(lines)).toEqual([]);
  });

  test("where most codes look wrong they are the office's own, and stay", () => {
    const own = health.map(([code, name, amount]): Row => [`9${(code as string).slice(1)}`, name, amount]);
    expect(slips(linesOf(own))).toEqual([]);
  });
});

test("the order of items within a 款, and their names, make no difference", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(["01", "02", "03", "50", "99"], { minLength: 2 }),
      fc.array(fc.constantFrom("行政运行", "信息化建设", "专项工作", "其他支出"), { minLength: 5, maxLength: 5 }),
      fc.constantFrom("7", "20", "910", "270"),
      fc.nat(4),
      (items, names, wrong, pick) => {
        const rows: Row[] = [
          ["201", "一般公共服务支出", items.length],
          ["20103", "政府办公厅（室）及相关机构事务", items.length],
          ...items.map((item, at): Row => [`20103${item}`, names[at]!, 1]),
          ["208", "社会保障和就业支出", 1],
        ];
        expect(slips(linesOf(rows))).toEqual([]);
        const at = 2 + (pick % items.length);
        const code = [wrong, "03", items[at - 2]!];
        const lines = linesOf(withCode(inThree(rows), at, code));
        expect(slips(lines)).toEqual([`${code.join(" ")} → 20103${items[at - 2]!} (${wrong} → 201)`]);
        expect(places(lines)).toEqual(places(linesOf(rows)));
      },
    ),
    { numRuns: 60 },
  );
});
