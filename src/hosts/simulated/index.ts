/**
 * An Excel without Excel, at the protocol between Office's genuine client and Excel: for the tests of the adapter and
 * for the workbench. Only the client is genuine, the rest is our model of Excel after its documentation; what the model
 * does not have it refuses by name and notes in `unknownMembers`.
 *
 * In a page (seam C; the workbench). Before office.js is loaded, and without a network:
 *
 *     import { SimulatedExcel, installInPage } from "../hosts/simulated";
 *     import { connectExcel } from "../hosts/excel";
 *
 *     const excel = SimulatedExcel.open(bytes);                     // an .xlsx; WorkbookFileError where it is none
 *     const connect = installInPage(window, excel);                  // puts it where office.js looks for its host
 *     await loadScript("office.js");                                 // of @microsoft/office-js, served beside the page
 *     const host = await connectExcel({ application: "工作台", savesItself: false });
 *
 *     connect(SimulatedExcel.open(otherBytes));                      // another file, same page; call host.read() again
 *
 * office.js loads from its own folder: excel-win32-16.01.js, zh-cn/office_strings.js (and en-us/),
 * o15apptofilemappingtable.js. Once loaded it sets `history.pushState` and `replaceState` to null and makes `alert`,
 * `confirm` and `prompt` throw.
 *
 * The grid beside the pane reads and edits the same workbook:
 *
 *     excel.workbook.sheets                     names, hidden, merges, columnWidths, rowHeights (points), frozenRows
 *     sheet.cell(row, column)                   value, formula, format, dress (look); shownText(sheet, row, column)
 *     overlayAt(sheet, row, column)             the look of a mark on the cell, or null
 *     excel.type("收入总表", "B2", "=A1*2")      what a person types; dependents are calculated
 *     excel.select("收入总表", "B2")             what a person selects
 *     excel.workbook.activeSheet, .selection    `reveal` of the pane moves them
 *     const stop = excel.workbook.listen(draw)  called at every event: contents, sheets, selection, marks
 *     excel.press("checkWorkbook")              a ribbon button, by the id given to Office.actions.associate
 *     excel.save()                              the original file, patched
 *
 * In unit tests (seam A) see `genuineClient` in test/hosts/simulated; faults, latency and round trips:
 * `excel.faults`, `excel.settings`, `excel.roundTrips`, `excel.cellBeingEdited`, `excel.dialogOpen`.
 */
export { SimulatedExcel } from "./simulated-excel";
export type { Answer, EventMessage, SimulationSettings } from "./simulated-excel";
export { FaultPlan, OfficeError, atMember } from "./faults";
export type { Fault } from "./faults";
export type { FunctionArgument, FunctionCall } from "./function-call";
export { callFunction } from "./function-call";
export type { Dress } from "./model/dress";
export type { SimulatedCell, SimulatedSheet } from "./model/sheet";
export { overlayAt } from "./model/sheet";
export type { SimulatedEvent, SimulatedWorkbook } from "./model/workbook";
export { CO_AUTHOR, PERSON, shownText } from "./model/workbook";
export { installInPage } from "./seams/page";
export type { PageSettings } from "./seams/page";
export { numberText } from "./model/number-text";
export { isBlank, overlap, writtenContents } from "./model/sheet";
export type { MutableLook } from "./model/sheet";
export type { Place, PlacedCell } from "./model/workbook";
