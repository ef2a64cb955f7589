/** The actual of a case, with its unit settled beside the target. */

import { Exact } from "../exact";
import { comparable, normaliseText, tokenise, unitBeside, unitOf } from "../../language";
import type { Reading } from "../values";
import { daysLate } from "./dates";
import { settleSign, show, typeSign, wholeYear } from "./figure";
import type { Cells, Figure } from "./figure";
import { gapSaid } from "./said-gap";
import type { SaidGap } from "./said-gap";
import { shareInWords } from "./share-in-words";
import { dayOfPeriod, SECONDS_A_DAY, timeSaid } from "./said-time";

type Read<K extends Reading["kind"]> = Extract<Reading, { kind: K }>;

/** What the actual says, a number in the base of its dimension; `target` as it was settled. */
export function settleActual(cells: Cells, target: Figure): Figure {
  const { actual } = cells;
  const text = show(cells.given.actual);
  const said = inWords(cells, target, text);
  if (said !== null) return said;
  switch (actual.kind) {
    case "missing":
      return { kind: "missing" };
    case "number":
      return otherThanAmount(cells, actual, target, text) ?? settleNumber(cells, actual, target, text);
    case "range":
      return { kind: "text", text };
    case "date":
      return ofDate(actual, target, text);
    case "rank":
      return actual.within && target.kind === "rank" && target.text === text
        ? { kind: "echo", text }
        : { kind: "rank", place: actual.place, within: actual.within, text };
    case "whole-year":
      return wholeYear(target.kind === "number" ? target.dimension : unitOf(cells.unit).dimension, text);
    case "change":
      return settleChange(cells, actual, target, text);
    case "text":
      return ofWords(cells, actual, target, text);
  }
}

/** What words say of being in time or of a distance from the target; null where they say neither. */
function inWords({ actual, given }: Cells, target: Figure, text: string): Figure | null {
  const share = shareInWords(text, target, given.indicator);
  if (share !== null) return share;
  const words = normaliseText(text).text;
  const change = besidePrior(words, target);
  if (change !== null) return change;
  const excess = beyondInShares(actual, target, words);
  if (excess !== null) return beyondOrShort(excess, target, words);
  if (actual.kind !== "text" && !(actual.kind === "number" && actual.loose)) return null;
  const time = timeSaid(words) ?? dayOfPeriod(words, target.kind === "text" ? target.text : "");
  if (time !== null) return { kind: "text", text: words, time };
  const gap = gapSaid(words);
  return gap === null ? null : beyondOrShort(gap, target, words);
}

/** "低于上年2.3%" beside "不高于上年": by how much it fell. */
function besidePrior(words: string, target: Figure): Figure | null {
  const told = /^[较比]?([低高少多])于(?:上年|去年)(?:同期|水平)?([\d.]+)(?:%|个百分点)$/u.exec(words);
  if (told === null || target.kind !== "text") return null;
  const way = /[低少]/u.test(told[1]!) ? "down" : "up";
  return { kind: "growth", way, rate: new Exact(told[2]!).times(way === "down" ? "-0.01" : "0.01"), text: words };
}

/** "超3%" of an amount: a share is no bound of it, but by how much it was more. */
function beyondInShares(actual: Reading, target: Figure, words: string): SaidGap | null {
  const share = /^超(?:出|过|标准|预算)?(?=\d)/u.test(words) && actual.kind === "number" && actual.sign === ">";
  const amount = target.kind === "number" && target.dimension !== "rate";
  return share && amount && unitOf(actual.unit).dimension === "rate"
    ? { way: "over", number: actual.value.toString(), unit: actual.unit }
    : null;
}

/** "11月" beside a date, "3" or "3名" beside a place, "约88%" and "608个（占90%）" of 640 that are no figures at all. */
function otherThanAmount(cells: Cells, actual: Read<"number">, target: Figure, text: string): Figure | null {
  if (actual.about === true || withShare(cells, target, text)?.bornOut === false) return { kind: "text", text };
  if (inWholeDays(actual, target)) return ofDays(actual, text);
  if (target.kind === "date" && actual.unit === "月") {
    const month = /^(1[0-2]|[1-9])月(?:份)?$/u.exec(normaliseText(text).text)?.[1];
    return month === undefined ? null : { kind: "date", year: null, month: Number(month), day: null, text };
  }
  return target.kind === "rank" && actual.sign === null && ["", "名", "位"].includes(actual.unit)
    ? { kind: "rank", place: actual.value, within: false, text }
    : null;
}

