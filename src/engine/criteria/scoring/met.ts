/** Whether the target is met, on numbers, dates, places and directions of change. */

import type { Exact } from "../exact";
import { comparable } from "../../language";
import { daysLate } from "./dates";
import { actualNumber, free, isFigure } from "./measure";
import type { NumberFigure } from "./measure";
import type { Answer, Run } from "./run";
import { ask, choice, missing, use } from "./run";
import { timeSaid } from "./said-time";
import { stateReached } from "./state-reached";

export type Holding = "yes" | "no" | Answer;

/** Whether the actual meets the target. An answer instead of yes or no says what is missing or must be asked. */
export function targetMet(run: Run): Holding {
  const { target, actual } = run.figures;
  if (actual.kind === "missing") return missing({ code: "missing-actual" });
  if (actual.kind === "echo") return missing({ code: "actual-echoes-target", text: actual.text });
  if (target.kind === "missing") return missing({ code: "missing-target" });
  const alike = metInKind(run);
  if (alike !== null) return alike;
  if (target.kind === "number") return numberMet(run, target);
  if (stateReached(run) !== null && use(run, "stated-fact") === "accept") return note(run, "yes");
  const told = ["growth", "text", "date", "rank"].includes(target.kind);
  return ask({ code: "ask-met", target: told ? target.text : "" }, yesNo(run));
}

/** What asks for all of it, beside a share of it: "足额发放" and 90%. */
const IN_FULL = /^(?:按[时期月])?(?:足额|全额|全部)(?:发放|拨付|支付|兑付|到位|缴纳|兑现|完成)(?:到位)?$/u;

/** A date beside a date, a place beside a place, a growth in words, a number beside a range; null for other pairs. */
function metInKind(run: Run): Holding | null {
  const { target, actual } = run.figures;
  const inTime = metInTime(run);
  if (inTime !== null) return inTime;
  if (target.kind === "rank" && actual.kind === "rank") return note(run, actual.place.lte(target.place) ? "yes" : "no");
  if (target.kind === "text" && actual.kind === "number" && actual.dimension === "rate" && IN_FULL.test(target.text))
    return note(run, actual.value.gte(1) ? "yes" : "no");
  if (target.kind === "text" && actual.kind === "growth") return growthMet(run, target.text, actual.way);
  return target.kind === "range" && actual.kind === "number" ? rangeMet(run, target, actual.value) : null;
}

/** A date beside a date; "延迟2个月", "按期完成" beside the date, or beside "按期". Null for other pairs. */
function metInTime(run: Run): Holding | null {
  const { target, actual } = run.figures;
  if (target.kind === "date" && actual.kind === "date") {
    const late = daysLate(target, actual);
    return late === null
      ? ask({ code: "ask-met", target: target.text }, yesNo(run))
      : note(run, late <= 0 ? "yes" : "no");
  }
  return actual.kind === "text" && actual.time !== undefined && isTimed(target, actual.text)
    ? note(run, actual.time.way === "late" ? "no" : "yes")
    : null;
}

/** Whether a target asks for something by a date, or in time, in other words than are given back. */
function isTimed(target: Run["figures"]["target"], given: string): boolean {
  if (target.kind === "date") return true;
  return target.kind === "text" && target.text !== given && timeSaid(target.text)?.way === "in-time";
}

function rangeMet(run: Run, target: { readonly low: Exact; readonly high: Exact }, actual: Exact): Holding {
  if (actual.gte(target.low) && actual.lte(target.high)) return note(run, "yes");
  const missed = (run.better === "more" && actual.lt(target.low)) || (run.better === "less" && actual.gt(target.high));
  return missed ? note(run, "no") : ask({ code: "ask-range-target" }, yesNo(run));
}

function numberMet(run: Run, target: NumberFigure): Holding {
  const number = actualNumber(run);
  if (!isFigure(number))
    return run.figures.actual.kind === "text" ? ask({ code: "ask-met", target: target.text }, yesNo(run)) : number;
  if (!comparable(target.dimension, number.dimension))
    return ask({ code: "ask-unit", written: number.text, expected: target.text }, free(run));
  // At least nothing at all is met by anything: such a target says nothing.
  if (target.value.isZero() && run.better === "more" && run.sign !== "=" && !number.value.isNegative())
    return ask({ code: "ask-zero-target" }, yesNo(run));
  return number.open === null
    ? compare(run, number.value, target.value)
    : boundMet(run, number.value.comparedTo(target.value), number.open);
}

/** Of an actual only a bound is known: it can tell that the target is met, never that it is not. */
function boundMet(run: Run, order: number, open: "above" | "below"): Holding {
  const met = open === "above" ? run.better === "more" && order >= 0 : run.better === "less" && order <= 0;
  return met ? note(run, "yes") : missing({ code: "actual-not-number", text: figureText(run) });
}

function compare(run: Run, actual: Exact, target: Exact): Holding {
  const order = actual.comparedTo(target);
  const strict = run.sign === ">" || run.sign === "<";
  if (order === 0) return note(run, strict ? "no" : "yes");
  if (run.sign === "=" && !target.isZero() && run.better === "more" && order > 0 && !isWhole(run, target))
    return aboveEqual(run);
  if (run.better === null) return ask({ code: "ask-direction" }, yesNo(run));
  return note(run, (run.better === "more") === order > 0 ? "yes" : "no");
}

/** More than a target that is to be equalled. */
function aboveEqual(run: Run): Holding {
  const { target } = run.figures;
  return use(run, "equal-target") === "at-least" && target.kind === "number" && target.dimension === "rate"
    ? note(run, "yes")
    : ask({ code: "ask-equal", target: targetText(run), actual: figureText(run) }, yesNo(run));
}

/** More than 100% of a whole is as good as all of it. */
function isWhole(run: Run, target: Exact): boolean {
  return run.figures.target.kind === "number" && run.figures.target.dimension === "rate" && target.equals(1);
}

function growthMet(run: Run, target: string, way: "up" | "down"): Holding {
  if (/\d/u.test(target)) return ask({ code: "ask-met", target }, yesNo(run));
  const down = /下降|减少|降低|压减|缩减/u.test(target);
  const up = /增长|增加|提高|上升|提升/u.test(target);
  if (down === up) return ask({ code: "ask-met", target }, yesNo(run));
  return note(run, (way === "down") === down ? "yes" : "no");
}

function note(run: Run, holding: "yes" | "no"): Holding {
  run.steps.push({
    code: holding === "yes" ? "step-met" : "step-not-met",
    actual: figureText(run),
    target: targetText(run),
  });
  return holding;
}

export function figureText(run: Run): string {
  const { actual } = run.figures;
  return actual.kind === "missing" ? "" : actual.text;
}

export function targetText(run: Run): string {
  const { target } = run.figures;
  return target.kind === "missing" ? "" : target.text;
}

export function yesNo(run: Run): readonly ReturnType<typeof choice>[] {
  return run.points === null ? [] : [choice({ code: "choice-met" }, run.points), choice({ code: "choice-not-met" }, 0)];
}
