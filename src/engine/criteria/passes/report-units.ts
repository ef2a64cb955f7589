/** Can the numbers in the text be compared with the indicator's unit at all? */

import { isAward } from "../rule/rule";
import type { Test } from "../rule/rule";
import { comparable, unitOf } from "../../language";
import { resolveFigures } from "../scoring/figures";
import { ratesIn } from "../scoring/thresholds";
import { DEFAULT_CONVENTIONS } from "../conventions";
import type { Diagnostic } from "./diagnostic";
import { finding } from "./pass";
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
  const figures = resolveFigures(
    {
      target: input.target,
      actual: null,
      unit: input.unit ?? "",
      type: input.type ?? "",
      indicator: input.indicator ?? "",
      rates: ratesIn(compiled.rule),
    },
    (name) => DEFAULT_CONVENTIONS[name],
  );
  if (figures.target.kind !== "number") return [];
  const { dimension } = figures.target;
  // Where the indicator counts what went wrong, the text may describe in other units what is right.
  const steps = compiled.rule.statements.filter((s) => s.kind === "step");
  if (figures.target.value.isZero() && steps.length > 0 && steps.every((s) => s.direction === "event")) return [];
  const found: Diagnostic[] = [];
  for (const s of compiled.rule.statements) {
    // So many found and more of what the steps count: occurrences, not the indicator.
    const occurrences =
      s.kind === "band" &&
      (dimension === "rate" || steps.some((step) => step.direction === "event")) &&
      !isAward(s.then);
    const quantities = s.kind === "band" && !occurrences ? compared(s.when) : [];
    for (const q of quantities) {
      // A percentage of a count is a rate of completion; any other pair of units cannot be compared.
      if (
        q.unit === "" ||
        unitOf(q.unit).dimension === "rate" ||
        unitOf(q.unit).dimension === "marks" ||
        comparable(unitOf(q.unit).dimension, dimension)
      )
        continue;
      found.push(
        finding(compiled, "error", { code: "criterion-unit-differs", written: q.unit, unit: figures.unit }, s.span),
      );
    }
  }
  return found;
};
