import type { Area } from "../../../engine/workbook";
import type { Steps } from "../../../engine/steps";
import { a1, CellKind, parseArea } from "../../../engine/workbook";
import { MarkupScanner, Token, openRoot } from "../markup/scanner";
import { unescapeCellText } from "../markup/text";
import { isTrue } from "../package/workbook-part";
import { refuse } from "../problem";
import { cellColumn, cellRow, COLUMNS, ROWS } from "./cell-reference";
import { readStringItem } from "./shared-strings";
import { isoDateSerial } from "./iso-date";
import { shiftFormula } from "./shared-formula";

/** Rows with content in one sheet, beyond which it is a data dump and no table that anybody publishes. */
export const MAX_ROWS = 200_000;
/** Cells with content in the whole workbook. */
export const MAX_CELLS = 5_000_000;

/** The cells of one sheet in parallel lists, in file order, and what else the engine needs to know of it. */
export interface SheetCells {
  readonly rows: number[];
  readonly columns: number[];
  readonly kinds: number[];
  readonly numbers: number[];
  readonly texts: (string | undefined)[];
  /** Index of the cell's style. */
  readonly styles: number[];
  /** Formulas by position in these lists. */
  readonly formulas: Map<number, string>;
  readonly merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** References of cells that were not read, because no sheet has such a place or their text is nowhere. */
  readonly leftOut: string[];
}

/** What reading a sheet needs from the rest of the file. */
export interface SheetContext {
  readonly sheet: string;
  readonly part: string;
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
  /** Cached values of formulas are taken for absent. */
  readonly distrustCachedValues: boolean;
  /** Cells that may still be read before the workbook is refused. */
  readonly remaining: number;
}

/** Tags that are read between two places where the work can be left off. */
const TAGS_A_STEP = 4_096;

/**
 * Reads one worksheet part, in steps. Blank cells that merely have a format are left out.
 * @throws WorkbookFileError malformed-part, too-many-rows, too-many-cells
 */
