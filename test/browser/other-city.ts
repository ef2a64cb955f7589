/** A workbook of a city of nobody's, with slips: bodies and figures are invented. */
import { a1 } from "../../src/engine/workbook";
import type { MadeCell, MadeSheet } from "../hosts/simulated/simulated-workbook";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";

type Row = readonly (string | number | null)[];

const BODY = "澜江市水务局";
const STATION = "澜江市水文监测站";
const OFFICE = "澜江市水务局本级";

const head = (title: string, body: string): Row[] => [[title], [`部门名称：${body}`], ["单位：万元"]];

/** 213/21303 水利 with its items; the last column of each row is what the projects get. */
const items: readonly (readonly [string, string, number, number])[] = [
  ["2130301", "行政运行（水利）", 812.4, 0],
  ["2130304", "水利行业业务管理", 96.35, 143.2],
  ["2130305", "水利工程建设", 0, 1_268.75],
  ["2130306", "水利工程运行与维护", 154.6, 387.9],
  ["2130311", "水资源节约管理与保护", 0, 212.08],
  ["2130313", "水文测报", 236.15, 64.5],
  ["2130314", "防汛", 0, 175.32],
  ["2130335", "农村供水", 0, 128.25],
];
const sum = (values: readonly number[]): number => Math.round(values.reduce((all, one) => all + one, 0) * 100) / 100;
const basic = sum(items.map(([, , part]) => part));
const projects = sum(items.map(([, , , part]) => part));
const total = sum([basic, projects]);
const station = { basic: 236.15, projects: 64.5 };
const stationTotal = sum([station.basic, station.projects]);

function functional(title: string): Row[] {
  return [
    ...head(title, BODY),
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [null, "合计", total, basic, projects],
    ["213", "农林水支出", total, basic, projects],
    ["21303", "水利", total, basic, projects],
    ...items.map(([code, name, own, project]): Row => [code, name, sum([own, project]), own || null, project || null]),
  ];
}

function byUnit(title: string, columns: readonly string[], rows: readonly Row[]): Row[] {
  return [...head(title, BODY), ["单位编码", "单位名称", "合计", ...columns], ...rows];
}

const indicators: readonly Row[] = [
  ["产出指标", "数量指标", "巡查水库座次", 240, "巡查240座次", "完成240座次得满分，每少10座次扣1分", "座次", "≥", 20],
  ["产出指标", "质量指标", "工程验收合格率", 98, "合格率98%以上", "完成率×分值", "%", "≥", 20],
  [
    "产出指标",
    "时效指标",
    "汛前检查完成时间",
    "2026年4月30日前",
    "按时完成",
    "按时完成得满分，否则不得分",
    null,
    "定性",
    20,
  ],
  ["效益指标", "社会效益指标", "受益人口", 36, "受益人口36万人", "完成36万人得满分，每少1万人扣1分", "万人", "≥", 20],
  [
    "满意度指标",
    "服务对象满意度指标",
    "用水户满意度",
    95,
    "满意度95%以上",
    "每低1个百分点扣1分，扣完为止",
    "%",
    "≥",
    10,
  ],
];

function targets(): Row[] {
  const headings: Row = [
    "单位编码",
    "单位（项目）名称",
    "资金总额",
    "绩效目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "指标值内容",
    "评分标准",
    "度量单位",
    "指标值类型",
    "分值",
  ];
  const project = (name: string, money: number): Row[] =>
    indicators.map((row, at) =>
      [at === 0 ? "512001" : null, at === 0 ? name : null, at === 0 ? money : null].concat(
        at === 0 ? ["保障供水和防汛安全"] : [null],
        [...row],
      ),
    );
  return [
    ...head("2026年项目支出绩效目标表", BODY),
    headings,
    ...project("水库安全巡查经费", sum([projects, -128.25])),
    ...project("农村供水保障经费", 128.25),
  ];
}

