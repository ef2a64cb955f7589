import type { AuthoredCell, AuthoredSheet } from "../../workbook";
import { a1, Exact } from "../../workbook";
import type { ExecutionRule } from "../execution";
import { areasOf } from "./areas";
import type { FormContent, FormIndicator } from "./form-content";
import { fundRows } from "./form-funds";
import { summaryRows } from "./form-summary";
import type { LevelSummary } from "./form-summary";

const widths = [10, 18, 17, 24, 15, 17, 8, 8, 28];
const lastColumn = widths.length - 1;
/** Height of a row with one line of text, in points. */
const rowHeight = 20;
const indicatorHeads = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];
/** Where each score stands on the written sheet. */
export interface WrittenForm {
  readonly sheet: AuthoredSheet;
  readonly indicators: readonly { readonly address: string; readonly indicator: FormIndicator }[];
  readonly execution: string;
}

/**
 * The official 绩效自评表 as a sheet: merged labels, "产出指标（40分）", "/" rows for empty kinds, sums and 执行率 as live
 * formulas with their values, cells to fill in the look of inputs, choices where a person judges, A4.
 */
export function formSheet(name: string, content: FormContent, rule: ExecutionRule): WrittenForm {
  return new FormDraft(name, content, rule).write();
}

class FormDraft {
  private readonly cells: AuthoredCell[] = [];
  private readonly merges: { top: number; left: number; bottom: number; right: number }[] = [];
  private readonly heights: Record<number, number> = {};
  private row = 0;

  constructor(
    private readonly name: string,
    private readonly content: FormContent,
    private readonly rule: ExecutionRule,
  ) {}

  write(): WrittenForm {
    const { content } = this;
    this.put(0, 0, { value: content.title, style: "title" }, 1, lastColumn + 1);
    this.heights[0] = 30;
    this.row = 1;
    this.head();
    const execution = this.funds();
    this.goals();
    const { placed, levels } = this.indicators();
    const table = { top: 1, left: 0, bottom: this.row, right: lastColumn };
    this.total(placed, execution);
    const summary = summaryRows(
      [
        ...levels,
        {
          name: "预算执行率",
          pointCells: [{ row: execution.row, column: 6 }],
          scoreCells: [{ row: execution.row, column: 8 }],
          points: new Exact(execution.points),
          score: new Exact(execution.score ?? 0),
          scored: new Exact(execution.score === null ? 0 : execution.points),
        },
      ],
      this.row + 1,
    );
    for (let row = summary.area.top; row <= summary.area.bottom; row++) this.heights[row] = rowHeight;
    this.cells.push(...summary.cells);
    this.merges.push(...summary.merges);
    return {
      sheet: {
        name: this.name,
        cells: this.cells.sort((a, b) => a.row - b.row || a.column - b.column),
        merges: this.merges,
        widths,
        heights: this.heights,
        bordered: [{ ...table, bottom: this.row - 1 }, summary.area],
        print: { orientation: "portrait", onePage: true },
      },
      indicators: placed.map(({ row, indicator }) => ({ address: a1(row, 7), indicator })),
      execution: a1(execution.row, 8),
    };
  }

  /** Ends the current row at its usual height; gives its number. */
  private nextRow(): number {
    this.heights[this.row] = rowHeight;
    return this.row++;
  }

