import { z } from "zod/mini";
import {
  checkInPractice,
  correctedCriterionSchema,
  correctionFor,
  correctionsFrom,
  criterionKey,
  DEFAULT_CONVENTIONS,
  NO_CORRECTIONS,
  scoreInPractice,
  withConvention,
} from "../../criteria";
import type { Corrections, CriterionFinding, Practice, PractisedScore } from "../../criteria";
import { defineCheck } from "../../reconcile";
import type { CheckContext, Detail, Outcome, Severity, Want } from "../../reconcile";
import { purposeOf } from "../../tables";
import type { Indicator, IndicatorBlock } from "../../tables";
import { Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { attainmentOf } from "../attainment";
import { approvedFor } from "../approved-targets";
import { readMark } from "../marks";
import { matchIndicators, sameTarget } from "../match-indicators";
import { keyOfTexts, remembered } from "../remembered";
import { verdictOf } from "../score-verdict";
import { outcomeOf } from "../statement";
import { isFilledIn, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";
import { notMet } from "./actual-values";
import { criterionFaulty, scoreByOtherConvention, scoreOffCriterion, scoreOutsideChoices } from "./criteria-sayings";
import { causeOf } from "./points";

/** What is wrong with an indicator's criterion as it is written. Many rules ask, and ask again after every edit. */
const writtenFaults = remembered(
  ({ level3, texts }: Indicator) =>
    keyOfTexts(level3, texts["criterion"], texts["target"], texts["unit"], texts["type"], texts["points"]),
  (indicator: Indicator): readonly CriterionFinding[] => faultsOf(indicator, NO_CORRECTIONS),
);

function faultsOf({ level3, texts }: Indicator, corrections: Corrections): readonly CriterionFinding[] {
  return checkInPractice(
    {
      criterion: texts["criterion"] ?? "",
      target: texts["target"],
      unit: texts["unit"],
      type: texts["type"],
      points: texts["points"],
      indicator: level3,
    },
    corrections,
  );
}

/** How a person has these sentences read, as `activeRules` hands it over. */
const corrections = z.optional(z.array(correctedCriterionSchema));

/**
 * Criteria are in order before any actual exists: one rule a kind of fault (`code`). With `together`, a project's
 * faults of the kind are one finding: they are repaired alike.
 */
export const criterionInOrder = defineCheck({
  scope: "table",
  parameters: z.strictObject({
    codes: z.array(z.string()).check(z.minLength(1)),
    together: z.optional(z.boolean()),
    corrections,
  }),
  says: [criterionFaulty],
  run(context) {
    const corrected = correctionsFrom(context.parameters.corrections ?? []);
    return context.table.blocks.flatMap((block) => {
      const approved = purposeOf(context.table) === "results" ? approvedCriteria(context, block) : null;
      return realIndicators(block)
        .filter(({ texts }) => approved?.has(criterionKey(texts["criterion"] ?? "") ?? "") !== true)
        .flatMap((indicator) => inOrder(context, block, indicator, corrected));
    });
  },
});

interface InOrder {
  readonly codes: readonly string[];
  readonly together?: boolean;
}

/** What is wrong with an indicator's criterion, of the kinds that a rule asks for; nothing without such a column. */
function inOrder(
  context: CheckContext<InOrder>,
  block: IndicatorBlock,
  indicator: Indicator,
  corrected: Corrections,
): Outcome[] {
  const cell = indicator.cells["criterion"];
  if (cell === undefined) return [];
  const { codes, together = false } = context.parameters;
  const criterion = indicator.texts["criterion"] ?? "";
  const faults =
    correctionFor(corrected, criterion) === null ? writtenFaults(indicator) : faultsOf(indicator, corrected);
  const found = faults.filter(({ code }) => codes.includes(code));
  const told = (fault: string | null, message: string) => ({
    name: nameOfBlock(context.table, block),
    indicator: nameOfIndicator(indicator),
    criterion,
    fault,
    message,
  });
  if (found.length === 0)
    return [outcomeOf(context, { outcome: "pass", says: criterionFaulty.with(() => told(null, "")), cells: [cell] })];
  return found.map(({ code, severity, message, points: writtenFor }) => {
    const points = writtenFor === null ? -1 : (indicator.cells["points"] ?? -1);
    return outcomeOf(context, {
      outcome: "fail",
      severity: lighter(context.rule.severity, severity),
      says: criterionFaulty.with(told(code, message)),
      cells: [cell],
      others: [points, indicator.cells[comparedWith.get(code) ?? ""] ?? -1],
      cause: together ? causeOf(block.nameCell, block.indicators[0]!.cells["criterion"] ?? cell, code) : undefined,
      wants: wantedMarks(context, points, writtenFor),
    });
  });
}

/** The column that a fault says the criterion does not fit. */
const comparedWith: ReadonlyMap<string, string> = new Map([
  ["criterion-type-contradicts", "type"],
  ["criterion-unit-differs", "unit"],
  ["criterion-unit-named-otherwise", "unit"],
  ["criterion-target-differs", "target"],
  ["criterion-target-not-number", "target"],
  ["criterion-target-missing", "target"],
  ["criterion-stale-year", "target"],
]);

/** Criteria of the approved targets of a self-evaluation's block: their faults are told where they were approved. */
function approvedCriteria(context: CheckContext<unknown>, block: IndicatorBlock): ReadonlySet<string> {
  const approved = approvedFor(context.tables, context.table, block);
  const indicators = approved === null ? [] : realIndicators(approved.block);
  return new Set(indicators.flatMap(({ texts }) => criterionKey(texts["criterion"] ?? "") ?? []));
}

/** The 分值 that a criterion is written for. */
function wantedMarks(context: CheckContext<unknown>, cell: CellId, writtenFor: string | null): Want[] {
  const points = readMark(context.workbook, cell);
  return points.kind === "mark" && writtenFor !== null ? [{ cell, from: points.value.toFixed(), to: writtenFor }] : [];
}

/** A rule says how serious its faults are at most; a fault that is milder by itself stays so. */
function lighter(one: Severity, other: Severity): Severity {
  const order: readonly Severity[] = ["hint", "explain", "error"];
  return order[Math.min(order.indexOf(one), order.indexOf(other))]!;
}

/**
 * A 得分 agrees with the criterion of the matching approved target (or with the form's own criterion column). Where the
 * text leaves the answer to a person, any score among the choices will do; where only another admissible convention
 * gives it, nobody can tell.
 */
export const scoreByCriterion = defineCheck({
  scope: "table",
  parameters: z.strictObject({ conventions: z.optional(z.array(z.string())), corrections }),
  says: [scoreOffCriterion, scoreByOtherConvention, scoreOutsideChoices],
  run(context) {
    const conventions = (context.parameters.conventions ?? []).reduce(
      (chosen, setting) => withConvention(chosen, setting) ?? chosen,
      DEFAULT_CONVENTIONS,
    );
    const practice: Practice = { conventions, corrections: correctionsFrom(context.parameters.corrections ?? []) };
    return context.table.blocks.filter(isFilledIn).flatMap((block) => {
      const criteria = criteriaFor(context, block);
      return realIndicators(block).flatMap((indicator) => {
        const approved = criteria.get(indicator);
        return approved ? judge(context, block, indicator, approved, practice) : [];
      });
    });
  },
});

/** The indicator whose criterion counts, for each one of a self-evaluation: itself where the form has the column. */
function criteriaFor(context: CheckContext<unknown>, block: IndicatorBlock): Map<Indicator, Indicator> {
  const found = new Map<Indicator, Indicator>();
  for (const indicator of realIndicators(block))
    if ((indicator.texts["criterion"] ?? "") !== "") found.set(indicator, indicator);
  const approved = approvedFor(context.tables, context.table, block);
  if (!approved) return found;
  for (const match of matchIndicators(realIndicators(approved.block), realIndicators(block)).matches) {
    if (match.kind === "replaced" || found.has(match.evaluated) || (match.approved.texts["criterion"] ?? "") === "")
      continue;
    found.set(match.evaluated, match.approved);
  }
  return found;
}

function judge(
  context: CheckContext<unknown>,
  block: IndicatorBlock,
  indicator: Indicator,
  approved: Indicator,
  practice: Practice,
): Outcome[] {
  const given = readMark(context.workbook, indicator.cells["score"]);
  const points = readMark(context.workbook, indicator.cells["points"]);
  if (given.kind !== "mark" || points.kind !== "mark") return [];
  const practised = resultFor(context, indicator, approved, practice, given.value, points.value);
  const { result } = practised;
  const verdict = verdictOf(given.value, result);
  if (verdict === null) return [];
  const criterion = approved.texts["criterion"] ?? "";
  const computed = result.score === null ? null : new Exact(result.score);
  const actual = indicator.cells["actual"] ?? -1;
  const isFull = given.value.greaterThanOrEqualTo(points.value);
  const fullThoughNotMet = verdict === "fail" && isFull && attainmentOf(indicator).met === "no";
  const byGeneralRule = criterion === "";
  const told = {
    name: nameOfBlock(context.table, block),
    indicator: nameOfIndicator(indicator),
    criterion: asRead(criterion, practice.corrections),
  };
  return [
    outcomeOf(context, {
      outcome: verdict,
      severity: byGeneralRule ? "explain" : context.rule.severity,
      says:
        verdict !== "cannot-tell"
          ? scoreOffCriterion.with({ ...told, steps: [...result.steps] })
          : doubtAbout(told, given.value, practised),
      cells: [indicator.cells["score"]!],
      others: [actual, ...madeFrom(indicator, approved)],
      reported: given.value,
      computed: verdict === "cannot-tell" ? null : verdict === "pass" ? given.value : computed,
      cause: fullThoughNotMet ? notMet(actual) : undefined,
    }),
  ];
}

/** What a score is made from beside the actual value: target and criterion. */
function madeFrom(indicator: Indicator, approved: Indicator): CellId[] {
  return [indicator.cells["target"] ?? -1, approved.cells["criterion"] ?? -1];
}

/**
 * What the criterion gives for the form's own target and 分值, or for the approved ones: a target or a 分值 that was
 * changed is a finding of its own, and a score that follows from what was approved is right.
 */
function resultFor(
  context: CheckContext<unknown>,
  indicator: Indicator,
  approved: Indicator,
  practice: Practice,
  given: ExactDecimal,
  points: ExactDecimal,
): PractisedScore {
  const scoredFor = (target: string | undefined, full: ExactDecimal): PractisedScore =>
    scoreInPractice(
      {
        criterion: approved.texts["criterion"] ?? "",
        target,
        unit: approved.texts["unit"] ?? "",
        type: approved.texts["type"] ?? "",
        actual: indicator.texts["actual"],
        points: full.toString(),
        indicator: indicator.level3,
      },
      practice,
    );
  const own = scoredFor(indicator.texts["target"], points);
  const mark = readMark(context.workbook, approved.cells["points"]);
  const full = mark.kind === "mark" ? mark.value : points;
  const changed = sameTarget(approved, indicator) === "no" || !full.equals(points);
  if (!changed || verdictOf(given, own.result) === "pass") return own;
  return scoredFor(approved.texts["target"] || indicator.texts["target"], full);
}

/** Why nobody can tell whether a score is right: another convention gives it, or none of the choices is it. */
function doubtAbout(
  told: { name: string; indicator: string; criterion: string },
  given: ExactDecimal,
  { result, otherwise }: PractisedScore,
): Detail {
  if (result.status !== "scored")
    return scoreOutsideChoices.with({ ...told, given: given.toFixed(), question: result.question ?? "" });
  const other = otherwise.find(({ score }) => given.equals(score));
  return scoreByOtherConvention.with({
    ...told,
    steps: [...result.steps],
    given: given.toFixed(),
    scored: result.score === null ? null : new Exact(result.score).toFixed(),
    assumption: other?.words ?? "",
  });
}

/** The criterion for the eye: where a person has put another sentence in its place, with that. */
function asRead(criterion: string, corrections: Corrections): string {
  const correction = correctionFor(corrections, criterion);
  return correction?.kind === "text" ? `${criterion}（已更正为“${correction.text}”）` : criterion;
}
