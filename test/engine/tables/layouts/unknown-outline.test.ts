/** Numbered headings over numbered rows that nobody described: what is counted, paid, and what proves nothing. */
import { catalogue } from "../../../../src/catalogue";
import { exampleWorkbook } from "../../../../src/catalogue/example";
import { allChecks } from "../../../../src/engine/all-checks";
import { checkWorkbook, type CheckedWorkbook } from "../../../../src/engine/check-workbook";

type Row = readonly (string | number | null)[];

function check(...rows: readonly Row[]): CheckedWorkbook {
  return checkWorkbook("资产.xlsx", exampleWorkbook([{ name: "资产", rows }]), catalogue, allChecks);
}

function assets(other: number, memo: readonly Row[] = []): Row[] {
  return [
    ["2025年国有资产占有使用及人员情况表"],
    ["单位名称：某县某局", null, "截止日期：2024年12月31日"],
    ["项　　目", "数量", "备注"],
    ["一、公务用车（辆）", 7],
    ["　1.机要通信用车", 1],
    ["　2.应急保障用车", 3],
    ["　3.其他用车", other],
    ["二、大型设备（台/套）", 0],
    ["三、编制人数（人）", 41],
    ["　1.行政编制", 29],
    ["　2.机关工勤编制", 12],
    ...memo,
    ["四、在职人数（人）", 38],
    ["　1.行政人员", 27],
    ["　2.机关工勤人员", 11],
  ];
}

describe("numbered headings over numbered rows", () => {
  test("agree where each is the sum of its rows", () => {
    const { tables, findings } = check(...assets(3));
    expect(tables.map(({ template }) => template.kind)).toEqual(["unknown-sums"]);
    expect(findings).toEqual([]);
  });

  test("ask for a reason where one is not; a count is never rounded", () => {
    expect(check(...assets(4)).findings).toMatchObject([{ outcome: "fail", severity: "explain" }]);
  });

  test("may have a row that counts the same things otherwise", () => {
    const memo: Row[] = [["　　其中：女职工", 15]];
    expect(check(...assets(3, memo)).findings).toEqual([]);
    expect(check(...assets(3, [["　3.其中在编在岗", 33]])).findings).toEqual([]);
  });

  test("are read however many there are, in a time that grows as they do", () => {
    const numerals = [..."一二三四五六七八九"];
    const groups = Array.from({ length: 4_000 }, (_, group): Row[] => [
      [`${numerals[group % 9]}、第${group}类设备（台）`, group === 2_500 ? 46 : 45],
      ...numerals.map((_word, part): Row => [`　${part + 1}.第${group}类之${part + 1}`, part + 1]),
    ]);
    const { tables, findings } = check(...assets(3).slice(0, 3), ...groups.flat());
    expect(tables[0]!.sections[0]!.lines).toHaveLength(40_000);
    expect(findings).toMatchObject([{ outcome: "fail", severity: "explain" }]);
  });

  test("are passed over where most are no sums", () => {
    const { unrecognised, findings } = check(
      ["国有资产及人员情况表"],
      ["单位名称：某县某局"],
      ["项目", "数量"],
      ["一、房屋（平方米）", 500],
      ["　1.办公用房", 300],
      ["　2.租出", 40],
      ["二、设备（台）", 90],
      ["　1.大型", 3],
      ["　2.进口", 1],
    );
    expect([unrecognised.length, findings.length]).toEqual([1, 0]);
  });
});

test("lists beside each other with figures of money and of cars are each held to their own", () => {
  const rows = (court: number): Row[] => [
    ["机构运行信息表"],
    ["部门：某市某局", null, "2024年度", "金额单位：万元"],
    ["项　　目", "统计数", "项　　目", "统计数"],
    ["一、机关运行经费", 309.1, "三、车辆数合计（辆）", 14],
    ["（一）行政单位", 300.1, "　1.机要通信用车", 2],
    ["（二）参照公务员法管理事业单位", 9, "　2.应急保障用车", 3],
    ["二、“三公”经费支出", 58.86, "　3.执法执勤用车", court],
    ["（一）因公出国（境）费", 0, "四、政府采购支出合计", 289.43],
    ["（二）公务用车购置及运行维护费", 56.54, "（一）政府采购货物支出", 112.65],
    ["（三）公务接待费", 2.32, "（二）政府采购服务支出", 176.78],
  ];
  expect(check(...rows(9)).findings).toEqual([]);
  const [finding, ...others] = check(...rows(8)).findings;
  expect(others).toEqual([]);
  expect(finding!.title).toContain("车辆数合计（辆）”比各项之和多 1");
  expect(finding!.title).not.toContain("万元");
});
