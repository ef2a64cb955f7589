/** A condition of the tree as a test of the rule: its measure settled by what was spoken of before. */

import { YEAR_AFTER } from "../tree";
import type { Bound, Condition, Measure, Outcome, PlacedClause, Quantity } from "../tree";
import { Exact } from "../exact";
import { unitOf } from "../../language";
import { isAward } from "./rule";
import type { End, Test } from "./rule";

export interface Context {
  measure: Measure | null;
  /** Whether a share of the target was spoken of. */
  ofShare: boolean;
}

/** The measure that most ranges name: what "实际值" and plain numbers beside it mean. */
export function mainMeasure(clauses: readonly PlacedClause[]): Measure | null {
  const found = clauses
    .flatMap((c) => (c.kind === "arm" || c.kind === "requirement" ? [c.when] : []))
    .flatMap((c) => (c === null ? [] : measuresIn(c)));
  return found.find((m) => m !== "value") ?? null;
}

function measuresIn(condition: Condition): readonly Measure[] {
  switch (condition.kind) {
    case "range":
    case "bare":
      return condition.measure === null || condition.name.startsWith("?") ? [] : [condition.measure];
    case "all":
    case "any":
      return condition.of.flatMap(measuresIn);
    case "each":
      return measuresIn(condition.of);
    default:
      return [];
  }
}

export function end(bound: Bound | null): End | null {
  return bound === null
    ? null
    : {
        number: bound.at.number,
        unit: bound.at.unit,
        inclusive: bound.inclusive,
        explicit: bound.explicit,
        soft: bound.soft,
      };
}

/** Measures that a plain number behind them goes on with; a number in another unit does not. */
function inherited(context: Context, unit: string): Measure {
  const before = context.measure;
  if (before === null) return "value";
  const rate = unitOf(unit).dimension === "rate";
  if (unit === "分") return before === "rate" || before === "rank" ? "value" : before;
  if (before === "rank") return /^(?:名次?|位次?|个?[名位]次)?$/u.test(unit) ? "rank" : "value";
  if (["completion", "ratio", "rate", "change", "fall", "prior", "saving"].includes(before))
    return rate || unit === "" ? before : "value";
  if (before === "late" || before === "early")
    return ["days", "months", "hours"].includes(unitOf(unit).dimension) ? before : "value";
  return before;
}

/** "＞1" beside a ratio that the text writes as such is more than all of it. */
export function asShare(at: Quantity): Quantity {
  return at.unit !== "" || Number(at.number) > 2
    ? at
    : { number: new Exact(at.number).times(100).toString(), unit: "%" };
}

const boundAsShare = (bound: Bound | null): Bound | null =>
  bound === null ? null : { ...bound, at: asShare(bound.at) };

type RangeCondition = Extract<Condition, { kind: "range" }>;

export const test = (told: Condition, then: Outcome | null, context: Context, main: Measure | null): Test =>
  tested(saidByRange(told) ?? told, then, context, main);

function tested(given: Condition, then: Outcome | null, context: Context, main: Measure | null): Test {
  const ofRatio =
    given.kind === "range" && (given.measure === "ratio" || (given.measure === null && context.measure === "ratio"));
  const shares = ofRatio ? { ...given, low: boundAsShare(given.low), high: boundAsShare(given.high) } : given;
  const condition = beyondWhole(shares) ?? belowShare(shares) ?? shares;
  switch (condition.kind) {
    case "range":
      return interval(ofAmount(condition, then), context, main);
    case "bare":
      return reached(condition, then, context, main);
    case "all":
      return { kind: "all", loose: condition.loose, of: condition.of.map((one) => test(one, then, context, main)) };
    case "any":
      return { kind: "any", of: condition.of.map((one) => test(one, then, context, main)) };
    case "each": {
      const of = test(condition.of, then, context, main);
      // The table is a year's: "每年开展2次以上" is so many in all.
      return condition.yearly === 1 ? of : { ...condition, of };
    }
    case "fact":
      return risenOrFallen(condition, context, main) ?? happening(condition, then);
    default:
      return condition;
  }
}

