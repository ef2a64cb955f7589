/** Days between a deadline and the day something was done, without a clock. */

import { Exact } from "../values";
import type { Figure } from "./figures";

/** Days from one date to the other; a date without a day stands for the end of its month where it is a deadline. */
export function daysLate(target: Extract<Figure, { kind: "date" }>, actual: Extract<Figure, { kind: "date" }>): number | null {
  const year = actual.year ?? target.year;
  const targetYear = target.year ?? actual.year;
  if (targetYear === null || year === null) {
    return actual.month !== target.month || (actual.day !== null && target.day !== null) ? dayNumber(2001, actual.month, actual.day ?? lastDay(2001, actual.month)) - dayNumber(2001, target.month, target.day ?? lastDay(2001, target.month)) : 0;
  }
  if (actual.day === null && year === targetYear && actual.month === target.month && target.day !== null && target.day < lastDay(year, target.month)) return null;
  return dayNumber(year, actual.month, actual.day ?? lastDay(year, actual.month)) - dayNumber(targetYear, target.month, target.day ?? lastDay(targetYear, target.month));
}

/**
 * Calendar months from one date to the other, whole ones and the rest as a share of thirty days: from 30 June to 31 August are
 * two months, to 15 August one and a half. Null where it cannot be told.
 */
export function monthsLate(target: Extract<Figure, { kind: "date" }>, actual: Extract<Figure, { kind: "date" }>): Exact | null {
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

/** Days of a month. */
export function lastDay(year: number, month: number): number {
  return month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from the first of March of the year 0: dates as numbers that can be taken from one another. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1;
}

/** The date that `dayNumber` gives that number. */
export function dateOfDay(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const era = Math.floor(day / 146097);
  const inEra = day - era * 146097;
  const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365);
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}
