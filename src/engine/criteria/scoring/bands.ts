/** Choosing among bands, and what the chosen one gives with its steps. */

import { comparable, unitOf } from "../../language";
import { Exact } from "../exact";
import { printStep } from "../print";
import { isAward, stepsOf } from "../rule/rule";
import type { PlacedBand, PlacedStep, Test } from "../rule/rule";
import type { Expression, Outcome } from "../tree";
import { timesBeside } from "./beside";
import { measuredFor, numeric } from "./choose-band";
import type { Truths } from "./choose-band";
import { factsIn, testWords } from "./facts";
import { byFormula } from "./formula";
import { give, labelOf } from "./give";
import { clears, intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { choicesOf, marksOf } from "./marks";
import { free, threshold } from "./measure";
import { figureText } from "./met";
import { bestBand, inWords, runSteps } from "./occurrences";
import { ask, choice, missing, score, shown, use } from "./run";
import type { Answer, Run } from "./run";
import { eventsSaid } from "./said-events";
import { baseOf } from "./steps";
import { isDistance, tiered, tiersOf } from "./tiers";

/** What the bands give: the chosen one with its steps; without one, the steps from the best, or what is left. */
export function fromBands(run: Run, bands: readonly PlacedBand[], truths: Truths, chosen: PlacedBand | null): Answer {
  const steps = stepsOf(run.rule);
  const best = bestBand(run, bands);
  const anchor = best === null ? null : intervalOf(best.when, run.better);
  if (chosen !== null && goesOnAbove(run, chosen)) return ask({ code: "ask-unread", text: "以此类推" }, free(run));
  if (chosen !== null && !isSharedWithSteps(chosen, steps, truths)) {
    // What is added where its own condition holds is added to any band; what is taken in a region is not.
    const added = steps.filter((s) => s.region === null || (s.then.kind === "plus" && truths.get(s)?.kind === "yes"));
    return fromChosen(run, bands, added, chosen, best, anchor);
  }
  // What is added is added to a band that holds; base marks everybody has.
  const everybodys = bands.find((b) => b.when.kind === "always");
  if (everybodys !== undefined && isBelowBase(run, addedToBase(everybodys, steps, truths)))
    return ask({ code: "ask-gap", value: figureText(run) }, free(run));
  const awarded = bands.some((b) => isAward(b.then) && b.when.kind !== "always");
  const usable = steps.filter(
    (s) =>
      !(s.then.kind === "plus" && (s.direction === "over" || s.direction === "early") && awarded) &&
      (s.region === null || s.region.kind === "otherwise" || truths.get(s)?.kind === "yes"),
  );
  const goesOn = usable.length > 0 && isLadderGoingOn(run, bands);
  if (goesOn) return ask({ code: "ask-unread", text: "以此类推" }, free(run));
  if (usable.length > 0) return fromSteps(run, bands, usable, best, anchor, truths);
  const rest = bands.find((b) => b.when.kind === "otherwise") ?? bands.find((b) => b.when.kind === "always");
  if (rest !== undefined) {
    const more = addedToBase(rest, steps, truths);
    return more.length > 0
      ? fromChosen(run, bands, more, rest, best, anchor)
      : give(run, rest, baseOf(run, best), anchor);
  }
  return leftOver(run, bands, truths);
}

/** "完成5项得5分，以此类推，完成10项得9分" beside 8: above the last band that is told a ladder goes on that nobody can tell. */
function goesOnAbove(run: Run, chosen: PlacedBand): boolean {
  const { statements } = run.rule;
  const at = statements.findIndex(({ kind }) => kind === "likewise");
  const before = at < 0 ? undefined : statements.slice(0, at).findLast(({ kind }) => kind === "band");
  if (before !== chosen || chosen.when.kind === "always") return false;
  const own = marksOf(run, chosen.then);
  const higher = statements.slice(at).some((s) => s.kind === "band" && own !== null && marksOf(run, s.then)?.gt(own));
  const interval = intervalOf(chosen.when, run.better);
  const measured = interval === null ? null : measuredFor(run, interval);
  const end = interval?.low ?? null;
  return higher && measured !== null && end !== null && !threshold(run, end, measured.dimension).equals(measured.value);
}

/** What the bands give where none of them holds and no step counts. */
function leftOver(run: Run, bands: readonly PlacedBand[], truths: Truths): Answer {
  const steps = stepsOf(run.rule);
  if (steps.length > 0 && !bands.some((b) => isAward(b.then))) {
    // "一级期刊论文，每篇1分": where none is counted, nobody has said that all the marks are earned.
    const earning = steps.find(({ then }) => ["points", "share", "plus"].includes(then.kind));
    return earning === undefined
      ? fullByDefault(run)
      : ask({ code: "ask-condition", text: printStep(earning) }, free(run));
  }
  if (run.rule.statements.some((s) => s.kind === "likewise"))
    return ask({ code: "ask-unread", text: "以此类推" }, free(run));
  return beyondBands(run, bands, truths) ?? gap(run, bands);
}

/** "基础分6分，每增加10家加1分": what is added is added to what everybody has. */
const addedToBase = (
  { when, then }: PlacedBand,
  steps: readonly PlacedStep[],
  truths: Truths,
): readonly PlacedStep[] =>
  when.kind === "always" && then.kind === "points"
    ? steps.filter((s) => s.then.kind === "plus" && (s.region === null || truths.get(s)?.kind === "yes"))
    : [];

/** "基础分6分，每多完成1项加1分" beside less than was to be: what is left of the base then is not said. */
function isBelowBase(run: Run, added: readonly PlacedStep[]): boolean {
  const { target, actual } = run.figures;
  return (
    added.some(({ direction }) => direction === "over") &&
    // "每低于目标值1个百分点减0.5分": then the text says what is left below it.
    !stepsOf(run.rule).some(({ direction }) => direction === "short") &&
    target.kind === "number" &&
    actual.kind === "number" &&
    run.better === "more" &&
    actual.dimension === target.dimension &&
    actual.value.lt(target.value)
  );
}

/** "95%以上得9分，90%以上得8分，以此类推，每降5个百分点少得1分": below its last band the ladder goes on in bands, not in steps. */
const isLadderGoingOn = (run: Run, bands: readonly PlacedBand[]): boolean =>
  run.rule.statements.some((s) => s.kind === "likewise") &&
  bands.filter((b) => isAward(b.then) && b.when.kind === "interval" && b.when.high === null).length > 1;

/**
 * "90%-100%的，每低1%扣0.5分；90%以下不得分" beside 90%: what a band that gives nothing and a region of steps both claim belongs
 * to the steps, which leave more.
 */
function isSharedWithSteps({ when, then }: PlacedBand, steps: readonly PlacedStep[], truths: Truths): boolean {
  if (then.kind !== "nothing" || when.kind !== "interval" || when.high === null || !when.high.soft) return false;
  return steps.some((step) =>
    intervalsIn(step.region).some(
      ({ low }) =>
        low?.number === when.high?.number && low?.unit === when.high?.unit && truths.get(step)?.kind === "yes",
    ),
  );
}

function intervalsIn(region: Test | null): readonly Extract<Test, { kind: "interval" }>[] {
  if (region?.kind === "interval") return [region];
  return region?.kind === "all" ? region.of.flatMap(intervalsIn) : [];
}

function fromChosen(
  run: Run,
  bands: readonly PlacedBand[],
  steps: readonly PlacedStep[],
  chosen: PlacedBand,
  best: PlacedBand | null,
  anchor: Interval | null,
): Answer {
  if (oneOfMany(run, chosen, bands, steps) || againstTarget(run, chosen) || isShareOfWhat(chosen, bands))
    return ask({ code: "ask-condition", text: labelOf(chosen) }, free(run));
  if (isTakenOfWhat(chosen, bands))
    return ask({ code: "ask-overlap", value: figureText(run) }, choicesOf(run, chosen.then, labelOf(chosen)));
  const answer = give(run, chosen, baseOf(run, best), anchor);
  if (answer.kind !== "score" || !isAward(chosen.then) || excuses(chosen)) return answer;
  const main = bands.filter((b) => numeric(b.when));
  const more = steps.filter(
    (s) => s.direction === "event" || (s.direction === "late" && !timed(run, main)) || s.then.kind === "plus",
  );
  const apart = more.find((s) => isOfNoFigure(run, chosen, s));
  if (apart !== undefined) return ask({ code: "ask-occurrences", event: apart.what }, free(run));
  return more.length === 0 ? answer : runSteps(run, more, answer.value, anchor);
}

/** "得分=完成率×分值，低于98%的按0.8倍计": of all the marks, or of what the formula gives? */
const isShareOfWhat = ({ then, when }: PlacedBand, bands: readonly PlacedBand[]): boolean =>
  then.kind === "share" &&
  when.kind !== "always" &&
  bands.some((b) => b.when.kind === "always" && (b.then.kind === "formula" || b.then.kind === "proportion"));

/** "低于95%的扣2分，其他按比例计分": of all the marks, or of what the proportion gives? */
const isTakenOfWhat = ({ then, when }: PlacedBand, bands: readonly PlacedBand[]): boolean =>
  (then.kind === "minus" || then.kind === "minus-share") &&
  (when.kind === "interval" || when.kind === "reached") &&
  bands.some((b) => b.when.kind === "otherwise" && (b.then.kind === "formula" || b.then.kind === "proportion"));

/** "3-5起得1分；未按期办结的，每起再扣1分" beside "4起": the band has counted them, and how many were such is not told. */
function isOfNoFigure(run: Run, { when }: PlacedBand, step: PlacedStep): boolean {
  const { actual } = run.figures;
  const counted = (when.kind === "interval" || when.kind === "reached") && when.measure === "value";
  return (
    counted &&
    step.direction === "event" &&
    step.then.kind === "minus" &&
    step.what !== "" &&
    !run.name.includes(step.what) &&
    actual.kind === "number" &&
    actual.dimension === "count" &&
    !actual.value.isZero() &&
    comparable(unitOf(step.step.unit).dimension, "count") &&
    eventsSaid(run) === null &&
    timesBeside(run, step) === null
  );
}

/** "因银行系统原因推迟的不扣分": where it is so, nothing that the steps count is taken. */
export const excuses = (band: PlacedBand): boolean =>
  band.then.kind === "full" && band.then.spared === true && inWords(band);

const isOne = ({ figures: { actual } }: Run): boolean => actual.kind === "number" && actual.value.equals(1);

/** "6场及以上得6分" beside "完成1场得1分": so many times as much for so many. */
function isMultiple({ when, then }: PlacedBand, one: PlacedBand): boolean {
  if (when.kind !== "interval" || when.low === null || then.kind !== "points" || one.then.kind !== "points")
    return false;
  return new Exact(one.then.points).times(when.low.number).equals(then.points);
}

/** "完成一项得2分" where the target is several: whether each earns them is not said. */
function oneOfMany(run: Run, band: PlacedBand, bands: readonly PlacedBand[], steps: readonly PlacedStep[]): boolean {
  const { target } = run.figures;
  return (
    band.when.kind === "reached" &&
    band.when.measure === "value" &&
    band.when.at.number === "1" &&
    isAward(band.then) &&
    steps.length === 0 &&
    bands.filter((b) => b !== band && isAward(b.then)).every((b) => !isOne(run) && isMultiple(b, band)) &&
    target.kind === "number" &&
    target.dimension === "count" &&
    target.value.gt(1)
  );
}

/** Nothing at all for an actual that meets its target by the type column: text and target contradict each other. */
function againstTarget(run: Run, band: PlacedBand): boolean {
  const { target, actual } = run.figures;
  const { when } = band;
  if (
    band.then.kind !== "nothing" ||
    when.kind !== "interval" ||
    !["value", "ratio", "rate"].includes(when.measure) ||
    target.kind !== "number" ||
    actual.kind !== "number" ||
    target.dimension !== actual.dimension
  )
    return false;
  const atMost = run.sign === "≤" || run.sign === "<";
  const atLeast = run.sign === "≥" || run.sign === ">";
  return (
    (atMost && actual.value.lte(target.value) && when.low !== null) ||
    (atLeast && actual.value.gte(target.value) && when.high !== null && when.low === null)
  );
}

/** Whether the indicator itself is a time, so that its own bands have told how late it was. */
function timed(run: Run, main: readonly PlacedBand[]): boolean {
  const { target } = run.figures;
  return (
    target.kind === "date" ||
    (target.kind === "number" && ["days", "months", "hours"].includes(target.dimension)) ||
    main.some((b) => b.when.kind === "date" || (b.when.kind === "interval" && b.when.measure === "late"))
  );
}

/** Steps outside every band: those whose region holds, from the mark they are counted from. */
function fromSteps(
  run: Run,
  bands: readonly PlacedBand[],
  usable: readonly PlacedStep[],
  best: PlacedBand | null,
  anchor: Interval | null,
  truths: Truths,
): Answer {
  const region = usable.find((s) => s.region !== null && s.region.kind === "interval" && truths.get(s)?.kind === "yes");
  const interval = region === undefined ? null : intervalOf(region.region!, run.better);
  return region === undefined || interval === null
    ? runSteps(run, usable, baseOf(run, best), anchor)
    : inRegion(run, bands, usable, { step: region, interval }, best, anchor);
}

/** The steps of the region in which the figure lies. */
function inRegion(
  run: Run,
  bands: readonly PlacedBand[],
  usable: readonly PlacedStep[],
  { step, interval }: { readonly step: PlacedStep; readonly interval: Interval },
  best: PlacedBand | null,
  anchor: Interval | null,
): Answer {
  const tiers = tiersOf(run, stepsOf(run.rule));
  const measured = tiers === null ? null : measuredFor(run, interval);
  if (tiers !== null && measured !== null)
    return tiered(run, tiers, step, measured, baseOf(run, best), startOf(anchor, step));
  if (countsFromBest(step, interval, anchor)) return runSteps(run, usable, baseOf(run, best), anchor);
  // What is said of a distance from the target up to so much is counted from the target.
  if (isDistance(interval.measure) && interval.low === null) return runSteps(run, usable, baseOf(run, best), null);
  if (isBeyondShort(step, interval)) return ask({ code: "ask-tiers" }, free(run));
  // The region's own end is where its steps begin: below 80%, each point is counted from 80%.
  const edge: Interval = { ...interval, low: interval.high ?? interval.low, high: interval.low ?? interval.high };
  const neighbour = bands.find((b) => {
    const own = intervalOf(b.when, run.better);
    return own !== null && b !== best && [own.low?.number, own.high?.number].includes(edge.low?.number);
  });
  const adjacent = neighbour !== undefined || use(run, "step-base") === "adjacent";
  if (neighbour === undefined && best === null) run.used.delete("step-base");
  return runSteps(run, usable, baseOf(run, adjacent ? (neighbour ?? best) : best), edge);
}

/** "低于目标值5户以上的，每少1户扣0.5分": all that is short, or what lies beyond the five? The text does not say. */
const isBeyondShort = ({ direction }: PlacedStep, { measure }: Interval): boolean =>
  measure === "shortfall" && direction === "short";

/**
 * "第4名起每降一名": places are counted from the last one that earns all the marks. "完成率在80%以上的，每少1%扣…": from all of
 * it, down to the end of the region, and so wherever what earns all the marks lies above that end.
 */
const countsFromBest = ({ direction }: PlacedStep, { measure, low, high }: Interval, best: Interval | null): boolean =>
  measure === "rank" ||
  (direction === "short" && high === null && (measure === "completion" || isAbove(best?.low ?? null, low)));

const isAbove = (one: Interval["low"], other: Interval["low"]): boolean =>
  one !== null && other !== null && one.unit === other.unit && new Exact(one.number).gt(other.number);

/** The end of the best band at which a step in its direction begins. */
function startOf(anchor: Interval | null, step: PlacedStep): Interval["low"] {
  if (anchor === null) return null;
  return step.direction === "short" ? (anchor.low ?? anchor.high) : (anchor.high ?? anchor.low);
}

/** Only deductions are named and none applies: full marks, a default that is said. */
function fullByDefault(run: Run): Answer {
  if (run.points === null) return missing({ code: "missing-points" });
  run.steps.push({ code: "step-full-default", marks: shown(run.points) });
  return score(run.points);
}

/**
 * Outside every band where the bands only take marks, or where a formula reaches all of them at its own end: full
 * marks.
 */
function beyondBands(run: Run, bands: readonly PlacedBand[], truths: Truths): Answer | null {
  const only = bands.length === 1 ? bands[0]! : null;
  const met = only !== null && saysMissed(only) && truths.get(only)?.kind === "no";
  if (only?.then.kind === "formula")
    return met ? fullByDefault(run) : beyondFormula(run, only.when, only.then.expression);
  if (bands.length === 0 || !bands.every(takesOnly)) return null;
  const missed = bands.some((b) => saysMissed(b) && truths.get(b)?.kind === "no");
  const denied = bands.every((b) => factsIn(b.when).length > 0 && truths.get(b)?.kind === "no");
  return bands.length === 1 || missed || denied || clearsAll(run, bands) ? fullByDefault(run) : null;
}

/** "未达到目标值的", "低于目标值的". */
const saysMissed = ({ when }: PlacedBand): boolean =>
  when.kind === "target" && (when.side === "missed" || when.side === "below");

/** What the formula gives outside its region, where that is all the marks. */
function beyondFormula(run: Run, when: Test, expression: Expression): Answer | null {
  const answer = byFormula(run, expression);
  const region = intervalOf(when, run.better);
  const completion = region !== null && (region.measure === "completion" || region.low === null);
  return answer.kind === "score" && run.points !== null && answer.value.gte(run.points) && completion ? answer : null;
}

const TAKES: readonly Outcome["kind"][] = ["minus", "minus-share", "nothing", "discretion", "either", "proportion"];

const takesOnly = ({ when, then }: PlacedBand): boolean =>
  (!isAward(then) || (then.kind === "proportion" && fallsShort(when))) && TAKES.includes(then.kind);

/** Whether a condition tells of something that fell short: outside it, nothing did. */
function fallsShort(when: Test): boolean {
  switch (when.kind) {
    case "fact":
      return when.denied;
    case "in-time":
      return !when.holds;
    case "grade":
      return false;
    case "all":
    case "any":
      return when.of.every(fallsShort);
    default:
      return true;
  }
}

/** Whether the figure lies on the good side of every band, all of which speak of the same. */
function clearsAll(run: Run, bands: readonly PlacedBand[]): boolean {
  const intervals = bands.map((b) => intervalOf(b.when, run.better));
  const measures = new Set(intervals.map((i) => i?.measure));
  const [name] = [...measures];
  if (measures.size !== 1 || name === undefined) return false;
  const less = ["deviation", "overrun", "shortfall", "late"].includes(name) || run.better === "less";
  if (!less && run.better !== "more") return false;
  return intervals.every((i) => {
    if (i === null || (less ? i.low === null && i.high === null : i.high === null)) return false;
    const measured = measuredFor(run, i);
    if (measured === null) return false;
    return less && i.low === null ? measured.value.isZero() : clears(run, i, measured, less);
  });
}

function gap(run: Run, bands: readonly PlacedBand[]): Answer {
  const near = bands.flatMap((b) => choicesOf(run, b.then, labelOf(b)));
  const measuredOnly = bands.length > 0 && bands.some((b) => numeric(b.when));
  if (!measuredOnly) {
    const [first] = bands;
    return first === undefined
      ? missing({ code: "no-rule" })
      : ask({ code: "ask-condition", text: testWords(first.when) }, [
          choice({ code: "choice-nothing" }, 0),
          ...free(run),
        ]);
  }
  return ask(
    { code: "ask-gap", value: figureText(run) },
    bands.length === 1 ? [choice({ code: "choice-nothing" }, 0), ...free(run)] : near,
  );
}
