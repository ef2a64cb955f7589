/**
 * A rule applied to figures. Every statement reports whether it applies; what only a person can say is tried both ways,
 * and asked unless every way gives the same score.
 */

import { tokenise } from "../../language";
import { Exact } from "../exact";
import { printOutcome, printStep, printTest } from "../print";
import { bandsOf, isAward, stepsOf } from "../rule/rule";
import type { PlacedBand, PlacedStep, RuleStatement, Test } from "../rule/rule";
import { fromBands } from "./bands";
import { chooseBand } from "./choose-band";
import { eachKind } from "./each-kind";
import { exactBand, sparingOf } from "./exact-band";
import { testWords } from "./facts";
import { isBesidesFigure, isForeignName } from "./foreign";
import { gradeChoices } from "./general-rule";
import { betweenKnots, onLine } from "./interpolation";
import { itemised } from "./itemised";
import { marksOf, shareOf, within } from "./marks";
import { free } from "./measure";
import { figureText, targetText } from "./met";
import { occurrences } from "./occurrences";
import { settleOpposites } from "./opposite-bands";
import { foreignPlan } from "./planned";
import { isOfMore, overOpenQuestions } from "./questions";
import { ask, choice, missing, score, shown, use } from "./run";
import type { Answer, Run } from "./run";
import { answeredBand } from "./said-band";
import { severalNames } from "./several-names";
import { sideBySide } from "./side-by-side";
import { sideItems } from "./side-items";
import { someOfAll } from "./some-of-all";
import { truth } from "./truth";
import { foreignTest } from "./truth-interval";
import type { Truth } from "./truth-parts";

/** The answer of a rule for one case. */
export function evaluate(run: Run): Answer {
  const special = run.rule.statements.find((s) => ["residue", "items", "three-grades"].includes(s.kind));
  if (special !== undefined) return byPerson(run, special);
  const bands = bandsOf(run.rule);
  const apart = apartFrom(run, bands);
  if (apart !== null) return apart;
  const main = bands.filter((b) => !standsOnTop(run, b));
  const extras = bands.filter((b) => standsOnTop(run, b));
  const truths = new Map<object, Truth>();
  const exact = exactBand(run, main) ?? (asksBesides(main) ? null : answeredBand(run, main));
  const sparing = exact === null ? null : sparingOf(exact, main);
  if (sparing !== null) return ask({ code: "ask-verdict", verdict: testWords(sparing.when), actual: "" }, free(run));
  for (const band of bands) truths.set(band, ofBand(run, band, main, exact));
  for (const step of stepsOf(run.rule))
    if (step.region !== null) truths.set(step, ofRegion(run, step, step.region, main, exact !== null));
  settleOpposites(run, bands, truths);
  const veto = bands.find(
    (band) =>
      band.then.kind === "nothing" && truths.get(band)?.kind === "yes" && (extras.includes(band) || happens(band)),
  );
  // Where nothing is left, nothing else need be asked.
  if (veto !== undefined) return onTop(run, new Exact(0), truths, [veto]);
  return overOpenQuestions(run, truths, main, extras, decided);
}

/** Whether a band holds; where the cell states one of them word for word, that one and no other. */
function ofBand(run: Run, band: PlacedBand, main: readonly PlacedBand[], exact: PlacedBand | null): Truth {
  if (exact !== null && (band.role !== "extra" || isPartly(band.when))) return { kind: band === exact ? "yes" : "no" };
  const among = { bands: main, band, joined: false };
  return isBesidesFigure(run, band, bandsOf(run.rule))
    ? foreignTest(run, printTest(band.when), among)
    : truth(run, band.when, among);
}

/** Whether the region of a step holds; what the cell says word for word leaves no room for a region of figures. */
function ofRegion(run: Run, step: PlacedStep, region: Test, main: readonly PlacedBand[], told: boolean): Truth {
  if (asksForAll(step)) return { kind: "yes" };
  return told && actualIsWords(run)
    ? { kind: "no" }
    : truth(run, region, { bands: main, band: { then: step.then, role: "band" }, joined: false });
}

