/**
 * Target and actual of one indicator, brought to one unit: what a bare number means beside its column and its partner.
 */

import type { ConventionName } from "../conventions";
import { Exact } from "../exact";
import { readValue } from "../values";
import type { Reading, Sign } from "../values";
import type { Dimension } from "../../language";
import { comparable, unitBeside, unitOf, UNITS, normaliseText } from "../../language";
import { daysLate } from "./dates";
import { gapSaid } from "./said-gap";
import type { SaidGap } from "./said-gap";
import { timeSaid } from "./said-time";
import type { SaidTime } from "./said-time";

export type Figure =
  /**
   * `value` in the base of its dimension (rates as fractions, money in 元); `open` where only a bound is known
   * ("大于100人").
   */
  | {
      readonly kind: "number";
      readonly value: Exact;
      readonly dimension: Dimension;
      readonly open: "above" | "below" | null;
      readonly text: string;
      readonly way?: "up" | "down";
    }
  | {
      readonly kind: "range";
      readonly low: Exact;
      readonly high: Exact;
      readonly dimension: Dimension;
      readonly text: string;
    }
  | {
      readonly kind: "date";
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
      readonly text: string;
    }
  | { readonly kind: "rank"; readonly place: Exact; readonly within: boolean; readonly text: string }
  | { readonly kind: "growth"; readonly way: "up" | "down"; readonly rate: Exact | null; readonly text: string }
  /** `time` where the words say how late, how early or that it was in time; `gap` how much less or more than was to be. */
  | { readonly kind: "text"; readonly text: string; readonly time?: SaidTime; readonly gap?: SaidGap }
  | { readonly kind: "echo"; readonly text: string }
  | { readonly kind: "ambiguous"; readonly text: string }
  | { readonly kind: "missing" };

export interface Figures {
  readonly target: Figure;
  readonly actual: Figure;
  readonly sign: Sign | null;
  readonly qualitative: boolean;
  readonly unit: string;
}

export interface FiguresIn {
  readonly target: unknown;
  readonly actual: unknown;
  readonly unit: string;
  readonly type: string;
  readonly indicator: string;
  /** The percentages the criterion compares with, as fractions: they tell what a bare number means. */
  readonly rates: readonly Exact[];
}

type Use = (name: ConventionName) => string;

/** Reads target and actual and settles their unit. `use` tells which convention was leaned on and gives its value. */
export function resolveFigures(given: FiguresIn, use: Use): Figures {
  const unit = cleanUnit(given.unit);
  const target = readValue(given.target);
  const actual = readValue(given.actual);
  const typed = normaliseText(given.type).text;
  const sign = settleSign(typeSign(typed), target);
  const written = target.kind === "number" || target.kind === "range" ? target.unit : "";
  const name = written !== "" ? written : unit;
  const asRate =
    name === "" && target.kind === "number" && given.rates.length > 0 && looksLikeRate(target.value, given, actual);
  const base = settleTarget(target, asRate ? "%" : name, given, actual);
  const settled = settleActual(actual, base, asRate ? "%" : name, given, target, use);
  return {
    target: base,
    actual: settled,
    sign,
    qualitative: /定性/u.test(typed) && base.kind !== "number",
    unit: name,
  };
}

function cleanUnit(unit: string): string {
  const text = normaliseText(unit)
    .text.replace(/^单位:?/u, "")
    .replace(/^\((.*)\)$/u, "$1")
    .replace(/\/年$/u, "");
  return /^(?:百分比|百分率|百分数|比率)$/u.test(text)
    ? "%"
    : text === "无" || text === "-" || text === "/"
      ? ""
      : text;
}

function typeSign(type: string): Sign | null {
  const found = /[≥≤><=]/u.exec(type);
  if (found !== null) return found[0] as Sign;
  if (/正向|越大越好|大于等于|不低于/u.test(type)) return "≥";
  return /反向|负向|越小越好|小于等于|不高于|不超过/u.test(type) ? "≤" : null;
}

