import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../src/catalogue";
import type { TableTemplate } from "../../src/engine/tables";
import type { SourceCell, SourceSheet, Workbook } from "../../src/engine/workbook";
import { CellKind, coordinates } from "../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../src/hosts/file";

const root = join(__dirname, "../..");

/** Seed workbooks by file name without ending. */
export function openSeed(name: string): Workbook {
  return readWorkbook(openPackage(readFileSync(join(root, "seeds", `${name}.xlsx`))));
}

export const seedNames = readdirSync(join(root, "seeds"))
  .filter((file) => file.endsWith(".xlsx"))
  .map((file) => file.replace(/\.xlsx$/, ""));

/** The templates of the catalogue. */
export function officialTemplates(): readonly TableTemplate[] {
  return catalogue.templates;
}

/** A workbook taken apart into what a host would have found, so that a test can change it as a person would. */
export function takeApart(workbook: Workbook): SourceSheet[] {
  return workbook.sheets.map((sheet) => {
    const cells: SourceCell[] = [];
    sheet.kinds.forEach((kind, index) => {
      if (kind === CellKind.Blank) return;
      const { row, column } = coordinates(sheet, index);
      const value =
        kind === CellKind.Number ? sheet.numbers[index]! : kind === CellKind.Text ? sheet.texts[index]! : null;
      const format = workbook.numberFormats[sheet.formats[index]!];
      cells.push({
        row,
        column,
        value,
        format,
        formula: sheet.formulas.get(index),
        error: kind === CellKind.Error ? sheet.texts[index] : undefined,
      });
    });
    return { name: sheet.name, hidden: sheet.hidden, cells, merges: sheet.merges };
  });
}
