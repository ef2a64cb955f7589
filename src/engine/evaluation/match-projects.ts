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
export const certain = 0.8;
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
  const matching = new Matching(projects, lines);
  matching.takeByName((bid) => bid.agrees && bid.likeness >= possible);
  matching.takeByName((bid) => bid.likeness === 1 && matching.sumOf(bid.project, bid.line) === null);
  matching.takeByAmount();
  matching.takeBySum();
  matching.takeByName((bid) => bid.likeness >= certain);
  return matching.result();
}

/** A project and a line that may be it. */
interface Bid<Project, Line> {
  readonly project: Project;
  readonly line: Line;
  readonly likeness: number;
  /** The amounts are equal. */
  readonly agrees: boolean;
}

/** What is found so far, and which lines are left. */
class Matching<Project extends NamedAmount, Line extends NamedAmount> {
  private readonly free: Set<Line>;
  private readonly found = new Map<Project, ProjectMatch<Project, Line>>();
  private readonly bids: readonly Bid<Project, Line>[];

  constructor(
    private readonly projects: readonly Project[],
    lines: readonly Line[],
  ) {
    this.free = new Set(lines);
    this.bids = projects
      .flatMap((project) =>
        lines.map((line) => ({
          project,
          line,
          likeness: likeness(project.name, line.name),
          agrees: project.amount.equals(line.amount),
        })),
      )
      .sort((a, b) => Number(b.agrees) - Number(a.agrees) || b.likeness - a.likeness);
  }

  /** One line each, the surest pairs first. */
  takeByName(wanted: (bid: Bid<Project, Line>) => boolean): void {
    for (const bid of this.bids)
      if (!this.found.has(bid.project) && this.free.has(bid.line) && wanted(bid))
        this.take(bid.project, [bid.line], "name");
  }

  /** The only free line of the amount. */
  takeByAmount(): void {
    for (const project of this.open()) {
      const equal = [...this.free].filter((line) => line.amount.equals(project.amount));
      if (equal.length === 1) this.take(project, equal, "amount");
    }
  }

  takeBySum(): void {
    for (const project of this.open()) {
      const sum = this.sumOf(project, null);
      if (sum) this.take(project, sum, "sum");
    }
  }

  /** Free lines that make up a project, a given one among them. */
  sumOf(project: Project, among: Line | null): Line[] | null {
    return sumWith(project, [...this.free], among);
  }

  result(): ProjectMatch<Project, Line>[] {
    return this.projects.map((project) => this.found.get(project) ?? { project, lines: [], by: "none" });
  }

  private open(): Project[] {
    return this.projects.filter((project) => !this.found.has(project));
  }

  private take(project: Project, lines: readonly Line[], by: ProjectMatch<Project, Line>["by"]): void {
    this.found.set(project, { project, lines, by });
    for (const line of lines) this.free.delete(line);
  }
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
