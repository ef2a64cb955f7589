import { figureCell } from "../../../../src/engine/tables/table";
import { addressOf } from "../../../../src/engine/workbook";
import { drawn, indicatorLines, readAll } from "./drawn-sheet";
import type { Drawn } from "./drawn-sheet";

function evaluation(
  project: string,
  columns: readonly string[] = ["年度\n指标值", "实际\n完成值", "分值", "得分", "偏差原因分析\n及改进措施"],
): Drawn[][] {
  return [
    ["2024年度项目支出绩效自评表"],
    ["项目支\n出名称", project],
    ["主管部门", "某市林业局", null, null, "实施单位", "某市林业局机关"],
    ["项目资金\n（万元）", "　", "年初\n预算数", "全年\n预算数", "全年\n执行数", "分值", "执行率", "得分"],
    [null, "其中：当年财政拨款　", 60, 50, 45],
    [null, "上年结转资金　", null, null, null],
    [null, "年度资金总额　", 60, 50, 45, 10, { value: 0.9, format: "0%" }, 9],
    ["年度总体目标", "预期目标", null, null, "实际完成情况"],
    [null, "造林一千亩", null, null, "造林一千一百亩"],
    ["绩\n效\n指\n标", "一级指标", "二级指标", "三级指标", ...columns],
    [null, "产出指标\n（40分）", "数量指标", "造林面积", "≥1000亩", "1100亩", 20, 20, null],
    [null, null, "时效指标", "完成时间", "2024年10月前", "2024年9月", 20, 20, null],
    [null, "效益指标\n（20分）", "经济效\n益指标", "/", "/", "/", "/", "/", null],
    [null, null, "生态效\n益指标", "成活率", "≥85%", { value: 0.8, format: "0%" }, 20, 18, "干旱"],
    ["总分", null, null, null, null, null, 100, 67, null],
    ["填表人：  填报日期：2025.5.16"],
  ];
}

const merges = ["A4:A7", "A8:A9", "A10:A14", "B11:B12", "B13:B14", "A15:F15"];

describe("a self-evaluation is read", () => {
  const workbook = drawn(evaluation("造林补助"), merges);
  const [content] = readAll(workbook, "project-self-evaluation");
  const address = (cell: number) => addressOf(workbook, cell).address;

  test("with what it is about", () => {
    expect(content).toMatchObject({
      title: "2024年度项目支出绩效自评表",
      year: 2024,
      unit: "万元",
      body: "某市林业局",
    });
    expect(Object.fromEntries(content!.fields.map((field) => [field.role, field.text]))).toMatchObject({
      "project-name": "造林补助",
      "unit-name": "某市林业局机关",
      goal: "造林一千亩",
      achieved: "造林一千一百亩",
    });
  });

  test("with its funds, the sources under 年度资金总额", () => {
    const funds = content!.sections[0]!;
    expect(funds.columns.map((column) => column.roles[0])).toEqual(["initial-budget", "annual-budget", "executed"]);
    expect(funds.lines.map((line) => [line.roles[0], line.parent, address(figureCell(funds, line, 2))])).toEqual([
      ["fiscal-line", 2, "E5"],
      ["carry-over", 2, "E6"],
      ["total", null, "E7"],
    ]);
  });

  test("with 执行率, its points and its score, and the 总分", () => {
    const places = Object.fromEntries(
      content!.fields.map((field) => [field.role, `${address(field.cell)} ${field.text}`]),
    );
    expect(places).toMatchObject({
      "rate-points": "F7 10",
      rate: "G7 90%",
      "rate-score": "H7 9",
      "total-points": "G15 100",
      "total-score": "H15 67",
    });
  });

  test("with indicators, their levels and the reason of a shortfall", () => {
    const { indicators } = content!.blocks[0]!;
    expect(indicatorLines(content!)).toEqual([
      "产出指标/数量指标/造林面积 ≥1000亩 (20)",
      "产出指标/时效指标/完成时间 2024年10月前 (20)",
      "效益指标/经济效益指标/",
      "效益指标/生态效益指标/成活率 ≥85% (20)",
    ]);
    expect(indicators[3]!.texts).toMatchObject({ actual: "80%", score: "18", reason: "干旱" });
    expect(address(indicators[3]!.cells["score"]!)).toBe("H14");
    expect(indicators.map((indicator) => indicator.level1Points)).toEqual([40, 40, 20, 20]);
  });
});

