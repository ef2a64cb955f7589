import type { Table } from "../tables";
import { addressOf, type CellId, type Workbook } from "../workbook";
import type { LedgerEntry } from "./ledger";
import { paragraphsOf } from "./paragraphs";
import { textsOf } from "./text";

/** A stretch of a paragraph; `entry` is what the ledger says of it where it is a number. */
export interface TextPiece {
  readonly text: string;
  readonly entry: LedgerEntry | null;
}

/** A paragraph of a text with its numbers told apart. */
export interface MarkedParagraph {
  readonly sheet: string;
  readonly address: string;
  /** Where in the cell's text it begins. */
  readonly start: number;
  readonly pieces: readonly TextPiece[];
}

/** The paragraphs of all texts in their order, every number of them with its entry in the ledger. */
export function markedParagraphs(
  workbook: Workbook,
  tables: readonly Table[],
  ledger: readonly LedgerEntry[],
): MarkedParagraph[] {
  const byCell = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) {
    const key = `${entry.sheet}!${entry.address}`;
    const there = byCell.get(key);
    if (there) there.push(entry);
    else byCell.set(key, [entry]);
  }
  const places = new Map<CellId, { readonly sheet: string; readonly address: string }>();
  const placeOf = (cell: CellId): { readonly sheet: string; readonly address: string } => {
    const known = places.get(cell) ?? addressOf(workbook, cell);
    places.set(cell, known);
    return known;
  };
  return textsOf({ tables }).flatMap(({ table }) =>
    paragraphsOf(table.sheet).map(({ cell, text, at = 0 }) => {
      const { sheet, address } = placeOf(cell);
      const entries = (byCell.get(`${sheet}!${address}`) ?? []).filter(
        ({ start, end }) => start >= at && end <= at + text.length,
      );
      return { sheet, address, start: at, pieces: piecesOf(text, at, entries) };
    }),
  );
}

/** A text cut at its entries, which count letters from `offset` on before it. */
function piecesOf(text: string, offset: number, entries: readonly LedgerEntry[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    const [start, end] = [entry.start - offset, entry.end - offset];
    if (start < from) continue;
    if (start > from) pieces.push({ text: text.slice(from, start), entry: null });
    pieces.push({ text: text.slice(start, end), entry });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), entry: null });
  return pieces;
}
