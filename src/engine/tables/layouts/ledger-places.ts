import type { Enumerated } from "../normalise";

/** What a row's place among the items and totals of a ledger is told from. */
export interface LedgerRow {
  readonly parts: Enumerated;
  readonly depth: number;
  readonly kind: "item" | "year-total" | "year-head" | "subtotal" | "division" | "grand-total" | "beyond";
  /** One of the three funds, named within the line above where that line is their whole. */
  readonly roles: readonly string[];
  /** In the first column of amounts. */
  readonly amount: number;
}

/**
 * Of each row: what it is a part of, and how; `year` and `grand` are the places of the totals, -1 where there is none.
 */
export interface LedgerPlaces {
  readonly parent: readonly (number | null)[];
  readonly part: readonly ("sum" | "of-which")[];
  readonly year: number;
  readonly grand: number;
}

const yearTotal = /^(?:本年|本年度|当年|20\d{2}年)(?:部门)?(?:预算)?(?:财政拨款)?(?:收入|支出)(?:合计|总计|小计)?$/;
const subtotal = /^(?:(?:收入|支出))?小计$/;
/** "经济分类支出合计" below 基本支出 and 项目支出: the same money divided once more, over rows of its own (财决公开01表). */
const division = /^(?:按)?(?:支出)?(?:经济|功能|性质)(?:分类)?(?:科目)?(?:支出)?(?:合计|总计|小计)$/;
const grandTotal = /^(?:(?:部门|预算|财政拨款)?(?:收入|支出|收支)(?:预算)?(?:总计|合计|总额)|总计|合计|总合计)$/;
const carried =
  /上年(?:度)?(?:结转|结余)|结转(?:下年|结余)?|年初结转|年末结转|结余|动用|使用非财政拨款|弥补|调入预算稳定/;
const funds: readonly string[] = ["general-public", "government-fund", "state-capital"];

/**
 * What a row is, from its name without number: an item, a total, or a line between the year's total and the grand
 * total.
 */
export function kindOfRow(name: string, parts: Enumerated, roles: readonly string[]): LedgerRow["kind"] {
  if (yearTotal.test(name)) return parts.style !== "" || !/计$/.test(name) ? "year-head" : "year-total";
  if (grandTotal.test(name)) return "grand-total";
  if (division.test(name)) return "division";
  if (subtotal.test(name) && parts.style === "") return "subtotal";
  return carried.test(name) || roles.includes("carry-over") || roles.includes("carry-out") ? "beyond" : "item";
}

/**
 * The form's own order decides what a total adds up: items, 本年合计 over (or under) them, what stands between it and 总计,
 * then 总计. Rows without a number below numbered ones are their parts or stand beside them, where indentation does not
 * tell: the total tells.
 */
export function placeLedgerRows(rows: readonly LedgerRow[]): LedgerPlaces {
  const totals = totalsOf(rows);
  const beside = placeRows(rows, totals, false);
  const within = placeRows(rows, totals, true);
  return withoutHeading(rows, gap(rows, within) < gap(rows, beside) ? within : beside);
}

/**
 * "一、部门预算" without an amount over all that the year's total adds up: it heads the list, and is no line of it. So where
 * its lines are the total.
 */
function withoutHeading(rows: readonly LedgerRow[], places: LedgerPlaces): LedgerPlaces {
  const total = places.year >= 0 ? places.year : places.grand;
  const partsOf = (whole: number): number[] =>
    places.parent.flatMap((above, at) => (above === whole && places.part[at] === "sum" ? [at] : []));
  const [heading, ...others] = total < 0 ? [] : partsOf(total).filter((at) => rows[at]!.kind === "item");
  if (heading === undefined || others.length > 0 || rows[heading]!.amount !== 0) return places;
  const within = partsOf(heading);
  const sum = within.reduce((all, at) => all + rows[at]!.amount, 0);
  if (within.length === 0 || sum === 0 || Math.abs(rows[total]!.amount - sum) > 0.005) return places;
  const parent = places.parent.map((above, at) => (at === heading ? null : above === heading ? total : above));
  return { ...places, parent };
}

type Totals = Pick<LedgerPlaces, "year" | "grand">;

