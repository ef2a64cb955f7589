import type { Table } from "../tables/table";
import type { CellId, ExactDecimal } from "../workbook";
import type { Cause } from "./cause";
import type { FigureFinder } from "./figures";
import type { Identity } from "./identity";
import { slipBetween } from "./slips";
import type { Workings } from "./workings";

/** A figure is part of at most so many totals of its table. */
const MOST_CARRIED = 64;
/** With more unexplained identities than this the workbook as a whole is in doubt, and nothing is laid to one figure. */
const MOST_OPEN = 400;

/**
 * Causes that sums have carried: a figure is wrong (or was changed, or was not), the totals of its own table were made from it
 * and agree, and only the comparisons with other tables do not hold, each by the same amount.
 */
export function carriedCauses(workings: Workings, figures: FigureFinder): Cause[] {
  const open = [...workings.open].filter((id) => workings.isBroken(id));
  if (open.length < 2 || open.length > MOST_OPEN) return [];
  const causes = new Map<string, Cause>();
  for (const id of open) {
    const identity = workings.identity(id)!;
    if (identity.relation !== "equal" || withinOneTable(identity, figures)) continue;
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

/** Changes a figure and, through every sum of its table that holds now, the totals above it. */
function carriedFrom(workings: Workings, figures: FigureFinder, table: Table, start: CellId, change: ExactDecimal): Cause | null {
  const changes = new Map<CellId, ExactDecimal>([[start, change]]);
  /** Sums of which the figure itself is the total: below it nobody knows which part it was. */
  let unknownBelow = 0;
  for (const cell of changes.keys()) {
    for (const id of workings.identitiesOf(cell)) {
      const identity = workings.identity(id);
      const total = identity?.terms[0]?.cell;
      if (!identity || total === undefined || workings.open.has(id) || !workings.wouldBreak(id, changes)) continue;
      if (!identity.terms.every((term) => figures.at(term.cell)?.table === table)) continue;
      if (total === start) unknownBelow++;
      if (changes.has(total)) continue;
      changes.set(total, workings.shiftOf(id, changes).negated().dividedBy(workings.coefficient(id, total)));
      if (changes.size > MOST_CARRIED) return null;
    }
  }
  const { explains, breaks } = workings.effectOf(changes);
  const { value } = workings.amount(start);
  const proposed = value?.plus(change) ?? change;
  const slip = slipBetween(value, proposed);
  return { kind: "carried", cell: start, changes, explains, breaks: Math.max(0, breaks - unknownBelow), proposed, slip, copiedFrom: null, power: 0 };
}
