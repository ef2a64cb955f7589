import type { Area, AuthoredCell, AuthoredSheet } from "../../../engine/workbook";
import { a1, areaA1, columnLetters } from "../../../engine/workbook";
import { escapeXml } from "../markup/text";
import { authoredStyle } from "./authored-styles";
import { cellMarkup } from "./cell-markup";
import { estimatedHeights } from "./row-heights";
import { quotedSheetName } from "../../sheet-names";
import type { StyleSheetDraft } from "./style-sheet";

/** What an authored sheet needs from the workbook it goes into. */
export interface AuthoredContext {
  readonly namespace: string;
  /** VBA name of the sheet, by which it is known as ours. */
  readonly codeName: string;
  /** Whether the workbook has a window to which a frozen pane can belong. */
  readonly hasViews: boolean;
  readonly styles: StyleSheetDraft;
  /** Final name of a sheet that a link points to. */
  readonly finalName: (sheet: string) => string;
}

/** Markup of a whole worksheet part. */
export function authoredSheetMarkup(sheet: AuthoredSheet, context: AuthoredContext): string {
  const choices = choiceLists(sheet);
  const parts = [
    `<sheetPr codeName="${context.codeName}">${sheet.print ? '<pageSetUpPr fitToPage="1"/>' : ""}</sheetPr>`,
    context.hasViews ? viewMarkup(sheet.freezeRows ?? 0) : "",
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsMarkup(sheet.widths ?? [], choices.hiddenColumn),
    `<sheetData>${rowsMarkup(sheet, context, choices.cells)}</sheetData>`,
    listed(
      "mergeCells",
      (sheet.merges ?? []).filter(isSeveral).map((area) => `<mergeCell ref="${areaA1(area)}"/>`),
    ),
    listed("dataValidations", choices.validations),
    linksMarkup(sheet.cells, context.finalName),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    sheet.print ? pageMarkup(sheet.print) : "",
  ];
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return `${declaration}<worksheet xmlns="${context.namespace}">${parts.join("")}</worksheet>`;
}

function isSeveral({ top, left, bottom, right }: Area): boolean {
  return top !== bottom || left !== right;
}

/** A4, as wide as one page. */
function pageMarkup({ orientation, onePage }: NonNullable<AuthoredSheet["print"]>): string {
  const fit = `fitToWidth="1" fitToHeight="${onePage ? 1 : 0}"`;
  return `<pageSetup paperSize="9" orientation="${orientation}" ${fit}/>`;
}

function listed(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function viewMarkup(freezeRows: number): string {
  if (freezeRows <= 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const cell = a1(freezeRows, 0);
  const pane = `<pane ySplit="${freezeRows}" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/>`;
  const selection = `<selection pane="bottomLeft" activeCell="${cell}" sqref="${cell}"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}${selection}</sheetView></sheetViews>`;
}

function columnsMarkup(widths: readonly number[], hiddenColumn: number | null): string {
  const columns = widths.map(
    (width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  );
  if (hiddenColumn !== null)
    columns.push(`<col min="${hiddenColumn + 1}" max="${hiddenColumn + 1}" width="9" hidden="1" customWidth="1"/>`);
  return columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
}

/** Where a cell stands, for looking it up. */
const placeOf = (row: number, column: number): number => row * 16_384 + column;

function rowsMarkup(sheet: AuthoredSheet, { styles }: AuthoredContext, extra: readonly AuthoredCell[]): string {
  const cells = new Map<number, AuthoredCell>(
    [...sheet.cells, ...extra].map((cell) => [placeOf(cell.row, cell.column), cell]),
  );
  const bordered = new Set<number>();
  const eachPlace = (area: Area, visit: (place: number, row: number, column: number) => void): void => {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) visit(placeOf(row, column), row, column);
  };
  for (const area of sheet.bordered ?? []) {
    eachPlace(area, (place, row, column) => {
      bordered.add(place);
      if (!cells.has(place)) cells.set(place, { row, column });
    });
  }
  for (const area of sheet.merges ?? []) {
    const style = cells.get(placeOf(area.top, area.left))?.style;
    eachPlace(area, (place, row, column) => {
      if (style !== undefined && cells.get(place)?.style === undefined)
        cells.set(place, { ...cells.get(place), row, column, style });
    });
  }
  const rows = new Map<number, AuthoredCell[]>();
  for (const row of Object.keys(sheet.heights ?? {})) rows.set(Number(row), []);
  for (const cell of cells.values()) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const known = new Map<string, number>();
  const styleIndex = (cell: AuthoredCell): string => {
    const hasBorder = bordered.has(placeOf(cell.row, cell.column));
    const style = cell.style ?? (cell.link ? "link" : "plain");
    const key = `${style} ${hasBorder}`;
    if (!known.has(key)) known.set(key, authoredStyle(styles, style, hasBorder));
    return String(known.get(key));
  };
  const estimated = estimatedHeights(sheet);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, inRow]) => {
      const height = sheet.heights?.[row] ?? estimated.get(row);
      const markup = inRow
        .sort((a, b) => a.column - b.column)
        .map((cell) => authoredCellMarkup(cell, styleIndex(cell)));
      const own = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
      return `<row r="${row + 1}"${own}>${markup.join("")}</row>`;
    })
    .join("");
}

