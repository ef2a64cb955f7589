import { partsAreKnown } from "../columns";
import type { Column, Line, Section } from "../table";
import type { TableTemplate } from "../template";
import { valueAt } from "./of-which-lists";

/** Lines looked at to tell whether a column is counted in the total. */
const sampleLines = 60;
/** One line can agree by chance. */
const fewestAgainst = 2;

/**
 * A column that the template does not know, directly under the total: is it a part of it? The figures tell, line by
 * line; where they do not, it is none if the template knows all parts of the total, and one otherwise.
 */
export function withoutStrangers(section: Section, template: TableTemplate): Column[] {
  const { columns } = section;
  const root = columns.findIndex((column) => column.roles.includes("total"));
  const strangers = columns.flatMap((column, index) =>
    index !== root && column.parent === root && column.part === "sum" && column.roles.length === 0 ? [index] : [],
  );
  if (root < 0 || strangers.length === 0) return [...columns];
  const lines = section.lines.filter((line) => line.repeats === null).slice(0, sampleLines);
  const known = partsAreKnown(columns, root, template);
  const parts = columns.flatMap((column, index) =>
    column.parent === root && column.part === "sum" && !strangers.includes(index) ? [index] : [],
  );
  const outside = new Set<number>();
  const counted = (except: readonly number[]): number[] => [
    ...parts,
    ...strangers.filter((stranger) => !except.includes(stranger) && !outside.has(stranger)),
  ];
  const ask = (asked: readonly number[]): void => {
    const votes = lines.map((line) => vote(section, line, root, counted(asked), asked));
    const [ayes, noes] = [
      votes.filter((one) => one === "inside").length,
      votes.filter((one) => one === "outside").length,
    ];
    const leave = known ? ayes <= noes : noes > ayes && noes >= fewestAgainst;
    for (const stranger of asked) {
      if (leave) outside.add(stranger);
      else outside.delete(stranger);
    }
  };
  ask(strangers);
  // All together may not be the answer: where no line adds up so, each is asked for itself.
  const settled = lines.some((line) => vote(section, line, root, counted([]), []) === "outside");
  if (strangers.length > 1 && !settled) for (const stranger of strangers) ask([stranger]);
  if (addsUpNowhere(section, lines, root, counted([]))) for (const stranger of strangers) outside.add(stranger);
  return columns.map((column, index) => (outside.has(index) ? { ...column, parent: null } : column));
}

/** So many lines that say something must not add up, and none must, before the columns are no parts of the total. */
const fewestNowhere = 3;

/** The total is the sum of these columns in no line: they are something else, and no line is wrong. */
function addsUpNowhere(section: Section, lines: readonly Line[], root: number, parts: readonly number[]): boolean {
  const telling = lines.filter(
    (line) => valueAt(section, line, root) !== 0 && parts.some((part) => valueAt(section, line, part) !== 0),
  );
  return telling.length >= fewestNowhere && telling.every((line) => vote(section, line, root, parts, []) === null);
}

/**
 * Does a line add up with these columns counted, or without them? It says nothing where they are zero or it adds up
 * neither way.
 */
function vote(
  section: Section,
  line: Line,
  root: number,
  counted: readonly number[],
  asked: readonly number[],
): "inside" | "outside" | null {
  const sum = (indexes: readonly number[]): number =>
    indexes.reduce((all, column) => all + valueAt(section, line, column), 0);
  const strange = sum(asked);
  if (asked.length > 0 && strange === 0) return null;
  const rest = valueAt(section, line, root) - sum(counted);
  if (Math.abs(rest) < 0.005) return "outside";
  return Math.abs(rest - strange) < 0.005 ? "inside" : null;
}
