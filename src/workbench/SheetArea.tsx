import { memo } from "react";
import type { ReactNode } from "react";
import type { FoundOnSheets } from "../pane";
import type { SimulatedExcel } from "../hosts/simulated";
import { FormulaBar } from "./FormulaBar";
import type { EditHistory } from "./grid/edit-history";
import { Grid } from "./grid/Grid";
import { useWorkbook } from "./grid/use-workbook";
import { SheetTabs } from "./SheetTabs";

interface SheetAreaProps {
  readonly excel: SimulatedExcel;
  readonly history: EditHistory;
  readonly zoom: number;
  readonly found: FoundOnSheets;
  readonly onLocked: () => void;
}

/** The active sheet with what belongs around it; how far other work is, is no reason to draw it anew. */
export const SheetArea = memo(function SheetArea({ excel, history, zoom, found, onLocked }: SheetAreaProps): ReactNode {
  useWorkbook(excel.workbook);
  const sheet = excel.workbook.activeSheet;
  if (!sheet) return <div className="sheet-area">这个工作簿没有可以显示的工作表。</div>;
  return (
    <section className="sheet-area" aria-label="工作簿">
      <FormulaBar excel={excel} sheet={sheet} history={history} />
      <Grid
        key={sheet.id}
        excel={excel}
        sheet={sheet}
        history={history}
        zoom={zoom}
        phrases={found.phrases}
        onLocked={onLocked}
      />
      <SheetTabs excel={excel} active={sheet} counts={found.counts} />
    </section>
  );
});
