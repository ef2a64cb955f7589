import type { CellContents, WriteRecord } from "../host";
import type { ListedSheet } from "./client";

/** One cell that we wrote; contents as Range.formulas gives them. */
export interface JournalCell {
  readonly sheet: ListedSheet;
  readonly address: string;
  readonly before: CellContents;
  readonly after: CellContents;
}

/** One sheet that we added, and its formulas as JSON, by which one sees whether somebody has worked in it since. */
export interface JournalSheet {
  readonly name: string;
  readonly formulas: string;
}

/** One write of ours. */
export interface JournalEntry {
  readonly cells: readonly JournalCell[];
  readonly sheets: readonly JournalSheet[];
}

/** The writes of ours that can be taken back, the latest last. */
export class WriteJournal {
  private readonly entries: JournalEntry[] = [];

  /** Notes a write; one that touched nothing but marks is not noted. */
  add(entry: JournalEntry): void {
    if (entry.cells.length + entry.sheets.length > 0) this.entries.push(entry);
  }

  latest(): JournalEntry | null {
    return this.entries.at(-1) ?? null;
  }

  /** The latest write has been taken back. */
  dropLatest(): void {
    this.entries.pop();
  }
}

/** An entry for views. */
export function recordOf({ cells, sheets }: JournalEntry): WriteRecord {
  return {
    cells: cells.map(({ sheet, address, before, after }) => ({ sheet: sheet.name, address, before, after })),
    addedSheets: sheets.map(({ name }) => name),
  };
}