/** The type column's sign; ">90" in the cell itself is the stricter of the same side. "增长5%" asks for at least that. */
function settleSign(type: Sign | null, target: Reading): Sign | null {
  if (target.kind === "change") return type ?? (target.value === null ? null : "≥");
  if (target.kind !== "number" || target.sign === null) return type;
  const sameSide =
    type === null ||
    (/[≥>]/u.test(type) && /[≥>]/u.test(target.sign)) ||
    (/[≤<]/u.test(type) && /[≤<]/u.test(target.sign));
  return sameSide ? target.sign : type;
}

/** A bare 95 beside percentages like 95%, with nothing that says it counts things. */
function looksLikeRate(value: Exact, given: FiguresIn, actual: Reading): boolean {
  const asPercent = value.times("0.01");
  return (
    given.rates.some((rate) => rate.equals(asPercent)) ||
    /率$|度$|占比|比例/u.test(given.indicator) ||
    (actual.kind === "number" && actual.unit === "%")
  );
}

function settleTarget(target: Reading, name: string, given: FiguresIn, actual: Reading): Figure {
  switch (target.kind) {
    case "missing":
      return { kind: "missing" };
    case "number": {
      const unit = unitBeside(target.unit || name, cleanUnit(given.unit));
      // A target of 0.95 beside % is a fraction that lost its format, if the actual or the criterion speaks of such
      // percentages.
      const fraction =
        unit.dimension === "rate" &&
        target.unit === "" &&
        target.value.gt(0) &&
        target.value.lte(1) &&
        (given.rates.some((rate) => rate.equals(target.value)) ||
          (actual.kind === "number" && actual.unit === "%" && actual.value.gt(target.value.times(20))));
      return {
        kind: "number",
        value: target.value.times(fraction ? 1 : unit.factor),
        dimension: unit.dimension,
        open: null,
        text: show(given.target),
      };
    }
    case "range": {
      const unit = unitBeside(target.unit || name, cleanUnit(given.unit));
      return {
        kind: "range",
        low: target.low.times(unit.factor),
        high: target.high.times(unit.factor),
        dimension: unit.dimension,
        text: show(given.target),
      };
    }
    case "date":
      return { kind: "date", year: target.year, month: target.month, day: target.day, text: show(given.target) };
    case "rank":
      return { kind: "rank", place: target.place, within: target.within, text: show(given.target) };
    case "change": {
      // "下降3%": a fall of at least so much. Where the column says at most, it cannot be told what is meant.
      const atMost = /[≤<]/u.test(typeSign(normaliseText(given.type).text) ?? "");
      return target.value === null || atMost
        ? { kind: "text", text: target.text }
        : {
            kind: "number",
            value: target.value.times(unitOf(target.unit || name).factor),
            dimension: unitOf(target.unit || name).dimension,
            open: null,
            text: show(given.target),
          };
    }
    case "whole-year":
      return wholeYear(unitOf(name).dimension, show(given.target));
    case "text":
      if (
        NONE_AT_ALL.test(target.text) &&
        (actual.kind === "number" || actual.kind === "text") &&
        (actual.kind === "text" || unitOf(actual.unit).dimension !== "rate")
      )
        return {
          kind: "number",
          value: new Exact(0),
          dimension: name === "" ? "count" : unitOf(name).dimension,
          open: null,
          text: target.text,
        };
      return { kind: "text", text: target.text };
  }
}

const NONE_AT_ALL = /^(?:无|零|没有|不发生|未发生|零发生|[无零](?:事故|投诉|差错|违规|发生))$/u;

function wholeYear(dimension: Dimension, text: string): Figure {
  const value = dimension === "days" ? "365" : dimension === "months" ? "12" : null;
  return value === null
    ? { kind: "text", text }
    : { kind: "number", value: new Exact(value), dimension, open: null, text };
}

