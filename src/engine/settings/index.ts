/** What a person decided about a workbook: kept in it as XML, applied to rules and findings. */
export { DEFAULT_SETTINGS, isDefault } from "./settings";
export { settingsSchema } from "./settings-schema";
export type { ColumnChoice, Correction, Exception, Settings, SheetChoice, SwitchedOff } from "./settings";
export { SETTINGS_NAMESPACE, settingsFromXml, settingsToXml } from "./settings-xml";
export { acceptFinding, applyExceptions, exceptionsByFinding, operandValues, withdrawAcceptance } from "./exceptions";
export { chooseConvention, conventionsOf } from "./conventions";
export { correctReading, correctionOf, practiceOf, withdrawCorrection } from "./corrections";
export { scoringOf, settledCheck } from "./assembled";
export type { CheckSettings, SettledCheck } from "./assembled";
export { choicesFor } from "./own-sheets";
export { activeRules, switchRule } from "./rules";
export { choicesOf, chooseColumn, chooseSheet, columnsChosenFor, signOf } from "./sheet-choices";
export { withExplained } from "./explained-list";
export { chooseExecutionRule, executionRuleOf } from "./execution-rule";
