import { z } from "zod/mini";
import { defineCheck, type Outcome } from "../../reconcile";
import { Exact } from "../../workbook";
import type { Change, Claim } from "../claim";
import { compareQuantity } from "../comparison";
import { withPlan } from "../change-words";
import { versionIn } from "../label";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, type Quantity } from "../quantity";
import { textsOf } from "../text";
import { changesRepeatDiffer } from "./change-sayings";

/** Totals of both sides, which are the same every year. */
const sides: readonly (readonly [string, string])[] = [
  ["income", "expenditure"],
  ["income-grand-total", "expenditure-grand-total"],
];

/**
 * The same change is said twice with the same amount: of one figure, compared with the same budget; and of income and
 * expenditure together, whose totals are equal in both years. The latter asks for a reason where it differs: what the
 * year before is compared with may be with or without carry-over.
 */
export const changesAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [changesRepeatDiffer],
  run(context) {
    return textsOf(context).flatMap(({ reading }) => {
      const first = new Map<string, Stated>();
      return reading.changes.flatMap((change): Outcome[] => {
        const stated = statedOf(change);
        if (stated === null) return [];
        const whole = ofWhole(stated, first);
        if (whole !== null) return [outcomeOf(context, whole)];
        const found = keysOf(stated).flatMap((key) => {
          const before = first.get(key);
          if (before === undefined) first.set(key, stated);
          return before === undefined || before.base.measure === null || !sameFigure(before.base, stated.base)
            ? []
            : [before];
        });
        return found.slice(0, 1).map((before) => outcomeOf(context, compare(before, stated)));
      });
    });
  },
});

/**
 * "支出100万元，其中甲60万元、乙40万元，较上年增加10万元": behind a list the change may be that of the whole, and is where it is the
 * one that was said of that before.
 */
function ofWhole({ change, amount, base }: Stated, first: ReadonlyMap<string, Stated>): Statement | null {
  if (change.percent !== null || change.prior !== null || base.head === null) return null;
  for (const whole of change.bases.slice(1)) {
    const stated = { change, amount, base: whole };
    if (whole.meaning === null || whole.head !== null) continue;
    for (const before of keysOf(stated).flatMap((key) => first.get(key) ?? []))
      if (before.change !== change && sameFigure(before.base, whole)) {
        const statement = compare(before, stated);
        if (statement.outcome === "pass") return statement;
      }
  }
  return null;
}

interface Stated {
  readonly change: Change;
  readonly base: Claim;
  readonly amount: Quantity;
}

function statedOf(change: Change): Stated | null {
  const [base] = change.bases;
  if (base === undefined || change.amount === null || change.reason || base.reason || change.direction === "flat")
    return null;
  if (base.meaning === null || base.label.subject.kind !== "whole" || base.label.lastYear) return null;
  return { change, base, amount: change.amount };
}

/** What is compared, and with what: the same for changes that must be equal. */
function keysOf({ change, base }: Stated): string[] {
  const year = /20\d\d/.exec(change.against)?.[0] ?? (withPlan.test(change.against) ? "plan" : "");
  const against = [year, versionIn(change.against) ?? ""];
  const own = [base.measure, base.path?.text, JSON.stringify(base.meaning), ...against];
  const side = sides.findIndex((pair) => pair.includes(base.measure ?? ""));
  const whole = side >= 0 && base.head === null && base.meaning!["fund"] === "all";
  return [JSON.stringify(own), ...(whole ? [JSON.stringify([side, ...against])] : [])];
}

function sameFigure({ quantity: one }: Claim, { quantity: other }: Claim): boolean {
  return absolute(one).eq(absolute(other));
}

function compare(before: Stated, { change, base, amount }: Stated): Statement {
  const value = (one: Stated): Quantity => ({
    ...one.amount,
    value: one.change.direction === "down" ? one.amount.value.negated() : one.amount.value,
  });
  const [own, other] = [value({ change, base, amount }), value(before)];
  return {
    outcome: compareQuantity(own, absolute(other), new Exact(0)),
    ...(before.base.measure === base.measure ? {} : { severity: "explain" as const }),
    says: (told) =>
      changesRepeatDiffer.with(() => ({
        ...told.compared(),
        other: before.change.passage.text.slice(before.change.start, before.change.end),
      })),
    at: change,
    quantity: own,
    computed: absolute(other),
    claims: [before, { change, amount }].map((one) => ({ passage: one.change.passage, quantity: one.amount })),
  };
}
