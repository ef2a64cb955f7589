import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CellKind, type CellId, type Workbook } from "../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../src/hosts/file";
import { rowOmitted } from "./injected-faults";

/** Sheet and address. */
type Place = readonly [string, string];

/** A fault that somebody else planted in a workbook, with what it should be found by. */
export interface PlantedFault {
  readonly type: string;
  readonly what: string;
  readonly faulty: readonly Place[];
  /** Cells of the identities that it breaks. */
  readonly identity: readonly Place[];
  /** Sheet, address (or "row N"), what stood there, what stands there now ("None": nothing, "deleted": the row). */
  readonly changed: readonly (readonly [string, string, string, string])[];
}

export interface PlantedWorkbook {
  readonly workbook: string;
  /** Kind of table by sheet; null where no kind is known for it; several where either will do. */
  readonly kinds: Readonly<Record<string, string | null | readonly (string | null)[]>>;
  readonly planted: readonly PlantedFault[];
}

const folder = join(__dirname, "../workbooks");

export const plantedWorkbooks = JSON.parse(
  readFileSync(join(folder, "planted.json"), "utf8"),
) as readonly PlantedWorkbook[];

/** A workbook by another hand, as it is read from its file. */
export function readOther(name: string): Workbook {
  return readWorkbook(openPackage(new Uint8Array(readFileSync(join(folder, name)))));
}

/** The workbook with the fault in it. */
export function withPlanted(workbook: Workbook, { changed }: PlantedFault): Workbook {
  return changed.reduce((book, [sheet, place, , after]) => {
    const row = /^row (\d+)$/.exec(place);
    if (row === null) return withContent(book, cellAt(book, [sheet, place]), after);
    const target = book.sheets.find(({ name }) => name === sheet)!;
    return rowOmitted.apply(book, { sheet: target, from: target.rows.indexOf(Number(row[1]) - 1), count: 1 });
  }, workbook);
}

/** The cell at a place; throws where the sheet or the cell is not there. */
export function cellAt(workbook: Workbook, [name, address]: Place): CellId {
  const sheet = workbook.sheets.find((one) => one.name === name)!;
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address)!;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const [row, position] = [sheet.rows.indexOf(Number(digits) - 1), sheet.columns.indexOf(column)];
  if (row < 0 || position < 0) throw new Error(`no cell ${name} ${address}`);
  return sheet.base + row * sheet.columns.length + position;
}

function withContent(workbook: Workbook, cell: CellId, content: string): Workbook {
  const number = content.trim() !== "" && Number.isFinite(Number(content)) ? Number(content) : null;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const index = cell - sheet.base;
      if (index < 0 || index >= sheet.kinds.length) return sheet;
      const kinds = sheet.kinds.slice();
      const numbers = sheet.numbers.slice();
      const texts = sheet.texts.slice();
      const formulas = new Map(sheet.formulas);
      formulas.delete(index);
      kinds[index] = content === "None" ? CellKind.Blank : number === null ? CellKind.Text : CellKind.Number;
      numbers[index] = number ?? 0;
      texts[index] = content === "None" || number !== null ? undefined : content;
      return { ...sheet, kinds, numbers, texts, formulas };
    }),
  };
}
