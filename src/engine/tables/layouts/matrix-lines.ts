import { CellKind } from "../../workbook";
import type { ColumnUse } from "../columns";
import { StepwiseCode, codeDigits, isFunctionCode, splitCode } from "../codes";
import type { Grid, Region } from "../grid";
import { filled, rawText, textAt } from "../grid";
import type { Header } from "../header";
import { isColumnNumberRow } from "../header";
import { enumerated, indentation, normalise, tidy } from "../normalise";
import { isPreambleText } from "../preamble";
import { rolesOf } from "../roles";
import type { Line } from "../table";
import type { TableTemplate } from "../template";

/** One page of a matrix: where its body stands and what its columns are for. */
export interface MatrixPage {
  readonly grid: Grid;
  readonly region: Region;
  readonly header: Header;
  readonly uses: readonly ColumnUse[];
}

/** A row of a matrix before it has its place in the classification. */
interface Row {
  readonly page: number;
  readonly position: number;
  readonly label: string;
  readonly column: number;
  readonly code: string | null;
  readonly codeOf: "unit" | "subject" | null;
  /** Unit cells of the row, where it has any beside a subject. */
  readonly unit: string | null;
  readonly isTotal: boolean;
  readonly pageTop: boolean;
  readonly depth: number;
  readonly ofWhich: boolean;
  readonly roles: readonly string[];
}

const totalLabel = /^(?:合计|总计|总合计|本年合计|部门合计|单位合计|(?:本年)?(?:收入|支出)(?:合计|总计)|全部合计|合计数)$/;
const pageSubtotal = /^(?:本页|页|承前|过次)(?:合计|小计|页)?$/;
/** A note below the figures ends the table. */
export const footnote = /^(?:注|备注|说明|填表说明|注释)[::]|^注\d|^\*注|^(?:填表人|制表人|审核人|单位负责人|联系电话|填报人)/;

/** Read the rows below a header as lines of a classification: codes in one or three columns or in front of the name, units, totals, pages. */
export function readMatrixLines(pages: readonly MatrixPage[], template: TableTemplate): { lines: Line[]; lastRow: number } {
  const stepwise = new StepwiseCode();
  const read = pages.map((page, number) => collectRows(page, number, stepwise, template));
  return { lines: arrange(read.flatMap(({ rows }) => rows), pages, template), lastRow: read[0]!.lastRow };
}

