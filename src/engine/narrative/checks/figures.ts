import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { powerOfTen } from "../../workbook";
import type { Claim, Reading } from "../claim";
import { compareQuantity, type TableFigure } from "../comparison";
import { factsOf, type Fact } from "../facts";
import { outcomeOf, othersOf, type Statement } from "../outcomes";
import type { Amount } from "../parameters";
import { absolute } from "../quantity";
import { nameOf, resolve } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { denialContradicted, figureDiffers, figureUnreadable } from "./figures-sayings";
import { isSumOfText } from "./sum-of-text";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/**
 * A figure that the text states is the one of the tables that it means: same body, same year, units converted, rounded
 * as the text shows. Where the words leave open which of several is meant, it differs only if it is none of them.
 */
export const figuresAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [figureDiffers, figureUnreadable, denialContradicted],
  run(context) {
    let last: Statement | null = null;
    const carried = new Map<Reading, ReadonlyMap<Claim, Claim>>();
    for (const { reading } of textsOf(context)) carried.set(reading, carriedIn(reading));
    return eachClaim(context, (claim, text) => {
      if (claim.quantity.dimension !== "money") return null;
      const found = resolve(claim, text, context);
      if ("missing" in found) return null;
      if (claim.denial) return denial(claim, found.facts, context);
      const meant = [
        ...ofThisYear(claim, text, context),
        ...withCarried(claim, found.facts, carried.get(text.reading)!),
        ...withOpening(claim, text, context),
      ];
      const comparable = meant.filter((fact) => !isYearsOwn(claim, fact, context));
      if (comparable.length === 0) return null;
      const statement = agreement(claim, comparable, context);
      if (statement.outcome === "fail" && (isSumOfText(claim, text.reading) || isPartOfItsName(claim, text.reading)))
        return null;
      last = sameAgain(statement, last);
      return last;
    });
  },
});

/** "2025年预算安排政府性基金2150.00万元，占全部政府性基金预算的61.43%": no more than a part of what it is called. */
const isPartOfItsName = (claim: Claim, { shares }: Reading): boolean =>
  shares.some(
    ({ part, meaning }) =>
      part === claim && meaning !== null && meaning["fund"] !== "all" && meaning["fund"] === claim.meaning?.["fund"],
  );

/** "收入总计" holds what was carried over as well: no figure of the year's own is held against it. */
const isYearsOwn = ({ passage, start, end }: Claim, fact: Fact, context: Sources): boolean =>
  /(?:收入|支出|收支|收、支)(?:决算|预算)?总计/.test(passage.text.slice(start, end)) &&
  fact.cells.length === 1 &&
  context.figures.name(fact.cells[0]!).includes("本年");

/**
 * The income of one fund, where the words leave open whether what was carried over is in it: the year's and that of
 * the tables together.
 */
function withOpening(claim: Claim, text: NarrativeText, context: Sources): readonly Fact[] {
  const { meaning, label, head } = claim;
  if (meaning === null || meaning["side"] !== "income" || meaning["fund"] === undefined || head !== null) return [];
  if (meaning["carried"] !== undefined || /本年|当年/.test(claim.passage.text.slice(claim.start, claim.end))) return [];
  if (label.lastYear || text.group === null) return [];
  const facts = factsOf(text.group, context);
  const [year] = facts.find(meaning);
  const [opening] = facts.find({ fund: meaning["fund"], carried: "in" });
  if (year === undefined || opening === undefined || year.value === null || opening.value === null) return [];
  if (opening.facets["fund"] !== meaning["fund"] || opening.value.isZero()) return [];
  return [
    {
      ...year,
      cells: [...year.cells, ...opening.cells],
      value: year.value.plus(opening.value),
      half: year.half.plus(opening.half),
    },
  ];
}

/** "一般公共预算当年拨款结构情况": of tables that print it apart, what this year's money pays. */
function ofThisYear(claim: Claim, text: NarrativeText, context: Sources): readonly Fact[] {
  const { meaning, passage, start, end } = claim;
  if (meaning?.["side"] !== "expenditure" || meaning["carried"] !== undefined) return [];
  if (![...passage.headings, passage.text.slice(start, end)].some((words) => thisYears.test(words))) return [];
  const found = resolve({ ...claim, meaning: { ...meaning, carried: "this-year" } }, text, context);
  return "missing" in found ? [] : found.facts;
}

const thisYears = /(?:当年|本年度?)(?:财政)?(?:拨款|预算|安排)/;

