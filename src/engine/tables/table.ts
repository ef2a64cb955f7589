import type { Area, CellId, Sheet } from "../workbook";
import type { Classification } from "./classification";
import type { TableTemplate } from "./template";

/**
 * How a node of a header tree or of a classification belongs to its parent: adds up to it, or is only named within it.
 */
export type Part = "sum" | "of-which";

/** One measure column: what its header says and what it means. */
export interface Column {
  /** Header words from the top cell down, normalised. */
  readonly path: readonly string[];
  /** What the template calls it: "total", "basic", "project", "general-public"… (see the template's `columns`). */
  readonly roles: readonly string[];
  /** Index, in `Section.columns`, of the column this one is a part of. */
  readonly parent: number | null;
  readonly part: Part;
  /**
   * The year that its header names; "other" where that names none and says last year or the change against it. Left
   * out where the header says nothing of years.
   */
  readonly year?: number | "other";
  /**
   * Which figures of a year: of its budget as approved (年初预算数), as it became (全年预算数), of a budget without saying
   * which, of what came of it (决算数, 执行数). Left out where the header does not say.
   */
  readonly basis?: "initial" | "adjusted" | "budget" | "outturn";
  /** A list of parts begins here: 其中 stands over it. */
  readonly opensList?: true;
}

/** A year, and the cell that says it where one is found. */
export interface NamedYear {
  readonly year: number;
  readonly cell: CellId | null;
}

/** One row of figures (one side of it, in a ledger). */
export interface Line {
  /** Index into `Section.pages`. */
  readonly page: number;
  /** Position in the page sheet's grid rows. */
  readonly position: number;
  /** The row's name as written, without blanks. */
  readonly label: string;
  readonly labelCell: CellId;
  /**
   * Complete code (类款项 joined, inherited blanks filled in): "2150501", "30217", "301001"; null where none. Where the
   * printed one is mistyped (`slip`), the one that fits.
   */
  readonly code: string | null;
  /** The code as printed cannot be right. */
  readonly slip?: CodeSlip;
  /**
   * What the template calls it: "grand-total", "year-total", "carry-over", "basic"…; the unit or project level has
   * "unit", "project".
   */
  readonly roles: readonly string[];
  /** Index, in `Section.lines`, of the line this one is a part of. */
  readonly parent: number | null;
  readonly part: Part;
  /** Index of an earlier line that this one repeats at a page top: one fact, not two. */
  readonly repeats: number | null;
  /** A list of parts begins here: its name begins with 其中. */
  readonly opensList?: true;
}

/** A code that is mistyped: where, and what would fit. */
export interface CodeSlip {
  /** The cell that is wrong: of the 类 alone, where 类, 款, 项 stand in columns of their own. */
  readonly cell: CellId;
  /** The digits in it, and those that fit; null where nothing tells. */
  readonly written: string;
  readonly wanted: string | null;
  /** The whole code as printed: "7 11 02". */
  readonly printed: string;
  readonly reasons: readonly FitReason[];
}

/** Why a code fits a row better than the printed one. */
export type FitReason =
  /** It continues the code of the row that the rows around make its whole, with the row's own 款 or 项. */
  | "place"
  /** The rows before and behind it have this 类 and 款. */
  | "peers"
  /** The national list calls it so. */
  | "name"
  /** The rows below it begin with it. */
  | "parts"
  /** The whole adds up with the row in this place. */
  | "sum"
  /** With it the rows stand in the order of their codes. */
  | "order"
  /** Another table prints it for a row with the same name and amount. */
  | "table";

/** One stretch of a table with one header: a table cut into pages, or continued on another sheet, has several. */
export interface Page {
  readonly sheet: Sheet;
  /** Grid column position of each `Section.columns` entry on this page, -1 where the page lacks it. */
  readonly positions: readonly number[];
}

/** What the figures themselves prove of the columns of a section, line by line; columns by their index in it. */
export type ColumnRelation =
  /** `result` = Σ `plus` − Σ `minus`. */
  | {
      readonly kind: "balance";
      readonly result: number;
      readonly plus: readonly number[];
      readonly minus: readonly number[];
    }
  /** `result` = product of `factors` × 10^`exponent`, as the figures are written. */
  | {
      readonly kind: "product";
      readonly result: number;
      readonly factors: readonly [number, number];
      readonly exponent: number;
    }
  /** The rate in `result` = Σ `above` ÷ `below`, which stands in the same line or in the total's (`belowLine`). */
  | {
      readonly kind: "quotient";
      readonly result: number;
      readonly above: readonly number[];
      readonly below: number;
      readonly belowLine?: number;
    };

/** A rectangle of figures, lines × columns. A ledger has one section a side, a matrix has one. */
export interface Section {
  /** "main", or the side of a ledger: "income", "expenditure" (by function or by nature), "expenditure-economic"… */
  readonly name: string;
  /**
   * True where the table names its measures down the side and has a line a column: `positions` then are grid rows,
   * `Line.position` a grid column.
   */
  readonly transposed?: boolean;
  readonly pages: readonly Page[];
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** Of a table that nobody described. */
  readonly relations?: readonly ColumnRelation[];
  /** The national list that the codes of the lines are of. */
  readonly classification?: Classification;
  /** The one year whose budget its columns name; left out where they name none, or several. */
  readonly budgetYear?: NamedYear;
}

