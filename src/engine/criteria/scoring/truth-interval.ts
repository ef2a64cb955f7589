/** Whether what is measured lies where a band or a region says. */

import { CHINESE_NUMERAL, normaliseText, unitOf } from "../../language";
import { Exact } from "../exact";
import { printTest } from "../print";
import { isAward, stepsOf } from "../rule/rule";
import type { End, Test } from "../rule/rule";
import type { Measure, Quantity } from "../tree";
import { amountBeside } from "./beside";
import type { Figures } from "./figures";
import { isForeignName } from "./foreign";
import { overlaps } from "./implied-facts";
import { contains, intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { countsLack } from "./lack-counted";
import { choicesOf } from "./marks";
import { free, measure, threshold } from "./measure";
import type { MeasuredValue } from "./measure";
import { speaksOfShares } from "./measured-share";
import { figureText } from "./met";
import { isOfOtherThings } from "./other-things";
import { ask, missing, use } from "./run";
import type { Answer, Run } from "./run";
import { ofChange } from "./truth-change";
import { NO, YES, blocked, known } from "./truth-parts";
import type { Among, Truth } from "./truth-parts";

const ONE_SIDED: readonly Measure[] = ["overrun", "shortfall", "late", "early"];

type OnInterval = Extract<Test, { kind: "interval" | "reached" }>;

const unitOfTest = (test: OnInterval): string =>
  test.kind === "reached" ? test.at.unit : ((test.low ?? test.high)?.unit ?? "");

export function ofInterval(run: Run, test: OnInterval, among: Among): Truth {
  const beside = amountBeside(run, test);
  if (beside !== null) return known(holdsOf(run, test, beside));
  // "超时10件以上": so many that were late, not so much too late.
  if (test.measure === "late" && unitOf(unitOfTest(test)).dimension === "count")
    return ofInterval(run, { ...test, measure: "value", name: "" }, among);
  if (test.measure === "shortfall" && countsLack(run, unitOfTest(test)))
    return ofInterval(run, { ...test, measure: "value", name: "" }, among);
  const level = ofLevel(run, test, among);
  if (level !== null) return level;
  const change = test.kind === "interval" && (test.measure === "change" || test.measure === "fall");
  return (change ? ofChange(run, test) : null) ?? beyondTarget(run, test, among) ?? ofMeasured(run, test, among);
}

/** "三级乙等" beside "三级甲等": of one number, what stands behind it tells which. Null where nothing else has it. */
function ofLevel(run: Run, test: OnInterval, { bands }: Among): Truth | null {
  if (test.kind !== "reached" || test.behind === undefined) return null;
  const { number, unit } = test.at;
  const alike = bands.some(
    ({ when }) =>
      when.kind === "reached" &&
      when !== test &&
      when.at.number === number &&
      when.at.unit === unit &&
      when.behind !== test.behind,
  );
  if (!alike) return null;
  const [, behind = ""] = normaliseText(figureText(run)).text.split(
    new RegExp(`(?:${number}|${CHINESE_NUMERAL})${unit}`, "u"),
  );
  return behind === ""
    ? blocked(ask({ code: "ask-condition", text: printTest(test) }, free(run)))
    : known(behind.startsWith(test.behind) || test.behind.startsWith(behind));
}

/** Whether an amount that the cell gives beside its figure lies where the test says. */
function holdsOf(run: Run, test: OnInterval, { number, unit }: Quantity): boolean {
  const value = new Exact(number).times(unitOf(unit).factor);
  const measured = { kind: "value", of: test.measure, value, dimension: unitOf(unit).dimension, open: null } as const;
  return contains(run, intervalOf(test, run.better)!, measured) === true;
}

/** Measures that a name can make another's: "重点乡镇完成率". */
const NAMED: readonly Measure[] = ["value", "rate", "completion", "ratio"];

/** Whether the measured figure lies in the interval. */
function ofMeasured(run: Run, test: OnInterval, among: Among): Truth {
  const loose = test.kind === "reached" && test.good && ["deviation", "overrun", "shortfall"].includes(test.measure);
  const interval = intervalOf(test, run.better, loose && use(run, "bare-deviation") === "reaching")!;
  if (whollyReached(run, interval, among)) return NO;
  if (saidByWay(run, interval)) return YES;
  if (isOfOtherThings(run, test.name, interval.unit))
    return blocked(ask({ code: "ask-condition", text: printTest(test) }, free(run)));
  const elsewhere = ofNamed(run, test, interval, among);
  if (elsewhere !== null) return elsewhere;
  const measured = measuredBy(run, test, interval);
  if (measured.kind === "no")
    return isOfAnother(measured.answer, among) ? foreignTest(run, printTest(test), among) : blocked(measured.answer);
  if (tooFar(run, interval, measured.dimension) || isOfAmounts(interval, measured.dimension))
    return blocked(ask({ code: "ask-condition", text: printTest(test) }, free(run)));
  return onItsSide(run, test, interval, measured, among) ?? inside(run, interval, measured);
}

/** What a bound says of what lies on the other side of where it is counted from; null where that says nothing. */
function onItsSide(
  run: Run,
  test: OnInterval,
  interval: Interval,
  { value }: MeasuredValue,
  among: Among,
): Truth | null {
  if (run.better === "less" && isWithinBound(interval, value, among)) return YES;
  return saysNothingOf(interval, value) || isOverspent(interval, value, among) || wrongWay(test, interval, value, among)
    ? NO
    : null;
}

/** Whether what was measured lies in the interval; of a bound of it that may not be told. */
function inside(run: Run, interval: Interval, measured: MeasuredValue): Truth {
  const held = contains(run, interval, measured);
  return held === null ? blocked(missing({ code: "actual-not-number", text: figureText(run) })) : known(held);
}

/** What another name than the indicator's stands for, where the cell gives no figure of it: a person must say. */
const ofNamed = (run: Run, test: OnInterval, interval: Interval, among: Among): Truth | null =>
  NAMED.includes(test.measure) &&
  !isTargetAgain(run, test, interval, among) &&
  (isForeignName(run, test.name) || isRateBesideCount(run, test, interval))
    ? foreignTest(run, printTest(test), among)
    : null;

/**
 * "公共图书馆免费开放天数不低于300天，每少5天扣0.5分" of 免费开放天数, 300 days: the target's own number with more of its name, or all that
 * is asked for, is the indicator.
 */
function isTargetAgain(run: Run, test: OnInterval, { low, high }: Interval, { band, bands }: Among): boolean {
  const { target } = run.figures;
  const end = (low === null) === (high === null) ? (test.kind === "reached" ? test.at : null) : (low ?? high);
  if (end === null || target.kind !== "number" || unitOf(end.unit).dimension !== target.dimension) return false;
  const asked = overlaps(run.name, test.name) || (band.role === "demand" && bands.length === 1);
  return asked && threshold(run, end, target.dimension).equals(target.value);
}

const measuredBy = (run: Run, test: OnInterval, interval: Interval): ReturnType<typeof measure> =>
  measure(run, test.name === "完成" && speaksOfShares(run) ? "completion" : interval.measure, interval.unit);

/** "设施在线率低于90%" beside how many were put up: no share of what there was to be. */
function isRateBesideCount(run: Run, test: OnInterval, interval: Interval): boolean {
  const { name, figures } = run;
  const stem = test.name.replace(/率$/u, "");
  return (
    (test.measure === "rate" || test.measure === "value") &&
    interval.unit === "%" &&
    stem.length >= 2 &&
    stem !== test.name &&
    name !== "" &&
    !name.includes(stem) &&
    figures.target.kind === "number" &&
    figures.target.dimension === "count" &&
    figures.actual.kind === "number" &&
    figures.actual.dimension === "count"
  );
}

/** One of several conditions that the cell's figure is not of. */
const isOfAnother = (answer: Answer, { joined }: Among): boolean =>
  joined && answer.kind === "ask" && answer.question.code === "ask-unit";

/** What only a person can say: asked, unless it leaves nothing where there is nothing left. */
export function foreignTest(run: Run, words: string, { band }: Among): Truth {
  const answer = ask({ code: "ask-verdict", verdict: words, actual: "" }, choicesOf(run, band.then, words));
  return band.then.kind === "nothing" ? { kind: "open", key: words, holds: true, answer } : blocked(answer);
}

/** "提前完成": by how much does not matter. */
function saidByWay(run: Run, interval: Interval): boolean {
  const { actual } = run.figures;
  const way = actual.kind === "text" ? actual.time?.way : undefined;
  return way !== undefined && way === interval.measure && interval.high === null && Number(interval.low?.number) === 0;
}

/** "超过目标值20%以内得满分" beside less than the target: nothing over it is all the better. */
const isWithinBound = ({ measure: of, low, high }: Interval, value: Exact, { band, bands }: Among): boolean =>
  band.then.kind === "full" &&
  ONE_SIDED.includes(of) &&
  value.isZero() &&
  low === null &&
  high !== null &&
  bands.filter(({ then }) => then.kind === "full").length === 1;

/** Nothing over, short or late is not "超5%以内": the text says nothing of it there. */
function saysNothingOf(interval: Interval, value: Exact): boolean {
  const nothing = value.isZero() && interval.low === null && Number(interval.high?.number) !== 0;
  return ONE_SIDED.includes(interval.measure) && nothing;
}

/** "节约10%以内得8分": where more was spent than there was, nothing was saved. */
const isOverspent = ({ measure: of, low, high }: Interval, value: Exact, { band }: Among): boolean =>
  of === "saving" && low === null && Number(high?.number) > 0 && isAward(band.then) && value.isNegative();

/** "下降5%以内" gives nothing for a rise. */
function wrongWay(test: OnInterval, interval: Interval, value: Exact, among: Among): boolean {
  const ofRate = /[率速幅度]$/u.test(test.name) || (test.name === "" && among.bands.some(measuresRate));
  return (
    (interval.measure === "fall" || interval.measure === "change") &&
    (!ofRate || among.bands.some(deniesTheWay)) &&
    interval.low === null &&
    isAward(among.band.then) &&
    value.isNegative() &&
    !(interval.high?.number ?? "0").startsWith("-") &&
    interval.high?.number !== "0"
  );
}

/** "低于4%得1分" behind "增长率≥8%得10分" is of the rate as well. */
const measuresRate = ({ when }: Among["bands"][number]): boolean =>
  when.kind === "interval" && /[率速幅]$/u.test(when.name);

/** "未下降不得分": what went the other way has a band of its own. */
const deniesTheWay = ({ when, then }: Among["bands"][number]): boolean =>
  then.kind === "nothing" &&
  when.kind === "interval" &&
  (when.measure === "fall" || when.measure === "change") &&
  /^[未没不]/u.test(when.name);

/** "发现5人以上不符合的不得分" beside a rate that reached all of its whole: there were none. */
function whollyReached(run: Run, interval: Interval, among: Among): boolean {
  const { target, actual } = run.figures;
  return (
    target.kind === "number" &&
    target.dimension === "rate" &&
    target.value.equals(1) &&
    actual.kind === "number" &&
    actual.dimension === "rate" &&
    actual.value.gte(1) &&
    run.better !== "less" &&
    !isAward(among.band.then) &&
    interval.low !== null &&
    interval.high === null &&
    unitOf(interval.unit).dimension === "count"
  );
}

/** "每超过1天扣1分，超过5天不得分" beside a target of ten days: five more than the target. */
function beyondTarget(run: Run, test: OnInterval, among: Among): Truth | null {
  const { target } = run.figures;
  if (test.kind !== "interval" || target.kind !== "number") return null;
  const from = bareExcess(test, among);
  if (from === null) return null;
  const beyond = excessByRate(run, from, target, among) || excessInSteps(run, from, target);
  return beyond ? ofInterval(run, { ...test, measure: "overrun", name: "超出" }, among) : null;
}

type NumberFigure = Extract<Figures["target"], { kind: "number" }>;

/** From where "超过5天" speaks, where it names nothing of its own and takes marks. */
function bareExcess(test: Extract<Test, { kind: "interval" }>, among: Among): End | null {
  return test.measure !== "value" ||
    test.name !== "" ||
    test.low === null ||
    test.high !== null ||
    (test.low.inclusive && !test.low.explicit) ||
    isAward(among.band.then)
    ? null
    : test.low;
}

/** "超过30%的酌情扣分" beside a number of things: thirty percent more than there were to be. */
function excessByRate(run: Run, from: End, target: NumberFigure, among: Among): boolean {
  return (
    unitOf(from.unit).dimension === "rate" &&
    target.dimension !== "rate" &&
    (["discretion", "minus", "minus-share"].includes(among.band.then.kind) ||
      stepsOf(run.rule).some((s) => s.direction === "over" && unitOf(s.step.unit).dimension === "rate")) &&
    !new Exact(from.number).gte(100)
  );
}

/** In the unit of the steps that count what is over or late, and less than the target itself. */
function excessInSteps(run: Run, from: End, target: NumberFigure): boolean {
  const { dimension } = unitOf(from.unit);
  const counted = stepsOf(run.rule).some(
    (s) =>
      (s.direction === "over" || s.direction === "late") &&
      unitOf(s.step.unit).dimension === dimension &&
      dimension !== "rate",
  );
  return counted && dimension === target.dimension && !threshold(run, from, dimension).gte(target.value);
}

/** "每超1天扣1分，超过15天不得分" beside ten days: fifteen in all or fifteen more? */
function tooFar(run: Run, interval: Interval, dimension: Parameters<typeof threshold>[2]): boolean {
  const { target } = run.figures;
  return (
    interval.measure === "overrun" &&
    dimension !== "rate" &&
    target.kind === "number" &&
    interval.low !== null &&
    threshold(run, interval.low, dimension).gte(target.value)
  );
}

/** "师生人数与管理人员之比≤20" beside so many people: a bare number of a rate says nothing of an amount. */
const isOfAmounts = ({ measure: of, low, high }: Interval, dimension: string): boolean =>
  of === "rate" &&
  [low, high].some((end) => end !== null && end.unit === "" && Number(end.number) !== 0) &&
  dimension !== "rate" &&
  dimension !== "plain";
