/** Days between a deadline and the day something was done, without a clock. */

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

function lastDay(year: number, month: number): number {
  return month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1;
}
