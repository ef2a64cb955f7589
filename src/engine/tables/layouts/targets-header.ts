import type { TableTemplate } from "../template";
import { headerPaths, isColumnNumberRow } from "../header";
import { gridOf } from "../grid";
import type { View } from "../view";
import { assignColumns, firstRoleOf, hasRole, roleIdsOf } from "../roles";
import type { Roles } from "../roles";

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
  /**
   * Columns of further indicators in the same rows: "三级指标 | 指标值 | 三级指标 | 指标值". Levels that a group lacks are the
   * first's.
   */
  readonly beside: readonly ReadonlyMap<string, number>[];
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
  const words = view.filled(row).flatMap((column) => {
    const word = view.word(row, column);
    return word === "" || word.length > longestWord ? [] : [word];
  });
  // Of thousands of rows one is a header: the others are told by one role, not by all.
  if (words.length < 2 || !words.some((word) => hasRole(template.columns, "level3", word))) return false;
  const roles = new Set<string>();
  for (const word of words) {
    const role = firstRoleOf(template.columns, word);
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
  const paths = pathsIn(view, top, bottom);
  const groups = groupsOf(template.columns, paths);
  if (!groups[0]?.has("level3")) return null;
  let body = bottom + 1;
  while (body <= view.last && isColumnNumberRow(gridOf(view.sheet), body, view.left, view.right)) body += 1;
  const read = areOneTwice(view, body, groups) ? groups.slice(-1) : groups;
  const [columns, ...beside] = read.map((group) => withContentAsTarget(view, body, group));
  return { top, bottom, body, columns: columns!, paths, beside };
}

/** Rows looked at to tell whether two groups name the same indicators, and whether a column holds targets. */
const sampleRows = 40;

/** Where no column is called 指标值, the targets stand in 指标内容: if most of what stands there has a figure. */
function withContentAsTarget(
  view: View,
  body: number,
  columns: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const content = columns.get("content");
  if (content === undefined || columns.has("target")) return columns;
  const rows = Array.from({ length: Math.min(sampleRows, view.last - body + 1) }, (_, at) => body + at);
  const words = rows.map((row) => view.word(row, content)).filter((word) => word !== "");
  const figures = words.filter((word) => word.length <= longestTarget && /\d/.test(word)).length;
  if (figures * 2 <= words.length) return columns;
  return new Map([...columns, ["target", content] as const].filter(([role]) => role !== "content"));
}

/** A longer text with a figure in it explains one. */
const longestTarget = 16;

/**
 * The same indicators once more: those of the whole term on the left, those of the year on the right (as 财政部's form
 * has them).
 */
function areOneTwice(view: View, body: number, groups: readonly ReadonlyMap<string, number>[]): boolean {
  if (groups.length !== 2) return false;
  const [first, second] = groups.map((columns) => columns.get("level3"));
  if (first === undefined || second === undefined) return false;
  let [same, both] = [0, 0];
  for (let row = body; row <= Math.min(view.last, body + sampleRows); row++) {
    const [one, other] = [view.word(row, first), view.word(row, second)];
    if (one === "" || other === "") continue;
    both += 1;
    if (one === other) same += 1;
  }
  return both > 1 && same * 2 > both;
}

/** The columns of the indicators, and of each further group of them that stands beside the first. */
function groupsOf(roles: Roles, paths: readonly (readonly string[])[]): ReadonlyMap<string, number>[] {
  const rolesAt = paths.map((path) => roleIdsOf(roles, path.at(-1) ?? ""));
  const named = rolesAt.flatMap((own, column) =>
    own.includes("level3") && paths[column]!.at(-1) !== paths[column - 1]?.at(-1) ? [column] : [],
  );
  const first = named.find((column) => paths[column]!.at(-1) === paths[named.at(-1)!]!.at(-1));
  const starts = named
    .filter((column) => paths[column]!.at(-1) === paths[first!]!.at(-1))
    .map((column, group) => (group === 0 ? 0 : levelsBefore(rolesAt, column)));
  const within = (from: number, to: number): ReadonlyMap<string, number> =>
    withOwnPoints(
      assignColumns(
        roles,
        paths.map((path, column) => (column >= from && column < to ? path : [])),
      ),
      rolesAt,
    );
  // Indicators of the whole term beside those of the year are not further ones.
  const ofTerms = named.some((column) => paths[column]!.slice(0, -1).some((word) => wholeTerm.test(word)));
  if (starts.length < 2 || ofTerms) return [within(0, paths.length)];
  const groups = starts.map((start, group) => within(start, starts[group + 1] ?? paths.length));
  const [whole, ...others] = groups;
  const shared = (["level1", "level2"] as const).flatMap((role) => {
    const column = whole!.get(role);
    return column === undefined ? [] : [[role, column] as const];
  });
  return [whole!, ...others.map((own) => new Map([...shared, ...own]))];
}

const wholeTerm = /中期|长期|实施期|总体/;

/** Where a group begins: at its third level, or at the levels in front of it. */
function levelsBefore(rolesAt: readonly (readonly string[])[], column: number): number {
  let start = column;
  while (start > 0 && rolesAt[start - 1]!.some((role) => role === "level1" || role === "level2")) start -= 1;
  return start;
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
  if (filled.length === 1 && firstRoleOf(template.columns, view.word(row, filled[0]!)) === "project-name") return false;
  return (
    filled.length > 0 &&
    filled.every(
      (column) =>
        view.word(row, column).length <= longestWord && firstRoleOf(template.columns, view.word(row, column)) !== null,
    )
  );
}

/** "合计" and nothing else: the first line, whose amount was left out, and no header of a column. */
function isTotalAlone(view: View, row: number): boolean {
  const filled = view.filled(row);
  return filled.length === 1 && /^(?:合计|总计|小计)$/.test(view.word(row, filled[0]!));
}

/** Header words of each grid column from the top down; none outside the view. */
export function pathsIn(view: View, top: number, bottom: number): (readonly string[])[] {
  const { first, last, left, right, width } = view;
  const { paths } = headerPaths(gridOf(view.sheet), { top: first, bottom: last, left, right }, [top, bottom]);
  return Array.from({ length: width }, (_, column) => paths[column - left] ?? []);
}
