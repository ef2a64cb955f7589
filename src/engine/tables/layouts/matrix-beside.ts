import type { ColumnUse } from "../columns";
import type { Grid, Region } from "../grid";
import { rawText, roughAmount } from "../grid";
import type { Header } from "../header";
import { codeDigits } from "../codes";
import { normalise } from "../normalise";

/**
 * Lists standing beside each other under one header: the grid columns of each, and whether each divides the same whole.
 */
export interface BesideLists {
  readonly columns: readonly (readonly [number, number])[];
  /** "部门预算经济分类 | 政府预算经济分类": the same amount twice. Else one list goes on in the next: "人员经费 | 公用经费". */
  readonly twice: boolean;
  /** What the total of each list is called where each has one of its own: "人员经费合计"; null where it is the table's. */
  readonly totals: readonly (string | null)[];
}

const totalRow = /^(?:合计|总计)$/;
const nothing = 0.005;
/** Digits of the code of a 类. */
const classLength = 3;

/**
 * "科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额": the columns of each list; null where there is one list only. `unclear` where
 * each has a total of its own, they differ, and no codes say that these are lists of one classification.
 */
export function besideLists(
  grid: Grid,
  region: Region,
  header: Header,
  uses: readonly ColumnUse[],
): BesideLists | "unclear" | null {
  const leaf = (slot: number): string => header.paths[slot]?.at(-1) ?? "";
  const heads = uses.flatMap((use, slot) =>
    (use.use === "name" || use.use === "text") && uses[slot + 1]?.use === "amount" ? [slot] : [],
  );
  const first = heads[0];
  if (first === undefined) return null;
  const alike = heads.filter((slot) => leaf(slot) === leaf(first) && leaf(slot + 1) === leaf(first + 1));
  if (alike.length < 2) return null;
  const starts = alike.map((slot, index) => (index === 0 ? 0 : uses[slot - 1]?.use === "code" ? slot - 1 : slot));
  const columns = starts.map((start, index): [number, number] => [
    region.left + start,
    region.left + (starts[index + 1] ?? uses.length) - 1,
  ]);
  const inLists = alike.map((slot) => totalsIn(grid, region, header, slot));
  const totals = inLists.flat();
  const twice = totals.length > 1 && totals.every((total) => Math.abs(total - totals[0]!) < nothing);
  if (totals.length <= 1 || twice) return { columns, twice, totals: columns.map(() => null) };
  const groups = starts.map((start) => groupOf(header, start));
  const isNamed = groups.every((group, at) => group !== "" && groups.indexOf(group) === at);
  const isCoded = starts.every((start) => uses[start]!.use === "code");
  const isOwn = (slot: number, at: number): boolean => {
    const classes = classesIn(grid, region, header, [starts[at]!, slot]);
    return inLists[at]!.some((total) => Math.abs(total - classes) < nothing);
  };
  const isLast = inLists.findLastIndex(({ length }) => length > 0) === inLists.length - 1;
  if (!isCoded || !isLast || inLists.some(({ length }) => length > 1) || !(isNamed || alike.some(isOwn)))
    return "unclear";
  return { columns, twice, totals: groups.map((group) => (group === "" ? "小计" : `${group}合计`)) };
}

/** The words over a list: "人员经费" over its codes, names and amounts; "" where there are none of its own. */
function groupOf({ paths }: Header, start: number): string {
  const [own, next] = [paths[start], paths[start + 1]];
  return own !== undefined && own.length > 1 && own[0] === next?.[0] ? own[0]! : "";
}

/** The amounts of the rows of a list whose code is that of a class, together. */
function classesIn(grid: Grid, region: Region, header: Header, [code, name]: readonly [number, number]): number {
  let sum = 0;
  for (let row = header.body; row <= region.bottom; row++)
    if (codeDigits(grid, row, region.left + code).length === classLength)
      sum += roughAmount(grid, row, region.left + name + 1);
  return sum;
}

/** Amounts of the rows of a list that are called 合计. */
function totalsIn(grid: Grid, region: Region, header: Header, slot: number): number[] {
  const found: number[] = [];
  for (let row = header.body; row <= region.bottom; row++) {
    const words = [slot - 1, slot].filter((at) => at >= 0).map((at) => normalise(rawText(grid, row, region.left + at)));
    const amount = roughAmount(grid, row, region.left + slot + 1);
    if (words.some((word) => totalRow.test(word)) && Math.abs(amount) > nothing) found.push(amount);
  }
  return found;
}
