/** Times measured against the target's date or the time that was planned. */

import { unitOf } from "../../language";
import { Exact } from "../exact";
import { free, no, TIMES, value } from "./amounts";
import type { Measured } from "./amounts";
import { daysLate, monthsLate, weekdaysLate } from "./dates";
import type { WrittenDate } from "./dates";
import type { Run } from "./run";
import { ask, missing, use } from "./run";
import { timeIn } from "./said-time";
import type { SaidTime } from "./said-time";

/** Time before the target's date, in days: what the cell says, or what two dates make; none where it was late. */
export function earliness(run: Run, unit: string): Measured {
  const { target, actual } = run.figures;
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (actual.kind === "text" && actual.time !== undefined) return saidAmount(run, actual.time, "early", unit);
  const known = target.kind === "date" && actual.kind === "date" && target.day !== null && actual.day !== null;
  const days = known && unitOf(unit).dimension === "days" ? daysLate(target, actual) : null;
  return days === null
    ? no(ask({ code: "ask-late" }, free(run)))
    : value("early", new Exact(Math.max(0, -days)), "days");
}

/** How late or early the words of the cell say it was; neither where they say the other. */
function saidAmount(run: Run, time: SaidTime, of: "late" | "early", unit: string): Measured {
  const { dimension } = unitOf(unit);
  if (time.way !== of) return value(of, new Exact(0), dimension);
  const amount = time.amount === null ? null : timeIn(time.amount, dimension);
  return amount === null ? no(ask({ code: "ask-late" }, free(run))) : value(of, amount.value, amount.dimension);
}

/** Time behind the target's date, in days, or in calendar months where the text counts months. */
export function lateness(run: Run, unit: string): Measured {
  const { target, actual } = run.figures;
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (actual.kind === "text" && actual.time !== undefined) return saidAmount(run, actual.time, "late", unit);
  const overrun = beyondPlanned(run, unit);
  if (overrun !== null) return overrun;
  if (target.kind !== "date" || actual.kind !== "date") return no(ask({ code: "ask-late" }, free(run)));
  const days = daysBehind(run, target, actual, unit);
  if (days === null) return no(ask({ code: "ask-late" }, free(run)));
  const months = unitOf(unit).dimension === "months" ? monthsLate(target, actual) : null;
  return months === null ? value("late", new Exact(Math.max(0, days)), "days") : value("late", months, "months");
}

/** The days between a deadline and the day it was done, as the text counts them: all of them, or working days. */
export function daysBehind(run: Run, target: WrittenDate, actual: WrittenDate, unit: string): number | null {
  const days = daysLate(target, actual);
  if (days === null || days <= 0 || !unit.includes("工作日")) return days;
  return use(run, "working-days") === "weekdays" ? weekdaysLate(target, actual) : days;
}

/** By how much a time exceeded the one planned. "超期10%以内": as a share of it. Null where no time was planned. */
function beyondPlanned(run: Run, unit: string): Measured | null {
  const { target, actual } = run.figures;
  if (target.kind !== "number" || actual.kind !== "number" || actual.open !== null) return null;
  if (target.dimension !== actual.dimension || !TIMES.includes(target.dimension)) return null;
  const { dimension } = unitOf(unit);
  const over = Exact.max(0, actual.value.minus(target.value));
  if (dimension === target.dimension) return value("late", over, target.dimension);
  return dimension === "rate" && target.value.gt(0) ? value("late", over.div(target.value), "rate") : null;
}
