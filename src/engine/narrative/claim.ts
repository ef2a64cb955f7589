import type { Facets } from "../tables";
import type { CellId } from "../workbook";
import type { Label } from "./label";
import type { Measure } from "./measures";
import { spanOf, type Passage, type Span } from "./passage";
import type { Quantity } from "./quantity";
import type { SubjectPath } from "./subject-path";

/** A figure that the text states: "2025年本部门收入预算1234.56万元". */
export interface Claim {
  readonly passage: Passage;
  /** Where its words begin and its amount ends, in the passage. */
  readonly start: number;
  readonly end: number;
  readonly label: Label;
  /** From its own words, or from the heading where these are only "预算数"; null where unknown. */
  readonly measure: Measure | null;
  /** What it means, with what the item, the lead-in and the section say for it; null where that is not known. */
  readonly meaning: Facets | null;
  /** What the item that it belongs to is called: the same for all figures of the item. */
  readonly about: string;
  /** The subject of the classification that it is about; null where it is about none. */
  readonly path: SubjectPath | null;
  readonly quantity: Quantity;
  /** The figure that it is a part of; null where it stands on its own. */
  readonly head: Claim | null;
  /** It stands in an explanation ("主要是…"): about a cause, never this budget's own figure. */
  readonly reason: boolean;
  /** An amount that something concerns: "涉及一般公共预算当年拨款…": what of it is left open. */
  readonly concerned: boolean;
  /** Words in front of it that nobody reads: it may be of something else than it seems; null where there are none. */
  readonly strange: string | null;
  /** Said in words: "无政府性基金安排的支出". */
  readonly denial: boolean;
}

/** Figures that explain another one. */
export interface PartList {
  readonly head: Claim;
  readonly items: readonly Claim[];
  /** "(…)", "其中…", "具体包括…", what the money is used for, or all that it is used for ("用于：…"). */
  readonly opener: "bracket" | "of-which" | "declared" | "uses" | "spent";
  /** It stands in brackets: what follows these is no part of it. */
  readonly enclosed: boolean;
  /** Other words stand between the items: some may be missing. */
  readonly broken: boolean;
  /** Its end is certain: a closed bracket, or the end of the sentence. */
  readonly bounded: boolean;
}

/** A list to which later paragraphs add. */
export interface GrowingList extends PartList {
  readonly items: Claim[];
}

export type Direction = "up" | "down" | "flat";

/** "较去年减少365.43万元，下降3.49%". */
export interface Change {
  readonly passage: Passage;
  readonly start: number;
  end: number;
  /** Figures that may be meant, the likeliest first. */
  readonly bases: readonly Claim[];
  direction: Direction;
  amount: Quantity | null;
  percent: Quantity | null;
  percentDirection: Direction | null;
  /** "比2024年预算1000万元增加…": last year's figure, where the text gives it. */
  readonly prior: Quantity | null;
  /** Last year's figure of the same item, given in a sentence before: "2023年执行数54.60万元". */
  before: Claim | null;
  /** The words that compare: "比2023年预算执行数". */
  readonly against: string;
  readonly reason: boolean;
  /** The words leave open with what it is compared, "5万元，减少1万元": by itself it can only be right. */
  readonly open: boolean;
  /** How parts of what is compared changed, said behind it: "…，主要是基本支出增加38.92万元". */
  readonly parts: ChangedPart[];
}

/** A part of a whole, with its change. */
export interface ChangedPart {
  readonly measure: Measure;
  readonly name: string;
  readonly quantity: Quantity;
  readonly direction: Direction;
  /** It is given as a reason for the change of the whole. */
  readonly reason: boolean;
}

/** "占本年支出的45.8%". */
export interface Share {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly part: Claim;
  /** "四项共占": the figures that make it up; else only the part itself. */
  readonly together: readonly Claim[];
  readonly percent: Quantity;
  /** The measure that is named as the whole; null where none is. */
  readonly whole: Measure | null;
  /** What its name means; null where it means nothing that tables know. */
  readonly meaning: Facets | null;
  /** Figures that may be the whole, the likeliest first. */
  readonly wholes: readonly Claim[];
  /** The words call the whole by the name that the text itself gave it. */
  readonly named: boolean;
}

/** "完成年初预算的98.5%": the settled figure over the planned one of the same item. */
export interface Completion {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly settled: Claim;
  /** Null where the text does not give it. */
  readonly planned: Claim | null;
  readonly percent: Quantity;
}

/** Everything that a text states. */
export interface Reading {
  readonly claims: readonly Claim[];
  readonly lists: readonly PartList[];
  readonly changes: readonly Change[];
  readonly shares: readonly Share[];
  readonly completions: readonly Completion[];
  /** Every number of the text, in order, with its passage. */
  readonly numbers: readonly StatedNumber[];
}

/** A number of the text, whatever it says. */
export interface StatedNumber {
  readonly passage: Passage;
  readonly quantity: Quantity;
}

/** The cell a claim stands in, and where. */
export function claimSpan(claim: { readonly passage: Passage; readonly start: number; readonly end: number }): Span {
  return spanOf(claim.passage, claim.start, claim.end);
}

/** The cell a claim's amount stands in. */
export function claimCell(claim: Claim): CellId {
  return claim.passage.cells[claim.quantity.start]!;
}

const numbering =
  /^(?:[①-⑳]|\((?:\d{1,2}|[一二三四五六七八九十]+)\)|\d{1,2}[.、](?!\d(?!0\d\d年))|[一二三四五六七八九]是|[及和与并,、:;])+/;

/** Words in front of a figure that only say whose it is: longer than this, and they are left out of a quotation. */
const longestQuote = 30;

/**
 * The words and the amount as they are read, without numbering: "收入预算1234.56万元". Long words in front of the name are
 * left out.
 */
export function quote(claim: {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly label?: Label;
}): string {
  const words = claim.passage.text.slice(claim.start, claim.end).replace(numbering, "");
  const name = claim.label?.name ?? "";
  const at = words.length > longestQuote && name !== "" ? words.lastIndexOf(name) : -1;
  return (at > 0 ? words.slice(at) : words)
    .replace(/,(?!\d{3})/g, "，")
    .replace(/:/g, "：")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）");
}
