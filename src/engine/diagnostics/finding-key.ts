import type { Outcome } from "../reconcile";
import type { Section, Table } from "../tables";
import type { CellId } from "../workbook";
import type { FigureFinder } from "./figures";

/**
 * Names a finding by its rule and by what its cells mean (kind of table, body, line by code or label, column by role),
 * never by address: the key stays the same when rows are inserted, columns move or sheets are renamed. The first cell
 * of the reported side and the first of the other side that means something else enter into it. Where no cell is in a
 * table (a text beside itself), the words of the finding name it.
 */
export function findingKey(outcome: Outcome, title: () => string, figures: FigureFinder): string {
  const meanings: string[] = [];
  for (const { cell } of outcome.operands) {
    const meaning = meaningOf(cell, figures);
    if (meaning !== null && !meanings.includes(meaning)) meanings.push(meaning);
    if (meanings.length === 2) break;
  }
  return [outcome.rule, ...(meanings.length === 0 ? [title()] : meanings)].join(" ");
}

/** What a cell means, as text without its place; null where it is in no table. */
function meaningOf(cell: CellId, figures: FigureFinder): string | null {
  const figure = figures.at(cell);
  if (figure) {
    const { table, section, line, column } = figure;
    return [...tablePath(table), section.name, ...linePath(section, line), columnName(section, column)].join("/");
  }
  return placesIn(figures).get(cell) ?? null;
}

const places = new WeakMap<FigureFinder, ReadonlyMap<CellId, string>>();

/**
 * Meanings of all fields and indicators by cell, told once for all findings; the first table that has a cell counts.
 */
function placesIn(figures: FigureFinder): ReadonlyMap<CellId, string> {
  let known = places.get(figures);
  if (!known) places.set(figures, (known = fieldsAndIndicators(figures.tables)));
  return known;
}

function fieldsAndIndicators(tables: readonly Table[]): ReadonlyMap<CellId, string> {
  const meanings = new Map<CellId, string>();
  const add = (cell: CellId, table: Table, ...path: string[]): void => {
    if (!meanings.has(cell)) meanings.set(cell, [...tablePath(table), ...path].join("/"));
  };
  for (const table of tables) {
    for (const { cell, role } of table.fields) add(cell, table, role);
    for (const block of table.blocks) {
      for (const { cell, role } of block.fields) add(cell, table, block.name, role);
      for (const { cells, level1, level2, level3 } of block.indicators)
        for (const [role, cell] of Object.entries(cells)) add(cell, table, block.name, level1, level2, level3, role);
    }
  }
  return meanings;
}

/** What a table is, without its place: document, kind, body, year. */
export function tablePath(table: Table): string[] {
  const { kind, stage } = table.template;
  return [
    table.document ?? "",
    stage === "final" ? `${kind}-final` : kind,
    table.bodyCode ?? table.body ?? "",
    String(table.year ?? ""),
  ];
}

/** Code or label of a line; a line without a code is told apart by those above it. */
function linePath(section: Section, line: number): string[] {
  const path: string[] = [];
  for (
    let at: number | null = line;
    at !== null && path.length < section.lines.length;
    at = section.lines[at]?.parent ?? null
  ) {
    const { code, label } = section.lines[at]!;
    path.unshift(code ?? label);
    if (code !== null) break;
  }
  return path;
}

function columnName(section: Section, column: number): string {
  const { roles, path } = section.columns[column]!;
  return roles[0] ?? path.join("-");
}
