/** Tables as offices lay them out elsewhere: what agrees is left in peace, what does not is found at its cell. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

/** "code address" of each finding that is no hint: of its first suspect, else of its first cell. */
function found(...sheets: readonly Typed[]): string[] {
  return toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks))
    .findings.filter(({ severity }) => severity !== "hint")
    .map(({ code, suspects, cells }) => `${code} ${(suspects[0] ?? cells[0])?.address ?? ""}`);
}

/** A sheet with some cells changed. */
function changed(sheet: Typed, changes: Readonly<Record<string, Value>>): Typed {
  const rows = sheet.rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes))
    rows[Number(address.slice(1)) - 1]![address.charCodeAt(0) - 65] = value;
  return { ...sheet, rows };
}

const threePublic: Typed = {
  name: "三公",
  rows: [
    ["2024年度“三公”经费及机关运行经费决算表"],
    ["编制单位：某县民政局", null, null, "单位：万元"],
    ["项目", "预算数", "决算数", "完成预算"],
    ["一、“三公”经费支出", 19, 11.61, "61.11%"],
    ["（一）因公出国（境）费"],
    ["（二）公务用车购置及运行维护费", 14.8, 9.31, "62.91%"],
    ["　1.公务用车购置费"],
    ["　2.公务用车运行维护费", 14.8, 9.31, "62.91%"],
    ["（三）公务接待费", 4.2, 2.3, "54.76%"],
    ["二、机关运行经费", null, 73.44],
    ["三、相关统计数"],
    ["（一）公务用车保有量（辆）", null, 6],
    ["　1.机要通信用车（辆）", null, 1],
    ["　2.其他用车（辆）", null, 5],
    ["（二）国内公务接待批次（个）", null, 38],
    ["（三）国内公务接待人次（人）", null, 412],
  ],
};

const budget: Typed = {
  name: "三公",
  rows: [
    ["“三公”经费及会议费、培训费预算表"],
    ["某区文化局", "单位：万元"],
    ["项目", "2025年预算"],
    ["“三公”经费合计", 11.25],
    ["一、因公出国（境）费", 4],
    ["二、公务用车购置及运行费", 5.01],
    ["　（一）公务用车购置费", 0],
    ["　（二）公务用车运行费", 5.01],
    ["三、公务接待费", 2.24],
    ["会议费", 1.54],
    ["培训费", 3.01],
  ],
};

const threeAndTwo: Typed = {
  name: "三公",
  rows: [
    ["“三公”经费及会议费、培训费支出预算表"],
    ["某市水利局", null, "单位：万元"],
    ["项目", "2024年", "2025年", "增减变化"],
    ["合计", 72.2, 53.2, -19],
    ["“三公”经费小计", 44.7, 24.8, -19.9],
    ["因公出国（境）费用", 0, 0, 0],
    ["公务接待费", 4.2, 3.8, -0.4],
    ["公务用车购置及运行维护费小计", 40.5, 21, -19.5],
    ["公务用车购置费", 18, 0, -18],
    ["公务用车运行维护费", 22.5, 21, -1.5],
    ["会议费", 13.5, 12, -1.5],
    ["培训费", 14, 16.4, 2.4],
  ],
};

describe("三公 with a total of its own inside the total of all", () => {
  test("each total is the sum of its own parts", () => {
    expect(found(threeAndTwo)).toEqual([]);
  });

  test("what is wrong among the parts is found", () => {
    expect(found(changed(threeAndTwo, { C7: 4.8, D7: 0.6 }))).toEqual(["three-public-row-total C7"]);
  });

  test("without a total of its own it is as before", () => {
    const rows = threeAndTwo.rows.filter((_, row) => ![4, 10, 11].includes(row));
    const alone = { ...threeAndTwo, rows: rows.map((row) => (row[0] === "合计" ? ["合计", 44.7, 24.8, -19.9] : row)) };
    expect(found(alone)).toEqual([]);
    expect(found(changed(alone, { C6: 4.8, D6: 0.6 }))).toEqual(["three-public-row-total C4"]);
  });
});

describe("an upright table that has more than 三公", () => {
  test("of 决算, with 完成预算 and what is counted", () => {
    expect(found(threePublic)).toEqual([]);
    expect(found(changed(threePublic, { C14: 7 })).length).toBe(1);
    expect(found(changed(threePublic, { C9: 5.6 })).length).toBeGreaterThan(0);
  });
  test("with 会议费 and 培训费 below it", () => {
    expect(found(budget)).toEqual([]);
    expect(found(changed(budget, { B9: 2.42 })).length).toBe(1);
  });
});

