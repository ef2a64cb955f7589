import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import type { Indicator, IndicatorBlock } from "../../tables";
import { approvedFor, targetTables } from "../approved-targets";
import { fullTarget } from "../full-target";
import type { ApprovedTargets } from "../approved-targets";
import { isExecutionRate } from "../levels";
import { readMark } from "../marks";
import { matchIndicators, sameTarget } from "../match-indicators";
import type { IndicatorMatching } from "../match-indicators";
import { outcomeOf } from "../statement";
import { cellOfIndicator, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";
import {
  indicatorAdded,
  indicatorMissing,
  indicatorRenamed,
  indicatorReplaced,
  pointsChanged,
  targetChanged,
  targetsNotFound,
} from "./against-targets-sayings";
import { causeOf } from "./points";

const aspects = z.enum(["indicators", "targets", "points"]);

/**
 * A self-evaluation against the approved targets (another workbook, or the same one): "indicators" are there, none
 * renamed, replaced or added; "targets" and "points" are as approved. Matched by name, unit, target and place, with the
 * evidence said.
 */
export const asApproved = defineCheck({
  scope: "table",
  parameters: z.strictObject({ aspect: aspects }),
  says: [
    targetsNotFound,
    indicatorRenamed,
    indicatorReplaced,
    indicatorMissing,
    indicatorAdded,
    targetChanged,
    pointsChanged,
  ],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const block of context.table.blocks) {
      const approved = approvedFor(context.tables, context.table, block);
      if (!approved) {
        if (context.parameters.aspect === "indicators" && targetTables(context.tables, context.table).length > 0)
          outcomes.push(
            outcomeOf(context, {
              outcome: "cannot-tell",
              says: targetsNotFound.with({ name: nameOfBlock(context.table, block) }),
              cells: block.nameCell === null ? [] : [block.nameCell],
            }),
          );
        continue;
      }
      const matching = matchIndicators(realIndicators(approved.block), realIndicators(block));
      if (context.parameters.aspect === "indicators")
        outcomes.push(...indicatorsOf(context, block, approved, matching));
      else
        outcomes.push(
          ...matching.matches
            .filter((match) => match.kind !== "replaced")
            .flatMap((match) =>
              context.parameters.aspect === "targets"
                ? targetOf(context, block, match)
                : pointsOf(context, block, match),
            ),
        );
    }
    return outcomes;
  },
});

function indicatorsOf(
  context: CheckContext<unknown>,
  block: IndicatorBlock,
  approved: ApprovedTargets,
  matching: IndicatorMatching,
): Outcome[] {
  const name = nameOfBlock(context.table, block);
  const where = nameOfBlock(approved.table, approved.block);
  return [
    ...matching.matches.map((match) => {
      const told = {
        name,
        indicator: nameOfIndicator(match.evaluated),
        approved: nameOfIndicator(match.approved),
      };
      const says =
        match.kind === "replaced"
          ? indicatorReplaced.with(told)
          : indicatorRenamed.with({ ...told, evidence: [...match.evidence] });
      const cells = { cells: [cellOfIndicator(match.evaluated)], others: [cellOfIndicator(match.approved)] };
      if (match.kind === "same") return outcomeOf(context, { ...cells, outcome: "pass", says });
      return outcomeOf(context, {
        ...cells,
        outcome: "fail",
        severity: match.kind === "renamed" ? "explain" : context.rule.severity,
        says,
      });
    }),
    ...matching.missing.map((indicator) =>
      outcomeOf(context, {
        outcome: "fail",
        says: indicatorMissing.with({ name, where, approved: nameOfIndicator(indicator) }),
        cells: block.nameCell === null ? [] : [block.nameCell],
        others: [cellOfIndicator(indicator)],
      }),
    ),
    ...matching.added
      .filter((indicator) => !isExecutionRate(indicator))
      .map((indicator) =>
        outcomeOf(context, {
          outcome: "fail",
          severity: "explain",
          says: indicatorAdded.with({ name, where, indicator: nameOfIndicator(indicator) }),
          cells: [cellOfIndicator(indicator)],
        }),
      ),
  ];
}

function targetOf(
  context: CheckContext<unknown>,
  block: IndicatorBlock,
  match: { readonly approved: Indicator; readonly evaluated: Indicator },
): Outcome[] {
  const same = sameTarget(match.approved, match.evaluated);
  if (same === "unknown") return [];
  return [
    outcomeOf(context, {
      outcome: same === "yes" ? "pass" : "fail",
      says: targetChanged.with({
        name: nameOfBlock(context.table, block),
        indicator: nameOfIndicator(match.evaluated),
        target: fullTarget(match.evaluated),
        approved: fullTarget(match.approved),
      }),
      cells: [match.evaluated.cells["target"] ?? cellOfIndicator(match.evaluated)],
      others: [match.approved.cells["target"] ?? cellOfIndicator(match.approved)],
    }),
  ];
}

function pointsOf(
  context: CheckContext<unknown>,
  block: IndicatorBlock,
  match: { readonly approved: Indicator; readonly evaluated: Indicator },
): Outcome[] {
  const [approved, own] = [
    readMark(context.workbook, match.approved.cells["points"]),
    readMark(context.workbook, match.evaluated.cells["points"]),
  ];
  if (approved.kind !== "mark" || own.kind !== "mark") return [];
  const [ownCell, approvedCell] = [match.evaluated.cells["points"]!, match.approved.cells["points"]!];
  const [from, to] = [own.value.toFixed(), approved.value.toFixed()];
  return [
    outcomeOf(context, {
      outcome: own.value.equals(approved.value) ? "pass" : "fail",
      says: pointsChanged.with({
        name: nameOfBlock(context.table, block),
        indicator: nameOfIndicator(match.evaluated),
      }),
      cells: [ownCell],
      others: [approvedCell],
      reported: own.value,
      computed: approved.value,
      cause: causeOf(block.nameCell, ownCell, pointsChanged.code),
      wants: [
        { cell: ownCell, from, to },
        { cell: approvedCell, from: to, to: from },
      ],
    }),
  ];
}
