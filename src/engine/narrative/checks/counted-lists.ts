import { z } from "zod/mini";
import { defineCheck, type Outcome } from "../../reconcile";
import { Exact, type ExactDecimal } from "../../workbook";
import { claimCell, type Claim, type PartList, type Reading, type StatedNumber } from "../claim";
import { outcomeOf, partsOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { textsOf } from "../text";
import { listMiscounted, listUnequal } from "./enumerations-sayings";

/** A list of one item singles it out. */
const fewestItems = 2;

/**
 * "5个项目开展自评，涉及资金959.57万元，其中：甲…、乙…": where the amounts make up the whole there are as many as the number says; where
 * there are as many, they make up the whole; and where one is missing to both, it was left out. Any other list names
 * some only.
 */
export const countedListsComplete = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [listMiscounted, listUnequal],
  run(context) {
    return textsOf(context).flatMap(({ reading }) =>
      reading.lists.flatMap((list): Outcome[] => {
        const counted = isListOfProjects(list) ? countBefore(list, reading) : null;
        const statement = counted === null ? null : judge(list, counted);
        return statement === null ? [] : [outcomeOf(context, statement)];
      }),
    );
  },
});

/** Amounts of things that the tables have no measure for, one behind the other. */
function isListOfProjects({ head, items, broken }: PartList): boolean {
  if (broken || head.reason || head.quantity.dimension !== "money" || items.length < fewestItems) return false;
  return items.every(
    ({ quantity, measure, passage, label }) =>
      quantity.dimension === "money" && measure === null && passage === head.passage && !label.lastYear,
  );
}

/** The last number of projects in front of the list, in the sentence of the whole. */
function countBefore({ head, items }: PartList, { numbers }: Reading): StatedNumber | null {
  const { text } = head.passage;
  const from = text.lastIndexOf("。", head.start) + 1;
  const found = numbers.filter(
    ({ passage, quantity }) =>
      passage === head.passage &&
      quantity.start >= from &&
      quantity.end <= items[0]!.start &&
      /^[个项]/.test(quantity.dimension),
  );
  const [one, ...others] = found;
  if (one === undefined || others.length > 0 || !one.quantity.value.isInteger()) return null;
  const clause = text.slice(from, one.quantity.end + 8);
  return /项目/.test(clause) ? one : null;
}

function judge(list: PartList, counted: StatedNumber): Statement | null {
  const { head, items } = list;
  const { value } = counted.quantity;
  const sum = items.reduce((all: ExactDecimal, { quantity }) => all.plus(absolute(quantity)), new Exact(0));
  const slack = [head, ...items].reduce((all, { quantity }) => all.plus(halfPlace(quantity)), new Exact(0));
  const gap = absolute(head.quantity).minus(sum);
  const whole = gap.abs().lessThanOrEqualTo(slack);
  const asMany = value.eq(items.length);
  if (whole || (value.eq(items.length + 1) && gap.isPositive() && !endsOpen(items.at(-1)!)))
    return countOf(list, counted, whole);
  return asMany && gap.isPositive() ? sumOf(list, sum, counted) : null;
}

/** "…25.94万元等": some are left out. */
function endsOpen({ passage, end }: Claim): boolean {
  return passage.text.startsWith("等", end);
}

function countOf({ head, items }: PartList, counted: StatedNumber, whole: boolean): Statement {
  const { passage, quantity } = counted;
  return {
    outcome: quantity.value.eq(items.length) ? "pass" : "fail",
    says: (told) =>
      listMiscounted.with(() => ({
        text: told.text,
        names: items.map(({ label }) => label.name),
        count: quantity.value.toFixed(),
        whole,
      })),
    at: { passage, start: clauseStart(passage.text, quantity.start), end: quantity.end },
    quantity,
    computed: new Exact(items.length),
    others: partsOf(items, claimCell(head)),
    claims: whole ? [counted, head, ...items] : [counted],
  };
}

function sumOf({ head, items }: PartList, sum: ExactDecimal, counted: StatedNumber): Statement {
  return {
    outcome: "fail",
    says: (told) => listUnequal.with(() => ({ ...told.compared(), items: items.length })),
    at: head,
    quantity: head.quantity,
    computed: sum,
    others: partsOf(items, claimCell(head)),
    claims: [head, counted],
  };
}

function clauseStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < 20 && !/[,;。:()、]/.test(text[from - 1]!)) from--;
  return from;
}