/** That there is some of it. */
const THERE_IS = /^(?:有|存在|出现|发生|产生)(?:所|了)?([^有]{2,4})$/u;

/** "有结余的，结余占比1%以内扣0.5分": that there is some of what is measured is said by how much. Null for all else. */
function saidByRange(told: Condition): RangeCondition | null {
  if (told.kind !== "all" || !told.loose || told.of.length !== 2) return null;
  const [first, second] = told.of;
  if ((first?.kind !== "target" && first?.kind !== "fact") || second?.kind !== "range") return null;
  const what = THERE_IS.exec(first.text)?.[1];
  return what !== undefined && second.name.includes(what) ? { ...second, name: `${first.text},${second.name}` } : null;
}

/** "兴奋剂检测出现阳性的，不得分": what comes up and costs marks has happened, whatever else is done in its words. */
const happening = (fact: Extract<Condition, { kind: "fact" }>, then: Outcome | null): Test =>
  !fact.denied && fact.sort === "done" && then !== null && COSTS.includes(then.kind) && COMES_UP.test(fact.text)
    ? { ...fact, sort: "event" }
    : fact;

const COSTS: readonly Outcome["kind"][] = ["nothing", "minus", "minus-share"];
const COMES_UP = /出现|发生|发现|引发|造成|查出|存在/u;

/** That something rose or fell. */
const RISEN_OR_FALLEN = /^[^不未无没]*?(?:(增长|提高|上升|增加|提升|升高|上涨)|下降|减少|降低|缩减|压减|下滑|回落)$/u;

/** "成本下降得满分" beside "与上年持平得4分": the same change, told by its way. Null where none is measured. */
function risenOrFallen(
  fact: Extract<Condition, { kind: "fact" }>,
  context: Context,
  main: Measure | null,
): Test | null {
  const told = fact.denied || fact.partly ? null : RISEN_OR_FALLEN.exec(fact.text);
  if (told === null || ![context.measure, main].some((m) => m === "change" || m === "fall")) return null;
  const zero: Bound = { at: { number: "0", unit: "%" }, inclusive: false, explicit: false, soft: false };
  const up = told[1] !== undefined;
  const range: RangeCondition = {
    kind: "range",
    measure: "change",
    name: `?${fact.text}`,
    low: up ? zero : null,
    high: up ? null : zero,
  };
  return turned(range, context, main);
}

/** "低于目标人数60%": so much of the target, not less than it by so much. Null for every other condition. */
function belowShare(condition: Condition): RangeCondition | null {
  if (condition.kind !== "bare" || condition.measure !== "shortfall" || /[率幅]/u.test(condition.name)) return null;
  const { at, explicit } = condition;
  return at.unit === "%" && new Exact(at.number).gte(50)
    ? {
        kind: "range",
        measure: "completion",
        name: "目标值",
        low: null,
        high: { at, inclusive: explicit, explicit, soft: false },
      }
    : null;
}

/** "超过目标值130%": so much of the target, not more than it by so much. Null for every other condition. */
function beyondWhole(condition: Condition): RangeCondition | null {
  if ((condition.kind !== "bare" && condition.kind !== "range") || condition.measure !== "overrun") return null;
  const low: Bound | null =
    condition.kind === "range"
      ? condition.low
      : { at: condition.at, inclusive: false, explicit: condition.explicit, soft: false };
  const whole = low !== null && low.at.unit === "%" && new Exact(low.at.number).gte(100);
  return whole && !/[率幅]/u.test(condition.name)
    ? { kind: "range", measure: "completion", name: "目标值", low, high: null }
    : null;
}

/** "缩短5分钟以上得满分" is by how much it fell; "减少10公里以上不得分" is short of the target. */
function ofAmount(condition: RangeCondition, then: Outcome | null): RangeCondition {
  const unit = (condition.low ?? condition.high)?.at.unit ?? "";
  const amount = condition.measure === "fall" && unit !== "" && unitOf(unit).dimension !== "rate";
  return amount && then !== null && !isAward(then) ? { ...condition, measure: "shortfall" } : condition;
}

