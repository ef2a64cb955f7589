import type { Area, AuthoredCell, AuthoredSheet, CellStyle } from "../../engine/workbook";
import { a1, areaA1, columnLetters } from "../../engine/workbook";
import { quotedSheetName } from "../sheet-names";
import type { CellLook } from "../looks";
import { CELL_LOOKS } from "../looks";
import type { Operation } from "./operations";
import { asTyped } from "./plan";

/** Addresses in one RangeAreas: Worksheet.getRanges refuses long lists without a documented limit (office-js #5198). */
const ADDRESSES_A_GROUP = 100;

/**
 * What has to be done to write a sheet that we author, the sheet itself first.
 * @param name its final name
 * @param finalName the final name of a sheet that a link points to
 */
export function authorOperations(
  sheet: AuthoredSheet,
  name: string,
  finalName: (sheet: string) => string,
): Operation[] {
  const choices = choiceLists(sheet);
  const cells = [...sheet.cells, ...choices.cells];
  const on =
    (work: (worksheet: Excel.Worksheet) => void): Operation =>
    (context) =>
      work(context.workbook.worksheets.getItem(name));
  return [
    (context) => void context.workbook.worksheets.add(name),
    ...contentOperations(cells).map(on),
    ...sheet.cells.filter(({ link }) => link).map((cell) => on((worksheet) => linkCell(worksheet, cell, finalName))),
    ...styleGroups(sheet).flatMap(({ look, addresses }) =>
      groupsOf(addresses).map((group) => on((worksheet) => dress(worksheet, group, look))),
    ),
    ...(sheet.bordered ?? []).map((area) => on((worksheet) => frame(worksheet, area))),
    ...(sheet.merges ?? [])
      .filter(isSeveral)
      .map((area) => on((worksheet) => rangeOf(worksheet, areaA1(area), (range) => range.merge(false)))),
    on((worksheet) => layOut(worksheet, sheet, choices.hiddenColumn)),
    ...choices.lists.map(({ addresses, source }) =>
      on((worksheet) => addresses.forEach((address) => offerChoices(worksheet, address, source))),
    ),
  ];
}

function rangeOf(worksheet: Excel.Worksheet, address: string, work: (range: Excel.Range) => void): void {
  const range = worksheet.getRange(address);
  work(range);
  range.untrack();
}

/** Contents by runs of neighbouring rows, so that a payload that is too large can be divided. */
function contentOperations(cells: readonly AuthoredCell[]): ((worksheet: Excel.Worksheet) => void)[] {
  const byRow = new Map<number, AuthoredCell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  return [...byRow].flatMap(([row, inRow]) => {
    const filled = inRow.filter(
      ({ value, formula }) => formula !== undefined || (value !== undefined && value !== null && value !== ""),
    );
    if (filled.length === 0) return [];
    const left = Math.min(...filled.map(({ column }) => column));
    const right = Math.max(...filled.map(({ column }) => column));
    // null leaves a cell alone.
    const contents = new Array<string | number | null>(right - left + 1).fill(null);
    for (const { column, value, formula } of filled)
      contents[column - left] = formula === undefined ? asTyped(value ?? null) : `=${formula}`;
    const address = areaA1({ top: row, bottom: row, left, right });
    return [(worksheet: Excel.Worksheet) => rangeOf(worksheet, address, (range) => (range.formulas = [contents]))];
  });
}

function linkCell(
  worksheet: Excel.Worksheet,
  { row, column, value, link }: AuthoredCell,
  finalName: (sheet: string) => string,
): void {
  rangeOf(worksheet, a1(row, column), (range) => {
    const documentReference = `${quotedSheetName(finalName(link!.sheet))}!${link!.address}`;
    range.hyperlink = { documentReference, textToDisplay: String(value ?? link!.address), screenTip: "" };
  });
}

/** Cells that look alike, put together; a merged area looks like its first cell. */
function styleGroups(sheet: AuthoredSheet): { look: CellLook; addresses: string[] }[] {
  const groups = new Map<CellStyle, string[]>();
  const merged = new Map((sheet.merges ?? []).map((area) => [a1(area.top, area.left), areaA1(area)]));
  for (const { row, column, style, link } of sheet.cells) {
    const name = style ?? (link ? "link" : "plain");
    const address = a1(row, column);
    groups.set(name, [...(groups.get(name) ?? []), merged.get(address) ?? address]);
  }
  return [...groups].map(([name, addresses]) => ({ look: CELL_LOOKS[name], addresses }));
}

