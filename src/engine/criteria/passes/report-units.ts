/** Can the numbers in the text be compared with the indicator's unit at all? */

import type { CompiledCriterion } from "../compile";
import { bandsOf, isAward } from "../rule/rule";
import type { Test } from "../rule/rule";
import { comparable, unitOf } from "../../language";
import type { Dimension } from "../../language";
import type { Diagnostic } from "./diagnostic";
import { figuresOfTarget, finding } from "./pass";
import type { Pass } from "./pass";

/** Quantities that a test compares with the indicator itself. */
function compared(test: Test): readonly { readonly unit: string }[] {
  switch (test.kind) {
    case "interval":
      return ["value", "rate"].includes(test.measure)
        ? [test.low, test.high].flatMap((end) => (end === null ? [] : [end]))
        : [];
    case "reached":
      return ["value", "rate"].includes(test.measure) ? [test.at] : [];
    case "all":
    case "any":
      return test.of.flatMap(compared);
    default:
      return [];
  }
}

export const reportUnits: Pass = (compiled, input) => {
  const figures = figuresOfTarget(compiled, input);
  if (figures.target.kind !== "number") return [];
  const { dimension } = figures.target;
  // Where the indicator counts what went wrong, the text may describe in other units what is right.
  const steps = compiled.rule.statements.filter((s) => s.kind === "step");
  if (figures.target.value.isZero() && steps.length > 0 && steps.every((s) => s.direction === "event")) return [];
  // So many found and more of what the steps count: occurrences, not the indicator.
  const counting = dimension === "rate" || steps.some((step) => step.direction === "event");
  const apart = compiled.rule.statements.flatMap((s): readonly Diagnostic[] => {
    if (s.kind !== "band" || (counting && !isAward(s.then))) return [];
    return compared(s.when)
      .filter(({ unit }) => !fits(unit, dimension))
      .map(({ unit }) =>
        finding(compiled, "error", { code: "criterion-unit-differs", written: unit, unit: figures.unit }, s.span),
      );
  });
  return apart.length > 0 || counting ? apart : namedOtherwise(compiled, input.unit ?? "");
};

/**
 * Units that count are taken for one another; where the marks are earned in another word than the unit column has
 * ("完成6场" beside 人), one of the two was copied.
 */
function namedOtherwise(compiled: CompiledCriterion, given: string): readonly Diagnostic[] {
  const column = plainUnit(given);
  if (column === "" || unitOf(column).dimension !== "count") return [];
  const earned = bandsOf(compiled.rule).filter(({ role, then }) => role !== "extra" && isAward(then));
  for (const { when, span } of earned) {
    const other = compared(when)
      .map(({ unit }) => plainUnit(unit))
      .find((unit) => unit !== "" && unitOf(unit).dimension === "count" && !sameWord(unit, column));
    if (other !== undefined)
      return [
        finding(compiled, "hint", { code: "criterion-unit-named-otherwise", written: other, unit: column }, span),
      ];
  }
  return [];
}

/** Words for one thing that is counted. */
const alikeUnits: readonly (readonly string[])[] = [
  ["人", "名", "位", "人次"],
  ["次", "场", "场次", "期", "批", "批次", "届", "轮", "轮次"],
  ["家", "户", "个", "所"],
  ["件", "起", "例", "宗", "次"],
];

function sameWord(one: string, other: string): boolean {
  return one === other || alikeUnits.some((words) => words.includes(one) && words.includes(other));
}

/** Without a power in front of it or what it is counted in: "万人次", "次/年". */
function plainUnit(unit: string): string {
  return unit.replace(/^(?:百万|[十百千万亿])(?=.)/u, "").replace(/\/.*$/u, "");
}

/** A percentage of a count is a rate of completion; any other pair of units cannot be compared. */
function fits(unit: string, dimension: Dimension): boolean {
  const own = unitOf(unit).dimension;
  return unit === "" || own === "rate" || own === "marks" || comparable(own, dimension);
}
