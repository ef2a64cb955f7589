import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import { Exact, type ExactDecimal } from "../../workbook";
import type { Claim, Direction, Reading } from "../claim";
import { isPartOf, partitionsOf } from "../measures";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace, type Quantity } from "../quantity";
import { textsOf } from "../text";
import { changesDiffer } from "./change-sayings";
import { judgeMoved, movedOf, type Moved } from "./moved";
import { itemsMoved, netChanges } from "./net-changes";

/** Funds that together are 财政拨款. */
const funds = ["general-public", "government-fund", "state-capital"];

/**
 * The change of a whole is that of its parts together, where the text says how each of them changed: 财政拨款 of the three
 * funds, 三公 of its three kinds.
 */
export const changesAddUp = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [changesDiffer],
  run(context) {
    return textsOf(context).flatMap(({ reading }) =>
      [...wholesOf(reading), ...listedWholes(reading)]
        .flatMap(([whole, parts]) => {
          const statement = judgeMoved(whole, parts);
          return statement === null ? [] : [outcomeOf(context, statement)];
        })
        .concat(
          [...partsOf(reading), ...netChanges(reading), ...itemsMoved(reading)].map((statement) =>
            outcomeOf(context, statement),
          ),
        ),
    );
  },
});

/**
 * "支出较去年增加58.12万元，主要是基本支出增加38.92万元，项目支出增加19.20万元": parts that are said behind the change of their
 * whole. Where they do not add up it is a contradiction only if every part is spoken of.
 */
function partsOf({ changes }: Reading): Statement[] {
  return changes.flatMap((change) => {
    const { amount, parts, bases } = change;
    const measures = new Set(parts.map(({ measure }) => measure));
    if (amount === null || parts.length < 2 || measures.size < parts.length) return [];
    const whole = bases[0]?.measure ?? null;
    const complete = partitionsOf(whole).some(({ complete: lists }) =>
      lists.some((needed) => needed.every((one) => measures.has(one)) && needed.length === measures.size),
    );
    const sum = parts.reduce(
      (all: ExactDecimal, { quantity, direction }) => all.plus(signed(quantity, direction)),
      new Exact(0),
    );
    const slack = parts.reduce((all, { quantity }) => all.plus(halfPlace(quantity)), halfPlace(amount));
    const gap = sum.minus(signed(amount, change.direction)).abs();
    const outcome = gap.isZero() ? "pass" : gap.lessThanOrEqualTo(slack) ? "rounding" : "fail";
    if (outcome === "fail" && !complete) return [];
    return [
      {
        outcome,
        ...(parts.some(({ reason }) => reason) ? { severity: "explain" as const } : {}),
        says: (told) =>
          changesDiffer.with(() => ({
            ...told.compared(),
            parts: parts.map(({ name, quantity, direction }) => `${name} ${moveText(quantity, direction)}`),
          })),
        at: change,
        quantity: { ...amount, value: change.direction === "down" ? amount.value.negated() : amount.value },
        computed: sum,
        claims: [amount, ...parts.map(({ quantity }) => quantity)].map((quantity) => ({
          passage: change.passage,
          quantity,
        })),
      },
    ];
  });
}

function signed(quantity: Quantity, direction: Direction): ExactDecimal {
  const size = absolute(quantity);
  return direction === "down" ? size.negated() : size;
}

function moveText({ value, decimals, unit }: Quantity, direction: Direction): string {
  return `${direction === "down" ? "减少" : "增加"}${value.toFixed(decimals)}${unit}`;
}

/** Each figure of 财政拨款 with those of the three funds of the same side, in one paragraph, all with their changes. */
function wholesOf(reading: Reading): [Moved, Moved[]][] {
  const found: [Moved, Moved[]][] = [];
  const totals = reading.claims.filter((claim) => ["fiscal", ...funds].some((fund) => isTotal(claim, fund)));
  for (const claim of totals) {
    if (!isTotal(claim, "fiscal")) continue;
    const whole = movedOf(claim, reading);
    if (whole === null) continue;
    const parts = funds.map((fund) =>
      totals.find(
        (part) =>
          part.passage === claim.passage &&
          part.start > claim.start &&
          isTotal(part, fund) &&
          part.meaning!["side"] === claim.meaning!["side"],
      ),
    );
    const moved = parts.map((part) => (part === undefined ? null : movedOf(part, reading)));
    if (moved.every((one) => one !== null)) found.push([whole, moved]);
  }
  return found;
}

/** Lists that name every part of their whole, each with its change. */
function listedWholes(reading: Reading): [Moved, Moved[]][] {
  return reading.lists.flatMap(({ head, items }): [Moved, Moved[]][] => {
    const named = items.flatMap(({ measure }) => measure ?? []);
    const top = items.filter(({ measure }) => measure !== null && !named.some((other) => isPartOf(measure, other)));
    const parts = new Set(top.map(({ measure }) => measure));
    const complete = partitionsOf(head.measure).some((partition) =>
      partition.complete.some((needed) => needed.length === parts.size && needed.every((part) => parts.has(part))),
    );
    if (!complete || top.length !== parts.size || head.reason || head.quantity.dimension !== "money") return [];
    const moved = [head, ...top].map((claim) => movedOf(claim, reading));
    return moved.every((one) => one !== null) ? [[moved[0]!, moved.slice(1)]] : [];
  });
}

function isTotal({ meaning, reason, denial, quantity }: Claim, fund: string): boolean {
  if (meaning === null || meaning["fund"] !== fund || reason || denial || quantity.dimension !== "money") return false;
  return ["code", "nature", "economic", "item", "carried"].every((dimension) => meaning[dimension] === undefined);
}
