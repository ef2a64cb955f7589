import type { CellContents } from "../host";
import type { JournalSheet } from "./journal";
import type { Operation } from "./operations";
import type { PlannedCell } from "./plan";
import { contentsOf } from "./survey";

/** What stands in the cells and sheets that were written, asked for when they have been. */
export class WriteOutcome {
  private readonly cells = new Map<PlannedCell, Excel.Range>();
  private readonly sheets = new Map<string, Excel.Range>();

  constructor(
    private readonly planned: readonly PlannedCell[],
    readonly names: readonly string[],
  ) {}

  /** What has to be asked, after the writing, in the same round trip or a later one. */
  questions(): Operation[] {
    return [
      ...this.planned.map((cell): Operation => (context) => {
        const range = context.workbook.worksheets.getItem(cell.sheet.id).getRange(cell.address);
        range.load("formulas,values");
        range.untrack();
        this.cells.set(cell, range);
      }),
      ...this.names.map((name): Operation => (context) => {
        const used = context.workbook.worksheets.getItem(name).getUsedRange(true);
        used.load("formulas");
        used.untrack();
        this.sheets.set(name, used);
      }),
    ];
  }

  contents(cell: PlannedCell): CellContents {
    return contentsOf(this.cells.get(cell)!);
  }

  addedSheets(): JournalSheet[] {
    return this.names.map((name) => ({ name, formulas: JSON.stringify(this.sheets.get(name)!.formulas) }));
  }
}
