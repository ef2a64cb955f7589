import type { Steps } from "../../../engine/steps";
import type { AuthoredCell, AuthoredSheet, CellStyle, Edit } from "../../../engine/workbook";
import { a1 } from "../../../engine/workbook";
import { patchPackageInSteps } from "../../file";
import type { CellLook } from "../../looks";
import { CELL_LOOKS } from "../../looks";
import type { Dress } from "../model/dress";
import type { SimulatedCell, SimulatedSheet } from "../model/sheet";
import { isBlank, writtenContents } from "../model/sheet";
import type { Loaded } from "./load";
import { marksIn, marksOf, ourSettings } from "./load";

/**
 * The workbook as a file: the one it came from, patched with what is different now. Where nothing is different every
 * byte is the same. In steps; what is done to the workbook after the first one is not in the file.
 * @throws Error where something has been done that a patch cannot express (a sheet of the file renamed or deleted)
 */
export function* saveInSteps({ workbook, source, before }: Loaded): Steps<Uint8Array> {
  const kept = workbook.sheets.filter(({ origin }) => origin !== null);
  if (kept.length !== before.sheets.length || kept.some(({ name }, at) => name !== before.sheets[at]))
    throw new Error("the sheets of the file have been renamed or deleted: saving cannot express that");
  const edits: Edit[] = kept.flatMap(contentEdits);
  if (marksIn(workbook) !== before.marks) {
    edits.push({ type: "clear-marks" });
    for (const sheet of kept)
      for (const { address, level } of marksOf(sheet)) edits.push({ type: "mark", sheet: sheet.name, address, level });
  }
  for (const sheet of workbook.sheets)
    if (sheet.origin === null) edits.push({ type: "add-sheet", sheet: authoredSheet(sheet) });
  const settings = ourSettings(workbook);
  return yield* patchPackageInSteps(source, edits, settings === before.settings ? {} : { settings });
}

function contentEdits(sheet: SimulatedSheet): Edit[] {
  const edits: Edit[] = [];
  for (const { row, column, was } of sheet.writtenSinceRead()) {
    const now = sheet.cell(row, column);
    if (
      now.formula !== undefined
        ? now.formula === was.formula
        : was.formula === undefined && writtenContents(now) === writtenContents(was)
    )
      continue;
    const address = a1(row, column);
    if (now.formula !== undefined)
      edits.push({ type: "set-formula", sheet: sheet.name, address, formula: now.formula, value: plainValue(now) });
    else edits.push({ type: "set-value", sheet: sheet.name, address, value: plainValue(now, was.format) });
  }
  return edits;
}

/**
 * Edits know no truth values, no errors and no formats: those are written as the text that shows, and so is a
 * percentage that was typed into a cell without a format, which would else be read as 0.045.
 */
function plainValue(cell: SimulatedCell, format = cell.format): string | number | null {
  if (typeof cell.value === "number" && cell.format !== format && cell.format.endsWith("%"))
    return `${Number((cell.value * 100).toPrecision(15))}%`;
  if (cell.error !== undefined) return cell.formula === undefined ? cell.error : null;
  return typeof cell.value === "boolean" ? (cell.value ? "TRUE" : "FALSE") : cell.value;
}

/**
 * A sheet that the client has made, as the file host writes such sheets; looks become the named style that they are.
 */
function authoredSheet(sheet: SimulatedSheet): AuthoredSheet {
  const cells: AuthoredCell[] = [];
  const bordered: AuthoredSheet["bordered"] = [...sheet.stored()]
    .filter(({ cell }) => cell.dress?.borders !== undefined)
    .map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
  for (const { row, column, cell } of sheet.stored()) {
    const bare = { ...cell, format: "General" };
    const typedPercent = cell.format.endsWith("%") && styleOf(cell) === "plain" && styleOf(bare) !== "plain";
    const style = styleOf(typedPercent ? bare : cell);
    if (isBlank(cell) && style === "plain") continue;
    const link = sheet.links.get(a1(row, column));
    const choices = sheet.choices.get(a1(row, column));
    cells.push({
      row,
      column,
      style,
      value: plainValue(cell, typedPercent ? "General" : cell.format),
      ...(cell.formula === undefined ? {} : { formula: cell.formula }),
      ...(link === undefined ? {} : { link: placeOfLink(link) }),
      ...(choices === undefined || choices.startsWith("=") ? {} : { choices: choices.split(",") }),
    });
  }
  const last = Math.max(-1, ...sheet.columnWidths.keys());
  const widths = Array.from({ length: last + 1 }, (_, column) => charactersOf(sheet.columnWidths.get(column) ?? 48));
  const { orientation, onePage, titleRow } = sheet.print;
  return {
    name: sheet.name,
    cells,
    bordered,
    merges: [...sheet.merges],
    widths,
    freezeRows: sheet.frozenRows,
    heights: Object.fromEntries(sheet.rowHeights),
    ...(orientation === undefined
      ? {}
      : {
          print: {
            orientation: orientation === "Landscape" ? ("landscape" as const) : ("portrait" as const),
            onePage: onePage ?? false,
            titleRow,
          },
        }),
  };
}

/** Points to characters, the inverse of 7 pixels a character and 5 of padding. */
function charactersOf(points: number): number {
  return Math.round(((points / 0.75 - 5) / 7) * 100) / 100;
}

/** "'表 1'!B2" as sheet and address. */
function placeOfLink(reference: string): { sheet: string; address: string } {
  const mark = reference.lastIndexOf("!");
  return {
    sheet: reference.slice(0, mark).replace(/^'|'$/g, "").replace(/''/g, "'"),
    address: reference.slice(mark + 1),
  };
}

function styleOf({ dress, format }: SimulatedCell): CellStyle {
  const wanted = lookKey({
    bold: dress?.bold,
    italic: dress?.italic,
    underline: dress?.underline,
    colour: dress?.colour,
    fill: dress?.fill,
    horizontal: dress?.horizontal as CellLook["horizontal"],
    wrap: dress?.wrap,
    ...(format === "General" ? {} : { format }),
  });
  return STYLES.get(wanted) ?? "plain";
}

function lookKey({ bold, italic, underline, colour, fill, horizontal, wrap, format }: CellLook): string {
  return [bold && "b", italic && "i", underline && "u", colour, fill, horizontal, wrap && "w", format]
    .map((part) => part || "")
    .join("|");
}

const STYLES = new Map<string, CellStyle>(
  (Object.entries(CELL_LOOKS) as [CellStyle, Dress & CellLook][])
    .reverse()
    .map(([style, look]) => [lookKey(look), style]),
);
