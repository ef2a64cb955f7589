import { CellKind } from "../../workbook";
import type { Classification } from "../classification";
import { StepwiseCode } from "../codes";
import { roughAmount } from "../grid";
import { normalise } from "../normalise";
import type { Line } from "../table";
import type { TableTemplate } from "../template";
import { slipOf } from "./code-cells";
import { settleCodes, type SettledCode } from "./code-slips";
import { codeParents, depthParents } from "./matrix-parents";
import type { MatrixPage } from "./matrix-columns";
import { collectRows, type MatrixRow } from "./matrix-rows";
import { placeHeads, placeSubtotals } from "./matrix-subtotals";
import { withUnitHeads, withUnitTotals } from "./unit-heads";

/**
 * Read the rows below a header as lines of a classification: codes in one or three columns or in front of the name,
 * units, totals, pages.
 */
export function readMatrixLines(
  pages: readonly MatrixPage[],
  template: TableTemplate,
): { lines: Line[]; lastRow: number; classification: Classification | undefined } {
  const stepwise = new StepwiseCode();
  const read = pages.map((page, number) => collectRows(page, number, stepwise, template));
  const printed = withUnitTotals(read.length === 1 ? read[0]!.rows : read.flatMap((page) => page.rows));
  const classification = listOf(printed, template);
  const settled =
    classification === undefined
      ? unsettled
      : settleCodes(printed, classification, (row) => leadingAmount(pages, printed[row]!));
  const rows = withUnitHeads(
    settled.size === 0 ? printed : printed.map((row, index) => withCode(row, settled.get(index))),
  );
  return { lines: arrange(rows, pages, template, settled), lastRow: read[0]!.lastRow, classification };
}

/** So many codes are looked at to tell which list they are of. */
const tellingCodes = 60;

/** The list that most of a table's codes are of; the one for its kind where they do not tell. */
function listOf(rows: readonly MatrixRow[], { classifications }: TableTemplate): Classification | undefined {
  if (classifications === undefined || classifications.length < 2) return classifications?.[0];
  const codes: string[] = [];
  for (let index = 0; index < rows.length && codes.length < tellingCodes; index++)
    if (rows[index]!.level > 0) codes.push(rows[index]!.code!);
  const shares = classifications.map((list) => codes.filter((code) => list.hasClassOf(code)).length);
  return classifications[shares.indexOf(Math.max(...shares))];
}

const unsettled: ReadonlyMap<number, SettledCode> = new Map();

function withCode(row: MatrixRow, settled: SettledCode | undefined): MatrixRow {
  return settled === undefined ? row : { ...row, code: settled.code, level: settled.level, codeOf: "subject" };
}

/** "2025年预算", "2026年预算" down the side: the later one is the budget's. Index of its row; -1 where rows are not years. */
function latestYear(rows: readonly MatrixRow[]): number {
  const years = rows.map((row) => Number(/^(20\d{2})年?/.exec(normalise(row.label))?.[1] ?? Number.NaN));
  return years.length < 2 || years.some(Number.isNaN) ? -1 : years.indexOf(Math.max(...years));
}

/** The amount of a row in its page's first column of amounts. */
function leadingAmount(pages: readonly MatrixPage[], { page, position }: MatrixRow): number {
  const { grid, region, uses } = pages[page]!;
  const slot = uses.findIndex((use) => use.use === "amount");
  return slot < 0 ? 0 : roughAmount(grid, position, region.left + slot);
}

/** The amounts of a row in all its page's columns of amounts. */
function amountsIn(pages: readonly MatrixPage[]): (row: MatrixRow) => number[] {
  return ({ page, position }) => {
    const { grid, region, uses } = pages[page]!;
    return uses.flatMap(({ use }, slot) => (use === "amount" ? [roughAmount(grid, position, region.left + slot)] : []));
  };
}

/** How many columns of names and texts have something beside the name of a row. */
function wordsBeside(pages: readonly MatrixPage[], { page, position, column }: MatrixRow): number {
  const { grid, region, uses } = pages[page]!;
  return uses.filter(({ use }, slot) => {
    const at = region.left + slot;
    return use !== "amount" && at !== column && grid.sheet.kinds[position * grid.width + at] !== CellKind.Blank;
  }).length;
}

function arrange(
  rows: readonly MatrixRow[],
  pages: readonly MatrixPage[],
  template: TableTemplate,
  settled: ReadonlyMap<number, SettledCode>,
): Line[] {
  const lines: Line[] = [];
  const coded = rows.some((row) => row.code !== null && row.codeOf === "subject");
  const unitRows = rows.some((row) => row.codeOf === "unit");
  const total = rows.findIndex((row) => row.isTotal);
  const parents = coded || unitRows ? codeParents(rows, total) : depthParents(rows, total, template);
  // A single line says what a total would: no total is printed over one body's figures.
  const alone = total < 0 && parents.parent.filter((parent) => parent === null).length === 1;
  if (coded) placeSubtotals(rows, parents, total, (row) => leadingAmount(pages, rows[row]!));
  else placeHeads(rows, parents, total, { wordsOf: (row) => wordsBeside(pages, row), amountsOf: amountsIn(pages) });
  const current = coded || unitRows || total >= 0 ? -1 : latestYear(rows);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const { grid } = pages[row.page]!;
    const parent = parents.parent[index] ?? null;
    const line: Line = {
      page: row.page,
      position: row.position,
      label: row.label,
      labelCell: grid.sheet.base + row.position * grid.width + row.column,
      code: row.code,
      roles: rolesIn(row, index === current || (alone && parent === null)),
      parent,
      part: partOf(row, coded ? undefined : lines.findLast((line) => line.parent === parent)),
      repeats: parents.repeats[index]!,
    };
    lines.push(settled.size === 0 ? line : withSlip(line, row, pages[row.page]!, settled.get(index)));
  }
  return lines;
}

function withSlip(line: Line, row: MatrixRow, page: MatrixPage, settled: SettledCode | undefined): Line {
  return settled?.slip ? { ...line, slip: slipOf(row, page, settled.slip) } : line;
}

/** What a row is, told also from what it names and from its place. */
function rolesIn({ codeOf, isTotal, label, roles }: MatrixRow, isWhole: boolean): readonly string[] {
  const own = codeOf === "unit" && !isTotal && label !== "" ? [...roles, "unit"] : roles;
  return isWhole ? [...own, "grand-total"] : own;
}

/**
 * "其中：甲" and below it, as deep and without the word, "乙": the list goes on, whatever stands under 甲. `before` is the
 * last line that is a part of the same whole.
 */
function partOf({ ofWhich }: MatrixRow, before: Line | undefined): Line["part"] {
  const goesOn = before?.part === "of-which" && before.parent !== null;
  return ofWhich || goesOn ? "of-which" : "sum";
}