function settleActual(
  actual: Reading,
  target: Figure,
  name: string,
  given: FiguresIn,
  targetReading: Reading,
  use: Use,
): Figure {
  const text = show(given.actual);
  const words = normaliseText(text).text;
  const inWords = actual.kind === "text" || (actual.kind === "number" && actual.loose);
  const time = inWords ? timeSaid(words) : null;
  if (time !== null) return { kind: "text", text: words, time };
  const gap = inWords ? gapSaid(words) : null;
  if (gap !== null) return beyondOrShort(gap, target, words);
  switch (actual.kind) {
    case "missing":
      return { kind: "missing" };
    case "number": {
      const month =
        target.kind === "date" && actual.unit === "月"
          ? /^(1[0-2]|[1-9])月(?:份)?$/u.exec(normaliseText(text).text)?.[1]
          : undefined;
      if (month !== undefined) return { kind: "date", year: null, month: Number(month), day: null, text };
      if (target.kind === "rank" && actual.sign === null && ["", "名", "位"].includes(actual.unit))
        return { kind: "rank", place: actual.value, within: false, text };
      return settleNumber(actual, target, name, text, use, targetReading);
    }
    case "range":
      return { kind: "text", text };
    case "date": {
      const date = { kind: "date", year: actual.year, month: actual.month, day: actual.day, text } as const;
      // "第四季度" and "2025年" are in time only where all of them is before the deadline.
      return actual.span === true && !(target.kind === "date" && (daysLate(target, date) ?? 1) <= 0)
        ? { kind: "text", text }
        : date;
    }
    case "rank":
      return actual.within && target.kind === "rank" && target.text === text
        ? { kind: "echo", text }
        : { kind: "rank", place: actual.place, within: actual.within, text };
    case "whole-year":
      return target.kind === "number" ? wholeYear(target.dimension, text) : wholeYear(unitOf(name).dimension, text);
    case "change":
      return settleChange(actual, target, given, text, use);
    case "text":
      if (
        target.kind === "number" &&
        (target.value.isZero() ||
          /[≤<]/u.test(settleSign(typeSign(normaliseText(given.type).text), targetReading) ?? "")) &&
        /^(?:无|零|没有|未发生|未出现|无事故|零事故|无投诉|零投诉|未发生.{0,8}|无.{0,8}发生)$/u.test(actual.text)
      )
        return { kind: "number", value: new Exact(0), dimension: target.dimension, open: null, text };
      return { kind: "text", text: actual.text };
  }
}

/** "缺2项" of ten is eight; "超支3%" of a budget is that much more than it. */
function beyondOrShort(gap: SaidGap, target: Figure, text: string): Figure {
  if (target.kind !== "number") return { kind: "text", text, gap };
  const unit = unitOf(gap.unit);
  const share = unit.dimension === "rate" && target.dimension !== "rate";
  if (target.value.isZero() || (!share && !comparable(unit.dimension, target.dimension)))
    return { kind: "ambiguous", text };
  const amount = new Exact(gap.number).times(unit.factor).times(share ? target.value : 1);
  const value = gap.way === "short" ? target.value.minus(amount) : target.value.plus(amount);
  return { kind: "number", value, dimension: target.dimension, open: null, text };
}

type ReadNumber = Extract<Reading, { kind: "number" }>;

function settleNumber(
  actual: ReadNumber,
  target: Figure,
  name: string,
  text: string,
  use: Use,
  targetReading: Reading,
): Figure {
  const exact = actual.sign === null || actual.sign === "=";
  // "≥90%" given back is no value; "1000卷以上" says how many at the least.
  const bound = actual.sign === "≥" || actual.sign === "≤";
  if (
    !exact &&
    !/以[上下内]/u.test(text) &&
    (targetReading.kind !== "number"
      ? bound
      : (bound || targetReading.sign === actual.sign) && targetReading.value.equals(actual.value))
  )
    return { kind: "echo", text };
  const open =
    actual.sign === ">" || actual.sign === "≥" ? "above" : actual.sign === "<" || actual.sign === "≤" ? "below" : null;
  if (
    target.kind === "date" &&
    actual.unit === "" &&
    actual.value.gt(20000) &&
    actual.value.lt(80000) &&
    actual.value.isInteger()
  )
    return serialDate(actual.value.toNumber(), text);
  const unit = unitBeside(actual.unit || name, name);
  let value = actual.value.times(unit.factor);
  // 140000 beside 15 in 万人, 3.6 beside 36000 in 元: a thousand times too much or too little is another unit, left out.
  const measured = unit.dimension === "money" || new Exact(unit.factor).gte(1000);
  if (
    actual.unit === "" &&
    measured &&
    target.kind === "number" &&
    !value.isZero() &&
    target.value.gt(0) &&
    (value.div(target.value).gte(1000) || value.div(target.value).lte("0.001"))
  )
    return { kind: "ambiguous", text };
  if (
    actual.unit === "" &&
    unit.dimension === "rate" &&
    name !== "‰" &&
    actual.value.abs().lte("1.5") &&
    !actual.value.isZero()
  ) {
    const read = asFraction(actual.value, target);
    if (read === "unclear") return { kind: "ambiguous", text };
    if (read === "fraction" && use("percent-as-fraction") === "percent") value = actual.value;
  }
  const bare =
    actual.unit === "" && targetReading.kind === "number" && targetReading.unit !== "" && unit.dimension === "rate";
  if (bare && use("unit-left-out") === "ask") return { kind: "ambiguous", text };
  // A percent against a number without any unit: the number lost its sign.
  if (target.kind === "number" && target.dimension === "plain" && unit.dimension === "rate" && target.value.gt(1))
    return { kind: "number", value: actual.value, dimension: "plain", open, text };
  return { kind: "number", value, dimension: unit.dimension, open, text };
}