function collectRows({ grid, region, header, uses }: MatrixPage, page: number, stepwise: StepwiseCode, template: TableTemplate): { rows: Row[]; lastRow: number } {
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
  const hasSubjectCode = subjectCode >= 0 || classColumn >= 0 || itemColumn >= 0;
  const nameColumns = [subjectName, unitName].filter((found) => found >= 0);
  const leading = uses.findIndex((use) => use.use === "amount");
  const lastName = leading < 0 ? region.right : region.left + leading - 1;

  const rows: Row[] = [];
  let pageTop = page > 0;
  let lastRow = header.body - 1;
  for (let position = header.body; position <= region.bottom; position++) {
    const first = firstText(grid, position, region);
    if (first === null) continue;
    if (footnote.test(first.text)) break;
    if (repeatsHeader(grid, position, header, region) || isColumnNumberRow(grid, position, region.left, region.right)) {
      pageTop = true;
      continue;
    }
    if (isPreambleText(first.text) && !hasNumber(grid, position, region)) {
      pageTop = true;
      continue;
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
    } else if (subjectCode >= 0) code = codeDigits(grid, position, subjectCode);

    if (label === "") {
      // "合计" often stands in the merged code columns, or in a first column without a header.
      for (let candidate = region.left; candidate <= lastName; candidate++) {
        const text = textAt(grid, position, candidate);
        if (text === "" || /^\d+$/.test(text) || text === "**") continue;
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
    if (label === "" && code === "" && unitDigits === "") {
      if (!hasNumber(grid, position, region)) continue;
    }
    if (pageSubtotal.test(name)) continue;
    const parts = enumerated(name);
    const isTotal = code === "" && totalLabel.test(parts.name);
    const subject = code !== "" && !(template.codes === "function" && !isFunctionCode(code)) && template.codes !== "unit";
    rows.push({
      page,
      position,
      label: tidy(label) || code || unitDigits,
      column: labelColumn >= 0 ? labelColumn : first.column,
      code: subject ? code : code || (unitDigits !== "" && (!hasSubjectCode || label === "" || labelColumn === unitName) ? unitDigits : null),
      codeOf: isTotal ? null : subject ? "subject" : code !== "" || unitDigits !== "" || labelColumn === unitName ? "unit" : null,
      unit: subject && (unitText !== "" || unitDigits !== "") ? unitDigits || unitText : null,
      isTotal,
      pageTop,
      depth: indentation(label),
      ofWhich: parts.ofWhich,
      roles: isTotal ? ["grand-total"] : rolesOf(template.lines, parts.name, "").map((role) => role.role),
    });
    pageTop = false;
    lastRow = position;
  }
  return { rows, lastRow };
}

function firstText(grid: Grid, row: number, region: Region): { text: string; column: number } | null {
  for (let column = region.left; column <= region.right; column++) {
    const kind = grid.sheet.kinds[row * grid.width + column];
    if (kind === CellKind.Blank) continue;
    return { text: kind === CellKind.Text ? textAt(grid, row, column) : "", column };
  }
  return null;
}

function hasNumber(grid: Grid, row: number, region: Region): boolean {
  for (let column = region.left; column <= region.right; column++) if (grid.sheet.kinds[row * grid.width + column] === CellKind.Number) return true;
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

function arrange(rows: readonly Row[], pages: readonly MatrixPage[], template: TableTemplate): Line[] {
  const lines: Line[] = [];
  const coded = rows.some((row) => row.code !== null && row.codeOf === "subject");
  const unitRows = rows.some((row) => row.codeOf === "unit");
  const total = rows.findIndex((row) => row.isTotal);
  const parents = coded || unitRows ? codeParents(rows, total) : depthParents(rows, total, template);
  // A single line says what a total would: no total is printed over one body's figures.
  const alone = total < 0 && parents.parent.filter((parent) => parent === null).length === 1;
  rows.forEach((row, index) => {
    const { grid } = pages[row.page]!;
    const own = row.codeOf === "unit" && !row.isTotal && row.label !== "" ? [...row.roles, "unit"] : row.roles;
    lines.push({
      page: row.page,
      position: row.position,
      label: row.label,
      labelCell: grid.sheet.base + row.position * grid.width + row.column,
      code: row.code,
      roles: alone && parents.parent[index] === null ? [...own, "grand-total"] : own,
      parent: parents.parent[index]!,
      part: row.ofWhich ? "of-which" : "sum",
      repeats: parents.repeats[index]!,
    });
  });
  return lines;
}

interface Places {
  readonly parent: (number | null)[];
  readonly repeats: (number | null)[];
}

/** Parents by code: the longest printed code that begins this one, within the same unit; else the unit; else the total. */
function codeParents(rows: readonly Row[], total: number): Places {
  const parent: (number | null)[] = new Array<number | null>(rows.length).fill(null);
  const repeats: (number | null)[] = new Array<number | null>(rows.length).fill(null);
  const root = total < 0 ? null : total;
  // Which unit block a row belongs to: the unit row above it, or the unit named beside it.
  const block: string[] = [];
  const unitRow: (number | null)[] = [];
  const subjects = new Map<string, number>();
  const units = new Map<string, number>();
  const unitByText = new Map<string, number>();
  let currentUnit: number | null = null;
  let afterPage = false;
  rows.forEach((row, index) => {
    if (row.pageTop) afterPage = true;
    if (row.isTotal) {
      if (index !== total && afterPage) repeats[index] = root;
      block.push("");
      unitRow.push(null);
      return;
    }
    if (row.codeOf === "unit") {
      const key = row.code ?? row.label;
      const earlier = units.get(key) ?? unitByText.get(row.label);
      if (earlier !== undefined && afterPage) {
        repeats[index] = earlier;
        currentUnit = earlier;
      } else {
        afterPage = false;
        units.set(key, index);
        unitByText.set(normalise(row.label), index);
        currentUnit = index;
      }
      block.push("");
      unitRow.push(null);
      return;
    }
    const named = row.unit === null ? null : (units.get(row.unit) ?? unitByText.get(row.unit) ?? null);
    const unit = row.unit === null ? currentUnit : named;
    const key = row.unit !== null && named === null ? `${row.unit}|` : `${unit ?? ""}|`;
    block.push(key);
    unitRow.push(unit);
    if (row.code !== null) {
      const earlier = subjects.get(key + row.code);
      if (earlier !== undefined && afterPage && rows[earlier]!.label === row.label) repeats[index] = earlier;
      else {
        afterPage = false;
        if (earlier === undefined) subjects.set(key + row.code, index);
      }
    }
  });
  rows.forEach((row, index) => {
    if (row.isTotal || repeats[index] !== null) return;
    if (row.codeOf === "unit") {
      parent[index] = prefixOf(row.code, (prefix) => units.get(prefix)) ?? root;
      return;
    }
    if (row.code === null) {
      // A row without a code in a coded table ("其中：…", "小计"): nothing says where it belongs.
      parent[index] = row.ofWhich && index > 0 && !rows[index - 1]!.isTotal ? index - 1 : null;
      return;
    }
    parent[index] = prefixOf(row.code, (prefix) => subjects.get(block[index]! + prefix)) ?? unitRow[index]! ?? root;
  });
  return { parent, repeats };
}

function prefixOf(code: string | null, find: (prefix: string) => number | undefined): number | null {
  if (code === null) return null;
  for (let length = code.length - 1; length >= 2; length--) {
    const found = find(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}

/** Parents where there are no codes: by indentation, by the names of classes, or all directly under the total. */
function depthParents(rows: readonly Row[], total: number, template: TableTemplate): Places {
  const root = total < 0 ? null : total;
  const depths = new Set(rows.filter((row) => !row.isTotal).map((row) => row.depth));
  const classes = rows.some((row) => row.roles.includes("class"));
  const stack: number[] = [];
  const repeats = rows.map(() => null);
  const level = (row: Row): number => (classes ? (row.roles.includes("class") ? 0 : 1) : row.depth);
  const known = classes || depths.size > 1 || template.codes === "unit" || template.codes === "none" || template.codes === undefined;
  const parent = rows.map((row, index): number | null => {
    if (row.isTotal) return null;
    if (row.ofWhich && index > 0) return stack[stack.length - 1] ?? null;
    while (stack.length > 0 && level(rows[stack[stack.length - 1]!]!) >= level(row)) stack.pop();
    const above = stack[stack.length - 1];
    stack.push(index);
    return above ?? (known ? root : null);
  });
  return { parent, repeats };
}