const ledger: Typed = {
  name: "收支总表",
  rows: [
    ["部门收支总体情况表"],
    ["填报单位：某市交通运输局", null, null, "单位：万元"],
    ["收入", null, "支出"],
    ["项目", "2024年预算", "项目", "2024年预算"],
    ["一、财政拨款收入", 90, "一、基本支出", 40],
    ["二、事业收入", null, "　　工资福利支出", 35],
    ["三、其他收入", 4, "　　商品和服务支出", 5],
    [null, null, "二、项目支出", 56],
    [null, null, "　　其中：当年安排", 54],
    [null, null, "　　　　　上年结转", 2],
    ["本年收入合计", 94, "本年支出合计", 96],
    ["上年结转", 2, "结转下年"],
    ["收入总计", 96, "支出总计", 96],
  ],
};

describe("三公 with last year's figures beside this year's", () => {
  const rows = (prior: number): Typed => ({
    name: "三公",
    rows: [
      ["一般公共预算“三公”经费支出表"],
      ["部门：某县水利局", null, null, null, null, null, null, null, null, null, null, "单位：元"],
      ["2025年预算数", null, null, null, null, null, "2026年预算数"],
      [...spending, ...spending],
      [null, null, ...vehicles, null, null, null, ...vehicles, null],
      [482_700, null, prior, null, 171_700, 311_000, 436_700, null, 137_700, null, 137_700, 299_000],
    ],
    merges: ["A3:F3", "G3:L3", "C4:E4", "I4:K4"],
  });
  const spending = ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", null, null, "公务接待费"];
  const vehicles = ["小计", "公务用车购置费", "公务用车运行费"];

  test("agrees", () => {
    expect(found(rows(171_700))).toEqual([]);
  });

  test("is wrong where one figure of last year breaks all its sums", () => {
    expect(found(rows(172_700))).toEqual(["last-year-adds-up C6"]);
  });
});

test("上年结转 in the list that 其中 began under 项目支出 is no line of the total", () => {
  expect(found(ledger)).toEqual([]);
  expect(found(changed(ledger, { D8: 65 })).length).toBeGreaterThan(0);
});

const debts: Typed = {
  name: "债务",
  rows: [
    ["政府债务余额情况表"],
    ["编报部门：某州自然资源局", null, null, null, null, "单位：万元"],
    ["债券名称", "债券类型", "期限（年）", "年初余额", "本年新增", "本年还本"],
    ["2018年避险搬迁债券", "一般债券", 7, 3039, 552, 570],
    ["2022年国土调查债券", "一般债券", 5, 1695, 831, 522],
    ["一般债券小计", null, null, 4734, 1383, 1092],
    ["2019年生态修复债券", "专项债券", 10, 1538, 779, 396],
    ["2021年矿山治理债券", "专项债券", 15, 2992, 678, 110],
    ["专项债券小计", null, null, 4530, 1457, 506],
    ["合计", null, null, 9264, 2840, 1598],
  ],
};

const shares: Typed = {
  name: "转移支付",
  rows: [
    ["2025年州对县专项转移支付分配表"],
    ["编报部门：某州自然资源局", null, null, "单位：万元"],
    ["县（市）", "合计", "其中：", null],
    [null, null, "耕地保护", "地灾防治"],
    ["全州合计", 300, 160, 140],
    ["东片区小计", 180, 100, 80],
    ["　云门市", 80, 50, 30],
    ["　石埂县", 100, 50, 50],
    ["西片区小计", 120, 60, 60],
    ["　双河县", 70, 40, 30],
    ["　铁岭县", 50, 20, 30],
  ],
};

describe("subtotals of a table that nobody described", () => {
  test("below their rows, beside a column that is not added up", () => {
    expect(found(debts)).toEqual([]);
    expect(found(changed(debts, { F4: 520 }))).toEqual(["unknown-sums-lines F4"]);
  });
  test("over their rows, with all columns under 其中", () => {
    expect(found(shares)).toEqual([]);
    expect(found(changed(shares, { C7: 90 }))).toEqual(["unknown-sums-columns C7"]);
  });
});

