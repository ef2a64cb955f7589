/** The part of the engine that reads, checks and writes: most of it by size, and so loaded once the pane is drawn. */
export { allChecks } from "../../engine/all-checks";
export { checkInSteps, checkStages } from "../../engine/check-workbook";
export { overviewOf } from "../../engine/overview";
export { resultSheet } from "../../engine/report";
export { settingsFromXml, settingsToXml, withExplained } from "../../engine/settings";
export { recogniseInSteps, recogniseTables } from "../../engine/tables";
