import { CellKind } from "../../workbook";
import { columnForest } from "../columns";
import type { Grid, Region } from "../grid";
import { columnOn, gridOf, looksNumeric, textAt } from "../grid";
import type { Header } from "../header";
import { findHeader, isHeaderAgain } from "../header";
import { headerColumnsOf } from "../header-columns";
import type { LayoutInput, Stretch, TableContent } from "../layout";
import { normalise } from "../normalise";
import { oneOf } from "../patterns";
import { contentArea, headerEvidence, preambleOf, regionOf } from "../reading";
import type { Column, Page, Section } from "../table";
import { comparisonsOf } from "./comparison";
import { dividedSections } from "./divided-sections";
import { readLedgerSide, wideAmount } from "./ledger-lines";
import type { LedgerPage, Side } from "./ledger-lines";

const labelWord = oneOf([
  "项目(?:名称|内容)?",
  "(?:收入|支出)(?:项目|内容|来源)?",
  "科目(?:名称)?",
  "(?:支出)?(?:功能|经济)(?:分类)?(?:科目)?(?:名称)?",
  "(?:按)?(?:支出)?(?:性质|用途|功能|经济)(?:和经济)?(?:分类)?",
  "支出(?:功能|经济)分类(?:科目)?",
  String.raw`项目\(按.*\)`,
  "类别",
  String.raw`收入\(.*\)`,
  String.raw`支出\(.*\)`,
]);

/**
 * Sides standing beside each other, each with names and amounts: 收支总表, 财政拨款收支总表.
 * Null where fewer than two sides are found.
 */
export function readLedger(input: LayoutInput): TableContent | null {
  const { template } = input;
  const first = openPage(input);
  if (!first || first.sides.length < 2) return null;
  const opened = [first, ...(input.pages ?? []).map((stretch) => openPage(stretch, first) ?? headless(stretch, first))];
  let lastRow = first.header.body - 1;
  const sections: Section[] = [];
  const divided: Section[] = [];
  const comparisons: Section[] = [];
  first.sides.forEach((side, index) => {
    const pages = opened.flatMap((page) =>
      page.sides[index] && page.sides[index].labelColumn >= 0 ? [{ ...page, side: page.sides[index] }] : [],
    );
    const read = readLedgerSide(pages, template);
    lastRow = Math.max(lastRow, read.lastRow);
    const amountSlots = side.amountColumns.map((column) => column - first.region.left);
    const { columns, slots, alternatives, apart } = columnForest(first.header, amountSlots, template);
    if (columns.length === 0) return;
    const beside = apart.flat();
    const main = mainColumn(columns, beside);
    const whole: Section = {
      name: side.name,
      pages: [
        ...pages.map((page) => ({
          sheet: page.grid.sheet,
          positions: slots.map((slot) => columnOnPage(side, slot + first.region.left, page.side)),
        })),
        ...widePages(pages, slots.length),
      ],
      columns: columns.map((column, at) =>
        at === main && !column.roles.includes("amount") ? { ...column, roles: [...column.roles, "amount"] } : column,
      ),
      lines: read.lines,
    };
    const [own, ...more] = dividedSections(whole, { alternatives, apart });
    sections.push(own!);
    divided.push(...more);
    const comparable = {
      header: first.header,
      left: first.region.left,
      section: whole,
      slots,
      others: amountSlots.filter((slot) => beside.includes(slots.indexOf(slot)) || !slots.includes(slot)),
      template,
    };
    comparisons.push(...comparisonsOf(comparable));
  });
  if (sections.length < 2) return null;
  const known = new Set([
    ...first.sides.map(({ labelColumn }) => labelColumn),
    ...[...sections, ...divided].flatMap(({ columns, pages }) =>
      pages[0]!.positions.filter((_, column) => columns[column]!.roles.length > 0),
    ),
    ...comparisons.flatMap(({ pages }) => pages[0]!.positions),
  ]);
  const { evidence, confidence } = headerEvidence(
    template,
    sections.flatMap((section) => section.columns.flatMap((column) => column.roles)),
    sections.flatMap((section) => section.lines),
    first.header.paths.map((path) => path.join("/")),
  );
  return {
    sections: [
      ...[...sections].sort((a, b) => Number(b.name === template.mainSide) - Number(a.name === template.mainSide)),
      ...divided,
    ],
    comparisons,
    headerColumns: headerColumnsOf(
      {
        grid: first.grid,
        rows: [first.header.top, first.header.bottom],
        left: first.region.left,
        paths: first.header.paths,
      },
      (slot) => known.has(slot + first.region.left),
    ),
    fields: [],
    blocks: [],
    embedded: new Map(),
    ...preambleOf(first.grid, first.region, first.header),
    evidence,
    confidence,
    area: contentArea(first.grid, first.region, lastRow),
  };
}

