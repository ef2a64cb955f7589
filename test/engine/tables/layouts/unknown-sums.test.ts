import { catalogue } from "../../../../src/catalogue";
import { exampleWorkbook } from "../../../../src/catalogue/example";
import { allChecks } from "../../../../src/engine/all-checks";
import { checkWorkbook, type CheckedWorkbook } from "../../../../src/engine/check-workbook";

type Row = readonly (string | number | null)[];

const head: readonly Row[] = [
  ["2025年部门政府采购预算表"],
  ["部门名称：某市某局", null, null, null, null, "单位：万元"],
  ["单位名称", "采购项目", "数量", "合计", "一般公共预算", "其他资金"],
];
const body: readonly Row[] = [
  [null, "合计", null, 100, 80, 20],
  ["某市某局", null, null, 60, 50, 10],
  [null, "电脑", 12, 40, 35, 5],
  [null, "打印机", 3, 20, 15, 5],
  ["某市某中心", null, null, 40, 30, 10],
  [null, "办公桌", 20, 25, 20, 5],
  [null, "空调", 4, 15, 10, 5],
];

function check(rows: readonly Row[]): CheckedWorkbook {
  const sheets = [{ name: "采购", rows: [...head, ...rows] }];
  return checkWorkbook("采购.xlsx", exampleWorkbook(sheets), catalogue, allChecks);
}

const changed = (row: number, column: number, value: number): Row[] =>
  body.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells));

describe("a whole that is divided twice, each time behind 其中", () => {
  const rows: readonly Row[] = [
    ["采购情况表"],
    ["部门名称：某市某局", "单位：万元"],
    ["项目", "2025年度"],
    ["政府采购支出合计", 100],
    ["　货物支出", 50],
    ["　工程支出", 20],
    ["　服务支出", 30],
    ["授予中小企业合同金额", 80],
    ["　其中：货物", 45],
    ["　　　　工程", 15],
    ["　　　　服务", 20],
    ["　其中：授予小微企业合同金额", 33],
  ];
  const sheets = [{ name: "采购", rows }];

  test("the second division is not added to the first", () => {
    expect(checkWorkbook("采购.xlsx", exampleWorkbook(sheets), catalogue, allChecks).findings).toEqual([]);
  });
});

describe("units over kinds over what is bought", () => {
  const rows: readonly Row[] = [
    ["政府采购预算明细表"],
    ["单位：元"],
    ["采购类别", "采购内容", "项目名称", "总计", "一般公共预算", "上年结转"],
    ["合计", null, null, 1000, 700, 300],
    ["101-某市某局", null, null, 600, 600, null],
    ["A-货物", "小计", null, 350, 350, null],
    ["A-货物", "台式计算机", "信息化运维", 150, 150, null],
    ["A-货物", "打印设备", "信息化运维", 200, 200, null],
    ["C-服务", "小计", null, 250, 250, null],
    ["C-服务", "系统运行维护", "信息化运维", 250, 250, null],
    ["102-某市某中心", null, null, 400, 100, 300],
    ["B-工程", "小计", null, 300, null, 300],
    ["B-工程", "实验室维修", "能力提升", 300, null, 300],
    ["C-服务", "小计", null, 100, 100, null],
    ["C-服务", "委托检测", "能力提升", 100, 100, null],
  ];

  test("each subtotal has its own rows, and the single row below one is not the same again", () => {
    const sheets = [{ name: "采购", rows }];
    const { tables, findings } = checkWorkbook("采购.xlsx", exampleWorkbook(sheets), catalogue, allChecks);
    expect(findings).toEqual([]);
    expect(tables[0]!.sections[0]!.lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 2, 2, 1, 5, 0, 7, 8, 7, 10]);
  });
});

