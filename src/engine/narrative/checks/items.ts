import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import { claimCell, type Claim } from "../claim";
import { factsOf, type Fact, type Facts } from "../facts";
import { othersOf, outcomeOf, partsOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { resolve, type Resolved } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { bestOf, factName, inTable } from "./figures";
import { itemMissing, itemsDiffer } from "./items-sayings";
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

/**
 * A text that goes through the subjects (项) of a table names every one that has money, and their amounts add up to
 * the total that the text states for them.
 */
export const itemsAreComplete = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [itemMissing, itemsDiffer],
  run(context) {
    return textsOf(context).flatMap((text) => {
      const items = itemsOf(text, context);
      if (items.length < fewestItems) return [];
      return [...missingIn(text, items, context), ...totalsOf(text, items)].map((statement): Outcome =>
        outcomeOf(context, statement),
      );
    });
  },
});

/** The first own amount of each subject that the text names to the last level. */
function itemsOf(text: NarrativeText, context: Sources): Item[] {
  const seen = new Set<string>();
  return text.reading.claims.flatMap((claim) => {
    if (claim.path === null || (claim.path.names[2] ?? null) === null || !isOwn({ ...claim, head: null }, text))
      return [];
    if (text.stage === "final" && claim.label.version === "budget") return [];
    if (seen.has(claim.path.text)) return [];
    const found = resolve(claim, text, context);
    if ("missing" in found) return [];
    seen.add(claim.path.text);
    return [{ claim, found }];
  });
}

/** Rows of the last level, with money of the items' fund, that no item names. */
function missingIn(text: NarrativeText, items: readonly Item[], context: Sources): Statement[] {
  const facts = factsOf(text.group!, context);
  const fund = items[0]!.claim.meaning?.["fund"];
  const named = new Set(items.map(({ found }) => found.subject?.row.code));
  const wanted = rowsWithMoney(facts, fund);
  // A text that names the 款 for the 项 has named what is in it.
  const left = wanted.filter(({ code }) => ![code, code.slice(0, 5), code.slice(0, 3)].some((one) => named.has(one)));
  if (named.size < leastShare * wanted.length) return [];
  const last = items.at(-1)!.claim;
  return left.map(({ code, names, fact }) => ({
    outcome: "fail",
    says: () =>
      itemMissing.with(() => ({
        name: names.join("/"),
        code,
        amount: inTable(fact),
        where: factName(fact, last, context),
      })),
    at: { passage: last.passage, start: last.start, end: last.end },
    quantity: null,
    computed: null,
    others: othersOf(fact),
  }));
}

function rowsWithMoney(
  facts: Facts,
  fund: string | undefined,
): { code: string; names: readonly string[]; fact: Fact }[] {
  return [...facts.rows].flatMap(({ code, names }) => {
    if (code.length !== 7) return [];
    const [fact] = facts.find({ side: "expenditure", code, ...(fund === undefined ? {} : { fund }) });
    return fact === undefined || fact.value === null || fact.value.isZero() || fact.cells.length === 0
      ? []
      : [{ code, names, fact }];
  });
}

/** The amounts of the items beside the total that the text states of the same money. */
function totalsOf(text: NarrativeText, items: readonly Item[]): Statement[] {
  const fund = items[0]!.claim.meaning?.["fund"];
  const total = text.reading.claims.find(
    (claim) => isOwnTotal(claim, text) && claim.meaning?.["side"] === "expenditure" && claim.meaning["fund"] === fund,
  );
  if (fund === undefined || total === undefined || items.some(({ claim }) => claim.meaning?.["fund"] !== fund))
    return [];
  const sum = items.reduce((all: ExactDecimal, { claim }) => all.plus(absolute(claim.quantity)), new Exact(0));
  const gap = absolute(total.quantity).minus(sum);
  const slack = items.reduce((all, { claim }) => all.plus(halfPlace(claim.quantity)), halfPlace(total.quantity));
  const claims = items.map(({ claim }) => claim);
  return [
    {
      outcome: gap.isZero() ? "pass" : gap.abs().lessThanOrEqualTo(slack) ? "rounding" : "fail",
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
