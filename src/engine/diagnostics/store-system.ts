import type { EquationStore } from "../reconcile";
import { Relation, judgeEquation, tolerance, Verdict } from "../reconcile";
import { Exact, type Amounts, type CellId, type ExactDecimal, powerOfTen } from "../workbook";
import type { CellAmount, Identity, IdentitySystem, Term } from "./identity";

/** The equations of a store as identities in exact decimals, made one by one as they are asked for. */
export function systemOf(store: EquationStore, amounts: Amounts): IdentitySystem {
  const known = new Map<CellId, CellAmount>();
  const amountOf = (cell: CellId): CellAmount => {
    let amount = known.get(cell);
    if (!amount) {
      amount = { value: amounts.value(cell), decimals: amounts.decimals(cell) };
      known.set(cell, amount);
    }
    return amount;
  };
  return {
    identity: (id) => identityOf(store, id, amounts),
    identitiesOf: (cell) => Array.from(store.equationsOf(cell)).filter((id, place, all) => id !== all[place - 1]),
    amount: amountOf,
  };
}

function identityOf(store: EquationStore, id: number, amounts: Amounts): Identity | null {
  const { difference, verdict } = judgeEquation(store, id, amounts);
  if (difference === null) return null;
  const relation = store.relationOf(id);
  const turned = relation === Relation.AtLeast ? -1 : 1;
  const terms = new Map<CellId, ExactDecimal>();
  const add = (cell: CellId, coefficient: ExactDecimal): void => {
    terms.set(cell, terms.get(cell)?.plus(coefficient) ?? coefficient);
  };
  for (const { cell, sign, exponent } of store.leftTerms(id))
    add(cell, sign * turned === 1 ? powerOfTen(exponent) : powerOfTen(exponent).negated());
  for (const { cell, sign, exponent } of store.rightTerms(id))
    add(cell, sign * turned === 1 ? powerOfTen(exponent).negated() : powerOfTen(exponent));
  return {
    id,
    relation: relation === Relation.Equal ? "equal" : "at-most",
    terms: [...terms]
      .filter(([, coefficient]) => !coefficient.isZero())
      .map(([cell, coefficient]): Term => ({ cell, coefficient })),
    residual: difference.times(turned),
    tolerance: store.isExact(id) ? new Exact(0) : tolerance(store, id, amounts),
    unfilled: verdict === Verdict.BlankParts ? new Set(store.rightTerms(id).map(({ cell }) => cell)) : null,
  };
}