function interval(condition: RangeCondition, context: Context, main: Measure | null): Test {
  const unit = (condition.low ?? condition.high)?.at.unit ?? "";
  // "为负" after a place is no place.
  const own = context.measure === "rank" && condition.high?.at.number === "0" ? "value" : condition.measure;
  const measure = told(own, condition.name, context, unit, main);
  if (condition.name.startsWith("?")) return turned(condition, context, main);
  const way = alongMain(condition, measure, context, main);
  if (way !== null) return way;
  // "较上年下降的得3分，95%-98%得5分": which way it went is told between levels, and what follows goes on with these.
  const between = context.measure !== null && isWayOnly(condition) && !["change", "fall"].includes(context.measure);
  if (!between) context.measure = measure;
  return {
    kind: "interval",
    measure,
    name: calledBy(condition, measure),
    low: end(condition.low),
    high: end(condition.high),
    ...behindOf(condition),
  };
}

/** Whether a change is told by its way alone. */
const isWayOnly = ({ measure, low, high }: RangeCondition): boolean =>
  (measure === "change" || measure === "fall") && [low, high].every((e) => e === null || e.at.number === "0");

const behindOf = ({ behind }: { readonly behind?: string }): { readonly behind?: string } =>
  behind === undefined ? {} : { behind };

/** A number alone; whether it is there to be reached is told by what it gives. */
function reached(
  condition: Extract<Condition, { kind: "bare" }>,
  then: Outcome | null,
  context: Context,
  main: Measure | null,
): Test {
  const { at, explicit } = condition;
  const quarter = quarterOf(condition);
  if (quarter !== null) return quarter;
  const measure = told(condition.measure, condition.name, context, at.unit, main);
  context.measure = measure;
  return {
    kind: "reached",
    measure,
    name: calledBy(condition, measure),
    at: { number: at.number, unit: at.unit, inclusive: true, explicit, soft: false },
    good: then === null || isAward(then),
    ...behindOf(condition),
  };
}

/** "三季度完成": by the end of it; "3个季度" is a length of time. */
function quarterOf({ measure, name, at }: Extract<Condition, { kind: "bare" }>): Test | null {
  if ((measure ?? "value") !== "value" || at.unit !== "季度" || !/^[1-4]$/u.test(at.number)) return null;
  const month = String(3 * Number(at.number)).padStart(2, "0");
  const year = /^(?:次年|翌年|来年|下一?年|第二年)/u.test(name) ? YEAR_AFTER : "";
  return { kind: "date", date: `${year}-${month}-`, side: "by", text: `${name}${at.number}季度` };
}

/** What a measure that the text tells by its grammar alone is called in the reading. */
const CALLED: Partial<Record<Measure, string>> = {
  completion: "完成率",
  deviation: "偏离目标值",
  overrun: "超出目标值",
  shortfall: "低于目标值",
  late: "延迟",
  early: "提前",
  change: "同比增长",
  fall: "同比下降",
  prior: "上年的",
  saving: "节约率",
};

function calledBy(condition: Extract<Condition, { kind: "range" | "bare" }>, measure: Measure): string {
  if (condition.name !== "" || condition.measure === null) return condition.name;
  const ends = condition.kind === "range" ? [condition.low, condition.high] : [];
  const wayOnly = ends.length > 0 && ends.every((e) => e === null || e.at.number === "0");
  return wayOnly && (measure === "change" || measure === "fall") ? "同比" : (CALLED[measure] ?? "");
}

/**
 * A rise beside falls, or a fall beside rises, is counted on the scale of the first: "同比上升" beside "下降5%以上" is a
 * fall below 0.
 */
