import type { Settings } from "./settings-schema";

export type { ColumnChoice, Correction, Exception, Settings, SheetChoice, SwitchedOff } from "./settings-schema";

/** Settings of a workbook about which nobody has decided anything. */
export const DEFAULT_SETTINGS: Settings = {
  exceptions: [],
  choices: [],
  rulesOff: [],
  conventions: {},
  corrections: [],
  live: true,
  liveMarks: false,
  listExplained: true,
  person: "",
};

/** Whether settings say nothing that is worth keeping: the workbook then keeps no trace of them. */
export function isDefault(settings: Settings): boolean {
  const { exceptions, choices, rulesOff, conventions, corrections, ...switches } = settings;
  const usual = Object.fromEntries(
    Object.keys(switches).map((name) => [name, DEFAULT_SETTINGS[name as keyof typeof switches]]),
  );
  const decided = [...exceptions, ...rulesOff, ...corrections, ...choices, ...Object.keys(conventions)];
  return decided.length === 0 && JSON.stringify(switches) === JSON.stringify(usual);
}
