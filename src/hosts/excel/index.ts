/** The only folder that names Excel or Office: the open workbook of an Excel as a `LiveHost`. */
export { NEEDED_SET, connectExcel } from "./connect";
export { createExcelHost } from "./excel-host";
export { readBlankCells } from "./blank-cells";
export { openNewWorkbook } from "./new-workbook";
export { loadOffice } from "./load-office";
export { recalculateWorkbook } from "./recalculate";
export type { ExcelClient } from "./client";
