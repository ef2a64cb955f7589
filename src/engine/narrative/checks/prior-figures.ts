import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import type { Column } from "../../tables";
import { powerOfTen, type ExactDecimal } from "../../workbook";
import { carriedOver } from "../carried-over";
import { withPlan } from "../change-words";
import type { Change, Claim } from "../claim";
import { claimsBefore, claimsByPassage } from "../claims-around";
import { compareQuantity } from "../comparison";
import { factsOf, type Fact } from "../facts";
import { amountOf, outcomeOf, othersOf, type Statement } from "../outcomes";
import type { Amount } from "../parameters";
import { absolute, type Quantity } from "../quantity";
import { nameOf, resolveIn, resolveLastYear } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { changeNotLevel, changeOffTables, movedOtherWay, priorFigureDiffers } from "./change-sayings";
import { isOwn } from "./mentions-agree";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/** The figures of both years that a change may be about, in 元. */
interface BothYears {
  readonly base: Claim;
  readonly current: Fact;
  readonly before: Fact;
  /** The words say which of last year's figures they compare with. */
  readonly sure: boolean;
}

/** Words that compare with the year before, whatever of it. */
const lastYearNamed = /上年|上一年|去年|同期|同比|20\d\d年/;
/** Words that speak of last year's outcome, not of its budget. */
const outturn = /决算|执行|实际|完成|调整/;

/**
 * What the text says of a change is what the two years' tables say (last year's workbook, or else a column of this
 * year's tables): "较去年减少365.43万元" is this year's figure less last
 * year's; so is last year's figure that a comparison names. Only where this year's figure agrees with its table and
 * both years give one answer.
 */
export const priorFiguresAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [changeOffTables, changeNotLevel, movedOtherWay, priorFigureDiffers],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      for (const change of text.reading.changes) {
        if (text.prior !== null && text.stage === "budget" && speaksOfOutturn(change)) continue;
        const since = carriedOver(change, text, context).map((one): BothYears => ({ ...one, sure: true }));
        const inTables = since.length > 0 ? since : change.bases.flatMap((base) => bothYears(base, text, context));
        const found =
          inTables.length > 0
            ? inTables
            : change.bases.slice(0, 1).flatMap((base) => inOwnColumns(base, change.against, text, context));
        const prior = priorOf(change, found);
        // Reckoned from a wrong figure of last year, the change is wrong for that.
        const moved = [changeOf(change, found), levelOf(change, found), prior];
        for (const statement of prior?.outcome === "fail" ? [prior] : moved)
          if (statement !== null && (!change.open || statement.outcome !== "fail"))
            outcomes.push(outcomeOf(context, statement));
      }
      for (const statement of movesOf(text, context)) outcomes.push(outcomeOf(context, statement));
    }
    return outcomes;
  },
});

/** "较去年减少365.43万元": the difference of the two years. */
function changeOf(change: Change, found: readonly BothYears[]): Statement | null {
  const { amount, direction } = change;
  if (amount === null || direction === "flat") return null;
  const stated = direction === "down" ? absolute(amount).negated() : absolute(amount);
  const signed: Quantity = { ...amount, value: direction === "down" ? amount.value.negated() : amount.value };
  const judged = found.map((one) => {
    const difference = one.current.value!.minus(one.before.value!);
    return { ...one, difference, verdict: verdictOf(signed, stated, difference, one) };
  });
  const best =
    judged.find(({ verdict }) => verdict === "pass") ??
    judged.find(({ verdict }) => verdict === "rounding") ??
    only(judged, change, ({ difference }) => difference);
  if (!best) return null;
  const inUnit = (value: ExactDecimal): Amount => amountOf(amount, value.times(powerOfTen(-amount.exponent)));
  return {
    outcome: best.verdict,
    ...(best.sure ? {} : { severity: "explain" as const }),
    says: ({ text: words }) =>
      changeOffTables.with(() => ({
        text: words,
        name: `“${nameOf(best.base)}”`,
        said: { down: direction === "down", by: inUnit(stated.abs()) },
        should: { down: best.difference.isNegative(), by: inUnit(best.difference.abs()) },
        current: inUnit(best.current.value!),
        before: inUnit(best.before.value!),
      })),
    at: change,
    quantity: signed,
    computed: best.difference,
    others: [...othersOf(best.current), ...othersOf(best.before)],
    cause: best.verdict === "fail" ? { passage: change.passage, quantity: amount } : null,
    claims: [best.base],
  };
}

