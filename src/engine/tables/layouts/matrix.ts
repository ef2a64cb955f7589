import { CellKind } from "../../workbook";
import { areEconomic, codesOf } from "../codes";
import type { ColumnUse } from "../columns";
import { columnForest, columnUses } from "../columns";
import type { Grid, Region } from "../grid";
import { columnOn, gridOf, looksNumeric, textAt } from "../grid";
import type { Header } from "../header";
import { findHeader, isHeaderAgain } from "../header";
import { headerColumnsOf } from "../header-columns";
import type { LayoutInput, Stretch, TableContent } from "../layout";
import { comparisonsOf } from "./comparison";
import { besideLists } from "./matrix-beside";
import type { BesideLists } from "./matrix-beside";
import { contentArea, firstText, headerEvidence, preambleOf, regionOf } from "../reading";
import { dividedSections } from "./divided-sections";
import type { Column, Line, Page, Section } from "../table";
import { readMatrixLines } from "./matrix-lines";
import type { MatrixPage } from "./matrix-columns";
import { footnote, isCountUnit } from "./matrix-rows";
import { rolesOf } from "../roles";
import { withCodeSteps } from "./code-steps";
import { withCuts } from "./matrix-cuts";
import { withoutStrangers } from "./matrix-strangers";
import { uprightOf } from "./matrix-upright";
import { withOfWhichLists } from "./of-which-lists";

/** Rows looked at to tell a column of amounts from a column of text. */
const sampleRows = 60;

/**
 * Codes or names down the side, measures across: 收入总表, 支出总表, the fund tables, 基本支出表, “三公”经费表.
 * Null where there is no header, or none of the columns that the template requires.
 */
export function readMatrix(input: LayoutInput): TableContent | null {
  const { template } = input;
  const first = openPage(input);
  if (!first) return null;
  const amountSlots = first.uses.flatMap((use, slot) => (use.use === "amount" ? [slot] : []));
  if (amountSlots.length === 0) return null;
  const lists = besideLists(first.grid, first.region, first.header, first.uses);
  if (lists === "unclear") return null;
  if (lists !== null) return readBeside(input, lists);
  const { columns, slots, alternatives, apart } = columnForest(first.header, amountSlots, template);
  if (columns.length === 0) return null;
  const opened = [first];
  const pages: Page[] = [{ sheet: input.sheet, positions: slots.map((slot) => slot + first.region.left) }];
  for (const stretch of input.pages ?? []) {
    const opening = openPage(stretch);
    const headed = opening !== null && isHeaderAgain(first.header, opening.header);
    const next = headed ? opening : headless(stretch, first);
    opened.push(next);
    pages.push({
      sheet: stretch.sheet,
      positions: slots.map((slot) =>
        headed ? samePath(first, slot, next) : columnOn(next.grid, first.grid, slot + first.region.left),
      ),
    });
  }
  const { lines, lastRow, classification } = readMatrixLines(opened, template);
  if (template.codes === "function" && areEconomic(codesOf(lines))) return null;
  const comparisons = comparisonsOf({
    header: first.header,
    left: first.region.left,
    section: { name: "main", pages, columns, lines },
    slots,
    others: amountSlots.filter((slot) => apart.flat().includes(slots.indexOf(slot)) || !slots.includes(slot)),
    template,
  });
  const compared = new Set(comparisons.flatMap((one) => one.pages[0]!.positions.map((at) => at - first.region.left)));
  const headerColumns = headerColumnsOf(
    {
      grid: first.grid,
      rows: [first.header.top, first.header.bottom],
      left: first.region.left,
      paths: first.header.paths,
    },
    (slot) =>
      first.uses[slot]?.use !== "amount" ||
      compared.has(slot) ||
      (columns[slots.indexOf(slot)]?.roles.length ?? 0) > 0 ||
      rolesOf(template.columns, first.header.paths[slot]!.at(-1) ?? "", "").some(({ memo }) => memo === true),
  );
  const upright = uprightOf(input.workbook, columns, pages, lines, template);
  if (upright) {
    const preamble = preambleOf(first.grid, first.region, first.header);
    // Under a title, a page of an upright table need not have the total; its column of amounts stands for it.
    const total = input.titleRow === undefined ? [] : columns.flatMap((column) => column.roles);
    const judged = headerEvidence(
      template,
      [...upright.columns.flatMap((column) => column.roles), ...total],
      [],
      upright.columns.map((column) => column.path.join("/")),
    );
    return {
      sections: [upright],
      comparisons: comparisons.map((comparison) => withParentsOf(upright, comparison)),
      headerColumns,
      fields: [],
      blocks: [],
      embedded: new Map(),
      ...preamble,
      ...judged,
      area: contentArea(first.grid, first.region, lastRow),
    };
  }
  const settled = withoutStrangers(
    { name: "main", pages, lines, columns: withOfWhichLists({ name: "main", pages, columns, lines }) },
    template,
  );
  const cut = withCuts({ name: "main", pages, columns: settled, lines }, [...alternatives, ...apart]);
  const sections = dividedSections(
    { name: "main", pages, columns: cut.columns, lines, classification },
    { alternatives: [...alternatives, ...cut.alternatives], apart },
  );
  const preamble = preambleOf(first.grid, first.region, first.header);
  const { evidence, confidence } = headerEvidence(
    template,
    columns.flatMap((column) => column.roles),
    lines,
    columns.map((column) => column.path.join("/")),
  );
  return {
    sections,
    comparisons,
    headerColumns,
    fields: [],
    blocks: [],
    embedded: new Map(),
    ...preamble,
    evidence,
    confidence: isStranger(columns, lines) ? 0 : confidence,
    area: contentArea(first.grid, first.region, Math.max(lastRow, first.header.body - 1)),
  };
}

