import type { Steps } from "../../steps";
import { columnForest } from "../columns";
import type { Grid, Region } from "../grid";
import { filled, gridOf, looksNumeric, roughAmount, textAt } from "../grid";
import type { Header } from "../header";
import { findHeader } from "../header";
import { ROWS_A_STEP } from "../layout";
import type { LayoutInput, TableContent } from "../layout";
import { contentArea, firstText, preambleOf, regionOf } from "../reading";
import type { Column, Line, Section } from "../table";
import { comparisonsOf } from "./comparison";
import { footnote } from "./matrix-rows";
import { withoutStrangers } from "./matrix-strangers";
import { relationsOf } from "./unknown-relations";
import { listsOf, readUnknownLedger } from "./unknown-ledger";
import { readUnknownOutline } from "./unknown-outline";
import { count, counted, measure, partsOf, proven } from "./unknown-proof";
import { linesOf, readRows, supposedParents, type Row } from "./unknown-rows";

/** Numbers that name something, by any word over them; that date something, by the innermost one. */
const naming = /科目$|编码|代码|编号|序号|行次|年份|电话|^[类款项]$/;
const dating = /^年度$|[期年]限|时间|日期/;
/** Numbers that are no amounts, by any word over them. */
const noAmount = /数量|单价|面积|人数|辆(?!合计)|分值|权重|得分/;
const rate = /利率|比例|比重|占比|进度|率$|率[(（]|[%‰]/;

/**
 * A table that no template knows, read for its own sums: 合计 over its rows, rows of a unit or a project over those that
 * follow them, totals of columns. Levels are told by what is filled in front of the amounts; only sums that the figures
 * prove are kept. Null where they prove none. In steps.
 */
export function* readUnknownSums(input: LayoutInput): Steps<TableContent | null> {
  const grid = gridOf(input.sheet);
  const region = regionOf(input, grid);
  const header = findHeader(grid, region, input.titleRow === undefined ? region.top : input.titleRow + 1);
  if (!header) return null;
  const lists = yield* listsOf(grid, region, header);
  const ledger = yield* readUnknownLedger(grid, region, header, lists);
  if (ledger !== null) return ledger;
  const numeric = yield* numericSlots(grid, region, header);
  const outline = (): Steps<TableContent | null> => readUnknownOutline(grid, region, header, input.template, lists);
  // Of nothing but counts, numbered headings tell more than one list does: what 其中 names is told apart there.
  const outlineFirst = amountsOf(header, numeric).length === 0;
  const told = outlineFirst ? yield* outline() : null;
  if (told !== null) return told;
  const list = hasListsBeside(header) ? null : yield* readOneList(input, grid, region, header, numeric);
  return list ?? (outlineFirst ? null : yield* outline());
}

/** Those columns of numbers that are amounts of money by the words over them. */
const amountsOf = ({ paths }: Header, numeric: readonly number[]): number[] =>
  numeric.filter((slot) => !paths[slot]!.some((word) => noAmount.test(word)));

/** One list of rows, each with its amounts. */
function* readOneList(
  input: LayoutInput,
  grid: Grid,
  region: Region,
  header: Header,
  numeric: readonly number[],
): Steps<TableContent | null> {
  const counts = countsOf(grid, region, header);
  const amounts = amountsOf(header, numeric);
  // "车辆数（辆） | 单价100万元以上设备": a table that holds nothing but counts is added as one of amounts is.
  const comparable = amounts.length > 0 ? amounts : numeric.filter((slot) => counts.has(slot + region.left));
  const slots = comparable.filter((slot) => !header.paths[slot]!.some((word) => rate.test(word)));
  if (slots.length === 0 || slots[0] === 0) return null;
  const measured = new Set(numeric.map((slot) => slot + region.left));
  const rows = yield* readRows(grid, region, header, slots[0]! + region.left, measured);
  const forest = columnForest(header, slots, input.template);
  const [lines, ...otherLines] = supposedParents(rows).map((parents) => linesOf(grid, rows, parents));
  if (lines === undefined || lines.length < 2 || forest.columns.length === 0) return null;
  const pagesOf = (places: readonly number[]) => [
    { sheet: input.sheet, positions: places.map((slot) => slot + region.left) },
  ];
  const own = withTotalBehind(
    withoutStrangers(
      { name: "main", pages: pagesOf(forest.slots), columns: withWholeLists(forest.columns), lines },
      input.template,
    ),
  );
  const measures = numeric.filter(
    (slot) => slot > 0 && !forest.slots.includes(slot) && !header.paths[slot]!.some((word) => rate.test(word)),
  );
  const columns = [
    ...own,
    ...measures.map((slot): Column => ({ path: header.paths[slot]!, roles: [measure], parent: null, part: "sum" })),
  ];
  const read = { name: "main", pages: pagesOf([...forest.slots, ...measures]), columns, lines };
  yield 0;
  let best = proven(read, rows, grid, input.template);
  for (const others of otherLines) {
    yield 0;
    const one = proven({ ...read, lines: others }, rows, grid, input.template);
    if (provenParts(one) > provenParts(best)) best = one;
  }
  const { section, isProven } = withCounts(best, counts);
  yield 0;
  const compared = comparisonsOf({
    header,
    left: region.left,
    section,
    slots: forest.slots,
    others: comparable,
    template: input.template,
  });
  const relations = yield* relationsOf({
    workbook: input.workbook,
    grid,
    region,
    header,
    lines: section.lines,
    leaves: leavesOf(rows, section.lines),
    slots: numeric.filter((slot) => forest.slots.includes(slot) || measures.includes(slot)),
    rates: numeric.filter((slot) => header.paths[slot]!.some((word) => rate.test(word))),
    ...knownOf(section, compared, region.left),
    counts,
  });
  if (!isProven && relations === null) return null;
  return {
    sections: [section],
    comparisons: relations === null ? compared : [...compared, relations],
    fields: [],
    blocks: [],
    embedded: new Map(),
    ...preambleOf(grid, region, header),
    evidence: [{ code: "row-labels", words: section.lines.slice(0, 4).map(({ label }) => label) }],
    confidence: 1,
    area: contentArea(grid, region, rows.at(-1)!.position),
  };
}

/** How many rows the figures prove to be parts of others. */
function provenParts({ section, isProven }: ReturnType<typeof proven>): number {
  return isProven ? section.lines.filter(({ parent }) => parent !== null).length : 0;
}

/** "项目 | 金额 | 项目 | 金额": several lists, none of which is a table by itself. */
function hasListsBeside({ paths }: Header): boolean {
  const leaves = paths.map((path) => path.join("/")).filter((word) => /项目$|名称$/.test(word));
  return new Set(leaves).size < leaves.length;
}

/** "合计 | 其中：甲 | 乙 | 丙": whether the list is whole, the figures are asked, as of every other sum. */
function withWholeLists(columns: readonly Column[]): Column[] {
  return columns.map((column, index) => {
    const siblings = columns.filter(({ parent }, at) => at !== index && parent === column.parent);
    const isList = column.parent !== null && siblings.length > 0 && siblings.every(({ part }) => part === "of-which");
    return isList && column.part === "of-which" ? { ...column, part: "sum" } : column;
  });
}

/** "一季度 | 二季度 | … | 全年合计": the total of the columns before it, where none stands in front. */
function withTotalBehind(columns: readonly Column[]): Column[] {
  const last = columns.length - 1;
  const isTotal = /(?:合计|总计|小计)$/.test(columns[last]?.path.at(-1) ?? "");
  if (!isTotal || last < 2 || columns.some(({ parent }) => parent !== null)) return [...columns];
  return columns.map((column, index) => (index === last ? column : { ...column, parent: last }));
}

/** Whether a text says behind "单位：" what is counted, and names no 元 there. */
function saysCounted(text: string): boolean {
  const behind = text.slice(text.lastIndexOf("元") + 1);
  const at = behind.search(/单位[:：]/);
  return at >= 0 && /[人个辆台套户次批家所件项名]/.test(behind.slice(at + 3));
}

/** Positions of the columns that hold counts: as their words or the unit above the table say, and whole numbers. */
function countsOf(grid: Grid, region: Region, header: Header): ReadonlySet<number> {
  let ofTable = false;
  for (let row = region.top; row < header.top; row++)
    for (let column = region.left; column <= region.right; column++) ofTable ||= saysCounted(textAt(grid, row, column));
  const isWhole = (column: number): boolean => {
    for (let row = header.body; row <= region.bottom; row++)
      if (!Number.isInteger(roughAmount(grid, row, column))) return false;
    return true;
  };
  const slots = header.paths.flatMap((path, slot) =>
    ofTable || path.some((word) => counted.test(word)) ? [slot] : [],
  );
  return new Set(slots.map((slot) => slot + region.left).filter(isWhole));
}

function withCounts<Read extends { readonly section: Section }>(read: Read, counts: ReadonlySet<number>): Read {
  const { columns, pages } = read.section;
  const marked = columns.map((column, at) =>
    counts.has(pages[0]!.positions[at]!) ? { ...column, roles: [...column.roles, count] } : column,
  );
  return { ...read, section: { ...read.section, columns: marked } };
}

/** Columns most of whose filled cells are numbers; a dash is as good as a blank. In steps. */
function* numericSlots(grid: Grid, region: Region, header: Header): Steps<number[]> {
  const slots: number[] = [];
  for (const [slot, path] of header.paths.entries()) {
    if (path.length === 0 || path.some((word) => naming.test(word)) || dating.test(path.at(-1)!)) continue;
    let [numbers, texts] = [0, 0];
    for (let row = header.body; row <= region.bottom; row++) {
      if (row % ROWS_A_STEP === 0) yield 0;
      const column = region.left + slot;
      if (!filled(grid, row, column) || footnote.test(firstText(grid, row, region))) continue;
      if (looksNumeric(grid, row, column)) numbers += 1;
      else if (!/^[-/]+$/.test(textAt(grid, row, column))) texts += 1;
    }
    if (numbers > texts) slots.push(slot);
  }
  return slots;
}

/** Lines that no proven sum makes, and that are not called one. */
function leavesOf(rows: readonly Row[], lines: readonly Line[]): number[] {
  const wholes = new Set(lines.map(({ parent }) => parent));
  return lines.flatMap((_, at) => (wholes.has(at) || rows[at]!.isTotal || rows[at]!.isSum ? [] : [at]));
}

/** What is known of the columns already, by their header slots. */
function knownOf({ columns, pages }: Section, compared: readonly Section[], left: number) {
  const slotOf = (column: number): number => pages[0]!.positions[column]! - left;
  const sums = partsOf(columns).map(({ whole, parts }) => ({ total: slotOf(whole), plus: parts.map(slotOf) }));
  const places = (section: Section, role: string): number[] =>
    section.columns.flatMap(({ roles }, at) => (roles.includes(role) ? [section.pages[0]!.positions[at]! - left] : []));
  const changes = compared.flatMap((section) => {
    const [total] = places(section, "change");
    return total === undefined ? [] : [{ total, plus: places(section, "current"), minus: places(section, "prior") }];
  });
  const taken = compared.flatMap((section) => [...places(section, "rate"), ...places(section, "completion")]);
  return { known: [...sums, ...changes], taken };
}
