import { Exact, type ExactDecimal } from "../workbook";
import { earlier, pairOf } from "./figures-compared";
import {
  comparisonWords,
  directionAfter,
  directionBefore,
  directionFromPlan,
  directionOf,
  withPlan,
} from "./change-words";
import type { Change, Claim, Direction } from "./claim";
import { versionIn } from "./label";
import { isPartOf } from "./measures";
import { absolute, type Quantity } from "./quantity";
import type { SentenceState } from "./sentence-state";
import { sameTopic } from "./topic";
import type { Words } from "./words-before";

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
  if (compares) startChange(state, quantity, direction, words, from, null);
  else if (isOnlyDirection(state.passage.text.slice(from, quantity.start))) {
    if (!changeOfCompared(state, { quantity, direction, from })) changeOfPair(state, quantity, direction, from);
  }
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
export function takeChange(state: SentenceState, written: Quantity, words: Words, from: number): boolean {
  if (takeApartFromPlan(state, written, words.text)) return true;
  const direction = directionOf(words.text, written.value.isNegative());
  if (direction === null) return takeCompared(state, written, words, from);
  const signed = directionBefore(words.text) === null;
  const quantity = signed ? { ...written, value: written.value.abs() } : written;
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

/** "完成年初预算的98%，少支出2万元", "结余1万元": by how much the settled figure of a completion is apart from its plan. */
function takeApartFromPlan(state: SentenceState, quantity: Quantity, words: string): boolean {
  const completion = state.text.completions.at(-1);
  const found = apart.exec(words);
  if (found === null || completion?.passage !== state.passage || completion.planned === null) return false;
  if (state.text.inPassage.at(-1) !== completion.settled && state.text.inPassage.at(-1) !== completion.planned)
    return false;
  if (completion.end !== state.position && found[1] === undefined) return false;
  const { settled: base, planned: before } = completion;
  const direction = /[少约减结低]|节/.test(found[0]) ? "down" : "up";
  pushChange(state, { quantity, direction, from: quantity.start }, { base, before, ...vsPlan });
  return true;
}

const vsPlan = { prior: null, against: "比预算", open: true } as const;
const apart =
  /^(?:(少支出?|多支出?|超支|超出|节约|节支|结余|差额)|增加|减少|增支|减支)(?:支出|部分|资金|金额|了|数|额)*(?:为|共|约)?$/;

/** An amount that words compare with nothing: of two figures before it, of what is new, of a part, or one to come. */
function takeUncompared(state: SentenceState, moved: MovedBy, words: Words, gap: string): void {
  const { quantity, direction, from } = moved;
  if (changeOfNamed(state, moved, gap)) return;
  if (takeFirst(state, quantity, direction, gap)) return;
  if (changeOfMadeUp(state, moved, gap)) return;
  const only = isOnlyDirection(gap);
  if (only && (changeOfCompared(state, moved) || changeOfPair(state, quantity, direction, from))) return;
  if ((only || isOnlyDirection(gap.replace(usesSaid, ","))) && changeOfFigureBefore(state, moved, gap)) return;
  takePart(state, quantity, direction, words, from);
}

/**
 * "收、支总计4496.90万元。与2022年度决算的4301.72万元相比，收支各增加195.18万元": what was said before, by its name or as all there is;
 * false where no such words stand before it.
 */
function changeOfNamed(state: SentenceState, moved: MovedBy, gap: string): boolean {
  const { compared, reason } = state;
  const found = behindCompared.exec(gap);
  if (compared?.prior.end !== moved.from || reason !== null || found === null) return false;
  const name = withoutDirection(found[1]!).replace(/(?:各|均|都|分别|同时)$/, "");
  const { measure } = state.labelOf(name);
  if (measure === null && !bothSides.test(name)) return false;
  const [base] = state.basesOf(measure === null ? "" : name, true);
  if (base === undefined || base.label.lastYear) return false;
  state.compared = null;
  pushChange(state, moved, { base, before: null, ...compared });
  state.text.comparison = state.comparison = state.change;
  return true;
}

const behindCompared = /^(?:相比较?|对比|比较)?,([^,;。:]{0,24})$/;
/** All that comes in and is spent. */
const bothSides = /^(?:收入?、?支出?(?:总计|合计|总额|决算)?)?$/;

/** "公务接待费5万元，减少1万元": the figure right in front of it changed, against whatever; false where none stands there. */
function changeOfFigureBefore(state: SentenceState, moved: MovedBy, gap: string): boolean {
  const { last, reason, passage } = state;
  if (last === null || reason !== null || last.quantity.dimension !== "money" || last.label.lastYear) return false;
  const bracketed = gap.startsWith(")") && passage.text[last.end] === "(";
  if (last.end !== moved.from && !bracketed) return false;
  pushChange(state, moved, { base: last, before: null, prior: null, against: "", open: true });
  return true;
}

/**
 * "428.35万元，用于甲318.35万元、乙110.00万元，减少47.45万元": behind uses that make up the whole, that is what changed; false
 * where they do not.
 */
function changeOfMadeUp(state: SentenceState, moved: MovedBy, gap: string): boolean {
  const { passage, reason, text } = state;
  const last = text.inPassage.at(-1);
  const head = last?.head ?? null;
  if (head === null || reason !== null || last!.end !== moved.from || head.passage !== passage) return false;
  if (!isOnlyDirection(gap.replace(/^\)?(?:等[^,;。()\d]{0,8})?/, ""))) return false;
  const uses = text.inPassage.filter((claim) => claim.head === head);
  if (uses.length < 2 || !/用于/.test(passage.text.slice(head.end, uses[0]!.start))) return false;
  const sum = uses.reduce((all: ExactDecimal, { quantity }) => all.plus(absolute(quantity)), new Exact(0));
  if (head.quantity.dimension !== "money" || head.label.lastYear || !sum.eq(absolute(head.quantity))) return false;
  pushChange(state, moved, { base: head, before: null, prior: null, against: "", open: true });
  return true;
}