function sheetsOfBody(): Map<string, Row[]> {
  return new Map<string, Row[]>([
    [
      "收支总表",
      [
        ...head("2026年部门收支总表", BODY),
        ["收入", null, "支出", null],
        ["项目", "预算数", "项目", "预算数"],
        ["一、一般公共预算拨款收入", sum([total, -40]), "一、基本支出", basic],
        ["二、事业收入", 40, "二、项目支出", projects],
        ["本年收入合计", total, "本年支出合计", total],
        ["收入总计", total, "支出总计", total],
      ],
    ],
    [
      "收入总表",
      byUnit(
        "2026年部门收入总表",
        ["一般公共预算", "事业收入"],
        [
          [null, "合计", total, sum([total, -40]), 40],
          ["512001", OFFICE, sum([total, -stationTotal]), sum([total, -stationTotal]), null],
          ["512002", STATION, stationTotal, sum([stationTotal, -40]), 40],
        ],
      ),
    ],
    [
      "支出总表",
      byUnit(
        "2026年部门支出总表",
        ["基本支出", "项目支出"],
        [
          [null, "合计", total, basic, projects],
          [
            "512001",
            OFFICE,
            sum([total, -stationTotal]),
            sum([basic, -station.basic]),
            sum([projects, -station.projects]),
          ],
          ["512002", STATION, stationTotal, station.basic, station.projects],
        ],
      ),
    ],
    ["功能分类支出表", functional("2026年部门支出总体情况表（按功能科目）")],
    [
      "三公经费表",
      [
        ...head("2026年一般公共预算“三公”经费支出表", BODY),
        ["单位名称", "合计", "公务接待费", "因公出国（境）费", "公务用车购置及运行费"],
        ["合计", 34.5, 6.5, null, 28],
        [OFFICE, 26.3, 5.3, null, 21],
        [STATION, 8.2, 1.2, null, 7],
      ],
    ],
    ["项目绩效目标表", targets()],
    [
      "预算说明",
      [
        ["澜江市水务局2026年部门预算说明"],
        [`2026年收入预算${money(total)}万元，比2025年预算增加320.00万元。`],
        [`2026年支出预算${money(total)}万元，其中：基本支出${money(basic)}万元，项目支出${money(projects)}万元。`],
      ],
    ],
  ]);
}

const money = (amount: number): string =>
  amount.toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Income of a body in a year, as its own workbook says it. */
const incomeOf = (year: number, body: string, all: number): Map<string, Row[]> =>
  new Map<string, Row[]>([
    [
      "收支总表",
      [
        ...head(`${year}年部门收支总表`, body),
        ["收入", null, "支出", null],
        ["项目", "预算数", "项目", "预算数"],
        ["一、一般公共预算拨款收入", all, "一、基本支出", sum([all, -60])],
        ["二、事业收入", null, "二、项目支出", 60],
        ["本年收入合计", all, "本年支出合计", all],
        ["收入总计", all, "支出总计", all],
      ],
    ],
    [
      "收入总表",
      [
        ...head(`${year}年部门收入总表`, body),
        ["单位编码", "单位名称", "合计", "一般公共预算", "事业收入"],
        [null, "合计", all, all, null],
        ["512002", body, all, all, null],
      ],
    ],
  ]);

/** What was written wrongly: the sheet, the cell, what stands there; null: nothing does. */
const slips: readonly (readonly [string, string, string | number | null])[] = [
  ["支出总表", "D7", 74.85],
  ["功能分类支出表", "C9", 239.95],
  ["功能分类支出表", "D11", 145.6],
  ["三公经费表", "E7", 12],
  ["收支总表", "D6", sum([basic, 10])],
  ["项目绩效目标表", "M6", null],
  ["项目绩效目标表", "M7", null],
  ["项目绩效目标表", "M8", null],
  ["项目绩效目标表", "M11", null],
];

function made(rows: ReadonlyMap<string, Row[]>, changes: typeof slips = []): Buffer {
  const sheets = [...rows].map(([name, lines]): MadeSheet => {
    const cells: Record<string, MadeCell> = {};
    const styles: Record<string, number> = {};
    lines.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value === null) return;
        cells[a1(row, column)] = value;
        if (typeof value === "number" && name !== "项目绩效目标表") styles[a1(row, column)] = 1;
      }),
    );
    for (const [sheet, address, value] of changes) {
      if (sheet !== name) continue;
      if (value === null) delete cells[address];
      else cells[address] = value;
    }
    return { name, cells, styles };
  });
  return Buffer.from(makeWorkbook(sheets));
}

/** The department's own workbook, with its slips. */
export const ownWorkbook = (): Buffer => made(sheetsOfBody(), slips);

/** The department's workbook of the year before: this year's text says that there were 320.00 less, it is 300.00. */
export const lastYearsWorkbook = (): Buffer => made(incomeOf(2025, BODY, sum([total, -300])));
/** The station's own workbook: ten more than the department says of it. */
export const stationsWorkbook = (): Buffer => made(incomeOf(2026, STATION, sum([stationTotal, 10])));
