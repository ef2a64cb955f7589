/** A figure of a case once its unit is settled, and what every settling needs. */

import type { ConventionName } from "../conventions";
import { Exact } from "../exact";
import { normaliseText } from "../../language";
import type { Dimension } from "../../language";
import type { Reading, Sign } from "../values";
import type { SaidGap } from "./said-gap";
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
  /**
   * `time` where the words say how late, how early or that it was in time; `gap` how much less or more than was to be.
   */
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

export type Use = (name: ConventionName) => string;

/** The two cells of a case as they were read, before a unit is settled. */
export interface Cells {
  readonly given: FiguresIn;
  readonly target: Reading;
  readonly actual: Reading;
  /** The unit that a bare number has. */
  readonly unit: string;
  /** Tells which convention was leaned on, and gives its value. */
  readonly use: Use;
}

/** The comparison that the type column asks for; null where it names none. */
export function typeSign(type: string): Sign | null {
  const written = normaliseText(type).text;
  const found = /[≥≤><=]/u.exec(written);
  if (found !== null) return found[0] as Sign;
  if (/正向|越大越好|大于等于|不低于/u.test(written)) return "≥";
  return /反向|负向|越小越好|小于等于|不高于|不超过/u.test(written) ? "≤" : null;
}

/** The type column's sign; ">90" in the cell itself is the stricter of the same side. "增长5%" asks for at least that. */
export function settleSign(type: Sign | null, target: Reading): Sign | null {
  if (target.kind === "change") return type ?? (target.value === null ? null : "≥");
  if (target.kind !== "number" || target.sign === null) return type;
  const sameSide =
    type === null ||
    (/[≥>]/u.test(type) && /[≥>]/u.test(target.sign)) ||
    (/[≤<]/u.test(type) && /[≤<]/u.test(target.sign));
  return sameSide ? target.sign : type;
}

/** All of a year in days or months; words where its unit is another one. */
export function wholeYear(dimension: Dimension, text: string): Figure {
  const value = dimension === "days" ? "365" : dimension === "months" ? "12" : null;
  return value === null
    ? { kind: "text", text }
    : { kind: "number", value: new Exact(value), dimension, open: null, text };
}

/** What a cell holds, for the eye. */
export function show(raw: unknown): string {
  if (typeof raw === "string") return raw.trim();
  return typeof raw === "number" || typeof raw === "boolean" ? String(raw) : "";
}
