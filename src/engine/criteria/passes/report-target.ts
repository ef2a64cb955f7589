/**
 * Does the target fit the rule: a number where the rule needs one, this year's date, the mark that earns full marks?
 */

import type { Arm, Condition, Statement } from "../tree";
import { Exact, readValue } from "../values";
import { unitOf } from "../units";
import { resolveFigures } from "../scoring/figures";
import { intervalOf, ratesIn } from "../scoring/ranges";
import { DEFAULT_CONVENTIONS } from "../conventions";
import type { Diagnostic } from "./diagnostic";
import { finding } from "./pass";
import type { Pass } from "./pass";

/** Whether the rule cannot be applied without a numeric target. */
function needsNumber(statement: Statement): boolean {
  if (statement.kind === "step") return statement.from === "target";
  if (statement.kind !== "arm") return false;
  const visit = (c: Condition): boolean =>
    c.kind === "range" || c.kind === "bare"
      ? ["deviation", "overrun", "shortfall"].includes(c.subject)
      : c.kind === "all"
        ? c.of.some(visit)
        : false;
  return (
    visit(statement.when) ||
    (statement.then.kind === "formula" && /target|deviation/u.test(JSON.stringify(statement.then)))
  );
}

export const reportTarget: Pass = (compiled, input) => {
  const reading = readValue(input.target);
  const found: Diagnostic[] = [];
  if (reading.kind === "missing") return [finding(compiled, "error", { code: "criterion-target-missing" })];
  const needing = compiled.tree.statements.find(needsNumber);
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
  const full =
    compiled.tree.statements.find(
      (s): s is Arm & Statement =>
        s.kind === "arm" && s.then.kind === "full" && (s.when.kind === "range" || s.when.kind === "bare"),
    ) ??
    compiled.tree.statements.find(
      (s): s is Arm & Statement => s.kind === "arm" && s.then.kind === "points" && s.when.kind === "bare",
    );
  if (full === undefined) return [];
  const interval = intervalOf(full.when, full, compiled.better);
  const end = interval?.low ?? interval?.high ?? null;
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
  if (
    end === null ||
    interval === null ||
    !["value", "rate"].includes(interval.subject) ||
    figures.target.kind !== "number" ||
    unitOf(end.unit).dimension !== figures.target.dimension
  )
    return [];
  const mark = new Exact(end.number).times(unitOf(end.unit).factor);
  if (mark.equals(figures.target.value)) return [];
  const outOfReach = interval.low !== null && mark.gt(figures.target.value);
  return [
    finding(
      compiled,
      outOfReach ? "explain" : "hint",
      { code: "criterion-target-differs", target: figures.target.text, mark: `${end.number}${end.unit}` },
      full.span,
    ),
  ];
};