/** The same pages once more for totals that are merged over several sides; none where there are no such totals. */
function widePages(pages: readonly LedgerPage[], columns: number): Page[] {
  const wide = pages.map((page) => wideAmount(page));
  if (wide.every((column) => column < 0)) return [];
  return pages.map(({ grid }, at) => ({
    sheet: grid.sheet,
    positions: Array.from({ length: columns }, (_, column) => (column === 0 ? wide[at]! : -1)),
  }));
}

/**
 * The column of a side's amounts: its total, or the only one there is. None (-1) where funds stand beside each other
 * without a total: each of them is a part.
 */
function mainColumn(columns: readonly Column[], beside: readonly number[]): number {
  const total = columns.findIndex((column, at) => column.roles.includes("total") && !beside.includes(at));
  const tops = columns.filter(({ parent, roles }, at) => parent === null && roles.length > 0 && !beside.includes(at));
  return total >= 0 || tops.length < 2 ? Math.max(total, 0) : -1;
}

interface OpenedPage {
  readonly grid: Grid;
  readonly region: Region;
  readonly header: Header;
  readonly sides: readonly Side[];
}

/** A later page has the sides of the first one: their order is the same, whatever cells happen to be filled on it. */
function openPage(stretch: Stretch, first?: OpenedPage): OpenedPage | null {
  const grid = gridOf(stretch.sheet);
  const region = regionOf(stretch, grid);
  const header = findHeader(grid, region, stretch.titleRow === undefined ? region.top : stretch.titleRow + 1);
  if (!header || (first && !isHeaderAgain(first.header, header))) return null;
  const found = findSides(grid, region, header);
  const sides = found.length === 1 ? splitSide(grid, region, header, found[0]!) : found;
  if (first && sides.length !== first.sides.length) return { grid, region, header, sides: sidesOn(grid, first) };
  return {
    grid,
    region,
    header,
    sides: first
      ? sides.map((side, index) => ({ ...side, name: first.sides[index]!.name }))
      : withPlainExpenditure(sides),
  };
}

/** A page that goes on without a header. */
function headless(stretch: Stretch, first: OpenedPage): OpenedPage {
  const grid = gridOf(stretch.sheet);
  const region = regionOf(stretch, grid);
  const paths = Array.from(
    { length: region.right - region.left + 1 },
    (_, slot) => first.header.paths[columnOn(first.grid, grid, slot + region.left) - first.region.left] ?? [],
  );
  return {
    grid,
    region,
    header: { ...first.header, paths, top: region.top, bottom: region.top - 1, body: region.top },
    sides: sidesOn(grid, first),
  };
}

/** The first page's sides under the same letters of another page; -1 for a column that holds nothing there. */
function sidesOn(grid: Grid, first: OpenedPage): Side[] {
  return first.sides.map((side) => ({
    ...side,
    labelColumn: columnOn(grid, first.grid, side.labelColumn),
    amountColumns: side.amountColumns.map((column) => columnOn(grid, first.grid, column)),
  }));
}

/** Where one spending side stands alone it is "expenditure", however it is divided. */
function withPlainExpenditure(sides: readonly Side[]): Side[] {
  const spending = sides.filter((side) => side.name.startsWith("expenditure"));
  return sides.map((side) =>
    side === spending[0] && !spending.some((other) => other.name === "expenditure")
      ? { ...side, name: "expenditure" }
      : side,
  );
}

