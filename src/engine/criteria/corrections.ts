/**
 * How a person has a criterion read where our own reading is wrong. It is kept by its sentence: whoever writes the same
 * is read alike.
 */

import { z } from "zod/mini";
import { normaliseText, NO_TEXT, withoutEnding } from "../language";

const withoutStops = withoutEnding("。", ";", ",", "、");

const filled = z.string().check(z.minLength(1));

/** What is done in the place of our own reading. */
export const correctedReadingSchema = z.discriminatedUnion("kind", [
  /** Another sentence is applied, which the program reads rightly. */
  z.strictObject({ kind: z.literal("text"), text: filled }),
  /** The sentence is applied under other conventions (name → value) than the rest of the workbook. */
  z.strictObject({ kind: z.literal("conventions"), conventions: z.record(filled, z.string()) }),
  /** Nothing is worked out: a person gives the score. */
  z.strictObject({ kind: z.literal("judgement") }),
]);
export type CorrectedReading = z.infer<typeof correctedReadingSchema>;

/** Corrections by `criterionKey`. */
export type Corrections = ReadonlyMap<string, CorrectedReading>;

export const NO_CORRECTIONS: Corrections = new Map();

/**
 * The name of a sentence: its normalised text without what ends it, so that blanks, full width and a full stop make no
 * other sentence of it. Null for a blank or a dash: these state nothing that could be read otherwise.
 */
export function criterionKey(criterion: string): string | null {
  const key = withoutStops(normaliseText(criterion).text);
  return NO_TEXT.test(key) ? null : key;
}

/** A sentence as it was written, and how it is to be read. */
export const correctedCriterionSchema = z.strictObject({ criterion: filled, reading: correctedReadingSchema });
export type CorrectedCriterion = z.infer<typeof correctedCriterionSchema>;

/** Corrections by their sentences; of several for one the last holds, and what states nothing is passed over. */
export function correctionsFrom(corrected: readonly CorrectedCriterion[]): Corrections {
  const found = new Map<string, CorrectedReading>();
  for (const { criterion, reading } of corrected) {
    const key = criterionKey(criterion);
    if (key !== null) found.set(key, reading);
  }
  return found;
}

/** What a person has said of a criterion; null where nobody has. */
export function correctionFor(corrections: Corrections, criterion: string): CorrectedReading | null {
  if (corrections.size === 0) return null;
  const key = criterionKey(criterion);
  return key === null ? null : (corrections.get(key) ?? null);
}
