import type { Value } from "../sheets";

/** One indicator as its place wrote it; how a table lays it out is the place's business. */
export interface Goal {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly sign: string;
  readonly value: string | number;
  readonly unit: string;
  readonly points: number;
  readonly criterion: string;
}

type GoalRow = readonly [level1: string, level2: string, level3: string, sign: string, value: string | number, unit: string, points: number, criterion?: string];

export function goals(...rows: readonly GoalRow[]): Goal[] {
  return rows.map(([level1, level2, level3, sign, value, unit, points, criterion = ""]) => ({ level1, level2, level3, sign, value, unit, points, criterion }));
}

/** "≥12场": sign, value and unit in one cell; a date or words stand as they are. */
export function written({ sign, value, unit }: Goal): string {
  return `${/^[≥≤=<>]$/.test(sign) ? sign : ""}${value}${unit}`;
}

/** Rows in which a level that stands above is left blank, as merged cells are. */
export function stepped<One extends Goal>(list: readonly One[], cells: (goal: One, at: number) => readonly Value[], levels: (goal: One) => readonly [string, string] = (goal) => [goal.level1, goal.level2]): Value[][] {
  return list.map((goal, at) => {
    const [one, two] = levels(goal);
    const [oneAbove, twoAbove] = at === 0 ? [null, null] : levels(list[at - 1]!);
    return [one === oneAbove ? null : one, one === oneAbove && two === twoAbove ? null : two, ...cells(goal, at)];
  });
}

/** The same rows with every level said again. */
export function repeated<One extends Goal>(list: readonly One[], cells: (goal: One, at: number) => readonly Value[]): Value[][] {
  return list.map((goal, at) => [goal.level1, goal.level2, ...cells(goal, at)]);
}

/**
 * Areas to merge down one column of `rows` that begin at sheet row `first` (from 1): a value and the blanks below it.
 */
export function mergesDown(rows: readonly (readonly Value[])[], column: number, first: number): string[] {
  const letter = String.fromCharCode(65 + column);
  const areas: string[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to + 1 < rows.length && (rows[to + 1]![column] ?? null) === null) to += 1;
    if (to > from && (rows[from]![column] ?? null) !== null) areas.push(`${letter}${first + from}:${letter}${first + to}`);
    from = to + 1;
  }
  return areas;
}

/** What a clerk reads of an indicator: "产出指标/数量指标/培训场次 ≥12场 20". */
export function said(goal: Goal): string {
  return `${goal.level1}/${goal.level2}/${goal.level3} ${written(goal)}${goal.points > 0 ? ` ${goal.points}` : ""}`;
}