describe("what stands behind 合计", () => {
  const rows: readonly Row[] = [
    ["政府采购预算表"],
    ["单位：万元"],
    ["序号", "采购项目", "采购品目", "数量", "单价", "金额", "其中：面向中小企业"],
    [1, "办公设备", "台式计算机", 20, 0.5, 10, 10],
    [2, "办公设备", "打印机", 5, 0.3, 1.5, 1.5],
    [3, "物业管理", "物业服务", 1, 86, 86, null],
    [4, "信息化运维", "运维服务", 2, 15, 30, 30],
    ["合计", null, null, null, null, 127.5, 41.5],
    ["其中：货物类", null, null, null, null, 11.5, null],
    ["服务类", null, null, null, null, 116, null],
  ];

  test("says the total once more, and is no part of the last row", () => {
    const sheets = [{ name: "采购", rows }];
    expect(checkWorkbook("采购.xlsx", exampleWorkbook(sheets), catalogue, allChecks).findings).toEqual([]);
  });
});

describe("a table that holds nothing but counts", () => {
  const cars = (museum: number): readonly Row[] => [
    ["国有资产占用情况表"],
    ["部门：某市文化局", null, null, null, null, "单位：辆、台（套）"],
    [
      "单位名称",
      "车辆合计（辆）",
      "机要通信用车（辆）",
      "执法执勤用车（辆）",
      "其他用车（辆）",
      "单价100万元以上设备（台）",
    ],
    ["合计", 7, 2, 3, 2, 4],
    ["某市文化局机关", 4, 1, 3, 0, 1],
    ["某市博物馆", museum, 1, 0, 1, 2],
    ["某市图书馆", 1, 0, 0, 1, 1],
  ];
  const codes = (museum: number) => {
    const sheets = [{ name: "资产", rows: cars(museum) }];
    return checkWorkbook("资产.xlsx", exampleWorkbook(sheets), catalogue, allChecks).findings.map(({ code }) => code);
  };

  test("is added as one of amounts is", () => {
    expect(codes(2)).toEqual([]);
    expect(codes(5).join()).toContain("unknown-sums");
  });
});

describe("a table that no template knows", () => {
  test("is read for the sums that its figures prove, and agrees", () => {
    const { tables, findings } = check(body);
    expect(tables.map(({ template }) => template.kind)).toEqual(["unknown-sums"]);
    expect(findings).toEqual([]);
    expect(tables[0]!.sections[0]!.lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 1, 0, 4, 4]);
  });

  test("takes no quantity in front of the amounts for a code, however many digits it has", () => {
    const { findings, tables } = check([
      [null, "合计", null, 100, 80, 20],
      ["一、设备", null, null, 60, 50, 10],
      ["　　车辆", null, 49, 40, 35, 5],
      ["　　办公设备", null, 185, 15, 12, 3],
      ["　　专用设备", null, 1140, 5, 3, 2],
      ["二、家具", null, null, 40, 30, 10],
      ["　　桌椅", null, 366, 40, 30, 10],
    ]);
    expect(findings).toEqual([]);
    expect(tables[0]!.sections[0]!.lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 1, 1, 0, 5]);
  });

  test.each([
    ["a part", 2, 3, 48, "D6"],
    ["the sum of a unit", 1, 4, 55, "E5"],
    ["the total", 0, 3, 110, "D4"],
  ])("asks for a reason where one figure is wrong: %s", (_, row, column, value, address) => {
    const { findings } = check(changed(row, column, value));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ severity }) => severity === "explain")).toBe(true);
    expect(findings[0]!.suspects[0]).toMatchObject({ address });
  });

  test("is read for itself where two stand on a sheet, each under its title", () => {
    const second = [["2025年政府购买服务预算表"], ...head.slice(1), ...body.map((cells) => [...cells])];
    const { tables, findings } = check([...body, [], ...second]);
    expect(tables.map(({ title }) => title)).toEqual(["2025年部门政府采购预算表", "2025年政府购买服务预算表"]);
    expect(findings).toEqual([]);
  });

  test("is passed over where the figures prove nothing", () => {
    const loose = body.map((cells, at) => cells.map((cell) => (typeof cell === "number" ? cell + at * 7 : cell)));
    const { tables, unrecognised, findings } = check(loose);
    expect([tables.length, unrecognised.length, findings.length]).toEqual([0, 1, 0]);
  });
});

