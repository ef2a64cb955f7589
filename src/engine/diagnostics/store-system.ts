import type { EquationStore } from "../reconcile";
import { differenceOf, judgeEquation, Relation, tolerance, Verdict } from "../reconcile";
import { AmountState, Exact, type Amounts, type CellId, type ExactDecimal, powerOfTen } from "../workbook";
import type { CellAmount, Identity, IdentitySystem, Term } from "./identity";

/** The equations of a store as identities in exact decimals, made one by one as they are asked for, and kept. */
export function systemOf(store: EquationStore, amounts: Amounts): IdentitySystem {
  const identities: (Identity | null | undefined)[] = [];
  return {
    identity(id) {
      let identity = identities[id];
      if (identity === undefined) {
        identity = identityOf(store, id, amounts);
        identities[id] = identity;
      }
      return identity;
    },
    identitiesOf(cell) {
      const all = store.equationsOf(cell);
      const ids: number[] = [];
      for (let place = 0; place < all.length; place++)
        if (place === 0 || all[place] !== all[place - 1]) ids.push(all[place]!);
      return ids;
    },
    amount: (cell) => new StoreAmount(cell, amounts),
  };
}

function identityOf(store: EquationStore, id: number, amounts: Amounts): Identity | null {
  const difference = differenceOf(store, id, amounts);
  return difference === null ? null : new StoreIdentity(store, id, amounts, difference);
}

/** How a figure is shown is asked of few. */
class StoreAmount implements CellAmount {
  readonly value: ExactDecimal | null;

  constructor(
    private readonly cell: CellId,
    private readonly amounts: Amounts,
  ) {
    this.value = amounts.value(cell);
  }

  get decimals(): number {
    return this.amounts.decimals(this.cell);
  }
}

const ONE = new Exact(1);
const MINUS_ONE = new Exact(-1);
const NOTHING = new Exact(0);

/** A class, because many are made to ask each for one thing: terms and tolerance are told when they are needed. */
class StoreIdentity implements Identity {
  readonly relation: Identity["relation"];
  readonly residual: ExactDecimal;
  private readonly turned: 1 | -1;
  private knownTerms: readonly Term[] | null = null;
  private knownTolerance: ExactDecimal | null = null;
  private knownUnfilled: ReadonlySet<CellId> | null | undefined = undefined;

  constructor(
    private readonly store: EquationStore,
    readonly id: number,
    private readonly amounts: Amounts,
    difference: ExactDecimal,
  ) {
    const relation = store.relationOf(id);
    this.relation = relation === Relation.Equal ? "equal" : "at-most";
    this.turned = relation === Relation.AtLeast ? -1 : 1;
    this.residual = this.turned === 1 ? difference : difference.negated();
  }

  get terms(): readonly Term[] {
    return (this.knownTerms ??= this.termsByCell());
  }

  get tolerance(): ExactDecimal {
    return (this.knownTolerance ??= this.store.isExact(this.id)
      ? NOTHING
      : tolerance(this.store, this.id, this.amounts));
  }

  get unfilled(): ReadonlySet<CellId> | null {
    if (this.knownUnfilled === undefined) this.knownUnfilled = this.blankParts();
    return this.knownUnfilled;
  }

  coefficientOf(cell: CellId): ExactDecimal {
    const { store, id } = this;
    const { cells, first } = store;
    const end = first[id + 1]!;
    let sum: ExactDecimal | null = null;
    for (let term = first[id]!; term < end; term++) {
      if (cells[term] !== cell) continue;
      const own = this.coefficientAt(term);
      sum = sum === null ? own : sum.plus(own);
    }
    return sum ?? NOTHING;
  }

  private coefficientAt(term: number): ExactDecimal {
    const { store, id, turned } = this;
    const side = (term < store.middle[id]! ? turned : -turned) * store.signOf(term);
    const exponent = store.exponentOf(term);
    if (exponent === 0) return side === 1 ? ONE : MINUS_ONE;
    return side === 1 ? powerOfTen(exponent) : powerOfTen(exponent).negated();
  }

  /** Each cell once, in the order of the equation; those that cancel out left out. */
  private termsByCell(): readonly Term[] {
    const { store, id } = this;
    const end = store.first[id + 1]!;
    const terms = new Map<CellId, ExactDecimal>();
    for (let term = store.first[id]!; term < end; term++) {
      const cell = store.cells[term]!;
      const before = terms.get(cell);
      const own = this.coefficientAt(term);
      terms.set(cell, before === undefined ? own : before.plus(own));
    }
    const shares: Term[] = [];
    for (const [cell, coefficient] of terms) if (!coefficient.isZero()) shares.push({ cell, coefficient });
    return shares;
  }

  private blankParts(): ReadonlySet<CellId> | null {
    const { store, id, amounts } = this;
    const end = store.first[id + 1]!;
    for (let term = store.middle[id]!; term < end; term++)
      if (amounts.state[store.cells[term]!] !== AmountState.Blank) return null;
    const { verdict } = judgeEquation(store, id, amounts);
    return verdict === Verdict.BlankParts ? new Set(store.rightTerms(id).map(({ cell }) => cell)) : null;
  }
}
