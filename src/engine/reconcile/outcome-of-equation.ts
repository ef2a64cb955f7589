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
  verdict: Verdict,
  amounts: Amounts,
  figures: FigureIndex,
  severity: Severity,
): Outcome | null {
  const outcome = outcomeOfVerdict[verdict];
  return outcome === null
    ? null
    : new EquationOutcome(store, equation, verdict, outcome, severityOf(outcome, severity), amounts, figures);
}

/**
 * A class, because there are as many as identities that do not hold, and of most only the cells are asked for: figures
 * are written and named for those that somebody is shown.
 */
class EquationOutcome implements Outcome {
  readonly rule: string;
  private knownOperands: readonly Operand[] | null = null;
  private knownJudgement: Judgement | null = null;
  private knownDetail: Detail | null = null;

  constructor(
    private readonly store: EquationStore,
    readonly equation: number,
    private readonly verdict: Verdict,
    readonly outcome: Outcome["outcome"],
    readonly severity: Severity,
    private readonly amounts: Amounts,
    private readonly figures: FigureIndex,
  ) {
    this.rule = store.ruleOf(equation);
  }

  get operands(): readonly Operand[] {
    return (this.knownOperands ??= operandsOf(this.store, this.equation));
  }

  get reported(): string | null {
    return this.judged.left?.toFixed() ?? null;
  }

  get computed(): string | null {
    return this.judged.right?.toFixed() ?? null;
  }

  get difference(): string | null {
    const { left, right, difference } = this.judged;
    return left === null || right === null ? null : (difference?.toFixed() ?? null);
  }

  get detail(): Detail {
    return (this.knownDetail ??= detailOf(this.store, this.equation, this.verdict, this.amounts, this.figures));
  }

  private get judged(): Judgement {
    return (this.knownJudgement ??= judgeEquation(this.store, this.equation, this.amounts));
  }
}

function operandsOf(store: EquationStore, equation: number): Operand[] {
  const { cells, first, middle } = store;
  const operands: Operand[] = [];
  const turn = middle[equation]!;
  const end = first[equation + 1]!;
  const role = isSum(store, equation) ? "part" : "other";
  for (let term = first[equation]!; term < end; term++)
    operands.push({ cell: cells[term]!, role: term < turn ? "reported" : role });
  return operands;
}

function isSum(store: EquationStore, equation: number): boolean {
  return store.relationOf(equation) === Relation.Equal && store.first[equation + 1]! - store.middle[equation]! > 1;
}

function detailOf(
  store: EquationStore,
  equation: number,
  verdict: Verdict,
  amounts: Amounts,
  figures: FigureIndex,
): Detail {
  const left = (): string[] => store.leftTerms(equation).map(({ cell }) => figures.name(cell));
  const right = (): string[] => store.rightTerms(equation).map(({ cell }) => figures.name(cell));
  const total = (): string => together(left());
  switch (verdict) {
    case Verdict.BlankTotal:
      return says.blankTotal.with(() => ({ total: total() }));
    case Verdict.BlankParts:
      return says.blankParts.with(() => ({ total: total() }));
    case Verdict.Unreadable:
    case Verdict.Disputed: {
      const obstacle = judgeEquation(store, equation, amounts).obstacle!;
      return verdict === Verdict.Unreadable
        ? says.unreadable.with({ cell: obstacle, content: amounts.content(obstacle) })
        : says.repeatedRowDiffers.with({ figure: figures.name(obstacle) });
    }
    default:
  }
  const relation = store.relationOf(equation);
  if (relation === Relation.AtMost)
    return says.atMostFigures.with(() => ({ left: total(), right: together(right()), turned: false }));
  if (relation === Relation.AtLeast)
    return says.atMostFigures.with(() => ({ left: together(right()), right: total(), turned: true }));
  const from = store.middle[equation]!;
  const terms = store.first[equation + 1]! - from;
  if (terms === 2 && store.signOf(from) === 1 && store.signOf(from + 1) === -1)
    return says.difference.with(() => ({ total: total() }));
  return terms > 1
    ? says.sum.with(() => ({ total: total(), parts: right() }))
    : says.equalFigures.with(() => ({ left: total(), right: right()[0] ?? "0" }));
}

/** Names of figures that are added up; the longer ones folded. */
function together(names: readonly string[]): string {
  return names.length <= 2 ? names.join(" + ") : `${names[0]}等 ${names.length} 项之和`;
}
