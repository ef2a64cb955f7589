import { z } from "zod/mini";
import { defineCheck, figuresSchema, type CheckContext, type Outcome } from "../../reconcile";
import { powerOfTen } from "../../workbook";
import type { Claim } from "../claim";
import { compareQuantity, figuresAt, type TableFigure } from "../comparison";
import { isFigureOf, type Measure } from "../measures";
import { outcomeOf, othersOf, type Statement } from "../outcomes";
import type { Amount } from "../parameters";
import { textsOf, type NarrativeText } from "../text";
import {
  denialContradicted,
  figureAboveLimit,
  figureBelowTable,
  figureDiffers,
  figureUnreadable,
  runningCostShort,
} from "./figures-sayings";

/** Where the tables state what the text calls so; any one of the places that agrees will do. */
export const entrySchema = z.strictObject({
  measures: z.array(z.string()).check(z.minLength(1)),
  /** Only as a part of one of these. */
  under: z.optional(z.array(z.string())),
  /** Only where the text says that this fund pays: "一般公共预算拨款安排的…". */
  fund: z.optional(z.string()),
  /** What a clerk calls it: "收支总表 收入总计". */
  name: z.string(),
  places: z.array(figuresSchema).check(z.minLength(1)),
  /** An empty table means that there is no such money. */
  emptyIsZero: z.optional(z.boolean()),
});
export type Entry = z.infer<typeof entrySchema>;

/** What `agreement` may say. */
export const agreementSays = [figureDiffers, figureUnreadable];

const parameters = z.strictObject({ figures: z.array(entrySchema).check(z.minLength(1)) });

/**
 * A figure that the text states is the figure of the tables: same body, same year, units converted, rounded as the text
 * shows.
 */
export const figuresAgree = defineCheck({
  scope: "workbook",
  parameters,
  says: agreementSays,
  run(context) {
    return eachClaim(context, (claim, text) => {
      if (claim.denial) return null;
      const found = lookUp(claim, text, context.parameters.figures, context);
      return found === null ? null : agreement(claim, found.figures, found.entry.name);
    });
  },
});

/**
 * What the text says is at least what the table shows: it counts money of more sources. A smaller figure is a
 * contradiction.
 */
export const figuresAtLeast = defineCheck({
  scope: "workbook",
  parameters,
  says: [figureBelowTable],
  run(context) {
    return eachClaim(context, (claim, text) => {
      const found = againstTable(claim, text, context);
      if (found === null) return null;
      const { verdict, sign, name, statement } = found;
      return {
        ...statement,
        outcome: sign >= 0 ? "pass" : verdict,
        says: (told) => figureBelowTable.with(() => ({ ...told.compared(), name })),
        cause: sign >= 0 || verdict !== "fail" ? null : claim,
      };
    });
  },
});

/**
 * 机关运行经费 is at most the 公用经费 of the basic expenditure. Less is possible where only some bodies have it: `explain`. A
 * text that says there is none is passed over.
 */
