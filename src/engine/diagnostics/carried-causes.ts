import type { Steps } from "../steps";
import type { Table } from "../tables";
import type { CellId, ExactDecimal } from "../workbook";
import { merit, type Cause } from "./cause";
import type { FigureFinder } from "./figures";
import type { Identity } from "./identity";
import { slipBetween } from "../reconcile";
import type { Workings } from "./workings";

/** A figure is part of at most so many totals of its table. */
const MOST_CARRIED = 64;
const MOST_SEEDS = 12;
/**
 * With more unexplained identities than this the workbook as a whole is in doubt, and nothing is laid to one figure.
 */
const MOST_OPEN = 400;
/** In longer sums of one table nobody can say which figure it was. */
const MOST_PARTS = 60;

/**
 * Causes that sums have carried: a figure is wrong (or was changed, or was not), the totals made from it (those of its
 * line, or of its whole table) agree with it, and only the sums beyond and the comparisons with other tables do not
 * hold, each by the same amount. A step for every identity that does not hold.
 */
export function* carriedCauses(workings: Workings, figures: FigureFinder): Steps<Cause[]> {
  const open = [...workings.open].filter((id) => workings.isBroken(id));
  if (open.length < 2 || open.length > MOST_OPEN) return [];
  const causes = new Map<string, Cause>();
  for (const [at, id] of open.entries()) {
    yield at / open.length;
    const identity = workings.identity(id)!;
    if (identity.relation !== "equal" || (identity.terms.length > MOST_PARTS && withinOneTable(identity, figures)))
      continue;
    for (const { cell, coefficient } of identity.terms) {
      const table = figures.at(cell)?.table;
      const change = workings.residual(id).negated().dividedBy(coefficient);
      const cause = table && carriedFrom(workings, figures, table, cell, change);
      if (cause && cause.explains.length > 1) causes.set(`${cell} ${change.toString()}`, cause);
    }
  }
  return [...causes.values()];
}

function withinOneTable(identity: Identity, figures: FigureFinder): boolean {
  const [first, ...others] = identity.terms.map(({ cell }) => figures.at(cell)?.table);
  return first === undefined || others.every((table) => table === first);
}

/**
 * The change of a figure with all that its table makes from it. Which column of its line, or which line below it, the
 * error began in is not known where the figure is a total itself; the column that carries best is taken, and sums below
 * its line are left open.
 */
function carriedFrom(
  workings: Workings,
  figures: FigureFinder,
  table: Table,
  named: CellId,
  change: ExactDecimal,
): Cause | null {
  const { value } = workings.amount(named);
  let best: Cause | null = null;
  for (const seed of seedsIn(workings, figures, named)) {
    const changes = carry(workings, figures, table, seed, change);
    if (!changes) continue;
    const { explains, breaks: broken } = workings.effectOf(changes);
    const breaks = Math.max(0, broken - openBelow(workings, figures, named, changes));
    const proposed = value?.plus(change) ?? change;
    const cause: Cause = {
      kind: "carried",
      cell: named,
      changes,
      explains,
      breaks,
      proposed,
      slip: slipBetween(value, proposed),
      copiedFrom: null,
      power: 0,
      gap: null,
    };
    if (!best || merit(cause) > merit(best)) best = cause;
  }
  return best;
}

/** The figure, and those of its line that it is the sum of, down to single columns. */
function seedsIn(workings: Workings, figures: FigureFinder, named: CellId): CellId[] {
  const seeds = new Set([named]);
  for (const cell of seeds) {
    for (const id of workings.identitiesOf(cell)) {
      const [total, ...parts] = workings.identity(id)?.terms ?? [];
      if (total?.cell !== cell || !parts.every((part) => onOneLine(figures, cell, part.cell))) continue;
      for (const part of parts) if (seeds.size < MOST_SEEDS) seeds.add(part.cell);
    }
  }
  return [...seeds];
}

function onOneLine(figures: FigureFinder, a: CellId, b: CellId): boolean {
  const [one, other] = [figures.at(a), figures.at(b)];
  return one !== null && other !== null && one.section === other.section && one.line === other.line;
}

/**
 * Changes a figure and, through every sum of its table that holds now, the totals above it; null where that has no end.
 */
function carry(
  workings: Workings,
  figures: FigureFinder,
  table: Table,
  seed: CellId,
  change: ExactDecimal,
): Map<CellId, ExactDecimal> | null {
  const changes = new Map<CellId, ExactDecimal>([[seed, change]]);
  for (const cell of changes.keys()) {
    for (const id of workings.identitiesOf(cell)) {
      const identity = workings.identity(id);
      const total = identity?.terms[0]?.cell;
      if (identity?.relation !== "equal" || total === undefined || workings.open.has(id) || changes.has(total))
        continue;
      if (!identity.terms.every((term) => figures.at(term.cell)?.table === table)) continue;
      changes.set(total, workings.shiftOf(id, changes).negated().dividedBy(workings.coefficient(id, total)));
      if (changes.size > MOST_CARRIED) return null;
    }
  }
  return changes;
}

/**
 * Sums of the named figure's own line over lines below it that would no longer hold: which of those lines it was,
 * nobody knows.
 */
function openBelow(
  workings: Workings,
  figures: FigureFinder,
  named: CellId,
  changes: ReadonlyMap<CellId, ExactDecimal>,
): number {
  let count = 0;
  for (const cell of changes.keys()) {
    if (!onOneLine(figures, named, cell)) continue;
    for (const id of workings.identitiesOf(cell)) {
      const [total, ...parts] = workings.identity(id)?.terms ?? [];
      if (
        total?.cell === cell &&
        parts.every(
          (part) => !changes.has(part.cell) && figures.at(part.cell)?.section === figures.at(cell)?.section,
        ) &&
        workings.wouldBreak(id, changes)
      )
        count++;
    }
  }
  return count;
}