describe("money, counts and headings in one list", () => {
  const rows: readonly Row[] = [
    ["机构运行信息表"],
    ["部门：某街道办事处", null, "单位：万元"],
    ["项目", "预算数", "决算数"],
    ["一、“三公”经费支出", 28.5, 24.48],
    ["　1.公务用车购置及运行维护费", 24, 21.42],
    ["　（1）公务用车购置费", null, null],
    ["　（2）公务用车运行维护费", 24, 21.42],
    ["　2.公务接待费", 4.5, 3.06],
    ["　（1）国内接待费", "—", 3.06],
    ["　（2）国（境）外接待费", "—", null],
    ["二、会议费", "—", 4.86],
    ["三、机关运行经费", "—", 556.85],
    ["　公务用车保有量（辆）", "—", 7],
    ["四、国有资产占用情况", "—", "—"],
    ["　（一）车辆数合计（辆）", "—", 7],
    ["　1.机要通信用车", "—", 3],
    ["　2.执法执勤用车", "—", 4],
    ["五、政府采购支出信息", "—", "—"],
    ["　（一）政府采购支出合计", "—", 607.4],
    ["　1.政府采购货物支出", "—", 58.24],
    ["　2.政府采购工程支出", "—", 136.8],
    ["　3.政府采购服务支出", "—", 412.36],
    ["　（二）授予中小企业合同金额", "—", 546.66],
    ["　其中：授予小微企业合同金额", "—", 364.44],
  ];
  const failing = (own: readonly Row[]) =>
    checkWorkbook("信息表.xlsx", exampleWorkbook([{ name: "公开09", rows: own }]), catalogue, allChecks)
      .findings.filter(({ outcome }) => outcome === "fail")
      .map(({ code }) => code);

  test("are not added to what stands before a heading without a figure, nor counts to money", () => {
    expect(failing(rows)).toEqual([]);
  });

  test("and a sum that does not hold is still told", () => {
    expect(failing(rows.map((row, at) => (at === 18 ? [row[0]!, row[1]!, 670.4] : row)))).toEqual([
      "unknown-sums-lines",
    ]);
  });
});

test("rows of a list of projects are called by 项目名称, whatever stands in front of it", () => {
  const rows: readonly Row[] = [
    ["2026年项目支出预算表"],
    ["单位名称：某市第二医院", null, null, null, "单位：万元"],
    ["支出功能科目", "项目名称", "合计", "一般公共预算拨款", "单位自筹"],
    ["合计", null, 396, 86, 310],
    ["综合医院", "重点专科能力建设", 66, 66, null],
    ["综合医院", "门诊楼修缮", 310, null, 310],
    ["重大公共卫生服务", "艾滋病定点救治", 20, 20, null],
  ];
  const { tables } = checkWorkbook("书.xlsx", exampleWorkbook([{ name: "项目", rows }]), catalogue, allChecks);
  expect(tables[0]!.sections[0]!.lines.map(({ label }) => label)).toEqual([
    "合计",
    "重点专科能力建设",
    "门诊楼修缮",
    "艾滋病定点救治",
  ]);
});

test("a column that is a part of another in its rows is money, though its total lies among its figures", () => {
  const rows: readonly Row[] = [
    ["2025年政府购买服务预算表"],
    ["部门名称：某县民政局", null, null, null, "单位：万元"],
    ["购买服务项目名称", "购买服务目录", "合计", "财政拨款", "其他资金"],
    ["合计", null, 90, 70, 20],
    ["养老服务评估", "基本公共服务", 50, 40, 10],
    ["社工服务", "基本公共服务", 40, 30, 100],
  ];
  const { findings } = checkWorkbook("书.xlsx", exampleWorkbook([{ name: "购买", rows }]), catalogue, allChecks);
  expect(findings.map(({ suspects }) => suspects[0]?.address)).toContain("E6");
});
