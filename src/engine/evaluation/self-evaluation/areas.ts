import { a1 } from "../../workbook";

/** Cells as few areas as possible: runs down one column. */
export function areasOf(cells: readonly { readonly row: number; readonly column: number }[]): string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const areas: string[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (
      to + 1 < sorted.length &&
      sorted[to + 1]!.column === sorted[from]!.column &&
      sorted[to + 1]!.row === sorted[to]!.row + 1
    )
      to += 1;
    const [first, last] = [sorted[from]!, sorted[to]!];
    areas.push(
      from === to ? a1(first.row, first.column) : `${a1(first.row, first.column)}:${a1(last.row, last.column)}`,
    );
    from = to + 1;
  }
  return areas;
}
