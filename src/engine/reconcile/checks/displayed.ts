import { z } from "zod/mini";
import {
  AmountState,
  Exact,
  formatDecimals,
  locate,
  plainNumber,
  size,
  type Amounts,
  type CellId,
} from "../../workbook";
import { defineCheck } from "../check";
import { declare } from "../declaration";
import { judgeEquation, Verdict } from "../judge";
import type { Outcome } from "../outcome";

export const displayedDiffer = declare("displayed-figures", {
  parameters: z.strictObject({ total: z.string() }),
  title: ({ total }, { difference }) =>
    `${total}：存的数相符，但显示出来的数相加差 ${plainNumber(difference === null ? null : size(difference))}`,
  lines: (_, { reported, computed }) => [
    `显示的合计 ${plainNumber(reported)}，显示的各项相加 ${plainNumber(computed)}`,
    "打印出来会对不上；可统一小数位数，或按显示的数填写。",
  ],
  pass: ({ total }) => `${total}显示的数相加一致`,
});

/**
 * Stored figures that agree may not add up as displayed (0.004 shown as 0.00): a reader of the printed page sees a
 * difference. Each such identity is a hint of its own.
 */
export const displayedFiguresAgree = defineCheck({
  scope: "workbook",
  last: true,
  parameters: z.strictObject({}),
  says: [displayedDiffer],
  run({ store, amounts, figures, rule, verdicts }) {
    const outcomes: Outcome[] = [];
    if (!mayDiffer(amounts)) return;
    for (let equation = 0; equation < store.size; equation++) {
      if (verdicts[equation] !== Verdict.Pass) continue;
      const displayed = new Map<CellId, ReturnType<Amounts["displayed"]>>();
      for (const cell of store.cellsOf(equation)) {
        const shown = differingDisplay(amounts, cell);
        if (shown !== null) displayed.set(cell, shown);
      }
      if (displayed.size === 0) continue;
      const judged = judgeEquation(store, equation, amounts, displayed);
      const agrees = judged.verdict === Verdict.Pass;
      const left = store.leftTerms(equation);
      outcomes.push({
        rule: rule.id,
        outcome: agrees ? "pass" : "rounding",
        severity: rule.severity,
        operands: [
          ...left.map(({ cell }) => ({ cell, role: "reported" as const })),
          ...store.rightTerms(equation).map(({ cell }) => ({ cell, role: "part" as const })),
        ],
        reported: judged.left?.toFixed() ?? null,
        computed: judged.right?.toFixed() ?? null,
        difference: judged.difference?.toFixed() ?? null,
        detail: displayedDiffer.with({ total: figures.name(left[0]!.cell) }),
        equation: null,
      });
    }
    return outcomes;
  },
});

/** False where no format of the workbook hides decimals that its figures have. */
function mayDiffer(amounts: Amounts): boolean {
  if (amounts.workbook.numberFormats.some((format) => (formatDecimals(format) ?? 2) < 2)) return true;
  return amounts.hasPrecise();
}

function differingDisplay(amounts: Amounts, cell: CellId) {
  const state = amounts.state[cell];
  if (state !== AmountState.Exact && state !== AmountState.Precise) return null;
  if (state === AmountState.Exact) {
    const { sheet, index } = locate(amounts.workbook, cell);
    const decimals = formatDecimals(amounts.workbook.numberFormats[sheet.formats[index]!] ?? "General");
    if (decimals === null || decimals >= 2) return null;
  }
  const shown = amounts.displayed(cell) ?? new Exact(0);
  return shown.equals(amounts.value(cell)!) ? null : shown;
}
