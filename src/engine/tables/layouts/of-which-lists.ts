import { gridOf, roughAmount } from "../grid";
import type { Column, Line, Section } from "../table";
import { figureCell } from "../table";

/** Lines looked at to tell how far a list of parts goes. */
const sampleLines = 60;
/** Amounts are shown to the fen or to a hundredth of 万元 at most. */
const nothing = 0.005;

/**
 * "预算数 | 其中：基本支出 | 项目支出": the word stands over the first part only and is meant for all of them. "合计 | 其中：财政拨款 |
 * 基本支出 | 项目支出" has the same shape, and there the whole is the sum of what follows. "合计 | 基本支出 | 项目支出 | 其中：本年安排"
 * names a part of the column before it, or of all. The figures tell, line by line.
 */
export function withOfWhichLists(section: Section): Column[] {
  const columns = [...section.columns];
  const lines = section.lines.filter((line) => line.repeats === null).slice(0, sampleLines);
  columns.forEach((column, index) => {
    const whole = column.part === "of-which" && column.parent !== null ? columns[column.parent]!.parent : null;
    if (whole === null) return;
    const filled = lines.filter((line) => valueAt(section, line, index) > nothing);
    const exceeding = filled.filter(
      (line) => valueAt(section, line, index) > valueAt(section, line, column.parent!) + nothing,
    );
    if (exceeding.length * 2 > filled.length) columns[index] = { ...column, parent: whole };
  });
  for (const whole of new Set(columns.map(({ parent }) => parent))) {
    if (whole === null) continue;
    const parts = columns.flatMap(({ parent }, index) => (parent === whole ? [index] : []));
    const first = parts.findIndex((index) => columns[index]!.part === "sum");
    const [named, others] = [parts.slice(0, first), parts.slice(first)];
    if (first < 1 || others.some((index) => columns[index]!.part !== "sum")) continue;
    const votes = lines.map((line) => vote(section, line, whole, named, others));
    if (votes.filter((one) => one === "list").length <= votes.filter((one) => one === "beside").length) continue;
    for (const index of named) columns[index] = { ...columns[index]!, part: "sum" };
  }
  return withListsThatGoOn(section, columns, lines);
}

/**
 * "单位资金 | 其中：事业收入 | 其他收入": the list within 单位资金 goes on behind the word, which stands over its first part only.
 * So where the whole of them all adds up without what follows, in every line that has something there.
 */
function withListsThatGoOn(section: Section, columns: Column[], lines: readonly Line[]): Column[] {
  columns.forEach(({ part, parent }, named) => {
    const whole = part === "of-which" && parent !== null ? columns[parent]!.parent : null;
    if (parent === null || whole === null || columns[named + 1]?.parent !== whole) return;
    const counted = columns.flatMap((one, index) => (one.parent === whole && one.part === "sum" ? [index] : []));
    for (let end = behind(columns, named, whole); end > named; end--) {
      const others = counted.filter((index) => index > named && index <= end);
      const rest = counted.filter((index) => index < named || index > end);
      const telling = lines.filter((line) => others.some((index) => valueAt(section, line, index) > nothing));
      const isWithin = (line: Line): boolean =>
        vote(section, line, whole, others, rest) === "beside" &&
        sumAt(section, line, [named, ...others]) <= valueAt(section, line, parent) + nothing;
      if (telling.length === 0 || !telling.every(isWithin)) continue;
      for (const index of others) columns[index] = { ...columns[index]!, parent, part: "of-which" };
      return;
    }
  });
  return columns;
}

/** The last column of the same whole that follows one without a gap. */
function behind(columns: readonly Column[], index: number, whole: number): number {
  let end = index;
  while (columns[end + 1]?.parent === whole && columns[end + 1]!.part === "sum") end += 1;
  return end;
}

function sumAt(section: Section, line: Line, columns: readonly number[]): number {
  return columns.reduce((all, column) => all + valueAt(section, line, column), 0);
}

/**
 * Are the parts named "其中" counted in the line's whole beside the others? Nothing is said where they are zero, or where
 * it adds up neither way.
 */
function vote(
  section: Section,
  line: Line,
  whole: number,
  named: readonly number[],
  others: readonly number[],
): "list" | "beside" | null {
  const counted = sumAt(section, line, named);
  const rest = valueAt(section, line, whole) - sumAt(section, line, others);
  if (Math.abs(counted) < nothing) return null;
  if (Math.abs(rest) < nothing) return "beside";
  return Math.abs(rest - counted) < nothing ? "list" : null;
}

/** The amount of a figure, also where it is kept as text; 0 where there is none. */
export function valueAt(section: Section, line: Line, column: number): number {
  const cell = figureCell(section, line, column);
  if (cell < 0) return 0;
  const grid = gridOf(section.pages[line.page]!.sheet);
  const index = cell - grid.sheet.base;
  return roughAmount(grid, Math.floor(index / grid.width), index % grid.width);
}
