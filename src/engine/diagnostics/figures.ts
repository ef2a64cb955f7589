import { figureName } from "../reconcile";
import type { Line, Section, Table } from "../tables";
import { figureCell } from "../tables";
import { locate, type CellId, type Sheet, type Workbook } from "../workbook";

/** A figure's place in the tables: where a line and a column of a section meet. */
export interface Figure {
  readonly table: Table;
  readonly section: Section;
  readonly line: number;
  readonly column: number;
}

/** One page of a section on a sheet, with its lines by grid row. */
interface PageIndex {
  readonly table: Table;
  readonly section: Section;
  readonly positions: readonly number[];
  readonly lines: ReadonlyMap<number, number>;
}

/** So many lines show whether two columns are alike. */
const MOST_PAIRS = 40;

/** Finds which figure of which table a cell is. Sheets are indexed when first asked for. */
export class FigureFinder {
  private readonly pagesBySheet = new Map<Sheet, PageIndex[]>();

  constructor(
    readonly workbook: Workbook,
    readonly tables: readonly Table[],
  ) {}

  /** The figure in a cell; null where the cell is in no section of a table. */
  at(cell: CellId): Figure | null {
    const { sheet, index } = locate(this.workbook, cell);
    const width = sheet.columns.length;
    const row = Math.floor(index / width);
    const position = index % width;
    for (const page of this.pagesOf(sheet)) {
      const [across, along] = page.section.transposed === true ? [position, row] : [row, position];
      const line = page.lines.get(across);
      if (line === undefined) continue;
      const column = page.positions.indexOf(along);
      if (column >= 0) return { table: page.table, section: page.section, line, column };
    }
    return null;
  }

  /** The table a cell belongs to, by its figures, fields, indicators or area; null where it is in none. */
  tableOf(cell: CellId): Table | null {
    const figure = this.at(cell);
    if (figure) return figure.table;
    const { sheet, index } = locate(this.workbook, cell);
    const row = sheet.rows[Math.floor(index / sheet.columns.length)]!;
    const here = this.tables.filter((table) => table.sheet === sheet);
    return here.find(({ area }) => row >= area.top && row <= area.bottom) ?? here[0] ?? null;
  }

  /** What a clerk calls a figure. */
  nameOf({ table, section, line, column }: Figure): string {
    return figureName(table, section, line, column);
  }

  /** Cells of the figures right above, below, left and right of a figure, as the grid has them. */
  neighbours(cell: CellId): CellId[] {
    const { sheet, index } = locate(this.workbook, cell);
    const width = sheet.columns.length;
    const column = index % width;
    const beside: CellId[] = [];
    if (index >= width) beside.push(cell - width);
    if (index + width < sheet.kinds.length) beside.push(cell + width);
    if (column > 0) beside.push(cell - 1);
    if (column < width - 1) beside.push(cell + 1);
    return beside;
  }

  /** Cells of the other figures on the line of a figure; none where the cell is no figure. */
  besideOnLine(cell: CellId): CellId[] {
    const figure = this.at(cell);
    return figure
      ? cellsOfLine(figure.section, figure.section.lines[figure.line]!).filter((other) => other !== cell)
      : [];
  }

  /**
   * For two figures of one line, the figures of the same columns in the other lines, pair by pair; for two of one
   * column likewise.
   */
  pairsLike(cell: CellId, other: CellId): (readonly [CellId, CellId])[] {
    const [one, two] = [this.at(cell), this.at(other)];
    if (!one || !two || one.section !== two.section) return [];
    const { lines, columns } = one.section;
    const at = (line: number, column: number): CellId => figureCell(one.section, lines[line]!, column);
    const places = Math.min(one.line === two.line ? lines.length : columns.length, MOST_PAIRS);
    const pairs = Array.from({ length: places }, (_, place): readonly [CellId, CellId] =>
      one.line === two.line
        ? [at(place, one.column), at(place, two.column)]
        : [at(one.line, place), at(two.line, place)],
    );
    return pairs.filter(([first, second]) => first >= 0 && second >= 0 && first !== cell);
  }

  /** Names the sheet and row that a cell stands in. */
  rowOf(cell: CellId): string {
    const { sheet, index } = locate(this.workbook, cell);
    return `${sheet.base}:${Math.floor(index / sheet.columns.length)}`;
  }

  private pagesOf(sheet: Sheet): readonly PageIndex[] {
    let pages = this.pagesBySheet.get(sheet);
    if (!pages) {
      pages = [];
      for (const table of this.tables) {
        for (const section of [...table.sections, ...(table.comparisons ?? [])]) {
          section.pages.forEach((page, number) => {
            if (page.sheet !== sheet) return;
            const lines = new Map<number, number>();
            section.lines.forEach((line, place) => {
              if (line.page === number) lines.set(line.position, place);
            });
            pages!.push({ table, section, positions: page.positions, lines });
          });
        }
      }
      this.pagesBySheet.set(sheet, pages);
    }
    return pages;
  }
}

/** Cells of a line in all columns, blank ones included; columns that its page lacks are left out. */
export function cellsOfLine(section: Section, line: Line): CellId[] {
  return section.columns.map((_, column) => figureCell(section, line, column)).filter((cell) => cell >= 0);
}