export const runningCostWithin = defineCheck({
  scope: "workbook",
  parameters,
  says: [figureAboveLimit, runningCostShort],
  run(context) {
    return eachClaim(context, (claim, text) => {
      const found = claim.quantity.value.isZero() ? null : againstTable(claim, text, context);
      if (found === null) return null;
      const { verdict, sign, name, statement } = found;
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

/**
 * A claim beside the first figure that the tables have for it: how they compare, and which is larger; null where there
 * is no such figure.
 */
function againstTable(
  claim: Claim,
  text: NarrativeText,
  context: CheckContext<z.infer<typeof parameters>>,
): {
  verdict: Statement["outcome"];
  sign: number;
  name: string;
  statement: Omit<Statement, "outcome" | "says">;
} | null {
  const found = lookUp(claim, text, context.parameters.figures, context);
  const figure = found?.figures[0];
  if (!found || !figure || figure.value === null) return null;
  return {
    verdict: compareQuantity(claim.quantity, figure.value, figure.half),
    sign: claim.quantity.value.times(powerOfTen(claim.quantity.exponent)).comparedTo(figure.value),
    name: nameOf(figure, found.entry.name),
    statement: {
      at: claim,
      quantity: claim.quantity,
      computed: figure.value,
      others: othersOf(figure),
      claims: [claim],
    },
  };
}

/** "无政府性基金安排的支出": then every place of the tables is blank or zero. */
export const denialsHold = defineCheck({
  scope: "workbook",
  parameters,
  says: [denialContradicted],
  run(context) {
    return eachClaim(context, (claim, text) => {
      if (!claim.denial) return null;
      const found = lookUp(claim, text, context.parameters.figures, context);
      if (found === null) return null;
      const filled = found.figures.find((figure) => figure.value !== null && !figure.value.isZero());
      if (filled === undefined && found.figures.every((figure) => figure.value === null)) return null;
      const name = filled ? nameOf(filled, found.entry.name) : found.entry.name;
      return {
        outcome: filled ? "fail" : "pass",
        says: (told) =>
          denialContradicted.with(() => ({ text: told.text, name, found: filled ? inTable(filled) : null })),
        at: claim,
        quantity: null,
        computed: null,
        others: filled ? othersOf(filled) : [],
      };
    });
  },
});

/** A figure in the unit of its table. */
function inTable({ value, table }: TableFigure): Amount {
  return { value: value!.times(powerOfTen(-table.unitExponent)).toFixed(), unit: table.unit ?? "" };
}

/**
 * Runs over the claims of all texts that are about this year's budget: the whole body's, or (`ofUnits`) also one of its
 * units'.
 */
export function eachClaim(
  context: Pick<CheckContext, "tables" | "rule">,
  judge: (claim: Claim, text: NarrativeText) => Statement | null,
  ofUnits = false,
): Outcome[] {
  return textsOf(context).flatMap((text) =>
    text.reading.claims.flatMap((claim) => {
      if (!isOwn(claim, text, ofUnits)) return [];
      const statement = judge(claim, text);
      return statement === null ? [] : [outcomeOf(context, statement)];
    }),
  );
}

/** Is this figure this body's, this year's, and an amount of money? */
export function isOwn(claim: Claim, text: NarrativeText, ofUnits = false): boolean {
  const { label, reason, quantity } = claim;
  return (
    !reason &&
    !label.lastYear &&
    (ofUnits || label.subject.kind === "whole") &&
    quantity.dimension === "money" &&
    (label.year === null || text.year === null || label.year === text.year) &&
    (claim.head === null || isOwn(claim.head, text, ofUnits))
  );
}

/** The table figures that a claim may be about, by the most particular entry; null where the tables do not have it. */
export function lookUp(
  claim: Claim,
  text: NarrativeText,
  entries: readonly Entry[],
  context: Pick<CheckContext, "figures" | "amounts">,
): { entry: Entry; figures: TableFigure[] } | null {
  const entry = entryFor(claim, entries);
  if (entry === null || text.group === null) return null;
  const figures = entry.places.flatMap((place) => figuresAt(place, text.group!, context, entry.emptyIsZero));
  return figures.length === 0 ? null : { entry, figures };
}

/** The most particular entry for a claim; null where none fits, or it is not sure what the claim is a part of. */
export function entryFor(claim: Claim, entries: readonly Entry[]): Entry | null {
  const { measure } = claim;
  if (measure === null || !isPartOfItsHeads(claim)) return null;
  const heads = headsOf(claim);
  const fund = fundOf(claim);
  const fitting = entries.filter(
    (entry) =>
      entry.measures.includes(measure) &&
      (entry.under === undefined || entry.under.some((head) => heads.includes(head))) &&
      (entry.fund ?? null) === fund,
  );
  return fitting.find((candidate) => candidate.under !== undefined) ?? fitting[0] ?? null;
}

/** Behind "其中" only what is known to be a part of it is sure to be this body's figure, not some other's. */
function isPartOfItsHeads({ measure, head }: Claim): boolean {
  return (
    head === null ||
    (measure !== null && head.measure !== null && isFigureOf(measure, head.measure) && isPartOfItsHeads(head))
  );
}

/** The fund that pays, as said of the figure or of what it is a part of. */
export function fundOf(claim: Claim | null): Measure | null {
  return claim === null ? null : (claim.label.fund ?? fundOf(claim.head));
}

/** Measures that a claim is a part of, nearest first. */
export function headsOf(claim: Claim): Measure[] {
  const heads: Measure[] = [];
  for (let head = claim.head; head !== null; head = head.head) if (head.measure !== null) heads.push(head.measure);
  return heads;
}

/** Agreement with any of the figures; the first one speaks where none agrees. */
export function agreement(claim: Claim, figures: readonly TableFigure[], name: string): Statement {
  const readable = figures.filter((figure) => figure.value !== null);
  const base = { at: claim, quantity: claim.quantity } as const;
  if (readable.length === 0)
    return {
      ...base,
      outcome: "cannot-tell",
      says: (told) => figureUnreadable.with(() => ({ text: told.text, name: nameOf(figures[0]!, name) })),
      computed: null,
      others: othersOf(figures[0]!),
    };
  const verdicts = readable.map((figure) => compareQuantity(claim.quantity, figure.value!, figure.half));
  const best = verdicts.includes("pass") ? "pass" : verdicts.includes("rounding") ? "rounding" : "fail";
  const figure = readable[verdicts.indexOf(best)]!;
  return {
    ...base,
    outcome: best,
    says: (told) => figureDiffers.with(() => ({ ...told.compared(), name: nameOf(figure, name) })),
    computed: figure.value!,
    others: othersOf(figure),
    cause: best === "fail" ? claim : null,
    claims: [claim],
  };
}

function nameOf(figure: TableFigure, name: string): string {
  return `${figure.table.template.short}“${name.replace(/“/g, "‘").replace(/”/g, "’")}”`;
}