  private put(row: number, column: number, cell: Omit<AuthoredCell, "row" | "column">, rows = 1, columns = 1): void {
    this.cells.push({ row, column, ...cell });
    if (rows > 1 || columns > 1)
      this.merges.push({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  }

  private head(): void {
    const { content } = this;
    if (content.subject === "whole") {
      this.put(this.row, 0, { value: "预算部门（单位）名称", style: "header" }, 1, 3);
      this.put(this.row, 3, { value: content.name, style: "text" }, 1, lastColumn - 2);
      this.heights[this.row++] = 24;
      return;
    }
    this.put(this.row, 0, { value: "项目支出名称", style: "header" });
    this.put(this.row, 1, { value: content.name, style: content.name === "" ? "input" : "text" }, 1, lastColumn);
    this.heights[this.row++] = 32;
    this.put(this.row, 0, { value: "主管部门", style: "header" });
    this.put(this.row, 1, { value: content.department, style: content.department === "" ? "input" : "text" }, 1, 3);
    this.put(this.row, 4, { value: "实施单位", style: "header" });
    this.put(this.row, 5, { value: content.unit, style: content.unit === "" ? "input" : "text" }, 1, lastColumn - 4);
    this.heights[this.row++] = 32;
  }

  /** The funds block. Gives where 执行率 is scored. */
  private funds(): { row: number; score: number | null; points: number } {
    const { content } = this;
    const funds = fundRows(content, this.rule, this.row);
    this.cells.push(...funds.cells);
    this.merges.push(...funds.merges);
    while (this.row <= funds.last) this.nextRow();
    return { row: funds.total, score: content.execution.score, points: funds.points };
  }

  private goals(): void {
    const { row } = this;
    this.put(row, 0, { value: "年度总体目标", style: "header" }, 2);
    this.put(row, 1, { value: "预期目标", style: "header" }, 1, 4);
    this.put(row, 5, { value: "实际完成情况", style: "header" }, 1, lastColumn - 4);
    this.put(row + 1, 1, { value: this.content.goal, style: this.content.goal === "" ? "input" : "text" }, 1, 4);
    this.put(row + 1, 5, { value: null, style: "input" }, 1, lastColumn - 4);
    this.heights[row] = rowHeight;
    this.heights[row + 1] = Math.min(240, Math.max(40, 15 * Math.ceil(this.content.goal.length / 34)));
    this.row += 2;
  }

  private indicators(): { placed: { row: number; indicator: FormIndicator }[]; levels: LevelSummary[] } {
    const top = this.row;
    indicatorHeads.forEach((value, at) => this.put(top, 1 + at, { value, style: "header" }));
    this.nextRow();
    const placed: { row: number; indicator: FormIndicator }[] = [];
    const levels: LevelSummary[] = [];
    for (const level of this.content.levels) {
      const levelTop = this.row;
      const rows: number[] = [];
      for (const kind of level.kinds) {
        const kindTop = this.row;
        if (kind.indicators.length === 0) this.emptyRow();
        for (const indicator of kind.indicators) {
          rows.push(this.row);
          placed.push({ row: this.row, indicator });
          this.indicatorRow(indicator);
        }
        this.label(kindTop, 2, kind.name);
      }
      this.label(levelTop, 1, level.points === null ? level.name : `${level.name}（${level.points.toString()}分）`);
      const own = level.kinds.flatMap((kind) => kind.indicators);
      levels.push({
        name: level.name,
        pointCells: rows.map((row) => ({ row, column: 6 })),
        scoreCells: rows.map((row) => ({ row, column: 7 })),
        points: own.reduce((sum, { points }) => sum.plus(points ?? 0), new Exact(0)),
        score: own.reduce((sum, { scored }) => sum.plus(scored.score ?? 0), new Exact(0)),
        scored: own.reduce(
          (sum, { points, scored }) => sum.plus(scored.score === null ? 0 : (points ?? 0)),
          new Exact(0),
        ),
      });
    }
    this.put(top, 0, { value: "绩效指标", style: "header" }, this.row - top);
    return { placed, levels };
  }

  /** What names the rows from `top` on; the last of them grows where its lines find no room beside them. */
  private label(top: number, column: number, value: string): void {
    const rows = this.row - top;
    this.put(top, column, { value, style: "centre" }, rows);
    let height = 0;
    for (let row = top; row < this.row; row++) height += this.heights[row] ?? rowHeight;
    const lacking = heightOf(linesOf(value, column)) - height;
    if (lacking > 0) this.heights[this.row - 1] = (this.heights[this.row - 1] ?? rowHeight) + lacking;
  }

  private emptyRow(): void {
    for (let column = 3; column <= 7; column++) this.put(this.row, column, { value: "/", style: "centre" });
    this.put(this.row, lastColumn, { value: null, style: "text" });
    this.nextRow();
  }

  private indicatorRow(indicator: FormIndicator): void {
    const { row } = this;
    const { scored } = indicator;
    const choices = [...new Set(scored.choices.filter(({ min, max }) => min === max).map(({ min }) => String(min)))];
    const listed =
      scored.status !== "scored" && choices.length > 1 && scored.choices.every(({ min, max }) => min === max);
    this.put(row, 3, { value: indicator.name, style: "text" });
    this.put(row, 4, { value: indicator.target, style: "centre" });
    this.put(row, 5, {
      value: indicator.actual === "" ? null : valueOf(indicator.actual),
      style: indicator.actual === "" ? "input" : "centre",
    });
    this.put(
      row,
      6,
      indicator.points === null
        ? { value: null, style: "points-input" }
        : { value: indicator.points.toNumber(), style: "points" },
    );
    this.put(row, 7, {
      value: scored.status === "scored" ? scored.score : null,
      style: scored.status === "scored" ? "points" : "points-input",
      ...(listed ? { choices } : {}),
    });
    this.put(row, lastColumn, {
      value: indicator.reason === "" ? null : indicator.reason,
      style: indicator.reason === "" ? "text" : "input",
    });
    const lines = Math.max(
      linesOf(indicator.name, 3),
      linesOf(indicator.target, 4),
      linesOf(indicator.actual, 5),
      linesOf(indicator.reason, lastColumn),
    );
    this.heights[row] = heightOf(lines);
    this.row += 1;
  }

  private total(
    placed: readonly { row: number; indicator: FormIndicator }[],
    execution: { row: number; score: number | null; points: number },
  ): void {
    const row = this.row++;
    this.put(row, 0, { value: "总分", style: "header" }, 1, 6);
    const points = placed.reduce((sum, { indicator }) => sum.plus(indicator.points ?? 0), new Exact(execution.points));
    const scores = placed.map(({ indicator }) => indicator.scored.score).filter((score) => score !== null);
    const sum = scores.reduce((total, score) => total.plus(score), new Exact(execution.score ?? 0));
    const pointCells = areasOf([
      ...placed.map(({ row: own }) => ({ row: own, column: 6 })),
      { row: execution.row, column: 6 },
    ]);
    const scoreCells = areasOf([
      ...placed.map(({ row: own }) => ({ row: own, column: 7 })),
      { row: execution.row, column: 8 },
    ]).join(",");
    this.put(row, 6, { formula: `SUM(${pointCells.join(",")})`, value: points.toNumber(), style: "points" });
    this.put(row, 7, {
      formula: `IF(COUNT(${scoreCells})=0,"",SUM(${scoreCells}))`,
      value: scores.length === 0 && execution.score === null ? "" : sum.toNumber(),
      style: "points",
    });
    this.put(row, lastColumn, { value: null, style: "text" });
    this.heights[row] = rowHeight;
  }
}

/** Lines that a text takes in a column: a Chinese character is as wide as two others, and two are lost at the edges. */
function linesOf(text: string, column: number): number {
  const width = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x100 ? 1 : 2), 0);
  return Math.ceil(width / (widths[column]! - 2));
}

function heightOf(lines: number): number {
  return Math.max(rowHeight, 14 * lines + 4);
}

/** "123" is typed as a number, "116家" as text. */
function valueOf(text: string): string | number {
  return /^-?\d{1,15}(?:\.\d+)?$/.test(text) && !/^-?0\d/.test(text) ? Number(text) : text;
}
