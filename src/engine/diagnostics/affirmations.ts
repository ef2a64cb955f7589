import type { Outcome } from "../reconcile";
import { Exact, type CellId } from "../workbook";

/** How many checks outside the equations agree with a cell as it stands. Cells that none speaks of are left out. */
export type Affirmations = ReadonlyMap<CellId, number>;

/** Nothing speaks for any cell. */
export const NO_AFFIRMATIONS: Affirmations = new Map();

/**
 * Counts the checks outside the equations that pass because of what stands in a cell: a text that states the table's
 * figure, a rate that is made from it, a score that its criterion gives. To change such a cell would make them fail, so
 * that they speak against it as a suspect. A bound that holds with room to spare says nothing of a figure.
 */
export function affirmationsOf(passing: readonly Outcome[]): Affirmations {
  const affirmed = new Map<CellId, number>();
  for (const outcome of passing) {
    if (!comparesClosely(outcome)) continue;
    for (const cell of new Set(outcome.operands.map((operand) => operand.cell)))
      affirmed.set(cell, (affirmed.get(cell) ?? 0) + 1);
  }
  return affirmed;
}

/** Two figures that are the same at the decimals that the reported one has. */
function comparesClosely({ equation, reported, difference }: Outcome): boolean {
  if (equation !== null || reported === null || difference === null) return false;
  const decimals = reported.split(".")[1]?.length ?? 0;
  return new Exact(difference).toDecimalPlaces(decimals).isZero();
}
