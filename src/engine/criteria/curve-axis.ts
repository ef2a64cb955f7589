/** What a curve is drawn over: which actual values, around which target, written how. */

import type { ScoreCase } from "./score-case";
import { dateOfDay, dayNumber, lastDay } from "../language";
import { Exact } from "./exact";
import { readValue } from "./values";
import type { Reading } from "./values";

export interface CurveAxis {
  readonly values: readonly number[];
  readonly discrete: boolean;
  readonly target: number;
  readonly actual: number | null;
  readonly write: (value: number) => string;
}

/** The score that a value on an axis gets: how far a deduction goes decides how far a time axis reaches. */
type ScoreAt = (axis: CurveAxis, value: number) => number | null;

/** The axis that fits the target; null where the target is no number, date or rank. */
export function axisFor(given: ScoreCase, scoreAt: ScoreAt): CurveAxis | null {
  const target = readValue(given.target);
  const actual = readValue(given.actual);
  switch (target.kind) {
    case "number":
      return numberAxis(target.value, target.unit || unitOf(given), actual, isAtMost(given, target.sign));
    case "range":
      return numberAxis(target.high, target.unit || unitOf(given), actual, false);
    case "date":
      return dateAxis(target, actual, scoreAt);
    case "rank":
      return rankAxis(target.place.toNumber(), actual);
    default:
      return null;
  }
}

function unitOf({ unit }: ScoreCase): string {
  return typeof unit === "string" ? unit : "";
}

/** Whether it is what lies above the target that costs points. */
function isAtMost({ type }: ScoreCase, sign: string | null): boolean {
  return sign === "≤" || sign === "<" || (typeof type === "string" && /[≤<＜]/u.test(type));
}

/** Even steps across the stretch. */
const STEPS = 40;
/** Counts up to that are drawn from 0. */
const FEW = 6;
/** Units in which parts of one occur. */
const MEASURED = /元|[%％‰]|率|米|里|吨|亩|公顷|升|克|小时|度/u;

/**
 * From half to one and a half of the target (a few are counted from 0; a rate not above 100% unless its target is, or
 * is at most that).
 */
function numberAxis(middle: Exact, unit: string, reading: Reading, atMost: boolean): CurveAxis {
  const target = middle.toNumber();
  const actual = numberIn(reading, unit);
  const { bottom, top } = stretchAround(middle, unit, atMost);
  const near = actual !== null && actual >= Math.min(0, bottom) && actual <= Math.max(0, top * 2) ? actual : target;
  const [low, high] = [Math.min(bottom, top, near), Math.max(bottom, top, near)];
  const write = (value: number): string => `${value}${unit}`;
  const counted = middle.isInteger() && !MEASURED.test(unit) && high - low >= 4 && high - low <= STEPS;
  return counted
    ? { values: wholeNumbers(low, high), discrete: true, target, actual, write }
    : { values: withValues(evenSteps(low, high), target, near), discrete: false, target, actual, write };
}

/** From where to where an axis around a target reaches; below nothing the top lies under the bottom. */
function stretchAround(
  middle: Exact,
  unit: string,
  atMost: boolean,
): { readonly bottom: number; readonly top: number } {
  const target = middle.toNumber();
  const few = middle.isInteger() && middle.gte(0) && middle.lte(FEW) && !MEASURED.test(unit);
  const wide = few ? Math.max(5, Math.ceil(target * 1.5)) : middle.isZero() ? 5 : middle.times("1.5").toNumber();
  const share = unit === "%" && !atMost && target <= 100 && target > 0;
  return {
    bottom: middle.isZero() || few ? 0 : middle.times("0.5").toNumber(),
    top: share ? Math.max(target, Math.min(wide, 100)) : wide,
  };
}

function wholeNumbers(low: number, high: number): readonly number[] {
  const first = Math.ceil(low);
  return Array.from({ length: Math.floor(high) - first + 1 }, (_, at) => first + at);
}

function evenSteps(low: number, high: number): readonly number[] {
  return Array.from({ length: STEPS + 1 }, (_, at) =>
    new Exact(low).plus(new Exact(high).minus(low).times(at).div(STEPS)).toDecimalPlaces(6).toNumber(),
  );
}

/**
 * A number in the unit of the axis; a bare share beside % is a percentage. Null for words and for other units ("场" is
 * "场次").
 */
function numberIn(reading: Reading, unit: string): number | null {
  if (
    reading.kind !== "number" ||
    !(unit.includes(reading.unit) || (reading.unit.includes(unit) && !/%/u.test(reading.unit)))
  )
    return null;
  return unit === "%" && reading.unit === "" && reading.value.abs().lte(1)
    ? reading.value.times(100).toNumber()
    : reading.value.toNumber();
}

/** Days after the deadline by which a deduction has usually come to its end. */
const HORIZONS = [30, 90, 180] as const;
const LAST_HORIZON = 400;

function dateAxis(target: Extract<Reading, { kind: "date" }>, reading: Reading, scoreAt: ScoreAt): CurveAxis | null {
  const done = reading.kind === "date" ? reading : null;
  const year = target.year ?? done?.year ?? null;
  if (year === null) return null;
  const due = dayNumber(year, target.month, target.day ?? lastDay(year, target.month));
  const actual =
    done === null ? null : dayNumber(done.year ?? year, done.month, done.day ?? lastDay(done.year ?? year, done.month));
  const axis = { values: [], discrete: true, target: due, actual, write: dateWords };
  const end = scoreAt(axis, due + LAST_HORIZON);
  const late = HORIZONS.find((days) => scoreAt(axis, due + days) === end) ?? LAST_HORIZON;
  const near = actual !== null && Math.abs(actual - due) <= LAST_HORIZON ? actual : due;
  const [from, to] = [Math.min(due - Math.ceil(late / 3), near - 2), Math.max(due + late, near + 2)];
  const step = Math.max(1, Math.ceil((to - from) / (2 * STEPS)));
  const values = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
  return { ...axis, values: withValues(values, due, due + 1, near) };
}

function dateWords(value: number): string {
  const { year, month, day } = dateOfDay(value);
  return `${year}年${month}月${day}日`;
}

/** As many places again as the target names, and some more. */
function rankAxis(target: number, reading: Reading): CurveAxis {
  const actual = reading.kind === "rank" && !reading.within ? reading.place.toNumber() : null;
  const last = Math.min(STEPS, Math.max(target * 2 + 3, actual ?? 0));
  return {
    values: Array.from({ length: last }, (_, at) => at + 1),
    discrete: true,
    target,
    actual,
    write: (value) => `第${value}名`,
  };
}

function withValues(values: readonly number[], ...more: readonly number[]): number[] {
  return [...new Set([...values, ...more])].sort((one, other) => one - other);
}
