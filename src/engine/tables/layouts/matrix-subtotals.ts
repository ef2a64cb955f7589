import type { PlacedRow, Places } from "./matrix-parents";

/** Amounts are shown to the fen or to a hundredth of 万元 at most. */
const nothing = 0.005;

/** A row that sums up coded rows without a code of its own, with the outermost of them above and below it. */
interface Subtotal {
  readonly row: number;
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/**
 * Rows without a code in a coded table: "一、人员经费" over the classes that it is made of, "小计" below the rows of a unit.
 * Whether they stand above or below what they sum up, the figures tell; where they do not, the rows stay outside.
 */
export function placeSubtotals(
  rows: readonly PlacedRow[],
  { parent, repeats }: Places,
  total: number,
  amountOf: (row: number) => number,
): void {
  const root = total < 0 ? null : total;
  const subtotals = subtotalsOf(rows, { parent, repeats }, root);
  const isSumOf = (row: number, parts: readonly number[]): boolean => {
    const away = Math.abs(amountOf(row) - parts.reduce((sum, part) => sum + amountOf(part), 0));
    // Each figure was rounded from 元: what they are structured by shows in spite of that.
    return parts.length > 0 && Math.abs(amountOf(row)) > nothing && away < nothing * (parts.length + 2);
  };
  const agree = (list: (subtotal: Subtotal) => readonly number[]): number =>
    subtotals.filter((subtotal) => isSumOf(subtotal.row, list(subtotal))).length;
  const [above, below] = [agree((subtotal) => subtotal.above), agree((subtotal) => subtotal.below)];
  if (Math.max(above, below) * 2 < subtotals.length || above === below) return;
  for (const subtotal of subtotals) {
    const parts = above > below ? subtotal.above : subtotal.below;
    if (parts.length === 0) continue;
    parent[subtotal.row] = root;
    for (const part of parts) parent[part] = subtotal.row;
  }
}

/** What is asked of the rows of a list that has no codes. */
interface ListedRows<Row> {
  /** How many columns beside its name say something of a row. */
  readonly wordsOf: (row: Row) => number;
  readonly amountsOf: (row: Row) => readonly number[];
}

/**
 * In a list without codes rows that have a name and nothing else ("货物类小计", the office's own name) sum up those
 * that say more (what is bought, in which way), above or below them, as the figures tell. Where all rows together make
 * the total, none of them does.
 */
export function placeHeads<Row extends PlacedRow>(
  rows: readonly Row[],
  { parent, repeats }: Places,
  total: number,
  { wordsOf, amountsOf }: ListedRows<Row>,
): void {
  const own = rows.flatMap((row, index) => (row.isTotal || row.ofWhich || repeats[index] !== null ? [] : [index]));
  const said = new Map(own.map((index) => [index, wordsOf(rows[index]!)]));
  const heads = own.filter((index) => said.get(index) === 0);
  if (total < 0 || heads.length === 0 || heads.length * 2 > own.length) return;
  const makes = (row: number, parts: readonly number[]): boolean => {
    const all = parts.map((part) => amountsOf(rows[part]!));
    const filled = amountsOf(rows[row]!).flatMap((amount, at) => (Math.abs(amount) > nothing ? [{ amount, at }] : []));
    const right = filled.filter(
      ({ amount, at }) => Math.abs(all.reduce((sum, one) => sum - one[at]!, amount)) < nothing * (parts.length + 2),
    );
    return parts.length > 0 && filled.length > 0 && right.length * 2 >= filled.length;
  };
  if (makes(total, own) || !makes(total, heads)) return;
  const [below, above] = partsOfHeads(own, new Set(heads));
  const proven = [below, above].map((lists) => heads.filter((head, at) => makes(head, lists[at]!)).length);
  const lists = proven[0]! > proven[1]! ? below : above;
  if (Math.max(...proven) * 2 < heads.length || proven[0] === proven[1]) return;
  heads.forEach((head, at) => {
    parent[head] = total;
    for (const part of lists[at]!) parent[part] = head;
  });
}

/** For each head the rows from it to the next one, and those from the one before to it. */
function partsOfHeads(own: readonly number[], heads: ReadonlySet<number>): [number[][], number[][]] {
  const below: number[][] = [];
  const above: number[][] = [];
  let since: number[] = [];
  for (const index of own) {
    if (!heads.has(index)) {
      since.push(index);
      continue;
    }
    above.push(since);
    below.push((since = []));
  }
  return [below, above];
}

function subtotalsOf(rows: readonly PlacedRow[], { parent, repeats }: Places, root: number | null): Subtotal[] {
  const found: { row: number; above: number[]; below: number[] }[] = [];
  let since: number[] = [];
  rows.forEach((row, index) => {
    if (row.isTotal || repeats[index] !== null) return;
    if (row.code === null && row.codeOf === null && !row.ofWhich && parent[index] === null) {
      found.push({ row: index, above: since, below: [] });
      since = [];
    } else if (row.code !== null && parent[index] === root) {
      since.push(index);
      found.at(-1)?.below.push(index);
    }
  });
  return found;
}
