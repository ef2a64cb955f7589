import { figureCell } from "../../../../src/engine/tables/table";
import type { TableContent } from "../../../../src/engine/tables/layout";
import { recogniseTables } from "../../../../src/engine/tables";
import { addressOf, buildWorkbook } from "../../../../src/engine/workbook";
import type { Workbook } from "../../../../src/engine/workbook";
import { drawn, drawnSheet, indicatorLines, readAll, templateOf } from "./drawn-sheet";
import type { Drawn } from "./drawn-sheet";

const header1 = [
  "单位编码",
  "单位（项目）名称",
  "资金总额",
  "绩效目标",
  "绩效指标",
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
];
const header2 = [
  null,
  null,
  null,
  null,
  "一级指标",
  "二级指标",
  "三级指标",
  "指标值",
  "指标值内容",
  "评（扣）分标准",
  "度量单位",
  "指标值类型",
  "备注",
];
const top: Drawn[][] = [
  ["2025年项目支出绩效目标表"],
  ["部门名称：某市水利局", null, null, null, null, null, null, null, null, null, null, null, "单位：万元"],
  header1,
  header2,
];
const body: Drawn[][] = [
  ["合计", null, 150],
  ["301001", "某市水利局", 150],
  [
    "301001",
    "防汛抗旱经费",
    100,
    "保安全度汛",
    "产出指标",
    "数量指标",
    "巡查次数",
    12,
    "巡查",
    "每少一次扣1分",
    "次",
    "≥",
    20,
  ],
  [null, null, null, null, null, null, "演练次数", 2, "演练", "每少一次扣5分", "次", "≥", "10分"],
  [null, null, null, null, null, "质量指标"],
  [null, null, null, null, "效益指标", "社会效益指标", "安全度汛", "是", "", "是则满分", null, "定性", 20],
  [
    "301001",
    "河长制工作经费",
    50,
    "河清水畅",
    "产出指标",
    "数量指标",
    "巡河次数",
    24,
    "巡河",
    "每少一次扣1分",
    "次",
    "≥",
    40,
  ],
];

function linesOf(content: TableContent, workbook: Workbook): string[] {
  const section = content.sections[0]!;
  return section.lines.map(
    (line) =>
      `${line.roles.join()} ${line.label} ${addressOf(workbook, figureCell(section, line, 0)).address} ` +
      `<${line.parent === null ? "" : section.lines[line.parent]!.label}>`,
  );
}

describe("a list of projects is read", () => {
  const workbook = drawn([...top, ...body]);
  const [content] = readAll(workbook, "project-performance-target");

  test("with title, year, unit and body from above the header", () => {
    expect(content).toMatchObject({ title: "2025年项目支出绩效目标表", year: 2025, unit: "万元", body: "某市水利局" });
  });

  test("with the amounts of 合计, units and projects, each under its whole", () => {
    expect(linesOf(content!, workbook)).toEqual([
      "grand-total 合计 C5 <>",
      "unit 某市水利局 C6 <合计>",
      "project 防汛抗旱经费 C7 <某市水利局>",
      "project 河长制工作经费 C11 <某市水利局>",
    ]);
  });

  test("with levels carried down to the rows where they are blank, and a row for an empty kind", () => {
    expect(indicatorLines(content!, 0)).toEqual([
      "产出指标/数量指标/巡查次数 ≥12次 (20)",
      "产出指标/数量指标/演练次数 ≥2次 (10分)",
      "产出指标/质量指标/",
      "效益指标/社会效益指标/安全度汛 定性是 (20)",
    ]);
  });

  test("each project with its unit, its code and its goal", () => {
    const block = content!.blocks[1]!;
    expect([block.name, block.code, block.subject]).toEqual(["河长制工作经费", "301001", "project"]);
    expect(Object.fromEntries(block.fields.map((field) => [field.role, field.text]))).toMatchObject({
      goal: "河清水畅",
      "unit-name": "某市水利局",
    });
  });
});

