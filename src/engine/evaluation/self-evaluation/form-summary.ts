import type { Area, AuthoredCell, ExactDecimal } from "../../workbook";
import { a1 } from "../../workbook";
import { areasOf } from "./areas";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** A first level of the written sheet: where its 分值 and 得分 stand, row by row, and what they come to now. */
export interface LevelSummary {
  readonly name: string;
  readonly pointCells: readonly Place[];
  readonly scoreCells: readonly Place[];
  readonly points: ExactDecimal;
  readonly score: ExactDecimal;
  /** 分值 of what has a 得分. */
  readonly scored: ExactDecimal;
}

/** Length of a full bar, in blocks. */
const barLength = 20;

/**
 * A picture for people who would rather look than read: points by first level against their maximum as bars, what was
 * lost, and what has no 得分 yet. All of it live; it stands below the form, outside its 总分.
 */
export function summaryRows(
  levels: readonly LevelSummary[],
  top: number,
): { cells: AuthoredCell[]; merges: Area[]; area: Area } {
  const cells: AuthoredCell[] = [];
  const merges: Area[] = [];
  const put = (row: number, column: number, cell: Omit<AuthoredCell, "row" | "column">, columns = 1): void => {
    cells.push({ row, column, ...cell });
    if (columns > 1) merges.push({ top: row, left: column, bottom: row, right: column + columns - 1 });
  };
  put(top, 0, { value: "各级得分", style: "header" }, 2);
  ["满分", "得分", "未得分"].forEach((value, at) => put(top, 2 + at, { value, style: "header" }));
  put(top, 5, { value: "图示（■ 得分，□ 未得分，· 待评）", style: "header" }, 4);
  const shown = levels.filter((level) => level.pointCells.length > 0);
  shown.forEach(({ name, pointCells, scoreCells, points, score, scored }, at) => {
    const row = top + 1 + at;
    const [full, earned, lost] = [a1(row, 2), a1(row, 3), a1(row, 4)];
    const [scoreAreas, pointAreas] = [areasOf(scoreCells), areasOf(pointCells)];
    const blocksOf = (part: string): string =>
      `IF(N(${full})=0,0,ROUND(MAX(0,MIN(1,(${part})/${full}))*${barLength},0))`;
    const [filled, judged] = [blocksOf(earned), blocksOf(`${earned}+${lost}`)];
    const [filledNow, judgedNow] = [score, scored].map((part) =>
      points.isZero() ? 0 : Math.round(Math.max(0, Math.min(1, part.dividedBy(points).toNumber())) * barLength),
    ) as [number, number];
    put(row, 0, { value: name, style: "label" }, 2);
    put(row, 2, { formula: `SUM(${pointAreas.join(",")})`, value: points.toNumber(), style: "points" });
    put(row, 3, { formula: `SUM(${scoreAreas.join(",")})`, value: score.toNumber(), style: "points" });
    put(row, 4, {
      formula: `${scoreAreas.map((area, place) => `SUMIF(${area},">=0",${pointAreas[place]})`).join("+")}-${earned}`,
      value: scored.minus(score).toNumber(),
      style: "points",
    });
    const open = Math.max(judgedNow, filledNow);
    put(
      row,
      5,
      {
        formula: [
          `REPT("■",${filled})`,
          `REPT("□",MAX(0,${judged}-${filled}))`,
          `REPT("·",${barLength}-MAX(${judged},${filled}))`,
        ].join("&"),
        value: "■".repeat(filledNow) + "□".repeat(open - filledNow) + "·".repeat(barLength - open),
        style: "text",
      },
      4,
    );
  });
  return { cells, merges, area: { top, left: 0, bottom: top + shown.length, right: 8 } };
}
