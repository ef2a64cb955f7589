import { basisOf } from "../column-basis";
import { yearsIn } from "../column-years";
import { columnForest } from "../columns";
import type { Header } from "../header";
import type { Column, Part, Section } from "../table";
import type { TableTemplate } from "../template";

/** What a column beside the table's own figures says: of another year, of the budget (beside 决算), of the change. */
type Comparing = "prior" | "plan" | "change" | "rate" | "completion";

const CHANGE = /增减|增长|增加|变动|升降|[比较](?:上年|20\d{2})|同比|差异|差额/;
/** 决算数 through 预算数, and no change of it. */
const COMPLETION = /(?:执行|完成)(?:率|比例|进度|程度)|完成(?:年初|全年|调整)?预算(?:的?[(（]?[%‰]|比例|$)/;
const RATE = /[%‰]|率|幅度|比例|百分/;
/** "预算数为上年执行数的%" is a share of last year's figure, no change of it; 占比 is a share of the total. */
const SHARE = /为.+的[(（]?[%‰]|占/;
const PRIOR = /上年(?:度)?(?:预算|执行|决算|完成|实际|数)/;
const CARRIED = /结转|结余/;
const TOTAL = /^(?:合计|总计|小计|金额)$/;
const NAMED_TOTAL = /(?:合计|总计|小计|金额|总额)$/;
const STAGE = /^(?:年初|全年|本年|当年|调整)?(?:预算|决算|执行|完成|实际)(?:数|额|金额)?$/;

/**
 * What comparing needs of a table: its header, a section with the header's slots of its columns, and the other
 * amounts.
 */
export interface Comparable {
  readonly header: Header;
  /** Grid column of the first of the header's slots. */
  readonly left: number;
  readonly section: Section;
  readonly slots: readonly number[];
  /** Slots of amounts that the section does not have. */
  readonly others: readonly number[];
  readonly template: TableTemplate;
}

/**
 * The columns in which a section compares its figures with others of the same things, as sections of their own: this
 * year's figure ("current"), last year's or, of 决算, the budget ("prior"; "prior-part" where it is divided), the
 * change, its
 * rate (财预〔2016〕143号: 2025年预算数比2024年执行数增减额、增减%). One for each of the section's columns that has a change; none where
 * it cannot be told what is compared with what.
 */
export function comparisonsOf(table: Comparable): Section[] {
  const { header, section, slots } = table;
  const [page, ...more] = section.pages;
  const current = currentOf(header, section, slots);
  if (current === undefined || !page || more.length > 0) return [];
  const found = sorted(table, current);
  const basis = found.prior.length > 0 ? "prior" : "plan";
  const whole = compared(table, current, found, basis, true);
  const parts = slots
    .filter((slot) => slot !== current && !found[basis].includes(slot))
    .flatMap((slot) => compared(table, slot, found, basis, false) ?? []);
  const plan = basis === "prior" ? compared(table, current, { ...found, change: [], rate: [] }, "plan", true) : null;
  return [whole, ...parts, plan]
    .filter((one) => one !== null)
    .map((one, index) => ({ ...one, name: `${section.name}-comparison${index === 0 ? "" : `-${index + 1}`}` }));
}

type Found = Readonly<Record<Comparing, readonly number[]>>;

/** The other columns, by what they say. */
function sorted({ header, others, template }: Comparable, current: number): Found {
  const budgetYear = budgetYearOf(header);
  // In a table of 决算 the table's own figures are the result, whatever their column is called ("小计").
  const own = basisOf(header.paths[current]!);
  const isResult = own === "outturn" || (own === undefined && template.stage === "final");
  const found: Record<Comparing, number[]> = { prior: [], plan: [], change: [], rate: [], completion: [] };
  for (const slot of others) {
    if (slot === current) continue;
    const said = wordsOf(header, slot);
    const meaning = meaningOf(said, header.paths[slot]!.at(-1) ?? "", budgetYear);
    if (meaning) found[meaning].push(slot);
    else if (isResult && isPlanned(header, slot)) found.plan.push(slot);
  }
  return found;
}

/**
 * The comparison of one of the section's columns; a whole may stand without a change, and with the parts of its
 * prior.
 */
function compared(
  { header, left, section, template }: Comparable,
  slot: number,
  found: Found,
  basis: "prior" | "plan",
  isWhole: boolean,
): Section | null {
  const key = keyOf(header, slot);
  const own = (slots: readonly number[]): readonly number[] => slots.filter((other) => keyOf(header, other) === key);
  const [changes, rates] = [own(found.change), own(found.rate)];
  const [completion] = basis === "plan" ? own(found.completion) : [];
  const [change] = changes;
  const [rate] = rates;
  const comparing = change ?? rate ?? completion;
  if (changes.length > 1 || rates.length > 1 || (comparing === undefined && !isWhole)) return null;
  const named = comparing === undefined ? "" : wordsOf(header, comparing);
  const prior = (isWhole ? divided(header, found[basis], template) : null) ?? alone(header, own(found[basis]), named);
  if (prior === null) return null;
  const columns: Column[] = [{ path: header.paths[slot]!, roles: ["current"], parent: null, part: "sum" }];
  const places = [slot];
  const add = (at: number, role: string, parent: number | null, part: Part, year?: Column["year"]): void => {
    columns.push({ path: header.paths[at]!, roles: [role], parent, part, ...(year === undefined ? {} : { year }) });
    places.push(at);
  };
  prior.forEach(({ slot: at, parent, part }, index) =>
    add(
      at,
      index === 0 ? "prior" : "prior-part",
      parent === null ? null : parent + 1,
      part,
      basis === "prior" ? lastYearOf(header, at) : undefined,
    ),
  );
  if (change !== undefined) add(change, "change", null, "sum");
  if (rate !== undefined) add(rate, "rate", null, "sum");
  if (completion !== undefined) add(completion, "completion", null, "sum");
  return {
    name: section.name,
    columns,
    lines: section.lines,
    pages: [{ sheet: section.pages[0]!.sheet, positions: places.map((at) => at + left) }],
  };
}

/** The section's own amount; of several that no template knows, the one of 决算 beside one of 预算. */
function currentOf(header: Header, { columns }: Section, slots: readonly number[]): number | undefined {
  const at = columns.findIndex(({ roles }) => roles.includes("total") || roles.includes("amount"));
  const own = slots[at];
  if (own === undefined || !isPlanned(header, own)) return own;
  const results = slots.filter((slot) => basisOf(header.paths[slot]!) === "outturn");
  return results.length === 1 && columns.every(({ parent }) => parent === null) ? results[0] : own;
}

/** Of the budget, whichever of its stages. */
function isPlanned(header: Header, slot: number): boolean {
  const basis = basisOf(header.paths[slot]!);
  return basis !== undefined && basis !== "outturn";
}

function meaningOf(all: string, leaf: string, budgetYear: number): Comparing | null {
  if (SHARE.test(all)) return null;
  if (COMPLETION.test(leaf) && !CHANGE.test(leaf)) return "completion";
  if (CHANGE.test(all)) return RATE.test(leaf) || /^[(（]?[%‰]/.test(leaf) ? "rate" : "change";
  const years = yearsIn(all);
  return PRIOR.test(all) || (!CARRIED.test(all) && years.length > 0 && years.every((year) => year < budgetYear))
    ? "prior"
    : null;
}

/** The year of a column of last year's figures; "other" where its words name none but this one, or say 上年. */
function lastYearOf(header: Header, slot: number): NonNullable<Column["year"]> {
  const year = Math.max(0, ...yearsIn(wordsOf(header, slot)));
  return year > 0 && year < budgetYearOf(header) ? year : "other";
}

function budgetYearOf({ paths }: Header): number {
  return Math.max(0, ...paths.flatMap((path) => yearsIn(path.join(""))));
}

interface Prior {
  readonly slot: number;
  /** Index among the priors of the one that this is a part of. */
  readonly parent: number | null;
  readonly part: Part;
}

/** A total of last year with its parts, under one heading; null where the columns are not one division. */
function divided(header: Header, slots: readonly number[], template: TableTemplate): readonly Prior[] | null {
  const [head, ...others] = new Set(slots.map((slot) => header.spans[slot]![0]));
  if (slots.length < 2 || head === undefined || others.length > 0) return null;
  const forest = columnForest(header, slots, template);
  const root = forest.columns.findIndex(({ roles }) => roles.includes("total"));
  const isTotal = NAMED_TOTAL.test(forest.columns[root]?.path.at(-1) ?? "");
  const isDivided =
    root === 0 && isTotal && forest.columns.every(({ parent }, index) => index === 0 || parent !== null);
  return isDivided ? forest.slots.map((slot, index) => ({ ...forest.columns[index]!, slot })) : null;
}

/**
 * The one column of last year; of several the one that the change names ("比2024年执行数"). Null where it cannot be
 * told.
 */
function alone(header: Header, slots: readonly number[], change: string): readonly Prior[] | null {
  const kinds = ["执行", "决算", "预算", "完成"].filter((kind) => new RegExp(`[比较同][^比较同]*${kind}`).test(change));
  const named = slots.filter((slot) => kinds.some((kind) => wordsOf(header, slot).includes(kind)));
  const [slot, ...others] = slots.length > 1 && kinds.length === 1 ? named : slots;
  return slot === undefined || others.length > 0 ? null : [{ slot, parent: null, part: "sum" }];
}

/**
 * What a column is of, without the words for year, stage and change: the same for this year's, last year's, the
 * change.
 */
function keyOf(header: Header, slot: number): string {
  return header.paths[slot]!.filter(
    (word) =>
      yearsIn(word).length === 0 &&
      ![PRIOR, CHANGE, COMPLETION, STAGE, TOTAL].some((words) => words.test(word)) &&
      !/^[(（]?[%‰]/.test(word),
  ).join("/");
}

function wordsOf(header: Header, slot: number): string {
  return header.paths[slot]!.join("");
}
