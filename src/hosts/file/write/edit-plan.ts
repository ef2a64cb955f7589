import type { AuthoredSheet, Edit, MarkLevel } from "../../../engine/workbook";
import type { CellEdit } from "../../sorted-edits";
import { sortEdits } from "../../sorted-edits";
import type { PackageSheet, WorkbookPackage } from "../package/package";
import { refuse } from "../problem";
import type { CellContent } from "./cell-markup";
import type { CellChanges } from "./sheet-cells";

/** The edits, checked and sorted by sheet. */
export interface EditPlan {
  readonly clearMarks: boolean;
  /** Sheet name → address → level. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, MarkLevel>>;
  /** Sheet name → cells. */
  readonly cells: ReadonlyMap<string, CellChanges>;
  readonly sheets: readonly AuthoredSheet[];
}

/**
 * Checks every edit before anything is written: all of them are applied, or none.
 * @throws WorkbookFileError no-such-sheet, bad-address, bad-value, no-cells-to-write
 */
export function planEdits(source: WorkbookPackage, edits: readonly Edit[]): EditPlan {
  const byName = new Map(source.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const sorted = sortEdits<PackageSheet>(edits, {
    sheetNamed: (name) => {
      const sheet = byName.get(name.toLowerCase()) ?? refuse({ code: "no-such-sheet", sheet: name });
      return sheet.hasCells ? sheet : refuse({ code: "no-cells-to-write", sheet: name });
    },
    nameOf: ({ name }) => name,
    refuseAddress: (sheet, address) => refuse({ code: "bad-address", sheet, address }),
    refuseValue: (sheet, address, reason) => refuse({ code: "bad-value", sheet, address, reason }),
  });
  const cells = new Map<string, CellChanges>();
  for (const { sheet, row, column, edit } of sorted.cells) {
    const rows: CellChanges = cells.get(sheet.name) ?? new Map<number, Map<number, CellContent>>();
    cells.set(sheet.name, rows);
    rows.set(row, (rows.get(row) ?? new Map<number, CellContent>()).set(column, contentOf(edit)));
  }
  return { ...sorted, marks: new Map([...sorted.marks].map(([{ name }, marks]) => [name, marks])), cells };
}

function contentOf(edit: CellEdit<PackageSheet>["edit"]): CellContent {
  return edit.type === "set-value"
    ? { type: "value", value: edit.value }
    : { type: "formula", formula: edit.formula.replace(/^=/, ""), value: edit.value ?? undefined };
}
