/** Can the numbers in the text be compared with the indicator's unit at all? */

import { isAward } from "../rule/rule";
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
  return compiled.rule.statements.flatMap((s): readonly Diagnostic[] => {
    if (s.kind !== "band" || (counting && !isAward(s.then))) return [];
    return compared(s.when)
      .filter(({ unit }) => !fits(unit, dimension))
      .map(({ unit }) =>
        finding(compiled, "error", { code: "criterion-unit-differs", written: unit, unit: figures.unit }, s.span),
      );
  });
};

/** A percentage of a count is a rate of completion; any other pair of units cannot be compared. */
function fits(unit: string, dimension: Dimension): boolean {
  const own = unitOf(unit).dimension;
  return unit === "" || own === "rate" || own === "marks" || comparable(own, dimension);
}