test("points and scores are figures: indicators, levels with printed points, 执行率 and 总分", () => {
  const rows = evaluation("甲");
  rows[10]![6] = "20分";
  const workbook = drawn(rows, merges);
  const [content] = readAll(workbook, "project-self-evaluation");
  const points = content!.sections.find((section) => section.name === "points")!;
  const cells = points.lines.map((line) =>
    [
      line.roles[0],
      line.label,
      ...[0, 1]
        .map((column) => figureCell(points, line, column))
        .map((cell) => (cell < 0 ? "" : addressOf(workbook, cell).address)),
    ].join(" "),
  );
  expect(cells).toEqual([
    "level 产出指标 B11 ",
    "indicator 造林面积 G11 H11",
    "indicator 完成时间 G12 H12",
    "level 效益指标 B13 ",
    "indicator 成活率 G14 H14",
    "execution 预算执行率 F7 H7",
    "total 总分 G15 H15",
  ]);
  expect([...content!.embedded.values()]).toEqual(["40", "20", "20"]);
});

test.each([
  [["指标值", "全年实际值", "分值", "得分", "未完成原因分析"]],
  [["年度指标值(A)", "实际完成值(B)", "权重", "自评得分", "未完成原因和改进措施"]],
  [["年初目标值", "全年完成值", "分值", "得分", "备注"]],
])("the columns may be called %p", (columns) => {
  const [content] = readAll(drawn(evaluation("甲", columns), merges), "project-self-evaluation");
  expect(content!.blocks[0]!.indicators[0]!.texts).toMatchObject({
    target: "≥1000亩",
    actual: "1100亩",
    points: "20",
    score: "20",
  });
});

test("the funds header may print its formula: 全年预算数（A）, 执行率（B/A）, and the total may stand first", () => {
  const rows = evaluation("甲");
  rows[3] = [
    "项目资金（万元）",
    null,
    "年初预算数",
    "全年预算数（A）",
    "全年执行数（B）",
    "分值",
    "执行率（B/A）",
    "得分",
  ];
  rows.splice(4, 0, rows.splice(6, 1)[0]!);
  const funds = readAll(drawn(rows), "project-self-evaluation")[0]!.sections[0]!;
  expect(funds.lines.map((line) => [line.roles[0], line.parent])).toEqual([
    ["total", null],
    ["fiscal-line", 0],
    ["carry-over", 0],
  ]);
});

test("many forms in one sheet, without blank rows between them, are a table each", () => {
  const names = Array.from({ length: 12 }, (_, at) => `项目${at}`);
  const contents = readAll(drawn(names.flatMap((name) => evaluation(name))), "project-self-evaluation");
  expect(contents.map((content) => content.blocks[0]!.name)).toEqual(names);
  expect(
    contents.every(
      (content) =>
        content.fields.some((field) => field.role === "total-score") && content.blocks[0]!.indicators.length === 4,
    ),
  ).toBe(true);
});

test("amounts of the whole stand inside their labels or beside them", () => {
  const rows = evaluation("x").slice(2);
  rows.splice(
    2,
    3,
    [null, "年度资金总额", 60, 50, 45, 10, "90%", 9],
    [null, "按收入性质分：", null, null, "按支出性质分："],
    [null, "其中：一般公共预算：44.5", null, null, "其中：基本支出：30.2"],
    [null, "政府性基金拨款：", null, null, "项目支出：", 14.8],
  );
  const workbook = drawn([["2024年度部门整体支出绩效自评表"], ["市级预算部门（单位）名称", "某市林业局"], ...rows]);
  const [content] = readAll(workbook, "overall-self-evaluation");
  expect(content!.blocks[0]).toMatchObject({ subject: "department", name: "某市林业局" });
  const composition = content!.sections.find((section) => section.name === "composition")!;
  expect(
    composition.lines.map((line) => [line.roles[0], addressOf(workbook, figureCell(composition, line, 0)).address]),
  ).toEqual([
    ["general-public", "B7"],
    ["basic", "E7"],
    ["government-fund", "C8"],
    ["project", "F8"],
  ]);
  expect([...content!.embedded.values()].slice(0, 2)).toEqual(["44.5", "30.2"]);
});

test("a monitoring table, which has no scores, is no self-evaluation", () => {
  const monitoring = [
    ["项目支出绩效运行监控表"],
    ["项目名称", "造林补助"],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "1-7月完成情况", "实际完成值"],
    ["产出指标", "数量指标", "造林面积", "≥1000亩", "600亩", "600亩"],
  ];
  expect(readAll(drawn(monitoring), "project-self-evaluation")).toEqual([]);
});

test("a department written with its code is that department", () => {
  const rows = evaluation("甲");
  rows[2] = ["主管部门", "219-某镇人民政府", null, null, "实施单位", "219001-某镇人民政府"];
  expect(readAll(drawn(rows), "project-self-evaluation")[0]).toMatchObject({ body: "某镇人民政府", bodyCode: "219" });
});

