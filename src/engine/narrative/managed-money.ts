import type { CheckContext } from "../reconcile";
import type { Facets } from "../tables";
import type { Claim } from "./claim";
import { compareQuantity } from "./comparison";
import { factsOf, type Fact } from "./facts";
import type { NarrativeText } from "./text";

const allSpending: Facets = { side: "expenditure", fund: "all" };
const projectSpending: Facets = { side: "expenditure", nature: "project" };

/**
 * What 绩效目标管理 or 绩效自评 covers, where no table of targets says: 整体支出 is all expenditure, projects may be all that the
 * tables spend on projects, of one fund or of all. Only the same amount shows that it is; null where there is none.
 */
export function managedMoney(
  claim: Claim,
  { group }: NarrativeText,
  context: Pick<CheckContext, "figures" | "amounts">,
): { readonly facts: readonly Fact[]; readonly subject: null } | null {
  if (group === null) return null;
  const facts = factsOf(group, context);
  for (const meaning of meaningsOf(claim)) {
    const found = facts
      .find(meaning)
      .filter(({ value, half }) => value !== null && compareQuantity(claim.quantity, value, half) !== "fail");
    if (found.length > 0) return { facts: found, subject: null };
  }
  return null;
}

/** What such an amount may be in the tables; nothing for any other. */
function meaningsOf({ meaning, concerned, passage, start }: Claim): Facets[] {
  if (concerned) return [{ ...meaning, ...projectSpending }];
  const item = meaning?.["item"];
  if (item !== "project-targets" && item !== "overall-targets") return [];
  const clause = /[^。;]*$/.exec(passage.text.slice(0, start))![0];
  if (item === "overall-targets" || /整体支出/.test(clause)) return [allSpending];
  return ["all", "fiscal", "general-public"].map((fund) => ({ ...projectSpending, fund }));
}
