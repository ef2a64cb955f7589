import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { Exact } from "../../workbook";
import type { Claim } from "../claim";
import { compareQuantity } from "../comparison";
import { factsOf, type Fact } from "../facts";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute } from "../quantity";
import { bodyOf, resolve, resolveIn } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { comparedWithOtherYear, otherYear, titleOfOtherYear } from "./year-sayings";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/**
 * A year in the text that is not the budget's year, on this budget's own figure: the figure is the tables' of this
 * year, or it is the only mention of something that a text plans ("2023年政府采购预算…" in the text of 2024). A comparison may
 * speak of last year, and what is the same in both years may be said of either.
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
      outcomes.push(...plansOfOtherYear(text, year).map((claim) => outcomeOf(context, statement(claim, year, "fail"))));
      const told = new Set<string>();
      for (const claim of text.reading.claims) {
        if (deniedOfOtherYear(claim, text, year))
          outcomes.push(outcomeOf(context, { ...statement(claim, year, "fail"), severity: "explain" }));
        if (!isBudgetFigure(claim) || (text.stage === "budget" && isOutturn(claim))) continue;
        if (claim.label.year === year) outcomes.push(outcomeOf(context, statement(claim, year, "pass")));
        else if (isThisYears(context, text, claim, year)) {
          const place = placeOfYear(claim);
          const key = `${claim.passage.cells[place]}:${claim.passage.offsets[place]}`;
          if (!told.has(key)) outcomes.push(outcomeOf(context, statement(claim, year, "fail")));
          told.add(key);
        }
      }
    }
    return outcomes;
  },
});

/** The title of a text names another year than the tables of its body, or than all of the text beside undated ones. */
function hasTitleOfOtherYear({ group, titleYear, year }: NarrativeText): boolean {
  return group !== null && titleYear !== null && titleYear !== (group.year ?? year);
}

/** An amount of a whole body that is given a year: no part of another, no reason, not called last year's. */
interface Dated extends Claim {
  readonly label: Claim["label"] & { readonly year: number };
}

function isBudgetFigure(claim: Claim): claim is Dated {
  const { label, measure, path, head, reason, denial, quantity } = claim;
  if (label.year === null || label.lastYear || bodyOf({ ...claim, head: null }) !== null) return false;
  if (measure === null && path === null && label.name.length < 4) return false;
  return head === null && !reason && !denial && quantity.dimension === "money";
}

/**
 * "2022年度支出年初预算数1548.50万元，决算数1641.05万元，完成年初预算的105.98%": what this year settled was planned for this year, as the rate
 * shows.
 */
function plansOfOtherYear({ reading, stage }: NarrativeText, year: number): Dated[] {
  if (stage !== "final") return [];
  return reading.completions.flatMap(({ settled, planned, percent }) => {
    if (planned === null || !isBudgetFigure(planned) || planned.label.year === year) return [];
    if (settled.label.lastYear || (settled.label.year ?? year) !== year || planned.quantity.value.isZero()) return [];
    const rate = absolute(settled.quantity).dividedBy(absolute(planned.quantity)).times(100);
    return rate.toDecimalPlaces(percent.decimals, Exact.ROUND_HALF_UP).eq(percent.value) ? [planned] : [];
  });
}

/**
 * "2025年没有国有资本经营预算安排的支出" in a text of 2026 that says nothing else of it: no figure shows the slip, and no other year
 * stands in the paragraph that it could be compared with.
 */
function deniedOfOtherYear(claim: Claim, { reading }: NarrativeText, year: number): claim is Dated {
  const { label, passage, measure, denial, path } = claim;
  if (!denial || label.year === null || label.year === year || label.lastYear || measure === null || path !== null)
    return false;
  if ([...passage.text.matchAll(/(20\d\d)年/g)].some(([, other]) => Number(other) !== label.year)) return false;
  return !reading.claims.some(
    (other) => other.measure === measure && !other.label.lastYear && (!other.denial || other.label.year === year),
  );
}

