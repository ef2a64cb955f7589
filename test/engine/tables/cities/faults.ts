import { parseA1 } from "../../../../src/engine/workbook";
import type { Typed, Value } from "../sheets";
import type { Fault } from "./city";

/** The sheets with a slip put in; nothing is changed in place. */
export function withFault(sheets: readonly Typed[], fault: Fault): Typed[] {
  if (!sheets.some((sheet) => sheet.name === fault.sheet)) throw new Error(`no sheet ${fault.sheet}`);
  return sheets.map((sheet) => (sheet.name === fault.sheet ? { ...sheet, rows: withoutRow(withCells(sheet.rows, fault.cells ?? {}), fault.withoutRow) } : sheet));
}

type Rows = readonly (readonly Value[])[];

function withCells(rows: Rows, cells: Readonly<Record<string, Value>>): Rows {
  const changed = rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(cells)) {
    const { row, column } = parseA1(address)!;
    changed[row]![column] = value;
  }
  return changed;
}

function withoutRow(rows: Rows, number: number | undefined): Rows {
  return number === undefined ? rows : rows.filter((_, index) => index !== number - 1);
}