function totalsOf(rows: readonly LedgerRow[]): Totals {
  const last = (kind: LedgerRow["kind"]): number => rows.map((row) => row.kind).lastIndexOf(kind);
  const grands = rows.flatMap((row, index) => (row.kind === "grand-total" ? [index] : []));
  // "收入合计" above and "收入总计" below: the first is the year's total, whatever it is called.
  const grand = grands.length === 0 ? -1 : grands[grands.length - 1]!;
  const firstGrand = grands.length > 1 ? grands[0]! : -1;
  let year = last("year-total");
  if (year < 0) year = last("year-head");
  if (year < 0 && firstGrand >= 0) year = firstGrand;
  // "小计" sums up the year where nothing but carry-over stands between it and the grand total.
  const sub = last("subtotal");
  if (year < 0 && sub > 0 && grand > sub && rows.slice(sub + 1, grand).every((row) => row.kind === "beyond"))
    year = sub;
  return { year, grand };
}

/** How far the total of the items is from their sum. */
function gap(rows: readonly LedgerRow[], { parent, part, year, grand }: LedgerPlaces): number {
  const total = year >= 0 ? year : grand;
  if (total < 0) return 0;
  const parts = rows.reduce(
    (sum, row, index) => (parent[index] === total && part[index] === "sum" ? sum + row.amount : sum),
    0,
  );
  return Math.round(Math.abs(rows[total]!.amount - parts) * 1e6);
}

function placeRows(rows: readonly LedgerRow[], totals: Totals, unnumberedWithin: boolean): LedgerPlaces {
  const placing = new Placing(rows, totals, unnumberedWithin);
  rows.forEach((row, index) => placing.place(row, index));
  return { parent: placing.parent, part: placing.part, ...totals };
}

/** One pass down the rows, with what is open above the next one. */
class Placing {
  readonly parent: (number | null)[];
  readonly part: ("sum" | "of-which")[];
  private readonly top: number | null;
  /** The year's total stands above its items. */
  private readonly headed: boolean;
  private readonly stack: { readonly index: number; readonly style: string; readonly depth: number }[] = [];
  private beyond = false;
  /** Number of the last item within a year's total that is numbered like itself; 0 where there is none. */
  private lastInYear = 0;
  /** A list that "其中：" began. */
  private list: { readonly whole: number; readonly style: string; readonly depth: number } | null = null;

  constructor(
    private readonly rows: readonly LedgerRow[],
    private readonly totals: Totals,
    private readonly unnumberedWithin: boolean,
  ) {
    const { year, grand } = totals;
    this.parent = rows.map(() => null);
    this.part = rows.map((row) => (row.parts.ofWhich ? "of-which" : "sum"));
    this.top = grand >= 0 ? grand : null;
    if (year >= 0) this.parent[year] = this.top;
    this.headed = year >= 0 && rows[year]!.kind === "year-head";
  }

  place(row: LedgerRow, index: number): void {
    const { year, grand } = this.totals;
    if (index === year || index === grand) this.placeTotal(row, index);
    else if (row.parts.ofWhich) this.beginList(row, index);
    else this.placeItem(row, index);
  }

  private placeTotal(row: LedgerRow, index: number): void {
    this.stack.length = 0;
    if (index !== this.totals.year) return;
    if (this.headed) this.push(row, index);
    else this.beyond = true;
  }

  private beginList(row: LedgerRow, index: number): void {
    const whole = this.stack.at(-1);
    this.parent[index] = whole ? whole.index : null;
    this.list = whole ? { whole: whole.index, style: row.parts.style, depth: row.depth } : null;
  }

  private placeItem(row: LedgerRow, index: number): void {
    if (this.isListed(row)) {
      this.parent[index] = this.list!.whole;
      this.part[index] = "of-which";
      return;
    }
    if (row.kind === "division") {
      this.stack.length = 0;
      this.stack.push({ index, style: "", depth: -1 });
      return;
    }
    const under = this.enclosing(row);
    this.parent[index] = under ?? this.totalFor(row, index);
    // "其中：甲" and below it, without the word, "乙": the list goes on.
    const { list } = this;
    if (list !== null && under === list.whole && row.parts.style === list.style) this.part[index] = "of-which";
    else this.list = null;
    this.push(row, index);
  }

  /** As deep as the row that says "其中" above it, and deeper than their whole: also 上年结转 is one of the list then. */
  private isListed(row: LedgerRow): boolean {
    const { list } = this;
    return (
      list !== null &&
      row.parts.style === list.style &&
      row.depth >= list.depth &&
      list.depth > this.rows[list.whole]!.depth
    );
  }