/** "2023年预算执行数": it says itself that it is no figure of this budget. */
function isOutturn({ label }: Claim): boolean {
  return label.version === "executed" || label.version === "final";
}

/** Whether a figure that is called another year's is this year's after all. */
function isThisYears(context: Sources, text: NarrativeText, claim: Dated, year: number): boolean {
  const figures = figuresOf(context, text, claim);
  if (figures.length > 0)
    return (
      figures.some(
        ({ value, half }) =>
          value !== null && !value.isZero() && compareQuantity(claim.quantity, value, half) === "pass",
      ) && !mayBeBoth(text, claim, year)
    );
  const { measure } = claim;
  if (claim.label.year > year || measure === null || !planned.includes(measure)) return false;
  return !isSaidElsewhere(text, claim, year) && hasSibling(text, claim, year);
}

/** Figures with fewer digits than this may well be the same in two years. */
const fewestDigits = 3;

/**
 * Last year's figure may be this year's as well: the text gives it to this year too in the same paragraph, says that
 * it has not changed, or it is a round number that the text gives to this year elsewhere. A comparison with the very
 * year that the figure is given to shows that the figure is of a later one.
 */
function mayBeBoth(text: NarrativeText, claim: Dated, year: number): boolean {
  const { reading } = text;
  const { label, quantity, passage } = claim;
  if (label.year !== year - 1) return false;
  const digits = quantity.value
    .toFixed()
    .replace(/\D/g, "")
    .replace(/^0+|0+$/g, "");
  if (digits.length < fewestDigits && isSaidElsewhere(text, claim, year)) return true;
  const changes = reading.changes.filter((change) => change.passage === passage && !change.reason);
  if (changes.some(({ against }) => against.includes(`${label.year}年`))) return false;
  if (changes.some(({ direction }) => direction === "flat")) return true;
  return reading.claims.some(
    (other) =>
      other.passage === passage &&
      other !== claim &&
      other.quantity.value.eq(quantity.value) &&
      other.measure === claim.measure &&
      other.path?.text === claim.path?.text,
  );
}

/** Where the tables print this year's figure of what is claimed, planned or settled as the words say. */
function figuresOf(context: Sources, text: NarrativeText, claim: Dated): readonly Fact[] {
  if (text.group === null) return [];
  const found = resolve({ ...claim, label: { ...claim.label, year: text.year } }, text, context);
  return "missing" in found ? resolveIn(claim, factsOf(text.group, context)) : found.facts;
}

/** The text says the same of this year, or of no year, as well. */
function isSaidElsewhere(text: NarrativeText, claim: Dated, year: number): boolean {
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

function statement(claim: Dated, year: number, outcome: "pass" | "fail"): Statement {
  return {
    outcome,
    says: (told) => otherYear.with(() => ({ text: told.text, found: claim.label.year, year })),
    at: { ...claim, start: placeOfYear(claim) },
    quantity: null,
    computed: null,
  };
}

/** Where the year of a figure is written: among its own words, or at the beginning of its clause. */
function placeOfYear({ passage, label, start, end }: Dated): number {
  const found = passage.text.lastIndexOf(`${label.year}年`, end);
  return found < 0 || found > start ? start : found;
}

function titleStatement(text: NarrativeText, year: number): Statement {
  const passage = text.passages[0]!;
  return {
    outcome: "fail",
    says: () => titleOfOtherYear.with({ found: text.titleYear!, year, dated: text.group!.year !== null }),
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
    return textsOf(context).flatMap(({ reading, year, stage }) => {
      if (year === null) return [];
      const dated = reading.changes.flatMap((change) => {
        const found = Number(/20\d\d(?=年)/.exec(change.against)?.[0] ?? Number.NaN);
        // Final accounts are held against the budget of their own year.
        const ownBudget = found === year && stage !== "budget" && change.against.includes("预算");
        return Number.isNaN(found) || change.reason || ownBudget ? [] : [{ change, found }];
      });
      const lastYears = reading.changes.filter(({ against, reason }) => !reason && /上年|去年|上一年/.test(against));
      const usual = dated.filter(({ found }) => found === year - 1).length + lastYears.length;
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
