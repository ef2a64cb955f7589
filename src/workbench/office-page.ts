import type { LiveHost } from "../hosts/host";
import { connectExcel, loadOffice } from "../hosts/excel";
import { installInPage } from "../hosts/simulated";
import type { SimulatedExcel } from "../hosts/simulated";

/** The page's connection to whatever workbook is open: Office's own client over the simulated Excel. */
export interface OfficePage {
  /** Puts another workbook in the place of the present one. */
  show(excel: SimulatedExcel): void;
  connect(): Promise<LiveHost>;
}

const WORKBENCH = { application: "预算核对网页", savesItself: false, keepsUndoSteps: true };

/** Milliseconds that office.js may take to answer: it works in this page. */
const PATIENCE = 15_000;

/** This Excel answers in the page itself, which stands still meanwhile: for some tens of milliseconds. */
const CELLS_AT_ONCE = 6_000;

/** Puts a simulated Excel behind office.js and loads office.js, once for each page. */
export async function openOfficePage(excel: SimulatedExcel): Promise<OfficePage> {
  const show = installInPage(window, excel);
  if (location.protocol === "file:") loadScriptsPlainly();
  await loadOffice("office/office.js");
  return { show, connect: () => connectExcel(WORKBENCH, PATIENCE, CELLS_AT_ONCE) };
}

/**
 * Office.js asks for its parts across origins. A page that was opened from a folder has no origin, and needs to ask
 * plainly.
 */
function loadScriptsPlainly(): void {
  const { setAttribute } = HTMLScriptElement.prototype;
  HTMLScriptElement.prototype.setAttribute = function (name, value) {
    if (name.toLowerCase() !== "crossorigin") setAttribute.call(this, name, value);
  };
}
