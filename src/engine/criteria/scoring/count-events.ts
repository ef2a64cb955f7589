/** Steps that count what happened: complaints, accidents, what was left out. */

import { unitOf } from "../../language";
import { bandsOf, stepsOf } from "../rule/rule";
import type { StepRule } from "../rule/rule";
import { exactly, no, times } from "./count";
import type { Count } from "./count";
import { quotedBand } from "./exact-band";
import type { NumberFigure } from "./measure";
import { targetMet } from "./met";
import type { Run } from "./run";
import { missing, use } from "./run";
import { saidOfAnother, saidTimes } from "./said-events";
import { askTimes } from "./times";

/**
 * Occurrences are counted by the indicator itself where it counts them, and are none where a whole (100%) was reached.
 */
export function countEvents(run: Run, step: StepRule): Count {
  const { actual } = run.figures;
  const said = saidTimes(run, step);
  if (said !== null) return times(step, said);
  if (saidOfAnother(run, step)) return exactly(0);
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
  if (nothingLeftOut(run, step, actual)) return exactly(0);
  return leftUndone(run, step, actual);
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

/** What is not done or not right, where the figure counts what is: so many as it is short of the target. */
const UNDONE =
  /^(?:未|没有?|不)能?(?:完成|达标|达到|达成|合格|建成|开展|到位|验收|安装|配备|发放|实施|落实|整改|交付)$/u;

/** "未达标每台扣1.5分" beside 16 of 18. */
function leftUndone(run: Run, step: StepRule, actual: NumberFigure): Count | null {
  const { target } = run.figures;
  return UNDONE.test(step.what) &&
    target.kind === "number" &&
    target.value.gt(0) &&
    target.dimension === "count" &&
    run.better !== "less" &&
    actual.dimension === "count" &&
    unitOf(step.step.unit).dimension === "count"
    ? times(step, target.value.minus(actual.value))
    : null;
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
