import { z } from "zod/mini";
import { correctedReadingSchema } from "../criteria";

/** ISO date, "2025-02-28". */
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A finding that a person accepts with a reason (已说明). */
const exceptionSchema = z.strictObject({
  /** `Finding.key`: rule and meaning, never an address. */
  key: z.string().check(z.minLength(1)),
  /** The fault as it was worded then, for lists in which the finding itself no longer appears. */
  title: z.string(),
  reason: z.string().check(z.minLength(1)),
  /** Who said so; "" where nobody gave a name. */
  by: z.string(),
  on: day,
  /** What stood in the cells of the finding then, blanks left out, in their order. */
  values: z.array(z.string()),
});

const switchedOffSchema = z.strictObject({
  rule: z.string().check(z.minLength(1)),
  reason: z.string().check(z.minLength(1)),
});

/** A criterion that a person has read otherwise than we do. */
const correctionSchema = z.strictObject({
  /** The sentence as it was written then; it holds for every spelling of it (`criterionKey`). */
  criterion: z.string().check(z.minLength(1)),
  reading: correctedReadingSchema,
  /** Who said so; "" where nobody gave a name. */
  by: z.string(),
  on: day,
});

/** What a person takes a sheet for. */
const sheetChoiceSchema = z
  .strictObject({
    /** Its name then. */
    sheet: z.string().check(z.minLength(1)),
    /** Id of a template, or "excluded"; "" where only columns were chosen. */
    as: z.string(),
    /** What it is known by when it has been renamed (`signOf`); "" where that was not kept. */
    sign: z.string(),
    /** What its columns are: header words from the top down, joined by "/", and the role of each. */
    columns: z.optional(
      z.array(z.strictObject({ header: z.string().check(z.minLength(1)), as: z.string().check(z.minLength(1)) })),
    ),
  })
  .check(z.refine(({ as, columns = [] }) => as !== "" || columns.length > 0));

/** What a person decided about a workbook; it is kept in the workbook. */
export const settingsSchema = z.strictObject({
  exceptions: z.array(exceptionSchema),
  choices: z.array(sheetChoiceSchema),
  rulesOff: z.array(switchedOffSchema),
  /** How criteria are applied where their words leave it open: convention → value (engine/criteria/conventions). */
  conventions: z.record(z.string(), z.string()),
  corrections: z.array(correctionSchema),
  /** Check again after every edit. */
  live: z.boolean(),
  /** Draw the marks anew after every edit, too. Excel then forgets what it could take back. */
  liveMarks: z.boolean(),
  /** List what has been explained in the sheet 核对结果. */
  listExplained: z.boolean(),
  /** Name that new exceptions are signed with. */
  person: z.string(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Exception = z.infer<typeof exceptionSchema>;
export type SheetChoice = z.infer<typeof sheetChoiceSchema>;
export type ColumnChoice = NonNullable<SheetChoice["columns"]>[number];
export type Correction = z.infer<typeof correctionSchema>;
export type SwitchedOff = z.infer<typeof switchedOffSchema>;
