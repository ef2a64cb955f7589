import type { SimulatedExcel } from "../../../src/hosts/simulated";

/** A script as add-ins publish them: what it does, and what a real Excel gives, after its documentation. */
export interface Script {
  readonly about: string;
  run(context: Excel.RequestContext, excel: SimulatedExcel): Promise<unknown>;
  /** What the script gives; where Excel refuses it, the code of the error. */
  readonly gives: unknown;
  /** A member that this add-in does not use and the simulation does not have: the script does not run. */
  readonly needs?: string;
}

/** As samples begin: a sheet of that name, and no older one. Deleting what is not there does nothing. */
export function freshSheet(context: Excel.RequestContext, name = "Sample"): Excel.Worksheet {
  context.workbook.worksheets.getItemOrNullObject(name).delete();
  return context.workbook.worksheets.add(name);
}

/** A sheet with the table that samples begin with. */
export function salesSheet(context: Excel.RequestContext): Excel.Worksheet {
  const sheet = freshSheet(context);
  sheet.getRange("A1:D4").formulas = [
    ["Product", "Quantity", "Price", "Total"],
    ["Almonds", 2, 7.5, "=B2*C2"],
    ["Coffee", 1, 34.5, "=B3*C3"],
    ["Chocolate", 5, 9.56, "=B4*C4"],
  ];
  return sheet;
}
