import type { Edit } from "../../engine/workbook";
import type { LiveHost, WriteRecord } from "../../hosts/host";
import { HostError } from "../../hosts/host-problem";

/** What came of writing in parts. */
export interface Written {
  /** All parts as one record; null where it was stopped and taken back, or there was nothing. */
  readonly record: WriteRecord | null;
  /** How often the host must undo to take all of it back. */
  readonly parts: number;
}

/**
 * Applies parts one after the other, so that a long write shows how far it is. `goOn` is told how many are done; where
 * it says no, or a part fails, what was written is taken back: the workbook is as it was.
 * @throws HostError half-done, with what is left, where that cannot be taken back either
 */
export async function writeParts(
  host: LiveHost,
  parts: readonly (readonly Edit[])[],
  goOn: (done: number) => Promise<boolean>,
): Promise<Written> {
  const records: WriteRecord[] = [];
  const takeBack = async (): Promise<void> => {
    try {
      for (; records.length > 0; records.pop()) await host.undo();
    } catch (error) {
      const cells = records.flatMap((record) => record.cells.map(({ sheet, address }) => ({ sheet, address })));
      throw new HostError(
        { code: "half-done", cells, sheets: records.flatMap(({ addedSheets }) => addedSheets) },
        { cause: error },
      );
    }
  };
  try {
    for (const [at, part] of parts.entries()) {
      await host.apply(part);
      const record = host.undoable();
      if (record) records.push(record);
      if (!(await goOn(at + 1))) {
        await takeBack();
        return { record: null, parts: 0 };
      }
    }
  } catch (error) {
    await takeBack();
    throw error;
  }
  if (records.length === 0) return { record: null, parts: 0 };
  return {
    record: {
      cells: records.flatMap(({ cells }) => cells),
      addedSheets: records.flatMap(({ addedSheets }) => addedSheets),
    },
    parts: records.length,
  };
}
