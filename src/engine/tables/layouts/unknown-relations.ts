import type { Steps } from "../../steps";
import { CellKind, formatDecimals, isPercentFormat, type Workbook } from "../../workbook";
import type { Grid, Region } from "../grid";
import { filled, looksNumeric, roughAmount, textAt } from "../grid";
import type { Header } from "../header";
import type { Column, ColumnRelation, Line, Section } from "../table";
import type { Balance } from "./balance-lines";
import { provenBalances } from "./proven-balances";
import { provenProducts, provenQuotient, provenShare, type Share } from "./proven-quotients";

/** What a column is called that the others make. */
const resultWord = /结余|结转|余额|合计|总计|小计|增减/;
/** A rate that is above this is in percent. */
const largestShare = 1.5;
/** Decimals of a rate that are looked at. */
const mostDecimals = 6;

/** A table that no template knows, as far as it was read. */
export interface UnknownTable {
  readonly workbook: Workbook;
  readonly grid: Grid;
  readonly region: Region;
  readonly header: Header;
  readonly lines: readonly Line[];
  /** Lines that no other line is a part of. */
  readonly leaves: readonly number[];
  /** Header slots of sums across the columns that are proven already: total first, then its parts. */
  readonly known: readonly {
    readonly total: number;
    readonly plus: readonly number[];
    readonly minus?: readonly number[];
  }[];
  /** Header slots of rates that another reader has. */
  readonly taken: readonly number[];
  /** Header slots of all columns that hold numbers but for rates, and of these. */
  readonly slots: readonly number[];
  readonly rates: readonly number[];
  /** Grid columns of counts. */
  readonly counts: ReadonlySet<number>;
}

/**
 * A section of all columns that hold numbers, with what the figures prove of them beside the sums that the header
 * tells: balances, products, rates. Null where they prove nothing. In steps.
 */
export function* relationsOf(table: UnknownTable): Steps<Section | null> {
  const { region, header, grid, slots, rates } = table;
  const figures = table.leaves.map((line) =>
    slots.map((slot) => roughAmount(grid, table.lines[line]!.position, slot + region.left)),
  );
  const balances = yield* balancesOf(table, figures);
  const products = provenProducts(figures).map((product) => ({ kind: "product", ...product }) as const);
  yield 0;
  const relations: ColumnRelation[] = [...balances, ...products, ...quotientsOf(table, figures)];
  if (relations.length === 0) return null;
  const columns = [...slots, ...rates].map((slot): Column => ({
    path: header.paths[slot]!,
    roles: rates.includes(slot) ? ["share"] : [],
    parent: null,
    part: "sum",
  }));
  const pages = [{ sheet: grid.sheet, positions: [...slots, ...rates].map((slot) => slot + region.left) }];
  return { name: "relations", pages, columns, lines: table.lines, relations };
}

/** Points are never added to amounts or counts. */
const points = /分值|权重|得分/;

function* balancesOf(
  { known, header, slots }: UnknownTable,
  figures: readonly (readonly number[])[],
): Steps<ColumnRelation[]> {
  const balanceOf = (total: number, plus: readonly number[], minus: readonly number[]): Balance =>
    slots.map((slot) => (slot === total || minus.includes(slot) ? -1 : plus.includes(slot) ? 1 : 0));
  const proven = known.map(({ total, plus, minus = [] }) => balanceOf(total, plus, minus));
  const wordsOf = (column: number): string => header.paths[slots[column]!]!.join("");
  const arePoints = slots.map((_, column) => points.test(wordsOf(column)));
  const relations: ColumnRelation[] = [];
  for (const ofPoints of [true, false]) {
    if (!arePoints.includes(ofPoints)) continue;
    yield 0;
    const own = figures.map((line) => line.map((figure, column) => (arePoints[column] === ofPoints ? figure : 0)));
    relations.push(...provenBalances(own, proven).map((balance) => relationOf(balance, wordsOf)));
  }
  return relations;
}

function relationOf(balance: Balance, wordsOf: (column: number) => string): ColumnRelation {
  const result = resultOf(balance, wordsOf);
  const sides = [1, -1].map((sign) =>
    balance.flatMap((entry, column) => (entry === sign && column !== result ? [column] : [])),
  );
  const [plus, minus] = balance[result] === -1 ? sides : [...sides].reverse();
  return { kind: "balance", result, plus: plus!, minus: minus! };
}

/** The column that the others make: alone on its side; else the last that is called so. */
function resultOf(balance: Balance, wordOf: (column: number) => string): number {
  const [plus, minus] = [1, -1].map((sign) => balance.flatMap((entry, column) => (entry === sign ? [column] : [])));
  if (plus!.length === 1) return plus![0]!;
  if (minus!.length === 1) return minus![0]!;
  const all = [...plus!, ...minus!].sort((a, b) => a - b);
  return all.findLast((column) => resultWord.test(wordOf(column))) ?? all.at(-1)!;
}

function quotientsOf(table: UnknownTable, figures: readonly (readonly number[])[]): ColumnRelation[] {
  const width = table.slots.length;
  return table.rates.flatMap((slot, at): ColumnRelation[] => {
    if (table.taken.includes(slot)) return [];
    const shares = sharesOf(table, slot);
    const quotient = provenQuotient(figures, shares) ?? shareOfTotal(table, figures, shares);
    return quotient === null ? [] : [{ kind: "quotient", result: width + at, ...quotient }];
  });
}

/** 占比: each line through the line of the total. */
function shareOfTotal(
  { grid, region, lines, slots }: UnknownTable,
  figures: readonly (readonly number[])[],
  shares: readonly Share[],
) {
  const belowLine = lines.findIndex(({ roles }) => roles.includes("grand-total"));
  if (belowLine < 0) return null;
  const totals = slots.map((slot) => roughAmount(grid, lines[belowLine]!.position, slot + region.left));
  const column = provenShare(figures, shares, totals);
  return column === null ? null : { above: [column], below: column, belowLine };
}

/** The rates of a column as shares. */
function sharesOf({ workbook, grid, region, lines, leaves }: UnknownTable, slot: number): Share[] {
  const column = slot + region.left;
  const written = leaves.map((line) => {
    const { position } = lines[line]!;
    if (!filled(grid, position, column) || !looksNumeric(grid, position, column)) return null;
    const index = position * grid.width + column;
    const text = grid.sheet.kinds[index] === CellKind.Text ? textAt(grid, position, column) : null;
    const format = workbook.numberFormats[grid.sheet.formats[index]!] ?? "General";
    const isShare = text === null ? isPercentFormat(format) : text.includes("%");
    const value = roughAmount(grid, position, column);
    const shown = text === null ? 0 : (/\.(\d+)/.exec(text)?.[1]?.length ?? 0) + (isShare ? 2 : 0);
    return { value, isShare, decimals: Math.max(decimalsOf(value), shown, formatDecimals(format) ?? 0) };
  });
  const inPercent = written.some((one) => one !== null && !one.isShare && Math.abs(one.value) > largestShare);
  return written.map((one) => {
    if (one === null) return null;
    if (one.isShare || !inPercent) return { value: one.value, decimals: Math.min(one.decimals, mostDecimals) };
    return { value: one.value / 100, decimals: Math.min(one.decimals, mostDecimals) + 2 };
  });
}

function decimalsOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}
