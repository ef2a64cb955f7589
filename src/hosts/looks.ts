import type { CellStyle, MarkLevel } from "../engine/workbook";

/**
 * A mark is a conditional format whose condition always holds and says whose it is: N of a text is 0 in Excel, WPS and
 * LibreOffice. By this text marks are found again, whoever saved the workbook in between.
 */
export function markFormula(level: MarkLevel): string {
  return `AND(TRUE,N("hedui:${level}")=0)`;
}

/** The level of a mark of ours by its formula, with or without "="; null for anybody else's. */
export function markLevelOf(formula: string): MarkLevel | null {
  const level = /N\(\s*"hedui:([\w-]+)"/.exec(formula)?.[1];
  return level !== undefined && Object.hasOwn(MARK_LOOKS, level) ? (level as MarkLevel) : null;
}

/** Whether a formula is one of our marks, of this version or another. */
export function isMarkFormula(formula: string): boolean {
  return /N\(\s*"hedui[:"]/.test(formula);
}

/** How a mark looks. Colours are #RRGGBB; in black and white the border tells the levels apart. */
export interface MarkLook {
  readonly fill: string;
  readonly colour: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly border: { readonly style: "Continuous" | "Dash" | "Dot"; readonly colour: string };
}

export const MARK_LOOKS: Readonly<Record<MarkLevel, MarkLook>> = {
  culprit: {
    fill: "#C00000",
    colour: "#FFFFFF",
    bold: true,
    italic: false,
    border: { style: "Continuous", colour: "#7F0000" },
  },
  error: {
    fill: "#FFC7CE",
    colour: "#9C0006",
    bold: true,
    italic: false,
    border: { style: "Continuous", colour: "#C00000" },
  },
  explain: {
    fill: "#FFEB9C",
    colour: "#7F4F00",
    bold: true,
    italic: false,
    border: { style: "Dash", colour: "#BF8F00" },
  },
  "cannot-tell": {
    fill: "#E2E2E2",
    colour: "#404040",
    bold: false,
    italic: true,
    border: { style: "Dot", colour: "#7F7F7F" },
  },
  hint: { fill: "#DDEBF7", colour: "#1F4E79", bold: false, italic: false, border: { style: "Dot", colour: "#2E75B6" } },
};

/** Strongest first: a cell that is marked twice shows the stronger mark. */
export const MARK_LEVELS: readonly MarkLevel[] = ["culprit", "error", "explain", "cannot-tell", "hint"];

/** How a cell of a sheet that we author looks. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  /** Font size in points; the workbook's own where absent. */
  readonly size?: number;
  readonly horizontal?: "Left" | "Center" | "Right";
  readonly wrap?: boolean;
  readonly format?: string;
}

export const CELL_LOOKS: Readonly<Record<CellStyle, CellLook>> = {
  plain: {},
  title: { bold: true, size: 16, horizontal: "Center", wrap: true },
  header: { bold: true, fill: "#E7E6E6", horizontal: "Center", wrap: true },
  label: { horizontal: "Center", wrap: true },
  text: { horizontal: "Left", wrap: true },
  centre: { horizontal: "Center", wrap: true },
  amount: { horizontal: "Right", format: "#,##0.00" },
  figure: { horizontal: "Right" },
  points: { horizontal: "Center" },
  percent: { horizontal: "Center", format: "0.00%" },
  input: { fill: "#FFF9E5", wrap: true },
  "amount-input": { fill: "#FFF9E5", horizontal: "Right", format: "#,##0.00" },
  "points-input": { fill: "#FFF9E5", horizontal: "Center" },
  note: { italic: true, colour: "#595959", horizontal: "Left", wrap: true },
  link: { underline: true, colour: "#0563C1", wrap: true },
  error: { bold: true, colour: "#9C0006", fill: "#FFC7CE", wrap: true },
  explain: { bold: true, colour: "#7F4F00", fill: "#FFEB9C", wrap: true },
  hint: { colour: "#1F4E79", fill: "#DDEBF7", wrap: true },
  "cannot-tell": { italic: true, colour: "#404040", fill: "#E2E2E2", wrap: true },
};