/** "一般公共预算拨款收入5000.40万元(含上年结转200万元)": the figure may be meant with what it is said to contain. */
function withCarried(claim: Claim, facts: readonly Fact[], carried: ReadonlyMap<Claim, Claim>): readonly Fact[] {
  const one = carried.get(claim);
  if (one === undefined || claim.meaning?.["carried"] !== undefined) return facts;
  const more = facts.map((fact) =>
    fact.value === null ? fact : { ...fact, value: fact.value.plus(absolute(one.quantity)) },
  );
  return [...facts, ...more];
}

/** By figure, the carry-over that it is said to contain. */
function carriedIn({ lists }: Reading): ReadonlyMap<Claim, Claim> {
  return new Map(
    lists.flatMap(({ head, items }) => {
      const carried = items.find(({ meaning }) => meaning?.["carried"] !== undefined);
      return carried === undefined ? [] : [[head, carried] as const];
    }),
  );
}

/** An item's amount that is said again in its next sentence: the same figure, and the same fault. */
function sameAgain(statement: Statement, last: Statement | null): Statement {
  const cause = last?.cause ?? null;
  const repeats =
    cause !== null &&
    statement.cause !== null &&
    statement.at.passage === last!.at.passage &&
    statement.quantity!.value.eq(cause.quantity.value) &&
    statement.computed!.eq(last!.computed!);
  return repeats ? { ...statement, cause } : statement;
}

/** Runs over the claims of all texts. */
export function eachClaim(
  context: Pick<CheckContext, "tables" | "rule">,
  judge: (claim: Claim, text: NarrativeText) => Statement | null,
): Outcome[] {
  return textsOf(context).flatMap((text) =>
    text.reading.claims.flatMap((claim) => {
      const statement = judge(claim, text);
      return statement === null ? [] : [outcomeOf(context, statement)];
    }),
  );
}

function agreement(claim: Claim, facts: readonly Fact[], context: Sources): Statement {
  const readable = facts.filter((fact) => fact.value !== null);
  const base = { at: claim, quantity: claim.quantity } as const;
  if (readable.length === 0)
    return {
      ...base,
      outcome: "cannot-tell",
      says: (told) => figureUnreadable.with(() => ({ text: told.text, name: factName(facts[0]!, claim, context) })),
      computed: null,
      others: othersOf(facts[0]!),
    };
  const { outcome, fact } = bestOf(claim, readable);
  return {
    ...base,
    outcome,
    says: (told) => figureDiffers.with(() => ({ ...told.compared(), name: factName(fact, claim, context) })),
    computed: fact.value!,
    others: othersOf(fact),
    cause: outcome === "fail" ? claim : null,
    claims: [claim],
  };
}

/** How a claim stands to the figures that it may mean: the verdict of the best fit, the first where none does. */
export function bestOf(
  claim: Pick<Claim, "quantity">,
  readable: readonly Fact[],
): { readonly outcome: "pass" | "rounding" | "fail"; readonly fact: Fact } {
  const verdicts = readable.map((fact) => compareQuantity(claim.quantity, fact.value!, fact.half));
  const outcome = verdicts.includes("pass") ? "pass" : verdicts.includes("rounding") ? "rounding" : "fail";
  return { outcome, fact: readable[verdicts.indexOf(outcome)]! };
}

/** "无政府性基金安排的支出": then every figure that may be meant is blank or zero. */
function denial(claim: Claim, facts: readonly Fact[], context: Sources): Statement | null {
  const filled = facts.find(({ value }) => value !== null && !value.isZero());
  if (filled === undefined && facts.every(({ value }) => value === null)) return null;
  const shown = filled ?? facts[0]!;
  return {
    outcome: filled ? "fail" : "pass",
    says: (told) =>
      denialContradicted.with(() => ({
        text: told.text,
        name: factName(shown, claim, context),
        found: filled ? inTable(filled) : null,
      })),
    at: claim,
    quantity: null,
    computed: null,
    others: filled ? othersOf(filled) : [],
  };
}

/** A figure in the unit of its table. */
export function inTable({ value, table }: TableFigure): Amount {
  return { value: value!.times(powerOfTen(-table.unitExponent)).toFixed(), unit: table.unit ?? "" };
}

/** What a clerk calls a figure of the tables. */
export function factName(fact: Fact, claim: Claim, { figures }: Pick<CheckContext, "figures">): string {
  const [cell, ...more] = fact.cells;
  if (cell !== undefined && more.length === 0) return figures.name(cell);
  const name = nameOf(claim).replace(/“/g, "‘").replace(/”/g, "’");
  return `${fact.table.template.short}${name === "" ? "" : `“${name}”`}${cell === undefined ? "（空表）" : "各行之和"}`;
}
