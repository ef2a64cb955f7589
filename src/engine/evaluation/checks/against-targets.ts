import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import type { Indicator, IndicatorBlock } from "../../tables/table";
import { approvedFor, targetTables } from "../approved-targets";
import { fullTarget } from "../full-target";
import type { ApprovedTargets } from "../approved-targets";
import { readMark } from "../marks";
import { matchIndicators, sameTarget } from "../match-indicators";
import type { IndicatorMatching, MatchEvidence } from "../match-indicators";
import { outcomeOf } from "../statement";
import { cellOfIndicator, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";
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
  run(context) {
    const outcomes: Outcome[] = [];
    for (const block of context.table.blocks) {
      const approved = approvedFor(context.tables, context.table, block);
      if (!approved) {
        if (context.parameters.aspect === "indicators" && targetTables(context.tables, context.table).length > 0)
          outcomes.push(
            outcomeOf(context, {
              outcome: "cannot-tell",
              wording: "targets-not-found",
              cells: block.nameCell === null ? [] : [block.nameCell],
              values: { name: nameOfBlock(context.table, block) },
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
      const values = {
        name,
        where,
        indicator: nameOfIndicator(match.evaluated),
        approved: nameOfIndicator(match.approved),
        evidence: evidenceText(match.evidence),
      };
      const cells = { cells: [cellOfIndicator(match.evaluated)], others: [cellOfIndicator(match.approved)] };
      if (match.kind === "same")
        return outcomeOf(context, { ...cells, outcome: "pass", wording: "indicator-renamed", values });
      return outcomeOf(context, {
        ...cells,
        outcome: "fail",
        severity: match.kind === "renamed" ? "explain" : context.rule.severity,
        wording: match.kind === "renamed" ? "indicator-renamed" : "indicator-replaced",
        values,
      });
    }),
    ...matching.missing.map((indicator) =>
      outcomeOf(context, {
        outcome: "fail",
        wording: "indicator-missing",
        cells: block.nameCell === null ? [] : [block.nameCell],
        others: [cellOfIndicator(indicator)],
        values: { name, where, approved: nameOfIndicator(indicator) },
      }),
    ),
    ...matching.added.map((indicator) =>
      outcomeOf(context, {
        outcome: "fail",
        severity: "explain",
        wording: "indicator-added",
        cells: [cellOfIndicator(indicator)],
        values: { name, where, indicator: nameOfIndicator(indicator) },
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
  const values = {
    name: nameOfBlock(context.table, block),
    indicator: nameOfIndicator(match.evaluated),
    target: fullTarget(match.evaluated),
    approved: fullTarget(match.approved),
  };
  return [
    outcomeOf(context, {
      outcome: same === "yes" ? "pass" : "fail",
      wording: "target-changed",
      cells: [match.evaluated.cells["target"] ?? cellOfIndicator(match.evaluated)],
      others: [match.approved.cells["target"] ?? cellOfIndicator(match.approved)],
      values,
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
  return [
    outcomeOf(context, {
      outcome: own.value.equals(approved.value) ? "pass" : "fail",
      wording: "points-changed",
      cells: [match.evaluated.cells["points"]!],
      others: [match.approved.cells["points"]!],
      reported: own.value,
      computed: approved.value,
      values: {
        name: nameOfBlock(context.table, block),
        indicator: nameOfIndicator(match.evaluated),
        cause: causeOf(block.nameCell, match.evaluated.cells["points"]!, "points-changed"),
      },
    }),
  ];
}

const evidenceNames: Readonly<Record<MatchEvidence, string>> = {
  name: "名称相同",
  explanation: "名称与指标解释相同",
  "similar-name": "名称相近",
  target: "指标值相同",
  unit: "单位相同",
  place: "同属一个二级指标",
};

function evidenceText(evidence: readonly MatchEvidence[]): string {
  return evidence.map((one) => evidenceNames[one]).join("、");
}
