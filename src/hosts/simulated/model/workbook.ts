import type { Area } from "../../../engine/workbook";
import type { DefinedName } from "../../file/package/workbook-part";
import { Calculation } from "./calculation";
import type { SimulatedSheet } from "./sheet";
import { isBlank, shownValue } from "./sheet";
import { typeInto } from "./typing";
import { generalText, numberText } from "./number-text";

/** Something that happened in the workbook, for clients that registered for it and for the page that shows it. */
export type SimulatedEvent =
  | { readonly type: "changed"; readonly sheet: SimulatedSheet; readonly area: Area; readonly remote: boolean; readonly byClient: boolean }
  | { readonly type: "sheet-added" | "sheet-deleted"; readonly sheet: SimulatedSheet; readonly remote: boolean; readonly byClient: boolean }
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

/** A custom XML part of the workbook. */
export interface SimulatedXmlPart {
  readonly id: string;
  xml: string;
}

/** A workbook in memory: what the protocol and the workbench's grid work on. */
export class SimulatedWorkbook {
  readonly sheets: SimulatedSheet[] = [];
  readonly xmlParts: SimulatedXmlPart[] = [];
  structureProtected = false;
  readOnly = false;
  definedNames: readonly DefinedName[] = [];
  activeSheet: SimulatedSheet | null = null;
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
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
   * Types contents into cells; `null` leaves a cell alone. What depends on them is calculated at once, or, where the client
   * types, when values are next asked for: see `calculate`.
   */
  type(sheet: SimulatedSheet, area: Area, contents: (row: number, column: number) => string | number | boolean | null, author: Author): void {
    let typedAny = false;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const typed = contents(row, column);
        if (typed === null) continue;
        sheet.setCell(row, column, typeInto(sheet.cell(row, column), typed));
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

  select(sheet: SimulatedSheet, area: Area): void {
    this.activeSheet = sheet;
    this.selection = area;
    this.emit({ type: "selected", sheet, area });
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

/** A cell as it shows: Range.text. */
export function shownText(sheet: SimulatedSheet, row: number, column: number): string {
  const cell = sheet.cell(row, column);
  if (isBlank(cell)) return "";
  const value = shownValue(cell);
  if (typeof value === "number") return cell.format === "General" ? generalText(value) : numberText(value, cell.format);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : value;
}
