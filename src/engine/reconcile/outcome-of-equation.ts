import { type Amounts } from "../workbook";
import { Relation, type EquationStore } from "./equations";
import type { FigureIndex } from "./figures";
import { judgeEquation, outcomeOfVerdict, Verdict, type Judgement } from "./judge";
import * as says from "./equation-sayings";
import { severityOf, type Detail, type Operand, type Outcome, type Severity } from "./outcome";

/** What an equation says, as an outcome with its cells and exact amounts; null where it does not apply. */
export function outcomeOfEquation(
  store: EquationStore,
  equation: number,
  amounts: Amounts,
  figures: FigureIndex,
  severity: Severity,
): Outcome | null {
  const judged = judgeEquation(store, equation, amounts);
  const outcome = outcomeOfVerdict[judged.verdict];
  if (outcome === null) return null;
  return {
    rule: store.ruleOf(equation),
    outcome,
    severity: severityOf(outcome, severity),
    operands: operandsOf(store, equation),
    reported: judged.left?.toFixed() ?? null,
    computed: judged.right?.toFixed() ?? null,
    difference: judged.left === null || judged.right === null ? null : (judged.difference?.toFixed() ?? null),
    detail: detailOf(store, equation, judged, amounts, figures),
    equation,
  };
}

function operandsOf(store: EquationStore, equation: number): Operand[] {
  const right = store.rightTerms(equation);
  const role = isSum(store, equation) ? "part" : "other";
  return [
    ...store.leftTerms(equation).map(({ cell }): Operand => ({ cell, role: "reported" })),
    ...right.map(({ cell }): Operand => ({ cell, role })),
  ];
}

function isSum(store: EquationStore, equation: number): boolean {
  return store.relationOf(equation) === Relation.Equal && store.rightTerms(equation).length > 1;
}

function detailOf(
  store: EquationStore,
  equation: number,
  judged: Judgement,
  amounts: Amounts,
  figures: FigureIndex,
): Detail {
  const names = (terms: readonly { readonly cell: number }[]) => terms.map(({ cell }) => figures.name(cell));
  const left = names(store.leftTerms(equation));
  const right = names(store.rightTerms(equation));
  const total = together(left);
  switch (judged.verdict) {
    case Verdict.BlankTotal:
      return says.blankTotal.with({ total });
    case Verdict.BlankParts:
      return says.blankParts.with({ total });
    case Verdict.Unreadable:
      return says.unreadable.with({ cell: judged.obstacle!, content: amounts.content(judged.obstacle!) });
    case Verdict.Disputed:
      return says.repeatedRowDiffers.with({ figure: figures.name(judged.obstacle!) });
    default:
  }
  const relation = store.relationOf(equation);
  if (relation === Relation.AtMost)
    return says.atMostFigures.with({ left: total, right: together(right), turned: false });
  if (relation === Relation.AtLeast)
    return says.atMostFigures.with({ left: together(right), right: total, turned: true });
  const [first, second, ...more] = store.rightTerms(equation);
  if (first?.sign === 1 && second?.sign === -1 && more.length === 0) return says.difference.with({ total });
  return right.length > 1
    ? says.sum.with({ total, parts: right })
    : says.equalFigures.with({ left: total, right: right[0] ?? "0" });
}

/** Names of figures that are added up; the longer ones folded. */
function together(names: readonly string[]): string {
  return names.length <= 2 ? names.join(" + ") : `${names[0]}等 ${names.length} 项之和`;
}
