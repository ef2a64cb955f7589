import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Operand, type Outcome } from "../../reconcile";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import { foldedName } from "../../tables";
import { claimCell, type Change, type Claim } from "../claim";
import { compareQuantity } from "../comparison";
import { factsOf, type Fact, type Facts } from "../facts";
import { othersOf, outcomeOf, partsOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { resolve, sameName, type Resolved } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { bestOf, factName, inTable } from "./figures";
import { itemChangesDiffer, itemMissing, itemsDiffer } from "./items-sayings";
import { isOwn } from "./mentions-agree";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/** An item of a text, one subject of the classification with its amount, and the row that it is. */
interface Item {
  readonly claim: Claim;
  readonly found: Extract<Resolved, { facts: readonly Fact[] }>;
}

/** A text lists the subjects of a table one by one where it names at least so many of them. */
const fewestItems = 3;
const leastShare = 0.6;
/** Of these so many are items of their own: what is said by the way only shows that others were not left out. */
const leastOwn = 0.5;
/** Digits of the code of a 项. */
const codeLength = 7;

/**
 * A text that goes through the subjects (项) of a table names every one that has money, and their amounts add up to
 * the total that the text states for them.
 */
export const itemsAreComplete = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [itemMissing, itemsDiffer, itemChangesDiffer],
  run(context) {
    return textsOf(context).flatMap((text) => {
      return byFund(itemsOf(text, context)).flatMap((items) => {
        if (items.length < fewestItems) return [];
        const rows = rowsUnread(text, items, context);
        const missing = missingIn(text, items, rows.unsaid, context);
        // What the text names, and no figure was read for it, may be all that the sum lacks.
        const totals = rows.said.length > 0 ? [] : totalsOf(text, items, rows.whole);
        // A text that singles some out names no more than these.
        const holds = totals.filter(({ outcome }) => outcome !== "fail" || rows.goesThrough);
        const said = [...missing, ...holds, ...(missing.length > 0 ? [] : changesOf(text, items))];
        return said.map((statement): Outcome => outcomeOf(context, statement));
      });
    });
  },
});

/** A text goes through one fund after the other. */
function byFund(items: readonly Item[]): Item[][] {
  const groups = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const fund = item.claim.meaning?.["fund"];
    groups.set(fund, [...(groups.get(fund) ?? []), item]);
  }
  return [...groups.values()];
}

/** The first own amount of each subject that the text names to the last level; by its name alone where it agrees. */
function itemsOf(text: NarrativeText, context: Sources): Item[] {
  const seen = new Set<string>();
  return text.reading.claims.flatMap((claim) => {
    if (!isOwn({ ...claim, head: null }, text)) return [];
    if (text.stage === "final" && claim.label.version === "budget") return [];
    if (claim.path === null ? claim.measure !== null : (claim.path.names[2] ?? null) === null) return [];
    const found = resolve(claim, text, context);
    if ("missing" in found || found.subject === null || found.subject.row.code.length !== codeLength) return [];
    const key = claim.path?.text ?? found.subject.row.code;
    if (seen.has(key) || (claim.path === null && !agrees(claim, found.facts))) return [];
    seen.add(key);
    return [{ claim, found }];
  });
}

function agrees(claim: Claim, facts: readonly Fact[]): boolean {
  const readable = facts.filter(({ value }) => value !== null);
  return readable.length > 0 && bestOf(claim, readable).outcome !== "fail";
}

/** A row of the last level that has money of the items' fund. */
interface FilledRow {
  readonly code: string;
  readonly names: readonly string[];
  readonly fact: Fact;
}

/** What became of the rows that no item was found to be of. */
interface Rows {
  readonly unsaid: readonly FilledRow[];
  readonly said: readonly FilledRow[];
  /** Those in a 款 or 类 that the text gives whole. */
  readonly whole: readonly FilledRow[];
  readonly goesThrough: boolean;
}

/**
 * Rows of the last level, with money of the items' fund, that no item was found to be of: those that the text does not
 * speak of where it goes through the items, neither by name nor by amount, and those that it does.
 */
