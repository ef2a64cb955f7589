/**
 * Whether a test holds for a case: yes, no, or undecidable with what is missing. What only a person can say is an open
 * question with a name; the evaluation tries both answers.
 */

import { Exact } from "../exact";
import type { Measure, Quantity } from "../tree";
import { unitOf } from "../../language";
import { isAward, stepsOf } from "../rule/rule";
import type { End, Test } from "../rule/rule";
import { asksAllCheckpoints } from "../rule/checkpoints";
import { saysTheMeasure } from "../rule/head-condition";
import { printTest } from "../print";
import { truthOf } from "./fact-truth";
import { amountBeside, factBeside } from "./beside";
import { namedBeside, partsBeside } from "./beside-figure";
import { checkpointsListed, checkpointsMet } from "./checkpoints";
import { isForeignName } from "./foreign";
import { deniesGrades, statedGrade, testWords } from "./facts";
import type { Fact } from "./facts";
import type { Figures } from "./figures";
import { exempts, overlaps } from "./implied-facts";
import { contains, intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { choicesOf } from "./marks";
import { free, measure, threshold } from "./measure";
import type { MeasuredValue } from "./measure";
import { speaksOfShares } from "./measured-share";
import { figureText, targetMet } from "./met";
import { isOfOtherThings } from "./other-things";
import type { Answer, Run } from "./run";
import { ask, missing, use } from "./run";
import { eventsSaid } from "./said-events";
import { states } from "./said-facts";
import { ofChange } from "./truth-change";
import { ofDate } from "./truth-date";
import { NO, YES, blocked, known, ofAnswer } from "./truth-parts";
import type { Among, Truth } from "./truth-parts";
import { ofTarget } from "./truth-target";

/** Whether the test holds. */
export function truth(run: Run, test: Test, among: Among): Truth {
  return byCheckpoints(run, test) ?? byBreaches(run, test, among) ?? byItself(run, test, among);
}

/** "四项全部符合" beside "符合3项". */
function byCheckpoints(run: Run, test: Test): Truth | null {
  const met = asksAllCheckpoints(test) ? checkpointsMet(run) : null;
  return met === null ? null : known(met.equals(checkpointsListed(run)));
}

function byItself(run: Run, test: Test, among: Among): Truth {
  switch (test.kind) {
    case "interval":
    case "reached":
      return ofInterval(run, test, among);
    case "target":
      return ofTarget(run, test, among);
    case "date":
      return ofDate(run, test, among);
    case "in-time":
      return ofTime(run, test, among);
    case "grade":
      return ofGrade(run, test, among);
    case "fact":
      return ofFact(run, test, among);
    case "each":
      return ofEach(run, test, among);
    case "all":
    case "any":
      return ofParts(run, test, among);
    case "indicator-way":
      return run.better === null
        ? blocked(ask({ code: "ask-direction" }, free(run)))
        : known(run.better === test.better);
    case "otherwise":
    case "always":
      return YES;
  }
}

/** "按月足额发放得满分，延迟一次扣1分" beside "延迟2次": what earns the marks held unless one of its breaches happened. */
function byBreaches(run: Run, test: Test, among: Among): Truth | null {
  const events = eventsSaid(run);
  if (events === null) return null;
  if (among.band.role === "extra" || !isAward(among.band.then))
    return test.kind === "fact" && test.sort === "event" && !test.denied && events.tellsOf(test)
      ? known(!events.timesOf(test).isZero())
      : null;
  if (test.kind === "fact" && exempts(run, test)) return null;
  // Beside a figure, that nothing went wrong does not say that all was done.
  if (partsBeside(figureText(run)).length > 0) return null;
  const awards = among.bands.filter((band) => isAward(band.then));
  return awards.length === 1 && isAward(among.band.then) && isInWords(test) ? known(events.breaches.isZero()) : null;
}

const isInWords = (test: Test): boolean => ["fact", "in-time", "each", "target"].includes(test.kind);

/** The parts of what is joined, each by itself. */
function ofParts(run: Run, test: Extract<Test, { kind: "all" | "any" }>, among: Among): Truth {
  const all = test.kind === "all";
  const beside: Among = {
    ...among,
    joined: among.joined || all,
    bound: among.bound === true || (all && !test.loose),
  };
  const of = test.of.filter((part) => !saidAgain(run, test, part)).map((part) => truth(run, part, beside));
  // "或达到90%，或较上年提高": where one of them holds, nobody needs to know of the other.
  const holds = all ? undefined : of.find(({ kind }) => kind === "yes");
  return holds ?? { kind: test.kind, loose: all && test.loose, of };
}

/** "改造企业100家，完成率达90%以上": the target said again, beside a share of it. */
function saidAgain(run: Run, whole: Extract<Test, { kind: "all" | "any" }>, part: Test): boolean {
  const { target } = run.figures;
  const beside = whole.kind === "all" && whole.loose ? whole.of : [];
  if (beside.some((other) => (other.kind === "interval" || other.kind === "reached") && saysTheMeasure(part, other)))
    return true;
  return (
    whole.kind === "all" &&
    part.kind === "reached" &&
    target.kind === "number" &&
    target.dimension !== "rate" &&
    whole.of.some((other) => other.kind === "interval" && other.measure === "completion") &&
    threshold(run, part.at, target.dimension).equals(target.value)
  );
}

const ONE_SIDED: readonly Measure[] = ["overrun", "shortfall", "late", "early"];

type OnInterval = Extract<Test, { kind: "interval" | "reached" }>;

function ofInterval(run: Run, test: OnInterval, among: Among): Truth {
  const beside = amountBeside(run, test);
  if (beside !== null) return known(holdsOf(run, test, beside));
  const change = test.kind === "interval" && (test.measure === "change" || test.measure === "fall");
  return (change ? ofChange(run, test) : null) ?? beyondTarget(run, test, among) ?? ofMeasured(run, test, among);
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
  if (saysNothingOf(interval, measured.value) || wrongWay(test, interval, measured.value, among)) return NO;
  return inside(run, interval, measured);
}

/** Whether what was measured lies in the interval; of a bound of it that may not be told. */
function inside(run: Run, interval: Interval, measured: MeasuredValue): Truth {
  const held = contains(run, interval, measured);
  return held === null ? blocked(missing({ code: "actual-not-number", text: figureText(run) })) : known(held);
}

const measuredBy = (run: Run, test: OnInterval, interval: Interval): ReturnType<typeof measure> =>
  measure(
    run,
    isOwnShare(run, test, interval) || (test.name === "完成" && speaksOfShares(run)) ? "completion" : interval.measure,
    interval.unit,
  );

/** "参训率不足80%" of 参训人数: how many of those who were to be, as a share. */
function isOwnShare({ name, figures: { target, actual } }: Run, test: OnInterval, { unit }: Interval): boolean {
  const stem = test.name.replace(/率$/u, "");
  return (
    test.measure === "rate" &&
    unit === "%" &&
    stem.length >= 2 &&
    stem !== test.name &&
    new RegExp(`${stem}(?:人数|人次|数量?|个数|户数|次数|场次|面积)$`, "u").test(name) &&
    target.kind === "number" &&
    actual.kind === "number" &&
    target.dimension === "count" &&
    actual.dimension === "count"
  );
}

/** What another name than the indicator's stands for: a figure of its own in the cell, or what a person must say. */
function ofNamed(run: Run, test: OnInterval, interval: Interval, among: Among): Truth | null {
  if (!NAMED.includes(test.measure)) return null;
  const beside = ofNamedBeside(run, test.name, interval);
  if (beside !== null) return beside;
  return isForeignName(run, test.name) || isRateBesideCount(run, test, interval)
    ? foreignTest(run, printTest(test), among)
    : null;
}

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

/** "750批次，合格率99.1%" beside 检测合格率: what the cell gives under that name. */
function ofNamedBeside(run: Run, name: string, interval: Interval): Truth | null {
  const { actual } = run.figures;
  const given = actual.kind === "number" && name.length > 1 ? namedBeside(actual.text, name, interval.unit) : null;
  if (given === null) return null;
  const { dimension } = unitOf(interval.unit);
  return known(contains(run, interval, { kind: "value", value: given, dimension, open: null, of: "value" }) === true);
}

/** One of several conditions that the cell's figure is not of. */
const isOfAnother = (answer: Answer, { joined }: Among): boolean =>
  joined && answer.kind === "ask" && answer.question.code === "ask-unit";

/** What only a person can say: asked, unless it leaves nothing where there is nothing left. */
function foreignTest(run: Run, words: string, { band }: Among): Truth {
  const answer = ask({ code: "ask-verdict", verdict: words, actual: "" }, choicesOf(run, band.then, words));
  return band.then.kind === "nothing" ? { kind: "open", key: words, holds: true, answer } : blocked(answer);
}

/** "提前完成": by how much does not matter. */
function saidByWay(run: Run, interval: Interval): boolean {
  const { actual } = run.figures;
  const way = actual.kind === "text" ? actual.time?.way : undefined;
  return way !== undefined && way === interval.measure && interval.high === null && Number(interval.low?.number) === 0;
}

/** Nothing over, short or late is not "超5%以内": the text says nothing of it there. */
function saysNothingOf(interval: Interval, value: Exact): boolean {
  const nothing = value.isZero() && interval.low === null && Number(interval.high?.number) !== 0;
  return ONE_SIDED.includes(interval.measure) && nothing;
}

/** "下降5%以内" gives nothing for a rise. */
function wrongWay(test: OnInterval, interval: Interval, value: Exact, among: Among): boolean {
  return (
    (interval.measure === "fall" || interval.measure === "change") &&
    (!/[率速幅度]$/u.test(test.name) || among.bands.some(deniesTheWay)) &&
    interval.low === null &&
    isAward(among.band.then) &&
    value.isNegative() &&
    !(interval.high?.number ?? "0").startsWith("-") &&
    interval.high?.number !== "0"
  );
}

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

function ofTime(run: Run, test: Extract<Test, { kind: "in-time" }>, among: Among): Truth {
  const { actual, target } = run.figures;
  if (actual.kind === "text") {
    if (actual.time !== undefined) {
      const holds = (actual.time.way !== "late") === test.holds;
      run.steps.push({ code: "step-stated", actual: actual.text, verdict: test.text, holds });
      return known(holds);
    }
    const affirmed = states(actual.text, test.text);
    if (affirmed !== null && use(run, "stated-fact") === "accept") return known(affirmed === "affirms");
  }
  if (actual.kind === "missing") return blocked(missing({ code: "missing-actual" }));
  const question = ask(
    { code: "ask-verdict", verdict: test.text, actual: figureText(run) },
    choicesOf(run, among.band.then, test.text),
  );
  const open: Truth = { kind: "open", key: "in-time", holds: test.holds, answer: question };
  const timed =
    (target.kind === "date" && actual.kind === "date") ||
    (target.kind === "number" &&
      actual.kind === "number" &&
      (["days", "months", "hours"].includes(target.dimension) ||
        (target.dimension === "rate" && among.band.role !== "extra")));
  if (!timed || use(run, "verdict-by-target") === "ask") return open;
  return ofAnswer(targetMet(run), test.holds, "in-time");
}

function ofGrade(run: Run, test: Extract<Test, { kind: "grade" }>, among: Among): Truth {
  const graded = among.bands.filter((b) => b.when.kind === "grade");
  const { actual, target } = run.figures;
  // "完成得5分，基本完成得3分": a target in numbers that is met has been completed.
  if (
    actual.kind === "number" &&
    target.kind === "number" &&
    test.grades.some((g) => /^(?:全部|完全)?(?:完成|达到|达标)$/u.test(g))
  )
    return ofAnswer(targetMet(run), true, "met");
  const found = statedGrade(run, graded);
  if (found !== null) return known(found.when === test);
  if (graded.length === 0) return foreignTest(run, printTest(test), among);
  const words = graded.flatMap((b) => (b.when.kind === "grade" ? b.when.grades : []));
  const choices = graded.flatMap((b) => choicesOf(run, b.then, testWords(b.when)));
  return blocked(ask({ code: "ask-grade", grades: words.join("、") }, choices));
}

/** "未参加考核" beside what the appraisal came to. */
const deniesRating = (fact: Fact, { bands }: Among): boolean =>
  bands.some(({ when }) => when.kind === "grade" && overlaps(when.name, fact.core));

/** Whether the cell states one of the grades, beside which the fact is none of them or their denial. */
function isGradedOtherwise(run: Run, fact: Fact, among: Among): boolean {
  const grades = among.bands.flatMap((b) => (b.when.kind === "grade" ? b.when.grades : []));
  return (
    grades.length > 0 &&
    among.band.role !== "extra" &&
    (!fact.denied || deniesGrades(fact, grades) || deniesRating(fact, among)) &&
    statedGrade(run, among.bands) !== null
  );
}

function ofFact(run: Run, fact: Fact, among: Among): Truth {
  if (isGradedOtherwise(run, fact, among)) return NO;
  const holds = factBeside(run, fact) ?? truthOf(run, fact, among.band.role);
  if (holds !== null) return known(holds !== fact.denied);
  const { actual, target } = run.figures;
  const prior = /上年|去年|同期|往年|平均/u.test(fact.text) && actual.kind === "number";
  const answer =
    actual.kind === "missing" && target.kind === "number"
      ? missing({ code: "missing-actual" })
      : prior
        ? ask({ code: "ask-prior" }, choicesOf(run, among.band.then, fact.text))
        : ask(
            {
              code: among.band.role === "extra" ? "ask-grave" : "ask-verdict",
              ...(among.band.role === "extra" ? { event: fact.text } : { verdict: fact.text, actual: figureText(run) }),
            } as Parameters<typeof ask>[0],
            choicesOf(run, among.band.then, fact.text),
          );
  return prior || answer.kind === "missing"
    ? blocked(answer)
    : { kind: "open", key: fact.core, holds: !fact.denied, answer };
}

/** Whether so much for each stretch of a year comes to the target. */
function sameInAYear(run: Run, end: End, yearly: number | null): boolean {
  const { target } = run.figures;
  return (
    yearly !== null &&
    target.kind === "number" &&
    threshold(run, end, target.dimension).times(yearly).equals(target.value)
  );
}

/** "每季度开展1次": a number that is the target's own counts the whole; any other is for a part of it. */
function ofEach(run: Run, test: Extract<Test, { kind: "each" }>, among: Among): Truth {
  const interval = intervalOf(test.of, run.better);
  const end = interval?.low ?? interval?.high ?? null;
  const { target } = run.figures;
  if (end !== null && target.kind === "number" && threshold(run, end, target.dimension).equals(target.value))
    return truth(run, test.of, among);
  // "每月1次，全年12次": said twice. Beside any other condition the figure tells nothing of how the whole was spread.
  const again = among.bound !== true && end !== null && sameInAYear(run, end, test.yearly);
  if ((among.joined && !again) || use(run, "verdict-by-target") === "ask" || target.kind !== "number")
    return {
      kind: "open",
      key: test.text,
      holds: true,
      answer: ask(
        { code: "ask-verdict", verdict: test.text, actual: figureText(run) },
        choicesOf(run, among.band.then, test.text),
      ),
    };
  return ofAnswer(targetMet(run), true, "met");
}
