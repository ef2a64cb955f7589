/** Runs in the frame before office.js: a simulated Excel with the workbook that the test gives. */
import { SimulatedExcel, installInPage } from "../../src/hosts/simulated";

declare global {
  /** The workbook as base64, and the Excel that holds it. */
  var workbookToOpen: string;
  var excel: SimulatedExcel;
}

// A frame has no document of its own until its page has come.
if (location.pathname.endsWith("/pane.html")) {
  const bytes = Uint8Array.from(atob(globalThis.workbookToOpen), (character) => character.charCodeAt(0));
  globalThis.excel = SimulatedExcel.open(bytes);
  installInPage(window, globalThis.excel);
}