function rowsUnread(text: NarrativeText, items: readonly Item[], context: Sources): Rows {
  const facts = factsOf(text.group!, context);
  const fund = items[0]!.claim.meaning?.["fund"] ?? fundOfAll(items, facts);
  const named = new Set(items.map(({ found }) => found.subject?.row.code));
  const wanted = rowsWithMoney(facts, fund);
  // A text that names the 款 for the 项 has named what is in it.
  const left = wanted.filter(({ code }) => ![code, code.slice(0, 5), code.slice(0, 3)].some((one) => named.has(one)));
  const covered = coveredBy(text, items, wanted);
  const unnamed = left.filter((row) => !covered.has(row));
  const isSaid = spokenOf(text, items);
  const [said, unsaid] = [unnamed.filter(isSaid), unnamed.filter((row) => !isSaid(row))];
  const goesThrough = named.size >= leastOwn * wanted.length && named.size + said.length >= leastShare * wanted.length;
  return {
    said,
    goesThrough,
    whole: left.filter((row) => covered.has(row)),
    unsaid: goesThrough && !(fund === undefined && makeUpWhole(text, items)) ? unsaid : [],
  };
}

/**
 * "5.社会保障和就业支出(类)财政对其他社会保险基金的补助(款)44.53万元", "“住房保障支出”科目1217.96万元": 款 and 类 that the text gives whole, in a
 * paragraph of their own among the items: it need not name what is in them.
 */
function coveredBy({ passages, reading }: NarrativeText, items: readonly Item[], rows: readonly FilledRow[]) {
  const places = items.map(({ claim }) => passages.indexOf(claim.passage));
  const [from, to] = [Math.min(...places) - 1, Math.max(...places) + 1];
  const near = reading.claims.filter(({ passage, head, reason, quantity, label }) => {
    const at = passages.indexOf(passage);
    return at >= from && at <= to && head === null && !reason && !label.lastYear && quantity.dimension === "money";
  });
  const whole = near.flatMap((claim) => {
    const within = rows.filter((row) => isWithin(row, claim));
    const sum = within.reduce((all: ExactDecimal, { fact }) => all.plus(fact.value!), new Exact(0));
    const half = within.reduce((all: ExactDecimal, { fact }) => all.plus(fact.half), new Exact(0));
    const makesUp = within.length > 0 && compareQuantity(claim.quantity, sum, half) !== "fail";
    return makesUp ? [{ claim, within }] : [];
  });
  // Classes one beside the other in a paragraph are the structure of the money, not items.
  return new Set(
    whole.flatMap(({ claim: { passage }, within }) =>
      whole.every(
        (other) => other.within === within || other.claim.passage !== passage || isNested(other.within, within),
      )
        ? within
        : [],
    ),
  );
}

/** A row of a 款 or 类 that a figure of the text is of. */
function isWithin({ code, names }: FilledRow, { path, meaning }: Claim): boolean {
  if (path === null) return /^2\d\d$/.test(meaning?.["code"] ?? "") && code.startsWith(meaning!["code"]!);
  const depth = path.names.findLastIndex((name) => name !== null);
  return depth < 2 && sameName(path.names[depth]!, names[depth]);
}

function isNested(inner: readonly FilledRow[], outer: readonly FilledRow[]): boolean {
  return inner.every((row) => outer.includes(row)) || outer.every((row) => inner.includes(row));
}

/** 一般公共预算, where the items do not say of which fund they are and each has its amount in the tables of that. */
function fundOfAll(items: readonly Item[], facts: Facts): string | undefined {
  const fund = "general-public";
  const isOf = ({ claim, found }: Item): boolean => {
    const code = found.subject?.row.code;
    const figures = code === undefined ? [] : facts.find({ side: "expenditure", code, fund });
    const readable = figures.filter(({ value, cells }) => value !== null && cells.length > 0);
    return readable.length > 0 && bestOf(claim, readable).outcome !== "fail";
  };
  return items.every(isOf) ? fund : undefined;
}

/**
 * Whether the paragraphs from the first item to the last have the name of a row or its amount, or any paragraph has
 * its amount beside its name or that of its 款 or 类 ("基本养老保险缴费支出（项）218.56万元" under 行政事业单位养老支出).
 */