  /** The row that this one is within, after closing what cannot enclose it: the same numbering, or no less depth. */
  private enclosing(row: LedgerRow): number | null {
    const carried = this.carriedWhole(row);
    if (carried >= 0) {
      this.stack.length = carried + 1;
      return this.stack[carried]!.index;
    }
    const inYear = this.numbersAnew(row);
    const level = this.stack.findIndex((open) => sameLevel(open, row) && !(inYear && open.index === this.totals.year));
    if (level >= 0) this.stack.length = level;
    const open = this.stack.at(-1);
    return open && mayEnclose(this.rows[open.index]!, row, this.unnumberedWithin) ? open.index : null;
  }

  /**
   * "一、本年支出" over "一、一般公共服务支出", "二、…": its items are numbered like itself, from the first on. What is numbered
   * lower than the item before it stands beside the year's total again.
   */
  private numbersAnew({ kind, parts: { style, order } }: LedgerRow): boolean {
    const { year } = this.totals;
    if (!this.headed || kind !== "item" || style === "" || this.rows[year]!.parts.style !== style) return false;
    const begins = this.lastInYear === 0 ? order === 1 : order > this.lastInYear;
    if (begins) this.lastInYear = order;
    return begins;
  }

  /**
   * Place in the stack of the 年初结转和结余 above a fund: behind the year's total a fund can only be its part, though neither
   * number nor indentation says so (财决公开04表); -1 where there is none.
   */
  private carriedWhole(row: LedgerRow): number {
    if (!isFund(row) || row.parts.style !== "" || row.kind !== "item") return -1;
    return this.stack.findIndex(({ index }) => this.rows[index]!.kind === "beyond" && !isFund(this.rows[index]!));
  }

  /** Of a row that is within no other: what stands behind the year's total belongs to the grand total. */
  private totalFor(row: LedgerRow, index: number): number | null {
    const { year } = this.totals;
    const pastYear = this.beyond || (this.headed && index > year);
    return row.kind === "beyond" || pastYear || year < 0 ? this.top : year;
  }

  private push(row: LedgerRow, index: number): void {
    this.stack.push({ index, style: row.parts.style, depth: row.depth });
  }
}

function sameLevel(open: { style: string; depth: number }, row: LedgerRow): boolean {
  if (row.parts.style !== "" || open.style !== "")
    return open.style === row.parts.style && (row.parts.style !== "" || open.depth >= row.depth);
  return open.depth >= row.depth;
}

/** A numbered row may enclose rows of another numbering, or deeper ones without any. */
function mayEnclose(above: LedgerRow, row: LedgerRow, unnumberedWithin: boolean): boolean {
  if (above.kind === "division") return row.parts.style === "" && row.kind === "item";
  if (above.kind === "year-head") return row.kind !== "beyond" || row.parts.style !== above.parts.style;
  if (row.kind === "beyond" && above.kind !== "beyond") return false;
  if (row.parts.style !== "") return above.parts.style !== row.parts.style && rank(above) < rank(row);
  if (isDividedByFund(above) && isFund(row)) return true;
  return row.depth > above.depth || (unnumberedWithin && above.parts.style !== "" && row.kind === "item");
}

/**
 * Funds without a number below a numbered 财政拨款 or 上年结转 are its parts, though their indentation was lost.
 */
function isDividedByFund(row: LedgerRow): boolean {
  return row.parts.style !== "" && !isFund(row) && (row.kind === "beyond" || row.roles.includes("fiscal-line"));
}

function isFund(row: LedgerRow): boolean {
  return row.roles.some((role) => funds.includes(role));
}

const ranks: ReadonlyMap<string, number> = new Map(Object.entries({ "一、": 1, "(一)": 2, "1、": 3, "(1)": 4, "": 0 }));

function rank(row: LedgerRow): number {
  return ranks.get(row.parts.style) ?? 0;
}

/**
 * The first row behind a numbered total over its items that is numbered like it, or further out: "（二）相关统计数" and
 * "二、机关运行经费" are no items of "（一）支出合计". The number of rows where there is none.
 */
export function endOfNumberedTotal(rows: readonly LedgerRow[], total: number): number {
  const style = rows[total]?.parts.style ?? "";
  if (style === "") return rows.length;
  const end = rows.findIndex((row, at) => at > total && row.parts.style !== "" && rank(row) <= rank(rows[total]!));
  return end < 0 ? rows.length : end;
}
