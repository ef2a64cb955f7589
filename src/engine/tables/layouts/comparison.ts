import type { Header } from "../header";
import type { Column, Section } from "../table";

/** What a column beside the budget's own figures says of another year. */
type Comparing = "prior" | "change" | "change-rate";

const CHANGE = /增减|增长|增加|变动|升降|[比较](?:上年|20\d{2})|同比/;
const RATE = /[%‰]|率|幅度|比例|百分/;
/** "预算数为上年执行数的%" is a share of last year's figure, no change of it; 占比 is a share of the total. */
const SHARE = /为.+的[(（]?[%‰]|占/;
const PRIOR = /上年(?:度)?(?:预算|执行|决算|完成|实际|数)/;
const CARRIED = /结转|结余/;
const TOTAL = /^(?:合计|总计|小计|金额)$/;

/**
 * The columns in which a section compares its figures with last year's, as a section of its own: last year's figure,
 * this year's, the change, its rate (财预〔2016〕143号: 2025年预算数比2024年执行数增减额、增减%). Null where it has none, or it cannot be
 * told which is compared with which. `left` is the grid column of the first of the header's slots; `slots` are those of
 * the section's columns, `others` are columns of amounts that it does not have.
 */
export function comparisonOf(
  header: Header,
  left: number,
  section: Section,
  slots: readonly number[],
  others: readonly number[],
): Section | null {
  const current = section.columns.findIndex(({ roles }) => roles.includes("total") || roles.includes("amount"));
  const [page, ...more] = section.pages;
  if (current < 0 || !page || more.length > 0) return null;
  const words = (slot: number): string => header.paths[slot]!.join("");
  const budgetYear = Math.max(0, ...header.paths.flatMap((path) => yearsIn(path.join(""))));
  const found: Record<Comparing, number[]> = { prior: [], change: [], "change-rate": [] };
  for (const slot of others) {
    const meaning = meaningOf(words(slot), header.paths[slot]!.at(-1) ?? "", budgetYear);
    if (meaning) found[meaning].push(slot);
  }
  const [change, ...changes] = found.change;
  const [rate, ...rates] = found["change-rate"];
  const comparing = change ?? rate;
  if (comparing === undefined || changes.length > 0 || rates.length > 0) return null;
  const prior = priorOf(found.prior, header, words(comparing));
  if (prior === null) return null;
  const column = (slot: number, role: string, part: Pick<Column, "parent" | "part">): Column => ({
    path: header.paths[slot]!,
    roles: [role],
    ...part,
  });
  const alone = { parent: null, part: "sum" } as const;
  const columns = [column(slots[current]!, "current", alone), column(prior, "prior", alone)];
  const places = [slots[current]!, prior];
  for (const [slot, role] of [
    [change, "change"],
    [rate, "rate"],
  ] as const) {
    if (slot === undefined) continue;
    columns.push(column(slot, role, alone));
    places.push(slot);
  }
  return {
    name: `${section.name}-comparison`,
    columns,
    lines: section.lines,
    pages: [{ sheet: page.sheet, positions: places.map((slot) => slot + left) }],
  };
}

function meaningOf(all: string, leaf: string, budgetYear: number): Comparing | null {
  if (SHARE.test(all)) return null;
  if (CHANGE.test(all)) return RATE.test(leaf) || /^[(（]?[%‰]/.test(leaf) ? "change-rate" : "change";
  const years = yearsIn(all);
  return PRIOR.test(all) || (!CARRIED.test(all) && years.length > 0 && years.every((year) => year < budgetYear))
    ? "prior"
    : null;
}

/** Of several columns of last year: the total of a group, or the one that the change names ("比2024年执行数"). */
function priorOf(slots: readonly number[], header: Header, change: string): number | null {
  if (slots.length <= 1) return slots[0] ?? null;
  const leaf = (slot: number): string => header.paths[slot]!.at(-1) ?? "";
  const totals = slots.filter((slot) => TOTAL.test(leaf(slot)));
  if (totals.length === 1) return totals[0]!;
  const kinds = ["执行", "决算", "预算", "完成"].filter((kind) => new RegExp(`[比较同].*${kind}`).test(change));
  const named = slots.filter((slot) => kinds.some((kind) => header.paths[slot]!.join("").includes(kind)));
  return kinds.length === 1 && named.length === 1 ? named[0]! : null;
}

function yearsIn(words: string): number[] {
  return [...words.matchAll(/20\d{2}/g)].map((match) => Number(match[0]));
}