/** The rows of an upright table belong together in the columns of last year as they do in this year's. */
function withParentsOf({ columns }: Section, comparison: Section): Section {
  const lines = comparison.lines.map((line, at) => {
    const { parent, part } = columns[at] ?? line;
    return { ...line, parent, part };
  });
  return { ...comparison, lines };
}

/** Fewer columns may all be total. */
const fewColumns = 3;

/**
 * Beside its total nothing of the table is known, no column and no row: whatever its title says, it is of another kind
 * ("税收收入完成情况表").
 */
function isStranger(columns: readonly Column[], lines: readonly Line[]): boolean {
  return (
    columns.length > fewColumns &&
    columns.every(({ roles }) => roles.every((role) => role === "total")) &&
    lines.every(({ code, roles }) => code === null && roles.every((role) => role === "grand-total"))
  );
}

/** Lists beside each other, read as one list in pages, or as a section each where they divide the same amount. */
function readBeside(input: LayoutInput, { columns, twice, totals }: BesideLists): TableContent | null {
  const grid = gridOf(input.sheet);
  const region = regionOf(input, grid);
  const lists = columns.map((list, at) =>
    [input, ...(input.pages ?? [])].map((page) => ({
      ...listOn(page, list, grid),
      ...(totals[at] === null ? {} : { ownTotal: totals[at]! }),
    })),
  );
  const inPages = ([first, ...pages]: readonly Stretch[]): TableContent | null =>
    readMatrix({ ...input, ...first!, pages });
  const [read, ...more] = (twice ? lists : [lists.flat()]).map(inPages);
  if (!read) return null;
  const header = findHeader(grid, region, input.titleRow === undefined ? region.top : input.titleRow + 1)!;
  const sections = [read, ...more].flatMap((list, index) =>
    (list?.sections ?? []).map((section) => ({ ...section, name: index === 0 ? section.name : `main-${index + 1}` })),
  );
  return {
    ...read,
    sections,
    headerColumns: undefined,
    ...preambleOf(grid, region, header),
    area: { ...read.area, right: grid.sheet.columns[region.right]! },
  };
}

/** One list of a page: the columns under the same letters as on the first page. */
function listOn({ sheet, rows, titleRow }: Stretch, [left, right]: readonly [number, number], first: Grid): Stretch {
  const grid = gridOf(sheet);
  const letters = Array.from({ length: right - left + 1 }, (_, slot) => columnOn(grid, first, left + slot)).filter(
    (column) => column >= 0,
  );
  return { sheet, rows, titleRow, columns: [letters[0] ?? 0, letters.at(-1) ?? -1], beside: true };
}

function openPage(stretch: Stretch): MatrixPage | null {
  const grid = gridOf(stretch.sheet);
  const region = regionOf(stretch, grid);
  const header = findHeader(grid, region, stretch.titleRow === undefined ? region.top : stretch.titleRow + 1);
  return (
    header && {
      grid,
      region,
      header,
      uses: settleUses(grid, region, header, columnUses(header)),
      beside: stretch.beside === true,
      ownTotal: stretch.ownTotal ?? null,
    }
  );
}

