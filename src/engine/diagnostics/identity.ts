import type { CellId, ExactDecimal } from "../workbook";

/** A cell's share in an identity: ±1, times a power of ten where tables have different units. */
export interface Term {
  readonly cell: CellId;
  readonly coefficient: ExactDecimal;
}

/**
 * One linear check seen as Σ coefficient × amount = 0 (or ≤ 0), in the unit of its reported cell.
 * The first term is the reported one. A cell appears once.
 */
export interface Identity {
  readonly id: number;
  readonly relation: "equal" | "at-most";
  readonly terms: readonly Term[];
  /** Σ coefficient × amount as the cells stand, blanks taken as zero. */
  readonly residual: ExactDecimal;
  /** What rounding of the displayed figures can explain at most. */
  readonly tolerance: ExactDecimal;
  /**
   * Where a filled total stands over parts that are all blank: those parts. Filling one of them may explain it; taking
   * the total for wrong would not. Null elsewhere.
   */
  readonly unfilled: ReadonlySet<CellId> | null;
  /** The share of a cell; 0 where it has none. */
  coefficientOf(cell: CellId): ExactDecimal;
}

/** An amount as it stands: null where the cell is blank; `decimals` is its displayed precision. */
export interface CellAmount {
  readonly value: ExactDecimal | null;
  readonly decimals: number;
}

/** The identities of a workbook, asked for only around those that do not hold. */
export interface IdentitySystem {
  /** Throws nothing; null where the identity has a term that cannot be read. */
  identity(id: number): Identity | null;
  /** Numbers of all identities that a cell takes part in, each once, ascending. */
  identitiesOf(cell: CellId): readonly number[];
  amount(cell: CellId): CellAmount;
}

/** Whether a residual is more than rounding can explain. */
export function isBroken(identity: Pick<Identity, "relation" | "tolerance">, residual: ExactDecimal): boolean {
  // Most hold to the last digit: then nobody needs to know what rounding would explain.
  if (residual.isZero()) return false;
  return identity.relation === "equal" ? residual.abs().gt(identity.tolerance) : residual.gt(identity.tolerance);
}

/** Whether a residual agrees to the last digit. */
export function isExact(identity: Identity, residual: ExactDecimal): boolean {
  return identity.relation === "equal" ? residual.isZero() : !residual.isPositive() || residual.isZero();
}
