import { partsAreKnown } from "../columns";
import type { Column, Line, Section } from "../table";
import { figureCell } from "../table";
import type { TableTemplate } from "../template";

/** Lines looked at to tell whether a column is counted in the total. */
const sampleLines = 60;

/**
 * A column that the template does not know, directly under the total: is it a part of it? The figures tell, line by line; where they
 * do not, it is none if the template knows all parts of the total, and one otherwise.
 */
export function withoutStrangers(section: Section, template: TableTemplate): Column[] {
  const { columns } = section;
  const root = columns.findIndex((column) => column.roles.includes("total"));
  const strangers = columns.flatMap((column, index) => (index !== root && column.parent === root && column.part === "sum" && column.roles.length === 0 ? [index] : []));
  if (root < 0 || strangers.length === 0) return [...columns];
  const lines = section.lines.filter((line) => line.repeats === null).slice(0, sampleLines);
  const known = partsAreKnown(columns, root, template);
  const parts = columns.flatMap((column, index) => (column.parent === root && column.part === "sum" && !strangers.includes(index) ? [index] : []));
  const result = [...columns];
  const counted = [...parts];
  for (const stranger of known ? strangers : [...strangers].reverse()) {
    const others = known ? counted : [...parts, ...strangers.filter((other) => other !== stranger && result[other]!.parent === root)];
    const votes = lines.map((line) => vote(section, line, root, others, stranger));
    const inside = votes.filter((one) => one === "inside").length;
    const outside = votes.filter((one) => one === "outside").length;
    if (known ? inside > outside : outside <= inside || outside < fewestAgainst(lines)) counted.push(stranger);
    else result[stranger] = { ...result[stranger]!, parent: null };
  }
  return result;
}

/** One line can agree by chance. */
function fewestAgainst(lines: readonly Line[]): number {
  return Math.min(2, lines.length);
}

function vote(section: Section, line: Line, root: number, others: readonly number[], stranger: number): "inside" | "outside" | null {
  const strange = valueAt(section, line, stranger);
  if (strange === 0) return null;
  const rest = valueAt(section, line, root) - others.reduce((sum, part) => sum + valueAt(section, line, part), 0);
  if (Math.abs(rest) < 0.005) return "outside";
  return Math.abs(rest - strange) < 0.005 ? "inside" : null;
}

function valueAt(section: Section, line: Line, column: number): number {
  const cell = figureCell(section, line, column);
  if (cell < 0) return 0;
  const { sheet } = section.pages[line.page]!;
  return sheet.numbers[cell - sheet.base]!;
}
