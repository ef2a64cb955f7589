import { dateOfDay, dayNumber } from "../language";
import type { CellId, Sheet, Workbook } from "../workbook";
import { asTyped, CellKind, isDateFormat } from "../workbook";
import type { Grid } from "./grid";
import { gridOf } from "./grid";
import type { LayoutInput } from "./layout";
import { normalise } from "./normalise";

/**
 * A stretch of grid rows as texts: what a person reads in each cell, merged areas known. Rows and columns are grid
 * positions.
 */
export class View {
  /** Number of grid columns of the whole sheet. */
  readonly width: number;
  private readonly grid: Grid;
  private readonly words = new Map<number, string>();

  readonly workbook: Workbook;
  readonly sheet: Sheet;
  /** First and last row. */
  readonly first: number;
  readonly last: number;
  /** First and last column; cells outside are not seen. */
  readonly left: number;
  readonly right: number;

  constructor(input: Omit<LayoutInput, "template">) {
    this.workbook = input.workbook;
    this.sheet = input.sheet;
    [this.first, this.last] = input.rows;
    [this.left, this.right] = input.columns ?? [0, input.sheet.columns.length - 1];
    this.width = input.sheet.columns.length;
    this.grid = gridOf(input.sheet);
  }

  /** The cell's number in the workbook. */
  cell(row: number, column: number): CellId {
    return this.sheet.base + row * this.width + column;
  }

  /** True where the cell lies in a merged area whose value stands elsewhere. */
  covered(row: number, column: number): boolean {
    const index = row * this.width + column;
    return (this.grid.anchors.get(index) ?? index) !== index;
  }

  /** Position of the first cell of the merged area, or of the cell itself. */
  anchor(row: number, column: number): { row: number; column: number } {
    const index = row * this.width + column;
    const anchor = this.grid.anchors.get(index) ?? index;
    return { row: Math.floor(anchor / this.width), column: anchor % this.width };
  }

  /**
   * What stands in the cell, as shown: a number with its percent or date format, a text without stray blanks; "" where
   * blank or covered.
   */
  written(row: number, column: number): string {
    return shownText(this.workbook, this.sheet, row * this.width + column);
  }

  /** The cell's words for matching: normalised. "" where blank or covered. */
  word(row: number, column: number): string {
    const index = row * this.width + column;
    let word = this.words.get(index);
    if (word === undefined) {
      word = normalise(this.written(row, column));
      this.words.set(index, word);
    }
    return word;
  }

  /** The words of the cell, or of the merged area that covers it. */
  wordOver(row: number, column: number): string {
    const anchor = this.anchor(row, column);
    return this.word(anchor.row, anchor.column);
  }

  /** The value of a number cell; null elsewhere. */
  number(row: number, column: number): number | null {
    const index = row * this.width + column;
    return this.sheet.kinds[index] === CellKind.Number ? this.sheet.numbers[index]! : null;
  }

  /** Columns of a row that hold something, from the left. */
  filled(row: number): number[] {
    const found: number[] = [];
    for (let column = this.left; column <= this.right; column++)
      if (this.sheet.kinds[row * this.width + column] !== CellKind.Blank && this.word(row, column) !== "")
        found.push(column);
    return found;
  }
}

/** Text as written, but without line breaks and padding: blanks stay only between letters or digits. */
function withoutStrayBlanks(text: string): string {
  if (!/[\s\u3000\u00a0\u200b\ufeff]/.test(text)) return text;
  return text
    .replace(/[\s\u3000\u00a0\u200b\ufeff]+/g, " ")
    .replace(/ (?=[^\x21-\x7e])/g, "")
    .replace(/([^\x21-\x7e]) /g, "$1")
    .trim();
}

/** What a grid cell shows: texts tidied, numbers in shortest form, a percent or a date as its format shows it. */
function shownText(workbook: Workbook, sheet: Sheet, index: number): string {
  switch (sheet.kinds[index]) {
    case CellKind.Number:
      return shownNumber(sheet.numbers[index]!, workbook.numberFormats[sheet.formats[index]!] ?? "General");
    case CellKind.Text:
    case CellKind.Error:
      return withoutStrayBlanks(sheet.texts[index] ?? "");
    case CellKind.Boolean:
      return sheet.numbers[index] === 1 ? "是" : "否";
    default:
      return "";
  }
}

/**
 * A number as its format shows what it means: 0.9499 under "0.00%" → "94.99%" (never rounded), a date serial →
 * "2024年5月30日".
 */
function shownNumber(value: number, format: string): string {
  const code = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  if (code.includes("%")) return `${shortest(value * 100)}%`;
  if (isDateFormat(format) && value >= 1 && value < 2958466) return dateText(value);
  return shortest(value);
}

/** The shortest decimal that 15 significant digits can tell apart. */
function shortest(value: number): string {
  const text = String(asTyped(value));
  return text.includes("e") ? value.toFixed(Math.abs(value) < 1 ? 12 : 0).replace(/\.?0+$/, "") : text;
}

/** The day that Excel's serial numbers count from (1900 system). */
const dayZero = dayNumber(1899, 12, 30);

function dateText(serial: number): string {
  const { year, month, day } = dateOfDay(dayZero + Math.floor(serial));
  return `${year}年${month}月${day}日`;
}

/** Grid position of a cell number of the view's sheet. */
export function coordinatesOf(view: View, cell: CellId): { row: number; column: number } {
  const index = cell - view.sheet.base;
  return { row: Math.floor(index / view.width), column: index % view.width };
}
