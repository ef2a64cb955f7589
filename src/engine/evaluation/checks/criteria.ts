import { z } from "zod/mini";
import {
  checkInPractice,
  correctedCriterionSchema,
  correctionFor,
  correctionsFrom,
  DEFAULT_CONVENTIONS,
  NO_CORRECTIONS,
  plainAssumption,
  scoreInPractice,
  withConvention,
} from "../../criteria";
import type { Corrections, CriterionFinding, Practice, ScoreResult } from "../../criteria";
import { defineCheck } from "../../reconcile";
import type { CheckContext, Outcome, Severity } from "../../reconcile";
import type { Indicator, IndicatorBlock } from "../../tables/table";
import { Exact } from "../../workbook";
import { attainmentOf } from "../attainment";
import { approvedFor } from "../approved-targets";
import { readMark } from "../marks";
import { matchIndicators, sameTarget } from "../match-indicators";
import { keyOfTexts, remembered } from "../remembered";
import { verdictOf } from "../score-verdict";
import { outcomeOf } from "../statement";
import { isFilledIn, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";
import { notMet } from "./actual-values";
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
  run(context) {
    const outcomes: Outcome[] = [];
    const corrected = correctionsFrom(context.parameters.corrections ?? []);
    for (const block of context.table.blocks) {
      for (const indicator of realIndicators(block)) {
        const cell = indicator.cells["criterion"];
        if (cell === undefined) continue;
        const faults =
          correctionFor(corrected, indicator.texts["criterion"] ?? "") === null
            ? writtenFaults(indicator)
            : faultsOf(indicator, corrected);
        const found = faults.filter(({ code }) => context.parameters.codes.includes(code));
        const values = (message: string) => ({
          name: nameOfBlock(context.table, block),
          indicator: nameOfIndicator(indicator),
          criterion: indicator.texts["criterion"] ?? "",
          message,
        });
        if (found.length === 0)
          outcomes.push(
            outcomeOf(context, { outcome: "pass", wording: "criterion", cells: [cell], values: () => values("") }),
          );
        for (const { code, severity, message, span } of found) {
          const cause: Record<string, string> = context.parameters.together
            ? { cause: causeOf(block.nameCell, block.indicators[0]!.cells["criterion"] ?? cell, code) }
            : {};
          outcomes.push(
            outcomeOf(context, {
              outcome: "fail",
              severity: lighter(context.rule.severity, severity),
              wording: "criterion",
              cells: [cell],
              others: code === "criterion-marks-differ" ? [indicator.cells["points"] ?? -1] : [],
              values: { ...values(message), code, start: String(span.start), end: String(span.end), ...cause },
            }),
          );
        }
      }
    }
    return outcomes;
  },
});

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
  const criterion = approved.texts["criterion"] ?? "";
  const scoredFor = (target: string | undefined, full: string): ScoreResult =>
    scoreInPractice(
      {
        criterion,
        target,
        unit: approved.texts["unit"] ?? "",
        type: approved.texts["type"] ?? "",
        actual: indicator.texts["actual"],
        points: full,
        indicator: indicator.level3,
      },
      practice,
    ).result;
  const own = scoredFor(indicator.texts["target"], points.value.toString());
  // A target or a 分值 that was changed is a finding of its own: a score that follows from what was approved is right.
  const asApproved = readMark(context.workbook, approved.cells["points"]);
  const changed =
    sameTarget(approved, indicator) === "no" || (asApproved.kind === "mark" && !asApproved.value.equals(points.value));
  const result =
    changed && verdictOf(given.value, own) !== "pass"
      ? scoredFor(
          approved.texts["target"] || indicator.texts["target"],
          asApproved.kind === "mark" ? asApproved.value.toString() : points.value.toString(),
        )
      : own;
  const verdict = verdictOf(given.value, result);
  if (verdict === null) return [];
  const computed = result.score === null ? null : new Exact(result.score);
  const actual = indicator.cells["actual"] ?? -1;
  const fullThoughNotMet =
    verdict === "fail" && given.value.greaterThanOrEqualTo(points.value) && attainmentOf(indicator).met === "no";
  const byGeneralRule = criterion === "";
  return [
    outcomeOf(context, {
      outcome: verdict,
      severity: byGeneralRule ? "explain" : context.rule.severity,
      wording:
        verdict !== "cannot-tell"
          ? "score-by-criterion"
          : result.status === "scored"
            ? "score-other-convention"
            : "score-outside-choices",
      cells: [indicator.cells["score"]!],
      others: [actual, approved.cells["criterion"] ?? -1],
      reported: given.value,
      computed: verdict === "cannot-tell" ? null : verdict === "pass" ? given.value : computed,
      values: {
        name: nameOfBlock(context.table, block),
        indicator: nameOfIndicator(indicator),
        criterion: asRead(criterion, practice.corrections),
        reading: result.reading,
        steps: result.steps.join("；"),
        given: given.value.toString(),
        scored: computed?.toString() ?? "",
        question: result.question ?? "",
        assumption: plainAssumption(
          result.alternatives.find((other) => given.value.equals(other.score))?.assumption ?? "",
        ),
        ...(fullThoughNotMet ? { cause: notMet(actual) } : {}),
      },
    }),
  ];
}

/** The criterion for the eye: where a person has put another sentence in its place, with that. */
function asRead(criterion: string, corrections: Corrections): string {
  const correction = correctionFor(corrections, criterion);
  return correction?.kind === "text" ? `${criterion}（已更正为“${correction.text}”）` : criterion;
}