/** How many amounts a cell gives. */
const quantitiesIn = (text: string): number =>
  tokenise(normaliseText(text).text).filter(({ classes }) => classes.has("quantity")).length;

/** "第四季度" and "2025年" are in time only where all of them is before the deadline. */
function ofDate(actual: Read<"date">, target: Figure, text: string): Figure {
  const date = { kind: "date", year: actual.year, month: actual.month, day: actual.day, text } as const;
  return actual.span === true && !(target.kind === "date" && (daysLate(target, date) ?? 1) <= 0)
    ? { kind: "text", text }
    : date;
}

const NONE_HAPPENED =
  /^(?:无|零|没有|未发生|未出现|无事故|零事故|无投诉|零投诉|未发生.{0,8}|未发现.{0,8}|无.{0,8}发生)$/u;

/** "持平" of what is a change itself: none. */
const LEVEL = /^(?:同比|环比|[较与比](?:上年|去年|同期|年初)(?:同期)?(?:相比)?)?持平$/u;

const isLevelOf = (cells: Cells, target: Figure, text: string): boolean =>
  target.kind === "number" &&
  LEVEL.test(text) &&
  countedWays(`${cells.given.indicator}${target.text}`, target.dimension === "rate").includes(true);

/** "未发生" is none where the target counts what is to stay low. */
function ofWords(cells: Cells, actual: Read<"text">, target: Figure, text: string): Figure {
  if (target.kind === "number" && isLevelOf(cells, target, actual.text))
    return { kind: "number", value: new Exact(0), dimension: target.dimension, open: null, text };
  return target.kind === "number" &&
    (target.value.isZero() || /[≤<]/u.test(settleSign(typeSign(cells.given.type), cells.target) ?? "")) &&
    NONE_HAPPENED.test(actual.text)
    ? { kind: "number", value: new Exact(0), dimension: target.dimension, open: null, text }
    : (besideItsShare(cells, target, actual.text) ?? { kind: "text", text: actual.text });
}

/** An amount beside a share, as the words of a cell give them. */
interface WithShare {
  readonly amount: Exact;
  readonly dimension: NumberUnit["dimension"];
  /** Whether the one is that share of the target. */
  readonly bornOut: boolean;
}

/** "已完成608个（占95%）", "完成608个，完成率95%"; null where a text gives no such pair, or beside another target. */
function withShare(cells: Cells, target: Figure, text: string): WithShare | null {
  if (target.kind !== "number" || target.dimension === "rate" || !target.value.gt(0)) return null;
  const told = tokenise(normaliseText(text).text).flatMap(({ classes }) => {
    const quantity = classes.get("quantity");
    return quantity === undefined ? [] : [{ number: String(quantity.number), unit: String(quantity.unit) }];
  });
  const [share, other] = told.filter(({ unit }) => unitOf(unit).dimension === "rate");
  const [amount] = told.filter(({ unit }) => unitOf(unit).dimension !== "rate");
  if (told.length !== 2 || share === undefined || other !== undefined || amount === undefined) return null;
  const unit = unitBeside(amount.unit || cells.unit, cells.unit);
  const value = new Exact(amount.number).times(unit.factor);
  const ratio = value.div(target.value).div(unitOf(share.unit).factor);
  const decimals = /\.(\d+)/u.exec(share.number)?.[1]?.length ?? 0;
  return unit.dimension === target.dimension
    ? { amount: value, dimension: unit.dimension, bornOut: ratio.toDecimalPlaces(decimals).equals(share.number) }
    : null;
}

