/**
 * Does the target fit the rule: a number where the rule needs one, this year's date, the mark that earns full marks?
 */

import { bandsOf } from "../rule/rule";
import { variablesOf } from "../grammar/expressions";
import type { PlacedBand, RuleStatement, Test } from "../rule/rule";
import { Exact } from "../exact";
import { readValue } from "../values";
import { unitOf } from "../../language";
import { intervalOf } from "../scoring/intervals";
import type { Diagnostic } from "./diagnostic";
import { figuresOfTarget, finding } from "./pass";
import type { Pass } from "./pass";

/** Whether the rule cannot be applied without a numeric target. */
function needsNumber(statement: RuleStatement): boolean {
  if (statement.kind === "step") return statement.from === "target";
  if (statement.kind !== "band") return false;
  const visit = (test: Test): boolean =>
    test.kind === "interval" || test.kind === "reached"
      ? ["deviation", "overrun", "shortfall"].includes(test.measure)
      : (test.kind === "all" || test.kind === "any") && test.of.some(visit);
  const { then } = statement;
  return (
    visit(statement.when) ||
    (then.kind === "formula" && variablesOf(then.expression).some((v) => v === "target" || v === "deviation"))
  );
}

export const reportTarget: Pass = (compiled, input) => {
  const reading = readValue(input.target);
  const found: Diagnostic[] = [];
  if (reading.kind === "missing") return [finding(compiled, "error", { code: "criterion-target-missing" })];
  const needing = compiled.rule.statements.find(needsNumber);
  if (needing !== undefined && reading.kind === "text")
    found.push(finding(compiled, "error", { code: "criterion-target-not-number", target: reading.text }, needing.span));
  if (reading.kind === "date" && reading.year !== null) {
    const year = /(20\d{2})年/u.exec(compiled.source.text);
    if (year !== null && Number(year[1]) !== reading.year)
      found.push(
        finding(
          compiled,
          "error",
          { code: "criterion-stale-year", year: year[1]!, target: String(reading.year) },
          { start: year.index, end: year.index + 5 },
        ),
      );
  }
  if (reading.kind === "number") found.push(...markAgainstTarget(compiled, input));
  return found;
};

/** The mark that earns full marks, in the indicator's own unit, ought to be the target. */
const markAgainstTarget: Pass = (compiled, input) => {
  const bands = bandsOf(compiled.rule);
  const full: PlacedBand | undefined =
    bands.find((b) => b.then.kind === "full" && (b.when.kind === "interval" || b.when.kind === "reached")) ??
    bands.find((b) => b.then.kind === "points" && b.when.kind === "reached");
  if (full === undefined) return [];
  const interval = intervalOf(full.when, compiled.better);
  const end = interval?.low ?? interval?.high ?? null;
  const { target } = figuresOfTarget(compiled, input);
  if (end === null || interval === null || !["value", "rate"].includes(interval.measure)) return [];
  if (target.kind !== "number" || unitOf(end.unit).dimension !== target.dimension) return [];
  const mark = new Exact(end.number).times(unitOf(end.unit).factor);
  if (mark.equals(target.value)) return [];
  const outOfReach = interval.low !== null && mark.gt(target.value);
  return [
    finding(
      compiled,
      outOfReach ? "explain" : "hint",
      { code: "criterion-target-differs", target: target.text, mark: `${end.number}${end.unit}` },
      full.span,
    ),
  ];
};
