/**
 * A cell says more than its figure: "98.6%，数据质量异议2件", "97%，无截留挪用", "750批次，合格率99.1%". The figure is read by itself
 * where the rule has a place for each of the other parts, which answer its other statements; else the cell stays words.
 */

import { comparable, unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf, stepsOf } from "../rule/rule";
import type { StepRule, Test } from "../rule/rule";
import type { Quantity } from "../tree";
import { cellParts, isFigureAlone, sharedLetters } from "./cell-parts";
import type { CellPart } from "./cell-parts";
import type { Fact } from "./facts";
import type { Figures } from "./figures";
import { figureText } from "./met";
import type { Run } from "./run";
import { use } from "./run";
import { countedOf, eventsSaid, isOneSort } from "./said-events";
import { deniesInFull, states } from "./said-facts";
import { timeSaid } from "./said-time";
import { isOfWay, wayOf } from "./said-way";
import type { Way } from "./said-way";

/** More parts than that are prose. */
const MOST_PARTS = 4;

/** The run of a cell that gives its figure and what else there was, part by part; else the run as it is. */
export function withBeside(run: Run, figuresOf: (part: string) => Figures): Run {
  const { actual } = run.figures;
  const parts = actual.kind === "missing" ? [] : cellParts(actual.text, false);
  if (parts.length < 2 || parts.length > MOST_PARTS) return run;
  const [first, ...rest] = parts;
  const front = isFigureAlone(first!);
  const own = front && rest.every((part) => hasPlaceFor(run, part)) ? withActual(run, first!, figuresOf) : null;
  if (own !== null) return { ...own, beside: rest };
  const named = front ? null : namedPart(run, parts, figuresOf);
  if (named !== null) return named;
  if ((actual.kind !== "text" && actual.kind !== "number") || eventsSaid(run) !== null)
    return front ? { ...run, beside: rest } : run;
  return amongParts(run, parts, figuresOf) ?? (front ? { ...run, beside: rest } : run);
}

/** "免疫密度88%，抗体合格率82%" of 强制免疫密度: the one part that has the indicator's name, beside others that have a place. */
function namedPart(run: Run, parts: readonly CellPart[], figuresOf: (part: string) => Figures): Run | null {
  const [own, more] = parts.filter((part) => part.quantity !== null && isNamed(part, run.name));
  if (own === undefined || more !== undefined || isHappening(run, own)) return null;
  const others = parts.filter((part) => part !== own);
  const made = others.every((part) => hasPlaceFor(run, part)) ? withActual(run, own, figuresOf) : null;
  return made === null ? null : { ...made, beside: others };
}

/** Whether a part counts what a step counts: "投诉3次" of 有责投诉 is no figure of its own. */
const isHappening = (run: Run, part: CellPart): boolean =>
  stepsOf(run.rule).some((step) => step.direction === "event" && timesIn(part, step) !== null);

const isNamed = ({ words }: Pick<CellPart, "words">, name: string): boolean =>
  words.length > 1 && name.length > 1 && sharedLetters(words, name) === Math.min(words.length, name.length);

/** The run with the one part as its figure for which the rule has no other place; null where there are more of them. */
function amongParts(run: Run, parts: readonly CellPart[], figuresOf: (part: string) => Figures): Run | null {
  const placed = parts.filter((part) => hasPlaceFor(run, part));
  const [only, more] = parts.filter((part) => !placed.includes(part));
  if (only === undefined) return { ...run, beside: parts };
  const own = more === undefined ? withActual(run, only, figuresOf) : null;
  return own === null ? null : { ...own, beside: placed };
}

/** The run with a part of its cell as the actual, where that is a number such as the target. */
function withActual(run: Run, part: CellPart, figuresOf: (part: string) => Figures): Run | null {
  const { target } = run.figures;
  const own = figuresOf(part.text).actual;
  if (own.kind !== "number" || target.kind !== "number" || !comparable(own.dimension, target.dimension)) return null;
  return { ...run, figures: { ...run.figures, actual: own } };
}

/** Whether a rule has a place for what a part says. */
const hasPlaceFor = (run: Run, part: CellPart): boolean =>
  stepsOf(run.rule).some((step) => timesIn(part, step) !== null) ||
  conditionsOf(run).some((test) => isAnsweredBy(part, test));

