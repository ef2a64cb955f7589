import { z } from "zod/mini";

/** A finding that a person accepts with a reason (已说明). */
const exceptionSchema = z.strictObject({
  /** `Finding.key`: rule and meaning, never an address. */
  key: z.string().check(z.minLength(1)),
  /** The fault as it was worded then, for lists in which the finding itself no longer appears. */
  title: z.string(),
  reason: z.string().check(z.minLength(1)),
  /** Who said so; "" where nobody gave a name. */
  by: z.string(),
  /** ISO date, "2025-02-28". */
  on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** What stood in the cells of the finding then, blanks left out, in their order. */
  values: z.array(z.string()),
});

const switchedOffSchema = z.strictObject({
  rule: z.string().check(z.minLength(1)),
  reason: z.string().check(z.minLength(1)),
});

/** What a person decided about a workbook; it is kept in the workbook. */
export const settingsSchema = z.strictObject({
  exceptions: z.array(exceptionSchema),
  /** Sheet → id of a template, or "excluded". */
  choices: z.record(z.string(), z.string()),
  rulesOff: z.array(switchedOffSchema),
  /** How criteria are applied where their words leave it open: convention → value (engine/criteria/conventions). */
  conventions: z.record(z.string(), z.string()),
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
export type SwitchedOff = z.infer<typeof switchedOffSchema>;

/** Settings of a workbook about which nobody has decided anything. */
export const DEFAULT_SETTINGS: Settings = { exceptions: [], choices: {}, rulesOff: [], conventions: {}, live: true, liveMarks: false, listExplained: true, person: "" };

/** Whether settings say nothing that is worth keeping: the workbook then keeps no trace of them. */
export function isDefault(settings: Settings): boolean {
  const { exceptions, choices, rulesOff, conventions, ...switches } = settings;
  const { exceptions: _exceptions, choices: _choices, rulesOff: _rulesOff, conventions: _conventions, ...usual } = DEFAULT_SETTINGS;
  return exceptions.length === 0 && rulesOff.length === 0 && Object.keys({ ...choices, ...conventions }).length === 0 && JSON.stringify(switches) === JSON.stringify(usual);
}
