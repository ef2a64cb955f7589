import type { Area } from "./sheet";

/** How serious a finding is. */
export type FindingLevel = "error" | "explain" | "hint" | "cannot-tell";

/**
 * How a marked cell looks; hosts turn it into a conditional format that is ours and can be removed without a trace. A
 * culprit is the cell that is wrong, where others only show it.
 */
export type MarkLevel = FindingLevel | "culprit";

/** Named looks of authored cells; a host maps each to its own styles. */
export type CellStyle =
  | "plain"
  | "title"
  | "header"
  | "label"
  | "text"
  | "centre"
  | "amount"
  | "figure"
  | "points"
  | "percent"
  | "input"
  | "amount-input"
  | "points-input"
  | "note"
  | "link"
  | "error"
  | "explain"
  | "hint"
  | "cannot-tell";

/** A cell of a sheet that we author. Text is always written as text, even where it begins with = + - @. */
export interface AuthoredCell {
  readonly row: number;
  readonly column: number;
  readonly value?: string | number | null;
  /** Without the leading "="; `value` is then its calculated value. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Jump to a cell of the same workbook when clicked. */
  readonly link?: { readonly sheet: string; readonly address: string };
  /** Choices offered in a drop-down. */
  readonly choices?: readonly string[];
}

/** A sheet that we author: 核对结果, 绩效自评表. Coordinates are zero-based. */
export interface AuthoredSheet {
  readonly name: string;
  readonly cells: readonly AuthoredCell[];
  readonly merges?: readonly Area[];
  /** Column widths in characters, from the first column on. */
  readonly widths?: readonly number[];
  /** Row heights in points, by zero-based row. */
  readonly heights?: Readonly<Record<number, number>>;
  /** Thin borders around every cell of these areas. */
  readonly bordered?: readonly Area[];
  readonly freezeRows?: number;
  /** A4, fitted to one page wide; `titleRow`, zero-based, is repeated at the top of every page. */
  readonly print?: {
    readonly orientation: "portrait" | "landscape";
    readonly onePage: boolean;
    readonly titleRow?: number;
  };
}

/** What the engine wants done to a workbook, as data: Excel, a file and a test apply the same. Addresses are A1. */
export type Edit =
  | { readonly type: "mark"; readonly sheet: string; readonly address: string; readonly level: MarkLevel }
  | { readonly type: "clear-marks" }
  | {
      readonly type: "set-value";
      readonly sheet: string;
      readonly address: string;
      readonly value: string | number | null;
    }
  | {
      readonly type: "set-formula";
      readonly sheet: string;
      readonly address: string;
      readonly formula: string;
      readonly value: string | number | null;
    }
  | { readonly type: "add-sheet"; readonly sheet: AuthoredSheet };
