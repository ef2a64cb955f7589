import type { Steps } from "../../../engine/steps";
import { parseArea } from "../../../engine/workbook";
import { MarkupScanner, Token, openRoot, cellColumn } from "../../file";
import type { SimulatedSheet } from "../model/sheet";
import { isMarkFormula } from "../../looks";
import type { CellFormat } from "./styles";

/** Characters to points: 7 pixels a character and 5 of padding, at 96 pixels an inch. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

/** Names of cfRule types as the API has them; others are presets. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

/** Tags that are read between two places where the work can be left off. */
const TAGS_A_STEP = 4_096;

/**
 * What reading the values leaves out of a worksheet part: looks and formats of cells, widths and heights, protection,
 * frozen rows, conditional formats. In steps.
 * @param newId makes ids for conditional formats
 */
export function* readSheetDetails(
  text: string,
  part: string,
  sheet: SimulatedSheet,
  formats: readonly CellFormat[],
  newId: () => string,
): Steps<void> {
  const scanner = new MarkupScanner(text, part);
  const prefix = openRoot(scanner, "worksheet");
  const cells = new CellDetails(sheet, formats);
  const rules = new ConditionalRules();
  let tags = 0;
  while (scanner.next() !== Token.End) {
    if (++tags % TAGS_A_STEP === 0) yield scanner.end / text.length;
    if (scanner.token !== Token.Open || !scanner.name.startsWith(prefix)) continue;
    const name = scanner.name.slice(prefix.length);
    cells.read(name, scanner);
    rules.read(name, scanner);
    READERS.get(name)?.(scanner, sheet);
  }
  rules.place(sheet, newId);
}

/** Elements that say something of the sheet by themselves. */
const READERS: ReadonlyMap<string, (scanner: MarkupScanner, sheet: SimulatedSheet) => void> = new Map([
  ["col", readWidths],
  ["pane", readFrozen],
  ["sheetProtection", readProtection],
]);

function readWidths(scanner: MarkupScanner, sheet: SimulatedSheet): void {
  const last = Math.min(Number(scanner.attribute("max")), 16_384);
  const width = scanner.attribute("width");
  if (width === undefined) return;
  for (let at = Number(scanner.attribute("min")) - 1; at < last; at++)
    sheet.columnWidths.set(at, pointsOf(Number(width)));
}

function readFrozen(scanner: MarkupScanner, sheet: SimulatedSheet): void {
  if (!scanner.attribute("state")?.startsWith("frozen")) return;
  sheet.frozenRows = Number(scanner.attribute("ySplit") ?? 0);
  sheet.frozenColumns = Number(scanner.attribute("xSplit") ?? 0);
}

function readProtection(scanner: MarkupScanner, sheet: SimulatedSheet): void {
  const on = scanner.attribute("sheet");
  if (on !== "1" && on !== "true") return;
  const locked = scanner.attribute("formatCells");
  sheet.protection = { allowFormatCells: locked === "0" || locked === "false" };
}

/** Rows and cells, in their order: either may leave out where it is, and follows the one before then. */
class CellDetails {
  private row = -1;
  private column = -1;

  constructor(
    private readonly sheet: SimulatedSheet,
    private readonly formats: readonly CellFormat[],
  ) {}

  read(name: string, scanner: MarkupScanner): void {
    if (name === "row") this.readRow(scanner);
    else if (name === "c") this.readCell(scanner);
  }

  private readRow(scanner: MarkupScanner): void {
    this.row = Number(scanner.attribute("r") ?? this.row + 2) - 1;
    this.column = -1;
    const height = scanner.attribute("ht");
    if (height !== undefined) this.sheet.rowHeights.set(this.row, Number(height));
  }

  private readCell(scanner: MarkupScanner): void {
    const reference = scanner.attribute("r");
    this.column = reference === undefined ? this.column + 1 : cellColumn(reference);
    const style = this.formats[Number(scanner.attribute("s") ?? 0)];
    if (!style || this.column < 0) return;
    this.sheet.setCell(this.row, this.column, {
      ...this.sheet.cell(this.row, this.column),
      format: style.format,
      ...(style.dress ? { dress: style.dress } : {}),
    });
  }
}

/** A rule of a conditional format as the file has it. */
interface FileRule {
  readonly priority: number;
  readonly areas: readonly string[];
  readonly type: string;
  formula: string;
}

/** Conditional formats: areas, the rules for them, and the first formula of each. */
class ConditionalRules {
  private areas: readonly string[] = [];
  private readonly found: FileRule[] = [];

  read(name: string, scanner: MarkupScanner): void {
    if (name === "conditionalFormatting") this.areas = (scanner.attribute("sqref") ?? "").split(/\s+/);
    else if (name === "cfRule") this.readRule(scanner);
    else if (name === "formula") this.readFormula(scanner);
  }

  private readRule(scanner: MarkupScanner): void {
    this.found.push({
      type: TYPES.get(scanner.attribute("type") ?? "") ?? "PresetCriteria",
      priority: Number(scanner.attribute("priority") ?? 0),
      areas: this.areas,
      formula: "",
    });
  }

  private readFormula(scanner: MarkupScanner): void {
    const rule = this.found.at(-1);
    if (rule?.formula === "") rule.formula = scanner.textContent();
  }

  /** Puts them on the sheet, the first in priority first. */
  place(sheet: SimulatedSheet, newId: () => string): void {
    for (const { areas, type, formula } of this.found.sort((a, b) => a.priority - b.priority)) {
      sheet.conditionalFormats.push({
        id: newId(),
        areas: areas.flatMap((address) => parseArea(address) ?? []),
        type,
        formula,
        look: {},
        foreign: !isMarkFormula(formula),
      });
    }
  }
}