/** "186.00万元，主要用于办案经费、装备，减少17.00万元": what it is used for stands in between. */
const usesSaid = /^,(?:主要|全部|重点)?用于[^;。()\d]{2,60},/;

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
  if (compared === null) return takeComparedFirst(state, quantity, words);
  startChange(state, null, compared.onward, compared.words, from, quantity);
  return true;
}

/** "由2024年度的", "从上年". */
const fromYear = /(?:^|[,])[由从](?:上年|去年|上一年|20\d\d年)度?[^,;。]{0,10}$/;

/** "与2023年预算数1000万元相比，收入预算1200万元，增加…": last year's figure, of what is named behind it. */
function takeComparedFirst(state: SentenceState, prior: Quantity, words: Words): boolean {
  if (!comparisonWords.test(words.text) || !beforeCompared.test(words.text)) return false;
  if (!/^(?:相比较?|对比|比较),/.test(state.passage.text.slice(prior.end, prior.end + 5))) return false;
  state.compared = { prior, against: words.text };
  return true;
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
  return onlyDirection.test(
    gap.replace(
      /^[,;、()]{0,2}(?:与(?:收入|支出))?(?:即|则|共|约|净|同口径|同步|相应|同比|本年|今年|当年|安排数|预算数|决算数|支出数)?/,
      "",
    ),
  );
}

const onlyDirection =
  /^(?:增减?|增[加长支收幅]|减[少支收幅]|下降|上升|降[低幅]|压减|提高|节[约支]|[多少])(?:了|率|额|金额|比例|的)?(?:约|为|:)?$/;

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
  if (onward === null || !beforeCompared.test(said)) return null;
  return comparisonWords.test(said) || fromYear.test(said) ? { words: said, onward } : null;
}

/** "…预算比上年减少0.60万元，其中：公务用车运行费减少0.40万元": the parts are compared as the whole is. */
function takePart(state: SentenceState, quantity: Quantity, direction: Direction, words: Words, from: number): void {
  const whole = state.comparison;
  if (whole === null || !whole.bases.some(({ measure }) => measure !== null)) return;
  const { measure, name, facets } = state.labelOf(withoutDirection(words.text));
  if (measure === null || !whole.bases.some((base) => isPartOf(measure, base.measure))) return;
  whole.parts.push({ measure, name, quantity, direction, reason: state.reason !== null });
  if (state.reason !== null) return;
  startChange(state, quantity, direction, words.text, from, null, fits);

  function fits(base: Claim): boolean {
    return base.measure === measure && (facets?.["fund"] !== undefined || isOfSame(base, whole!));
  }
}

