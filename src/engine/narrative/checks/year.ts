import { z } from "zod/mini";
import { defineCheck, figuresSchema, type Outcome } from "../../reconcile";
import type { Claim } from "../claim";
import { compareQuantity, figuresAt } from "../comparison";
import { outcomeOf, type Statement } from "../outcomes";
import { textsOf, type NarrativeText } from "../text";
import { otherYear, titleOfOtherYear } from "./year-sayings";

const parameters = z.strictObject({
  /** Where this year's figures stand: a figure that is this year's but is called another year's is a slip. */
  figures: z.array(z.looseObject({ measures: z.array(z.string()), places: z.array(figuresSchema) })),
});

/**
 * A year in the text that is not the budget's year, on this budget's own figure: the figure is the tables' of this
 * year, or it is the only mention of something that a text plans ("2023年政府采购预算…" in the text of 2024). A comparison may
 * speak of last year.
 */
export const yearIsTheBudgets = defineCheck({
  scope: "workbook",
  parameters,
  says: [otherYear, titleOfOtherYear],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      const { year } = text;
      if (year === null) continue;
      if (
        text.group !== null &&
        text.titleYear !== null &&
        text.group.year !== null &&
        text.titleYear !== text.group.year
      )
        outcomes.push(outcomeOf(context, titleStatement(text, year)));
      for (const claim of text.reading.claims) {
        if (
          claim.label.year === null ||
          claim.label.lastYear ||
          claim.reason ||
          claim.head !== null ||
          claim.measure === null ||
          claim.denial ||
          claim.quantity.dimension !== "money" ||
          claim.label.subject.kind !== "whole"
        )
          continue;
        if (claim.label.year === year) {
          outcomes.push(outcomeOf(context, statement(claim, year, "pass")));
          continue;
        }
        if (claim.label.year > year) continue;
        const places = context.parameters.figures
          .filter((entry) => entry.measures.includes(claim.measure!))
          .flatMap((entry) => entry.places);
        const figures = text.group === null ? [] : places.flatMap((place) => figuresAt(place, text.group!, context));
        const isThisYears = figures.some(
          (figure) =>
            figure.value !== null &&
            !figure.value.isZero() &&
            compareQuantity(claim.quantity, figure.value, figure.half) === "pass",
        );
        const saidElsewhere = text.reading.claims.some(
          (other) =>
            other !== claim &&
            other.measure === claim.measure &&
            other.head === null &&
            (other.label.year === year || other.label.year === null),
        );
        const plannedOnly =
          figures.length === 0 && planned.includes(claim.measure) && !saidElsewhere && hasSibling(text, claim, year);
        if (isThisYears ? !saidElsewhere : plannedOnly)
          outcomes.push(outcomeOf(context, statement(claim, year, "fail")));
      }
    }
    return outcomes;
  },
});

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
