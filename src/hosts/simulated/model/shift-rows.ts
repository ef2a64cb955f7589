import type { Area } from "../../../engine/workbook";
import type { SimulatedConditionalFormat, SimulatedSheet } from "./sheet";
import { BLANK_CELL } from "./sheet";

/** Moves everything below a row of a sheet down by `count` rows, or up by -`count` over what stood there. */
export function shiftRows(sheet: SimulatedSheet, at: number, count: number): void {
  const gone = (row: number): boolean => count < 0 && row >= at && row < at - count;
  const moved = [...sheet.stored()].filter(({ row }) => row >= at);
  for (const { row, column } of moved) sheet.setCell(row, column, BLANK_CELL);
  for (const { row, column, cell } of moved) if (!gone(row)) sheet.setCell(row + count, column, cell);
  const hidden = [...sheet.hiddenRows].filter((row) => row >= at);
  for (const row of hidden) sheet.hiddenRows.delete(row);
  for (const row of hidden) if (!gone(row)) sheet.hiddenRows.add(row + count);
  const shifted = (area: Area): Area => ({
    ...area,
    top: area.top >= at ? Math.max(at, area.top + count) : area.top,
    bottom: area.bottom >= at ? area.bottom + count : area.bottom,
  });
  sheet.merges.splice(0, sheet.merges.length, ...sheet.merges.map(shifted).filter(isThere));
  sheet.conditionalFormats.splice(
    0,
    sheet.conditionalFormats.length,
    ...sheet.conditionalFormats.map((format): SimulatedConditionalFormat => ({
      ...format,
      areas: format.areas.map(shifted).filter(isThere),
    })),
  );
}

function isThere({ top, bottom }: Area): boolean {
  return bottom >= top;
}
