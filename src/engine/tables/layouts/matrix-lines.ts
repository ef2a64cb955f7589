import { CellKind } from "../../workbook";
import type { ColumnUse } from "../columns";
import { StepwiseCode, codeDigits, isDigits, isFunctionCode, splitCode } from "../codes";
import type { Grid, Region } from "../grid";
import { filled, looksNumeric, rawText, roughAmount, textAt } from "../grid";
import type { Header } from "../header";
import { isColumnNumberRow } from "../header";
import { enumerated, indentation, normalise, tidy } from "../normalise";
import { isPreambleText } from "../preamble";
import { rolesOf } from "../roles";
import type { Line } from "../table";
import type { TableTemplate } from "../template";
import { codeParents, depthParents } from "./matrix-parents";
import type { PlacedRow } from "./matrix-parents";
import { placeSubtotals } from "./matrix-subtotals";

/** One page of a matrix: where its body stands and what its columns are for. */
export interface MatrixPage {
  readonly grid: Grid;
  readonly region: Region;
  readonly header: Header;
  readonly uses: readonly ColumnUse[];
  /** One of several lists beside each other. */
  readonly beside: boolean;
}

/** A row of a matrix before it has its place in the classification. */
interface Row extends PlacedRow {
  readonly page: number;
  readonly position: number;
  /** Where the label stands. */
  readonly column: number;
}

const totalLabel =
  /^(?:合计|总计|总合计|本年合计|部门合计|单位合计|(?:本年)?(?:收入|支出)(?:合计|总计)|全部合计|合计数)$/;
const noRoles: readonly string[] = [];
const totalRoles: readonly string[] = ["grand-total"];
// Read once: an exported constant is asked for anew at every use, and these are used once a cell.
const { Blank, Number: Numeric, Text } = CellKind;
const pageSubtotal = /^(?:本页|页|承前|过次)(?:合计|小计|页)?$/;
const longestPageSubtotal = 4;
/** A note below the figures ends the table. */
export const footnote =
  /^(?:注|备注|说明|填表说明|注释)[::]|^注\d|^\*注|^(?:填表人|制表人|审核人|单位负责人|联系电话|填报人)/;

/**
 * Read the rows below a header as lines of a classification: codes in one or three columns or in front of the name,
 * units, totals, pages.
 */
export function readMatrixLines(
  pages: readonly MatrixPage[],
  template: TableTemplate,
): { lines: Line[]; lastRow: number } {
  const stepwise = new StepwiseCode();
  const read = pages.map((page, number) => collectRows(page, number, stepwise, template));
  const rows = read.length === 1 ? read[0]!.rows : read.flatMap((page) => page.rows);
  return { lines: arrange(rows, pages, template), lastRow: read[0]!.lastRow };
}

function collectRows(
  { grid, region, header, uses, beside }: MatrixPage,
  page: number,
  stepwise: StepwiseCode,
  template: TableTemplate,
): { rows: Row[]; lastRow: number } {
  const column = (test: (use: ColumnUse) => boolean): number => {
    const slot = uses.findIndex(test);
    return slot < 0 ? -1 : slot + region.left;
  };
  const classColumn = column((use) => use.use === "code" && use.level === "class");
  const sectionColumn = column((use) => use.use === "code" && use.level === "section");
  const itemColumn = column((use) => use.use === "code" && use.level === "item");
  const subjectCode = column((use) => use.use === "code" && use.level === "full" && use.of === "subject");
  const unitCode = column((use) => use.use === "code" && use.of === "unit");
  const subjectName = column((use) => use.use === "name" && use.of === "subject");
  const unitName = column((use) => use.use === "name" && use.of === "unit");
  const nameColumns = [subjectName, unitName].filter((found) => found >= 0);
  const leading = uses.findIndex((use) => use.use === "amount");
  const lastName = leading < 0 ? region.right : region.left + leading - 1;

  const rows: Row[] = [];
  let pageTop = page > 0;
  let lastRow = header.body - 1;
  for (let position = header.body; position <= region.bottom; position++) {
    const firstColumn = firstFilled(grid, position, region);
    if (firstColumn < 0) continue;
    const firstCode = plainCode(grid, position, firstColumn);
    // A row that begins with a code is a figure row: nothing else needs to be asked of it.
    if (firstCode === null) {
      const firstText = textAt(grid, position, firstColumn);
      if (footnote.test(firstText)) break;
      if (
        repeatsHeader(grid, position, header, region) ||
        isColumnNumberRow(grid, position, region.left, region.right) ||
        (isPreambleText(firstText) && !hasNumber(grid, position, region))
      ) {
        pageTop = true;
        continue;
      }
    }
    let label = "";
    let labelColumn = -1;
    for (const candidate of nameColumns) {
      const text = rawText(grid, position, candidate);
      if (text !== "") {
        label = text;
        labelColumn = candidate;
        break;
      }
    }
    const unitText = unitName >= 0 && unitName !== labelColumn ? normalise(rawText(grid, position, unitName)) : "";
    const unitDigits = unitCode >= 0 ? codeDigits(grid, position, unitCode) : "";
    let code = "";
    if (classColumn >= 0 || itemColumn >= 0) {
      const at = (at: number) => (at < 0 ? "" : codeDigits(grid, position, at));
      code = stepwise.next(at(classColumn), at(sectionColumn), at(itemColumn));
    } else if (subjectCode >= 0)
      code = subjectCode === firstColumn && firstCode !== null ? firstCode : codeDigits(grid, position, subjectCode);

    if (label === "") {
      // "合计" often stands in the merged code columns, or in a first column without a header.
      for (let candidate = region.left; candidate <= lastName; candidate++) {
        const text = textAt(grid, position, candidate);
        if (text === "" || isDigits(text) || text === "**") continue;
        label = rawText(grid, position, candidate);
        labelColumn = candidate;
        break;
      }
    }
    let name = normalise(label);
    if (name !== "" && code === "") {
      const split = splitCode(name);
      if (split) {
        code = split.code;
        name = split.name || name;
      }
    }
    const nameless = label === "" && code === "" && unitDigits === "";
    if ((nameless || beside) && !hasNumber(grid, position, region)) continue;
    if (nameless && beside) continue;
    if (name.length <= longestPageSubtotal && pageSubtotal.test(name)) continue;
    const parts = enumerated(name);
    const isTotal = code === "" && totalLabel.test(parts.name);
    const subject =
      code !== "" && !(template.codes === "function" && !isFunctionCode(code)) && template.codes !== "unit";
    rows.push({
      page,
      position,
      // What is nothing to normalise is nothing to tidy.
      label: (name === label ? label : tidy(label)) || code || unitDigits,
      column: labelColumn >= 0 ? labelColumn : firstColumn,
      code: subject ? code : code || unitDigits || null,
      codeOf: isTotal
        ? null
        : subject
          ? "subject"
          : code !== "" || unitDigits !== "" || labelColumn === unitName
            ? "unit"
            : null,
      unit: subject && (unitText !== "" || unitDigits !== "") ? unitDigits || unitText : null,
      isTotal,
      pageTop,
      depth: indentation(label),
      ofWhich: parts.ofWhich,
      roles: isTotal
        ? totalRoles
        : template.lines === undefined
          ? noRoles
          : rolesOf(template.lines, parts.name, "").map((role) => role.role),
    });
    pageTop = false;
    lastRow = position;
  }
  return { rows, lastRow };
}

