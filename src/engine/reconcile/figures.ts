import type { Column, Line, Part, Section, Table } from "../tables";
import { locate, type CellId, type Sheet, type Workbook } from "../workbook";
import { figureName } from "./figure-name";
import type { ColumnSelector, LineSelector } from "./rule";

/** A forest as lists of children by kind of part. */
interface Children {
  readonly sum: readonly (readonly number[])[];
  readonly ofWhich: readonly (readonly number[])[];
}

/** The figures of one section: cell numbers line by line, and who belongs to whom. */
export class SectionFigures {
  readonly width: number;
  /** `cells[line * width + column]`, -1 where a page lacks the column. */
  readonly cells: Int32Array;
  readonly lineParts: Children;
  readonly columnParts: Children;
  private byRow: ReadonlyMap<CellId, readonly number[]> | null = null;
  /**
   * What selectors of rules choose here: many rules ask for the same lines and columns, and every rule several times.
   */
  readonly chosenLines = new Map<readonly LineSelector[] | undefined, readonly number[]>();
  readonly chosenColumns = new Map<readonly ColumnSelector[] | undefined, readonly number[]>();

  constructor(
    readonly table: Table,
    readonly section: Section,
  ) {
    const { lines, columns, pages } = section;
    this.width = columns.length;
    this.cells = new Int32Array(lines.length * columns.length);
    const transposed = section.transposed === true;
    let next = 0;
    for (const line of lines) {
      const { sheet, positions } = pages[line.page]!;
      const width = sheet.columns.length;
      const start = sheet.base + line.position * (transposed ? 1 : width);
      const step = transposed ? width : 1;
      for (let column = 0; column < columns.length; column++) {
        const position = positions[column]!;
        this.cells[next++] = position < 0 ? -1 : start + position * step;
      }
    }
    this.lineParts = childrenOf(lines, (line) => line.repeats !== null);
    this.columnParts = childrenOf(columns, () => false);
  }

  cell(line: number, column: number): CellId {
    return this.cells[line * this.width + column]!;
  }

  /** Place of a cell of `sheet` in `cells`, -1 where it is not among them. */
  entryOf(cell: CellId, sheet: Sheet): number {
    const lines = this.linesByRow.get(cell - ((cell - sheet.base) % sheet.columns.length));
    if (lines === undefined) return this.section.transposed === true ? this.cells.indexOf(cell) : -1;
    for (const line of lines)
      for (let entry = line * this.width; entry < (line + 1) * this.width; entry++)
        if (this.cells[entry] === cell) return entry;
    return -1;
  }

  /**
   * Lines by the first cell of their row, made when first asked for: looking through all cells is too slow where much
   * is wrong. Lists beside each other have several lines in a row.
   */
  private get linesByRow(): ReadonlyMap<CellId, readonly number[]> {
    if (this.byRow === null) {
      const byRow = new Map<CellId, number[]>();
      this.byRow = byRow;
      const { lines, pages, transposed } = this.section;
      if (transposed !== true) {
        lines.forEach(({ page, position }, line) => {
          const { sheet } = pages[page]!;
          const row = sheet.base + position * sheet.columns.length;
          const here = byRow.get(row);
          if (here) here.push(line);
          else byRow.set(row, [line]);
        });
      }
    }
    return this.byRow;
  }
}

const none: number[] = [];

function childrenOf<Node extends { readonly parent: number | null; readonly part: Part }>(
  nodes: readonly Node[],
  left: (node: Node) => boolean,
): Children {
  const sum = new Array<number[]>(nodes.length).fill(none);
  const ofWhich = new Array<number[]>(nodes.length).fill(none);
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.parent === null || left(node)) continue;
    const children = node.part === "sum" ? sum : ofWhich;
    const known = children[node.parent]!;
    if (known === none) children[node.parent] = [index];
    else known.push(index);
  }
  return { sum, ofWhich };
}

/** Where a figure stands in its table. */
export interface FigurePlace {
  readonly table: Table;
  readonly section: Section;
  readonly line: Line;
  readonly column: Column;
  /** Places of the line and the column in the section. */
  readonly lineIndex: number;
  readonly columnIndex: number;
}

/** The figures of all tables, and what a clerk calls each of them. */
export class FigureIndex {
  private count = 0;
  private readonly byTable = new Map<Table, SectionFigures[]>();
  private readonly comparisons = new Map<Table, SectionFigures[]>();
  private readonly bySheet = new Map<Sheet, SectionFigures[]>();

  constructor(readonly workbook: Workbook) {}

  /** Number of figures, blanks included. */
  get size(): number {
    return this.count;
  }

  /** Takes in the figures of a table. */
  add(table: Table): void {
    const sections = table.sections.map((section) => new SectionFigures(table, section));
    for (const section of sections) this.count += section.cells.length;
    const comparisons = (table.comparisons ?? []).map((section) => new SectionFigures(table, section));
    this.byTable.set(table, sections);
    this.comparisons.set(table, comparisons);
    // A figure of the budget itself is found as that first.
    for (const figures of [...sections, ...comparisons]) {
      for (const sheet of new Set(figures.section.pages.map((page) => page.sheet))) {
        const there = this.bySheet.get(sheet);
        if (there) there.push(figures);
        else this.bySheet.set(sheet, [figures]);
      }
    }
  }

  sectionsOf(table: Table): readonly SectionFigures[] {
    return this.byTable.get(table) ?? [];
  }

  /** Where a table compares its figures with last year's. */
  comparisonsOf(table: Table): readonly SectionFigures[] {
    return this.comparisons.get(table) ?? [];
  }

  /** Where a figure stands; null for a cell that is no figure of a recognised table. */
  find(cell: CellId): FigurePlace | null {
    const { sheet } = locate(this.workbook, cell);
    for (const figures of this.bySheet.get(sheet) ?? []) {
      const entry = figures.entryOf(cell, sheet);
      if (entry < 0) continue;
      const { table, section, width } = figures;
      const [lineIndex, columnIndex] = [Math.floor(entry / width), entry % width];
      return {
        table,
        section,
        line: section.lines[lineIndex]!,
        column: section.columns[columnIndex]!,
        lineIndex,
        columnIndex,
      };
    }
    return null;
  }

  /** What a clerk calls a figure: "收入总表“教育支出”合计"; its sheet where it is none. */
  name(cell: CellId): string {
    const place = this.find(cell);
    if (!place) return locate(this.workbook, cell).sheet.name;
    return figureName(place.table, place.section, place.lineIndex, place.columnIndex);
  }
}