const actualIsWords = ({ figures: { actual } }: Run): boolean => actual.kind === "text" && !/\d/u.test(actual.text);

/** "应补尽补的，每漏1人扣…": all of it is asked for, and the happenings that are counted are what it lacks. */
const asksForAll = ({ region, direction }: PlacedStep): boolean =>
  direction === "event" && region?.kind === "fact" && /应.{1,2}[尽全]/u.test(region.text);

/** The answer of what is settled before any band is. */
const apartFrom = (run: Run, bands: readonly PlacedBand[]): Answer | null =>
  sideBySideTold(run) ?? besidesRule(run, bands) ?? unsaidBase(run, bands);

/** "出现溃坝等险情的0分": what happened leaves nothing, whatever else is so. */
const happens = ({ when }: PlacedBand): boolean =>
  when.kind === "fact" && !when.denied && /^(?:有|出现|发生|存在|造成)/u.test(when.text);

/** What is planned of something else than the cells hold. */
function ofForeignPlan(run: Run): Answer | null {
  const plan = foreignPlan(run);
  return plan === null ? null : ask({ code: "ask-condition", text: printTest(plan.of) }, free(run));
}

/** Several things in one text, each of which the cell tells. */
const sideBySideTold = (run: Run): Answer | null =>
  ofForeignPlan(run) ??
  someOfAll(run) ??
  itemised(run) ??
  eachKind(run) ??
  severalNames(run) ??
  sideItems(run, evaluate);

/** What takes marks for something else than what the bands measure: "抽查不足30台的不得分" beside a rate. */
const standsOnTop = (run: Run, band: PlacedBand): boolean =>
  band.role === "extra" ||
  (band.then.kind === "nothing" && isMeasured(band.when) && isForeignName(run, band.when.name)) ||
  isBesidesFigure(run, band, bandsOf(run.rule));

const isMeasured = (when: Test): when is Extract<Test, { kind: "interval" | "reached" }> =>
  (when.kind === "interval" || when.kind === "reached") && ["value", "rate"].includes(when.measure);

/** "迟报的每迟1天": what is late is whatever the rule is on. */
const OF_LATENESS = /^(?:迟|逾期|延期|延迟|延误|超期|超时|晚)/u;

/** What only a person can say of a rule that speaks of several things, or leaves part of the marks to a person. */
function besidesRule(run: Run, bands: readonly PlacedBand[]): Answer | null {
  if (sideBySide(bands, stepsOf(run.rule))) return ask({ code: "ask-items" }, free(run));
  const steps = stepsOf(run.rule);
  const foreign = steps.find(
    (s) =>
      s.of !== undefined &&
      !(s.direction === "late" && OF_LATENESS.test(s.of)) &&
      (isForeignName(run, s.of) || isOfSome(run, s, steps)),
  );
  if (foreign !== undefined) return ask({ code: "ask-condition", text: printStep(foreign) }, free(run));
  const left = bands.find(
    (b) => b.when.kind === "always" && (b.then.kind === "discretion" || b.then.kind === "either"),
  );
  if (left === undefined || bands.length + stepsOf(run.rule).length < 2) return null;
  return run.points === null
    ? missing({ code: "missing-points" })
    : ask({ code: "ask-discretion", text: printOutcome(left.then) }, free(run));
}

/** "每少一人扣0.1分，重度残疾人每少一人扣0.2分": some of those that another step counts, of which the figure does not tell. */
const isOfSome = ({ name }: Run, { of = "", direction, region }: PlacedStep, steps: readonly PlacedStep[]): boolean =>
  region === null &&
  !name.includes(of) &&
  steps.some((other) => other.of === undefined && other.region === null && other.direction === direction);