function groupsOf(addresses: readonly string[]): string[] {
  const groups: string[] = [];
  for (let at = 0; at < addresses.length; at += ADDRESSES_A_GROUP)
    groups.push(addresses.slice(at, at + ADDRESSES_A_GROUP).join(","));
  return groups;
}

function dress(worksheet: Excel.Worksheet, addresses: string, look: CellLook): void {
  const areas = worksheet.getRanges(addresses);
  const { format } = areas;
  format.verticalAlignment = "Center";
  if (look.wrap) format.wrapText = true;
  if (look.horizontal) format.horizontalAlignment = look.horizontal;
  if (look.fill) format.fill.color = look.fill;
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.underline) format.font.underline = "Single";
  if (look.colour) format.font.color = look.colour;
  if (look.size) format.font.size = look.size;
  areas.untrack();
  if (look.format === undefined) return;
  for (const address of addresses.split(","))
    rangeOf(worksheet, address, (range) => (range.numberFormat = look.format as unknown as string[][]));
}

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function frame(worksheet: Excel.Worksheet, area: Area): void {
  rangeOf(worksheet, areaA1(area), (range) => {
    for (const side of SIDES) {
      if (side === "InsideHorizontal" && area.top === area.bottom) continue;
      if (side === "InsideVertical" && area.left === area.right) continue;
      range.format.borders.getItem(side).style = "Continuous";
    }
  });
}

function isSeveral({ top, left, bottom, right }: Area): boolean {
  return top !== bottom || left !== right;
}

/**
 * Width in points of a column of that many characters, in the usual 11-point font: 7 pixels a character and 5 of
 * padding.
 */
export function pointsOfWidth(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function layOut(worksheet: Excel.Worksheet, sheet: AuthoredSheet, hiddenColumn: number | null): void {
  sheet.widths?.forEach((width, column) => {
    const letters = columnLetters(column);
    rangeOf(worksheet, `${letters}:${letters}`, (range) => (range.format.columnWidth = pointsOfWidth(width)));
  });
  for (const [row, height] of Object.entries(sheet.heights ?? {})) {
    const number = Number(row) + 1;
    rangeOf(worksheet, `${number}:${number}`, (range) => (range.format.rowHeight = height));
  }
  if (hiddenColumn !== null) {
    const letters = columnLetters(hiddenColumn);
    rangeOf(worksheet, `${letters}:${letters}`, (range) => (range.columnHidden = true));
  }
  if (sheet.freezeRows) worksheet.freezePanes.freezeRows(sheet.freezeRows);
}

/** Longest list that a validation holds itself; longer ones, and choices with a comma, stand in a hidden column. */
const MAX_INLINE = 255;

interface ChoiceList {
  readonly addresses: string[];
  readonly source: string;
}

function choiceLists(sheet: AuthoredSheet): {
  lists: ChoiceList[];
  cells: AuthoredCell[];
  hiddenColumn: number | null;
} {
  const wanted = new Map<string, { choices: readonly string[]; addresses: string[] }>();
  for (const { row, column, choices } of sheet.cells) {
    if (!choices || choices.length === 0) continue;
    const key = choices.join("\n");
    const list = wanted.get(key) ?? { choices, addresses: [] };
    list.addresses.push(a1(row, column));
    wanted.set(key, list);
  }
  const spare =
    Math.max(
      sheet.widths?.length ?? 0,
      ...sheet.cells.map(({ column }) => column + 1),
      ...(sheet.bordered ?? []).map(({ right }) => right + 1),
    ) + 1;
  const cells: AuthoredCell[] = [];
  const lists = [...wanted.values()].map(({ choices, addresses }): ChoiceList => {
    const inline = choices.join(",");
    if (inline.length <= MAX_INLINE && !choices.some((choice) => choice.includes(",")))
      return { addresses, source: inline };
    const first = cells.length;
    choices.forEach((value, offset) => cells.push({ row: first + offset, column: spare, value }));
    const letters = columnLetters(spare);
    return { addresses, source: `=$${letters}$${first + 1}:$${letters}$${first + choices.length}` };
  });
  return { lists, cells, hiddenColumn: cells.length > 0 ? spare : null };
}

function offerChoices(worksheet: Excel.Worksheet, address: string, source: string): void {
  rangeOf(worksheet, address, (range) => (range.dataValidation.rule = { list: { inCellDropDown: true, source } }));
}
