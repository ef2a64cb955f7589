import { writeXlsx } from "hucre/xlsx";
import type { BorderStyle, CellStyle, MergeRange, NamedRange, PageSetup, WriteSheet } from "hucre";

/**
 * How a cell of an official table looks.
 * `title` the table's title · `label` the lines above and below a table (部门名称, 单位, 注) · `header` column headings ·
 * `text` words, centred and wrapped · `prose` long words, from the left and wrapped · `code` a code kept as text ("05")
 * · `amount` money at two decimals · `number` a count, a target or a 分值, shown as it is stored · `paragraph` and
 * `heading` the 说明, without borders.
 */
export type Look =
  | "title"
  | "label"
  | "label-right"
  | "header"
  | "text"
  | "prose"
  | "code"
  | "amount"
  | "number"
  | "paragraph"
  | "heading";

/** A seed workbook: the file's name in this folder, its title, and its sheets in order. */
export interface WorkbookDefinition {
  readonly file: string;
  readonly title: string;
  readonly sheets: () => readonly SheetDraft[];
  /** Name of a sheet that is about the workbook and is not to be checked. */
  readonly aside?: string;
}

/** What stands in a cell; null is a blank cell that still has its border and format. */
export type Value = string | number | null;

/** How far a merged cell reaches, in rows and columns; both default to 1. */
export interface Extent {
  readonly rows?: number;
  readonly columns?: number;
  /** Overrides the number format of the look, e.g. "0.00%". */
  readonly format?: string;
}

/** Settings of a sheet. Widths are in characters of the standard font (a Chinese character takes two). */
export interface SheetSettings {
  readonly widths: readonly number[];
  readonly orientation?: "portrait" | "landscape";
  readonly paper?: "a4" | "a3";
}

/** A cell of a row given whole: a value in the row's look, or a value with a look of its own. */
export type RowCell = Value | { readonly value: Value; readonly look: Look; readonly format?: string };

/** The number format of money in the official tables. */
export const AMOUNT_FORMAT = "#,##0.00";
const TEXT_FORMAT = "@";
const LINE_HEIGHT = 13.5;
/** Excel allows 409 points. */
const HIGHEST = 400;
const FONT = "宋体";

const thin = { style: "thin" as const, color: { rgb: "000000" } };
const boxed: BorderStyle = { top: thin, right: thin, bottom: thin, left: thin };
const body = { name: FONT, size: 10 };
const centred = { horizontal: "center", vertical: "center", wrapText: true } as const;
const fromLeft = { horizontal: "left", vertical: "center", wrapText: true } as const;

const LOOKS: Readonly<Record<Look, CellStyle>> = {
  title: { font: { name: FONT, size: 18, bold: true }, alignment: { horizontal: "center", vertical: "center" } },
  label: { font: body, alignment: { horizontal: "left", vertical: "center" } },
  "label-right": { font: body, alignment: { horizontal: "right", vertical: "center" } },
  header: { font: { name: FONT, size: 10, bold: true }, border: boxed, alignment: centred },
  text: { font: body, border: boxed, alignment: centred },
  prose: { font: body, border: boxed, alignment: fromLeft },
  code: { font: body, border: boxed, alignment: centred, numFmt: TEXT_FORMAT },
  amount: { font: body, border: boxed, alignment: { horizontal: "right", vertical: "center" }, numFmt: AMOUNT_FORMAT },
  number: { font: body, border: boxed, alignment: centred },
  paragraph: { font: { name: FONT, size: 12 }, alignment: fromLeft },
  heading: { font: { name: FONT, size: 14, bold: true }, alignment: fromLeft },
};

/** One sheet being written from the top down. Rows and columns are zero-based. */
export class SheetDraft {
  private readonly cells = new Map<string, { value: Value; style: CellStyle }>();
  private readonly merges: MergeRange[] = [];
  private readonly heights = new Map<number, number>();
  private readonly titleRows = new Set<number>();
  private cursor = 0;

  constructor(
    readonly name: string,
    private readonly settings: SheetSettings,
  ) {}

  /** The row that the next `title`, `labels`, `headers` or `row` goes to. */
  get next(): number {
    return this.cursor;
  }

