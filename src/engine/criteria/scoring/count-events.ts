/** Steps that count what happened: complaints, accidents, what was left out. */

import { normaliseText, tokenise, unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf, isAward, stepsOf } from "../rule/rule";
import { isJudged } from "../words";
import { testWords } from "./facts";
import { saysSame } from "./said-band";
import type { StepRule } from "../rule/rule";
import { exceedsBudget } from "./amount-words";
import { timesBeside } from "./beside";
import { comparableUnits, exactly, no, times } from "./count";
import type { Count } from "./count";
import { quotedBand } from "./exact-band";
import { isLeftOutElsewhere, sameCounted, saysLeftOut } from "./left-out";
import type { NumberFigure } from "./measure";
import { targetMet } from "./met";
import { missing, use } from "./run";
import type { Run } from "./run";
import { areOfOtherGravity, countsOthers, deniesOthersOnly, eventsSaid, timesToldAlone } from "./said-events";
import { deniesInFull } from "./said-facts";
import { excludesBreach } from "./state-reached";
import { askTimes } from "./times";

/** How often the words of the cell say that what the step counts has happened: "漏补3人", "发生2起投诉". */
function saidTimes(run: Run, step: StepRule): Exact | null {
  const { actual } = run.figures;
  if (step.what === "" || (actual.kind !== "text" && actual.kind !== "number")) return null;
  const tokens = tokenise(normaliseText(actual.text).text);
  const counted = tokens.map((token) => token.classes.get("quantity")).filter((q) => q !== undefined);
  const [only] = counted;
  const words = (text: string): string =>
    tokenise(text)
      .filter((token) => !token.classes.has("event") && !token.classes.has("quantity"))
      .map((token) => token.word)
      .join("");
  const same = words(normaliseText(actual.text).text) === words(step.what);
  if (only === undefined || counted.length > 1 || !same || !comparableUnits(String(only.unit), step.step.unit))
    return null;
  return new Exact(String(only.number));
}

/** Whether the cell counts what the steps count, of which there was some. */
export function countsHappenings(run: Run, steps: readonly StepRule[]): boolean {
  const events = eventsSaid(run);
  return events === null ? steps.every((s) => saidTimes(run, s)?.gt(0) === true) : events.total.gt(0);
}

const timesSaid = (run: Run, step: StepRule): Exact | null =>
  timesBeside(run, step) ?? eventsSaid(run)?.timesOf(step) ?? timesToldAlone(run, step) ?? saidTimes(run, step);

/**
 * Occurrences are counted by the indicator itself where it counts them, and are none where a whole (100%) was reached.
 */
export function countEvents(run: Run, step: StepRule): Count {
  const { actual } = run.figures;
  const said = timesSaid(run, step);
  if (said !== null) return times(step, said);
  if (countsSomethingElse(run, step)) return no(askTimes(run, step));
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (actual.kind === "echo") return no(missing({ code: "actual-echoes-target", text: actual.text }));
  if (actual.kind === "text")
    return excludesBreach(run, step.what) ? exactly(0) : eventsInWords(run, step, actual.text);
  const counted = actual.kind === "number" && actual.open === null ? eventsInNumber(run, step, actual) : null;
  return counted ?? onceUnlessMet(run, step) ?? no(askTimes(run, step));
}

/** Whether the number of the cell is of something else than what the step counts, or of more than that. */
function countsSomethingElse(run: Run, step: StepRule): boolean {
  const { actual } = run.figures;
  const others =
    actual.kind === "number" &&
    step.what !== "" &&
    (countsOthers(actual.text, step.what) || areOfOtherGravity(run.name, step.what));
  return others || takesMoreOfSome(run, step) || deniesOthersOnly(run, step);
}

/** "其中构成医疗事故的每例加扣2分" beside what each of them costs: how many of them were such, the number does not tell. */
const takesMoreOfSome = ({ rule, figures: { actual } }: Run, { what, then }: StepRule): boolean =>
  (then.kind === "minus" || then.kind === "minus-share") &&
  then.more === true &&
  what !== "" &&
  actual.kind === "number" &&
  !actual.value.isZero() &&
  stepsOf(rule).length > 1;

function eventsInWords(run: Run, step: StepRule, text: string): Count {
  const all = quotedBand(run, bandsOf(run.rule));
  const { actual, target } = run.figures;
  // The target's own words given back tell nothing.
  const own = actual.kind === "text" && !(target.kind === "text" && target.text === actual.text);
  const inTime = own && actual.time !== undefined && actual.time.way !== "late";
  if (inTime && /未(?:能)?(?:及时|按时|按期|如期)|延迟|逾期|超期|不及时/u.test(step.what)) return exactly(0);
  if (own && deniesInFull(text, step.what)) return exactly(0);
  const none = /^(?:无|没有|否|未发生|未出现|零).{0,12}$/u.test(text) || all?.then.kind === "full";
  return none || isSoThroughout(run, step, text) ? exactly(0) : no(askTimes(run, step));
}

/** "账实相符" beside "发现一处账实不符": what earns the marks is so, and nothing was found of what is not. */
function isSoThroughout(run: Run, step: StepRule, text: string): boolean {
  const awards = bandsOf(run.rule).filter(({ then, when }) => isAward(then) && when.kind !== "always");
  const [only, other] = awards;
  if (only === undefined || other !== undefined || isJudged(text)) return false;
  const words = testWords(only.when);
  const denied = step.what.replace(/[不未漏错少缺]|没有/gu, "");
  const akin = [...denied].filter((letter) => words.includes(letter)).length;
  return saysSame(text, words) && denied.length > 0 && akin * 2 >= denied.length;
}

