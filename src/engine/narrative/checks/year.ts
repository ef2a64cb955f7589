import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import type { Claim } from "../claim";
import { compareQuantity } from "../comparison";
import { factsOf, type Fact } from "../facts";
import { outcomeOf, type Statement } from "../outcomes";
import { resolveIn } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { comparedWithOtherYear, otherYear, titleOfOtherYear } from "./year-sayings";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/**
 * A year in the text that is not the budget's year, on this budget's own figure: the figure is the tables' of this
 * year, or it is the only mention of something that a text plans ("2023年政府采购预算…" in the text of 2024). A comparison may
 * speak of last year.
 */
export const yearIsTheBudgets = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [otherYear, titleOfOtherYear],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      const { year } = text;
      if (year === null) continue;
      if (hasTitleOfOtherYear(text)) outcomes.push(outcomeOf(context, titleStatement(text, year)));
      for (const claim of text.reading.claims) {
        if (!isBudgetFigure(claim)) continue;
        if (claim.label.year === year) outcomes.push(outcomeOf(context, statement(claim, year, "pass")));
        else if (claim.label.year < year && isThisYears(context, text, claim, year))
          outcomes.push(outcomeOf(context, statement(claim, year, "fail")));
      }
    }
    return outcomes;
  },
});

/** The title of a text names another year than the tables of its body. */
function hasTitleOfOtherYear({ group, titleYear }: NarrativeText): boolean {
  return group !== null && titleYear !== null && group.year !== null && titleYear !== group.year;
}

/** An amount of a whole body that is given a year: no part of another, no reason, not called last year's. */
interface BudgetFigure extends Claim {
  readonly label: Claim["label"] & { readonly year: number };
  readonly measure: NonNullable<Claim["measure"]>;
}

function isBudgetFigure(claim: Claim): claim is BudgetFigure {
  const { label, measure, head, reason, denial, quantity } = claim;
  if (label.year === null || label.lastYear || label.subject.kind !== "whole") return false;
  return measure !== null && head === null && !reason && !denial && quantity.dimension === "money";
}

/** Whether a figure that is called an earlier year's is this year's after all. */
function isThisYears(context: Sources, text: NarrativeText, claim: BudgetFigure, year: number): boolean {
  if (isSaidElsewhere(text, claim, year)) return false;
  const figures = figuresOf(context, text, claim);
  return (
    figures.some(
      ({ value, half }) => value !== null && !value.isZero() && compareQuantity(claim.quantity, value, half) === "pass",
    ) ||
    (figures.length === 0 && planned.includes(claim.measure) && hasSibling(text, claim, year))
  );
}

/** Where the tables print this year's figure of what is claimed. */
function figuresOf(context: Sources, { group }: NarrativeText, claim: BudgetFigure): readonly Fact[] {
  return group === null ? [] : resolveIn(claim, factsOf(group, context));
}

/** The text says the same of this year, or of no year, as well. */
function isSaidElsewhere(text: NarrativeText, claim: BudgetFigure, year: number): boolean {
  return text.reading.claims.some(
    (other) =>
      other !== claim &&
      other.measure === claim.measure &&
      other.head === null &&
      (other.label.year === year || other.label.year === null),
  );
}

/** What a text states for the budget year only, and no table repeats. */
const planned: readonly string[] = [
  "procurement",
  "meeting",
  "training",
  "running-cost",
  "three-public",
  "performance-overall",
];

/** The text does speak of the budget year elsewhere: it is not a text of another year as a whole. */
function hasSibling(text: NarrativeText, claim: Claim, year: number): boolean {
  return text.reading.claims.some((other) => other !== claim && other.label.year === year && !other.reason);
}

function statement(claim: Claim, year: number, outcome: "pass" | "fail"): Statement {
  return {
    outcome,
    says: (told) => otherYear.with(() => ({ text: told.text, found: claim.label.year!, year })),
    at: claim,
    quantity: null,
    computed: null,
  };
}

function titleStatement(text: NarrativeText, year: number): Statement {
  const passage = text.passages[0]!;
  return {
    outcome: "fail",
    says: () => titleOfOtherYear.with({ found: text.titleYear!, year }),
    at: { passage, start: 0, end: passage.text.length },
    quantity: null,
    computed: null,
  };
}

/** So many comparisons with last year make it what the text compares with. */
const fewestUsual = 2;

/**
 * A comparison names last year: another one is a slip where the text otherwise compares with last year, or where it is
 * the text's own year.
 */
export const comparesWithLastYear = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [comparedWithOtherYear],
  run(context) {
    return textsOf(context).flatMap(({ reading, year }) => {
      if (year === null) return [];
      const dated = reading.changes.flatMap((change) => {
        const found = /20\d\d(?=年)/.exec(change.against)?.[0];
        return found === undefined || change.reason ? [] : [{ change, found: Number(found) }];
      });
      const usual = dated.filter(({ found }) => found === year - 1).length;
      return dated.flatMap(({ change, found }): Outcome[] => {
        const other = found !== year - 1;
        if (other && found !== year && (usual < fewestUsual || usual < dated.length / 2)) return [];
        return [
          outcomeOf(context, {
            outcome: other ? "fail" : "pass",
            says: (told) => comparedWithOtherYear.with({ text: told.text, found, year: year - 1 }),
            at: change,
            quantity: null,
            computed: null,
          }),
        ];
      });
    });
  },
});