/** 基本支出 of 一般公共预算 is not the 基本支出 that another paragraph gave of all the money. */
function isOfSame({ meaning, passage }: Claim, { bases, passage: own }: Change): boolean {
  const wanted = bases[0]?.meaning?.["fund"];
  return passage === own || wanted === undefined || meaning?.["fund"] === wanted;
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
  fits: (base: Claim) => boolean = () => true,
): void {
  const gap = state.passage.text.slice(from, (quantity ?? prior)!.start);
  const { at, named, before, against, compares } = comparisonIn(state, gap, words);
  const ofMoney = (quantity ?? prior)!.dimension === "money";
  const around = unfinished.test(words)
    ? []
    : basesNamed(state, { named: named || nameIn(state, before), against }, ofMoney);
  const bases = settledFirst(state, around, against).filter(fits);
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
    open: false,
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
  if (atEnd.test(named)) {
    const left = state.text.inPassage.findLast(({ meaning }) => meaning?.["carried"] === "out");
    return left === undefined ? [] : [left];
  }
  const behind = named === "" ? nameBehind.exec(against)?.[1] : undefined;
  const name = behind === undefined ? "" : withoutDirection(behind);
  const found = name !== "" && state.labelOf(name).measure !== null ? state.basesOf(name, ofMoney) : [];
  return found.length > 0 ? found : state.basesOf(named, ofMoney);
}

/** "年末比年初减少": of what is left at the end. */
const atEnd = /^(?:年末|期末|年终)数?$/;

/** "与上年相比,": what stands behind it up to the direction. */
const nameBehind = /^[^,]{2,16}(?:相比较?|对比|比较),?([^,;:。()]{2,30})$/;

/** The figure behind "与2023年预算数1000万元相比，" is what changed; false where no such words stand before it. */
function changeOfCompared(state: SentenceState, moved: MovedBy): boolean {
  const { compared, last, reason } = state;
  if (compared === null || last?.end !== moved.from || last.quantity.dimension !== "money" || reason !== null)
    return false;
  state.compared = null;
  pushChange(state, moved, { base: last, before: null, ...compared });
  return true;
}

/**
 * "2025年预算数为32.96万元，2024年预算数为35.64万元，减少2.68万元": the two figures in front of it are what is compared; false where they
 * are no such two.
 */
function changeOfPair(state: SentenceState, quantity: Quantity, direction: Direction, from: number): boolean {
  const pair = state.text.inPassage.at(-1)?.end === from ? pairOf(state) : null;
  if (pair === null || state.reason !== null) return false;
  const { before, base } = pair;
  const against = state.passage.text.slice(before.start, before.end);
  pushChange(state, { quantity, direction, from }, { base, before, prior: null, against });
  return true;
}

/** A change of one figure that no words of comparison say. */
function pushChange(
  state: SentenceState,
  { quantity, direction, from }: MovedBy,
  compared: Pick<Change, "before" | "prior" | "against"> & { readonly base: Claim; readonly open?: boolean },
): void {
  const isPercent = quantity.dimension === "percent";
  const { base, before, prior, against, open = false } = compared;
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
    open,
    parts: [],
  };
  state.change = change;
  state.text.changes.push(change);
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

/** What the clause in front of a comparison names; nothing where it only says how: "…，按同一基数计提，比上年增加", "…，均为项目支出，". */
function nameIn(state: SentenceState, before: string): string {
  const name = lastNamed(before);
  if (manner.test(name)) return "";
  const { measure, path } = state.labelOf(name);
  return measure === null && path === null && state.last !== null ? "" : name;
}

const manner = /^(?:均|全部|都|系|按|由|由于|用于|主要|其中|为|根据)/;

/** The last words of a clause that are there at all: "收入" of "收入,,". */
function lastNamed(words: string): string {
  // What money is used for is not what is compared.
  const clause = words
    .split(/[;。()]/)
    .at(-1)!
    .replace(/(?:主要|全部|具体|重点)?用于.*$/, "");
  const pieces = clause.split(/[,:]/).filter((piece) => piece !== "");
  return (pieces.at(-1) ?? "").replace(asMuchAs, "$1");
}

/** "支出总额与收入总额一致" speaks of the first. */
const asMuchAs = /^(.{2,}?)[与和同][^,;:。]{2,20}(?:一致|相等|相同|持平|平衡)$/;
