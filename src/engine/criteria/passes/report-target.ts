/**
 * Does the target fit the rule: a number where the rule needs one, this year's date, the mark that earns full marks?
 */

import { bandsOf } from "../rule/rule";
import { variablesOf } from "../grammar/expressions";
import type { End, PlacedBand, RuleStatement, Test } from "../rule/rule";
import { Exact } from "../exact";
import { readValue } from "../values";
import { unitOf } from "../../language";
import { intervalOf } from "../scoring/intervals";
import { daysLate } from "../scoring/dates";
import type { WrittenDate } from "../scoring/dates";
import { namedMarks } from "../scoring/marks";
import type { CompiledCriterion } from "../compile";
import type { Diagnostic } from "./diagnostic";
import { figuresOfTarget, finding } from "./pass";
import type { CheckInput, Pass } from "./pass";

/** "缺2项", "少3项以上": how many are lacking, the cell may say itself. */
const countsLacking = (test: Extract<Test, { kind: "interval" | "reached" }>): boolean => {
  const end = test.kind === "reached" ? test.at : (test.low ?? test.high);
  return test.measure === "shortfall" && end !== null && unitOf(end.unit).dimension === "count";
};

/** Whether the rule cannot be applied without a numeric target. */
function needsNumber(statement: RuleStatement): boolean {
  if (statement.kind === "step") return statement.from === "target";
  if (statement.kind !== "band") return false;
  const visit = (test: Test): boolean =>
    test.kind === "interval" || test.kind === "reached"
      ? ["deviation", "overrun", "shortfall"].includes(test.measure) && !countsLacking(test)
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
  if (reading.kind === "date") found.push(...deadlineAgainstTarget(compiled, reading));
  if (reading.kind === "number") found.push(...markAgainstTarget(compiled, input));
  return found;
};

/** The day by which full marks are earned ought to be the target; another year is a fault of its own. */
function deadlineAgainstTarget(compiled: CompiledCriterion, target: WrittenDate): readonly Diagnostic[] {
  const { year } = target;
  const written = /(20\d{2})年/u.exec(compiled.source.text);
  if (written !== null && year !== null && Number(written[1]) !== year)
    return [
      finding(
        compiled,
        "error",
        { code: "criterion-stale-year", year: written[1]!, target: String(year) },
        { start: written.index, end: written.index + 5 },
      ),
    ];
  const full = fullMarks(compiled, ({ kind }) => kind === "date");
  if (full?.when.kind !== "date" || full.when.side !== "by") return [];
  const mark = writtenDate(full.when.date);
  const apart = mark === null || mark.day === null || target.day === null ? 0 : daysLate(target, mark);
  if (mark === null || apart === null || apart === 0) return [];
  return [
    finding(
      compiled,
      apart < 0 ? "explain" : "hint",
      { code: "criterion-target-differs", target: dayText(target), mark: dayText(mark) },
      full.span,
    ),
  ];
}

/** "2025-11-30", "-12-" of a test; null without a month. */
function writtenDate(date: string): WrittenDate | null {
  const [year = "", month = "", day = ""] = date.split("-");
  return !/^(?:\d{4})?$/.test(year) || month === ""
    ? null
    : { year: year === "" ? null : Number(year), month: Number(month), day: day === "" ? null : Number(day) };
}

function dayText({ year, month, day }: WrittenDate): string {
  return `${year === null ? "" : `${year}年`}${month}月${day === null ? "" : `${day}日`}`;
}

/**
 * The one band that earns all marks, of those whose test is of the kind asked for: named so, or with the most marks
 * that the text names.
 */
function fullMarks({ rule }: CompiledCriterion, wanted: (test: Test) => boolean): PlacedBand | undefined {
  const bands = bandsOf(rule).filter(({ role }) => role !== "extra");
  const best = namedMarks(rule).best;
  const earnsMost = ({ then }: PlacedBand): boolean =>
    then.kind === "points" && best !== null && best.equals(then.points) && best.gt(0);
  const found = bands.find(({ then, when }) => then.kind === "full" && wanted(when));
  const most = bands.filter(earnsMost);
  return found ?? (most.length === 1 && wanted(most[0]!.when) ? most[0] : undefined);
}

/** What is measured is how far the target was met, whatever the indicator: "完成率达到100%". */
const ofCompletion = /(?:完成|达成|实现|执行)(?:率|比例|比率|程度|度)/u;

/** The mark that earns full marks, in the indicator's own unit, ought to be the target. */
const markAgainstTarget: Pass = (compiled, input) => {
  const full = fullMarks(compiled, ({ kind }) => kind === "interval" || kind === "reached");
  const mark = full ? markOf(full, compiled, input) : null;
  const { target } = figuresOfTarget(compiled, input);
  if (!full || mark === null || target.kind !== "number") return [];
  const { dimension, factor } = unitOf(mark.end.unit);
  const value = new Exact(mark.end.number).times(factor);
  if (dimension !== target.dimension || value.equals(target.value)) return [];
  const outOfReach = mark.upwards ? value.gt(target.value) : value.lt(target.value);
  return [
    finding(
      compiled,
      outOfReach ? "explain" : "hint",
      { code: "criterion-target-differs", target: target.text, mark: `${mark.end.number}${mark.end.unit}` },
      full.span,
    ),
  ];
};

/** Where full marks begin, and whether upwards; null where the band measures something else than the indicator. */
function markOf(
  { when }: PlacedBand,
  compiled: CompiledCriterion,
  { indicator = "" }: CheckInput,
): { end: End; upwards: boolean } | null {
  const name = when.kind === "interval" || when.kind === "reached" ? when.name : "";
  const interval = intervalOf(when, compiled.better);
  const isOfIndicator = !ofCompletion.test(name) || indicator.includes(name);
  if (interval === null || !isOfIndicator || !["value", "rate"].includes(interval.measure)) return null;
  const end = interval.low ?? interval.high;
  return end === null ? null : { end, upwards: interval.low !== null };
}
