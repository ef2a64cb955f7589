import { makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { sheetsOf } from "../../../engine/tables";
import type { Sheet } from "../../../engine/workbook";
import { usePane } from "../../session-context";
import { VirtualList } from "../common/VirtualList";
import type { SheetEntry } from "./SheetCard";
import { SheetCard } from "./SheetCard";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "10px" },
});

/** Every sheet: what it was taken for and why, or why it was not. */
export function TablesView(): ReactNode {
  const styles = useStyles();
  const { state } = usePane();
  const { recognised } = state;
  const entries = useMemo(() => {
    const bySheet = new Map<Sheet, SheetEntry>();
    const entry = (sheet: Sheet): SheetEntry => {
      const known = bySheet.get(sheet) ?? { sheet, tables: [], goingOn: [], unrecognised: null };
      bySheet.set(sheet, known);
      return known;
    };
    for (const table of recognised?.tables ?? []) {
      entry(table.sheet).tables.push(table);
      for (const sheet of sheetsOf(table)) if (sheet !== table.sheet) entry(sheet).goingOn.push(table);
    }
    for (const one of recognised?.unrecognised ?? []) entry(one.sheet).unrecognised = one;
    return [...bySheet.values()].sort((a, b) => a.sheet.base - b.sheet.base);
  }, [recognised]);
  if (!recognised) return <div>工作簿还没有打开。</div>;
  return (
    <div className={styles.view}>
      <div>
        {entries.length} 张工作表，认出 {recognised.tables.length} 张表。认得不对的，可以在下面改。
      </div>
      <VirtualList items={entries} idOf={idOf} label="各工作表" estimate={170}>
        {(entry) => <SheetCard entry={entry} />}
      </VirtualList>
    </div>
  );
}

const idOf = ({ sheet }: SheetEntry): string => sheet.name;
