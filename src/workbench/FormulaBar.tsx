import type { ReactNode } from "react";
import { a1 } from "../engine/workbook";
import type { SimulatedExcel } from "../hosts/simulated";
import type { SimulatedSheet } from "../hosts/simulated/model/sheet";
import { contentsText } from "./grid/Grid";
import { useWorkbook } from "./grid/use-workbook";

/** The selected cell and what it really holds. */
export function FormulaBar({ excel, sheet }: { readonly excel: SimulatedExcel; readonly sheet: SimulatedSheet }): ReactNode {
  useWorkbook(excel.workbook);
  const { top, left } = excel.workbook.selection;
  return (
    <div className="formula-bar">
      <span className="formula-place">{a1(top, left)}</span>
      <span className="formula-text">{contentsText(sheet, top, left)}</span>
    </div>
  );
}
