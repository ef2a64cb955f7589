import type { Area } from "../../../engine/workbook";
import { areaA1, columnLetters, parseArea } from "../../../engine/workbook";
import type { SimulatedSheet } from "../model/sheet";
import { LAST_COLUMN, LAST_ROW } from "../model/sheet";
import type { SimulatedWorkbook } from "../model/workbook";
import { ExcelRefusal } from "../protocol/messages";

/** What a custom function has answered: its values, or the number of an error and a message. */
export type FunctionAnswer =
  { readonly value: unknown } | { readonly errorCode: number | undefined; readonly message: string };

/** What the members of all types share: the workbook, and what this client has asked for. */
export interface ClientState {
  readonly workbook: SimulatedWorkbook;
  /** Whether events reach the client (Runtime.enableEvents). */
  enableEvents: boolean;
  /** Events that the client has registered for, by their names in the protocol. */
  readonly registered: Set<string>;
  /** Without a printer a page cannot be laid out. */
  hasPrinter: boolean;
  /** Calls of custom functions that the client has not answered, by their numbers. */
  readonly calls: Map<number, (answer: FunctionAnswer) => void>;
  /** What the client has had calculated anew: a sheet by its name, or "every open workbook". */
  readonly recalculated: string[];
}

/** A sheet as members know it. */
export interface SheetData {
  readonly state: ClientState;
  readonly sheet: SimulatedSheet;
}

/** One or several areas of a sheet. */
export interface AreasData extends SheetData {
  readonly areas: readonly Area[];
}

/** Refuses writes where Excel does: a workbook opened for reading, a protected sheet. */
export function refuseIfProtected({ state, sheet }: SheetData, isFree: () => boolean = () => false): void {
  if (state.workbook.readOnly) throw new ExcelRefusal("AccessDenied", "You cannot perform the requested operation.");
  if (sheet.protection && !isFree())
    throw new ExcelRefusal("AccessDenied", "You cannot perform the requested operation.");
}

/**
 * What is written into looks and layouts of a sheet that came with the file cannot be saved: whoever tests must hear of
 * it.
 */
export function refuseUnlessAdded({ sheet }: SheetData, member: string): void {
  if (sheet.origin !== null)
    throw new ExcelRefusal("NotImplemented", `${member} on a sheet of the file: saving cannot express that`);
}

/** An argument as the text that it should be; what can be no text is taken as left out. */
export function textArgument(argument: unknown, leftOut = ""): string {
  if (typeof argument === "number" || typeof argument === "boolean") return String(argument);
  return typeof argument === "string" ? argument : leftOut;
}

/** The area of an address such as "A1:B2", "3:5", "A:C" or "'表 1'!A1"; Excel refuses anything else. */
export function areaOf(address: unknown): Area {
  const text = textArgument(address);
  const bare = text.slice(text.lastIndexOf("!") + 1).replace(/\$/g, "");
  const rows = /^(\d+):(\d+)$/.exec(bare);
  if (rows) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: LAST_COLUMN };
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(bare);
  const area = columns ? parseArea(`${columns[1]}1:${columns[2]}${LAST_ROW + 1}`) : parseArea(bare);
  if (!area || area.bottom > LAST_ROW || area.right > LAST_COLUMN)
    throw new ExcelRefusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  return area;
}

/** An area as Excel names it: whole rows are "3:5", whole columns "A:C". */
export function shownAddress({ top, left, bottom, right }: Area): string {
  if (left === 0 && right === LAST_COLUMN) return `${top + 1}:${bottom + 1}`;
  if (top === 0 && bottom === LAST_ROW) return `${columnLetters(left)}:${columnLetters(right)}`;
  return areaA1({ top, left, bottom, right });
}

/** A whole sheet. */
export const WHOLE: Area = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/** Most cells whose values Excel gives at once, as documented for Excel on the web. */
const MOST_CELLS = 5_000_000;

/** A matrix over an area: one row of it a row of the sheet; null where the area has too many cells. */
export function matrix<T>(area: Area, value: (row: number, column: number) => T): T[][] | null {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  if (rows * columns > MOST_CELLS) return null;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => value(area.top + r, area.left + c)),
  );
}

/** Reads a written matrix, or one value for all cells; refuses one of another size. */
export function writtenMatrix(area: Area, written: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(written)) return () => written;
  const rows = written as readonly unknown[][];
  const [height, width] = [area.bottom - area.top + 1, area.right - area.left + 1];
  if (rows.length === 1 && rows[0]!.length === 1) return () => rows[0]![0];
  if (rows.length !== height || rows.some((row) => row.length !== width))
    throw new ExcelRefusal(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return (row, column) => rows[row - area.top]![column - area.left];
}