/** A change without an amount: "比上年预算有所增长". */
const vague =
  /[比较与](?:20\d\d年(?:度)?|上一?年度?|去年)[^,;。:\d]{0,10}?(?:相比)?,?(?:有所|略有|稍有|明显|大幅)(?:(增加|增长|上升|提高)|减少|下降|降低)/g;

/** Which way a figure moved, where the words give no amount, beside the tables of both years. */
function* movesOf(text: NarrativeText, context: Sources): Iterable<Statement> {
  const claims = claimsByPassage(text.reading);
  for (const passage of text.passages)
    for (const match of passage.text.matchAll(vague)) {
      const base = claimsBefore(claims.get(passage) ?? [], match.index).at(-1);
      if (base === undefined || /[。;]/.test(passage.text.slice(base.end, match.index))) continue;
      const inTables = bothYears(base, text, context);
      const found = inTables.length > 0 ? inTables : inOwnColumns(base, match[0], text, context);
      const best = only(found, null, ({ before }) => before.value!);
      if (best === undefined || outturn.test(match[0])) continue;
      const way = best.current.value!.comparedTo(best.before.value!);
      yield {
        outcome: way === (match[1] === undefined ? -1 : 1) ? "pass" : "fail",
        severity: "explain",
        says: (told) =>
          movedOtherWay.with(() => ({ text: told.text, name: `“${nameOf(base)}”`, ...bothAmounts(best) })),
        at: { passage, start: match.index, end: match.index + match[0].length },
        quantity: null,
        computed: null,
        others: [...othersOf(best.current), ...othersOf(best.before)],
      };
    }
}

/** Both years' figures in the unit of the text. */
function bothAmounts({ base, current, before }: BothYears): { readonly current: Amount; readonly before: Amount } {
  const [now, then] = [current, before].map(({ value }) =>
    amountOf(base.quantity, value!.times(powerOfTen(-base.quantity.exponent))),
  );
  return { current: now!, before: then! };
}

/** "与上年预算持平": both years have the same figure. */
function levelOf(change: Change, found: readonly BothYears[]): Statement | null {
  if (change.direction !== "flat" || change.prior !== null || change.before !== null) return null;
  const judged = found.map((one) => ({
    ...one,
    verdict: compareQuantity(one.base.quantity, one.before.value!, one.before.half.plus(one.current.half)),
  }));
  const best =
    judged.find(({ verdict }) => verdict === "pass") ??
    judged.find(({ verdict }) => verdict === "rounding") ??
    only(judged, change, ({ before }) => before.value!);
  if (!best) return null;
  return {
    outcome: best.verdict,
    severity: "explain",
    says: (told) => changeNotLevel.with(() => ({ text: told.text, ...bothAmounts(best) })),
    at: change,
    quantity: null,
    computed: null,
    others: [...othersOf(best.current), ...othersOf(best.before)],
  };
}

/** Both years are rounded before they are subtracted, or after: either is right. */
function verdictOf(signed: Quantity, stated: ExactDecimal, difference: ExactDecimal, { current, before }: BothYears) {
  if (difference.eq(stated)) return "pass" as const;
  const verdict = compareQuantity(signed, difference, current.half.plus(before.half));
  const place = powerOfTen(signed.exponent - signed.decimals);
  return verdict === "fail" && stated.minus(difference).abs().lessThanOrEqualTo(place)
    ? ("rounding" as const)
    : verdict;
}