/** What a number tells of the occurrences; null where it counts something else. */
function eventsInNumber(run: Run, step: StepRule, actual: NumberFigure): Count | null {
  if (wholeReached(run, step, actual)) return exactly(0);
  if (!tellsOf(run, step, actual.text)) return null;
  if (countsThem(run, actual)) return actual.value.isZero() ? times(step, actual.value) : countOrAsk(run, step, actual);
  if (besideRate(run, actual)) return countOrAsk(run, step, actual);
  if (withinBudget(run, step, actual)) return exactly(0);
  return nothingLeftOut(run, step, actual) ? exactly(0) : leftUndone(run, step, actual);
}

/** Words that only count: how many there were, all in all. */
const COUNTING = /发生|发现|出现|存在|共|计|全年|累计|有|[\d.,次起件例个]/gu;

/** Whether what stands beside the number is about what is counted: of "抽查10份，均规范" the ten are no faults. */
function tellsOf(run: Run, step: StepRule, cell: string): boolean {
  const text = normaliseText(cell).text.replace(/[;。]$/u, "");
  if (/[,;。]/u.test(text)) return false;
  const words = text.replace(COUNTING, "");
  const about = `${step.what}${run.name}${run.figures.unit}${step.step.unit}`;
  return (
    words.length < 3 ||
    `${step.what}${run.name}` === "" ||
    [...words].filter((one) => about.includes(one)).length * 2 >= words.length
  );
}

/** The number as the occurrences, where the convention takes it for them. */
function countOrAsk(run: Run, step: StepRule, actual: NumberFigure): Count {
  return use(run, "occurrences") === "ask" ? no(askTimes(run, step)) : times(step, actual.value);
}

function wholeReached(run: Run, step: StepRule, actual: NumberFigure): boolean {
  const { target } = run.figures;
  // Where other steps count what the rate is short of, these count something else.
  const apart = stepsOf(run.rule).some(
    (other) => other.direction === "short" && unitOf(other.step.unit).dimension === "rate",
  );
  return (
    !apart &&
    unitOf(step.step.unit).dimension !== "rate" &&
    run.better !== "less" &&
    target.kind === "number" &&
    target.dimension === "rate" &&
    target.value.equals(1) &&
    actual.dimension === "rate" &&
    actual.value.gte(1)
  );
}

/** Whether the indicator counts the occurrences, of which there should be none. */
function countsThem(run: Run, actual: NumberFigure): boolean {
  const { target } = run.figures;
  if (target.kind !== "number" || !target.value.isZero()) return false;
  if (run.better !== "less" && run.sign !== "=" && run.sign !== "≤") return false;
  return actual.dimension === "count" || actual.dimension === "plain" || actual.value.isZero();
}

/** "2次" given for a rate. */
function besideRate(run: Run, actual: NumberFigure): boolean {
  const { target } = run.figures;
  return (
    target.kind === "number" && target.dimension === "rate" && actual.dimension === "count" && actual.text.length <= 6
  );
}

/** "发现一处超标准扣1分" beside an amount within the bound that it speaks of. */
const withinBudget = (run: Run, step: StepRule, { dimension, value }: NumberFigure): boolean => {
  const { target } = run.figures;
  if (target.kind !== "number" || target.dimension !== dimension) return false;
  return exceedsBudget(step.what) && value.lte(target.value);
};

/** "未达标每台扣1.5分", "每漏检1所扣1分" beside so many that were to be: as many as are short. */
function leftUndone(run: Run, step: StepRule, actual: NumberFigure): Count | null {
  const { target, unit } = run.figures;
  return saysLeftOut(step.what, run.name) &&
    step.step.unit !== "" &&
    sameCounted(step.step.unit, unit) &&
    target.kind === "number" &&
    (["count", "months", "days"].includes(target.dimension) ||
      (target.dimension === "rate" && target.value.equals(1))) &&
    run.better !== "less" &&
    actual.dimension === target.dimension &&
    actual.value.lt(target.value) &&
    !isCountedElsewhere(run, step)
    ? times(step, target.value.minus(actual.value).div(unitOf(step.step.unit).factor))
    : null;
}

/** "巡查记录缺失的每次再扣0.5分" beside "每少一次扣1分": what is short is counted there, and this is something else. */
const isCountedElsewhere = ({ rule }: Run, step: StepRule): boolean =>
  stepsOf(rule).some((other) => other.direction === "short" && sameCounted(other.step.unit, step.step.unit));

/** All of what was to be done is done: nothing of it is left out. */
function nothingLeftOut(run: Run, step: StepRule, actual: NumberFigure): boolean {
  const { target } = run.figures;
  return (
    /未|缺|漏|少/u.test(step.what) &&
    !isLeftOutElsewhere(step.what, run.name) &&
    target.kind === "number" &&
    target.value.gt(0) &&
    !["rate", "money"].includes(target.dimension) &&
    run.better !== "less" &&
    actual.dimension === target.dimension &&
    actual.value.gte(target.value)
  );
}

/** Where one occurrence leaves nothing, how often does not matter: once unless the target is met. */
function onceUnlessMet(run: Run, step: StepRule): Count | null {
  const { target } = run.figures;
  if (step.then.kind !== "nothing" || target.kind !== "number") return null;
  if (target.dimension !== "rate" && !target.value.isZero()) return null;
  const met = targetMet(run);
  if (met === "yes") return exactly(0);
  return met === "no" ? exactly(1) : null;
}
