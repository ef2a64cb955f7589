/** The target of a case, with its unit settled. */

import { Exact } from "../exact";
import { normaliseText, unitBeside, unitOf } from "../../language";
import type { Reading } from "../values";
import { show, typeSign, wholeYear } from "./figure";
import type { Cells, Figure } from "./figure";

/** The unit of a column without what stands around it; "" where it names none. */
export function cleanUnit(unit: string): string {
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

type Read<K extends Reading["kind"]> = Extract<Reading, { kind: K }>;

/** What the target says, a number in the base of its dimension. */
export function settleTarget(cells: Cells): Figure {
  const { target } = cells;
  const text = show(cells.given.target);
  switch (target.kind) {
    case "missing":
      return { kind: "missing" };
    case "number":
      return ofNumber(cells, target, text);
    case "range":
      return ofRange(cells, target, text);
    case "date":
      return { kind: "date", year: target.year, month: target.month, day: target.day, text };
    case "rank":
      return { kind: "rank", place: target.place, within: target.within, text };
    case "change":
      return ofChange(cells, target, text);
    case "whole-year":
      return wholeYear(unitOf(cells.unit).dimension, text);
    case "text":
      return ofWords(cells, target);
  }
}

function ofNumber({ given, actual, unit: name }: Cells, target: Read<"number">, text: string): Figure {
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
  const value = target.value.times(fraction ? 1 : unit.factor);
  return { kind: "number", value, dimension: unit.dimension, open: null, text };
}

function ofRange({ given, unit: name }: Cells, target: Read<"range">, text: string): Figure {
  const { factor, dimension } = unitBeside(target.unit || name, cleanUnit(given.unit));
  return { kind: "range", low: target.low.times(factor), high: target.high.times(factor), dimension, text };
}

/** "下降3%": a fall of at least so much. Where the column says at most, it cannot be told what is meant. */
function ofChange({ given, unit: name }: Cells, target: Read<"change">, text: string): Figure {
  const atMost = /[≤<]/u.test(typeSign(given.type) ?? "");
  if (target.value === null || atMost) return { kind: "text", text: target.text };
  const { factor, dimension } = unitOf(target.unit || name);
  return { kind: "number", value: target.value.times(factor), dimension, open: null, text };
}

const NONE_AT_ALL = /^(?:无|零|没有|不发生|未发生|零发生|[无零](?:事故|投诉|差错|违规|发生))$/u;

/** "无事故" is a target of none where the actual is a number of them or words. */
function ofWords({ actual, unit: name }: Cells, { text }: Read<"text">): Figure {
  const counted = actual.kind === "text" || (actual.kind === "number" && unitOf(actual.unit).dimension !== "rate");
  if (!NONE_AT_ALL.test(text) || !counted) return { kind: "text", text };
  const dimension = name === "" ? "count" : unitOf(name).dimension;
  return { kind: "number", value: new Exact(0), dimension, open: null, text };
}
