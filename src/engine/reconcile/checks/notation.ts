import { z } from "zod/mini";
import type { CellId, NotationCode } from "../../workbook";
import { defineCheck } from "../check";
import { declare } from "../declaration";
import type { Outcome } from "../outcome";

/** What is unusual about the way amounts are written. */
const notationNames: Readonly<Record<NotationCode, string>> = {
  "number-as-text": "是文本格式",
  "thousands-separators": "是带千分位逗号的文本",
  "full-width": "用了全角数字",
  "blanks-inside": "中间有空格",
  placeholder: "用符号代替空白",
  "parentheses-negative": "用括号表示负数",
  "currency-sign": "带货币符号",
  "unit-inside": "把单位写在数里",
  "percent-text": "是文本格式的百分数",
};
const notationCodes = Object.keys(notationNames) as NotationCode[];

/** `notation` is null where all amounts are written as they should be. */
export const unusualNotation = declare("amount-notation", {
  parameters: z.strictObject({
    table: z.string(),
    notation: z.nullable(z.enum(notationCodes)),
    count: z.int(),
    first: z.string(),
  }),
  reason: ({ notation }) => notation ?? "",
  title: ({ table, notation, count, first }) =>
    `${table}有 ${count} 个金额${notation === null ? "" : notationNames[notation]}（如“${first}”）`,
  lines: () => ["已按所表示的数核对；建议改成规范的数字。"],
  pass: ({ table }) => `${table}的金额书写规范`,
});

/**
 * Amounts that are written in an unusual way (numbers kept as text, "—", full-width digits, thousands separators,
 * blanks inside) are read for what they mean; each way is one hint a table (several ways in the very same cells have
 * one cause). A table without any passes.
 */
export const amountNotation = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [unusualNotation],
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
          detail: unusualNotation.with({ table: table.template.short, notation: null, count: 0, first: "" }),
        },
      ];
    return [...cellsByCode].map(([notation, cells]): Outcome => ({
      ...common,
      outcome: "fail",
      operands: cells.map((cell) => ({ cell, role: "other" })),
      cause: `notation ${cells.join(" ")}`,
      detail: unusualNotation.with({
        table: table.template.short,
        notation,
        count: cells.length,
        first: amounts.content(cells[0]!),
      }),
    }));
  },
});