  /** The number of columns of the sheet. */
  get columns(): number {
    return this.settings.widths.length;
  }

  /**
   * Writes one cell, merged over `extent` when that is more than one cell; the cursor moves below it when it was above.
   */
  place(row: number, column: number, value: Value, look: Look, extent: Extent = {}): this {
    const { rows = 1, columns = 1, format } = extent;
    const style = format === undefined ? LOOKS[look] : { ...LOOKS[look], numFmt: format };
    for (let r = row; r < row + rows; r++) {
      for (let c = column; c < column + columns; c++) {
        this.cells.set(`${r},${c}`, { value: r === row && c === column ? value : null, style });
      }
    }
    if (rows > 1 || columns > 1)
      this.merges.push({ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 });
    this.cursor = Math.max(this.cursor, row + rows);
    return this;
  }

  /** The table's title, merged over the whole width. */
  title(text: string): this {
    return this.height(this.cursor, 36).place(this.cursor, 0, text, "title", { columns: this.columns });
  }

  /** The line above a table: at the left (部门名称：…) and at the right (单位：万元), each merged over half of the width. */
  labels(left: string, right: string): this {
    const row = this.cursor;
    const half = Math.ceil(this.columns / 2);
    this.place(row, 0, left, "label", { columns: half });
    if (half < this.columns) this.place(row, half, right, "label-right", { columns: this.columns - half });
    return this.height(row, 18);
  }

  /** A line of words merged over the whole width (注：…). */
  note(text: string): this {
    return this.height(this.cursor, 18).place(this.cursor, 0, text, "label", { columns: this.columns });
  }

  /**
   * A block of headings, repeated at the top of printed pages. Each row lists its cells from the left; "←" continues
   * the cell to the left, "↑" the one above (both are merged with it), "" is an empty heading.
   */
  headers(rows: readonly (readonly string[])[]): this {
    const top = this.cursor;
    rows.forEach((cells, r) => {
      this.titleRows.add(top + r);
      cells.forEach((text, c) => {
        if (text === "←" || text === "↑") return;
        let columns = 1;
        while (cells[c + columns] === "←") columns++;
        let below = 1;
        while (rows[r + below]?.[c] === "↑") below++;
        this.place(top + r, c, text === "" ? null : text, "header", { rows: below, columns });
      });
      this.heightFor(
        top + r,
        cells.map((text, c) => ({ text, width: this.widthOf(c, this.spanIn(cells, c)) })),
        20,
      );
    });
    return this;
  }

  /** One whole row in one look, or in a look for each column; a cell may have its own. Returns the row's number. */
  row(cells: readonly RowCell[], look: Look | readonly Look[] = "text"): number {
    const row = this.cursor;
    cells.forEach((cell, column) => {
      const given =
        typeof cell === "object" && cell !== null
          ? cell
          : { value: cell, look: typeof look === "string" ? look : (look[column] ?? "text"), format: undefined };
      this.place(row, column, given.value, given.look, given.format === undefined ? {} : { format: given.format });
    });
    const size = typeof look === "string" ? (LOOKS[look].font?.size ?? 10) : 10;
    this.heightFor(
      row,
      cells.map((cell, c) => ({ text: wordsOf(cell), width: this.widthOf(c, 1) })),
      18,
      size / 10,
    );
    return row;
  }

  /**
   * Puts `wrong` in the place of `right` in a cell: of a number or a blank the whole, of words a part. Addresses are as
   * in Excel. Throws where the cell holds something else.
   */
  plant(address: string, right: Value, wrong: Value): this {
    const [, letters = "", row = ""] = /^([A-Z])([0-9]+)$/.exec(address) ?? [];
    const cell = this.cells.get(`${Number(row) - 1},${letters.charCodeAt(0) - 65}`);
    const value = cell?.value ?? null;
    if (cell && value === right) cell.value = wrong;
    else if (cell && typeof value === "string" && typeof right === "string" && value.split(right).length === 2)
      cell.value = value.replace(right, String(wrong ?? ""));
    else throw new Error(`${this.name} ${address}: ${String(value)}，不是 ${String(right)}`);
    return this;
  }

