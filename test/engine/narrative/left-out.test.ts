import { bureauTables, sheetOf } from "./budget-of-a-bureau";
import { findingsIn } from "./check-text";

const leftOut = "narrative-rows-left-out: fail";

describe("a list that leaves out a row of the economic classification", () => {
  const tables = bureauTables().map((sheet) =>
    sheet.name !== "基本支出表"
      ? sheet
      : sheetOf("基本支出表", [
          ["2024年一般公共预算基本支出表"],
          ["部门名称：江城市水务局", null, null, null, "单位：万元"],
          ["经济科目编码", "经济科目名称", "合计", "人员经费", "公用经费"],
          [null, "合计", 3100.25, 2750.2, 350.05],
          ["301", "工资福利支出", 2650.2, 2650.2, null],
          ["30101", "基本工资", 1500.2, 1500.2, null],
          ["30102", "津贴补贴", 700, 700, null],
          ["30103", "奖金", 450, 450, null],
          ["302", "商品和服务支出", 350.05, null, 350.05],
          ["30201", "办公费", 350.05, null, 350.05],
          ["303", "对个人和家庭的补助", 100, 100, null],
          ["30302", "退休费", 100, 100, null],
        ]),
  );
  const all = "基本工资1500.20万元、津贴补贴700.00万元、奖金450.00万元、退休费100.00万元";
  const text = (list: string) => [
    `2024年一般公共预算基本支出3100.25万元，其中：人员经费2750.20万元，主要包括：${list}。`,
  ];

  test("is told which", () => {
    expect(findingsIn(text(all), tables)).toEqual([]);
    expect(findingsIn(text(all.replace("奖金450.00万元、", "")), tables)).toEqual([leftOut]);
  });

  test("but not where it goes on, or names what has no amount", () => {
    expect(findingsIn(text(`${all.replace("奖金450.00万元、", "")}等`), tables)).toEqual([]);
    expect(findingsIn(text(`${all.replace("奖金450.00万元、", "")}，以及奖金`), tables)).toEqual([]);
  });

  test("nor where only some rows are singled out of many", () => {
    expect(findingsIn(text("基本工资1500.20万元、退休费100.00万元"), tables)).toEqual([]);
  });
});

describe("a list that leaves out a project of a sheet that no template knows", () => {
  const tables = [
    ...bureauTables().filter(({ name }) => name !== "项目支出绩效目标表"),
    sheetOf("项目清单", [
      ["2024年项目支出明细表"],
      [null, null, "单位：万元"],
      ["序号", "项目名称", "金额"],
      [null, "合计", 2220.15],
      [1, "河道管护专项", 1220.15],
      [2, "农村饮水安全工程", 600],
      [3, "水库安全监测", 250],
      [4, "节水宣传", 150],
    ]),
  ];
  const text = (...items: string[]) => [`2024年项目支出2220.15万元，包括${items.join("、")}。`];
  const [river, water, dam, saving] = [
    "河道管护专项1220.15万元",
    "农村饮水安全工程600.00万元",
    "水库安全监测250.00万元",
    "节水宣传150.00万元",
  ];

  test("is told which", () => {
    expect(findingsIn(text(river!, water!, dam!, saving!), tables)).toEqual([]);
    expect(findingsIn(text(river!, water!, saving!), tables)).toEqual([leftOut]);
  });

  test("one item alone singles it out", () => {
    expect(findingsIn(text(river!), tables)).toEqual([]);
  });
});

describe("a list in a paragraph of its own divides the total above it", () => {
  const text = (list: string, total = "收支总预算5320.40万元") => ["一、收支预算总体情况", `2024年${total}。`, list];
  const spending = "支出预算包括：社会保障和就业支出420.10万元、城乡社区支出300.00万元、农林水支出4600.30万元。";
  const coming =
    "收入预算包括：一般公共预算拨款收入4800.40万元、政府性基金预算拨款收入300.00万元、其他收入20.00万元、上年结转200.00万元。";

  test.each([spending, coming, "支出预算包括：基本支出3100.25万元、项目支出2220.15万元。"])("%s", (list) => {
    expect(findingsIn(text(list))).toEqual([]);
  });

  test("what is left out is told", () => {
    expect(findingsIn(text(spending.replace("城乡社区支出300.00万元、", "")))).toEqual([leftOut]);
    expect(findingsIn(text(coming.replace("、上年结转200.00万元", "")))).toContain(leftOut);
  });

  test("of 财政拨款 too", () => {
    const list = spending.replace("4600.30", "4580.30");
    expect(findingsIn(text(list, "财政拨款收支总预算5300.40万元"))).toEqual([]);
  });
});