function columnOnPage(first: Side, column: number, side: Side): number {
  return side.amountColumns[first.amountColumns.indexOf(column)] ?? -1;
}

/**
 * Columns of names, each with the amount columns up to the next one. What a column is, its cells and its header tell
 * together.
 */
function findSides(grid: Grid, region: Region, header: Header): Side[] {
  const uses = header.paths.map((path, slot) => useOf(grid, region, header, path, slot));
  const sides: Side[] = [];
  for (let slot = 0; slot < uses.length; slot++) {
    if (uses[slot] !== "label") continue;
    const amounts: number[] = [];
    for (let next = slot + 1; next < uses.length && uses[next] !== "label"; next++)
      if (uses[next] === "amount") amounts.push(next + region.left);
    if (amounts.length === 0) continue;
    sides.push({
      name: nameOf(header.paths[slot]!.join(""), sides),
      labelColumn: slot + region.left,
      amountColumns: amounts,
    });
  }
  return sides;
}

/**
 * One list from income down to spending ("… 收入总计, 二、支出, …") is two sides, one below the other; it is left as it is
 * where no income stands above spending.
 */
function splitSide(grid: Grid, region: Region, header: Header, side: Side): Side[] {
  let lastIncome = -1;
  let lastSpending = -1;
  for (let row = header.body; row <= region.bottom; row++) {
    const text = textAt(grid, row, side.labelColumn);
    if (/收入/.test(text) && !/支出/.test(text)) lastIncome = row;
    else if (/支出/.test(text)) lastSpending = row;
  }
  if (lastIncome < 0 || lastSpending < lastIncome) return [side];
  return [
    { ...side, name: "income", rows: [header.body, lastIncome] },
    { ...side, name: "expenditure", rows: [lastIncome + 1, region.bottom] },
  ];
}

/** What stands over amounts, though they be whole numbers kept as text. */
const amountWord = /预算|金额|[数额计]$|拨款|资金|基金|执行/;

function useOf(
  grid: Grid,
  region: Region,
  header: Header,
  path: readonly string[],
  slot: number,
): "label" | "amount" | "other" {
  const leaf = path[path.length - 1] ?? "";
  const { text, amounts, codes } = contentOf(grid, region, header, slot, !amountWord.test(leaf));
  if (/编码|代码|^序号$|^行次$|^栏次$|备注/.test(leaf) || codes > text + amounts) return "other";
  if (text > amounts) return "label";
  if (amounts > 0) return "amount";
  if (labelWord.test(leaf) && !/预算|金额|数$|额$/.test(leaf)) return "label";
  return leaf === "" ? "other" : "amount";
}

/** How many cells below a header word hold names, amounts and codes; whole numbers kept as text may be either. */
function contentOf(
  grid: Grid,
  region: Region,
  header: Header,
  slot: number,
  mayHaveCodes: boolean,
): { text: number; amounts: number; codes: number } {
  const found = { text: 0, amounts: 0, codes: 0 };
  for (let row = header.body; row <= region.bottom; row++) {
    const index = row * grid.width + region.left + slot;
    const kind = grid.sheet.kinds[index];
    if (kind === CellKind.Blank) continue;
    if (kind === CellKind.Text && mayHaveCodes && /^\d{3,7}$/.test(normalise(grid.sheet.texts[index]!)))
      found.codes += 1;
    else if (looksNumeric(grid, row, region.left + slot)) found.amounts += 1;
    else if (/[\u4e00-\u9fff]{2}/.test(normalise(grid.sheet.texts[index] ?? ""))) found.text += 1;
  }
  return found;
}

function nameOf(path: string, earlier: readonly Side[]): string {
  const income = /收入/.test(path) && !/支出/.test(path);
  const spend = /支出/.test(path);
  if (income || (!spend && earlier.length === 0))
    return earlier.some((side) => side.name === "income") ? `income-${earlier.length + 1}` : "income";
  const facet = /经济/.test(path)
    ? "expenditure-economic"
    : /性质|用途|类型/.test(path)
      ? "expenditure-nature"
      : "expenditure";
  const name = earlier.some((side) => side.name === facet) ? `${facet}-${earlier.length + 1}` : facet;
  return name;
}