/** Whether what takes marks has nothing to do with what the others tell apart: the cell does not answer it. */
function asksBesides(bands: readonly PlacedBand[]): boolean {
  const told = bands.filter((b) => isAward(b.then)).map((b) => printTest(b.when));
  return bands.some(
    ({ when, then }) =>
      !isAward(then) && when.kind === "fact" && when.denied && !told.some((words) => saysAllOf(words, when.core)),
  );
}

/** Whether some words hold all of others, in whatever order: 机制建立健全 and 建立机制, 验收一次性通过 and 通过验收. */
const saysAllOf = (words: string, core: string): boolean =>
  words.includes(core) ||
  tokenise(core).every(({ word }) => words.includes(word)) ||
  (core.length === 4 && words.includes(core.slice(0, 2)) && words.includes(core.slice(2)));

/** "部分完成": what is not so where the cell states another of the bands. */
const isPartly = (test: Test): boolean => test.kind === "fact" && test.partly;

/** "达到80%得6分，每增加5%得1分": on top of it or instead of it? And what is added to needs a base. */
function unsaidBase(run: Run, bands: readonly PlacedBand[]): Answer | null {
  const awards = bands.some((b) => isAward(b.then));
  const unclear = stepsOf(run.rule).find(
    (s) =>
      (s.direction === "over" && awards && ["points", "share"].includes(s.then.kind)) ||
      (s.then.kind === "plus" && !awards && !isOfAllMarks(run, s)),
  );
  return unclear === undefined ? null : ask({ code: "ask-discretion", text: printStep(unclear) }, free(run));
}

/** "每减少1人加1分，最多加5分" of five: what is added can come to all there is, so that there is no base. */
const isOfAllMarks = ({ points }: Run, { bounds, direction }: PlacedStep): boolean =>
  (direction === "done" || direction === "event") &&
  points !== null &&
  (bounds.mostAdded ?? bounds.highest) !== null &&
  points.equals(bounds.mostAdded ?? bounds.highest!);

/** The answer with every question answered: the bands, then the steps, then what stands on top. */
function decided(
  run: Run,
  truths: ReadonlyMap<object, Truth>,
  main: readonly PlacedBand[],
  extras: readonly PlacedBand[],
): Answer {
  const counted = occurrences(run, main, truths);
  const blocked = counted === null ? firstBlocked(truths, main) : null;
  if (blocked !== null) return blocked;
  if (counted !== null) return counted.kind === "score" ? onTop(run, counted.value, truths, extras) : counted;
  const line = betweenKnots(run);
  if (line !== null) {
    const answer = onLine(run, line);
    return answer.kind === "score" ? onTop(run, answer.value, truths, extras) : answer;
  }
  const chosen = chooseBand(run, main, truths);
  if (chosen.kind === "no") return chosen.answer;
  const answer = fromBands(run, main, truths, chosen.band);
  if (answer.kind !== "score") return answer;
  if (contradicts(run, main, answer.value))
    return ask({ code: "ask-contradiction", actual: figureText(run), target: targetText(run) }, free(run));
  return onTop(run, answer.value, truths, extras);
}

function firstBlocked(truths: ReadonlyMap<object, Truth>, main: readonly PlacedBand[]): Answer | null {
  for (const band of main) {
    const one = truths.get(band);
    if (one?.kind === "blocked") return one.answer;
  }
  for (const [statement, one] of truths)
    if (one.kind === "blocked" && (statement as RuleStatement).kind === "step") return one.answer;
  return null;
}

