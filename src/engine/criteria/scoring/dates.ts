/** Days between a deadline and the day something was done, without a clock. */

import { Exact } from "../exact";
import { dateOfDay, dayNumber, lastDay } from "../../language";

/** A date as it is written: without a year it is that of the other one, without a day the whole month. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

/** Days from one date to the other; a date without a day stands for the end of its month where it is a deadline. */
export function daysLate(target: WrittenDate, actual: WrittenDate): number | null {
  const year = actual.year ?? target.year;
  const targetYear = target.year ?? actual.year;
  if (targetYear === null || year === null) {
    const told = actual.month !== target.month || (actual.day !== null && target.day !== null);
    return told ? dayIn(2001, actual) - dayIn(2001, target) : 0;
  }
  if (year === targetYear && withinMonthOf(target, actual, year)) return null;
  const late = dayIn(year, actual) - dayIn(targetYear, target);
  return target.year === null && late < -MOST_EARLY ? null : late;
}

/**
 * The days from Monday to Friday behind a deadline, up to the day it was done; null where it cannot be told. Public
 * holidays are not known.
 */
export function weekdaysLate(target: WrittenDate, actual: WrittenDate): number | null {
  const days = daysLate(target, actual);
  const year = actual.year ?? target.year;
  if (days === null || year === null || days <= 0) return days;
  const last = dayIn(year, actual);
  return Array.from({ length: days }, (_v, back) => last - back).filter(isWeekday).length;
}

/** Whether the day of that number is one from Monday to Friday: 1 January 2001 was a Monday. */
const isWeekday = (day: number): boolean => (((day - dayNumber(2001, 1, 1)) % 7) + 7) % 7 < 5;

/**
 * Days: what would be so early by a deadline without a year ("12月底前" and 15 January 2026) may as well be late by the
 * deadline of the year before.
 */
const MOST_EARLY = 300;

/** The number of the day, the last of the month where none is written. */
function dayIn(year: number, { month, day }: WrittenDate): number {
  return dayNumber(year, month, day ?? lastDay(year, month));
}

/** Whether the actual is only known to lie in the month in which the deadline falls before its end. */
function withinMonthOf(target: WrittenDate, actual: WrittenDate, year: number): boolean {
  return (
    actual.day === null &&
    actual.month === target.month &&
    target.day !== null &&
    target.day < lastDay(year, target.month)
  );
}

/**
 * The day so many whole days or calendar months after a date, the last of its month where that is shorter; null where
 * the date has no year or the amount is of anything else.
 */
export function laterBy(
  { year, month, day }: WrittenDate,
  { value, dimension }: { readonly value: Exact; readonly dimension: string },
): WrittenDate | null {
  if (year === null) return null;
  const from = day ?? lastDay(year, month);
  if (dimension === "days") return dateOfDay(dayNumber(year, month, from) + value.toNumber());
  if (dimension !== "months") return null;
  const months = year * 12 + month - 1 + value.toNumber();
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
  // From the end of a month to the end of another.
  return { year: y, month: m, day: from === lastDay(year, month) ? lastDay(y, m) : Math.min(from, lastDay(y, m)) };
}

/**
 * Calendar months from one date to the other, whole ones and the rest as a share of thirty days: from 30 June to 31
 * August are two months, to 15 August one and a half. Null where it cannot be told.
 */
export function monthsLate(target: WrittenDate, actual: WrittenDate): Exact | null {
  const days = daysLate(target, actual);
  if (days === null || days <= 0) return days === null ? null : new Exact(0);
  const year = actual.year ?? target.year ?? 2001;
  const from = { year: target.year ?? actual.year ?? 2001, day: target.day ?? 31 };
  const [last, targetLast] = [lastDay(year, actual.month), lastDay(from.year, target.month)];
  const [actualDay, targetDay] = [actual.day ?? last, Math.min(from.day, targetLast)];
  const months = (year - from.year) * 12 + actual.month - target.month;
  const full = actualDay >= targetDay || actualDay === last;
  if (full) {
    const rest = targetDay === targetLast || actualDay <= targetDay ? 0 : actualDay - targetDay;
    return new Exact(months).plus(Exact.div(Math.min(29, rest), 30));
  }
  const before = actual.month === 1 ? lastDay(year - 1, 12) : lastDay(year, actual.month - 1);
  const rest = actualDay + Math.max(0, before - targetDay);
  return new Exact(months - 1).plus(Exact.div(Math.min(29, rest), 30));
}
