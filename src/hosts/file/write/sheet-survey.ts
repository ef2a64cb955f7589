import type { Steps } from "../../../engine/steps";
import type { Area } from "../../../engine/workbook";
import { a1, parseArea } from "../../../engine/workbook";
import { MarkupScanner, Token, openRoot } from "../markup/scanner";
import { refuse } from "../problem";
import { cellColumn, cellRow } from "../read/cell-reference";
import { shiftFormula } from "../read/shared-formula";
import type { CellChanges } from "./sheet-cells";

/** One formula of a sheet as the file states it. */
interface StatedFormula {
  readonly row: number;
  readonly column: number;
  /** Number of the shared formula it belongs to. */
  readonly shared: string | undefined;
  readonly text: string;
}

/** What must be known of a sheet before one of its cells is overwritten. */
export interface SheetSurvey {
  readonly formulas: readonly StatedFormula[];
  readonly arrays: readonly Area[];
  readonly merges: readonly Area[];
}

/** Tags that are read between two places where the work can be left off. */
const TAGS_A_STEP = 4_096;

/** Lists the formulas and the merged areas of a worksheet part, in steps. */
export function* surveySheet(text: string, part: string): Steps<SheetSurvey> {
  const scanner = new MarkupScanner(text, part);
  const prefix = openRoot(scanner, "worksheet");
  const survey = new Surveyor(scanner);
  for (let tags = 1; scanner.next() !== Token.End; tags++) {
    if (tags % TAGS_A_STEP === 0) yield scanner.end / text.length;
    if (scanner.token !== Token.Open) continue;
    if (scanner.name === `${prefix}row`) survey.row();
    else if (scanner.name === `${prefix}c`) survey.cell();
    else if (scanner.name === `${prefix}f`) survey.formula();
    else if (scanner.name === `${prefix}mergeCell`) survey.merge();
  }
  const { formulas, arrays, merges } = survey;
  return { formulas, arrays, merges };
}

/** Notes what the scanner stands on, and in which cell that is. */
class Surveyor {
  readonly formulas: StatedFormula[] = [];
  readonly arrays: Area[] = [];
  readonly merges: Area[] = [];
  private currentRow = -1;
  private currentColumn = -1;

  constructor(private readonly scanner: MarkupScanner) {}

  row(): void {
    this.currentRow = Number(this.scanner.attribute("r") ?? this.currentRow + 2) - 1;
    this.currentColumn = -1;
  }

  /** A cell without a reference follows the one before. */
  cell(): void {
    const reference = this.scanner.attribute("r");
    this.currentColumn = reference === undefined ? this.currentColumn + 1 : cellColumn(reference);
    if (reference !== undefined) this.currentRow = cellRow(reference);
  }

  formula(): void {
    const { scanner, currentRow: row, currentColumn: column } = this;
    const type = scanner.attribute("t");
    const area = this.area();
    if ((type === "array" || type === "dataTable") && area) this.arrays.push(area);
    const shared = type === "shared" ? scanner.attribute("si") : undefined;
    this.formulas.push({ row, column, shared, text: scanner.textContent() });
  }

  merge(): void {
    const area = this.area();
    if (area) this.merges.push(area);
  }

  private area(): Area | null {
    return parseArea(this.scanner.attribute("ref") ?? "");
  }
}

/** Changes meant for a cell that a merged area covers go to the area's first cell, the only one that shows. */
export function moveToMergeAnchors(changes: CellChanges, { merges }: SheetSurvey): CellChanges {
  const moved: CellChanges = new Map();
  for (const [row, cells] of changes) {
    for (const [column, content] of cells) {
      const area = merges.find(
        ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
      );
      const anchorRow = area?.top ?? row;
      if (!moved.has(anchorRow)) moved.set(anchorRow, new Map());
      moved.get(anchorRow)!.set(area?.left ?? column, content);
    }
  }
  return moved;
}

/** Refuses to change one cell of an array formula that has several: Excel itself does not allow it. */
export function refuseArrayCells(survey: SheetSurvey, sheet: string, row: number, column: number): void {
  for (const { top, left, bottom, right } of survey.arrays) {
    const several = top !== bottom || left !== right;
    if (several && row >= top && row <= bottom && column >= left && column <= right) {
      refuse({
        code: "array-formula",
        sheet,
        address: a1(row, column),
        range: `${a1(top, left)}:${a1(bottom, right)}`,
      });
    }
  }
}

/**
 * Formulas that have to be written out because the cell they are shared from is overwritten: address → formula.
 * @param isOverwritten whether the cell there gets new content
 */
export function orphanedFormulas(
  survey: SheetSurvey,
  isOverwritten: (row: number, column: number) => boolean,
): Map<string, { row: number; column: number; formula: string }> {
  const lost = new Map<string, StatedFormula>();
  for (const formula of survey.formulas)
    if (formula.shared !== undefined && formula.text !== "" && isOverwritten(formula.row, formula.column))
      lost.set(formula.shared, formula);
  const orphans = new Map<string, { row: number; column: number; formula: string }>();
  for (const { row, column, shared, text } of survey.formulas) {
    const first = shared !== undefined && text === "" ? lost.get(shared) : undefined;
    if (first && !isOverwritten(row, column))
      orphans.set(a1(row, column), {
        row,
        column,
        formula: shiftFormula(first.text, row - first.row, column - first.column),
      });
  }
  return orphans;
}