  /** Sets a row's height in points. */
  height(row: number, points: number): this {
    this.heights.set(row, points);
    return this;
  }

  /** Makes rows `from` … `from + count − 1` together high enough for `text` in a merged cell of the given columns. */
  stretch(from: number, count: number, text: string, column: number, columns = 1): this {
    const wanted = linesOf(text, this.widthOf(column, columns)) * LINE_HEIGHT + 6;
    let present = 0;
    for (let row = from; row < from + count; row++) present += this.heights.get(row) ?? 18;
    if (wanted > present) {
      for (let row = from; row < from + count; row++)
        this.height(row, Math.min(HIGHEST, (this.heights.get(row) ?? 18) + Math.ceil((wanted - present) / count)));
    }
    return this;
  }

  /** The heading rows that print at the top of every page, as a defined name; null where the sheet has none. */
  printTitles(): NamedRange | null {
    if (this.titleRows.size === 0) return null;
    const rows = `$${Math.min(...this.titleRows) + 1}:$${Math.max(...this.titleRows) + 1}`;
    return { name: "_xlnm.Print_Titles", range: `'${this.name.replaceAll("'", "''")}'!${rows}`, scope: this.name };
  }

  /** The sheet as the library takes it. */
  finish(): WriteSheet {
    const { widths, orientation = "landscape", paper = "a4" } = this.settings;
    const cells: NonNullable<WriteSheet["cells"]> = new Map();
    const rows: Value[][] = Array.from({ length: this.cursor }, () => new Array<Value>(widths.length).fill(null));
    for (const [key, { value, style }] of this.cells) {
      const [row, column] = key.split(",").map(Number) as [number, number];
      rows[row]![column] = value;
      cells.set(key, { value, style });
    }
    const pageSetup: PageSetup = {
      paperSize: paper,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, right: 0.5, bottom: 0.6, left: 0.5, header: 0.3, footer: 0.3 },
    };
    return {
      name: this.name,
      rows,
      cells,
      merges: this.merges,
      columns: widths.map((width) => ({ width })),
      rowDefs: new Map([...this.heights].map(([row, height]) => [row, { height }])),
      pageSetup,
      headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" },
    };
  }

  private spanIn(cells: readonly string[], column: number): number {
    let columns = 1;
    while (cells[column + columns] === "←") columns++;
    return columns;
  }

  private widthOf(column: number, columns: number): number {
    return this.settings.widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }

  private heightFor(row: number, texts: readonly { text: string; width: number }[], least: number, scale = 1): void {
    const lines = Math.max(1, ...texts.map(({ text, width }) => linesOf(text, width / scale)));
    this.height(row, Math.min(HIGHEST, Math.max(least, lines * LINE_HEIGHT * scale + 6, this.heights.get(row) ?? 0)));
  }
}

/** A workbook's bytes. The same sheets give the same bytes: the times in the file are fixed. */
export async function writeWorkbook(
  sheets: readonly SheetDraft[],
  properties: { readonly title: string },
): Promise<Uint8Array> {
  const fixed = new Date(Date.UTC(2025, 0, 1));
  return writeXlsx({
    sheets: sheets.map((sheet) => sheet.finish()),
    // The library leaves sheet names that begin with a digit unquoted in its own print titles, and Excel refuses such a
    // file.
    namedRanges: sheets.map((sheet) => sheet.printTitles()).filter((titles) => titles !== null),
    defaultFont: { name: FONT, size: 11 },
    properties: { title: properties.title, created: fixed, modified: fixed },
  });
}

function wordsOf(cell: RowCell): string {
  const value = typeof cell === "object" && cell !== null ? cell.value : cell;
  return typeof value === "string" ? value : "";
}

/** Lines that a text takes in a column: a Chinese character is about two characters of the standard font wide. */
function linesOf(text: string, width: number): number {
  const perLine = Math.max(2, width - 1.5);
  return text.split("\n").reduce((lines, part) => {
    let length = 0;
    for (const letter of part) length += letter.charCodeAt(0) > 0x2000 ? 2 : 1.05;
    return lines + Math.max(1, Math.ceil(length / perLine));
  }, 0);
}