/** The text of a cell that holds a code and nothing else; null for any other cell. */
function plainCode({ sheet, width }: Grid, row: number, column: number): string | null {
  const text = sheet.kinds[row * width + column] === Text ? sheet.texts[row * width + column]! : "";
  return text.length >= 3 && text.length <= 12 && isDigits(text) ? text : null;
}

function firstFilled(grid: Grid, row: number, region: Region): number {
  const { kinds } = grid.sheet;
  const start = row * grid.width;
  for (let column = region.left; column <= region.right; column++) if (kinds[start + column] !== Blank) return column;
  return -1;
}

function hasNumber(grid: Grid, row: number, region: Region): boolean {
  for (let column = region.left; column <= region.right; column++) {
    const kind = grid.sheet.kinds[row * grid.width + column];
    if (kind === Numeric || (kind === Text && looksNumeric(grid, row, column))) return true;
  }
  return false;
}

/** A header printed again at a page top: every word of the row stands in the header above the same column. */
export function repeatsHeader(grid: Grid, row: number, header: Header, region: Region): boolean {
  let words = 0;
  for (let column = region.left; column <= region.right; column++) {
    if (!filled(grid, row, column)) continue;
    const text = textAt(grid, row, column);
    if (text === "") return false;
    if (!header.paths[column - region.left]!.includes(text)) return false;
    words += 1;
  }
  return words >= 2;
}

/** "2025年预算", "2026年预算" down the side: the later one is the budget's. Index of its row; -1 where rows are not years. */
function latestYear(rows: readonly Row[]): number {
  const years = rows.map((row) => Number(/^(20\d{2})年?/.exec(normalise(row.label))?.[1] ?? Number.NaN));
  return years.length < 2 || years.some(Number.isNaN) ? -1 : years.indexOf(Math.max(...years));
}

/** The amount of a row in its page's first column of amounts. */
function leadingAmount(pages: readonly MatrixPage[], { page, position }: Row): number {
  const { grid, region, uses } = pages[page]!;
  const slot = uses.findIndex((use) => use.use === "amount");
  return slot < 0 ? 0 : roughAmount(grid, position, region.left + slot);
}

function arrange(rows: readonly Row[], pages: readonly MatrixPage[], template: TableTemplate): Line[] {
  const lines: Line[] = [];
  const coded = rows.some((row) => row.code !== null && row.codeOf === "subject");
  const unitRows = rows.some((row) => row.codeOf === "unit");
  const total = rows.findIndex((row) => row.isTotal);
  const parents = coded || unitRows ? codeParents(rows, total) : depthParents(rows, total, template);
  // A single line says what a total would: no total is printed over one body's figures.
  const alone = total < 0 && parents.parent.filter((parent) => parent === null).length === 1;
  if (coded) placeSubtotals(rows, parents, total, (row) => leadingAmount(pages, rows[row]!));
  const current = coded || unitRows || total >= 0 ? -1 : latestYear(rows);
  rows.forEach((row, index) => {
    const { grid } = pages[row.page]!;
    const own = row.codeOf === "unit" && !row.isTotal && row.label !== "" ? [...row.roles, "unit"] : row.roles;
    lines.push({
      page: row.page,
      position: row.position,
      label: row.label,
      labelCell: grid.sheet.base + row.position * grid.width + row.column,
      code: row.code,
      roles: index === current || (alone && parents.parent[index] === null) ? [...own, "grand-total"] : own,
      parent: parents.parent[index]!,
      part: row.ofWhich ? "of-which" : "sum",
      repeats: parents.repeats[index]!,
    });
  });
  return lines;
}
