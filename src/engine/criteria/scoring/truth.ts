/**
 * Whether a test holds for a case: yes, no, or undecidable with what is missing. What only a person can say is an open
 * question with a name; the evaluation tries both answers.
 */

import { printTest } from "../print";
import { asksAllCheckpoints } from "../rule/checkpoints";
import { saysTheMeasure } from "../rule/head-condition";
import { isAward, stepsOf } from "../rule/rule";
import type { End, Test } from "../rule/rule";
import { factBeside } from "./beside";
import { beginsWithFigure } from "./cell-parts";
import { checkpointsListed, checkpointsMet } from "./checkpoints";
import { truthOf } from "./fact-truth";
import { deniesGrades, testWords } from "./facts";
import type { Fact } from "./facts";
import { exempts, namesIndicator, overlaps } from "./implied-facts";
import { intervalOf } from "./intervals";
import { byLack } from "./lack-counted";
import { choicesOf } from "./marks";
import { free, threshold } from "./measure";
import { figureText, targetMet } from "./met";
import { ask, missing, use } from "./run";
import type { Run } from "./run";
import { eventsSaid, timesTold } from "./said-events";
import { isOtherGrade, statedGrade } from "./stated-grade";
import { ofDate } from "./truth-date";
import { foreignTest, ofInterval } from "./truth-interval";
import { NO, YES, blocked, known, ofAnswer } from "./truth-parts";
import type { Among, Truth } from "./truth-parts";
import { ofTarget } from "./truth-target";
import { ofTime } from "./truth-time";

/** Whether the test holds. */
export function truth(run: Run, test: Test, among: Among): Truth {
  return (
    byCheckpoints(run, test) ?? byBreaches(run, test, among) ?? byLack(run, test, among) ?? byItself(run, test, among)
  );
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
  if (run.beside !== undefined || beginsWithFigure(figureText(run))) return null;
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
  if (beside.some((other) => isMetBeside(run, part, other))) return true;
  return (
    whole.kind === "all" &&
    part.kind === "reached" &&
    target.kind === "number" &&
    target.dimension !== "rate" &&
    whole.of.some((other) => other.kind === "interval" && other.measure === "completion") &&
    threshold(run, part.at, target.dimension).equals(target.value)
  );
}

/** "增强侨胞凝聚力，达到预期效果": what the indicator is for is what the target is of, of which the cell tells in words. */
const isMetBeside = (run: Run, part: Test, other: Test): boolean =>
  part.kind === "fact" &&
  !part.denied &&
  other.kind === "target" &&
  other.side === "met" &&
  run.figures.actual.kind === "text" &&
  namesIndicator(run, part);

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
  // "每降一个等次扣2分": how far it lies from the grade that earns is then to be counted.
  if (stepsOf(run.rule).length === 0 && isOtherGrade(run, graded)) return NO;
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
  const told = eventsSaid(run) === null ? timesTold(run, fact) : null;
  if (told?.gt(0) === true) return known(!fact.denied);
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
