import { drawn, readAll } from "../tables/layouts/drawn-sheet";
import type { Drawn } from "../tables/layouts/drawn-sheet";
import { matchIndicators } from "../../../src/engine/evaluation";
import { isExecutionRate } from "../../../src/engine/evaluation/levels";
import { staleYears } from "../../../src/engine/evaluation/stale-years";
import type { Indicator } from "../../../src/engine/tables/table";
import { findingsOf, outcomesOf, performanceWorkbook } from "./made-workbook";
import type { Change } from "./made-workbook";

const sheet = "绩效目标表";
const form = "项目自评表";
const levels = (points: Readonly<Record<string, string>>) =>
  Object.entries(points).map(([level, sum]) => ({ level, points: sum }));
const say = (rule: string, ...changes: Change[]) => findingsOf(performanceWorkbook(...changes), rule);

describe("points of targets", () => {
  test("a missing 分值 is an error, and the sum cannot be told", () => {
    expect(say("performance-target-points-present", [sheet, "M5", null])).toEqual([`fail/error ${sheet}!M5`]);
    expect(say("performance-target-points-total", [sheet, "M5", null])).toEqual([`cannot-tell/error ${sheet}!B5`]);
  });

  test("90 and 100 are both right, 85 is not", () => {
    expect(say("performance-target-points-total", [sheet, "M5", 30])).toEqual([]);
    expect(
      outcomesOf(performanceWorkbook([sheet, "M5", 15])).filter(
        ({ rule }) => rule === "performance-target-points-total",
      ),
    ).toMatchObject([{ reported: "85", computed: "90" }]);
  });

  test("another distribution over the levels needs a reason", () => {
    const [outcome] = outcomesOf(performanceWorkbook([sheet, "M5", 25], [sheet, "M7", 15])).filter(
      ({ rule }) => rule === "performance-points-by-level",
    );
    expect(outcome).toMatchObject({
      outcome: "fail",
      severity: "explain",
      detail: {
        parameters: {
          found: levels({ cost: "20", output: "45", benefit: "15", satisfaction: "10" }),
          wanted: levels({ cost: "20", output: "40", benefit: "20", satisfaction: "10" }),
        },
      },
    });
  });

  test("the scheme without cost applies where there is no cost indicator", () => {
    const withoutCost: Change[] = [
      [sheet, "E9", "产出指标"],
      [sheet, "F9", "质量指标"],
      [sheet, "M5", 10],
    ];
    expect(say("performance-points-by-level", ...withoutCost, [sheet, "M7", 30])).toEqual([]);
    expect(say("performance-points-by-level", ...withoutCost, [sheet, "M7", 20], [sheet, "M6", 30])).toEqual([
      `fail/explain ${sheet}!B5`,
    ]);
  });
});

describe("a year in the text", () => {
  const years = (text: string, later = false) => staleYears(text, 2025, later).map(({ year }) => year);

  test("is a whole number: years one behind the other are read, digits in front are none", () => {
    expect(years("2023年完成2024年完成")).toEqual([]);
    expect(years("在2023年完成，在2024年完成")).toEqual([2023, 2024]);
    expect(years("2024年12月底前")).toEqual([2024]);
    expect(years("在12024年完成")).toEqual([]);
    expect(staleYears("该项目拟在2023年完成采购工作", 2025, false)).toEqual([
      { year: 2023, words: "该项目拟在2023年完成采购工作" },
    ]);
  });

  test.each([
    "在2024年完成",
    "完成该项目在2023年从政策宣讲等方面开展工作",
    "预计2024年需运行经费49万元",
    "2024年12月31日前",
    "2024年11月底",
    "≤2024年底",
  ])("“%s” is another year's", (text) => {
    expect(years(text)).toHaveLength(1);
  });

  test.each([
    "2025年底前完成",
    "较2024年增长5%",
    "按照2019年通知要求",
    "截至2024年12月底",
    "根据《2022年实施方案》",
    "（株发〔2022〕6号）",
    "2024年结转资金",
    "2021-2025年规划",
    "比2024年下降",
  ])("“%s” is right", (text) => {
    expect(years(text)).toEqual([]);
  });

  test("a later deadline is wrong only where one looks back", () => {
    expect(years("2026年6月30日前")).toEqual([]);
    expect(years("2026年6月30日前", true)).toEqual([2026]);
  });
});

