import { SimulatedExcel, installInPage } from "../hosts/simulated";
import { blankWorkbook } from "./blank-workbook";

/** Puts a simulated Excel with a blank workbook behind the page; office.js must not have been loaded yet. */
export async function putSimulatedExcelInPage(): Promise<SimulatedExcel> {
  const excel = SimulatedExcel.open(blankWorkbook());
  installInPage(window, excel);
  return excel;
}
