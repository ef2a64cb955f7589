import { Exact, type CellId, type ExactDecimal } from "../workbook";
import { lostBy, NO_AFFIRMATIONS, type Affirmations } from "./affirmations";
import type { CellAmount, Identity, IdentitySystem } from "./identity";
import { isBroken, isExact } from "./identity";

const ZERO = new Exact(0);

/** What a set of changed cells would do. */
export interface Effect {
  /** Open identities that would hold, ascending. */
  readonly explains: readonly number[];
  /** Checks that hold now and no longer would: identities, and what outside them agrees with a changed cell. */
  readonly breaks: number;
  /** Identities that agree to the last digit and no longer would. */
  readonly blurs: number;
}

/**
 * The state of the search for causes: which identities are still unexplained, and what the residuals are once the
 * causes found so far are repaired in thought. Everything is computed only around what does not hold.
 */
export class Workings {
  /** Identities that nobody has explained yet. */
  readonly open = new Set<number>();
  private readonly residuals = new Map<number, ExactDecimal>();

  constructor(
    private readonly system: IdentitySystem,
    broken: Iterable<number>,
    private readonly affirmed: Affirmations = NO_AFFIRMATIONS,
  ) {
    for (const id of broken) if (this.identity(id)) this.open.add(id);
  }

  identity(id: number): Identity | null {
    return this.system.identity(id);
  }

  amount(cell: CellId): CellAmount {
    return this.system.amount(cell);
  }

  identitiesOf(cell: CellId): readonly number[] {
    return this.system.identitiesOf(cell);
  }

  residual(id: number): ExactDecimal {
    return this.residuals.get(id) ?? this.identity(id)?.residual ?? ZERO;
  }

  /** Whether an identity differs by more than rounding, as seen now. */
  isBroken(id: number): boolean {
    const identity = this.identity(id);
    return identity !== null && isBroken(identity, this.residual(id));
  }

  coefficient(id: number, cell: CellId): ExactDecimal {
    return this.identity(id)?.coefficientOf(cell) ?? ZERO;
  }

  /** By how much the residual of an identity would move. */
  shiftOf(id: number, changes: ReadonlyMap<CellId, ExactDecimal>): ExactDecimal {
    let shift = ZERO;
    for (const [cell, change] of changes) shift = shift.plus(this.coefficient(id, cell).times(change));
    return shift;
  }

  /** Whether an identity that holds would no longer do so. */
  wouldBreak(id: number, changes: ReadonlyMap<CellId, ExactDecimal>): boolean {
    const identity = this.identity(id);
    return (
      identity !== null && !this.isBroken(id) && isBroken(identity, this.residual(id).plus(this.shiftOf(id, changes)))
    );
  }

  /**
   * What would follow if each cell changed by its amount. Rounding differences count as explained only when they
   * vanish.
   */
  effectOf(changes: ReadonlyMap<CellId, ExactDecimal>): Effect {
    const explains: number[] = [];
    let breaks = this.affirmationsLost(changes);
    let blurs = 0;
    for (const [id, shift] of this.shiftsBy(changes)) {
      const identity = this.identity(id);
      if (!identity || shift.isZero()) continue;
      const before = this.residual(id);
      const after = before.plus(shift);
      if (!this.open.has(id)) {
        if (ceasesToHold(identity, before, after)) breaks++;
        if (ceasesToBeExact(identity, before, after)) blurs++;
      } else if (identity.unfilled === null || fillsOne(identity.unfilled, changes)) {
        if (isRepaired(identity, before, after)) explains.push(id);
        else if (ceasesToHold(identity, before, after)) breaks++;
      }
    }
    return { explains: explains.sort((a, b) => a - b), breaks, blurs };
  }

  /** How much outside the identities agrees with the cells that would change. */
  private affirmationsLost(changes: ReadonlyMap<CellId, ExactDecimal>): number {
    let lost = 0;
    for (const [cell, change] of changes) lost += lostBy(change, this.amount(cell).value, this.affirmed.get(cell));
    return lost;
  }

  /** By how much the residual of each identity around these cells would move. */
  private shiftsBy(changes: ReadonlyMap<CellId, ExactDecimal>): Iterable<readonly [number, ExactDecimal]> {
    if (changes.size === 1)
      for (const [cell, change] of changes)
        return this.identitiesOf(cell).map((id) => [id, this.coefficient(id, cell).times(change)] as const);
    const shifts = new Map<number, ExactDecimal>();
    for (const [cell, change] of changes) {
      for (const id of this.identitiesOf(cell))
        shifts.set(id, (shifts.get(id) ?? ZERO).plus(this.coefficient(id, cell).times(change)));
    }
    return shifts;
  }

  /**
   * Takes identities as explained; with `changes`, the others are seen from then on as if those cells were repaired.
   */
  close(ids: Iterable<number>, changes?: ReadonlyMap<CellId, ExactDecimal>): void {
    for (const id of ids) this.open.delete(id);
    for (const [cell, change] of changes ?? []) {
      for (const id of this.identitiesOf(cell))
        this.residuals.set(id, this.residual(id).plus(this.coefficient(id, cell).times(change)));
    }
  }
}

function fillsOne(unfilled: ReadonlySet<CellId>, changes: ReadonlyMap<CellId, ExactDecimal>): boolean {
  for (const cell of changes.keys()) if (unfilled.has(cell)) return true;
  return false;
}

/**
 * Whether what differs would hold; a rounding difference, whether it would vanish. A bound that is missed by rounding
 * speaks for no change that is more than rounding, though any would make it hold.
 */
function isRepaired(identity: Identity, before: ExactDecimal, after: ExactDecimal): boolean {
  if (isBroken(identity, before)) return !isBroken(identity, after);
  const isNearby = identity.relation === "equal" || after.minus(before).abs().lessThanOrEqualTo(identity.tolerance);
  return isNearby && isExact(identity, after);
}

function ceasesToHold(identity: Identity, before: ExactDecimal, after: ExactDecimal): boolean {
  return isBroken(identity, after) && !isBroken(identity, before);
}

function ceasesToBeExact(identity: Identity, before: ExactDecimal, after: ExactDecimal): boolean {
  return isExact(identity, before) && !isExact(identity, after);
}
