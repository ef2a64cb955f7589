import type { Steps } from "../../../engine/steps";
import { within } from "../../../engine/steps";
import type { Workbook } from "../../../engine/workbook";
import { CellKind } from "../../../engine/workbook";
import type { WorkbookPackage } from "../package/package";
import { cellsInSteps } from "../read/read-workbook";
import type { SheetCells } from "../read/sheet-part";
import { calculateMissingInSteps } from "./calculate-missing";
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
 * Calculates every formula that depends on cells about to be written, directly or through others. In steps.
 * @param writes by name of the sheet
 */
export function* recalculateInSteps(
  source: WorkbookPackage,
  writes: ReadonlyMap<string, readonly CellWrite[]>,
): Steps<Recalculation> {
  if (writes.size === 0) return { changed: [], complete: true };
  const amend = (sheet: string, cells: SheetCells): void => writes.get(sheet)?.forEach((one) => append(cells, one));
  const workbook = yield* within(0, READ, cellsInSteps(source, amend));
  if (workbook.sheets.every(({ formulas }) => formulas.size === 0)) return { changed: [], complete: true };
  const { definedNames } = source.workbook;
  const { dependents, uncertain } = findDependents(workbook, definedNames, writes);
  const before = dependents.map(({ sheet, index }) => valueAt(workbook, sheet, index));
  for (const { sheet, index } of dependents) workbook.sheets[sheet]!.kinds[index] = CellKind.Uncalculated;
  yield* within(READ, 1, calculateMissingInSteps(workbook, definedNames));
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

/** The share of the work that is done when the workbook has been read. */
const READ = 0.8;

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
