/** The part of the engine that checks: most of it by size, and so loaded after the pane has been drawn. */
export { allChecks } from "../../engine/all-checks";
export { checkInSteps, checkStages } from "../../engine/check-workbook";
export { overviewOf } from "../../engine/overview";
export { recogniseInSteps, recogniseTables } from "../../engine/tables";
