import type { CellId } from "../../workbook";
import type { Field, Indicator, Line, Page, Section } from "../table";
import { coordinatesOf } from "../view";
import type { View } from "../view";
import type { FormSegment } from "./targets-segments";

/** What stands beside the indicators: 执行率, 总分, 指标合计. */
type SumRole = "execution" | "total" | "indicators-total";

/** One 分值 or 得分 that is added up somewhere: where its two cells stand. */
interface PointsRow {
  readonly label: string;
  readonly labelCell: CellId;
  readonly role: "indicator" | "level" | SumRole;
  readonly points: CellId | null;
  readonly score: CellId | null;
}

/** What the section is called. */
export const pointsName = "points";

/**
 * 分值 and 得分 of a form as figures: section "points", columns "points" and "score", a line for each indicator
 * ("indicator"), for 执行率 ("execution"), for 总分 ("total"), for 指标合计 ("indicators-total"), and for each first level that
 * prints its points ("level"; they stand inside its name). Lines have no parents: what they add up to is a rule's
 * matter.
 */
export function pointsSection(
  view: View,
  form: FormSegment,
  fields: readonly Field[],
): { section: Section; embedded: Map<CellId, string> } | null {
  const rows: PointsRow[] = [];
  const embedded = printedLevelPoints(form.indicators);
  let levelCell: CellId | null = null;
  for (const indicator of form.indicators) {
    const own = indicator.cells["level1"] ?? null;
    if (indicator.level1Points !== null && own !== null && own !== levelCell) {
      rows.push({ label: indicator.level1, labelCell: own, role: "level", points: own, score: null });
    }
    levelCell = own;
    if (indicator.empty) continue;
    const { points = null, score = null, level3 } = indicator.cells;
    rows.push({ label: indicator.level3, labelCell: level3!, role: "indicator", points, score });
  }
  const cellOf = (role: string): CellId | null => fields.find((field) => field.role === role)?.cell ?? null;
  const add = (role: SumRole, label: string, points: CellId | null, score: CellId | null): void => {
    const apart = points !== null && score !== null && rowOf(view, points) !== rowOf(view, score);
    if (apart) {
      add(role, label, points, null);
      add(role, label, null, score);
    } else if (points !== null || score !== null)
      rows.push({ label, labelCell: (points ?? score)!, role, points, score });
  };
  embedPrintedPoints(view, fields, embedded);
  add("execution", "预算执行率", cellOf("rate-points"), cellOf("rate-score"));
  add("total", "总分", cellOf("total-points"), cellOf("total-score"));
  add("indicators-total", "指标合计", cellOf("indicators-points"), cellOf("indicators-score"));
  for (const row of rows)
    if (row.role !== "level") for (const cell of [row.points, row.score]) readWords(view, cell, embedded);
  if (!rows.some((row) => row.points !== null || row.score !== null)) return null;
  return { section: sectionOf(view, rows), embedded };
}

/** The points inside the names of first levels, "产出指标（40分）", by their cells. */
export function printedLevelPoints(indicators: readonly Indicator[]): Map<CellId, string> {
  const printed = new Map<CellId, string>();
  for (const { level1Points, cells } of indicators)
    if (level1Points !== null && cells["level1"] !== undefined) printed.set(cells["level1"], String(level1Points));
  return printed;
}

/** Points of 执行率 printed in a heading: no cell holds the figure alone. */
function embedPrintedPoints(view: View, fields: readonly Field[], embedded: Map<CellId, string>): void {
  const points = fields.find((field) => field.role === "rate-points");
  if (points && points.text !== "" && points.text !== textOf(view, points.cell)) embedded.set(points.cell, points.text);
}

function textOf(view: View, cell: CellId): string {
  const { row, column } = coordinatesOf(view, cell);
  return view.written(row, column);
}

function rowOf(view: View, cell: CellId): number {
  return coordinatesOf(view, cell).row;
}

/** "20分" is the figure 20. */
function readWords(view: View, cell: CellId | null, embedded: Map<CellId, string>): void {
  if (cell === null) return;
  const { row, column } = coordinatesOf(view, cell);
  const written = /^(\d+(?:\.\d+)?)分$/.exec(view.word(row, column));
  if (written) embedded.set(cell, written[1]!);
}

/** Each pair of grid columns is a page of its own: 总分, 执行率 and the levels stand elsewhere than the indicators. */
function sectionOf(view: View, rows: readonly PointsRow[]): Section {
  const pages: Page[] = [];
  const pageOf = (positions: readonly number[]): number => {
    const known = pages.findIndex((page) => page.positions.every((position, at) => position === positions[at]));
    return known >= 0 ? known : pages.push({ sheet: view.sheet, positions }) - 1;
  };
  const lines = rows.map((row): Line => {
    const cell = (row.points ?? row.score)!;
    const place = coordinatesOf(view, cell);
    const column = (other: CellId | null): number =>
      other === null || coordinatesOf(view, other).row !== place.row ? -1 : coordinatesOf(view, other).column;
    return {
      page: pageOf([column(row.points), column(row.score)]),
      position: place.row,
      label: row.label,
      labelCell: row.labelCell,
      code: null,
      roles: [row.role],
      parent: null,
      part: "sum",
      repeats: null,
    };
  });
  const columns = [
    { path: ["分值"], roles: ["points"], parent: null, part: "sum" },
    { path: ["得分"], roles: ["score"], parent: null, part: "sum" },
  ] as const;
  return { name: pointsName, pages, columns, lines };
}
