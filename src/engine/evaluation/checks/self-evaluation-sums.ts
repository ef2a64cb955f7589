import { z } from "zod/mini";
import { defineCheck, Relation } from "../../reconcile";
import type { CheckContext, Outcome, SectionFigures } from "../../reconcile";
import { AmountState, Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { firstLevelOf } from "../levels";
import { readMark } from "../marks";
import { outcomeOf } from "../statement";
import { nameOfBlock, realIndicators } from "../subject";
import { printedLevels } from "./points-by-level";
import { levelPointsUnknown, pointsTotalDiffers, pointsTotalUnknown, scoreIsPercentage } from "./points-sayings";

/** Points of 执行率, beside the indicators' own. */
const executionPoints = 10;

const measure = z.enum(["points", "score"]);

/** The section of 分值 and 得分; null where the form has none. */
function pointsOf(context: CheckContext<unknown>): SectionFigures | null {
  return context.figures.sectionsOf(context.table).find((figures) => figures.section.name === "points") ?? null;
}

function cellsOf(figures: SectionFigures, roles: readonly string[], column: number): CellId[] {
  return figures.section.lines
    .flatMap((line, index) => (line.roles.some((role) => roles.includes(role)) ? [figures.cell(index, column)] : []))
    .filter((cell) => cell >= 0);
}

/** The rows that sum up others, and those. */
const sumsOfForm: readonly (readonly [string, readonly string[]])[] = [
  ["total", ["indicator", "execution"]],
  ["indicators-total", ["indicator"]],
];

/** 总分 = the sum of all indicators and of 执行率, 指标合计 = that of the indicators; for 分值 or for 得分. Exact. */
export const totalAddsUp = defineCheck({
  scope: "table",
  parameters: z.strictObject({ of: measure }),
  run(context) {
    const figures = pointsOf(context);
    if (!figures) return;
    const column = context.parameters.of === "points" ? 0 : 1;
    for (const [sum, parts] of sumsOfForm) {
      const [total] = cellsOf(figures, [sum], column);
      if (total === undefined) continue;
      context.store.open(context.rule.id, Relation.Equal, { ...context.options, exact: true });
      context.store.left(total);
      for (const cell of cellsOf(figures, parts, column)) context.store.right(cell);
      context.store.close();
    }
  },
});

/** "产出指标（40分）" = the sum of its indicators' 分值. Exact. With one of them missing nobody can tell. */
export const levelPointsAddUp = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [levelPointsUnknown],
  run(context) {
    const { workbook, table, store } = context;
    const unknown: Outcome[] = [];
    for (const block of table.blocks) {
      for (const members of printedLevels(block)) {
        const [first] = members;
        const level = first!.cells["level1"]!;
        const parts = members.map((indicator) => indicator.cells["points"] ?? -1);
        if (parts.every((cell) => cell < 0)) continue;
        const gaps = parts.filter((cell) => readMark(workbook, cell).kind === "blank");
        if (gaps.length > 0) {
          const says = levelPointsUnknown.with({ name: nameOfBlock(table, block), level: first!.level1 });
          unknown.push(outcomeOf(context, { outcome: "cannot-tell", says, cells: [level], parts }));
          continue;
        }
        store.open(context.rule.id, Relation.Equal, { ...context.options, exact: true });
        store.left(level);
        for (const cell of parts) store.right(cell);
        store.close();
      }
    }
    return unknown;
  },
});

/** No 得分 is above its 分值, of an indicator, of 执行率 or of 总分. Exact. 总分 follows from the others where one of them is. */
export const scoreWithinPoints = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run(context) {
    const figures = pointsOf(context);
    if (!figures) return;
    let above = false;
    figures.section.lines.forEach((line, index) => {
      const [points, score] = [figures.cell(index, 0), figures.cell(index, 1)];
      if (line.roles.includes("level") || points < 0 || score < 0) return;
      if (line.roles.includes("total") && above) return;
      const [most, given] = [context.amounts.value(points), context.amounts.value(score)];
      above ||= most !== null && given !== null && given.greaterThan(most);
      context.store.open(context.rule.id, Relation.AtMost, { ...context.options, exact: true });
      context.store.left(score);
      context.store.right(points);
      context.store.close();
    });
  },
});

