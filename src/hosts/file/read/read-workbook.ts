import type { Steps } from "../../../engine/steps";
import { finish, within } from "../../../engine/steps";
import type { Workbook } from "../../../engine/workbook";
import { calculateMissingInSteps } from "../calculate/calculate-missing";
import type { WorkbookPackage } from "../package/package";
import { partTextInSteps } from "../package/package";
import type { GridSheet } from "./grid";
import type { SheetCells } from "./sheet-part";
import { emptyGrid, layGridInSteps } from "./grid";
import { parseNumberFormats } from "./number-formats";
import { parseSharedStrings } from "./shared-strings";
import { MAX_CELLS, readSheetInSteps } from "./sheet-part";

/**
 * The workbook as plain data. Dates are numbers with a date format. A formula without a cached value is calculated
 * where that can be done (see calculate/), else its cell is `Uncalculated`; never blank, never zero.
 * @throws WorkbookFileError damaged-part, malformed-part, too-many-rows, too-many-cells
 */
export function readWorkbook(source: WorkbookPackage): Workbook {
  return finish(readWorkbookInSteps(source));
}

/** The same in steps, for a page that has to draw meanwhile. @throws WorkbookFileError as `readWorkbook` */
export function* readWorkbookInSteps(source: WorkbookPackage): Steps<Workbook> {
  const workbook = yield* within(0, CELLS, cellsInSteps(source));
  yield* within(CELLS, 1, calculateMissingInSteps(workbook, source.workbook.definedNames));
  return workbook;
}

/** The shares of the work that are done when the shared texts, and all cells, have been read. */
const TEXTS = 0.1;
const CELLS = 0.9;

/** A workbook whose arrays may be filled in by whoever calculates. */
type UncalculatedWorkbook = Workbook & { readonly sheets: readonly GridSheet[] };

/**
 * The workbook without calculating anything, in steps.
 * @param amend may append cells to a sheet before it is laid out; the last one at a place counts
 */
export function* cellsInSteps(
  source: WorkbookPackage,
  amend?: (sheet: string, cells: SheetCells) => void,
): Steps<UncalculatedWorkbook> {
  const { archive, workbook } = source;
  const strings = yield* within(0, TEXTS / 2, textWhereRelated(source, "sharedStrings"));
  const sharedStrings = strings ? yield* within(TEXTS / 2, TEXTS, parseSharedStrings(...strings)) : [];
  const styles = yield* within(TEXTS, TEXTS, textWhereRelated(source, "styles"));
  const formatOfStyle = styles ? parseNumberFormats(...styles) : [];
  const numberFormats = ["General"];
  const known = new Map([["General", 0]]);
  const indexOfStyle = Uint16Array.from(formatOfStyle, (format) => {
    if (!known.has(format)) known.set(format, numberFormats.push(format) - 1);
    return known.get(format)!;
  });
  let base = 0;
  let read = 0;
  const sheets: GridSheet[] = [];
  for (const [place, listed] of source.sheets.entries()) {
    const share = (part: number): number => TEXTS + ((1 - TEXTS) * (place + part)) / source.sheets.length;
    let sheet = emptyGrid(listed.name, listed.hidden, base);
    if (listed.hasCells) {
      const context = {
        sheet: listed.name,
        part: listed.part,
        sharedStrings,
        date1904: workbook.date1904,
        distrustCachedValues: workbook.calculateOnLoad,
        remaining: MAX_CELLS - read,
      };
      const text = yield* within(share(0), share(0.2), partTextInSteps(archive, listed.part));
      const cells = yield* within(share(0.2), share(0.8), readSheetInSteps(text, context));
      read += cells.rows.length;
      amend?.(listed.name, cells);
      const indexOf = (style: number): number => indexOfStyle[style] ?? 0;
      sheet = yield* within(share(0.8), share(1), layGridInSteps(listed.name, listed.hidden, cells, base, indexOf));
    }
    base += sheet.kinds.length;
    sheets.push(sheet);
    yield share(1);
  }
  return { sheets, numberFormats };
}

/** Text and name of the part that stands in that relation to the workbook. */
function* textWhereRelated(source: WorkbookPackage, kind: string): Steps<readonly [string, string] | null> {
  const part = source.workbookRelationships.find((relationship) => relationship.kind === kind)?.part;
  if (!part || !source.archive.byName.has(part.toLowerCase())) return null;
  return [yield* partTextInSteps(source.archive, part), part];
}