const carried: Typed = {
  name: "结转",
  rows: [
    ["2024年末专项资金结转情况表"],
    ["编制单位：某开发区管委会", null, null, null, null, null, "单位：万元"],
    ["单位", "项目", "年初结转", "本年下达", "本年支出", "收回财政", "年末结转"],
    ["管委会机关", "招商引资", 22.4, 642.8, 578.52, 6.72, 79.96],
    ["管委会机关", "园区绿化", 50.8, 143.5, 129.15, 15.24, 49.91],
    ["管委会机关合计", null, 73.2, 786.3, 707.67, 21.96, 129.87],
    ["建设局", "道路养护", 18.8, 664.3, 597.87, 5.64, 79.59],
    ["建设局", "管网改造", 55.4, 396.5, 356.85, 16.62, 78.43],
    ["建设局合计", null, 74.2, 1060.8, 954.72, 22.26, 158.02],
    ["全区总计", null, 147.4, 1847.1, 1662.39, 44.22, 287.89],
  ],
};

const grants: Typed = {
  name: "补助",
  rows: [
    ["2025年对乡镇补助测算表"],
    ["编制单位：某县财政局", null, null, null, null, "单位：万元"],
    ["乡镇", "人口（人）", "人均标准（元）", "基本补助", "已拨付", "拨付进度"],
    ["东乡镇", 17844, 87, 155.2428, 101.3, "65.25%"],
    ["西乡镇", 36694, 88, 322.9072, 200.2, "62.00%"],
    ["南乡镇", 30250, 137, 414.425, 310.5, "74.92%"],
    ["北乡镇", 45969, 66, 303.3954, 150.1, "49.47%"],
    ["中心镇", 32862, 98, 322.0476, 322.0476, "100.00%"],
    ["合计", 163619, null, 1518.018, 1084.1476, "71.42%"],
  ],
};

describe("columns of a table that nobody described", () => {
  test.each([
    ["what is left at the end", { G5: 94.91 }, "unknown-sums-balances G5"],
    ["what was spent, by a digit", { E7: 591.87 }, "unknown-sums-balances E7"],
    ["the sum of a unit", { D9: 1080.8 }, "unknown-sums-balances D9"],
  ])("make a balance: %s is wrong", (_, changes, cell) => {
    expect(found(carried)).toEqual([]);
    expect(found(changed(carried, changes))[0]).toMatch(cell.split(" ")[1]!);
  });

  test("a row written twice, or left out, under the sum of its unit", () => {
    const { rows } = carried;
    const twice = [...rows.slice(0, 7), rows[6]!, ...rows.slice(7)];
    const left = rows.filter((_, at) => at !== 6);
    expect(found({ ...carried, rows: twice }).length).toBeGreaterThan(0);
    expect(found({ ...carried, rows: left }).length).toBeGreaterThan(0);
  });

  test.each([
    ["a number of people", { B5: 36994 }, "B5"],
    ["a standard", { C6: 131 }, "C6"],
    ["a rate", { F7: "46.47%" }, "F7"],
  ])("are products and rates of others, of which an average is not added: %s is wrong", (_, changes, address) => {
    expect(found(grants)).toEqual([]);
    expect(found(changed(grants, changes)).join()).toContain(address);
  });
});

const finalLedger: Typed = {
  name: "决算4",
  rows: [
    ["财政拨款收入支出决算总表（2024年度）"],
    ["部门名称：某区卫生局", null, null, null, null, null, "单位：元"],
    ["收入", null, null, "支出", null, null, null],
    ["项目", "一般公共预算", "政府性基金预算", "项目", "合计", "一般公共预算", "政府性基金预算"],
    ["本年收入", 40933, 462, "社会保障和就业支出", 3950, 3950],
    ["年初结转结余", 1408, null, "卫生健康支出", 35597, 35597],
    [null, null, null, "其他支出", 462, null, 462],
    [null, null, null, "支出合计", 40009, 39547, 462],
    [null, null, null, "年末结转结余", 2794, 2794],
    ["总计", 42341, 462, "总计", 42803, 42341, 462],
  ],
};

test("funds beside each other without a total make the total of a side together", () => {
  expect(found(finalLedger)).toEqual([]);
  expect(found(changed(finalLedger, { B10: 42241 })).length).toBeGreaterThan(0);
  expect(found(changed(finalLedger, { C5: 426, C10: 426 }))).toContain(
    "fiscal-appropriation-summary-income-equals-expenditure C10",
  );
});