/**
 * 分值 of the whole form: 100, as 总分 prints it or as the sum of what is there; that the two agree is another rule's
 * matter. Where neither 总分 nor 执行率 is printed, the indicators' 90 are all there is.
 */
export const pointsMakeHundred = defineCheck({
  scope: "table",
  parameters: z.strictObject({ total: z.number() }),
  says: [pointsTotalDiffers, pointsTotalUnknown],
  run(context) {
    const figures = pointsOf(context);
    if (!figures) return;
    const parts = cellsOf(figures, ["indicator", "execution"], 0);
    const marks = parts.map((cell) => context.amounts.value(cell) ?? null);
    if (parts.length === 0 || marks.every((mark) => mark === null)) return;
    const unreadable = parts.some((cell) => context.amounts.state[cell] === AmountState.Unreadable);
    const sum = marks.reduce((total, mark) => total!.plus(mark ?? 0), new Exact(0))!;
    const wanted = new Exact(context.parameters.total);
    const right = makesWanted(context, figures, sum, wanted);
    const name = nameOfBlock(context.table, context.table.blocks[0]!);
    const gaps = context.table.blocks
      .flatMap(realIndicators)
      .filter((indicator) => readMark(context.workbook, indicator.cells["points"]).kind === "blank");
    const unknown = !right && (unreadable || gaps.length > 0);
    const totals = [context.parameters.total];
    return [
      outcomeOf(context, {
        outcome: unknown ? "cannot-tell" : right ? "pass" : "fail",
        says: unknown
          ? pointsTotalUnknown.with({ name, totals, sum: sum.toFixed(), gaps: gaps.length })
          : pointsTotalDiffers.with({ name, totals }),
        cells: cellsOf(figures, ["total"], 0),
        // 总分 as it is printed may be right where the parts are not.
        parts: right && !sum.equals(wanted) ? [] : parts,
        reported: unknown ? null : right ? wanted : sum,
        computed: unknown ? null : wanted,
      }),
    ];
  },
});

/** Whether the 分值 there are, or 总分 as it is printed, come to what is wanted. */
function makesWanted(
  context: CheckContext<unknown>,
  figures: SectionFigures,
  sum: ExactDecimal,
  wanted: ExactDecimal,
): boolean {
  const [total] = cellsOf(figures, ["total"], 0);
  const printed = total === undefined ? null : context.amounts.value(total);
  const alone =
    cellsOf(figures, ["execution", "total"], 0).length === 0 &&
    !realIndicators(context.table.blocks[0]!).some((indicator) => firstLevelOf(indicator) === "execution");
  return sum.equals(wanted) || (alone && sum.equals(wanted.minus(executionPoints))) || printed?.equals(wanted) === true;
}

/**
 * A 得分 (or 分值) is points, not a percentage: "100%" is stored as 1, and nobody can tell whether 1 point or full marks
 * are meant. Runs first: such a cell is no figure for any sum, which then cannot be told.
 */
export const scoreIsNoPercentage = defineCheck({
  scope: "table",
  first: true,
  parameters: z.strictObject({}),
  says: [scoreIsPercentage],
  run(context) {
    const figures = pointsOf(context);
    if (!figures) return;
    const outcomes: Outcome[] = [];
    figures.section.lines.forEach((line, index) => {
      if (line.roles.includes("level")) return;
      for (const column of [0, 1]) {
        const cell = figures.cell(index, column);
        if (cell < 0 || context.table.embedded.has(cell)) continue;
        const mark = readMark(context.workbook, cell);
        const what = column === 0 ? "分值" : "得分";
        if (mark.kind === "blank") continue;
        if (mark.kind !== "percent") {
          outcomes.push(
            outcomeOf(context, {
              outcome: "pass",
              says: scoreIsPercentage.with({ what, line: line.label, content: "", points: null }),
              cells: [cell],
            }),
          );
          continue;
        }
        context.amounts.state[cell] = AmountState.Unreadable;
        const points = column === 1 ? context.amounts.value(figures.cell(index, 0)) : null;
        outcomes.push(
          outcomeOf(context, {
            outcome: "fail",
            says: scoreIsPercentage.with({
              what,
              line: line.label,
              content: mark.text,
              points: points?.toFixed() ?? null,
            }),
            cells: [cell],
            others: column === 1 ? [figures.cell(index, 0)] : [],
          }),
        );
      }
    });
    return outcomes;
  },
});
