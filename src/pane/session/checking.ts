/** The part of the engine that checks: most of it by size, and so loaded after the pane has been drawn. */
export { allChecks } from "../../engine/all-checks";
export { checkInSteps } from "../../engine/check-workbook";
export { recogniseInSteps, recogniseTables } from "../../engine/tables";
