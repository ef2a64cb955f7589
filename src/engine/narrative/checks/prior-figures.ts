import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { powerOfTen, type ExactDecimal } from "../../workbook";
import type { Change, Claim } from "../claim";
import { compareQuantity, figuresAt, type TableFigure } from "../comparison";
import { amountOf, outcomeOf, othersOf, type Statement } from "../outcomes";
import type { Amount } from "../parameters";
import { absolute, type Quantity } from "../quantity";
import { textsOf, type NarrativeText } from "../text";
import { changeOffTables, priorFigureDiffers } from "./change-sayings";
import { entryFor, entrySchema, isOwn, type Entry } from "./figures-agree";

const parameters = z.strictObject({ figures: z.array(entrySchema).check(z.minLength(1)) });

type Sources = Pick<CheckContext, "figures" | "amounts">;

/**
 * What last year's tables say to a statement of the text: this year's figure (where it is compared), last year's, in 元.
 */
interface Comparison {
  readonly entry: Entry;
  readonly current: TableFigure | null;
  readonly before: TableFigure;
}

/** Words that speak of last year's outcome, not of its budget. */
const outturn = /决算|执行|实际|完成|调整/;

/**
 * What the text says of last year is what last year's budget tables say: "较去年减少365.43万元" is this year's figure less
 * last year's, "2024年预算10465万元" is last year's figure. Only where this year's figure agrees with its table and both
 * years give one answer.
 */
export const priorFiguresAgree = defineCheck({
  scope: "workbook",
  parameters,
  says: [changeOffTables, priorFigureDiffers],
  run(context) {
    const entries = context.parameters.figures;
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      if (text.prior === null) continue;
      const said = [
        ...text.reading.changes.flatMap((change) => [
          changeOf(change, text, entries, context),
          priorOfChange(change, text, entries, context),
        ]),
        ...text.reading.claims.map((claim) => priorClaim(claim, text, entries, context)),
      ];
      for (const statement of said) if (statement !== null) outcomes.push(outcomeOf(context, statement));
    }
    return outcomes;
  },
});

/** "较去年减少365.43万元": the difference of the two years. */
function changeOf(change: Change, text: NarrativeText, entries: readonly Entry[], context: Sources): Statement | null {
  const { amount, direction } = change;
  if (amount === null || direction === "flat" || speaksOfOutturn(change)) return null;
  const found = change.bases.flatMap((base) =>
    comparisonsOf(base, text, entries, context).map((comparison) => ({ base, ...comparison })),
  );
  const stated = direction === "down" ? absolute(amount).negated() : absolute(amount);
  const signed: Quantity = { ...amount, value: direction === "down" ? amount.value.negated() : amount.value };
  const judged = found.map((one) => {
    const difference = one.current!.value!.minus(one.before.value!);
    return {
      ...one,
      difference,
      verdict: difference.eq(stated)
        ? ("pass" as const)
        : compareQuantity(signed, difference, one.current!.half.plus(one.before.half)),
    };
  });
  const best =
    judged.find(({ verdict }) => verdict === "pass") ??
    judged.find(({ verdict }) => verdict === "rounding") ??
    only(judged, ({ difference }) => difference);
  if (!best) return null;
  const inUnit = (value: ExactDecimal): Amount => amountOf(amount, value.times(powerOfTen(-amount.exponent)));
  return {
    outcome: best.verdict,
    says: ({ text: words }) =>
      changeOffTables.with(() => ({
        text: words,
        name: best.entry.name,
        said: { down: direction === "down", by: inUnit(stated.abs()) },
        should: { down: best.difference.isNegative(), by: inUnit(best.difference.abs()) },
        current: inUnit(best.current!.value!),
        before: inUnit(best.before.value!),
      })),
    at: change,
    quantity: signed,
    computed: best.difference,
    others: [...othersOf(best.current!), ...othersOf(best.before)],
    cause: best.verdict === "fail" ? { passage: change.passage, quantity: amount } : null,
    claims: [best.base],
  };
}

/** "比2024年预算10465万元减少…": last year's figure inside a comparison. */
function priorOfChange(
  change: Change,
  text: NarrativeText,
  entries: readonly Entry[],
  context: Sources,
): Statement | null {
  const { prior } = change;
  if (prior === null || speaksOfOutturn(change)) return null;
  const found = change.bases.flatMap((base) => comparisonsOf(base, text, entries, context));
  return agreementWithPrior(prior, change, found);
}

/** "2024年预算10465万元" as a figure of its own. */
function priorClaim(claim: Claim, text: NarrativeText, entries: readonly Entry[], context: Sources): Statement | null {
  const { label, reason, denial, quantity, head } = claim;
  const ofLastYear = label.lastYear || (label.year !== null && text.year !== null && label.year === text.year - 1);
  if (
    !ofLastYear ||
    reason ||
    denial ||
    head !== null ||
    quantity.dimension !== "money" ||
    label.subject.kind !== "whole" ||
    speaksOfOutturn(claim)
  )
    return null;
  const entry = entryFor(claim, entries);
  const found =
    entry === null
      ? []
      : placesOf(entry, text, context).flatMap(({ before }): Comparison[] =>
          before === null ? [] : [{ entry, current: null, before }],
        );
  return agreementWithPrior(quantity, claim, found);
}

function agreementWithPrior(quantity: Quantity, at: Statement["at"], found: readonly Comparison[]): Statement | null {
  const judged = found.map((one) => ({
    ...one,
    verdict: compareQuantity(quantity, one.before.value!, one.before.half),
  }));
  const best =
    judged.find(({ verdict }) => verdict === "pass") ??
    judged.find(({ verdict }) => verdict === "rounding") ??
    only(judged, ({ before }) => before.value!);
  return best
    ? {
        outcome: best.verdict,
        says: (told) => priorFigureDiffers.with(() => ({ ...told.compared(), name: best.entry.name })),
        at,
        quantity,
        computed: best.before.value!,
        others: othersOf(best.before),
      }
    : null;
}

/** The places of both years where this year's figure is the one that the text states. */
function comparisonsOf(base: Claim, text: NarrativeText, entries: readonly Entry[], context: Sources): Comparison[] {
  const entry = isOwn(base, text) && !base.denial ? entryFor(base, entries) : null;
  if (entry === null) return [];
  return placesOf(entry, text, context).flatMap(({ current, before }) =>
    current !== null && before !== null && compareQuantity(base.quantity, current.value!, current.half) !== "fail"
      ? [{ entry, current, before }]
      : [],
  );
}

/**
 * Each place of an entry in this year's and last year's tables; null where a year has none, several, or one that cannot
 * be read.
 */
function placesOf(
  entry: Entry,
  text: NarrativeText,
  context: Sources,
): { readonly current: TableFigure | null; readonly before: TableFigure | null }[] {
  const one = (figures: readonly TableFigure[]): TableFigure | null =>
    figures.length === 1 && figures[0]!.value !== null ? figures[0]! : null;
  return entry.places.map((place) => ({
    current: one(figuresAt(place, text.group!, context, entry.emptyIsZero)),
    before: one(figuresAt(place, text.prior!, context, entry.emptyIsZero)),
  }));
}

/** The only answer there is; undefined where the places give several. */
function only<Found>(found: readonly Found[], answer: (one: Found) => ExactDecimal): Found | undefined {
  const [first] = found;
  return first !== undefined && found.every((other) => answer(other).eq(answer(first))) ? first : undefined;
}

function speaksOfOutturn({ passage, start, end }: Statement["at"]): boolean {
  return outturn.test(passage.text.slice(Math.max(0, start - 12), end));
}