describe("funds with the points of 执行率 named in front", () => {
  const rows = evaluation("渠道维修");
  const form: Drawn[][] = [
    ...rows.slice(0, 3),
    [
      "项目资金\n（万元）",
      null,
      "年初预算数",
      "全年（调整）预算数",
      "全年执行数",
      "执行率（%）",
      "执行率权重",
      "执行率得分",
    ],
    [null, "年度总金额", 60, 50, 45, 90, 10, 9],
    [null, "其中：财政资金", 60, 50, 45, 90],
    ...rows.slice(7),
  ];
  const [content] = readAll(drawn(form, []), "project-self-evaluation");

  test("with 年度总金额 as the whole, and 权重 and 得分 as those of 执行率", () => {
    const funds = content!.sections.find(({ name }) => name === "funds")!;
    expect(funds.lines.map(({ roles }) => roles[0])).toEqual(["total", "fiscal-line"]);
    const scoring = ["rate", "rate-points", "rate-score"].map(
      (role) => content!.fields.find((field) => field.role === role)?.text,
    );
    expect(scoring).toEqual(["90", "10", "9"]);
  });
});

describe("funds whose headings stand again over each amount", () => {
  const rows = evaluation("场馆维修");
  const heads = ["年初预算数(A)", "全年预算数(B)", "全年执行数(C)"];
  const form: Drawn[][] = [
    ...rows.slice(0, 3),
    ["预算执行情况（10分）", "资金总额", ...heads, "分值", "执行率(C/B)", "得分"],
    [null, null, 60, 50, 45, 10, 0.9, 9],
    [null, "其中：本年财政拨款", ...heads, null, null, null],
    [null, null, 40, 30, 25, null, null, null],
    [null, "其他资金", ...heads, null, null, null],
    [null, null, 20, 20, 20, null, null, null],
    ...rows.slice(7),
  ];
  const book = drawn(form, ["A4:A9"]);
  const [content] = readAll(book, "project-self-evaluation");

  test("each label with the amounts below it", () => {
    const funds = content!.sections.find(({ name }) => name === "funds")!;
    const executed = funds.lines.map((line) => addressOf(book, figureCell(funds, line, 2)).address);
    expect(funds.lines.map(({ label }) => label)).toEqual(["资金总额", "其中：本年财政拨款", "其他资金"]);
    expect(executed).toEqual(["E5", "E7", "E9"]);
    expect(content!.fields.find(({ role }) => role === "rate-score")?.text).toBe("9");
  });
});

test.each([
  ["merged down beside them", ["A4:A7"]],
  ["in the first cell only", []],
])("年度预算 in front of the funds, %s, is what the block is called, and no column", (_, down) => {
  const rows = evaluation("造林补助").map((row) =>
    row[0] === "项目资金\n（万元）" ? ["年度预算（万元）", ...row.slice(1)] : row,
  );
  const [content] = readAll(drawn(rows, [...down, ...merges.slice(1)]), "project-self-evaluation");
  const funds = content!.sections[0]!;
  expect(funds.columns.map((column) => column.roles[0])).toEqual(["initial-budget", "annual-budget", "executed"]);
  expect(funds.pages[0]!.positions).toEqual([2, 3, 4]);
  expect(content!.fields.find(({ role }) => role === "rate-points")?.text).toBe("10");
});

test("a funds block in which every amount has a label of its own has a column for each measure", () => {
  const rows = evaluation("造林补助");
  const workbook = drawn(
    [
      ...rows.slice(0, 3),
      ["预算执行情况（万元）", "预算数：", 60, "执行数：", 45],
      [null, "其中：财政拨款", 50, "其中：财政拨款", 40],
      [null, "其他资金", 10, "其他资金", 5],
      ...rows.slice(7),
    ],
    ["A4:A6"],
  );
  const [content] = readAll(workbook, "project-self-evaluation");
  const [funds, ...others] = content!.sections.filter(({ name }) => name !== "points");
  expect(others).toEqual([]);
  expect(funds!.columns.map(({ roles, path }) => [...roles, ...path])).toEqual([
    ["annual-budget", "预算数"],
    ["executed", "执行数"],
  ]);
  expect(
    funds!.lines.map((line) => [
      line.roles[0],
      line.parent,
      ...[0, 1].map((column) => addressOf(workbook, figureCell(funds!, line, column)).address),
    ]),
  ).toEqual([
    ["total", null, "C4", "E4"],
    ["fiscal-line", 0, "C5", "E5"],
    ["other", 0, "C6", "E6"],
  ]);
});

test.each(["项目指标值", "年度/项目指标值", "年度(/项目)指标值", "年初目标值（A）", "指标内容"])(
  "the targets stand under %s",
  (heading) => {
    const columns = [heading, "全年实际值", "分值", "得分", "偏差原因分析"];
    const [content] = readAll(drawn(evaluation("造林补助", columns), merges), "project-self-evaluation");
    expect(content!.blocks[0]!.indicators[0]!.texts).toMatchObject({ target: "≥1000亩", actual: "1100亩" });
  },
);