/** The cell where a line and a column meet, or -1 where the line's page lacks the column. */
export function figureCell(section: Section, line: Line, column: number): CellId {
  const page = section.pages[line.page]!;
  const position = page.positions[column]!;
  if (position < 0) return -1;
  const width = page.sheet.columns.length;
  return page.sheet.base + (section.transposed ? position * width + line.position : line.position * width + position);
}

/**
 * A named place of a form: "project-name", "department", "goal"…; `cell` holds the content, or the label itself where
 * both stand in one cell.
 */
export interface Field {
  readonly role: string;
  readonly label: string;
  readonly cell: CellId;
  /** The content as text, label removed. */
  readonly text: string;
}

/**
 * One performance indicator; a cell is null where the table has no such column, its text "" where the cell is blank.
 */
export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  /** Points printed beside the first level, "产出指标（40分）" → 40. */
  readonly level1Points: number | null;
  /**
   * By role: "level3", "target", "content", "criterion", "unit", "type", "points", "actual", "completion",
   * "score", "reason", "note".
   */
  readonly cells: Readonly<Record<string, CellId>>;
  readonly texts: Readonly<Record<string, string>>;
  /** True for a row that stands for an empty second-level kind ("/" or blank third level). */
  readonly empty: boolean;
}

/** The indicators of one project, one unit or the whole department, with what is said about it. */
export interface IndicatorBlock {
  readonly subject: "project" | "unit" | "department";
  readonly name: string;
  readonly nameCell: CellId | null;
  readonly code: string | null;
  /** Index, in the table's "main" section, of the line with its amounts; null where it has none. */
  readonly line: number | null;
  readonly fields: readonly Field[];
  readonly indicators: readonly Indicator[];
}

/** Why a sheet was taken for a table. */
export interface Evidence {
  readonly code: "title" | "sheet-name" | "header" | "row-labels" | "chosen-by-person" | "continues";
  /** The words that spoke for it. */
  readonly words: readonly string[];
}

/** A column of a header, and whether anybody knows what it is for. */
export interface HeaderColumn {
  /** The lowest header cell over the column. */
  readonly cell: CellId;
  /** Its words from the top down, joined by "/". */
  readonly header: string;
  /** The latest year that they name. */
  readonly year: number | null;
  readonly isRead: boolean;
}

/** What a person said that a column is, and the table did not take: header words joined by "/", and the role. */
export interface DroppedChoice {
  readonly header: string;
  readonly role: string;
  /** No column has this header any more; this kind of table has no such role; the column is not read as that. */
  readonly reason: "no-column" | "no-role" | "not-read";
}

/** A recognised table: named figures, each knowing its cell. */
export interface Table {
  readonly template: TableTemplate;
  /** Which document it stands in: the workbook that is checked, or one that it is compared with. */
  readonly document?: "main" | "targets" | "unit" | "prior" | "text";
  /** The sheet it begins on. */
  readonly sheet: Sheet;
  /** The area it takes there, title included. */
  readonly area: Area;
  readonly title: string | null;
  /** Budget year, from the title; else from the workbook's other tables. */
  readonly year: number | null;
  /** The cell at its top that says that year; left out where none does. */
  readonly yearCell?: CellId;
  /** "元", "千元", "万元", "亿元" as read above the table or in its header; null where nothing says. */
  readonly unit: string | null;
  /**
   * Power of ten of the unit in 元: 元 0, 千元 3, 万元 4, 亿元 8. Assumed equal to the template's usual unit where `unit` is
   * null.
   */
  readonly unitExponent: number;
  /** The department or unit the table is about. */
  readonly body: string | null;
  readonly bodyCode: string | null;
  readonly sections: readonly Section[];
  /**
   * Columns in which it compares itself with last year, by section: no figures of this budget, and in no other section.
   */
  readonly comparisons?: readonly Section[];
  /** The columns under its header, from the left; left out where the layout has none, or several headers. */
  readonly headerColumns?: readonly HeaderColumn[];
  /** Choices for columns of its sheet that no table took; left out where there are none. */
  readonly dropped?: readonly DroppedChoice[];
  readonly fields: readonly Field[];
  readonly blocks: readonly IndicatorBlock[];
  /** Amounts that stand inside a label cell ("其中：基本支出：2148.72"): cell → the amount as text. */
  readonly embedded: ReadonlyMap<CellId, string>;
  readonly evidence: readonly Evidence[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** A sheet (or part of one) that is no known table, and why. */
export interface Unrecognised {
  readonly sheet: Sheet;
  readonly reason:
    | "empty"
    | "no-title"
    | "no-header"
    | "no-template"
    | "ambiguous"
    | "excluded-by-person"
    | "hidden-copy"
    | "no-cells"
    | "cells-left-out"
    | "program-broke";
  readonly words: readonly string[];
}

/** The sheets that a table stands on: where it begins, and where it goes on. */
export function sheetsOf({ sheet, sections }: Pick<Table, "sheet" | "sections">): readonly Sheet[] {
  return [...new Set([sheet, ...sections.flatMap(({ pages }) => pages.map((page) => page.sheet))])];
}
