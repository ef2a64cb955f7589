import { z } from "zod/mini";
import type { CellId } from "../../workbook";
import { declare } from "../declaration";
import type { Detail, Operand, Outcome } from "../outcome";
import type { Rule } from "../rule";

/**
 * A code that is mistyped, with the one that fits: `part` of it (类, 款, 项 or the whole 编码) is `written`, not `wanted`.
 */
export const codeSlip = declare("code-slip", {
  parameters: z.strictObject({
    tables: z.string(),
    row: z.string(),
    part: z.string(),
    written: z.string(),
    wanted: z.string(),
    evidence: z.string(),
    code: z.string(),
  }),
  title: ({ tables, row, part, written, wanted }) => `${tables}“${row}”的${part}写成 ${written}，应为 ${wanted}`,
  lines: ({ evidence, code }) => [
    ...(evidence === "" ? [] : [evidence]),
    `加总和表间核对已按 ${code} 进行；请改编码，数不用动。`,
  ],
});

/** A code of which nothing tells what it should be. */
export const codeUnknown = declare("code-unknown", {
  parameters: z.strictObject({ tables: z.string(), row: z.string(), list: z.string() }),
  title: ({ tables, row, list }) => `${tables}“${row}”的编码不是${list}里的编码`,
  lines: () => ["前后各行和其他表也看不出应是哪个编码，请核对。"],
});

/** Codes with letters or marks among their digits. */
export const codeWriting = declare("code-writing", {
  parameters: z.strictObject({ table: z.string(), count: z.int(), first: z.string(), meant: z.string() }),
  title: ({ table, count, first }) => `${table}有 ${count} 个编码夹着字母或符号（如“${first}”）`,
  lines: ({ first, meant }) => [`已按所表示的编码核对（“${first}”是 ${meant}）；建议改成数字。`],
});

export const codesFit = declare("codes-fit", {
  parameters: z.strictObject({ table: z.string() }),
  title: ({ table }) => `${table}的科目编码没有写错`,
  lines: () => [],
  pass: ({ table }) => `${table}的科目编码没有写错`,
});

/** A row whose name the national list has under another code; `listed` is "" where it lacks the printed one. */
export const codeName = declare("code-name", {
  parameters: z.strictObject({
    table: z.string(),
    row: z.string(),
    code: z.string(),
    listed: z.string(),
    label: z.string(),
    fitting: z.string(),
    list: z.string(),
  }),
  title: ({ table, row, code, listed, label, fitting, list }) =>
    `${table}“${row}”的编码和名称对不上：` +
    `${listed === "" ? `${list}里没有 ${code}` : `${code} 是“${listed}”`}，“${label}”是 ${fitting}`,
  lines: ({ list }) => [`以${list}为准；请看写错的是编码还是名称。`],
});

/** Several of them: the table has a numbering of its own. */
export const codeNames = declare("code-names", {
  parameters: z.strictObject({ table: z.string(), count: z.int(), items: z.string(), list: z.string() }),
  title: ({ table, count }) => `${table}有 ${count} 行的编码和名称对不上，像是单位自己编的号`,
  lines: ({ list, items }) => [
    `按${list}：${items}`,
    "规则提到某个科目（如公务接待费）时，这张表按名称找，名称也没有的不核对。",
  ],
});

export const codeNamesFit = declare("code-names-fit", {
  parameters: z.strictObject({ table: z.string() }),
  title: ({ table }) => `${table}的科目编码和名称对得上`,
  lines: () => [],
  pass: ({ table }) => `${table}的科目编码和名称对得上`,
});

export const oldNames = declare("old-names", {
  parameters: z.strictObject({ tables: z.string(), items: z.string(), first: z.string() }),
  title: ({ tables, first }) => `${tables}用了旧的科目名称（如“${first}”）`,
  lines: ({ items }) => [items, "编码没有变，已当作同一个科目核对；请改用当年的名称。"],
});

export const namesCurrent = declare("names-current", {
  parameters: z.strictObject({ table: z.string() }),
  title: ({ table }) => `${table}的科目名称是当年的`,
  lines: () => [],
  pass: ({ table }) => `${table}的科目名称是当年的`,
});

/** One outcome of a check of codes; `cells` are the codes or names that it speaks of. */
export function codeOutcome(
  rule: Rule,
  detail: Detail,
  cells: readonly CellId[],
  kind: { readonly outcome: Outcome["outcome"]; readonly severity?: Outcome["severity"] },
): Outcome {
  return {
    rule: rule.id,
    outcome: kind.outcome,
    severity: kind.severity ?? rule.severity,
    operands: cells.map((cell): Operand => ({ cell, role: "reported" })),
    reported: null,
    computed: null,
    difference: null,
    detail,
    equation: null,
  };
}