/** Nothing at all for a figure on the good side of its target: the text was misread, or contradicts the target. */
function contradicts(run: Run, main: readonly PlacedBand[], marks: Exact): boolean {
  const { target, actual } = run.figures;
  if (
    !marks.isZero() ||
    target.kind !== "number" ||
    actual.kind !== "number" ||
    target.dimension !== actual.dimension ||
    actual.open !== null
  )
    return false;
  const other = main.some(
    (b) =>
      isOfMore(b) ||
      (!isAward(b.then) &&
        (b.when.kind === "fact" ||
          ((b.when.kind === "interval" || b.when.kind === "reached") &&
            !["value", "rate", "completion", "ratio"].includes(b.when.measure)))),
  );
  if (other || target.value.isZero()) return false;
  // Where the column's type is against the text, the text decides.
  const [atLeast, atMost] = [run.sign === "≥" || run.sign === ">", run.sign === "≤" || run.sign === "<"];
  if (atLeast) return run.better !== "less" && actual.value.gt(target.value);
  return atMost && run.better !== "more" && actual.value.lt(target.value);
}

/** Vetoes and further deductions: each that applies takes its marks. */
function onTop(run: Run, marks: Exact, truths: ReadonlyMap<object, Truth>, extras: readonly PlacedBand[]): Answer {
  let left = marks;
  for (const extra of extras) {
    const one = truths.get(extra);
    if (one?.kind === "blocked") return one.answer;
    if (one?.kind !== "yes") continue;
    if (extra.then.kind === "discretion" || extra.then.kind === "either")
      return ask({ code: "ask-discretion", text: testWords(extra.when) }, [choice({ code: "choice-part" }, 0, left)]);
    run.applied.push(extra);
    left = afterExtra(run, extra, left);
    run.steps.push(
      { code: "step-band", value: "", band: testWords(extra.when) || printTest(extra.when) },
      { code: "step-marks", outcome: extra.then.kind, marks: shown(left) },
    );
  }
  return score(within(run, bounded(run, left)));
}

/** Bounds that stand for themselves hold for the whole. */
function bounded(run: Run, marks: Exact): Exact {
  const bounds = run.rule.statements.flatMap((s) => (s.kind === "bounds" || s.kind === "step" ? [s.bounds] : []));
  const highest = bounds.flatMap((b) => (b.highest === null ? [] : [new Exact(b.highest).times(run.factor)]));
  const least = bounds.flatMap((b) => (b.least === null ? [] : [new Exact(b.least).times(run.factor)]));
  const capped = highest.length === 0 ? marks : Exact.min(marks, ...highest);
  const floored = least.length === 0 ? capped : Exact.max(capped, ...least);
  if (!floored.equals(marks))
    run.steps.push({ code: floored.lt(marks) ? "step-capped" : "step-bounded", marks: shown(floored) });
  return floored;
}

/** What an extra leaves of the marks, or adds to them: where nothing is earned there is nothing to add to. */
function afterExtra(run: Run, extra: PlacedBand, marks: Exact): Exact {
  if (extra.then.kind === "minus") return within(run, marks.minus(new Exact(extra.then.points).times(run.factor)));
  if (extra.then.kind === "plus" && extra.then.share === undefined)
    return marks.isZero() ? marks : within(run, marks.plus(new Exact(extra.then.points).times(run.factor)));
  if (extra.then.kind === "minus-share" && run.points !== null)
    return within(run, marks.minus(run.points.times(shareOf(extra.then.share))));
  if (extra.then.kind === "share" && extra.then.left === true) return marks.times(shareOf(extra.then.share));
  return marksOf(run, extra.then) ?? new Exact(0);
}

function byPerson(run: Run, statement: RuleStatement): Answer {
  if (statement.kind === "three-grades") {
    if (run.points === null) return missing({ code: "missing-points" });
    use(run, "three-grades");
    return ask({ code: "ask-three-grades" }, gradeChoices(run.points, statement.middle, statement.lower));
  }
  if (statement.kind === "items")
    return ask(
      { code: "ask-items" },
      statement.items.map((item) =>
        choice({ code: "choice", label: item.text }, 0, marksOf(run, item.outcome) ?? run.points ?? 0),
      ),
    );
  return ask(
    {
      code: "ask-unread",
      text: statement.kind === "residue" ? statement.text : statement.kind === "likewise" ? "以此类推" : "",
    },
    free(run),
  );
}
