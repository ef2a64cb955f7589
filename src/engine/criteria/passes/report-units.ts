/** Can the numbers in the text be compared with the indicator's unit at all? */

import type { Condition, Quantity } from "../tree";
import { comparable, unitOf } from "../units";
import { resolveFigures } from "../scoring/figures";
import { isAward } from "../scoring/direction";
import { ratesIn } from "../scoring/ranges";
import { DEFAULT_CONVENTIONS } from "../conventions";
import type { Diagnostic } from "./diagnostic";
import { finding } from "./pass";
import type { Pass } from "./pass";

/** Quantities that a condition compares with the indicator itself. */
function compared(condition: Condition): readonly Quantity[] {
  switch (condition.kind) {
    case "range":
      return ["value", "rate"].includes(condition.subject)
        ? [condition.low, condition.high].flatMap((b) => (b === null ? [] : [b.at]))
        : [];
    case "bare":
      return ["value", "rate"].includes(condition.subject) ? [condition.at] : [];
    case "all":
      return condition.of.flatMap(compared);
    case "target":
    case "verdict":
    case "event":
    case "grade":
    case "date":
    case "otherwise":
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
      rates: ratesIn(compiled.tree),
    },
    (name) => DEFAULT_CONVENTIONS[name],
  );
  if (figures.target.kind !== "number") return [];
  const { dimension } = figures.target;
  // Where the indicator counts what went wrong, the text may describe in other units what is right.
  const steps = compiled.tree.statements.filter((s) => s.kind === "step");
  if (figures.target.value.isZero() && steps.length > 0 && steps.every((s) => s.direction === "event")) return [];
  const found: Diagnostic[] = [];
  for (const s of compiled.tree.statements) {
    // So many found and more of what the steps count: occurrences, not the indicator.
    const occurrences =
      s.kind === "arm" &&
      (dimension === "rate" || steps.some((step) => step.direction === "event")) &&
      !isAward(s.then);
    const quantities = s.kind === "arm" && !occurrences ? compared(s.when) : [];
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
