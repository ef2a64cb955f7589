import { z } from "zod/mini";
import { defineCheck, type CheckContext } from "../../reconcile";
import { facetsSchema } from "../../tables";
import { powerOfTen } from "../../workbook";
import type { Claim } from "../claim";
import { compareQuantity } from "../comparison";
import { factsOf, type Fact } from "../facts";
import { looseRowsOf } from "../loose-rows";
import { othersOf, type Statement } from "../outcomes";
import { absolute } from "../quantity";
import { bodyOf, resolve } from "../resolve";
import type { NarrativeText } from "../text";
import { eachClaim, factName } from "./figures";
import { figureAboveLimit, figureBelowTable, runningCostShort } from "./figures-sayings";

const parameters = z.strictObject({
  /** Which of the text's figures, by their `item`, and the figure of the tables that bounds them. */
  bounds: z.array(z.strictObject({ item: z.string(), facets: facetsSchema })).check(z.minLength(1)),
});
type Bounds = z.infer<typeof parameters>;

/**
 * What the text says is at least what the table shows: it counts money of more sources. A smaller figure is a
 * contradiction; of what was settled it is asked for, where the text may leave some units out.
 */
export const figuresAtLeast = defineCheck({
  scope: "workbook",
  parameters,
  says: [figureBelowTable],
  run(context) {
    return eachClaim(context, (claim, text) => {
      const found = boundOf(claim, text, context);
      if (found === null || isFarAbove(claim, found.statement)) return null;
      const { verdict, sign, name, statement } = found;
      return {
        ...statement,
        ...(text.stage === "final" ? { severity: "explain" as const } : {}),
        outcome: sign >= 0 ? "pass" : verdict,
        says: (told) => figureBelowTable.with(() => ({ ...told.compared(), name })),
        cause: sign >= 0 || verdict !== "fail" ? null : claim,
      };
    });
  },
});

/** A figure that is so many times its bound is not told to be right by it. */
const farAbove = 10;

function isFarAbove({ quantity }: Claim, { computed }: Pick<Statement, "computed">): boolean {
  return computed !== null && absolute(quantity).greaterThan(computed.times(farAbove));
}

/**
 * 机关运行经费 is at most the 公用经费 of the basic expenditure. Less is possible where only some bodies have it: `explain`,
 * unless it is the 公用经费 of some body that the tables list, or of 行政运行, or text or tables show bodies that have none.
 * A text that says there is none is passed over, and so is one whose tables or other sheets print the figure itself.
 */
export const figuresWithin = defineCheck({
  scope: "workbook",
  parameters,
  says: [figureAboveLimit, runningCostShort],
  run(context) {
    return eachClaim(context, (claim, text) => {
      const found = isOfBudget(claim, text) && !isPrinted(claim, text, context) ? boundOf(claim, text, context) : null;
      if (found === null) return null;
      const { verdict, sign, name, statement } = found;
      const part = sign < 0 && verdict === "fail" ? ofSomeBodies(claim, text, context) : null;
      if (part !== null)
        return {
          ...statement,
          outcome: "pass",
          says: (told) => runningCostShort.with(() => ({ ...told.compared(), name: factName(part, claim, context) })),
          computed: part.value,
          others: othersOf(part),
        };
      if (sign < 0 && verdict === "fail" && hasOtherBodies(text, context)) return null;
      const says = sign > 0 ? figureAboveLimit : runningCostShort;
      return {
        ...statement,
        outcome: verdict,
        severity: verdict === "fail" && sign <= 0 ? "explain" : context.rule.severity,
        says: (told) => says.with(() => ({ ...told.compared(), name })),
        cause: sign > 0 && verdict === "fail" ? claim : null,
      };
    });
  },
});

/** In a text on what was settled it is not sure whose 机关运行经费 it is. */
function isOfBudget({ quantity }: Claim, { stage }: NarrativeText): boolean {
  return stage === "budget" && !quantity.value.isZero();
}

/** Bodies whose 公用经费 is no 机关运行经费: the text counts their posts, or the tables have subjects that are theirs only. */
function hasOtherBodies({ passages, group }: NarrativeText, context: CheckContext<Bounds>): boolean {
  if (passages.some(({ text }) => otherBodies.test(text))) return true;
  return [...factsOf(group!, context).rows].some(({ names }) =>
    /^事业(?:运行|机构|单位医疗|单位离退休)$/.test(names.at(-1)!),
  );
}

const otherBodies = /(?:^|[^公理])事业(?:编制?|人员|单位)\d|\d+[个家](?:公益[一二]类)?事业单位|公益[一二]类事业单位\d/;

/** A sheet that is no known table shows the figure under its own name. */
function isPrinted({ measure }: Claim, { vocabulary }: NarrativeText, context: CheckContext<Bounds>): boolean {
  return measure !== null && looseRowsOf(context, vocabulary).byMeasure.has(measure);
}

/** The 公用经费 of a body of the tables, or of 行政运行, that is just what the text says; null where none is. */
function ofSomeBodies(claim: Claim, text: NarrativeText, context: CheckContext<Bounds>): Fact | null {
  const facts = factsOf(text.group!, context);
  const publicUse = { side: "expenditure", nature: "public-use" };
  const rows = [...facts.rows].filter(({ names }) => names.at(-1) === "行政运行").map(({ code }) => ({ code }));
  const bodies = text.bodies.others.map((body) => ({ body }));
  return (
    [...bodies, ...rows]
      .flatMap((place) => facts.find({ ...publicUse, ...place }))
      .find(({ value, half }) => value !== null && compareQuantity(claim.quantity, value, half) === "pass") ?? null
  );
}

/** A claim beside the figure that bounds it; null where it has none, or the tables show the claimed figure itself. */
function boundOf(
  claim: Claim,
  text: NarrativeText,
  context: CheckContext<Bounds>,
): {
  readonly verdict: "pass" | "rounding" | "fail";
  readonly sign: number;
  readonly name: string;
  readonly statement: Omit<Statement, "outcome" | "says">;
} | null {
  const bound = context.parameters.bounds.find(({ item }) => item === claim.meaning?.["item"]);
  if (bound === undefined || !isWhole(claim, text)) return null;
  const itself = resolve(claim, text, context);
  if (!("missing" in itself) || itself.missing.why !== "not-in-tables") return null;
  const fact: Fact | undefined = factsOf(text.group!, context).find(bound.facets)[0];
  if (fact === undefined || fact.value === null) return null;
  return {
    verdict: compareQuantity(claim.quantity, fact.value, fact.half),
    sign: claim.quantity.value.times(powerOfTen(claim.quantity.exponent)).comparedTo(fact.value),
    name: factName(fact, claim, context),
    statement: {
      at: claim,
      quantity: claim.quantity,
      computed: fact.value,
      others: othersOf(fact),
      claims: [claim],
    },
  };
}

function isWhole(claim: Claim, { group, stage }: NarrativeText): boolean {
  if (stage === "final" && (claim.label.version === "budget" || claim.label.lastYear)) return false;
  const { denial, head, quantity } = claim;
  if (denial || head !== null || quantity.dimension !== "money" || bodyOf(claim) !== null) return false;
  return group !== null;
}
