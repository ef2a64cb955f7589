import { z } from "zod/mini";
import { declare, type Declaration } from "./declaration";
import { amountText, equationLines, gapText, sideText } from "./equation-wording";

/** "收入总表“教育支出”合计": what a clerk calls a figure. */
const name = z.string();

export const sum = declare("sum", {
  parameters: z.strictObject({ total: name, parts: z.array(name) }),
  ofAmounts: true,
  title: ({ total }, account) =>
    `${total}${account.difference === null ? "与各项之和不能比较" : `比各项之和${gapText(account.difference, account)}`}`,
  lines: (_, account) => equationLines("合计", "各项", account),
  pass: ({ total }) => `${total}等于各项之和`,
});

/** A figure that is one less another: what is taken off is none of the parts of a sum. */
export const difference = declare("difference", {
  parameters: z.strictObject({ total: name }),
  ofAmounts: true,
  title: ({ total }, account) =>
    `${total}${account.difference === null ? "与两数相减不能比较" : `比两数相减${gapText(account.difference, account)}`}`,
  lines: (_, account) => equationLines("写的是", "相减得", account),
  pass: ({ total }) => `${total}等于两数相减`,
});

export const equalFigures = declare("equal", {
  parameters: z.strictObject({ left: name, right: name }),
  ofAmounts: true,
  title: ({ left, right }, account) =>
    account.difference === null
      ? `${left}与${right}不能比较`
      : `${left}比${right}${gapText(account.difference, account)}`,
  lines: ({ left, right }, account) => equationLines(left, right, account),
  pass: ({ left, right }, { difference: gap }) =>
    gap === null ? `${left}与${right}不能比较` : `${left}与${right}一致`,
});

/** `turned`: the reported side is the right one, which must be at least the left. */
export const atMostFigures = declare("at-most", {
  parameters: z.strictObject({ left: name, right: name, turned: z.boolean() }),
  ofAmounts: true,
  title({ left, right, turned }, account) {
    if (account.difference === null) return `${left}不大于${right}`;
    const [larger, smaller] = turned ? [account.computed, account.reported] : [account.reported, account.computed];
    return `${left} ${amountText(larger ?? "0", account)}，大于${right} ${amountText(smaller ?? "0", account)}`;
  },
  lines: ({ left, right, turned }, account) =>
    turned ? equationLines(right, left, account) : equationLines(left, right, account),
  pass: ({ left, right }) => `${left}不大于${right}`,
});

export const blankTotal = declare("blank-total", {
  parameters: z.strictObject({ total: name }),
  ofAmounts: true,
  title: ({ total }, account) =>
    `${total}空着${account.computed === null ? "" : `，各项合计 ${amountText(account.computed, account)}`}`,
  lines: (_, account) => [
    `各项 ${sideText(account.computed, account.right, account)}`,
    "请补填合计；确实没有的，请核对各项。",
  ],
});

export const blankParts = declare("blank-parts", {
  parameters: z.strictObject({ total: name }),
  ofAmounts: true,
  title: ({ total }, account) =>
    `${total}有数${account.reported === null ? "" : `（${amountText(account.reported, account)}）`}，各项都空着`,
  lines: (_, account) => [
    `合计 ${sideText(account.reported, account.left, account)}`,
    "请补填各项；没有明细的，这项无从核对。",
  ],
});

export const unreadable = declare("unreadable", {
  parameters: z.strictObject({ cell: z.int(), content: z.string() }),
  ofAmounts: true,
  hindrance: ({ cell }) => ({ kind: "unreadable", cell }),
  title: ({ cell, content }, { nameOf }) => `${nameOf(cell)}写的是“${content}”，不是可以计算的数`,
  lines: () => ["请改成数字后再核对；用到它的核对都没有做。"],
});

export const repeatedRowDiffers = declare("repeated-row-differs", {
  parameters: z.strictObject({ figure: name }),
  ofAmounts: true,
  title: ({ figure }) => `${figure}在换页处重复出现，两处的数不一样`,
  lines: () => ["不知以哪一处为准，用到它的核对都没有做；请先改成一样。"],
});

export const missing = declare("missing", {
  parameters: z.strictObject({ what: z.string(), where: z.string() }),
  ofAmounts: true,
  hindrance: ({ what, where }) => ({ kind: "missing", key: `${where} ${what}` }),
  title: ({ what, where }) => `${where}没有${what}`,
  lines: () => ["缺少这一项，无从核对。请补上，或在“表格”中指明它在哪里。"],
});

/** A column that was not read is just what several equations lack. */
export const unreadColumn = declare("unread-column", {
  parameters: z.strictObject({ table: name, header: z.string(), times: z.int(), example: z.int() }),
  title: ({ table, header, times }) => `${table}的“${header}”栏没有认出，有 ${times} 处核对正好差这一栏的数，未能核对`,
  lines: ({ example }, { nameOf }) => [
    `例如${nameOf(example)}。`,
    "表中的数不一定有错：请在“表格”中指明这一栏是什么，再核对。",
  ],
});

/** A check that broke. */
export const crashed = declare("crashed", {
  parameters: z.strictObject({ reason: z.string() }),
  ofAmounts: true,
  title: () => "这项核对没有做完",
  lines: ({ reason }) => ["其他核对不受影响；这项请人工核对。", `程序在这里出了意外，代号 ${reason}，请告诉维护人员。`],
});

/** What any check may come to: its equations, a thing that is not there, a crash. */
export const equationSayings: readonly Declaration[] = [
  sum,
  difference,
  equalFigures,
  atMostFigures,
  blankTotal,
  blankParts,
  unreadable,
  repeatedRowDiffers,
  missing,
  unreadColumn,
  crashed,
];
