/** Whether something was done by a date of the rule. */

import { YEAR_AFTER } from "../tree";
import { bandsOf, isAward } from "../rule/rule";
import type { Test } from "../rule/rule";
import { printTest } from "../print";
import { daysLate, laterBy } from "./dates";
import type { WrittenDate } from "./dates";
import { free } from "./measure";
import { figureText } from "./met";
import type { Run } from "./run";
import { ask, missing } from "./run";
import { saysUndone } from "./said-facts";
import type { SaidTime } from "./said-time";
import { NO, blocked, known } from "./truth-parts";
import type { Among, Truth } from "./truth-parts";

type OnDate = Extract<Test, { kind: "date" }>;

/** By a date, by words of being in time, or by none of it being done. */
export function ofDate(run: Run, test: OnDate, among: Among): Truth {
  const { actual } = run.figures;
  switch (actual.kind) {
    case "missing":
      return blocked(missing({ code: "missing-actual" }));
    case "date":
      return ofDay(run, endOfBefore(test, among), actual);
    case "text": {
      const undone = saysUndone(actual.text) && (test.side === "by" || isAward(among.band.then));
      return inTime(run, test, actual.time) ?? (undone ? NO : notADate(run));
    }
    default:
      return notADate(run);
  }
}

/** "2月底前…，3月以后…": what follows on a deadline begins with its end. */
function endOfBefore(test: OnDate, { bands }: Among): OnDate {
  const [year = "", month = "", day = ""] = test.date.split("-");
  const before = `${year}-${String(Number(month) - 1).padStart(2, "0")}-`;
  const deadline = (date: string): boolean =>
    bands.some(({ when }) => when.kind === "date" && when.side === "by" && when.date === date);
  const follows = deadline(before) && !deadline(test.date) && !/月[底末]/u.test(test.text);
  return test.side === "after" && day === "" && follows ? { ...test, date: before } : test;
}

const notADate = (run: Run): Truth => blocked(missing({ code: "actual-not-number", text: figureText(run) }));

/** What words of being early, late or in time for the target say of a date; null where they do not tell. */
function inTime(run: Run, test: OnDate, time: SaidTime | undefined): Truth | null {
  if (time === undefined) return null;
  const late = time.way === "late";
  if (isDeadline(run, test.date)) return known(late !== (test.side === "by"));
  const { target } = run.figures;
  if (target.kind !== "date") return null;
  if (late) return lateBy(run, test, time.amount === null ? null : dayAfter(target, time.amount));
  // Done in time was done by every later date too.
  const atDeadline = ofDay(run, test, target);
  return atDeadline.kind === (test.side === "by" ? "yes" : "no") ? atDeadline : null;
}

const lateBy = (run: Run, test: OnDate, done: WrittenDate | null): Truth | null =>
  done === null ? null : ofDay(run, test, done);

/** "逾期10天", "延迟2个月" after the date of the target: the day that comes to. */
const dayAfter = (target: WrittenDate, amount: NonNullable<SaidTime["amount"]>): WrittenDate | null =>
  amount.value.isInteger() ? laterBy(target, amount) : null;

/** Whether it was done by the date of the rule, or after it. */
function ofDay(run: Run, test: OnDate, done: WrittenDate): Truth {
  const { target } = run.figures;
  const [said = "", month = "", day = ""] = test.date.split("-");
  const year = yearOf(said, target.kind === "date" ? target.year : null);
  if (year === undefined) return blocked(ask({ code: "ask-condition", text: printTest(test) }, free(run)));
  const late = daysLate({ year, month: Number(month), day: day === "" ? null : Number(day) }, done);
  if (late === null) return blocked(missing({ code: "actual-not-number", text: figureText(run) }));
  return known((test.side === "by") === late <= 0);
}

/**
 * The year that a date of the rule is in, by the target's where it has none; undefined for the year after an unknown
 * one.
 */
function yearOf(said: string, target: number | null): number | null | undefined {
  if (said === YEAR_AFTER) return target === null ? undefined : target + 1;
  return said === "" ? target : Number(said);
}

/** Whether a date of the rule is what the cell's words are late or early for: the target, or the only date there is. */
function isDeadline(run: Run, date: string): boolean {
  const { target } = run.figures;
  if (target.kind === "date") return sameDate(date, target);
  const dates = new Set(bandsOf(run.rule).flatMap(({ when }) => (when.kind === "date" ? [when.date] : [])));
  return dates.size === 1 && target.kind !== "number";
}

function sameDate(date: string, target: { readonly month: number; readonly day: number | null }): boolean {
  const [, month = "", day = ""] = date.split("-");
  return Number(month) === target.month && (day === "" || target.day === null || Number(day) === target.day);
}
