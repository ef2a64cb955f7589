import { comparisonWords, directionAfter, directionFromPlan, withPlan, directionBefore } from "./change-words";
import type { Change, Claim, Direction } from "./claim";
import { versionIn } from "./label";
import { isPartOf } from "./measures";
import type { Quantity } from "./quantity";
import type { SentenceState } from "./sentence-state";
import { sameTopic } from "./topic";
import type { Words } from "./words-before";

/** "比2022年预算持平", "与上年相同"; not "基本持平", which leaves something open. */
const levelWords =
  /(?:比|与|较|同|和)(?:去年|上年度?|上一年度?|20\d\d年(?:度)?)[^,;。:(\d]{0,12}?(?:相比)?,?(?:持平|相同|一致|无增减|无变化|没有变化)/;

/** "与2023年预算持平": no number says it, and it is a change all the same. */
export function meetLevel(state: SentenceState, from: number, to: number): void {
  const gap = state.passage.text.slice(from, to);
  const found = state.last === null || state.reason !== null ? null : levelWords.exec(gap);
  if (found === null || /原因|[。]/.test(gap.slice(0, found.index))) return;
  const base = state.last!;
  state.text.changes.push({
    passage: state.passage,
    start: base.start,
    end: from + found.index + found[0].length,
    bases: [base],
    direction: "flat",
    amount: null,
    percent: null,
    percentDirection: null,
    prior: null,
    before: earlier(state, base, found[0]),
    against: found[0],
    reason: false,
    parts: [],
  });
}

/** "…，增长5.1%": the rate of the change before it, or a change of its own where the words compare. */
export function takeRate(
  state: SentenceState,
  quantity: Quantity,
  words: string,
  from: number,
  direction: Direction,
): void {
  const compares = comparisonWords.test(withoutCompared(state.passage.text.slice(from, quantity.start)));
  const { change } = state;
  if (change !== null && change.percent === null && !(compares && change.amount === null)) {
    change.percent = quantity;
    change.percentDirection = direction;
    change.end = quantity.end;
    return;
  }
  const bare = state.bareChange;
  if (compares) {
    startChange(state, quantity, direction, words, from, null);
    if (state.change !== null && bare?.quantity.end === from && bare.direction === direction)
      state.change.amount = bare.quantity;
  } else if (isOnlyDirection(state.passage.text.slice(from, quantity.start)))
    changeOfPair(state, quantity, direction, from);
}

/** "较上年减少1.00万元(14.29%)": the rate of the change that it stands behind; false where it stands otherwise. */
export function takeBracketedRate({ passage, change }: SentenceState, quantity: Quantity, from: number): boolean {
  const gap = passage.text.slice(from, quantity.start);
  if (change?.amount === null || change?.amount?.end !== from || change.percent !== null || gap !== "(") return false;
  if (passage.text[quantity.end] !== ")") return false;
  change.percent = quantity;
  change.percentDirection = change.direction;
  change.end = quantity.end;
  return true;
}

/** Takes an amount that says how much something changed, or what it was last year; false where it is neither. */
export function takeChange(state: SentenceState, quantity: Quantity, words: Words, from: number): boolean {
  const direction = directionBefore(words.text);
  if (direction === null) return takeCompared(state, quantity, words, from);
  const gap = withoutCompared(state.passage.text.slice(from, quantity.start));
  const anew = comparisonWords.test(gap);
  const open = state.change !== null && state.change.amount === null ? state.change : null;
  if (
    open !== null &&
    ((open.percent === null && open.prior !== null) ||
      (!anew && (open.direction === direction || isOnlyDirection(gap))))
  ) {
    open.amount = quantity;
    open.end = quantity.end;
    open.direction = direction;
  } else if (anew) startChange(state, quantity, direction, words.text, from, null);
  else takeUncompared(state, { quantity, direction, from }, words, gap);
  // "减少20万元" without a word of comparison is a change of something, never a figure of its own.
  return true;
}

/** An amount that words compare with nothing: of two figures before it, of what is new, of a part, or one to come. */
function takeUncompared(state: SentenceState, moved: MovedBy, words: Words, gap: string): void {
  const { quantity, direction, from } = moved;
  if (takeFirst(state, quantity, direction, gap)) return;
  const only = isOnlyDirection(gap);
  if (only && changeOfPair(state, quantity, direction, from)) return;
  takePart(state, quantity, direction, words, from);
  if (only && state.last?.end === from) state.bareChange = { quantity, direction };
}

/** By how much and which way; the words in front of it begin at `from`. */
interface MovedBy {
  readonly quantity: Quantity;
  readonly direction: Direction;
  readonly from: number;
}

/** Last year's figure, where a comparison names it, or how far the settled figure is from the planned one. */
function takeCompared(state: SentenceState, quantity: Quantity, words: Words, from: number): boolean {
  const fromPlan = directionFromPlan(words.text);
  if (fromPlan !== null) {
    startChange(state, quantity, fromPlan, words.text, from, null);
    return true;
  }
  const compared = wordsOfCompared(state.passage.text, quantity, words);
  if (compared !== null) startChange(state, null, compared.onward, compared.words, from, quantity);
  return compared !== null;
}

/** "购置费18.00万元，上年未安排，增加18.00万元": all of it is new. */
function takeFirst(state: SentenceState, quantity: Quantity, direction: Direction, gap: string): boolean {
  const base = state.last;
  if (direction !== "up" || base === null || state.reason !== null) return false;
  if (base.end !== quantity.start - gap.length || !nothingBefore.test(gap)) return false;
  const nothing = { ...quantity, start: base.end, end: base.end, value: quantity.value.minus(quantity.value) };
  pushChange(state, { quantity, direction, from: base.end }, { base, before: null, prior: nothing, against: "上年" });
  return true;
}

const nothingBefore =
  /^,?(?:上年度?|去年|上一年度?)(?:未|没有|无)[^,;。\d]{0,8}[,;](?:同比|本年|全部|均为)?增[加支](?:了)?$/;

/** "…1000万元相比增长…" goes on with the comparison that stands before. */
function withoutCompared(gap: string): string {
  return gap.replace(/^\)?,?相比(?:较)?/, "");
}

