/** A step with its region, or with what is asked for before it. */

import type { Condition, Limit, Measure, Outcome, PlacedClause, StepClause } from "../tree";
import { isWellDone } from "../grammar/arms";
import { unitOf } from "../../language";
import { isAward, UNBOUNDED } from "./rule";
import type { Bounds, PlacedStep, RuleStatement, StepRule, Test } from "./rule";
import { test } from "./tests";
import type { Context } from "./tests";

type PlacedStepClause = Extract<PlacedClause, { kind: "step" }>;

/**
 * The statements of a step: what is asked for before it where its condition asks, then the step. `told` is whether what
 * earns all the marks was told before: a range without a name of its own is then the region of the step.
 */
export function stepped(
  clause: PlacedStepClause,
  context: Context,
  main: Measure | null,
  told = false,
): readonly RuleStatement[] {
  const { when, then, span } = clause;
  // "不足10公里，每公里得0.8分": what earns marks is what was done, whichever way the region goes.
  const count = isAward(then) ? clause.count : directed(clause);
  const direction = main === "rank" && count.direction === "short" && count.step.unit === "名" ? "behind" : null;
  const { from, what, each, of, stretch } = count;
  const step: PlacedStep = {
    kind: "step",
    direction: direction ?? count.direction,
    step: count.step,
    from,
    what,
    each,
    ...(of === undefined ? {} : { of }),
    ...(stretch === undefined ? {} : { stretch }),
    region: null,
    then,
    bounds: clause.limit === null ? UNBOUNDED : boundsOf([clause.limit]),
    parts: null,
    span,
  };
  if (when === null) return [step];
  if (isDemand(when, step, told)) {
    const full: Outcome = { kind: "full", named: null };
    return [{ kind: "band", when: test(when, full, context, main), then: full, role: "demand", span }, step];
  }
  const counted = count.direction === "event" && count.what === "" ? happening(when, then) : null;
  if (counted !== null) return [{ ...step, from: null, what: counted }];
  return [inRegion(step, test(when, then, { ...context }, main))];
}

/** A step in its region: "超过20%的，超出部分每5%扣0.5分" is counted beyond that bound, not beyond the target. */
const inRegion = (step: PlacedStep, region: Test): PlacedStep => ({
  ...step,
  from: step.from === "target" && isBeyond(region) ? null : step.from,
  region,
});

const isBeyond = (region: Test): boolean =>
  region.kind === "interval" && region.measure === "overrun" && region.low !== null && Number(region.low.number) > 0;

/** Whether a condition before a step is asked for, and not the region of the step. */
const isDemand = (when: Condition, { then, direction, from }: PlacedStep, told: boolean): boolean =>
  !(told && goesOn(when)) &&
  !(when.kind === "range" && from !== null && from !== "target") &&
  !earnsBelow(when, then) &&
  (asks(when, direction) || isSpoilt(when, then, direction));

/** "应补尽补": all of it is asked for. */
const ALL_OF = /应.{1,2}[尽全]/u;

/** "发放人数准确，每差错1人扣0.2分": what is to be right, and what costs where it is not. */
const isSpoilt = (when: Condition, then: Outcome, direction: StepRule["direction"]): boolean =>
  when.kind === "fact" &&
  when.sort === "quality" &&
  !when.denied &&
  !ALL_OF.test(when.text) &&
  !FOUND.test(when.text) &&
  direction === "event" &&
  !isAward(then);

/** "不足10公里，每公里得0.8分": what is short of a bound asks for nothing, and earns for each that was done. */
const earnsBelow = (when: Condition, then: Outcome): boolean =>
  isAward(then) &&
  when.kind === "range" &&
  when.low === null &&
  when.high !== null &&
  (!when.high.inclusive || when.high.soft);

/** A range that only goes on with what was spoken of: "80%以上的", "完成率在80%以上的" behind what all of it earns. */
const goesOn = (when: Condition): boolean =>
  when.kind === "range" &&
  ((when.name === "" && when.measure === null) ||
    (when.measure === "completion" && when.low?.at.unit === "%" && Number(when.low.at.number) < 100));

/**
 * "引发信访的，每起扣2分": the happening is what is counted; "方案、制度、办法，每有一项得2分": so is each of a list.
 * Null where the condition is neither.
 */
function happening(when: Condition, then: Outcome): string | null {
  if (isUnfit(when)) return when.text;
  if (when.kind === "in-time") return when.holds ? null : when.text;
  if (when.kind !== "fact") return null;
  // "入库资料退件的，每件扣0.5分": whatever costs marks for each of it happens.
  const spoils = !isAward(then) && (when.sort !== "quality" || FOUND.test(when.text)) && !ALL_OF.test(when.text);
  const counted = when.denied || when.sort === "event" || spoils || (when.text.includes("、") && isAward(then));
  return counted ? when.text : null;
}

/** "抽查凭证发现不合规支出，每笔扣0.5分": what is found is counted, in whatever words. */
const FOUND = /(?:发现|查出|出现|存在).*[不未无漏错违缺]/u;

/** "不符合条件": what is found of it is counted, and is no distance from the target. */
const isUnfit = (when: Condition | null): when is Extract<Condition, { kind: "target" }> =>
  when?.kind === "target" && when.side === "missed" && /(?:不|未能?|没有)(?:符合|满足)/u.test(when.text);