function authoredCellMarkup(cell: AuthoredCell, style: string): string {
  const { row, column, formula, value } = cell;
  if (formula !== undefined)
    return cellMarkup(row, column, style, { type: "formula", formula, value: value ?? undefined });
  return cellMarkup(row, column, style, { type: "value", value: value ?? null });
}

function linksMarkup(cells: readonly AuthoredCell[], finalName: (sheet: string) => string): string {
  const links = cells.flatMap(({ row, column, link }) => {
    if (!link) return [];
    const location = `${quotedSheetName(finalName(link.sheet))}!${link.address}`;
    return [`<hyperlink ref="${a1(row, column)}" location="${escapeXml(location)}" display="${escapeXml(location)}"/>`];
  });
  return links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
}

/** Longest list that a validation holds itself (ECMA-376 part 1, 18.3.1.33); longer ones stand in a hidden column. */
const MAX_INLINE = 255;

function choiceLists(sheet: AuthoredSheet): {
  validations: string[];
  cells: AuthoredCell[];
  hiddenColumn: number | null;
} {
  const lists = new Map<string, { choices: readonly string[]; where: string[] }>();
  for (const { row, column, choices } of sheet.cells) {
    if (!choices || choices.length === 0) continue;
    const key = choices.join("\n");
    const list = lists.get(key) ?? { choices, where: [] };
    list.where.push(a1(row, column));
    lists.set(key, list);
  }
  const spare =
    Math.max(
      sheet.widths?.length ?? 0,
      ...sheet.cells.map(({ column }) => column + 1),
      ...(sheet.bordered ?? []).map(({ right }) => right + 1),
    ) + 1;
  const cells: AuthoredCell[] = [];
  const validations = [...lists.values()].map(({ choices, where }) => {
    const inline = choices.join(",");
    let formula = `"${inline.replace(/"/g, '""')}"`;
    if (inline.length > MAX_INLINE || choices.some((choice) => choice.includes(","))) {
      const first = cells.length;
      choices.forEach((value, offset) => cells.push({ row: first + offset, column: spare, value }));
      formula = `$${columnLetters(spare)}$${first + 1}:$${columnLetters(spare)}$${first + choices.length}`;
    }
    const shows = 'allowBlank="1" showInputMessage="1" showErrorMessage="1"';
    const list = `<formula1>${escapeXml(formula)}</formula1>`;
    return `<dataValidation type="list" ${shows} sqref="${where.join(" ")}">${list}</dataValidation>`;
  });
  return { validations, cells, hiddenColumn: cells.length > 0 ? spare : null };
}