export function readSheetInSteps(text: string, context: SheetContext): Steps<SheetCells> {
  return new SheetReader(text, context).read();
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Bound here once: run without a build, each use of an imported name is a call. */
const { End, Open, Close } = Token;
const { Number: NUMBER, Text: TEXT, Boolean: BOOLEAN, Error: ERROR, Uncalculated: UNCALCULATED } = CellKind;

class SheetReader {
  private readonly scanner: MarkupScanner;
  private readonly cells: SheetCells = {
    rows: [],
    columns: [],
    kinds: [],
    numbers: [],
    texts: [],
    styles: [],
    formulas: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    leftOut: [],
  };
  private readonly shared = new Map<string, SharedFormula>();
  private readonly length: number;
  private prefix = "";
  private row = -1;
  private column = -1;
  private kind: CellKind = UNCALCULATED;
  private number = 0;
  private text: string | undefined;
  private rowsWithContent = 0;
  private lastRowWithContent = -1;

  constructor(
    text: string,
    private readonly context: SheetContext,
  ) {
    this.scanner = new MarkupScanner(text, context.part);
    this.length = text.length;
  }

  *read(): Steps<SheetCells> {
    const { scanner } = this;
    let tags = 0;
    this.prefix = openRoot(scanner, "worksheet");
    const [row, cell, column, merge] = ["row", "c", "col", "mergeCell"].map((name) => this.prefix + name);
    while (scanner.next() !== End) {
      if (scanner.token !== Open) continue;
      if (++tags % TAGS_A_STEP === 0) yield scanner.end / this.length;
      if (scanner.name === cell) this.readCell();
      else if (scanner.name === row) this.readRow();
      else if (scanner.name === column) this.readColumn();
      else if (scanner.name === merge) this.readMerge();
    }
    return this.cells;
  }

  private readRow(): void {
    const { scanner } = this;
    const number = Number(scanner.attribute("r") ?? this.row + 2);
    this.row = Number.isInteger(number) && number >= 1 && number <= ROWS ? number - 1 : -1;
    this.column = -1;
    if (isTrue(scanner.attribute("hidden")) || scanner.attribute("ht") === "0") this.cells.hiddenRows.add(this.row);
  }

  private readColumn(): void {
    const { scanner } = this;
    if (!isTrue(scanner.attribute("hidden")) && scanner.attribute("width") !== "0") return;
    const last = Math.min(Number(scanner.attribute("max")), 16_384);
    for (let column = Math.max(1, Number(scanner.attribute("min"))); column <= last; column++)
      this.cells.hiddenColumns.add(column - 1);
  }

  private readMerge(): void {
    const area = parseArea(this.scanner.attribute("ref") ?? "");
    if (area) this.cells.merges.push(area);
  }

  private readCell(): void {
    const { scanner } = this;
    const reference = scanner.attribute("r");
    this.moveToCell(reference);
    if (scanner.selfClosing) return;
    if (this.row < 0 || this.column < 0 || this.column >= COLUMNS) this.leaveOut(reference);
    else this.readContent();
  }

  private readContent(): void {
    const { scanner, prefix } = this;
    const type = scanner.attribute("t") ?? "n";
    const style = Number(scanner.attribute("s") ?? 0);
    const close = scanner.name;
    let value: string | undefined;
    let formula: string | undefined;
    while (scanner.next() !== End) {
      if (scanner.token === Close && scanner.name === close) break;
      if (scanner.token !== Open) continue;
      if (scanner.name === `${prefix}v`) value = scanner.textContent();
      else if (scanner.name === `${prefix}f`) formula = this.readFormula();
      else if (scanner.name === `${prefix}is`) value = readStringItem(scanner, prefix);
      else scanner.skip();
    }
    // An empty value of a formula is a text only where the file says that it is one.
    const untold = this.context.distrustCachedValues || (value === "" && type !== "str");
    this.store(type, formula !== undefined && untold ? undefined : value, formula, style);
  }

  /** A cell without a reference follows the one before. */
  private moveToCell(reference: string | undefined): void {
    if (reference === undefined) {
      this.column++;
      return;
    }
    this.column = cellColumn(reference);
    this.row = cellRow(reference);
  }

  /** A cell that no sheet has room for: the others are read, and this one is named. */
  private leaveOut(reference: string | undefined): void {
    this.scanner.skip();
    this.cells.leftOut.push(reference ?? a1(Math.max(0, this.row), this.column));
  }

  /** The formula of the current cell; the followers of a shared formula get theirs from its first cell. */
  private readFormula(): string | undefined {
    const { scanner } = this;
    const shared = scanner.attribute("t") === "shared" ? scanner.attribute("si") : undefined;
    const text = scanner.textContent();
    if (shared === undefined) return text;
    if (text !== "") {
      this.shared.set(shared, { row: this.row, column: this.column, formula: text });
      return text;
    }
    const first = this.shared.get(shared);
    return first && shiftFormula(first.formula, this.row - first.row, this.column - first.column);
  }

  private store(type: string, value: string | undefined, formula: string | undefined, style: number): void {
    if (formula === undefined && (value === undefined || value === "")) return;
    if (value === undefined && formula !== undefined && isWording(formula)) return this.storeWording(formula, style);
    if (value !== undefined) this.takeValue(type, value);
    else this.take(UNCALCULATED, 0, undefined);
    if (this.kind === TEXT && this.text === "" && formula === undefined) return;
    this.count();
    const { cells } = this;
    if (formula !== undefined && formula !== "") cells.formulas.set(cells.rows.length, formula);
    cells.rows.push(this.row);
    cells.columns.push(this.column);
    cells.kinds.push(this.kind);
    cells.numbers.push(this.number);
    cells.texts.push(this.text);
    cells.styles.push(style);
  }

  /** "=0件" that a program took for a formula because of its first sign: what is meant is a text. */
  private storeWording(formula: string, style: number): void {
    this.store("inlineStr", `=${formula}`, undefined, style);
  }

  /** A cell's value by its type (ECMA-376 part 1, 18.18.11); what says it is a number and is none is text. */
  private takeValue(type: string, value: string): void {
    switch (type) {
      case "s":
        return this.take(TEXT, 0, this.sharedString(value));
      case "str":
        return this.take(TEXT, 0, unescapeCellText(value));
      case "inlineStr":
        return this.take(TEXT, 0, value);
      case "b":
        return this.take(BOOLEAN, isTrue(value.trim()) ? 1 : 0, undefined);
      case "e":
        return this.take(ERROR, 0, value);
      case "d":
        return this.takeNumber(isoDateSerial(value, this.context.date1904), value);
      default:
        return this.takeNumber(Number(value), value);
    }
  }

  /** A number of a text that the file does not have: the cell is taken for blank, and named. */
  private sharedString(index: string): string {
    const text = this.context.sharedStrings[Number(index)];
    if (text === undefined) this.cells.leftOut.push(a1(this.row, this.column));
    return text ?? "";
  }

  private takeNumber(number: number, written: string): void {
    if (!Number.isFinite(number)) this.take(TEXT, 0, written);
    else this.take(NUMBER, number, undefined);
  }

  /** The current cell's value, in fields: an object for each of a million cells would cost. */
  private take(kind: CellKind, number: number, text: string | undefined): void {
    this.kind = kind;
    this.number = number;
    this.text = text;
  }

  private count(): void {
    const { sheet, remaining } = this.context;
    if (this.row !== this.lastRowWithContent) {
      this.lastRowWithContent = this.row;
      if (++this.rowsWithContent > MAX_ROWS) refuse({ code: "too-many-rows", sheet, limit: MAX_ROWS });
    }
    if (this.cells.rows.length >= remaining) refuse({ code: "too-many-cells", sheet, limit: MAX_CELLS });
  }
}

/** A number with the name of what is counted right behind it is no formula in any Excel. */
function isWording(formula: string): boolean {
  return /^\d+(?:\.\d+)?[\u4e00-\u9fff][^()!:+*&]*$/.test(formula);
}
