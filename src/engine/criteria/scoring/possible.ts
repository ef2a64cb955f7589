/** Values that cannot be: 888% of people satisfied, a negative share. */

import { bandsOf, stepsOf } from "../rule/rule";
import { free } from "./measure";
import type { NumberFigure } from "./measure";
import { isOtherSort, unitIn } from "./other-things";
import type { Answer, Run } from "./run";
import { ask } from "./run";

/** Shares that are found by looking at each of a whole: none of them is above all of it. */
const OF_EACH = ["满意", "及时率", "准确率", "知晓率"];
/** Shares of a plan or of a number that may have grown meanwhile: a little above all of it can be. */
const OF_PLAN = ["覆盖", "到位", "参训", "入住", "普及"];
/** Rates that may well be beyond the whole. */
const BEYOND = new RegExp(
  [
    "完成|达成|实现|执行|支出|支付|使用|利用|控制|进度|增|降|减|涨|变|节|偏|超|速|床|收缴|征收|签约|就业",
    "贡献|回报|收益|负债|周转|盈|息|压|消化|化解|盘活|自给|保障|拨付|招生|征集|征订",
  ].join("|"),
  "u",
);
const SHARES = [...OF_EACH, ...OF_PLAN, "合格率", "达标率", "通过率", "出勤率", "完好率", "优良率"];
/** What is spent of what was there to be spent. */
const OF_BUDGET = ["预算执行率", "资金执行率", "支出执行率", "预算完成率"];
/** Figures that may fall below nothing. */
const SIGNED = [
  "增长",
  "增速",
  "增幅",
  "变动",
  "变化",
  "增减",
  "偏差",
  "同比",
  "差额",
  "结余",
  "降幅",
  "下降",
  "节约",
  "利润",
  "温度",
  "偏离",
  "提高",
  "减少",
  "增加",
  "上升",
  "提升",
  "降低",
  "压减",
  "涨幅",
];

const names = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));

/** The question about a value that cannot be; null where it can. */
export function impossible(run: Run): Answer | null {
  const { actual } = run.figures;
  if (actual.kind !== "number" || actual.way !== undefined) return null;
  if (isCountOfOthers(run))
    return ask({ code: "ask-unit", written: actual.text, expected: run.figures.unit }, free(run));
  const cannot = isBelowNothing(actual, run.indicator) || isAboveAll(actual, run.indicator, run.figures.target);
  return cannot || isBeyondTheYear(run) || isOverspent(run)
    ? ask({ code: "ask-impossible", text: actual.text }, free(run))
    : null;
}

/** "培训3期" beside so many people that were to come: neither tells of the other, unless the rule counts what is told. */
function isCountOfOthers({ rule, figures: { actual, target, unit } }: Run): boolean {
  if (actual.kind !== "number" || target.kind !== "number" || target.dimension !== "count") return false;
  const told = unitIn(actual.text);
  return isOtherSort(unit, told) && !unit.includes(told) && !stepsOf(rule).some(({ step }) => step.unit === told);
}

const MEASURED_THINGS: readonly string[] = ["count", "days", "area", "length", "weight"];

/** A share, or a number of things, below nothing. */
function isBelowNothing({ value, dimension }: NumberFigure, about: string): boolean {
  if (!value.isNegative() || names(SIGNED, about)) return false;
  return MEASURED_THINGS.includes(dimension) || (dimension === "rate" && names(SHARES, about));
}

/** More than all of what a share is of. */
function isAboveAll({ value, dimension }: NumberFigure, about: string, target: Run["figures"]["target"]): boolean {
  if (dimension !== "rate" || names(SIGNED, about)) return false;
  if (names(OF_PLAN, about)) return value.gt("1.5");
  const whole = target.kind === "number" && target.dimension === "rate" && target.value.lte(1);
  return value.gt(1) && (names(OF_EACH, about) || (whole && /[率度]$/u.test(about) && !BEYOND.test(about)));
}

/** More spent than there was, where the rule says nothing of it. */
function isOverspent({ rule, rates, indicator, figures: { actual } }: Run): boolean {
  const beyond = rates.some((rate) => rate.gte(1)) || bandsOf(rule).length > 1;
  return (
    actual.kind === "number" &&
    actual.dimension === "rate" &&
    actual.value.gt(1) &&
    !beyond &&
    names(OF_BUDGET, indicator)
  );
}

/** More days than a year has, where there were to be no more. */
function isBeyondTheYear({ figures: { actual, target }, indicator }: Run): boolean {
  const days = actual.kind === "number" && target.kind === "number" && target.dimension === "days";
  return (
    days && actual.dimension === "days" && actual.value.gt(366) && target.value.lte(366) && /天数/u.test(indicator)
  );
}
