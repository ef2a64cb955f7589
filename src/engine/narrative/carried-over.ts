import type { CheckContext } from "../reconcile";
import type { Change, Claim } from "./claim";
import { compareQuantity } from "./comparison";
import { factsOf, type Fact } from "./facts";
import { resolve } from "./resolve";
import type { NarrativeText } from "./text";

/** "比年初减少", never "比年初预算减少". */
const sinceBeginning = /(?:较|比|与)(?:于)?年初(?!预算|安排|批复|核定|计划)/;

/** What is left at the end of the year and what there was at its beginning. */
export interface CarriedOver {
  readonly base: Claim;
  readonly current: Fact;
  readonly before: Fact;
}

/** "年末结转和结余581.83万元，比年初减少452.17万元": both figures of the tables, where the first is as the text has it. */
export function carriedOver(
  { against, bases }: Change,
  text: NarrativeText,
  context: Pick<CheckContext, "figures" | "amounts">,
): CarriedOver[] {
  const base = bases.find(({ meaning }) => meaning?.["carried"] === "out");
  if (base === undefined || text.group === null || !sinceBeginning.test(against)) return [];
  const fund = base.meaning!["fund"];
  const found = resolve(base, text, context);
  const opening = factsOf(text.group, context).find({ carried: "in", ...(fund === undefined ? {} : { fund }) });
  return ("missing" in found ? [] : found.facts).flatMap((current) => {
    if (current.value === null || compareQuantity(base.quantity, current.value, current.half) === "fail") return [];
    const same = opening.filter(({ table, value }) => value !== null && table === current.table);
    return same.length === 1 ? [{ base, current, before: same[0]! }] : [];
  });
}
