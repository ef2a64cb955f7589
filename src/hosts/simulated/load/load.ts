import { CellKind, coordinates } from "../../../engine/workbook";
import type { WorkbookPackage } from "../../file";
import { openPackage, readWorkbook, partText } from "../../file";
import { MARK_LOOKS, markLevelOf } from "../../looks";
import type { SimulatedCell } from "../model/sheet";
import { SimulatedSheet } from "../model/sheet";
import { SimulatedWorkbook } from "../model/workbook";
import { readThemeColours } from "./colours";
import { readSheetDetails } from "./sheet-details";
import { readTables } from "./tables";
import type { CellFormat } from "./styles";
import { readCellFormats } from "./styles";

/** A workbook in memory and the file it came from. */
export interface Loaded {
  readonly workbook: SimulatedWorkbook;
  readonly source: WorkbookPackage;
}

/**
 * Opens a workbook file as a simulated workbook.
 * @throws WorkbookFileError
 */
export function loadWorkbook(bytes: Uint8Array): Loaded {
  const source = openPackage(bytes);
  const values = readWorkbook(source);
  const workbook = new SimulatedWorkbook();
  workbook.definedNames = source.workbook.definedNames;
  workbook.structureProtected = /<(?:\w+:)?workbookProtection\b[^>]*\blockStructure="(?:1|true)"/.test(
    partText(source.archive, source.workbookPart),
  );
  const formats = cellFormats(source);
  values.sheets.forEach((from, position) => {
    const listed = source.sheets[position]!;
    if (!listed.hasCells) return void workbook.chartSheets.push(listed.name);
    const sheet = new SimulatedSheet(workbook.newId(), from.name, from.hidden, from.name);
    from.kinds.forEach((kind, index) => {
      const cell =
        kind === CellKind.Blank && !from.formulas.has(index) ? null : storedCell(from, index, values.numberFormats);
      const { row, column } = coordinates(from, index);
      if (cell) sheet.setCell(row, column, cell);
    });
    sheet.merges.push(...from.merges);
    from.hiddenRows.forEach((row) => sheet.hiddenRows.add(row));
    from.hiddenColumns.forEach((column) => sheet.hiddenColumns.add(column));
    readSheetDetails(partText(source.archive, listed.part), listed.part, sheet, formats, () => workbook.newId());
    for (const mark of sheet.conditionalFormats) {
      const level = markLevelOf(mark.formula);
      if (level) Object.assign(mark.look, { ...MARK_LOOKS[level] });
    }
    sheet.veryHidden = listed.state === "veryHidden";
    sheet.tables.push(...readTables(source, listed.part));
    workbook.sheets.push(sheet);
  });
  workbook.activeSheet = workbook.sheets.find(({ hidden }) => !hidden) ?? null;
  for (const { kind, part } of source.workbookRelationships) {
    if (kind === "customXml" && part)
      workbook.xmlParts.push({ id: workbook.newId(), xml: partText(source.archive, part) });
  }
  return { workbook, source };
}

function storedCell(
  from: {
    kinds: Uint8Array;
    numbers: Float64Array;
    texts: readonly (string | undefined)[];
    formats: Uint16Array;
    formulas: ReadonlyMap<number, string>;
  },
  index: number,
  numberFormats: readonly string[],
): SimulatedCell {
  const formula = from.formulas.get(index);
  const kept = {
    format: numberFormats[from.formats[index]!] ?? "General",
    ...(formula === undefined ? {} : { formula }),
  };
  switch (from.kinds[index]) {
    case CellKind.Number:
      return { ...kept, value: from.numbers[index]! };
    case CellKind.Boolean:
      return { ...kept, value: from.numbers[index] === 1 };
    case CellKind.Text:
      return { ...kept, value: from.texts[index] ?? "" };
    case CellKind.Error:
      return { ...kept, value: null, error: from.texts[index] ?? "#VALUE!" };
    default:
      // Excel would have calculated it on opening.
      return { ...kept, value: null, error: "#NAME?" };
  }
}

function cellFormats(source: WorkbookPackage): CellFormat[] {
  const related = (kind: string): string | null =>
    source.workbookRelationships.find((relationship) => relationship.kind === kind)?.part ?? null;
  const styles = related("styles");
  const theme = related("theme");
  if (styles === null || !source.archive.byName.has(styles.toLowerCase())) return [];
  const colours =
    theme !== null && source.archive.byName.has(theme.toLowerCase())
      ? readThemeColours(partText(source.archive, theme), theme)
      : [];
  return readCellFormats(partText(source.archive, styles), styles, colours);
}