/** ",减少" between a rate and an amount: of the same change, even where the two contradict each other. */
function isOnlyDirection(gap: string): boolean {
  return onlyDirection.test(gap.replace(/^[,;、()]{0,2}(?:即|共|约|同比|本年|今年|当年)?/, ""));
}

const onlyDirection =
  /^(?:增[加长支收幅]|减[少支收幅]|下降|上升|降[低幅]|压减|提高|节[约支]|[多少])(?:了|额|金额)?(?:约|为|:)?$/;

/** How the words in front of last year's figure end: "比2024年预算", "较上年的". */
const beforeCompared = /(?:年|数|预算|决算|执行|额|度|的|初|为|安排|支出|收入|去年)$/;

/**
 * The words that compare with an amount and which way it went on from there: "比2024年预算1000万元增加…", also with the
 * amount in brackets, "较2024年年初预算(1000万元)下降…"; null where the amount is not compared with.
 */
function wordsOfCompared(
  text: string,
  { start, end }: Quantity,
  words: Words,
): { readonly words: string; readonly onward: Direction } | null {
  const bracketed = text[start - 1] === "(" && text[end] === ")";
  const behind = text.slice(bracketed ? end + 1 : end, end + 12);
  const onward = directionAfter(behind);
  const said = bracketed ? /[^,;:。、()]*$/.exec(text.slice(0, start - 1))![0] : words.text;
  if (onward === null || !comparisonWords.test(said) || !beforeCompared.test(said)) return null;
  return { words: said, onward };
}

