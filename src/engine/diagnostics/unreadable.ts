import type { EquationStore, Hindrance, Outcome } from "../reconcile";
import { Relation, judgeEquation } from "../reconcile";
import { AmountState, Exact, type Amounts, type CellId, type ExactDecimal } from "../workbook";
import { declarationOf, parametersOf, type Description } from "./describe";

/**
 * Checks that could not be told for one reason; `cell` is the one that cannot be read, null where something is missing.
 */
export interface Obstacle {
  readonly cell: CellId | null;
  readonly outcomes: readonly Outcome[];
  /** The value that every sum around the cell asks for; null where they ask for several or none. */
  readonly proposed: ExactDecimal | null;
}

/**
 * Groups checks that could not be told: those that need the same unreadable cell, and those that miss the same thing.
 * A check with several unreadable cells goes with the one that stops most checks.
 */
export function groupObstacles(outcomes: readonly Outcome[], context: Description): Obstacle[] {
  const { store, amounts } = context;
  const waiting = new Map(outcomes.map((outcome) => [outcome, obstaclesOf(outcome, context)]));
  const count = new Map<CellId, number>();
  for (const cells of waiting.values()) for (const cell of cells) count.set(cell, (count.get(cell) ?? 0) + 1);
  const groups = new Map<string, { cell: CellId | null; outcomes: Outcome[] }>();
  outcomes.forEach((outcome, place) => {
    const cells = waiting.get(outcome)!;
    const worst = [...cells].sort((a, b) => count.get(b)! - count.get(a)! || a - b)[0];
    const hindrance = hindranceOf(outcome, context);
    const key =
      worst !== undefined
        ? `cell ${worst}`
        : hindrance?.kind === "missing"
          ? `missing ${hindrance.key}`
          : `alone ${place}`;
    const group = groups.get(key) ?? { cell: worst ?? null, outcomes: [] };
    groups.set(key, group);
    group.outcomes.push(outcome);
  });
  return [...groups.values()].map((group) => ({
    ...group,
    proposed: group.cell === null ? null : solved(group.cell, group.outcomes, store, amounts),
  }));
}

/** Operands that hold something which is no amount. */
function obstaclesOf(outcome: Outcome, context: Description): CellId[] {
  const cells = outcome.operands.map(({ cell }) => cell).filter((cell) => isObstacle(context.amounts, cell));
  const hindrance = hindranceOf(outcome, context);
  return [...new Set(hindrance?.kind === "unreadable" ? [...cells, hindrance.cell] : cells)];
}

function hindranceOf(outcome: Outcome, context: Description): Hindrance | undefined {
  return declarationOf(outcome, context).hindrance?.(parametersOf(outcome));
}

function isObstacle(amounts: Amounts, cell: CellId): boolean {
  const state = amounts.state[cell];
  return state === AmountState.Unreadable || state === AmountState.Disputed;
}

/** The value with which the equations hold that miss nothing but this cell; null where they disagree. */
function solved(
  cell: CellId,
  outcomes: readonly Outcome[],
  store: EquationStore,
  amounts: Amounts,
): ExactDecimal | null {
  let value: ExactDecimal | null = null;
  for (const { equation } of outcomes) {
    if (equation === null || store.relationOf(equation) !== Relation.Equal) continue;
    const at = (tried: number): ExactDecimal | null =>
      judgeEquation(store, equation, amounts, new Map([[cell, new Exact(tried)]])).difference;
    const [zero, one] = [at(0), at(1)];
    if (!zero || !one || zero.eq(one)) continue;
    const wanted = zero.negated().dividedBy(one.minus(zero));
    if (value && !value.eq(wanted)) return null;
    value = wanted;
  }
  return value;
}
