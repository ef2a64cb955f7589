import type { TableTemplate } from "../template";
import { isColumnNumberRow } from "../header";
import { gridOf } from "../grid";
import type { View } from "./targets-view";
import { assignColumns, compiledRoles, everyRole, roleOf } from "./targets-roles";

/** The header of an indicator table: its rows, and the grid column of each role it names. */
export interface IndicatorHeader {
  readonly top: number;
  readonly bottom: number;
  /** First row below it, a column-number row left out. */
  readonly body: number;
  /** Column by role: "level1", "target", "points", "project-name", "amount"… */
  readonly columns: ReadonlyMap<string, number>;
  /** Header words from the top down, by grid column. */
  readonly paths: readonly (readonly string[])[];
}

/** A header has at most this many rows above and below the row that names the levels. */
const reach = 3;
/** No header word is longer; a longer text is content. */
const longestWord = 32;

/** All headers of indicator tables in the view, from the top: one a form, more where a table is cut into pages. */
export function findIndicatorHeaders(view: View, template: TableTemplate): IndicatorHeader[] {
  const found: IndicatorHeader[] = [];
  let from = view.first;
  for (let row = view.first; row <= view.last; row++) {
    if (row < from || !namesLevels(view, template, row)) continue;
    const header = readHeader(view, template, row, from);
    if (!header) continue;
    found.push(header);
    from = header.body;
  }
  return found.every((header) => header.columns.has("note") && !header.columns.has("points")) &&
    notesArePoints(view, found)
    ? found.map(withNoteAsPoints)
    : found;
}

/**
 * Without a column of its own the 分值 stands in 备注: so read where nothing but points stands there, or nothing at all
 * beside criteria, which speak of points.
 */
function notesArePoints(view: View, headers: readonly IndicatorHeader[]): boolean {
  let points = 0;
  let others = 0;
  headers.forEach((header, at) => {
    const column = header.columns.get("note")!;
    const end = (headers[at + 1]?.top ?? view.last + 1) - 1;
    for (let row = header.body; row <= end; row++) {
      const word = view.word(row, column);
      if (/^\d+(?:\.\d+)?分?$/.test(word)) points += 1;
      else if (word !== "" && !/^[/-]+$/.test(word) && !view.covered(row, column)) others += 1;
    }
  });
  if (points === 0 && others === 0) return headers.every((header) => header.columns.has("criterion"));
  return others * 4 <= points;
}

function withNoteAsPoints(header: IndicatorHeader): IndicatorHeader {
  const columns = new Map(header.columns);
  columns.set("points", columns.get("note")!);
  columns.delete("note");
  return { ...header, columns };
}

/** Does this row name the third level together with another level or a target? One word alone could be content. */
function namesLevels(view: View, template: TableTemplate, row: number): boolean {
  const roles = new Set<string>();
  for (const column of view.filled(row)) {
    const word = view.word(row, column);
    if (word.length > longestWord) continue;
    const role = roleOf(compiledRoles(template.columns), word);
    if (role !== null) roles.add(role);
  }
  return roles.has("level3") && (roles.has("level2") || roles.has("level1") || roles.has("target"));
}

function readHeader(view: View, template: TableTemplate, row: number, from: number): IndicatorHeader | null {
  let top = row;
  while (top > from && row - top < reach && isHeaderRow(view, template, top - 1)) top -= 1;
  let bottom = row;
  while (
    bottom < view.last &&
    bottom - row < reach &&
    isHeaderRow(view, template, bottom + 1) &&
    !namesLevels(view, template, bottom + 1) &&
    !isTotalAlone(view, bottom + 1)
  )
    bottom += 1;
  const paths = columnPaths(view, top, bottom);
  const roles = compiledRoles(template.columns);
  const columns = withOwnPoints(
    assignColumns(roles, paths),
    paths.map((path) => everyRole(roles, path.at(-1) ?? "")),
  );
  if (!columns.has("level3")) return null;
  let body = bottom + 1;
  while (body <= view.last && isColumnNumberRow(gridOf(view.sheet), body, view.left, view.right)) body += 1;
  return { top, bottom, body, columns, paths };
}

/**
 * Where the levels have weights in columns of their own, the 分值 of an indicator stands behind its name, not behind its
 * level.
 */
function withOwnPoints(columns: Map<string, number>, rolesAt: readonly (readonly string[])[]): Map<string, number> {
  const [points, level3] = [columns.get("points"), columns.get("level3")];
  if (points === undefined || level3 === undefined || points > level3) return columns;
  const taken = new Set(columns.values());
  const own = rolesAt.findIndex((roles, column) => column > level3 && roles.includes("points") && !taken.has(column));
  return own < 0 ? columns : new Map(columns).set("points", own);
}

/**
 * Every word of the row is a word that this template's headers use. "项目名称" alone is the head of a form that is still to
 * be filled in.
 */
function isHeaderRow(view: View, template: TableTemplate, row: number): boolean {
  const filled = view.filled(row);
  if (filled.length === 1 && roleOf(compiledRoles(template.columns), view.word(row, filled[0]!)) === "project-name")
    return false;
  return (
    filled.length > 0 &&
    filled.every(
      (column) =>
        view.word(row, column).length <= longestWord &&
        roleOf(compiledRoles(template.columns), view.word(row, column)) !== null,
    )
  );
}

/** "合计" and nothing else: the first line, whose amount was left out, and no header of a column. */
function isTotalAlone(view: View, row: number): boolean {
  const filled = view.filled(row);
  return filled.length === 1 && /^(?:合计|总计|小计)$/.test(view.word(row, filled[0]!));
}

/**
 * Header words of each column from the top down; a group's word reaches over the blank or merged columns to its right.
 */
export function columnPaths(view: View, top: number, bottom: number): string[][] {
  const paths: string[][] = Array.from({ length: view.width }, () => []);
  for (let row = top; row <= bottom; row++) {
    let carried = "";
    for (let column = view.left; column <= view.right; column++) {
      const merged = view.covered(row, column);
      let word = view.wordOver(row, column);
      if (word !== "" && !merged) carried = word;
      else if (word === "" && row < bottom && hasWordBelow(view, row, bottom, column)) word = carried;
      else if (word === "") carried = "";
      const path = paths[column]!;
      if (word !== "" && path.at(-1) !== word) path.push(word);
    }
  }
  return paths;
}

function hasWordBelow(view: View, row: number, bottom: number, column: number): boolean {
  for (let below = row + 1; below <= bottom; below++) if (view.word(below, column) !== "") return true;
  return false;
}