const plan: Typed = {
  name: "平衡",
  rows: [
    ["2025年开发区财力平衡表"],
    ["编制单位：某开发区管委会", null, null, null, null, "单位：万元"],
    ["可用财力", null, null, "支出安排", null, null],
    ["序号", "项目", "金额", "序号", "项目", "金额"],
    [1, "非税收入", 636.2974, 1, "政府投资项目", 9962.26],
    [2, "上年结转", 612.56, 2, "乡镇补助", 1518.018],
    [3, "专项债券", 6656, 3, "政府采购项目", 404.5],
    [4, "税收返还及补助", 9243.9206, 4, "其他支出", 5264],
    [null, "财力合计", 17148.778, null, "支出合计", 17148.778],
  ],
};

describe("lists beside each other that nobody described", () => {
  test.each([
    ["an item", { F7: 440.5 }],
    ["a total", { C9: 17148.878 }],
    ["the other total", { F9: 17184.778 }],
    ["one side altogether", { F8: 5364, F9: 17248.778 }],
  ])("add up on each side and balance: %s is wrong", (_, changes) => {
    expect(found(plan)).toEqual([]);
    expect(found(changed(plan, changes)).length).toBeGreaterThan(0);
  });

  test("are passed over where they prove nothing", () => {
    expect(found(changed(plan, { C5: 700, F5: 9000, C9: 17000 }))).toEqual([]);
  });

  test("tell the totals of the tables that they name", () => {
    const invested = (name: string, title: string, amounts: readonly number[], total: number): Typed => ({
      name,
      rows: [
        [title],
        ["编制单位：某开发区管委会", null, null, null, "单位：万元"],
        ["项目", "合计", "一般资金", "债券资金", "其他资金"],
        ...amounts.map((amount, at): Value[] => [`第${at + 1}项`, amount, amount - 30.5 - at, 20.25 + at, 10.25]),
        ["合计", total, total - amounts.length * 30.5 - 3, amounts.length * 20.25 + 3, amounts.length * 10.25],
      ],
    });
    const tables = [
      invested("投资", "2025年政府投资项目安排表", [4962.26, 3000, 2000], 9962.26),
      invested("采购", "2025年政府采购项目计划表", [204.5, 120, 80], 404.5),
    ];
    expect(found(plan, grants, ...tables)).toEqual([]);
    const other = changed(grants, { D4: 165.2428, D9: 1528.018, C4: 92.6041, F4: "61.30%", F9: "70.95%" });
    expect(found(plan, other, ...tables)).toContain("unknown-sums-summary F6");
  });
});

describe("an account of spending that stands upright", () => {
  const account: Typed = {
    name: "支出总体情况表",
    rows: [
      ["支出总体情况表"],
      ["单位名称：某县市场监督管理局", "单位：万元"],
      ["项目", "2025年预算"],
      ["一、基本支出", 1922.09],
      ["　工资福利支出", 1611.96],
      ["　商品和服务支出", 254.03],
      ["　对个人和家庭的补助", 56.1],
      ["二、项目支出", 424.32],
      ["　日常运转类项目", 57.24],
      ["　专项类项目", 367.08],
      ["三、事业单位经营支出", 0],
      ["本年支出合计", 2346.41],
      ["四、结转下年", 0],
      ["支出总计", 2346.41],
    ],
  };

  it("is checked below each heading where the rows of another one, set in alike, make it", () => {
    expect(found(account)).toEqual([]);
    expect(found(changed(account, { B6: 255.03 }))).toHaveLength(1);
    expect(found(changed(account, { B9: 75.24 }))).toEqual(["expenditure-summary-row-total B9"]);
  });

  it("is left in peace where nothing says that the rows below a heading are its parts", () => {
    const rows = account.rows.filter(([label]) => !/类项目/.test(String(label)));
    expect(found(changed({ ...account, rows }, { B6: 255.03 }))).toEqual([]);
  });
});

describe("a note that says that the table is empty", () => {
  const noted = (note: string): Typed => ({ ...threePublic, rows: [...threePublic.rows, [note]] });
  const boilerplate = "注：本部门2024年无“三公”经费预算，故本表为空表。";

  it("is to be explained where there are figures", () => {
    expect(found(noted(boilerplate))).toEqual(["empty-note-agrees A17"]);
    expect(found(noted("此表无数据"))).toEqual(["empty-note-agrees A17"]);
  });

  it("is right where there are none, and says nothing where it is only supposed", () => {
    const empty = noted(boilerplate).rows.map((row, at) => (at > 2 && at < 16 ? row.slice(0, 1) : row));
    expect(found({ ...threePublic, rows: empty })).toEqual([]);
    expect(found(noted("注：如本表为空表，请注明原因。"))).toEqual([]);
    expect(found(noted("说明：没有三公经费的单位，本表为空表。"))).toEqual([]);
  });
});
