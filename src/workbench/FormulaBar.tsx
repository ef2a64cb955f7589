import { useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import type { Area } from "../engine/workbook";
import { Exact, a1, areaA1, exactOf } from "../engine/workbook";
import type { SimulatedExcel, SimulatedSheet } from "../hosts/simulated";
import { numberText } from "../hosts/simulated";
import { contentsText } from "./grid/contents";
import type { EditHistory, TakenStep } from "./grid/edit-history";
import { useWorkbook } from "./grid/use-workbook";

interface FormulaBarProps {
  readonly excel: SimulatedExcel;
  readonly sheet: SimulatedSheet;
  readonly history: EditHistory;
}

/** The selected cell and what it really holds, what several selected cells add up to, and a way to take typing back. */
export function FormulaBar({ excel, sheet, history }: FormulaBarProps): ReactNode {
  const { workbook } = excel;
  useWorkbook(workbook);
  useSyncExternalStore(history.listen, history.version);
  const { row, column } = workbook.activeCell;
  const show = (taken: TakenStep | null): void => {
    const [first] = taken?.cells ?? [];
    if (taken && first)
      workbook.select(taken.sheet, { top: first.row, left: first.column, bottom: first.row, right: first.column });
  };
  return (
    <div className="formula-bar">
      <button
        type="button"
        title="撤销上一步：输入或右边写入的（Ctrl+Z）"
        disabled={!history.canUndo}
        onClick={() => show(history.undo())}
      >
        撤销
      </button>
      <button type="button" title="恢复输入（Ctrl+Y）" disabled={!history.canRedo} onClick={() => show(history.redo())}>
        恢复
      </button>
      <span className="formula-place">{a1(row, column)}</span>
      <span className="formula-text">{contentsText(sheet, row, column)}</span>
      <span className="formula-sum">{sumText(sheet, workbook.selection)}</span>
    </div>
  );
}

/** Cells that are added up while somebody selects: more would make selecting slow. */
const MOST_ADDED = 200_000;

/** "B2:B9 · 计数 8 · 求和 1,234.56"; "" for a single cell. */
function sumText(sheet: SimulatedSheet, area: Area): string {
  const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  if (cells === 1) return "";
  if (cells > MOST_ADDED) return areaA1(area);
  let sum = new Exact(0);
  let numbers = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const { value, error } = sheet.cell(row, column);
      if (typeof value !== "number" || error !== undefined) continue;
      sum = sum.plus(exactOf(value));
      numbers++;
    }
  }
  return numbers === 0
    ? areaA1(area)
    : `${areaA1(area)} · 计数 ${numbers} · 求和 ${numberText(sum.toNumber(), "#,##0.00########")}`;
}
