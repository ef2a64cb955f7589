import type { Column, Line, Section } from "../table";
import type { View } from "../view";

const taskWord = /^(?:(?:年度)?(?:主要|重点)?(?:工作)?任务)?名称$|^(?:年度)?(?:主要|重点)(?:工作)?任务$/;
const measures: readonly (readonly [string, RegExp])[] = [
  ["task-amount", /^(?:(?:预算|资金)?(?:总额|金额|合计)|小计|拟投入的?资金)(?:\(.*\))?$/],
  ["task-fiscal", /^(?:当年|本年)?财政(?:拨款|资金)$/],
  ["task-other", /^其他(?:资金|收入)$/],
];
const totalWord = /^(?:金额|资金)?(?:合计|总计)$/;
const amountWord = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^[/—-]*$/;

/**
 * 年度主要任务 of a form for a whole department: tasks × 总额, 财政拨款, 其他资金, as a section "tasks" whose roles begin with "task",
 * so that nobody takes them for the form's own amounts. Null where the form has no 金额合计 of them, or no tasks.
 */
export function readTasks(view: View, from: number, to: number): Section | null {
  for (let row = from; row < to; row++) {
    const name = view.filled(row).find((column) => taskWord.test(view.word(row, column)));
    if (name === undefined) continue;
    const below = measureColumns(view, row + 1, name);
    const header = below.size > 1 ? row + 1 : row;
    const positions = header === row ? measureColumns(view, row, name) : below;
    const section = positions.has("task-amount") ? readRows(view, header + 1, to, positions) : null;
    if (section) return section;
  }
  return null;
}

function measureColumns(view: View, row: number, name: number): Map<string, number> {
  const right = view.filled(row).filter((column) => column > name);
  return new Map(
    measures.flatMap(([role, words]) =>
      right
        .filter((column) => words.test(view.word(row, column)))
        .slice(0, 1)
        .map((column) => [role, column] as const),
    ),
  );
}

function readRows(view: View, first: number, to: number, positions: ReadonlyMap<string, number>): Section | null {
  const columns = [...positions.values()];
  const firstMeasure = Math.min(...columns);
  const rows: { row: number; column: number }[] = [];
  for (let row = first; row <= to; row++) {
    const labels = view.filled(row).filter((column) => column < firstMeasure);
    if (labels.length === 0 || columns.some((column) => !amountWord.test(view.word(row, column)))) return null;
    const total = labels.find((column) => totalWord.test(view.word(row, column)));
    rows.push({ row, column: total ?? labels[0]! });
    if (total !== undefined) break;
    if (row === to) return null;
  }
  if (rows.length < 2) return null;
  const last = rows.length - 1;
  const lines = rows.map(({ row, column }, at): Line => ({
    page: 0,
    position: row,
    label: view.written(row, column),
    labelCell: view.cell(row, column),
    code: null,
    roles: [at === last ? "tasks-total" : "task"],
    parent: at === last ? null : last,
    part: "sum",
    repeats: null,
  }));
  const roles = [...positions.keys()];
  const whole = roles.indexOf("task-amount");
  const measured = roles.map((role): Column => ({
    path: [view.word(first - 1, positions.get(role)!)],
    roles: [role],
    parent: role === "task-amount" ? null : whole,
    part: roles.length === 3 ? "sum" : "of-which",
  }));
  return { name: "tasks", pages: [{ sheet: view.sheet, positions: columns }], columns: measured, lines };
}
