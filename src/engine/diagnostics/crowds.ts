import type { Outcome } from "../reconcile";
import type { Table } from "../tables";
import type { FigureFinder } from "./figures";
import { placeOf } from "./joins/alike";

/** So many equations of one rule in one table are looked into one by one when they do not hold … */
const MOST_OF_A_KIND = 2000;
/** … and so many of a workbook, smaller lots first. It takes a few seconds. */
const MOST_OF_A_WORKBOOK = 20_000;

/**
 * Outcomes whose causes are sought, and lots for which there are too many: one rule in one table each. Every outcome is
 * in one of them.
 */
export interface Crowds {
  readonly sought: readonly Outcome[];
  readonly crowds: readonly (readonly Outcome[])[];
}

/**
 * Sets aside equations that fail by the thousand. Where a whole table is shifted or in another unit, no single figure
 * is to blame and nobody reads a finding a row: they are told together, without a cause.
 */
export function withoutCrowds(
  outcomes: readonly Outcome[],
  figures: FigureFinder,
  limits = { ofAKind: MOST_OF_A_KIND, ofAWorkbook: MOST_OF_A_WORKBOOK },
): Crowds {
  const equations = outcomes.filter(({ equation, outcome }) => equation !== null && outcome !== "pass");
  if (equations.length <= limits.ofAKind) return { sought: outcomes, crowds: [] };
  let left = limits.ofAWorkbook;
  const crowds: (readonly Outcome[])[] = [];
  for (const lot of lotsOf(equations, figures).sort((a, b) => a.length - b.length)) {
    // A few that fail are always looked into: a lot of one or two says nothing as a lot.
    const tooMany = lot.length > limits.ofAKind || (lot.length > left && lot.length > 1);
    if (tooMany) crowds.push(lot);
    else left -= lot.length;
  }
  const setAside = new Set(crowds.flat());
  return { sought: outcomes.filter((outcome) => !setAside.has(outcome)), crowds };
}

/** Outcomes by rule and by the table of the reported cell. */
function lotsOf(outcomes: readonly Outcome[], figures: FigureFinder): Outcome[][] {
  const lots = new Map<Table | null, Map<string, Outcome[]>>();
  for (const outcome of outcomes) {
    const cell = placeOf(outcome);
    const table = (cell === null ? null : figures.at(cell)?.table) ?? null;
    let byRule = lots.get(table);
    if (!byRule) lots.set(table, (byRule = new Map<string, Outcome[]>()));
    const lot = byRule.get(outcome.rule);
    if (lot) lot.push(outcome);
    else byRule.set(outcome.rule, [outcome]);
  }
  return [...lots.values()].flatMap((byRule) => [...byRule.values()]);
}
