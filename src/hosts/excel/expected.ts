import type { Workbook } from "../../engine/workbook";
import { CellKind, gridIndex, parseA1 } from "../../engine/workbook";
import type { CellContents } from "../host";
import type { MovedCell } from "../host-problem";
import type { ListedSheet } from "./client";
import type { PlannedCell } from "./plan";
import type { Reading } from "./read";

/** What we believe to stand in the cells: as read, and as we have written since. */
export class ExpectedContents {
  private reading: Reading | null = null;
  private readonly written = new Map<string, CellContents>();

  /** A new reading replaces everything that was believed before. */
  setReading(reading: Reading): void {
    this.reading = reading;
    this.written.clear();
  }

  /** We have just written this. */
  setCell(sheetId: string, address: string, contents: CellContents): void {
    this.written.set(`${sheetId} ${address}`, contents);
  }

  /**
   * The planned cells that are not as we believe: somebody has changed them. Cells of sheets never read are not judged.
   */
  moved(cells: readonly PlannedCell[], found: readonly CellContents[]): MovedCell[] {
    return cells.flatMap(({ sheet, address }, position) => {
      const was = this.contents(sheet, address);
      const now = found[position] ?? null;
      return was === undefined || isSame(was, now) ? [] : [{ sheet: sheet.name, address, was, now }];
    });
  }

  private contents(sheet: ListedSheet, address: string): CellContents | undefined {
    const written = this.written.get(`${sheet.id} ${address}`);
    if (written !== undefined || this.written.has(`${sheet.id} ${address}`)) return written;
    const position = this.reading?.sheets.findIndex(({ id }) => id === sheet.id) ?? -1;
    return this.reading && position >= 0 ? contentsAt(this.reading.workbook, position, address) : undefined;
  }
}

/** Both as Excel gives them in Range.formulas. */
export function isSame(one: CellContents, other: CellContents): boolean {
  return (one === "" ? null : one) === (other === "" ? null : other);
}

function contentsAt(workbook: Workbook, position: number, address: string): CellContents {
  const sheet = workbook.sheets[position]!;
  const place = parseA1(address);
  const index = place ? gridIndex(sheet, place.row, place.column) : -1;
  if (index < 0) return null;
  const formula = sheet.formulas.get(index);
  if (formula !== undefined) return `=${formula}`;
  switch (sheet.kinds[index]) {
    case CellKind.Number:
      return sheet.numbers[index]!;
    case CellKind.Boolean:
      return sheet.numbers[index] === 1;
    case CellKind.Text:
      return sheet.texts[index]?.startsWith("=") ? `'${sheet.texts[index]}` : (sheet.texts[index] ?? null);
    case CellKind.Error:
      return sheet.texts[index] ?? null;
    default:
      return null;
  }
}
