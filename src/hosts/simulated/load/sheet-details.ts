import { parseArea } from "../../../engine/workbook";
import { MarkupScanner, Token, openRoot } from "../../file/markup/scanner";
import { cellColumn } from "../../file/read/cell-reference";
import type { SimulatedSheet } from "../model/sheet";
import { isMarkFormula } from "../../looks";
import type { CellFormat } from "./styles";

/** Characters to points: 7 pixels a character and 5 of padding, at 96 pixels an inch. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

/** Names of cfRule types as the API has them; others are presets. */
const TYPES: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
  top10: "TopBottom",
  containsText: "ContainsText",
  notContainsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
};

/**
 * What reading the values leaves out of a worksheet part: looks and formats of cells, widths and heights, protection,
 * frozen rows, conditional formats.
 * @param newId makes ids for conditional formats
 */
export function readSheetDetails(
  text: string,
  part: string,
  sheet: SimulatedSheet,
  formats: readonly CellFormat[],
  newId: () => string,
): void {
  const scanner = new MarkupScanner(text, part);
  const prefix = openRoot(scanner, "worksheet");
  let row = -1;
  let column = -1;
  let areas: string[] = [];
  let rule: { type: string; priority: number } | null = null;
  const found: { priority: number; areas: string[]; type: string; formula: string }[] = [];
  while (scanner.next() !== Token.End) {
    if (scanner.token !== Token.Open || !scanner.name.startsWith(prefix)) continue;
    switch (scanner.name.slice(prefix.length)) {
      case "row": {
        row = Number(scanner.attribute("r") ?? row + 2) - 1;
        column = -1;
        const height = scanner.attribute("ht");
        if (height !== undefined) sheet.rowHeights.set(row, Number(height));
        break;
      }
      case "c": {
        const reference = scanner.attribute("r");
        column = reference === undefined ? column + 1 : cellColumn(reference);
        const style = formats[Number(scanner.attribute("s") ?? 0)];
        if (style)
          sheet.setCell(row, column, {
            ...sheet.cell(row, column),
            format: style.format,
            ...(style.dress ? { dress: style.dress } : {}),
          });
        break;
      }
      case "col": {
        const last = Math.min(Number(scanner.attribute("max")), 16_384);
        const width = scanner.attribute("width");
        if (width !== undefined)
          for (let at = Number(scanner.attribute("min")) - 1; at < last; at++)
            sheet.columnWidths.set(at, pointsOf(Number(width)));
        break;
      }
      case "pane":
        if (scanner.attribute("state")?.startsWith("frozen")) {
          sheet.frozenRows = Number(scanner.attribute("ySplit") ?? 0);
          sheet.frozenColumns = Number(scanner.attribute("xSplit") ?? 0);
        }
        break;
      case "sheetProtection":
        if (scanner.attribute("sheet") === "1" || scanner.attribute("sheet") === "true") {
          const locked = scanner.attribute("formatCells");
          sheet.protection = { allowFormatCells: locked === "0" || locked === "false" };
        }
        break;
      case "conditionalFormatting":
        areas = (scanner.attribute("sqref") ?? "").split(/\s+/);
        break;
      case "cfRule":
        rule = {
          type: TYPES[scanner.attribute("type") ?? ""] ?? "PresetCriteria",
          priority: Number(scanner.attribute("priority") ?? 0),
        };
        found.push({ ...rule, areas, formula: "" });
        break;
      case "formula":
        if (rule && found.at(-1)?.formula === "") found.at(-1)!.formula = scanner.textContent();
        break;
    }
  }
  for (const { areas: addresses, type, formula } of found.sort((a, b) => a.priority - b.priority)) {
    const placed = addresses.flatMap((address) => parseArea(address) ?? []);
    sheet.conditionalFormats.push({
      id: newId(),
      areas: placed,
      type,
      formula,
      look: {},
      foreign: !isMarkFormula(formula),
    });
  }
}