function isAnsweredBy(part: CellPart, test: Test): boolean {
  switch (test.kind) {
    case "fact":
      return saidOf(part, test) !== null;
    case "in-time":
      return timeIn(part, test) !== null;
    case "interval":
      return (isOfWay(test) && (isOfPrior(part) || wayOf(part.words) !== null)) || amountIn(part, test) !== null;
    case "reached":
      return amountIn(part, test) !== null;
    default:
      return false;
  }
}

type OnInterval = Extract<Test, { kind: "interval" | "reached" }>;
type OnTime = Extract<Test, { kind: "in-time" }>;

function conditionsOf(run: Run): readonly Test[] {
  const flat = (test: Test): readonly Test[] =>
    test.kind === "all" || test.kind === "any" ? test.of.flatMap(flat) : [test];
  return [
    ...bandsOf(run.rule).map(({ when }) => when),
    ...stepsOf(run.rule).flatMap(({ region }) => (region === null ? [] : [region])),
  ].flatMap(flat);
}

/** What the parts beside the figure tell, each by itself; null where none does, or they contradict one another. */
function toldBeside<T>(run: Run, told: (part: CellPart) => T | null, same: (one: T, other: T) => boolean): T | null {
  const found = (run.beside ?? []).flatMap((part) => {
    const one = told(part);
    return one === null ? [] : [one];
  });
  const [first] = found;
  return first !== undefined && found.every((one) => same(one, first)) ? first : null;
}

/** How often the parts beside the figure say that what a step counts has happened; null where none speaks of it. */
export const timesBeside = (run: Run, step: StepRule): Exact | null =>
  toldBeside(
    run,
    (part) => timesIn(part, step),
    (one, other) => one.equals(other),
  ) ?? (namesAkin(run, step) ? new Exact(0) : null);

/** A cell that counts some of a sort is a full answer: others of it were none. */
const namesAkin = (run: Run, step: StepRule): boolean =>
  step.direction === "event" &&
  (run.beside ?? []).every((part) => timesIn(part, step) === null) &&
  stepsOf(run.rule).some(
    (other) =>
      other !== step &&
      isOneSort(other, step) &&
      (run.beside ?? []).some(({ text }) => countedOf(text, other) !== null),
  );

/** What the parts beside the figure say of a fact: its core is so, or is not. Null where none speaks of it. */
export function factBeside(run: Run, fact: Fact): boolean | null {
  const holds = toldBeside(
    run,
    (part) => saidOf(part, fact),
    (one, other) => one === other,
  );
  if (holds === null || use(run, "stated-fact") !== "accept") return null;
  run.steps.push({ code: "step-stated", actual: figureText(run), verdict: fact.text, holds: holds !== fact.denied });
  return holds;
}

/** Whether the parts beside the figure say that it is in time, or not, as a test asks; null where none speaks of it. */
export const timeBeside = (run: Run, test: OnTime): boolean | null =>
  toldBeside(
    run,
    (part) => timeIn(part, test),
    (one, other) => one === other,
  );

/** Which way the parts beside the figure say that something went; null where none does. */
export const wayBeside = (run: Run): Way | null =>
  toldBeside(
    run,
    (part) => (isOfPrior(part) ? sincePrior(run, part) : wayOf(part.words)),
    (one, other) => one === other,
  );

/** "90.4%，上年89.6%": what it was the year before. */
const isOfPrior = ({ words, quantity }: CellPart): boolean =>
  quantity !== null && /^(?:上年|去年)(?:同期)?为?$/u.test(words);

/** Which way the figure went since then; null where the two cannot be compared. */
function sincePrior({ figures: { actual } }: Run, { quantity }: CellPart): Way | null {
  const unit = unitOf(quantity!.unit);
  if (actual.kind !== "number" || actual.open !== null || unit.dimension !== actual.dimension) return null;
  const order = actual.value.comparedTo(new Exact(quantity!.number).times(unit.factor));
  return order === 0 ? "level" : order > 0 ? "up" : "down";
}

/** How much the parts beside the figure give of what a test names; null where none speaks of it. */
export const amountBeside = (run: Run, test: OnInterval): Quantity | null =>
  toldBeside(
    run,
    (part) => amountIn(part, test),
    (one, other) => one.number === other.number && one.unit === other.unit,
  );

/** What is said not to be there: "无未上报、未处置问题". */
const NONE_OF = /^(?:无|没有|未发[现生]|未出现|不存在)(.+)$/u;

const withoutSort = (words: string): string => words.replace(/(?:问题|情况|现象|行为|情形|事件)$/u, "");