function spokenOf({ reading, passages }: NarrativeText, items: readonly Item[]): (row: FilledRow) => boolean {
  const places = items.map(({ claim }) => passages.indexOf(claim.passage));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const words = passages.map(({ text }) => foldedName(text));
  const place = new Map(passages.map((passage, at) => [passage, at]));
  const amounts = reading.numbers.filter(({ quantity }) => quantity.dimension === "money");
  return ({ names, fact }) => {
    const name = foldedName(names.at(-1)!);
    if (words.slice(first, last + 1).some((text) => text.includes(name))) return true;
    const above = names.slice(0, -1).map(foldedName);
    return amounts.some(({ passage, quantity }) => {
      const at = place.get(passage)!;
      const near = (at >= first && at <= last) || [name, ...above].some((one) => words[at]!.includes(one));
      return near && compareQuantity(quantity, fact.value!, fact.half) === "pass";
    });
  };
}

/** Rows that no item names, and no words of the text. */
function missingIn(
  text: NarrativeText,
  items: readonly Item[],
  left: readonly FilledRow[],
  context: Sources,
): Statement[] {
  const total = totalOf(text, items);
  return left.map(({ code, names, fact }) => {
    const { claim } = lastBefore(code, items);
    const beside: Operand[] = total === null ? [] : partsOf([total], claimCell(claim));
    return {
      outcome: "fail",
      says: () =>
        itemMissing.with(() => ({
          name: names.join("/"),
          code,
          amount: inTable(fact),
          where: factName(fact, claim, context),
        })),
      at: { passage: claim.passage, start: claim.start, end: claim.end },
      quantity: null,
      computed: null,
      others: [...beside, ...othersOf(fact)],
    };
  });
}

/** The item behind which a row would stand, by its code; the last one where none stands before it. */
function lastBefore(code: string, items: readonly Item[]): Item {
  const codeOf = ({ found }: Item): string => found.subject?.row.code ?? "";
  const before = items.filter((item) => codeOf(item) < code && codeOf(item).slice(0, 3) === code.slice(0, 3));
  return (
    before.reduce(
      (last: Item | undefined, item) => (last !== undefined && codeOf(last) > codeOf(item) ? last : item),
      undefined,
    ) ?? items.at(-1)!
  );
}

/** The items are all of a figure that the text states: of one fund, though each does not say so. */
function makeUpWhole({ reading }: NarrativeText, items: readonly Item[]): boolean {
  const sum = items.reduce((all: ExactDecimal, { claim }) => all.plus(absolute(claim.quantity)), new Exact(0));
  return reading.claims.some(
    ({ path, head, quantity, reason }) =>
      path === null && head === null && !reason && quantity.dimension === "money" && absolute(quantity).eq(sum),
  );
}

function rowsWithMoney(facts: Facts, fund: string | undefined): FilledRow[] {
  return [...facts.rows].flatMap(({ code, names }) => {
    if (code.length !== codeLength) return [];
    const [fact] = facts.find({ side: "expenditure", code, ...(fund === undefined ? {} : { fund }) });
    return fact === undefined || fact.value === null || fact.value.isZero() || fact.cells.length === 0
      ? []
      : [{ code, names, fact }];
  });
}

/** "具体使用情况(含上年结转)": such items make up more than "当年拨款". */
const holdsCarried = /含(?:上年|年初|以前年度)?结转/;
const ofThisYear = /当年|本年/;

/** The total that the text states of the items' money; money of their fund without a side is what is spent. */
function totalOf(text: NarrativeText, items: readonly Item[]): Claim | null {
  const fund = items[0]!.claim.meaning?.["fund"];
  if (fund === undefined || items.some(({ claim }) => claim.meaning?.["fund"] !== fund)) return null;
  const withCarried = items.some(({ claim }) => claim.passage.headings.some((heading) => holdsCarried.test(heading)));
  const totals = text.reading.claims.filter(
    (claim) =>
      isOwnTotal(claim, text) &&
      !(withCarried && ofThisYear.test(claim.passage.text.slice(claim.start, claim.end))) &&
      claim.meaning?.["fund"] === fund &&
      !(text.stage === "final" && claim.label.version === "budget"),
  );
  return (
    totals.find(({ meaning }) => meaning!["side"] === "expenditure") ??
    totals.find(({ meaning, head }) => meaning!["side"] === undefined && head === null) ??
    null
  );
}

