import type { Outcome } from "../reconcile";
import { Exact, powerOfTen, type CellId, type ExactDecimal } from "../workbook";

/**
 * For each cell, how closely each check outside the equations that agrees with it knows it: the share of the reported
 * figure that its last printed decimal leaves open, ascending (0.005 of a rate printed as 100%). Cells that none speaks
 * of are left out.
 */
export type Affirmations = ReadonlyMap<CellId, readonly ExactDecimal[]>;

/** Nothing speaks for any cell. */
export const NO_AFFIRMATIONS: Affirmations = new Map();

/**
 * The checks outside the equations that pass because of what stands in a cell: a text that states the table's figure, a
 * rate that is made from it, a score that its criterion gives. To change such a cell would make them fail, so that they
 * speak against it as a suspect. A bound that holds with room to spare says nothing of a figure.
 */
export function affirmationsOf(passing: readonly Outcome[]): Affirmations {
  const affirmed = new Map<CellId, ExactDecimal[]>();
  for (const { equation, reported, difference, operands } of passing) {
    if (equation !== null || reported === null || difference === null) continue;
    const decimals = reported.split(".")[1]?.length ?? 0;
    if (!new Exact(difference).toDecimalPlaces(decimals).isZero()) continue;
    const size = new Exact(reported).abs();
    const slack = size.isZero() ? size : powerOfTen(-decimals).dividedBy(size.times(2));
    for (const cell of new Set(operands.map((operand) => operand.cell)))
      affirmed.set(cell, [...(affirmed.get(cell) ?? []), slack]);
  }
  return affirmed;
}

/**
 * How many of the checks that agree with a cell would cease to if it changed so: those that know it more closely than
 * that. 执行率 100% agrees with 80.69 of 80.96 as it does with 80.96 of 80.96.
 */
export function lostBy(
  change: ExactDecimal,
  present: ExactDecimal | null,
  slacks: readonly ExactDecimal[] | undefined,
): number {
  if (slacks === undefined || change.isZero()) return 0;
  const size = (present ?? change).abs();
  return slacks.filter((slack) => change.abs().gt(slack.times(size))).length;
}
