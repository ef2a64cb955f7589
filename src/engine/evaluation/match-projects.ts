import { Exact } from "../workbook";
import type { ExactDecimal } from "../workbook";
import { likeness } from "./names";

/** A named amount, in 元: a project of a self-evaluation, or a line of the base-data table. */
export interface NamedAmount {
  readonly name: string;
  readonly amount: ExactDecimal;
}

/** A project with the line (or lines) that seem to be it, and how they were found. */
export interface ProjectMatch<Project extends NamedAmount, Line extends NamedAmount> {
  readonly project: Project;
  readonly lines: readonly Line[];
  readonly by: "name" | "amount" | "sum" | "none";
}

/** Names this alike are the same project even where the amounts differ. */
const certain = 0.8;
/** Names this alike are the same project where the amounts agree. */
const possible = 0.35;
/** A project is the sum of at most so many lines. */
const mostLines = 4;

/**
 * Find each project's line: by name, then by amount, then as a sum of lines. A line is used once. A name that agrees
 * with an amount that does not is given up for a sum of lines that contains it; only a sure name with another amount is
 * a disagreement.
 */
export function matchProjects<Project extends NamedAmount, Line extends NamedAmount>(
  projects: readonly Project[],
  lines: readonly Line[],
): ProjectMatch<Project, Line>[] {
  const free = new Set(lines);
  const found = new Map<Project, ProjectMatch<Project, Line>>();
  const take = (project: Project, own: readonly Line[], by: ProjectMatch<Project, Line>["by"]): void => {
    found.set(project, { project, lines: own, by });
    for (const line of own) free.delete(line);
  };
  const bids = projects.flatMap((project) =>
    lines.map((line) => ({
      project,
      line,
      likeness: likeness(project.name, line.name),
      agrees: project.amount.equals(line.amount),
    })),
  );
  bids.sort((a, b) => Number(b.agrees) - Number(a.agrees) || b.likeness - a.likeness);
  for (const bid of bids)
    if (bid.agrees && bid.likeness >= possible && !found.has(bid.project) && free.has(bid.line))
      take(bid.project, [bid.line], "name");
  for (const bid of bids)
    if (
      bid.likeness === 1 &&
      !found.has(bid.project) &&
      free.has(bid.line) &&
      sumWith(bid.project, [...free], bid.line) === null
    )
      take(bid.project, [bid.line], "name");
  for (const project of projects) {
    if (found.has(project)) continue;
    const equal = [...free].filter((line) => line.amount.equals(project.amount));
    if (equal.length === 1) take(project, equal, "amount");
  }
  for (const project of projects) {
    if (found.has(project)) continue;
    const sum = sumWith(project, [...free], null);
    if (sum) take(project, sum, "sum");
  }
  for (const bid of bids)
    if (bid.likeness >= certain && !found.has(bid.project) && free.has(bid.line)) take(bid.project, [bid.line], "name");
  return projects.map((project) => found.get(project) ?? { project, lines: [], by: "none" });
}

/**
 * The only set of two to four free lines that makes up the amount, with a given line among them; null where there is
 * none or more than one.
 */
function sumWith<Line extends NamedAmount>(
  project: NamedAmount,
  free: readonly Line[],
  among: Line | null,
): Line[] | null {
  const usable = free.filter((line) => !line.amount.isZero() && line.amount.lessThan(project.amount));
  const sets: Line[][] = [];
  const search = (from: number, chosen: Line[], rest: ExactDecimal): void => {
    if (sets.length > 1) return;
    if (chosen.length > 1 && rest.isZero() && (among === null || chosen.includes(among))) sets.push([...chosen]);
    if (chosen.length === mostLines || !rest.greaterThan(0)) return;
    for (let at = from; at < usable.length; at++)
      search(at + 1, [...chosen, usable[at]!], rest.minus(usable[at]!.amount));
  };
  if (usable.length <= 30) search(0, [], new Exact(project.amount));
  return sets.length === 1 ? sets[0]! : null;
}
