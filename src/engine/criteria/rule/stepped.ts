/** A step with its region, or with what is asked for before it. */

import type { Condition, Limit, Measure, PlacedClause, StepClause } from "../tree";
import { unitOf } from "../../language";
import { isAward, UNBOUNDED } from "./rule";
import type { Bounds, RuleStatement, StepRule, Test } from "./rule";
import { test } from "./tests";
import type { Context } from "./tests";

export function stepped(
  clause: Extract<PlacedClause, { kind: "step" }>,
  context: Context,
  main: Measure | null,
): readonly RuleStatement[] {
  const { span } = clause;
  const count = directed(clause);
  const statements: RuleStatement[] = [];
  let region: Test | null = null;
  if (clause.when !== null) {
    const asked = asks(clause.when, count.direction);
    const when = test(clause.when, asked ? { kind: "full", named: null } : clause.then, { ...context }, main);
    // "引发信访的，每起扣2分": the happening is what is counted; "方案、制度、办法，每有一项得2分": so is each of a list.
    const happening =
      clause.when.kind === "in-time"
        ? !clause.when.holds
        : clause.when.kind === "fact" &&
          (clause.when.denied ||
            clause.when.sort === "event" ||
            (clause.when.text.includes("、") && isAward(clause.then)));
    if (
      !asked &&
      happening &&
      (clause.when.kind === "fact" || clause.when.kind === "in-time") &&
      count.direction === "event" &&
      count.what === ""
    ) {
      return [
        {
          kind: "step",
          direction: "event",
          step: count.step,
          from: null,
          what: clause.when.text,
          each: count.each,
          region: null,
          then: clause.then,
          bounds: clause.limit === null ? UNBOUNDED : boundsOf([clause.limit]),
          parts: null,
          span,
        },
      ];
    }
    if (asked) {
      statements.push({
        kind: "band",
        when: test(clause.when, { kind: "full", named: null }, context, main),
        then: { kind: "full", named: null },
        role: "demand",
        span,
      });
    } else region = when;
  }
  statements.push({
    kind: "step",
    direction: main === "rank" && count.direction === "short" && count.step.unit === "名" ? "behind" : count.direction,
    step: count.step,
    from: count.from,
    what: count.what,
    each: count.each,
    region,
    then: clause.then,
    bounds: clause.limit === null ? UNBOUNDED : boundsOf([clause.limit]),
    parts: null,
    span,
  });
  return statements;
}

/** "低于目标值的，每1个百分点扣1分": the region says which way the steps are counted. */
function directed({ count, when }: Extract<PlacedClause, { kind: "step" }>): StepClause {
  if (count.direction !== "event" || count.what !== "" || unitOf(count.step.unit).dimension !== "rate") return count;
  const way =
    when?.kind === "target" ? when.side : when?.kind === "range" && when.measure !== null ? when.measure : null;
  switch (way) {
    case "missed":
    case "below":
    case "shortfall":
      return { ...count, direction: "short" };
    case "above":
    case "overrun":
      return { ...count, direction: "over" };
    case "off":
    case "deviation":
      return { ...count, direction: "away" };
    default:
      return count;
  }
}

/** "满意度≥95%，每低1%扣…": the condition is what is asked for, and the step is what less of it costs. */
function asks(condition: Condition, direction: StepRule["direction"]): boolean {
  switch (condition.kind) {
    case "range":
      if (condition.low !== null && condition.high !== null) return false;
      return direction === "short"
        ? condition.low !== null && condition.measure !== "shortfall"
        : direction === "over"
          ? condition.high !== null && condition.measure !== "overrun"
          : direction === "event" || direction === "away";
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
      return condition.of.every(
        (one) =>
          asks(one, direction) ||
          (one.kind === "fact" && !one.denied && (one.sort === "done" || one.sort === "quality")),
      );
    case "fact":
      return !condition.denied && (condition.sort === "done" || condition.sort === "quality") && direction !== "event";
    default:
      return false;
  }
}

export function boundsOf(limits: readonly Limit[]): Bounds {
  return limits.reduce<Bounds>((bounds, limit) => {
    switch (limit.kind) {
      case "most":
        return limit.of === "taken" ? { ...bounds, mostTaken: limit.points } : { ...bounds, mostAdded: limit.points };
      case "most-share":
        return { ...bounds, mostShare: limit.share };
      case "least":
        return { ...bounds, least: limit.points };
      case "highest":
        return { ...bounds, highest: limit.points };
      case "full":
        return { ...bounds, full: true };
    }
  }, UNBOUNDED);
}

export function mergedBounds(a: Bounds, b: Bounds): Bounds {
  return {
    mostTaken: b.mostTaken ?? a.mostTaken,
    mostAdded: b.mostAdded ?? a.mostAdded,
    mostShare: b.mostShare ?? a.mostShare,
    least: b.least ?? a.least,
    highest: b.highest ?? a.highest,
    full: a.full || b.full,
  };
}