/** A number that its share of the target bears out. */
function besideItsShare(cells: Cells, target: Figure, text: string): Figure | null {
  const told = withShare(cells, target, text);
  return told?.bornOut === true
    ? { kind: "number", value: told.amount, dimension: told.dimension, open: null, text }
    : null;
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

/** "≥90%" given back is no value; "1000卷以上" says how many at the least. */
function isEcho(actual: Read<"number">, target: Reading, text: string): boolean {
  if (actual.sign === null || actual.sign === "=" || /以[上下内]/u.test(text)) return false;
  const bound = actual.sign === "≥" || actual.sign === "≤";
  return target.kind === "number" ? (bound || target.sign === actual.sign) && target.value.equals(actual.value) : bound;
}

/** On which side a number with a comparison before it is open. */
function openSide({ sign }: Read<"number">): "above" | "below" | null {
  if (sign === ">" || sign === "≥") return "above";
  return sign === "<" || sign === "≤" ? "below" : null;
}

/** Whether a bare number is a day as a sheet stores it: of the years 1954 to 2118. */
function isSerialDay({ unit, value }: Read<"number">): boolean {
  return unit === "" && value.gt(20000) && value.lt(80000) && value.isInteger();
}

/**
 * Whether the unit that is written is the column's, letter for letter: "100千克标煤" is not a weight there. The myriads
 * of "57万公里" are in its number already.
 */
function isColumns(actual: Read<"number">, { unit }: Cells, text: string): boolean {
  const [, number = "", rest] = /^[≥≤<>=]?(\d[\d,]*(?:\.\d+)?)(.*)$/u.exec(normaliseText(text).text) ?? [];
  const value = number.replace(/,/gu, "");
  return unit !== "" && rest === unit && actual.unit !== unit && actual.value.equals(value);
}

type NumberUnit = ReturnType<typeof unitBeside>;

/**
 * 140000 beside 15 in 万人, 3.6 beside 36000 in 元: a thousand times too much or too little is another unit, left out.
 */
function leavesUnitOut(actual: Read<"number">, unit: NumberUnit, target: Figure): boolean {
  const value = actual.value.times(unit.factor);
  const least = unit.dimension === "area" ? 30000 : unit.dimension === "hours" ? Infinity : 1000;
  const measured = unit.dimension === "money" || new Exact(unit.factor).gte(least);
  return (
    actual.unit === "" &&
    measured &&
    target.kind === "number" &&
    !value.isZero() &&
    target.value.gt(0) &&
    (value.div(target.value).gte(1000) || value.div(target.value).lte("0.001"))
  );
}

/** "15天" beside ten days of work: how many of them there were is not said, unless there were fewer in all. */
function inOtherDays(actual: Read<"number">, cells: Cells, target: Figure): boolean {
  const work = /工作日/u.test(cells.unit) && /^[天日]$/u.test(actual.unit);
  return work && target.kind === "number" && actual.value.gt(target.value);
}

/** "2.1万元" beside 450元/人: far too much for each, so it is what all of them cost. */
function isOfAll(actual: Read<"number">, cells: Cells, unit: NumberUnit, target: Figure): boolean {
  const each = /[/每]/u.test(cells.unit) && !/[/每]/u.test(actual.unit) && actual.unit !== "";
  return (
    each && target.kind === "number" && target.value.gt(0) && actual.value.times(unit.factor).div(target.value).gte(10)
  );
}

/** Whether the unit that is written, or left out, cannot be the one that target and column count in. */
const isOfOtherUnit = (actual: Read<"number">, cells: Cells, unit: NumberUnit, target: Figure): boolean =>
  inOtherDays(actual, cells, target) || leavesUnitOut(actual, unit, target) || isOfAll(actual, cells, unit, target);

/** "2天" beside hours: 24 of them each; days of work have none. */
function inWholeDays(actual: Read<"number">, target: Figure): boolean {
  return /^[天日]$/u.test(actual.unit) && target.kind === "number" && target.dimension === "hours";
}

function ofDays(actual: Read<"number">, text: string): Figure {
  const value = actual.value.times(SECONDS_A_DAY);
  return { kind: "number", value, dimension: "hours", open: openSide(actual), text };
}

function settleNumber(cells: Cells, actual: Read<"number">, target: Figure, text: string): Figure {
  if (isEcho(actual, cells.target, text)) return { kind: "echo", text };
  if (target.kind === "date" && isSerialDay(actual)) return serialDate(actual.value.toNumber(), text);
  const unit = unitOfActual(cells, actual, text);
  if (isOfOtherUnit(actual, cells, unit, target)) return { kind: "ambiguous", text };
  const bareRate = actual.unit === "" && unit.dimension === "rate";
  const value = bareRate ? ofBareRate(cells, actual.value, unit, target) : actual.value.times(unit.factor);
  const dropped = bareRate && cells.target.kind === "number" && cells.target.unit !== "";
  if (value === null || (dropped && cells.use("unit-left-out") === "ask")) return { kind: "ambiguous", text };
  const open = openSide(actual);
  return unit.dimension === "rate" && hasLostSign(target)
    ? { kind: "number", value: actual.value, dimension: "plain", open, text }
    : { kind: "number", value, dimension: unit.dimension, open, text };
}

/** The unit that is written, or the column's; letter for letter the column's own is that. */
function unitOfActual(cells: Cells, actual: Read<"number">, text: string): NumberUnit {
  const written = isColumns(actual, cells, text) ? cells.unit : actual.unit || cells.unit;
  return unitBeside(written, cells.unit);
}

/** Whether a number without any unit, with a percent beside it, is one that lost its sign. */
function hasLostSign(target: Figure): boolean {
  return target.kind === "number" && target.dimension === "plain" && target.value.gt(1);
}

/** A bare number in a column of percentages, which may be a fraction; null where both can be meant. */
function ofBareRate({ unit: name, use }: Cells, value: Exact, unit: NumberUnit, target: Figure): Exact | null {
  const small = name !== "‰" && value.abs().lte("1.5") && !value.isZero();
  const read = small ? asFraction(value, target) : "percent";
  if (read === "unclear") return null;
  return read === "fraction" && use("percent-as-fraction") === "percent" ? value : value.times(unit.factor);
}

type AsFraction = "fraction" | "percent" | "unclear";

/**
 * 0.96 beside a target of 95%: a fraction if as a fraction it is near the target and as a percentage it is far from it.
 */
function asFraction(value: Exact, target: Figure): AsFraction {
  if (target.kind === "number" && target.value.isZero()) return "percent";
  if (value.lt(0) && value.isInteger()) return "percent";
  if (target.kind === "number" && target.dimension === "rate") return nearerTo(target.value, value);
  return value.gte("0.2") && value.lte(1) ? "unclear" : "percent";
}

function nearerTo(target: Exact, value: Exact): AsFraction {
  const near = (v: Exact): boolean => v.gte(target.div(3)) && v.lte(target.times(3));
  const asPercent = near(value.times("0.01"));
  if (target.lte("0.015") && asPercent) return "percent";
  if (near(value)) return asPercent ? "unclear" : "fraction";
  if (asPercent) return "percent";
  return target.gte("0.5") && value.lte(1) ? "fraction" : "unclear";
}

/** "下降3%", "增长3%": a number whose sign the target and the name of the indicator settle. */
function settleChange({ given, use }: Cells, actual: Read<"change">, target: Figure, text: string): Figure {
  const { way } = actual;
  // "84%，较上年提高2个百分点": how much there is, and beside it by how much that changed.
  if (quantitiesIn(text) > 1) return { kind: "text", text };
  if (actual.value === null) return { kind: "growth", way, rate: null, text };
  const { factor, dimension } = unitOf(actual.unit);
  const value = actual.value.times(factor);
  const down = way === "down";
  if (target.kind === "text")
    return { kind: "growth", way, rate: dimension === "rate" ? value.times(down ? -1 : 1) : null, text };
  const number = { kind: "number", value, dimension, open: null, text, way } as const;
  if (target.kind !== "number") return { ...number, value: down ? value.negated() : value };
  use("growth-sign");
  const [falling, rising] = countedWays(`${given.indicator}${target.text}`, dimension === "rate");
  if (falling === rising) return down || falling ? { kind: "ambiguous", text } : number;
  return { ...number, value: down === falling ? value : value.negated() };
}

/** Whether what is spoken of is counted downwards, and whether upwards; a rate of change has the sign of the change. */
function countedWays(about: string, rate: boolean): readonly [falling: boolean, rising: boolean] {
  const falling = /下降|降低|减少|减量|压减|缩短|缩减|压缩|降幅|节约|节能|减排|能耗/u.test(about);
  const rising = /增长|增加|提高|提升|增幅|增速|上升|净增|新增/u.test(about);
  return [falling, rising || (!falling && rate && /变动|变化|增减|变幅/u.test(about))];
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