/** Which way the steps go in a region, by the side of the target or the measure that tells it. */
const WAY_OF_REGION: ReadonlyMap<string, StepRule["direction"]> = new Map([
  ["missed", "short"],
  ["below", "short"],
  ["shortfall", "short"],
  ["above", "over"],
  ["overrun", "over"],
  ["off", "away"],
  ["deviation", "away"],
]);

/** "低于目标值的，每1个百分点扣1分": the region says which way the steps are counted. */
function directed({ count, when }: PlacedStepClause): StepClause {
  const side = onOneSide(count, when);
  if (side !== null) return { ...count, direction: side };
  if (isBehindInPercent(count)) return { ...count, direction: "short" };
  if (count.direction !== "event" || count.what !== "") return count;
  if (isUnfit(when) && unitOf(count.step.unit).dimension === "count") return count;
  const direction = WAY_OF_REGION.get(regionOf(when)) ?? beyondBound(when, count.step.unit);
  return direction === undefined ? count : { ...count, direction };
}

/** Which way one is off in a region that has a side, or has none; null where the step says it itself. */
function onOneSide({ direction, from }: StepClause, when: Condition | null): StepRule["direction"] | null {
  // Beyond a deviation one is off on either side.
  if (when?.kind === "range" && when.measure === "deviation" && direction === "over" && from === null) return "away";
  // "未达到目标的，每相差1个百分点": off on the side of the region.
  return direction === "away" && when?.kind === "target" ? (WAY_OF_REGION.get(when.side) ?? null) : null;
}

/** "支出进度每滞后5个百分点": behind in percent is short of it, and no time. */
const isBehindInPercent = ({ direction, step, of = "" }: StepClause): boolean =>
  direction === "late" && unitOf(step.unit).dimension === "rate" && /进度|率$/u.test(of);

const regionOf = (when: Condition | null): string =>
  when?.kind === "target" ? when.side : when?.kind === "range" ? (when.measure ?? "") : "";

/** "超过5个工作日的，每天扣1分": what lies beyond the bound, in units of the same kind. */
function beyondBound(when: Condition | null, unit: string): StepRule["direction"] | undefined {
  if (when?.kind !== "range" || (when.low === null) === (when.high === null)) return undefined;
  const { dimension } = unitOf((when.low ?? when.high)!.at.unit);
  if (dimension !== unitOf(unit).dimension) return undefined;
  if (when.low !== null && !when.low.inclusive) return "over";
  return when.high !== null && !when.high.inclusive ? "short" : undefined;
}

/** "满意度≥95%，每低1%扣…": the condition is what is asked for, and the step is what less of it costs. */
function asks(condition: Condition, direction: StepRule["direction"]): boolean {
  switch (condition.kind) {
    case "range":
      return rangeAsks(condition, direction);
    case "bare":
      return condition.measure !== "overrun" && condition.measure !== "shortfall";
    case "target":
      return ["met", "at-most", "at-least"].includes(condition.side);
    case "date":
      return condition.side === "by";
    case "in-time":
      return condition.holds;
    case "each":
      return true;
    case "all":
      return condition.of.every((one) => asks(one, direction) || (one.kind === "fact" && isWellDone(one)));
    case "fact":
      return isWellDone(condition) && direction !== "event";
    default:
      return false;
  }
}

function rangeAsks(range: Extract<Condition, { kind: "range" }>, direction: StepRule["direction"]): boolean {
  if (range.low !== null && range.high !== null) return false;
  // What is saved or fell is the less the more was spent.
  if (range.measure === "saving" && direction === "over") return range.low !== null;
  if (direction === "short") return range.low !== null && range.measure !== "shortfall";
  if (direction === "over") return range.high !== null && range.measure !== "overrun";
  // "办理时限不超过15个工作日，超时1个工作日扣0.5分".
  if (direction === "late") return range.high !== null && range.measure !== "late";
  // "超出±5%的部分每1%扣0.5分": what lies beyond a deviation is no less of it.
  if (direction === "away" && range.measure === "deviation") return range.high !== null;
  return direction === "event" || direction === "away";
}

export function boundsOf(limits: readonly Limit[]): Bounds {
  return limits.reduce<Bounds>((bounds, limit) => {
    switch (limit.kind) {
      case "together":
        return { ...bounds, mostTaken: limit.points };
      case "most":
        return limit.of === "taken" ? { ...bounds, mostTaken: limit.points } : { ...bounds, mostAdded: limit.points };
      case "most-share":
        return { ...bounds, mostShare: limit.share };
      case "least":
        return { ...bounds, least: greater(bounds.least, limit.points) };
      case "highest":
        return { ...bounds, highest: limit.points };
      case "full":
        return { ...bounds, full: true };
    }
  }, UNBOUNDED);
}

/** "最低得7分，扣完为止": the higher of two floors. */
function greater(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Number(one) > Number(other) ? one : other;
}

export function mergedBounds(a: Bounds, b: Bounds): Bounds {
  return {
    mostTaken: b.mostTaken ?? a.mostTaken,
    mostAdded: b.mostAdded ?? a.mostAdded,
    mostShare: b.mostShare ?? a.mostShare,
    least: greater(a.least, b.least),
    highest: b.highest ?? a.highest,
    full: a.full || b.full,
  };
}