/** "…预算比上年减少0.60万元，其中：公务用车运行费减少0.40万元": the parts are compared as the whole is. */
function takePart(state: SentenceState, quantity: Quantity, direction: Direction, words: Words, from: number): void {
  const whole = state.comparison;
  if (whole === null || !whole.bases.some(({ measure }) => measure !== null)) return;
  const { measure, name } = state.labelOf(withoutDirection(words.text));
  if (measure === null || !whole.bases.some((base) => isPartOf(measure, base.measure))) return;
  whole.parts.push({ measure, name, quantity, direction, reason: state.reason !== null });
  if (state.reason === null) startChange(state, quantity, direction, words.text, from, null);
}

/** "增加（减少）": words of a form that nobody has settled say neither. */
const unfinished = /(?:增加|增长|上升)[(/](?:减少|下降)|(?:减少|下降)[(/](?:增加|增长)/;

/** Where a change begins to be compared, what is compared, and with what. */
function comparisonIn(state: SentenceState, gap: string, words: string) {
  const found = comparisonWords.exec(gap) ?? withPlan.exec(gap);
  if (found === null)
    return {
      at: gap.length - words.length,
      named: withoutDirection(words),
      before: "",
      against: state.comparison?.against ?? "",
      compares: false,
    };
  const before = gap.slice(0, found.index);
  const named = /(?:收入?、支出?)?[^,;:、。()]*$/.exec(before)![0];
  return { at: found.index - named.length, named, before, against: gap.slice(found.index), compares: true };
}

function startChange(
  state: SentenceState,
  quantity: Quantity | null,
  direction: Direction,
  words: string,
  from: number,
  prior: Quantity | null,
): void {
  const gap = state.passage.text.slice(from, (quantity ?? prior)!.start);
  const { at, named, before, against, compares } = comparisonIn(state, gap, words);
  const ofMoney = (quantity ?? prior)!.dimension === "money";
  const around = unfinished.test(words)
    ? []
    : basesNamed(state, { named: named || lastNamed(before), against }, ofMoney);
  const bases = settledFirst(state, around, against);
  const isPercent = quantity?.dimension === "percent";
  const change: Change = {
    passage: state.passage,
    reason: state.reason !== null,
    against,
    before: bases[0] === undefined ? null : earlier(state, bases[0], against),
    start: from + at,
    end: quantity?.end ?? prior!.end,
    bases,
    direction,
    amount: isPercent ? null : quantity,
    percent: isPercent ? quantity : null,
    percentDirection: isPercent ? direction : null,
    prior,
    parts: [],
  };
  state.change = change;
  if (compares) state.text.comparison = state.comparison = change;
  state.text.changes.push(change);
}

/** What is compared may be named behind the words that compare: "与上年相比，基本支出增加…". */
function basesNamed(
  state: SentenceState,
  { named, against }: { readonly named: string; readonly against: string },
  ofMoney: boolean,
): Claim[] {
  const behind = named === "" ? nameBehind.exec(against)?.[1] : undefined;
  const name = behind === undefined ? "" : withoutDirection(behind);
  const found = name !== "" && state.labelOf(name).measure !== null ? state.basesOf(name, ofMoney) : [];
  return found.length > 0 ? found : state.basesOf(named, ofMoney);
}

/** "与上年相比,": what stands behind it up to the direction. */
const nameBehind = /^[^,]{2,16}(?:相比较?|对比|比较),?([^,;:。()]{2,30})$/;

/**
 * "2025年预算数为32.96万元，2024年预算数为35.64万元，减少2.68万元": the two figures in front of it are what is compared; false where they
 * are no such two.
 */
function changeOfPair(state: SentenceState, quantity: Quantity, direction: Direction, from: number): boolean {
  const [one, other] = state.text.inPassage.slice(-2);
  if (one === undefined || other?.end !== from || state.reason !== null || !sameTopic(one, other)) return false;
  const order = orderOf(one, other) || -orderOf(other, one);
  if (order === 0) return false;
  const [before, base] = order < 0 ? [one, other] : [other, one];
  const against = state.passage.text.slice(before.start, before.end);
  pushChange(state, { quantity, direction, from }, { base, before, prior: null, against });
  return true;
}

/** A change of one figure that no words of comparison say. */
function pushChange(
  state: SentenceState,
  { quantity, direction, from }: MovedBy,
  compared: Pick<Change, "before" | "prior" | "against"> & { readonly base: Claim },
): void {
  const isPercent = quantity.dimension === "percent";
  const { base, before, prior, against } = compared;
  const change: Change = {
    passage: state.passage,
    start: from,
    end: quantity.end,
    bases: [base],
    direction,
    amount: isPercent ? null : quantity,
    percent: isPercent ? quantity : null,
    percentDirection: isPercent ? direction : null,
    prior,
    before,
    against,
    reason: false,
    parts: [],
  };
  state.change = change;
  state.text.changes.push(change);
}

/** Negative where the first is of the year before the other's, or was planned where the other settled; else 0. */
function orderOf({ label: one }: Claim, { label: other }: Claim): number {
  if (one.year !== null && other.year !== null && one.year !== other.year) return one.year === other.year - 1 ? -1 : 0;
  if (one.lastYear !== other.lastYear) return one.lastYear ? -1 : 0;
  return one.version === "budget" && other.version === "final" ? -1 : 0;
}

/**
 * What a change is of where the passage says both what was planned and what was settled: the latter, unless budgets are
 * compared.
 */
function settledFirst(state: SentenceState, bases: readonly Claim[], against: string): Claim[] {
  const budgets = versionIn(against) === "budget" && !withPlan.test(against);
  return bases.flatMap((base) => {
    if (base.label.version !== "budget" || budgets) return [base];
    const settled = state.text.inPassage.findLast((claim) => isSettled(claim, base, against));
    if (settled === undefined) return withPlan.test(against) ? [] : [base];
    return bases.includes(settled) ? [] : [settled];
  });
}

/** Is this what came of the budget that another figure of the same passage states, in the same year? */
function isSettled(claim: Claim, plan: Claim, against: string): boolean {
  const { version, year, lastYear } = claim.label;
  if (lastYear || claim.reason || !sameTopic(claim, plan)) return false;
  if (year !== null && (against.includes(String(year)) || (plan.label.year !== null && plan.label.year !== year)))
    return false;
  return withPlan.test(against) || versionIn(against) === "final" ? version !== "budget" : version === "final";
}

/** "公务用车运行费减少" is about 公务用车运行费. */
function withoutDirection(words: string): string {
  return words.replace(/(?:净|共)?(?:增加|减少|增长|下降|上升|降低|压减|提高|[增减多少])[了约为:]*$/, "");
}

/** The figure of the year that a change compares with, where a sentence before gives it: "2023年执行数54.60万元". */
function earlier({ text }: SentenceState, base: Claim, against: string): Claim | null {
  if (withPlan.test(against)) {
    const plans = text.inPassage.filter(
      ({ label, reason }) => label.version === "budget" && !label.lastYear && !reason,
    );
    return plans.findLast((plan) => plan !== base && sameTopic(plan, base)) ?? null;
  }
  const year = Number(/20\d\d/.exec(against)?.[0] ?? Number.NaN);
  const version = versionIn(against);
  const fits = text.inPassage.filter(
    (claim) =>
      !claim.reason &&
      (claim.label.year === year || (Number.isNaN(year) && claim.label.lastYear)) &&
      (version === null || claim.label.version === null || claim.label.version === version) &&
      sameTopic(claim, base),
  );
  return fits.length === 1 ? fits[0]! : null;
}

/** The last words of a clause that are there at all: "收入" of "收入,,". */
function lastNamed(words: string): string {
  // What money is used for is not what is compared.
  const clause = words
    .split(/[;。()]/)
    .at(-1)!
    .replace(/(?:主要|全部|具体|重点)?用于.*$/, "");
  const pieces = clause.split(/[,:]/).filter((piece) => piece !== "");
  return pieces.at(-1) ?? "";
}
