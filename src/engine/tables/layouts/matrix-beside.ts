import type { ColumnUse } from "../columns";
import type { Grid, Region } from "../grid";
import { rawText, roughAmount } from "../grid";
import type { Header } from "../header";
import { normalise } from "../normalise";

/**
 * Lists standing beside each other under one header: the grid columns of each, and whether each divides the same whole.
 */
export interface BesideLists {
  readonly columns: readonly (readonly [number, number])[];
  /** "部门预算经济分类 | 政府预算经济分类": the same amount twice. Else one list goes on in the next: "人员经费 | 公用经费". */
  readonly twice: boolean;
}

const totalRow = /^(?:合计|总计)$/;
const nothing = 0.005;

/**
 * "科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额": the columns of each list; null where there is one list only. `unclear` where
 * each has a total of its own and they differ.
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
  const totals = alike.flatMap((slot) => totalsIn(grid, region, header, slot));
  const twice = totals.length > 1 && totals.every((total) => Math.abs(total - totals[0]!) < nothing);
  return totals.length > 1 && !twice ? "unclear" : { columns, twice };
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