describe("a self-evaluation against the approved targets", () => {
  test("an indicator replaced by another is named with the one it replaced", () => {
    const [outcome] = outcomesOf(performanceWorkbook([form, "D11", "新增馆藏照片"], [form, "E11", "≥50张"])).filter(
      ({ rule }) => rule === "self-evaluation-indicators-as-approved",
    );
    expect(outcome).toMatchObject({
      outcome: "fail",
      detail: { code: "indicator-replaced", parameters: { indicator: "“新增馆藏照片”", approved: "“整理档案卷数”" } },
    });
  });

  test("one that is only named otherwise needs an explanation", () => {
    expect(say("self-evaluation-indicators-as-approved", [form, "D11", "整理馆藏档案卷数"])).toEqual([
      `fail/explain ${form}!D11`,
    ]);
  });

  test("one that carries the approved one's explanation as its name is the same", () => {
    expect(say("self-evaluation-indicators-as-approved", [form, "D13", "接待查阅2000人次"])).toEqual([]);
  });

  test("another target and other points are found", () => {
    expect(say("self-evaluation-targets-as-approved", [form, "E11", "≥800卷"])).toEqual([`fail/error ${form}!E11`]);
    expect(say("self-evaluation-points-as-approved", [form, "G11", 22])).toEqual([`fail/error ${form}!G11`]);
  });

  test("“≥1000卷” is 1000 with sign and unit in columns of their own", () => {
    expect(say("self-evaluation-targets-as-approved")).toEqual([]);
  });

  test("预算执行率 was never approved, and its reason is asked for elsewhere", () => {
    const rate: Change[] = [
      ...(["B", "C", "D"] as const).map((column): Change => [form, `${column}11`, "预算执行率"]),
      [form, "E11", "100%"],
      [form, "F11", "92%"],
    ];
    const codes = outcomesOf(performanceWorkbook(...rate))
      .filter(({ outcome, detail }) => outcome === "fail" && JSON.stringify(detail).includes("预算执行率"))
      .map(({ rule }) => rule);
    expect(codes).not.toContain("self-evaluation-indicators-as-approved");
    expect(codes).not.toContain("self-evaluation-shortfall-reason");
  });

  test("a project that was never approved cannot be told", () => {
    expect(say("self-evaluation-indicators-as-approved", [form, "B2", "展览布置专项"])).toEqual([
      `cannot-tell/error ${form}!B2`,
    ]);
  });
});

describe("预算执行率 as a row of a self-evaluation", () => {
  const named = (level1: string, level3: string) => isExecutionRate({ level1, level2: "", level3 });
  test("is no indicator of the targets, however it is written", () => {
    expect(named("预算执行情况（10分）", "预算执行率")).toBe(true);
    expect(named("预算执行", "资金执行率（%）")).toBe(true);
  });
  test("an indicator of another level, or another thing under 预算执行, is one", () => {
    expect(named("产出指标", "预算执行率")).toBe(false);
    expect(named("预算执行", "公用经费控制率")).toBe(false);
  });
});

describe("matching indicators", () => {
  const indicators = (rows: Drawn[][]): Indicator[] => [
    ...readAll(
      drawn([["一级指标", "二级指标", "三级指标", "指标值", "度量单位", "分值"], ...rows]),
      "project-performance-target",
    )[0]!.blocks[0]!.indicators,
  ];

  test("gives every indicator at most one partner, whatever the order", () => {
    const approved = indicators([
      ["产出指标", "数量指标", "培训人数", 100, "人", 10],
      ["产出指标", "数量指标", "培训期数", 4, "期", 10],
      ["产出指标", "质量指标", "培训合格率", 95, "%", 10],
    ]);
    const evaluated = indicators([
      ["产出指标", "质量指标", "培训合格率", 95, "%", 10],
      ["产出指标", "数量指标", "培训期数", 4, "期", 10],
      ["产出指标", "数量指标", "培训人数", 100, "人", 10],
    ]);
    const { matches, missing, added } = matchIndicators(approved, evaluated);
    expect(matches.map(({ approved: one, evaluated: other, kind }) => [one.level3, other.level3, kind]).sort()).toEqual(
      [
        ["培训人数", "培训人数", "same"],
        ["培训合格率", "培训合格率", "same"],
        ["培训期数", "培训期数", "same"],
      ],
    );
    expect([missing, added]).toEqual([[], []]);
  });
});
