/** Steps that count what happened: complaints, accidents, what was left out. */

import { normaliseText, tokenise, unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf, stepsOf } from "../rule/rule";
import type { StepRule } from "../rule/rule";
import { comparableUnits, exactly, no, times } from "./count";
import type { Count } from "./count";
import { quotedBand } from "./exact-band";
import type { NumberFigure } from "./measure";
import { targetMet } from "./met";
import type { Run } from "./run";
import { missing, use } from "./run";
import { countsOthers, deniesOthersOnly, eventsSaid } from "./said-events";
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

/**
 * Occurrences are counted by the indicator itself where it counts them, and are none where a whole (100%) was reached.
 */
export function countEvents(run: Run, step: StepRule): Count {
  const { actual } = run.figures;
  const said = eventsSaid(run)?.timesOf(step) ?? saidTimes(run, step);
  if (said !== null) return times(step, said);
  const others = actual.kind === "number" && step.what !== "" && countsOthers(actual.text, step.what);
  if (others || deniesOthersOnly(run, step)) return no(askTimes(run, step));
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (actual.kind === "echo") return no(missing({ code: "actual-echoes-target", text: actual.text }));
  if (actual.kind === "text") return eventsInWords(run, step, actual.text);
  const counted = actual.kind === "number" && actual.open === null ? eventsInNumber(run, step, actual) : null;
  return counted ?? onceUnlessMet(run, step) ?? no(askTimes(run, step));
}

function eventsInWords(run: Run, step: StepRule, text: string): Count {
  const all = quotedBand(run, bandsOf(run.rule));
  const none = /^(?:无|没有|否|未发生|未出现|零).{0,12}$/u.test(text) || all?.then.kind === "full";
  return none ? exactly(0) : no(askTimes(run, step));
}

/** What a number tells of the occurrences; null where it counts something else. */
function eventsInNumber(run: Run, step: StepRule, actual: NumberFigure): Count | null {
  if (wholeReached(run, step, actual)) return exactly(0);
  if (countsThem(run, actual)) return actual.value.isZero() ? times(step, actual.value) : countOrAsk(run, step, actual);
  if (besideRate(run, actual)) return countOrAsk(run, step, actual);
  return nothingLeftOut(run, step, actual) ? exactly(0) : leftUndone(run, step, actual);
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

/** What is not done or not right, where the figure counts what is: so many as it is short of the target. */
const UNDONE =
  /^(?:未|没有?|不)能?(?:完成|达标|达到|达成|合格|建成|开展|到位|验收|安装|配备|发放|实施|落实|整改|交付)$/u;

/** "未达标每台扣1.5分" beside so many 台 that were to be done: as many as are short. */
function leftUndone(run: Run, step: StepRule, actual: NumberFigure): Count | null {
  const { target, unit } = run.figures;
  return UNDONE.test(step.what) &&
    step.step.unit !== "" &&
    step.step.unit === unit &&
    target.kind === "number" &&
    target.dimension === "count" &&
    run.better !== "less" &&
    actual.dimension === target.dimension &&
    actual.value.lt(target.value)
    ? times(step, target.value.minus(actual.value))
    : null;
}

/** All of what was to be done is done: nothing of it is left out. */
function nothingLeftOut(run: Run, step: StepRule, actual: NumberFigure): boolean {
  const { target } = run.figures;
  return (
    /未|缺|漏|少/u.test(step.what) &&
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
