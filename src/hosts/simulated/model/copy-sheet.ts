import { SimulatedSheet } from "./sheet";

/** A copy of a sheet, its conditional formats and layout included, as an added one. */
export function copyOf(sheet: SimulatedSheet, id: string, name: string, newId: () => string): SimulatedSheet {
  const copy = new SimulatedSheet(id, name, sheet.hidden, null);
  for (const { row, column, cell } of sheet.stored()) copy.setCell(row, column, cell);
  copy.merges.push(...sheet.merges);
  sheet.hiddenRows.forEach((row) => copy.hiddenRows.add(row));
  sheet.hiddenColumns.forEach((column) => copy.hiddenColumns.add(column));
  for (const format of sheet.conditionalFormats)
    copy.conditionalFormats.push({ ...format, id: newId(), look: { ...format.look } });
  sheet.columnWidths.forEach((width, column) => copy.columnWidths.set(column, width));
  sheet.rowHeights.forEach((height, row) => copy.rowHeights.set(row, height));
  copy.protection = sheet.protection && { ...sheet.protection };
  copy.frozenRows = sheet.frozenRows;
  copy.print = { ...sheet.print };
  return copy;
}
