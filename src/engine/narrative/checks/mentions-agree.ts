import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import type { Claim } from "../claim";
import { claimCell } from "../claim";
import { compareQuantity } from "../comparison";
import { factsOf } from "../facts";
import { isFigureOf, type Measure } from "../measures";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { nameOf } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { mentionsDiffer } from "./figures-sayings";
import { isSumOfText } from "./sum-of-text";

/**
 * The same thing is said twice with two amounts: what no table shows (政府采购预算, 会议费 …) anywhere in a text, and an item's
 * own amount within the item ("…53.84万元 … 2024年预算安排53.84万元"). Only figures of the whole body.
 */
export const mentionsAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({
    measures: z.array(z.string()).check(z.minLength(1)),
    unlessInTables: z.array(z.string()),
  }),
  says: [mentionsDiffer],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      const pairs = [
        ...context.parameters.measures.flatMap((measure) => mentionsOf(measure, text)),
        ...context.parameters.unlessInTables.flatMap((measure) =>
          isInTables(measure, text, context) ? [] : mentionsOf(measure, text),
        ),
        ...withinItems(text),
      ];
      for (const [first, other] of pairs) outcomes.push(outcomeOf(context, compare(first, other)));
    }
    return outcomes;
  },
});

type Sources = Pick<CheckContext, "figures" | "amounts">;
type Pair = readonly [Claim, Claim];

function mentionsOf(measure: string, text: NarrativeText): Pair[] {
  const all = text.reading.claims.filter(
    (claim) => claim.measure === measure && claim.label.fund === null && isOwn(withoutWhole(claim), text),
  );
  // What was planned and what was settled are two figures.
  const planned = (claim: Claim): boolean => text.stage === "final" && claim.label.version === "budget";
  return [all.filter(planned), all.filter((claim) => !planned(claim))].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map((other) => [first, other] as const),
  );
}

/** A part that is all there is of its name stands for itself: 公务接待费 of the 三公经费, not that of the 公用经费. */
function withoutWhole(claim: Claim): Claim {
  const { head, measure } = claim;
  return head !== null && measure !== null && isFigureOf(measure, head.measure) ? { ...claim, head: null } : claim;
}

function isInTables(measure: Measure, { group, vocabulary }: NarrativeText, context: Sources): boolean {
  const facets = vocabulary.facetsOf(measure);
  return facets === null || group === null || factsOf(group, context).find(facets).length > 0;
}

/** The amount of an item, and what the sentence behind it says is planned for it. */
function withinItems(text: NarrativeText): Pair[] {
  const [pairs, open] = [[] as Pair[], new Map<string, Claim>()];
  for (const claim of text.reading.claims) {
    if (claim.path === null || !isOwn({ ...claim, head: null }, text)) continue;
    const nature = claim.meaning?.["nature"] ?? "";
    const carried = claim.meaning?.["carried"] ?? "";
    const key = `${claim.passage.cells[0]}:${claim.passage.offsets[0]}:${claim.path.text}:${nature}:${carried}`;
    const first = open.get(key);
    if (first === undefined) open.set(key, claim);
    else if (isSumOfText(claim, text.reading)) continue;
    else if (first.label.version === claim.label.version || text.stage === "budget") pairs.push([first, claim]);
  }
  return pairs;
}

/** Is this figure this body's, this year's, planned or settled as the text is, and an amount of money of its own? */
export function isOwn(claim: Claim, text: NarrativeText): boolean {
  const { label, reason, quantity, denial, head } = claim;
  if (reason || denial || head !== null || quantity.dimension !== "money" || label.subject.kind !== "whole")
    return false;
  if (text.stage === "budget" && (label.version === "executed" || label.version === "final")) return false;
  return !label.lastYear && (label.year === null || text.year === null || label.year === text.year);
}

function compare(first: Claim, other: Claim): Statement {
  return {
    outcome: compareQuantity(other.quantity, absolute(first.quantity), halfPlace(first.quantity)),
    says: (told) =>
      mentionsDiffer.with(() => ({
        ...told.compared(),
        name: nameOf(first),
        other: first.passage.text.slice(first.start, first.end),
      })),
    at: other,
    quantity: other.quantity,
    computed: absolute(first.quantity),
    others: claimCell(first) === claimCell(other) ? [] : [{ cell: claimCell(first), role: "other" }],
    claims: [other, first],
  };
}
