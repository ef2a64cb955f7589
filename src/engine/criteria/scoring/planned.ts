/** Whether what a rule tells as planned, or as all there is, is the target's own figure. */

import { normaliseText, unitOf } from "../../language";
import type { RuleStatement, Test } from "../rule/rule";
import { threshold } from "./measure";
import type { Run } from "./run";

type Plan = Extract<RuleStatement, { kind: "plan" }>;

/** The first plan that is not the target's; null where there is none. */
export function foreignPlan(run: Run): Plan | null {
  return (
    run.rule.statements.find((s): s is Plan & RuleStatement => s.kind === "plan" && !isOfTarget(run, s.of)) ?? null
  );
}

function isOfTarget(run: Run, of: Test): boolean {
  const { target } = run.figures;
  switch (of.kind) {
    case "reached":
      return isTargetsNumber(run, of.at);
    case "interval":
      return [of.low, of.high].every((end) => end === null || isTargetsNumber(run, end));
    case "date": {
      const [year = "", month = "", day = ""] = of.date.split("-");
      if (target.kind !== "date") return true;
      const sameYear = year === "" || target.year === null || Number(year) === target.year;
      const sameDay = day === "" || target.day === null || Number(day) === target.day;
      return sameYear && sameDay && (month === "" || Number(month) === target.month);
    }
    default:
      return true;
  }
}

/** Of a whole, of nothing at all and of words without numbers any number may be told. */
function isTargetsNumber(run: Run, at: { readonly number: string; readonly unit: string }): boolean {
  const { target } = run.figures;
  if (target.kind === "number")
    return (
      target.value.isZero() ||
      unitOf(at.unit).dimension !== target.dimension ||
      threshold(run, at, target.dimension).equals(target.value)
    );
  if (target.kind !== "text") return target.kind === "missing" || target.kind === "date";
  const words = normaliseText(target.text).text;
  return !/\d/u.test(words) || words.includes(at.number);
}
