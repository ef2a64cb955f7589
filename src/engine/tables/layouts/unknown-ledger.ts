import type { Steps } from "../../steps";
import type { Grid, Region } from "../grid";
import { filled, looksNumeric, roughAmount, textAt } from "../grid";
import type { Header } from "../header";
import { ROWS_A_STEP } from "../layout";
import type { TableContent } from "../layout";
import { enumerated, normalise } from "../normalise";
import { contentArea, firstText, preambleOf } from "../reading";
import type { Line, Section } from "../table";
import { footnote } from "./matrix-rows";
import { linesOf, readRows, supposedParents, type Row } from "./unknown-rows";

/** Numbers of rows, and words beside the figures. */
const noAmount = /编码|代码|编号|序号|行次|占比|比例|率$|[%‰]/;
/** Figures are shown to a hundredth. */
const nothing = 0.005;
/** A list of fewer rows and their total proves nothing. */
const fewestRows = 3;
/** Of the totals of the sides and the sums of their rows, so many must be the same. */
const fewestAlike = 3;

/** One list of names and amounts among those beside each other. */
interface Side {
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
  readonly slot: number;
  /** Index of its total. */
  readonly total: number;
}

/**
 * "收入项目 | 金额 | 支出项目 | 金额" of a table that no template knows: each list with its total, and the totals equal. Null where
 * there are not two such lists, or most of these sums do not hold; a side that does not add up is kept where it is a
 * plain list. Sections "main" and "main-2". In steps.
 */
export function* readUnknownLedger(
  grid: Grid,
  region: Region,
  header: Header,
  lists: readonly NamedAmounts[],
): Steps<TableContent | null> {
  const sides = yield* sidesOf(grid, region, header, lists);
  if (sides.length !== 2) return null;
  const amount = (side: Side, line: number): number =>
    roughAmount(grid, side.lines[line]!.position, side.slot + region.left);
  const addUp = sides.map((side) => wholesOf(side).every((whole) => isSum(side, whole, amount)));
  const sums = sides.map((side) => sumOf(side, side.total, amount));
  const totals = sides.map((side) => amount(side, side.total));
  const all = [...totals, ...sums];
  const alike = Math.max(...all.map((one) => all.filter((other) => Math.abs(one - other) < nothing).length));
  if (alike < fewestAlike && !addUp.every(Boolean)) return null;
  if (sides.some((side, at) => !addUp[at] && !isPlainList(side))) return null;
  const sections = sides.map(({ lines, slot, total }, at): Section => ({
    name: at === 0 ? "main" : `main-${at + 1}`,
    pages: [{ sheet: grid.sheet, positions: [slot + region.left] }],
    columns: [{ path: header.paths[slot]!, roles: ["total", "amount"], parent: null, part: "sum" }],
    lines: lines.map((line, index) => (index === total ? { ...line, roles: ["grand-total", "balanced"] } : line)),
  }));
  return {
    sections,
    fields: [],
    blocks: [],
    embedded: new Map(),
    ...preambleOf(grid, region, header),
    evidence: [
      { code: "row-labels", words: sections.flatMap(({ lines }) => lines.slice(0, 2).map(({ label }) => label)) },
    ],
    confidence: 1,
    area: contentArea(grid, region, Math.max(...sides.flatMap(({ rows }) => rows.map(({ position }) => position)))),
  };
}

/** Each column of names with its amounts, the rows of the list and its total at the end. */
function* sidesOf(grid: Grid, region: Region, header: Header, lists: readonly NamedAmounts[]): Steps<Side[]> {
  const sides: Side[] = [];
  for (const { names, amounts } of lists) {
    const own = { ...region, left: region.left + names, right: region.left + amounts };
    const read = yield* readRows(grid, own, header, region.left + amounts);
    const found = read.filter(({ label }) => label !== "");
    const total = found.findLastIndex(({ isTotal, isSum }) => isTotal || isSum);
    if (found.length <= fewestRows || total !== found.length - 1) continue;
    const rows = found.map((row, at) => ({ ...row, isTotal: at === total }));
    sides.push({ rows, lines: linesOf(grid, rows, supposedParents(rows)[0]!), slot: amounts, total });
  }
  return sides;
}

/** Header slots of a column of names and of the first amount column behind it. */
export interface NamedAmounts {
  readonly names: number;
  readonly amounts: number;
}

/** Each column of names with its amounts, in steps. */
export function* listsOf(grid: Grid, region: Region, header: Header): Steps<NamedAmounts[]> {
  const kinds: ("names" | "amounts" | null)[] = [];
  for (const [slot, path] of header.paths.entries()) kinds.push(yield* kindOf(grid, region, header, path, slot));
  return kinds.flatMap((kind, slot) => {
    if (kind !== "names") return [];
    const amounts = kinds.indexOf("amounts", slot);
    const next = kinds.indexOf("names", slot + 1);
    return amounts < 0 || (next >= 0 && next < amounts) ? [] : [{ names: slot, amounts }];
  });
}

function* kindOf(
  grid: Grid,
  region: Region,
  header: Header,
  path: readonly string[],
  slot: number,
): Steps<"names" | "amounts" | null> {
  if (path.length === 0 || path.some((word) => noAmount.test(word))) return null;
  let [numbers, words] = [0, 0];
  for (let row = header.body; row <= region.bottom; row++) {
    if (row % ROWS_A_STEP === 0) yield 0;
    const column = region.left + slot;
    if (!filled(grid, row, column) || footnote.test(firstText(grid, row, region))) continue;
    if (looksNumeric(grid, row, column)) numbers += 1;
    else if (/[\u4e00-\u9fff]/.test(textAt(grid, row, column))) words += 1;
  }
  return words > numbers ? "names" : numbers > 0 ? "amounts" : null;
}

function wholesOf({ lines }: Side): number[] {
  return [...new Set(lines.flatMap(({ parent }) => (parent === null ? [] : [parent])))];
}

function sumOf(side: Side, whole: number, amount: (side: Side, line: number) => number): number {
  return side.lines.reduce((sum, { parent }, line) => (parent === whole ? sum + amount(side, line) : sum), 0);
}

function isSum(side: Side, whole: number, amount: (side: Side, line: number) => number): boolean {
  return Math.abs(amount(side, whole) - sumOf(side, whole, amount)) < nothing * side.lines.length;
}

/** Rows of one level and their total: nothing within anything else. */
function isPlainList({ rows, total }: Side): boolean {
  const items = rows.filter((_, at) => at !== total);
  return (
    new Set(items.map(({ level }) => level)).size === 1 &&
    items.every(({ isSum, label }) => !isSum && !enumerated(normalise(label)).ofWhich)
  );
}