/** "比2024年预算10465万元减少…": last year's figure inside a comparison. */
function priorOf(change: Change, found: readonly BothYears[]): Statement | null {
  const { prior } = change;
  if (prior === null) return null;
  const judged = found.map((one) => ({ ...one, verdict: compareQuantity(prior, one.before.value!, one.before.half) }));
  const best =
    judged.find(({ verdict }) => verdict === "pass") ??
    judged.find(({ verdict }) => verdict === "rounding") ??
    only(judged, change, ({ before }) => before.value!);
  return best
    ? {
        outcome: best.verdict,
        ...(best.sure ? {} : { severity: "explain" as const }),
        says: (told) => priorFigureDiffers.with(() => ({ ...told.compared(), name: `“${nameOf(best.base)}”` })),
        at: change,
        quantity: prior,
        computed: best.before.value!,
        others: othersOf(best.before),
      }
    : null;
}

/** The figures of both years, where this year's is the one that the text states. */
function bothYears(base: Claim, text: NarrativeText, context: Sources): BothYears[] {
  if (!isOwn({ ...base, head: null }, text) || text.group === null || text.prior === null) return [];
  const [now, then] = [factsOf(text.group, context), factsOf(text.prior, context)].map((facts) =>
    resolveIn(base, facts),
  );
  return now!.flatMap((current) => {
    if (current.value === null || compareQuantity(base.quantity, current.value, current.half) === "fail") return [];
    const same = then!.filter(
      ({ table, facets, value }) =>
        value !== null &&
        table.template.kind === current.table.template.kind &&
        JSON.stringify(facets) === JSON.stringify(current.facets),
    );
    return same.length === 1 ? [{ base, current, before: same[0]!, sure: true }] : [];
  });
}

/**
 * The figures of both years where this year's own tables have a column of last year: of its budget or of what was
 * carried out, as the words that compare say.
 */
function inOwnColumns(base: Claim, against: string, text: NarrativeText, context: Sources): BothYears[] {
  const { group, stage, year } = text;
  if (group === null || year === null || !isOwn({ ...base, head: null }, text)) return [];
  if (stage === "final" && (withPlan.test(against) || !lastYearNamed.test(against))) return [];
  const facts = factsOf(group, context);
  const before = resolveLastYear(base, facts).filter(
    ({ value, compared }) => value !== null && isOf(compared, year - 1),
  );
  if (before.length === 0) return [];
  const said = wordOfStage(against);
  const isMeant = ({ compared }: Fact): boolean => {
    const own = stageOf(compared?.basis);
    return stage === "final" ? own !== "budget" : said === null || own === said;
  };
  return resolveIn(base, facts).flatMap((current) => {
    if (current.value === null || compareQuantity(base.quantity, current.value, current.half) === "fail") return [];
    const same = before.filter((one) => one.table === current.table && isMeant(one));
    return same.length === 1 ? [{ base, current, before: same[0]!, sure: said !== null }] : [];
  });
}

function isOf(column: Fact["compared"], year: number): boolean {
  return column?.year === year || column?.year === "other";
}

/** The budget as it became is no longer the one that a text calls 预算. */
function stageOf(basis: Column["basis"]): "budget" | "outturn" | null {
  if (basis === undefined) return null;
  return basis === "outturn" || basis === "adjusted" ? "outturn" : "budget";
}

/** Whether words speak of what was planned or of what came of it; null where they leave it open. */
function wordOfStage(words: string): "budget" | "outturn" | null {
  if (outturn.test(words)) return "outturn";
  return /预算/.test(words) ? "budget" : null;
}

/**
 * The only answer there is; undefined where the places give several. What a change is said to be of is its likeliest
 * base: of the others it can only be right.
 */
function only<Found extends BothYears>(
  found: readonly Found[],
  change: Change | null,
  answer: (one: Found) => ExactDecimal,
): Found | undefined {
  const meant = change === null ? found : found.filter(({ base }) => base === change.bases[0]);
  const [first] = meant;
  return first !== undefined && meant.every((other) => answer(other).eq(answer(first))) ? first : undefined;
}

function speaksOfOutturn({ passage, start, end }: Change): boolean {
  return outturn.test(passage.text.slice(Math.max(0, start - 12), end));
}