function alongMain(condition: RangeCondition, measure: Measure, context: Context, main: Measure | null): Test | null {
  const scale = [main, context.measure].find((m) => m === "change" || m === "fall");
  if (scale === undefined || scale === measure || (measure !== "change" && measure !== "fall")) return null;
  const turn = (e: End | null): End | null =>
    e === null
      ? null
      : { ...e, number: e.number === "0" ? "0" : e.number.startsWith("-") ? e.number.slice(1) : `-${e.number}` };
  context.measure = scale;
  const [low, high] = [turn(end(condition.high)), turn(end(condition.low))];
  // "增长得满分，下降5%以内得一半": what rose, or stayed, is no fall within 5%.
  const open = high === null && low !== null && low.number.startsWith("-");
  return {
    kind: "interval",
    measure: scale,
    name: calledBy(condition, measure),
    low,
    high: open ? { ...low, number: "0", inclusive: false, explicit: false, soft: false } : high,
  };
}

/**
 * "提升", "未提升", "不降反升": beside a change that is measured a part of it, where only its way counts; else a fact in its own
 * words.
 */
function turned(condition: RangeCondition, context: Context, main: Measure | null): Test {
  const words = condition.name.slice(1);
  const measured = [context.measure, main].find((m) => m === "change" || m === "fall" || m === "prior");
  if (measured === undefined) {
    const denied = /^(?:未|没有|不|无)/u.test(words) && !/反/u.test(words);
    const core = words.replace(/^(?:未能|未|没有|不|无)/u, "").replace(/^(?:有所|略有|实现|明显|稳步)/u, "");
    return { kind: "fact", text: words, core, denied, sort: "other", grave: false, partly: false };
  }
  const [low, high] = [end(condition.low), end(condition.high)];
  if (measured !== "fall") return { kind: "interval", measure: "change", name: words, low, high };
  return { kind: "interval", measure: "fall", name: words, low: high, high: low };
}

/** "按实际数占目标数的比例计分；比例低于50%不得分": the share of which the text has just spoken. */
const SHARE_SPOKEN_OF = /^(?:该|其|上述)?(?:比例|比率|比值)$/u;

/** "完成投资占年度计划投资比例": what share of the plan. */
const OF_PLAN = /占(?:年度|全年|年初|总)?(?:计划|目标|任务|指标)[^占]{0,6}(?:比例|比重|比率)$/u;

const saysShare = (told: Measure, name: string, unit: string, { ofShare }: Context): boolean =>
  unit === "%" && ((ofShare && told === "rate" && SHARE_SPOKEN_OF.test(name)) || (isLevel(told) && OF_PLAN.test(name)));

const isLevel = (measure: Measure): boolean => measure === "rate" || measure === "value";

/** "完成80%以上" beside a rate of its own is that rate; beside a completion it is the completion. */
export function told(own: Measure | null, name: string, context: Context, unit: string, main: Measure | null): Measure {
  if (isApart(own, name)) return "deviation";
  const told = own ?? inherited(context, unit);
  if (saysShare(told, name, unit, context)) return "completion";
  // Percentage points are a distance, never a level: "超5个百分点以上" speaks of what is over the target.
  if (told === "value" && /百分点$/u.test(unit)) return "overrun";
  if (own === null) return told;
  const rate = unitOf(unit).dimension === "rate";
  if (own === "rate" && unit !== "" && !rate) return "value";
  return own === "value" && rate && FIGURE_ITSELF.test(name) ? sharesBefore(context.measure ?? main) : own;
}

/** How far it is from what it is compared with. */
const isApart = (own: Measure | null, name: string): boolean => APART.test(name) && (own === null || own === "value");

const APART = /^(?:与?目标值?的?)?(?:差额|差距|差值|缺口)$/u;

/** A share of which the text has spoken before; else the figure's own value. */
const sharesBefore = (before: Measure | null): Measure =>
  before === "completion" || before === "rate" || before === "ratio" ? before : "value";

/** What only says that the figure itself is meant. */
const FIGURE_ITSELF = /^(?:完成|达到|实际值|实际完成值|指标值|目标值|实际完成|完成值|)$/u;
