import { z } from "zod/mini";
import { defineCheck, type Outcome } from "../../reconcile";
import type { Claim } from "../claim";
import { claimCell } from "../claim";
import { compareQuantity } from "../comparison";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { textsOf } from "../text";
import { isOwn } from "./figures-agree";
import { mentionsDiffer } from "./figures-sayings";

/**
 * What no table shows is said twice with two amounts: 政府采购预算, 会议费… Only figures that stand on their own, of the whole
 * body.
 */
export const mentionsAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({ measures: z.array(z.string()).check(z.minLength(1)) }),
  says: [mentionsDiffer],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      for (const measure of context.parameters.measures) {
        const mentions = text.reading.claims.filter(
          (claim) =>
            claim.measure === measure &&
            claim.head === null &&
            claim.label.fund === null &&
            !claim.denial &&
            isOwn(claim, text),
        );
        const [first, ...others] = mentions;
        if (!first) continue;
        for (const other of others) outcomes.push(outcomeOf(context, compare(first, other)));
      }
    }
    return outcomes;
  },
});

function compare(first: Claim, other: Claim): Statement {
  return {
    outcome: compareQuantity(other.quantity, absolute(first.quantity), halfPlace(first.quantity)),
    says: (told) =>
      mentionsDiffer.with(() => ({
        ...told.compared(),
        name: first.label.name,
        other: first.passage.text.slice(first.start, first.end),
      })),
    at: other,
    quantity: other.quantity,
    computed: absolute(first.quantity),
    others: claimCell(first) === claimCell(other) ? [] : [{ cell: claimCell(first), role: "other" }],
    claims: [other, first],
  };
}
