/** The .xlsx host: reads a workbook file as plain data and applies edits by patching the original package. */
export type { WorkbookFileProblem } from "./problem";
export { WorkbookFileError } from "./problem";
export { describeFileProblem } from "./wording";
export type { PackageSheet, WorkbookPackage } from "./package/package";
export { openPackage } from "./package/package";
export { readWorkbook } from "./read/read-workbook";
export type { PatchOptions } from "./write/patch-package";
export { patchPackage, recalculateEdits } from "./write/patch-package";
export type { RecalculatedCell, Recalculation } from "./calculate/recalculate";
export { SETTINGS_NAMESPACE, readSettings } from "./write/settings-part";