function timesIn({ text }: CellPart, step: StepRule): Exact | null {
  if (step.direction !== "event" || step.what === "") return null;
  const none = NONE_OF.exec(text)?.[1];
  const named = none?.split(/[、和或及]/u).map(withoutSort) ?? [];
  const what = withoutSort(step.what);
  if (named.some((one) => one.length > 1 && (what.endsWith(one) || one.endsWith(what) || holdsAllOf(what, one))))
    return new Exact(0);
  if (deniesInFull(text, step.what)) return new Exact(0);
  return none === undefined ? countedOf(text, step) : null;
}

/** "企业被取消资格" in "有企业因弄虚作假被取消资格". */
const holdsAllOf = (what: string, words: string): boolean => {
  let at = 0;
  for (const letter of what) if (letter === words[at]) at += 1;
  return words.length > 3 && at === words.length;
};

/** What did not happen: "未被通报批评". */
const NOT_SO = /^(?:未|没有|无)(?:被|受到?|发生|出现|获得?)?(.{2,})$/u;

/** "无伪造记录" beside "发现伪造轮转记录": every word of what was not there is in what would be. */
function deniesAllOf(text: string, fact: Fact): boolean {
  const none = NONE_OF.exec(text)?.[1];
  return none !== undefined && !fact.denied && holdsAllOf(fact.text, none);
}

/** What none of them is, or what none of it has to do with: "均非学术不端", "不涉及材料虚假". */
const NONE_IS =
  /^(?:均|都|全部)?(?:非|不是|不属于?|不涉及|未涉及|不存在|与)(.{2,}?)(?:无关|问题|情况|情形|行为|原因)?$/u;

/** "因学术不端被认定的" beside "均非学术不端". */
function deniesCause(text: string, fact: Fact): boolean {
  const cause = NONE_IS.exec(text)?.[1];
  return cause !== undefined && !fact.denied && fact.text.includes(cause);
}

/** What did not happen, or is of none of them; null where a part says nothing of the kind. */
function saidAbsent(text: string, fact: Fact): boolean | null {
  const absent = NOT_SO.exec(text)?.[1];
  // "被通报批评后未整改": what did not happen had nothing behind it.
  if (absent !== undefined && new RegExp(`^(?:被|受到?|发生|出现)?${absent}.*后`, "u").test(fact.text))
    return fact.denied;
  // "未获表彰" beside "获省级表彰": none of it at all.
  const none = absent !== undefined && !fact.denied && !fact.partly && fact.text.endsWith(absent);
  return none || deniesCause(text, fact) || deniesAllOf(text, fact) ? false : null;
}

/** What a part says of the core of a fact: it is so, it is not. */
function saidOf(part: CellPart, fact: Fact): boolean | null {
  const { text, words, quantity } = part;
  const absent = saidAbsent(text, fact);
  if (absent !== null) return absent;
  const counted = quantity !== null && unitOf(quantity.unit).dimension === "count" && Number(quantity.number) > 0;
  const said = states(text, fact.text) ?? (quantity === null || counted ? states(words, fact.text) : null);
  return said === null ? beginsDeed(text, fact) : (said === "affirms") !== fact.denied;
}

/** "已开展" beside "未开展述职评议": the deed without what it is done to. */
function beginsDeed(text: string, { core }: Fact): boolean | null {
  const told = /^(未|尚未|没有)?(?:已经?)?(开展|举办|组织|实施|制定|建立|编制|召开|印发|公开|报送|参加)$/u.exec(text);
  return told !== null && core.startsWith(told[2]!) && core !== told[2] ? told[1] === undefined : null;
}

/** "未按期报送" beside "按期报送整改报告". */
function timeIn({ text }: CellPart, test: OnTime): boolean | null {
  const time = timeSaid(text);
  return time === null ? null : (time.way !== "late") === test.holds;
}

/** "数据质量异议2件" beside "数据质量异议超5件", "合格率99.1%" beside 检测合格率: so much of what the test names. */
function amountIn({ words, quantity }: CellPart, test: OnInterval): Quantity | null {
  const ends = test.kind === "reached" ? [test.at] : [test.low, test.high];
  const unit = ends.find((end) => end !== null)?.unit ?? "";
  if (quantity === null || words.length < 2 || test.name.length < 2) return null;
  return isNamed({ words }, test.name) && comparable(unitOf(quantity.unit).dimension, unitOf(unit).dimension)
    ? quantity
    : null;
}