/**
 * 0.96 beside a target of 95%: a fraction if as a fraction it is near the target and as a percentage it is far from it.
 */
function asFraction(value: Exact, target: Figure): "fraction" | "percent" | "unclear" {
  if (target.kind === "number" && target.value.isZero()) return "percent";
  if (value.lt(0) && value.isInteger()) return "percent";
  if (target.kind !== "number" || target.dimension !== "rate")
    return value.gte("0.2") && value.lte(1) ? "unclear" : "percent";
  const near = (v: Exact): boolean => v.gte(target.value.div(3)) && v.lte(target.value.times(3));
  const asPercent = near(value.times("0.01"));
  if (target.value.lte("0.015") && asPercent) return "percent";
  if (near(value)) return asPercent ? "unclear" : "fraction";
  if (asPercent) return "percent";
  return target.value.gte("0.5") && value.lte(1) ? "fraction" : "unclear";
}

function settleChange(
  actual: Extract<Reading, { kind: "change" }>,
  target: Figure,
  given: FiguresIn,
  text: string,
  use: Use,
): Figure {
  if (actual.value === null) return { kind: "growth", way: actual.way, rate: null, text };
  const unit = unitOf(actual.unit);
  const value = actual.value.times(unit.factor);
  const about = `${given.indicator}${target.kind === "missing" ? "" : target.text}`;
  if (target.kind === "text")
    return {
      kind: "growth",
      way: actual.way,
      rate: unit.dimension === "rate" ? value.times(actual.way === "down" ? -1 : 1) : null,
      text,
    };
  if (target.kind === "number") {
    use("growth-sign");
    const falling = /下降|降低|减少|压减|降幅|节约|节能|减排|能耗/u.test(about);
    const rising = /增长|增加|提高|提升|增幅|增速|上升/u.test(about);
    if (falling === rising)
      return actual.way === "up" && !falling
        ? { kind: "number", value, dimension: unit.dimension, open: null, text, way: actual.way }
        : { kind: "ambiguous", text };
    return {
      kind: "number",
      value: (actual.way === "down") === falling ? value : value.negated(),
      dimension: unit.dimension,
      open: null,
      text,
      way: actual.way,
    };
  }
  return {
    kind: "number",
    value: actual.way === "down" ? value.negated() : value,
    dimension: unit.dimension,
    open: null,
    text,
    way: actual.way,
  };
}

/** Days counted from 1899-12-30, as a sheet stores a date. */
function serialDate(serial: number, text: string): Figure {
  // Civil calendar from a day count (proleptic Gregorian, from 0000-03-01), without a clock.
  const days = serial + 693899;
  const era = Math.floor(days / 146097);
  const inEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  );
  const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    kind: "date",
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    text,
  };
}

function show(raw: unknown): string {
  return raw === null || raw === undefined ? "" : String(raw).trim();
}

/** Whether that spelling is a unit the tables know (an unknown one may still count things). */
export function isKnownUnit(name: string): boolean {
  return name === "" || Object.hasOwn(UNITS, name);
}
