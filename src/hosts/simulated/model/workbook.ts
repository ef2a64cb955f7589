import type { Area } from "../../../engine/workbook";
import type { DefinedName } from "../../file";
import { Calculation } from "./calculation";
import type { SimulatedCell, SimulatedSheet } from "./sheet";
import { LAST_COLUMN, isBlank, shownValue } from "./sheet";
import { movedReferences } from "./moved-references";
import { shiftRows } from "./shift-rows";
import { typeInto } from "./typing";
import { numberText } from "./number-text";

/** Something that happened in the workbook, for clients that registered for it and for the page that shows it. */
export type SimulatedEvent =
  | {
      readonly type: "changed";
      readonly sheet: SimulatedSheet;
      readonly area: Area;
      /** As Excel.DataChangeType names it; contents were edited where absent. */
      readonly change?: "RowInserted" | "RowDeleted";
      readonly remote: boolean;
      readonly byClient: boolean;
    }
  | {
      readonly type: "sheet-added" | "sheet-deleted";
      readonly sheet: SimulatedSheet;
      readonly remote: boolean;
      readonly byClient: boolean;
    }
  | { readonly type: "selected"; readonly sheet: SimulatedSheet; readonly area: Area }
  /** Something else that shows: marks, formats. */
  | { readonly type: "repainted" };

/** Who does something: the client through the API, the person, or a co-author. */
export interface Author {
  readonly byClient: boolean;
  readonly remote: boolean;
}

export const PERSON: Author = { byClient: false, remote: false };
export const CLIENT: Author = { byClient: true, remote: false };
export const CO_AUTHOR: Author = { byClient: false, remote: true };

/** A place in a sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A cell with its place. */
export interface PlacedCell extends Place {
  readonly cell: SimulatedCell;
}

/** A custom XML part of the workbook. */
export interface SimulatedXmlPart {
  readonly id: string;
  xml: string;
}

/** A workbook in memory: what the protocol and the workbench's grid work on. */
export class SimulatedWorkbook {
  readonly sheets: SimulatedSheet[] = [];
  readonly xmlParts: SimulatedXmlPart[] = [];
  /** Names of sheets that are charts: the API does not list them, and their names are taken all the same. */
  readonly chartSheets: string[] = [];
  /** How the file is called. */
  name = "";
  structureProtected = false;
  readOnly = false;
  definedNames: readonly DefinedName[] = [];
  activeSheet: SimulatedSheet | null = null;
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  /** The cell of the selection in which typing begins. */
  activeCell: Place = { row: 0, column: 0 };
  private nextId = 1;
  private readonly calculation = new Calculation(this);
  private readonly listeners = new Set<(event: SimulatedEvent) => void>();

  /** Calls `listener` at every event; returns what stops it. */
  listen(listener: (event: SimulatedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  emit(event: SimulatedEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  newId(): string {
    return `{00000000-0000-4000-8000-${String(this.nextId++).padStart(12, "0")}}`;
  }

  /**
   * Types contents into cells; `null` leaves a cell alone. What depends on them is calculated at once, or, where the
   * client types, when values are next asked for: see `calculate`.
   */
  type(
    sheet: SimulatedSheet,
    area: Area,
    contents: (row: number, column: number) => string | number | boolean | null,
    author: Author,
  ): void {
    let typedAny = false;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const typed = contents(row, column);
        if (typed === null) continue;
        const isHeading = sheet.tables.some((table) => table.area.top === row && holds(table.area, row, column));
        sheet.setCell(row, column, typeInto(sheet.cell(row, column), isHeading ? `'${typed}` : typed));
        this.calculation.note({ sheet, row, column });
        typedAny = true;
      }
    }
    if (!author.byClient) this.calculate();
    if (typedAny) this.emit({ type: "changed", sheet, area, ...author });
  }

  /** Brings the values of all formulas up to date: before values are asked for, and when a request has been done. */
  calculate(): void {
    this.calculation.settle();
  }

  /** Whether protection keeps a person from typing into an area. */
  isLocked(sheet: SimulatedSheet, { top, left, bottom, right }: Area): boolean {
    if (!sheet.protection) return false;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        if (sheet.cell(row, column).dress?.locked !== false) return true;
    return false;
  }

  /** Puts cells back as they were, formats and all, and calculates what depends on them: a person takes typing back. */
  restore(sheet: SimulatedSheet, cells: readonly PlacedCell[], author: Author): void {
    const [first] = cells;
    if (!first) return;
    let area: Area = { top: first.row, left: first.column, bottom: first.row, right: first.column };
    for (const { row, column, cell } of cells) {
      sheet.setCell(row, column, cell);
      this.calculation.note({ sheet, row, column });
      area = {
        top: Math.min(area.top, row),
        left: Math.min(area.left, column),
        bottom: Math.max(area.bottom, row),
        right: Math.max(area.right, column),
      };
    }
    this.calculate();
    this.emit({ type: "changed", sheet, area, ...author });
  }

  /** Inserts rows above `row`, or, where `count` is negative, takes that many out from there. */
  shiftRows(sheet: SimulatedSheet, row: number, count: number, author: Author): void {
    shiftRows(sheet, row, count);
    this.calculation.forget();
    for (const other of this.sheets)
      for (const place of [...other.stored()]) {
        if (place.cell.formula === undefined) continue;
        const shift = { shifted: sheet.name, own: other.name, at: row, count };
        const formula = movedReferences(place.cell.formula, shift);
        if (formula === place.cell.formula) continue;
        other.setCell(place.row, place.column, { ...place.cell, formula });
        this.calculation.note({ sheet: other, row: place.row, column: place.column });
      }
    if (!author.byClient) this.calculate();
    const area: Area = { top: row, bottom: row + Math.abs(count) - 1, left: 0, right: LAST_COLUMN };
    this.emit({ type: "changed", sheet, area, change: count > 0 ? "RowInserted" : "RowDeleted", ...author });
  }

  select(sheet: SimulatedSheet, area: Area, active: Place = { row: area.top, column: area.left }): void {
    this.activeSheet = sheet;
    this.selection = area;
    this.activeCell = active;
    this.emit({ type: "selected", sheet, area });
  }

  /** A person shows a hidden sheet. */
  unhide(sheet: SimulatedSheet): void {
    sheet.hidden = false;
    this.select(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
  }

  addSheet(sheet: SimulatedSheet, author: Author): void {
    this.sheets.push(sheet);
    this.emit({ type: "sheet-added", sheet, ...author });
  }

  deleteSheet(sheet: SimulatedSheet, author: Author): void {
    const position = this.sheets.indexOf(sheet);
    this.sheets.splice(position, 1);
    this.calculation.forget();
    if (this.activeSheet === sheet) this.activeSheet = this.sheets[Math.max(0, position - 1)] ?? null;
    this.emit({ type: "sheet-deleted", sheet, ...author });
  }
}

function holds({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** A cell as it shows: Range.text. */
export function shownText(sheet: SimulatedSheet, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  if (isBlank(cell)) return "";
  const value = shownValue(cell);
  if (typeof value === "number") return numberText(value, cell.format);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : value;
}
