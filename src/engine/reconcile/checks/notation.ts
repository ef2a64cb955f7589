import { z } from "zod/mini";
import type { CellId, NotationCode } from "../../workbook";
import { defineCheck } from "../check";
import type { Outcome } from "../outcome";

/**
 * Amounts that are written in an unusual way (numbers kept as text, "—", full-width digits, thousands separators,
 * blanks inside) are read for what they mean; each way is one hint a table (several ways in the very same cells have
 * one cause). A table without any passes.
 */
export const amountNotation = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run({ figures, table, amounts, rule }) {
    const cellsByCode = new Map<NotationCode, CellId[]>();
    const first = figures.sectionsOf(table).flatMap((section) => section.cells.find((cell) => cell >= 0) ?? [])[0];
    for (const { cell, code } of first === undefined ? [] : amounts.hintsBeside(first)) {
      const cells = cellsByCode.get(code);
      if (cells) cells.push(cell);
      else cellsByCode.set(code, [cell]);
    }
    const common = {
      rule: rule.id,
      severity: rule.severity,
      reported: null,
      computed: null,
      difference: null,
      equation: null,
    } as const;
    if (cellsByCode.size === 0)
      return [
        {
          ...common,
          outcome: "pass",
          operands: [],
          detail: { code: "stated", wording: "amount-notation", values: { table: table.template.short } },
        },
      ];
    return [...cellsByCode].map(([notation, cells]): Outcome => ({
      ...common,
      outcome: "fail",
      operands: cells.map((cell) => ({ cell, role: "other" })),
      detail: {
        code: "stated",
        wording: "amount-notation",
        values: {
          table: table.template.short,
          notation,
          count: String(cells.length),
          first: amounts.content(cells[0]!),
          cause: `notation ${cells.join(" ")}`,
        },
      },
    }));
  },
});
