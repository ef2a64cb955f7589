import type { Sheet, Workbook } from "./sheet";

/** A workbook that is looked at beside the one in question, under a name that its sheets are told apart by. */
export interface Companion {
  readonly name: string;
  readonly workbook: Workbook;
}

/**
 * Sheets of several workbooks in one, so that one cell number names a cell in any of them. Sheets of companions are
 * called "name：sheet".
 */
export function joinWorkbooks(
  main: Workbook,
  companions: readonly Companion[],
): { workbook: Workbook; documentOf: ReadonlyMap<Sheet, number> } {
  const documentOf = new Map<Sheet, number>();
  if (companions.length === 0) return { workbook: main, documentOf };
  const numberFormats = [...main.numberFormats];
  const sheets: Sheet[] = [...main.sheets];
  let base = main.sheets.reduce((sum, sheet) => sum + sheet.kinds.length, 0);
  companions.forEach(({ name, workbook }, document) => {
    const shift = numberFormats.length;
    numberFormats.push(...workbook.numberFormats);
    for (const sheet of workbook.sheets) {
      const moved: Sheet = {
        ...sheet,
        name: `${name}：${sheet.name}`,
        base,
        formats: sheet.formats.map((format) => format + shift),
      };
      base += sheet.kinds.length;
      sheets.push(moved);
      documentOf.set(moved, document);
    }
  });
  return { workbook: { sheets, numberFormats }, documentOf };
}