/** A page that goes on without a header: its columns stand under the same letters as the first page's. */
function headless(stretch: Stretch, first: MatrixPage): MatrixPage {
  const grid = gridOf(stretch.sheet);
  const region = regionOf(stretch, grid);
  const slots = Array.from(
    { length: region.right - region.left + 1 },
    (_, slot) => columnOn(first.grid, grid, slot + region.left) - first.region.left,
  );
  const paths = slots.map((slot) => first.header.paths[slot] ?? []);
  const uses = slots.map((slot): ColumnUse => first.uses[slot] ?? { use: "text" });
  return {
    grid,
    region,
    header: { ...first.header, paths, top: region.top, bottom: region.top - 1, body: region.top },
    uses,
    beside: stretch.beside === true,
    ownTotal: stretch.ownTotal ?? null,
  };
}

/** Where a page has the column that stands in `slot` of the first page, -1 where it lacks it. */
function samePath(first: MatrixPage, slot: number, next: MatrixPage): number {
  const wanted = first.header.paths[slot]!.join("/");
  const found = next.header.paths.findIndex((path) => path.join("/") === wanted);
  if (found >= 0) return found + next.region.left;
  // Of lists beside each other each has a heading of its own: "人员经费" over one, "公用经费" over the other.
  return next.beside ? slot + next.region.left : -1;
}

/**
 * A column without a telling header is of text where its cells are; a first column without a header is a name column.
 */
function settleUses(grid: Grid, region: Region, header: Header, uses: readonly ColumnUse[]): readonly ColumnUse[] {
  let named = uses.some((use) => use.use === "name");
  const last = lastSampleRow(grid, region, header);
  const settled = uses.map((use, slot): ColumnUse => {
    if (use.use !== "amount") return use;
    if (isOfCountUnits(grid, region.left + slot, header, header.paths[slot]!, last)) return { use: "text" };
    let text = 0;
    let amounts = 0;
    for (let row = header.body; row <= last; row++) {
      const index = row * grid.width + region.left + slot;
      if (grid.sheet.kinds[index] === CellKind.Blank) continue;
      if (looksNumeric(grid, row, region.left + slot)) amounts += 1;
      else if (isWord(textAt(grid, row, region.left + slot))) text += 1;
    }
    if (text > amounts) {
      if (named) return { use: "text" };
      named = true;
      return { use: "name", of: "subject" };
    }
    return header.paths[slot]!.length === 0 && amounts === 0 ? { use: "text" } : use;
  });
  const coded = withCodeSteps(grid, region, header, settled, [header.body, last]);
  return withFullNames(grid, region, coded, [header.body, last]);
}

/** "计量单位" over 批, 台, 项: what the things in the rows are counted in. Money among them makes the others counts. */
function isOfCountUnits(grid: Grid, column: number, header: Header, path: readonly string[], last: number): boolean {
  if (!countUnitWord.test(path.at(-1) ?? "")) return false;
  for (let row = header.body; row <= last; row++) if (/元/.test(textAt(grid, row, column))) return false;
  return true;
}

const countUnitWord = /^(?:计量|度量|数量)单位$/;

/** Words that a column of text holds; the unit of a count beside it is none. */
function isWord(text: string): boolean {
  return /[\u4e00-\u9fff]{2}/.test(text) && !isCountUnit(text);
}

/**
 * "采购品目大类 | 专项名称": rows are called by the column that has a word in each of them, in front of one that is called a name
 * and has none in the totals.
 */
function withFullNames(
  grid: Grid,
  region: Region,
  uses: readonly ColumnUse[],
  [from, to]: readonly [number, number],
): readonly ColumnUse[] {
  const called = uses.findIndex((use) => use.use === "name");
  const full = uses.findIndex((use) => use.use === "text");
  if (full < 0 || called < full || uses.some((use) => use.use === "code" && use.of === "subject")) return uses;
  const words = (slot: number): number => {
    let count = 0;
    for (let row = from; row <= to; row++)
      if (/[\u4e00-\u9fff]{2}/.test(textAt(grid, row, region.left + slot))) count += 1;
    return count;
  };
  const rows = to - from + 1;
  if (words(full) < rows || words(called) >= rows) return uses;
  return uses.map((use, slot) =>
    slot === full ? { use: "name", of: "subject" } : slot === called ? { use: "text" } : use,
  );
}

/** The last row that is looked at; a note below the figures tells nothing of a column. */
function lastSampleRow(grid: Grid, region: Region, header: Header): number {
  const last = Math.min(region.bottom, header.body + sampleRows);
  for (let row = header.body; row <= last; row++) if (footnote.test(firstText(grid, row, region))) return row - 1;
  return last;
}
