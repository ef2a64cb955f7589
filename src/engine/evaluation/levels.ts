import type { Indicator } from "../tables";
import { normalise } from "../tables";

/** First levels of 财预〔2021〕101号, and 预算执行率, which only the self-evaluation has. */
export const firstLevels = ["cost", "output", "benefit", "satisfaction", "execution"] as const;
export type FirstLevel = (typeof firstLevels)[number];

/** What people call them. */
export const levelNames: Readonly<Record<FirstLevel, string>> = {
  cost: "成本指标",
  output: "产出指标",
  benefit: "效益指标",
  satisfaction: "满意度指标",
  execution: "预算执行率",
};

const patterns: readonly (readonly [FirstLevel, RegExp])[] = [
  ["execution", /预算执行|执行率/],
  ["satisfaction", /满意/],
  ["cost", /成本/],
  ["output", /产出|数量|质量|时效/],
  ["benefit", /效益|效果|影响/],
];

/**
 * The first level an indicator counts to; null where its names say nothing. 满意度 counts as a level of its own also where
 * a form prints it under 效益; 成本 under 产出 (the form of 财预〔2020〕10号) counts to 产出.
 */
export function firstLevelOf(indicator: Pick<Indicator, "level1" | "level2" | "level3">): FirstLevel | null {
  const level1 = normalise(indicator.level1);
  const level2 = normalise(indicator.level2);
  if (/满意/.test(level2)) return "satisfaction";
  for (const word of [level1, level2]) {
    const found = patterns.find(([, pattern]) => pattern.test(word));
    if (found) return found[0];
  }
  return /预算执行率/.test(normalise(indicator.level3)) ? "execution" : null;
}

const brackets = /[(（][^()（）]*[)）]/g;
const executionWord = /^(?:全年|年度|项目|部门|单位|财政|预算|资金|支出)*执行(?:率|情况|进度)$/;

/**
 * True for 预算执行率 printed as a row among the indicators of a self-evaluation: approved targets have no such row, and the
 * form has no reason of its own for it (财预〔2020〕10号). An indicator that only stands under 预算执行 is none.
 */
export function isExecutionRate(indicator: Pick<Indicator, "level1" | "level2" | "level3">): boolean {
  return (
    firstLevelOf(indicator) === "execution" && executionWord.test(normalise(indicator.level3).replace(brackets, ""))
  );
}
