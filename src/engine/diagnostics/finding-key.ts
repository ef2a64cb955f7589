import type { Outcome } from "../reconcile/outcome";
import type { Section, Table } from "../tables/table";
import type { CellId } from "../workbook";
import type { FigureFinder } from "./figures";

/**
 * Names a finding by its rule and by what its cells mean (kind of table, body, line by code or label, column by role), never
 * by address: the key stays the same when rows are inserted, columns move or sheets are renamed. The first
 * cell of the reported side and the first of the other side that means something else enter into it.
 */
export function findingKey(outcome: Outcome, figures: FigureFinder): string {
  const meanings: string[] = [];
  for (const { cell } of outcome.operands) {
    const meaning = meaningOf(cell, figures);
    if (meaning !== null && !meanings.includes(meaning)) meanings.push(meaning);
    if (meanings.length === 2) break;
  }
  return [outcome.rule, ...meanings, ...(meanings.length === 0 ? [JSON.stringify(outcome.detail)] : [])].join(" ");
}

/** What a cell means, as text without its place; null where it is in no table. */
function meaningOf(cell: CellId, figures: FigureFinder): string | null {
  const figure = figures.at(cell);
  if (figure) {
    const { table, section, line, column } = figure;
    return [...tablePath(table), section.name, ...linePath(section, line), columnName(section, column)].join("/");
  }
  for (const table of figures.tables) {
    const field = table.fields.find((one) => one.cell === cell);
    if (field) return [...tablePath(table), field.role].join("/");
    for (const block of table.blocks) {
      const named = block.fields.find((one) => one.cell === cell);
      if (named) return [...tablePath(table), block.name, named.role].join("/");
      for (const indicator of block.indicators) {
        const role = Object.keys(indicator.cells).find((one) => indicator.cells[one] === cell);
        if (role !== undefined) return [...tablePath(table), block.name, indicator.level1, indicator.level2, indicator.level3, role].join("/");
      }
    }
  }
  return null;
}

function tablePath(table: Table): string[] {
  return [table.document ?? "", table.template.kind, table.bodyCode ?? table.body ?? "", String(table.year ?? "")];
}

/** Code or label of a line; a line without a code is told apart by those above it. */
function linePath(section: Section, line: number): string[] {
  const path: string[] = [];
  for (let at: number | null = line; at !== null && path.length < section.lines.length; at = section.lines[at]?.parent ?? null) {
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