/** The amounts of the items, and of what the text gives whole, beside the total that it states of the same money. */
function totalsOf(text: NarrativeText, items: readonly Item[], whole: readonly FilledRow[]): Statement[] {
  const total = totalOf(text, items);
  if (total === null) return [];
  const others = whole.reduce((all: ExactDecimal, { fact }) => all.plus(fact.value!), new Exact(0));
  const sum = items.reduce((all: ExactDecimal, { claim }) => all.plus(absolute(claim.quantity)), others);
  const gap = absolute(total.quantity).minus(sum);
  const slack = [...items.map(({ claim }) => claim), ...(whole.length > 0 ? [total] : [])].reduce(
    (all, { quantity }) => all.plus(halfPlace(quantity)),
    halfPlace(total.quantity),
  );
  const claims = items.map(({ claim }) => claim);
  return [
    {
      outcome: gap.isZero() ? "pass" : gap.abs().lessThanOrEqualTo(slack) ? "rounding" : "fail",
      // Money that is only called by its fund may be meant with what was carried over.
      ...(total.meaning!["side"] === undefined ? { severity: "explain" as const } : {}),
      says: (told) => itemsDiffer.with(() => ({ ...told.compared(), items: items.length })),
      at: total,
      quantity: total.quantity,
      computed: sum,
      others: partsOf(claims, claimCell(total)),
      // Off by just what the items themselves are off: the same fault.
      claims: gap.negated().eq(errorsOf(items)) ? [total, ...claims] : [total],
    },
  ];
}

/**
 * The changes of all items beside the change of their total. Subjects of last year that this year has no more are not
 * seen: what does not add up asks for a reason.
 */
function changesOf(text: NarrativeText, items: readonly Item[]): Statement[] {
  const { changes } = text.reading;
  const moved = items.map(({ claim }) => changes.find(({ bases }) => bases[0] === claim));
  if (moved.some((change) => change === undefined || (change.amount === null && change.direction !== "flat")))
    return [];
  const sum = items.reduce((all: ExactDecimal, { claim }) => all.plus(absolute(claim.quantity)), new Exact(0));
  const whole = changes.find(
    ({ bases: [base], amount, reason }) =>
      base !== undefined &&
      amount !== null &&
      !reason &&
      isOwnTotal(base, text) &&
      absolute(base.quantity).eq(sum) &&
      base.meaning?.["side"] === "expenditure" &&
      base.meaning["fund"] === items[0]!.claim.meaning?.["fund"],
  );
  if (whole === undefined) return [];
  const parts = moved.flatMap((change) => (change!.amount === null ? [] : [change!]));
  const together = parts.reduce((all: ExactDecimal, one) => all.plus(signedOf(one)), new Exact(0));
  const slack = parts.reduce((all, { amount }) => all.plus(halfPlace(amount!)), halfPlace(whole.amount!));
  const gap = signedOf(whole).minus(together).abs();
  return [
    {
      outcome: gap.isZero() ? "pass" : gap.lessThanOrEqualTo(slack) ? "rounding" : "fail",
      severity: "explain",
      says: (told) => itemChangesDiffer.with(() => ({ ...told.compared(), items: items.length })),
      at: whole,
      quantity: {
        ...whole.amount!,
        value: whole.direction === "down" ? whole.amount!.value.negated() : whole.amount!.value,
      },
      computed: together,
      claims: [whole, ...parts].map(({ passage, amount }) => ({ passage, quantity: amount! })),
    },
  ];
}

function signedOf({ amount, direction }: Change): ExactDecimal {
  const size = absolute(amount!);
  return direction === "down" ? size.negated() : size;
}

function isOwnTotal(claim: Claim, text: NarrativeText): boolean {
  const { meaning, path } = claim;
  if (meaning === null || path !== null) return false;
  const narrower = ["code", "nature", "economic", "item", "carried"].some(
    (dimension) => meaning[dimension] !== undefined,
  );
  return !narrower && isOwn({ ...claim, head: null }, text);
}

/** How much the items together are off what the tables say. */
function errorsOf(items: readonly Item[]): ExactDecimal {
  return items.reduce((all: ExactDecimal, { claim, found }) => {
    const readable = found.facts.filter(({ value }) => value !== null);
    if (readable.length === 0 || bestOf(claim, readable).outcome !== "fail") return all;
    const { decimals, exponent } = claim.quantity;
    const scale = powerOfTen(decimals - exponent);
    const printed = readable[0]!.value!.times(scale).toDecimalPlaces(0, Exact.ROUND_HALF_UP).dividedBy(scale);
    return all.plus(absolute(claim.quantity)).minus(printed);
  }, new Exact(0));
}