describe("the same list is read alike", () => {
  const expected = readAll(drawn([...top, ...body]), "project-performance-target")[0]!;
  const shapeOf = (content: TableContent) => ({
    lines: content.sections[0]!.lines.filter((line) => line.repeats === null).map((line) => [
      line.label,
      line.roles,
      line.parent,
    ]),
    blocks: content.blocks.map((block) => [
      block.name,
      block.indicators
        .filter((indicator) => indicator.level3 !== "" || indicator.empty)
        .map((indicator) => [indicator.level1, indicator.level2, indicator.level3, indicator.texts["target"]]),
    ]),
  });

  test("with names, amounts and levels merged down", () => {
    const merged = drawn(
      [...top, ...body],
      ["A7:A11", "B7:B10", "C7:C10", "D7:D10", "E7:E9", "F7:F8", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:M3"],
    );
    expect(shapeOf(readAll(merged, "project-performance-target")[0]!)).toEqual(shapeOf(expected));
  });

  test("with names and levels repeated in every row, as an export has them", () => {
    const [head, unit, ...rest] = body;
    let carried: Drawn[] = [];
    const filled = rest.map((row) => {
      carried = row.map((value, column) => (column < 6 && value === null ? (carried[column] ?? null) : value));
      return carried;
    });
    expect(shapeOf(readAll(drawn([...top, head!, unit!, ...filled]), "project-performance-target")[0]!)).toEqual(
      shapeOf(expected),
    );
  });

  test("cut into pages with title, header, names and levels printed again", () => {
    const cut = [
      ...top,
      ...body.slice(0, 3),
      ...top,
      ["301001", "防汛抗旱经费", 100, "保安全度汛", "产出指标", "数量指标", ...body[3]!.slice(6)],
      ...body.slice(4),
    ];
    const content = readAll(drawn(cut), "project-performance-target")[0]!;
    expect(shapeOf(content)).toEqual(shapeOf(expected));
    expect(content.sections[0]!.lines.filter((line) => line.repeats !== null).map((line) => line.label)).toEqual([
      "防汛抗旱经费",
    ]);
  });

  test("with columns in another order and an index column in front", () => {
    const order = [12, 4, 5, 6, 11, 7, 10, 8, 9, 0, 1, 3, 2];
    const shuffled = [
      ...top.slice(0, 2),
      ["序号", ...order.map((from) => header2[from] ?? header1[from]!)],
      ...body.map((row, at) => [at + 1, ...order.map((from) => row[from] ?? null)]),
    ];
    expect(shapeOf(readAll(drawn(shuffled), "project-performance-target")[0]!)).toEqual(shapeOf(expected));
  });
});

test("分值 in a column of its own leaves 备注 a note", () => {
  const [content] = readAll(
    drawn([
      ["项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值", "分值", "备注"],
      ["食堂补助", 12, "产出指标", "数量指标", "就餐人数", "≥80人", 50, "年初新增"],
    ]),
    "project-performance-target",
  );
  expect(content!.blocks[0]!.indicators[0]!.texts).toMatchObject({ points: "50", note: "年初新增" });
});

test("备注 with words is no 分值", () => {
  const [content] = readAll(
    drawn([
      ["项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值", "备注"],
      ["食堂补助", 12, "产出指标", "数量指标", "就餐人数", "≥80人", "年初新增"],
    ]),
    "project-performance-target",
  );
  expect(content!.blocks[0]!.indicators[0]!.texts["points"]).toBeUndefined();
});

test("a project whose indicators begin in the row below its amounts is a project, not a unit", () => {
  const [content] = readAll(
    drawn([
      ["单位（项目）名称", "资金总额", "一级指标", "二级指标", "三级指标", "指标值"],
      ["某市档案馆", 30],
      ["数字化加工", 30],
      [null, null, "产出指标", "数量指标", "扫描页数", "≥9000页"],
    ]),
    "project-performance-target",
  );
  expect(content!.sections[0]!.lines.map((line) => [line.label, line.roles[0]])).toEqual([
    ["某市档案馆", "unit"],
    ["数字化加工", "project"],
  ]);
  expect(content!.blocks.map((block) => block.name)).toEqual(["数字化加工"]);
});

test("two directions of one project are two blocks", () => {
  const [content] = readAll(
    drawn([
      [
        "单位代码",
        "单位（专项）名称",
        "支出方向",
        "资金总额",
        "实施期绩效目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标值",
      ],
      ["070", "产业专项", "链条培育", 20, "甲", "产出指标", "数量指标", "企业数", 3],
      ["070", "产业专项", "平台建设", 30, "乙", "产出指标", "数量指标", "平台数", 1],
    ]),
    "project-performance-target",
  );
  expect(
    content!.blocks.map((block) => [
      block.name,
      block.fields.find((field) => field.role === "direction")!.text,
      block.indicators.length,
    ]),
  ).toEqual([
    ["产业专项", "链条培育", 1],
    ["产业专项", "平台建设", 1],
  ]);
});

test("a list of whole departments has a block for each unit, and its amounts by source and by nature", () => {
  const [content] = readAll(
    drawn(
      [
        ["2025年部门整体支出绩效目标表"],
        [
          "单位编码",
          "单位名称",
          "年度预算申请",
          null,
          null,
          null,
          null,
          "整体绩效目标",
          "部门整体支出年度绩效目标",
          null,
          null,
          null,
        ],
        [
          null,
          null,
          "资金总额",
          "按收入性质分",
          null,
          "按支出性质分",
          null,
          null,
          "一级指标",
          "二级指标",
          "三级指标",
          "指标值",
        ],
        [null, null, null, "一般公共预算", "其他资金", "基本支出", "项目支出"],
        ["301", "甲局", 10, 8, 2, 6, 4, "好", "产出指标", "数量指标", "会议", 3],
        ["301002", "乙中心", 5, 5, null, 5, null, "好", "产出指标", "数量指标", "培训", 3],
      ],
      ["C2:G2", "D3:E3", "F3:G3", "H2:H4", "I2:L2"],
    ),
    "overall-performance-target",
  );
  expect(content!.blocks.map((block) => [block.subject, block.name, block.code])).toEqual([
    ["unit", "甲局", "301"],
    ["unit", "乙中心", "301002"],
  ]);
  expect(content!.sections[0]!.columns.map((column) => [column.roles.at(-1), column.parent])).toEqual([
    ["total", null],
    ["general-public", 0],
    ["other", 0],
    ["basic", null],
    ["project", null],
  ]);
});

test("a table with results is no target table", () => {
  expect(
    readAll(
      drawn([
        ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "得分"],
        ["产出指标", "数量指标", "会议", "3次", "3次", 10],
      ]),
      "project-performance-target",
    ),
  ).toEqual([]);
});

test("a list that goes on on the next sheet is one table: the project at the page top is one fact", () => {
  const workbook = buildWorkbook([
    drawnSheet([...top, ...body.slice(0, 4)], [], "9"),
    drawnSheet(
      [
        ...top,
        ["301001", "防汛抗旱经费", 100, "保安全度汛", "产出指标", "质量指标", "合格率", 95, "", "", "%", "≥", 20],
        ...body.slice(5),
      ],
      [],
      "9续",
    ),
  ]);
  const { tables } = recogniseTables(workbook, [templateOf("project-performance-target")]);
  expect(tables).toHaveLength(1);
  expect(tables[0]!.blocks.map((block) => [block.name, block.indicators.length])).toEqual([
    ["防汛抗旱经费", 4],
    ["河长制工作经费", 1],
  ]);
  expect(tables[0]!.sections[0]!.lines.filter((line) => line.repeats !== null).map((line) => line.label)).toEqual([
    "防汛抗旱经费",
  ]);
});
