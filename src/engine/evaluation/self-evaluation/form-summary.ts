import type { Area, AuthoredCell, ExactDecimal } from "../../workbook";
import { a1 } from "../../workbook";
import { areasOf } from "./areas";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** A first level of the written sheet: where its 分值 and 得分 stand, and what they come to now. */
export interface LevelSummary {
  readonly name: string;
  readonly pointCells: readonly Place[];
  readonly scoreCells: readonly Place[];
  readonly points: ExactDecimal;
  readonly score: ExactDecimal;
}

/** Length of a full bar, in blocks. */
const barLength = 20;

/**
 * A picture for people who would rather look than read: points by first level against their maximum as bars, and what is
 * not earned (yet). All of it live; it stands below the form, outside its 总分.
 */
export function summaryRows(levels: readonly LevelSummary[], top: number): { cells: AuthoredCell[]; merges: Area[]; area: Area } {
  const cells: AuthoredCell[] = [];
  const merges: Area[] = [];
  const put = (row: number, column: number, cell: Omit<AuthoredCell, "row" | "column">, columns = 1): void => {
    cells.push({ row, column, ...cell });
    if (columns > 1) merges.push({ top: row, left: column, bottom: row, right: column + columns - 1 });
  };
  put(top, 0, { value: "各级得分", style: "header" }, 2);
  ["满分", "得分", "未得分"].forEach((value, at) => put(top, 2 + at, { value, style: "header" }));
  put(top, 5, { value: "图示（■ 得分，□ 未得分）", style: "header" }, 4);
  const shown = levels.filter((level) => level.pointCells.length > 0);
  shown.forEach(({ name, pointCells, scoreCells, points, score }, at) => {
    const row = top + 1 + at;
    const [full, earned] = [a1(row, 2), a1(row, 3)];
    const filled = `IF(N(${full})=0,0,ROUND(MIN(1,${earned}/${full})*${barLength},0))`;
    const blocks = points.isZero() ? 0 : Math.round(Math.min(1, score.dividedBy(points).toNumber()) * barLength);
    put(row, 0, { value: name, style: "label" }, 2);
    put(row, 2, { formula: `SUM(${areasOf(pointCells).join(",")})`, value: points.toNumber(), style: "points" });
    put(row, 3, { formula: `SUM(${areasOf(scoreCells).join(",")})`, value: score.toNumber(), style: "points" });
    put(row, 4, { formula: `${full}-${earned}`, value: points.minus(score).toNumber(), style: "points" });
    put(row, 5, { formula: `REPT("■",${filled})&REPT("□",${barLength}-${filled})`, value: "■".repeat(blocks) + "□".repeat(barLength - blocks), style: "text" }, 4);
  });
  return { cells, merges, area: { top, left: 0, bottom: top + shown.length, right: 8 } };
}
