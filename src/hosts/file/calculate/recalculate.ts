import type { Workbook } from "../../../engine/workbook";
import { CellKind } from "../../../engine/workbook";
import type { WorkbookPackage } from "../package/package";
import { readCells } from "../read/read-workbook";
import type { SheetCells } from "../read/sheet-part";
import { calculateMissing } from "./calculate-missing";
import { findDependents } from "./dependents";

/** New content of a cell; zero-based. `value` undefined: a formula still to be calculated. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null | undefined;
  readonly formula?: string;
}

/** A formula whose calculated value is another one after the writes. */
export interface RecalculatedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** An error value as { error }; undefined where the new value could not be calculated. */
  readonly value: number | string | boolean | { readonly error: string } | undefined;
}

/** What writing some cells does to the calculated values of a workbook. */
export interface Recalculation {
  readonly changed: readonly RecalculatedCell[];
  /** Every formula that depends, or may depend, on what is written has been brought up to date. */
  readonly complete: boolean;
}

/**
 * Calculates every formula that depends on cells about to be written, directly or through others.
 * @param writes by name of the sheet
 */
export function recalculate(source: WorkbookPackage, writes: ReadonlyMap<string, readonly CellWrite[]>): Recalculation {
  const workbook = readCells(source, (sheet, cells) => writes.get(sheet)?.forEach((write) => append(cells, write)));
  if (workbook.sheets.every(({ formulas }) => formulas.size === 0)) return { changed: [], complete: true };
  const { definedNames } = source.workbook;
  const { dependents, uncertain } = findDependents(workbook, definedNames, writes);
  const before = dependents.map(({ sheet, index }) => valueAt(workbook, sheet, index));
  for (const { sheet, index } of dependents) workbook.sheets[sheet]!.kinds[index] = CellKind.Uncalculated;
  calculateMissing(workbook, definedNames);
  const changed: RecalculatedCell[] = [];
  let complete = !uncertain;
  dependents.forEach(({ sheet, index }, position) => {
    const value = valueAt(workbook, sheet, index);
    if (value === undefined) complete = false;
    if (isSame(value, before[position])) return;
    const { name, rows, columns } = workbook.sheets[sheet]!;
    changed.push({
      sheet: name,
      row: rows[Math.floor(index / columns.length)]!,
      column: columns[index % columns.length]!,
      value,
    });
  });
  return { changed, complete };
}

function append(cells: SheetCells, { row, column, value, formula }: CellWrite): void {
  if (formula !== undefined) cells.formulas.set(cells.rows.length, formula);
  cells.rows.push(row);
  cells.columns.push(column);
  cells.kinds.push(
    value === undefined
      ? CellKind.Uncalculated
      : value === null || value === ""
        ? CellKind.Blank
        : typeof value === "number"
          ? CellKind.Number
          : CellKind.Text,
  );
  cells.numbers.push(typeof value === "number" ? value : 0);
  cells.texts.push(typeof value === "string" && value !== "" ? value : undefined);
  cells.styles.push(0);
}

function valueAt(workbook: Workbook, position: number, index: number): RecalculatedCell["value"] {
  const sheet = workbook.sheets[position]!;
  switch (sheet.kinds[index]) {
    case CellKind.Number:
      return sheet.numbers[index]!;
    case CellKind.Boolean:
      return sheet.numbers[index] === 1;
    case CellKind.Error:
      return { error: sheet.texts[index] ?? "#VALUE!" };
    case CellKind.Uncalculated:
      return undefined;
    default:
      return sheet.texts[index] ?? "";
  }
}

function isSame(value: RecalculatedCell["value"], other: RecalculatedCell["value"]): boolean {
  return typeof value === "object" && typeof other === "object" ? value.error === other.error : value === other;
}
