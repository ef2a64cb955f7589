import { z } from "zod/mini";
import { DEFAULT_CONVENTIONS } from "../../criteria";
import { defineCheck } from "../../reconcile";
import type { CheckContext, Declaration, Outcome } from "../../reconcile";
import type { Indicator, IndicatorBlock } from "../../tables";
import type { CellId } from "../../workbook";
import { attainmentOf } from "../attainment";
import type { Attainment } from "../attainment";
import { isExecutionRate } from "../levels";
import { readMark } from "../marks";
import { outcomeOf } from "../statement";
import type { Statement } from "../statement";
import {
  actualEchoesTarget,
  actualIsNoNumber,
  actualMissing,
  actualOpposesTarget,
  actualWithoutUnit,
  excessWithoutReason,
  fullMarksNotMet,
  metWithLess,
  scoreMissing,
  shortfallWithoutReason,
} from "./actual-values-sayings";
import { givesReason, isFilledIn, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";

/** `limit`: percent of the target above which a reason is asked for. */
const limits = z.strictObject({ limit: z.optional(z.number()) });
type Limits = z.infer<typeof limits>;

/** What a check of one indicator sees. */
interface Case {
  readonly block: IndicatorBlock;
  readonly indicator: Indicator;
  readonly attainment: Attainment;
  readonly actual: CellId;
  /** The indicator with its target and what was achieved, as written. */
  readonly told: { name: string; indicator: string; target: string; actual: string };
}

/**
 * A check of each indicator that has an 实际完成值 column, in forms where results have been filled in. Null: it does not
 * apply.
 */
function eachIndicator(
  says: readonly Declaration[],
  judge: (context: CheckContext<Limits>, found: Case) => Statement | null,
) {
  return defineCheck({
    scope: "table",
    parameters: limits,
    says,
    run(context) {
      const outcomes: Outcome[] = [];
      for (const block of context.table.blocks) {
        if (!isFilledIn(block)) continue;
        for (const indicator of realIndicators(block)) {
          const actual = indicator.cells["actual"];
          if (actual === undefined) continue;
          const { target = "", actual: given = "" } = indicator.texts;
          const told = {
            name: nameOfBlock(context.table, block),
            indicator: nameOfIndicator(indicator),
            target,
            actual: given,
          };
          const statement = judge(context, { block, indicator, attainment: attainmentOf(indicator), actual, told });
          if (statement) outcomes.push(outcomeOf(context, statement));
        }
      }
      return outcomes;
    },
  });
}

/** Every indicator says what was achieved. */
export const actualGiven = eachIndicator([actualMissing], (_, { attainment, actual, told }) => ({
  outcome: attainment.fault === "missing" ? "fail" : "pass",
  says: actualMissing.with(told),
  cells: [actual],
}));

/** Every indicator that says what was achieved has its 得分, once scores have been given. */
export const scoreGiven = eachIndicator([scoreMissing], (context, { block, indicator, attainment, actual, told }) => {
  const score = indicator.cells["score"];
  if (
    score === undefined ||
    attainment.fault === "missing" ||
    readMark(context.workbook, indicator.cells["points"]).kind !== "mark"
  )
    return null;
  if (!realIndicators(block).some((other) => readMark(context.workbook, other.cells["score"]).kind !== "blank"))
    return null;
  return {
    outcome: readMark(context.workbook, score).kind === "blank" ? "fail" : "pass",
    says: scoreMissing.with(told),
    cells: [score],
    others: [actual],
  };
});

/**
 * What was achieved is a value: no repetition of "≥90%", no words where the target is a number, not the other way
 * round.
 */
export const actualIsValue = eachIndicator(
  [actualIsNoNumber, actualEchoesTarget, actualOpposesTarget],
  (_, { indicator, attainment, actual, told }) => {
    if (attainment.fault === "missing") return null;
    const says =
      attainment.fault === "echo"
        ? actualEchoesTarget
        : attainment.fault === "opposite"
          ? actualOpposesTarget
          : actualIsNoNumber;
    return {
      outcome: attainment.fault === null ? "pass" : "fail",
      says: says.with(told),
      cells: [actual],
      others: [indicator.cells["target"] ?? -1],
    };
  },
);

/** A value has the unit that its target has. */
export const actualHasUnit = eachIndicator([actualWithoutUnit], (_, { indicator, attainment, actual, told }) =>
  attainment.fault !== null
    ? null
    : {
        outcome: attainment.unitLeftOut ? "fail" : "pass",
        says: actualWithoutUnit.with(told),
        cells: [actual],
        others: [indicator.cells["target"] ?? -1],
      },
);

/**
 * Full marks only where the target is met. Where the target prints no sign, that more is better is our reading: then it
 * must only be explained.
 */
export const fullMarksOnlyWhenMet = eachIndicator(
  [fullMarksNotMet],
  (context, { indicator, attainment, actual, told }) => {
    const points = readMark(context.workbook, indicator.cells["points"]);
    const score = readMark(context.workbook, indicator.cells["score"]);
    if (attainment.met === "unknown" || points.kind !== "mark" || score.kind !== "mark" || points.value.isZero())
      return null;
    const full = score.value.greaterThanOrEqualTo(points.value);
    const wrong = attainment.met === "no" && full;
    return {
      outcome: wrong ? "fail" : "pass",
      severity: attainment.signed ? context.rule.severity : "explain",
      says: fullMarksNotMet.with({ ...told, score: score.value.toFixed(), ratio: ratioOf(attainment) }),
      cells: [indicator.cells["score"]!],
      others: [actual, indicator.cells["target"] ?? -1],
      cause: wrong ? notMet(actual) : undefined,
    };
  },
);

/**
 * A target that is met earns full marks, where no criterion of the form says otherwise and no reason is given for the
 * deduction.
 */
export const fullMarksWhenMet = eachIndicator([metWithLess], (context, { indicator, attainment, actual, told }) => {
  const points = readMark(context.workbook, indicator.cells["points"]);
  const score = readMark(context.workbook, indicator.cells["score"]);
  if (attainment.met !== "yes" || !attainment.signed || points.kind !== "mark" || score.kind !== "mark") return null;
  if ((indicator.texts["criterion"] ?? "") !== "" || givesReason(indicator)) return null;
  return {
    outcome: score.value.lessThan(points.value) ? "fail" : "pass",
    says: metWithLess.with({ ...told, score: score.value.toFixed(), points: points.value.toFixed() }),
    cells: [indicator.cells["score"]!],
    others: [actual, indicator.cells["target"] ?? -1],
  };
});

/** A target that is not met has its reason; 预算执行率 is no target of its own. */
export const shortfallHasReason = eachIndicator(
  [shortfallWithoutReason],
  (_, { indicator, attainment, actual, told }) => {
    const reason = indicator.cells["reason"];
    if (reason === undefined || attainment.met !== "no" || isExecutionRate(indicator)) return null;
    const given = givesReason(indicator);
    return {
      outcome: given ? "pass" : "fail",
      says: shortfallWithoutReason.with(told),
      cells: [reason],
      others: [actual, indicator.cells["target"] ?? -1],
      cause: given ? undefined : notMet(actual),
    };
  },
);

/** A value far above its target asks for a reason; only a person deducts for it. */
export const excessHasReason = eachIndicator(
  [excessWithoutReason],
  (context, { indicator, attainment, actual, told }) => {
    const limit = context.parameters.limit ?? DEFAULT_CONVENTIONS["far-above"];
    const reason = indicator.cells["reason"];
    if (reason === undefined || attainment.fault !== null || attainment.better !== "more" || attainment.ratio === null)
      return null;
    const excess = attainment.ratio.times(100).gt(limit);
    return {
      outcome: excess && !givesReason(indicator) ? "fail" : "pass",
      says: excessWithoutReason.with({ ...told, ratio: ratioOf(attainment), limit }),
      cells: [excess ? reason : actual],
      others: [actual, indicator.cells["target"] ?? -1],
    };
  },
);

/** Names a target that is not met: full marks and no reason for it are one finding. */
export function notMet(actual: CellId): string {
  return `not-met ${actual}`;
}

function ratioOf({ ratio }: Attainment): string | null {
  return ratio?.toFixed() ?? null;
}
