import type { Steps } from "../../../engine/steps";
import { within } from "../../../engine/steps";
import type { MarkLevel, Sheet } from "../../../engine/workbook";
import { CellKind, areaA1, coordinates } from "../../../engine/workbook";
import type { WorkbookPackage } from "../../file";
import { SETTINGS_NAMESPACE, openPackageInSteps, partText, partTextInSteps, readWorkbookInSteps } from "../../file";
import { MARK_LEVELS, MARK_LOOKS, markLevelOf } from "../../looks";
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
  /** What the file says, as far as saving has to know what is different now; the sheets know it of their cells. */
  readonly before: {
    readonly sheets: readonly string[];
    readonly marks: string;
    readonly settings: string | null;
  };
}

/** Our marks on the sheets that the file has, as one text. */
export function marksIn(workbook: SimulatedWorkbook): string {
  return JSON.stringify(workbook.sheets.filter(({ origin }) => origin !== null).map(marksOf));
}

/** Our marks on a sheet, in an order that does not depend on how they came there. */
export function marksOf(sheet: SimulatedSheet): { address: string; level: MarkLevel }[] {
  const marks = sheet.conditionalFormats.flatMap(({ formula, areas }) => {
    const level = markLevelOf(formula);
    return level ? areas.map((area) => ({ address: areaA1(area), level })) : [];
  });
  return marks.sort(
    (a, b) => MARK_LEVELS.indexOf(a.level) - MARK_LEVELS.indexOf(b.level) || (a.address < b.address ? -1 : 1),
  );
}

/** The XML that our settings are kept in. */
export function ourSettings(workbook: SimulatedWorkbook): string | null {
  return workbook.xmlParts.find(({ xml }) => xml.includes(`"${SETTINGS_NAMESPACE}"`))?.xml ?? null;
}

/** The shares of the work that are done when the file has been unpacked, and when its values have been read. */
const UNPACKED = 0.05;
const READ = 0.5;
/** Cells that are stored between two places where the work can be left off. */
const CELLS_A_STEP = 8_192;

/**
 * Opens a workbook file as a simulated workbook, in steps.
 * @throws WorkbookFileError
 */
export function* loadInSteps(bytes: Uint8Array): Steps<Loaded> {
  const source = yield* within(0, UNPACKED, openPackageInSteps(bytes));
  const values = yield* within(UNPACKED, READ, readWorkbookInSteps(source));
  const workbook = new SimulatedWorkbook();
  workbook.definedNames = source.workbook.definedNames;
  workbook.structureProtected = /<(?:\w+:)?workbookProtection\b[^>]*\blockStructure="(?:1|true)"/.test(
    partText(source.archive, source.workbookPart),
  );
  const formats = cellFormats(source);
  for (const [position, from] of values.sheets.entries()) {
    const listed = source.sheets[position]!;
    if (!listed.hasCells) {
      workbook.chartSheets.push(listed.name);
      continue;
    }
    const sheet = new SimulatedSheet(workbook.newId(), from.name, from.hidden, from.name);
    const share = (part: number): number => READ + ((1 - READ) * (position + part)) / values.sheets.length;
    yield* within(share(0), share(0.4), storeCells(from, values.numberFormats, sheet));
    sheet.merges.push(...from.merges);
    from.hiddenRows.forEach((row) => sheet.hiddenRows.add(row));
    from.hiddenColumns.forEach((column) => sheet.hiddenColumns.add(column));
    const text = yield* within(share(0.4), share(0.6), partTextInSteps(source.archive, listed.part));
    const details = readSheetDetails(text, listed.part, sheet, formats, () => workbook.newId());
    yield* within(share(0.6), share(1), details);
    for (const mark of sheet.conditionalFormats) {
      const level = markLevelOf(mark.formula);
      if (level) Object.assign(mark.look, { ...MARK_LOOKS[level] });
    }
    sheet.veryHidden = listed.state === "veryHidden";
    sheet.tables.push(...readTables(source, listed.part));
    sheet.isRead();
    workbook.sheets.push(sheet);
  }
  workbook.activeSheet = workbook.sheets.find(({ hidden }) => !hidden) ?? null;
  for (const { kind, part } of source.workbookRelationships) {
    if (kind === "customXml" && part)
      workbook.xmlParts.push({ id: workbook.newId(), xml: partText(source.archive, part) });
  }
  const before = {
    sheets: workbook.sheets.map(({ name }) => name),
    marks: marksIn(workbook),
    settings: ourSettings(workbook),
  };
  return { workbook, source, before };
}

function* storeCells(from: Sheet, numberFormats: readonly string[], sheet: SimulatedSheet): Steps<void> {
  for (let index = 0; index < from.kinds.length; index++) {
    if (index % CELLS_A_STEP === 0) yield index / from.kinds.length;
    if (from.kinds[index] === CellKind.Blank && !from.formulas.has(index)) continue;
    const { row, column } = coordinates(from, index);
    sheet.setCell(row, column, storedCell(from, index, numberFormats));
  }
}

function storedCell(from: Sheet, index: number, numberFormats: readonly string[]): SimulatedCell {
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
