import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { amount, amountText, compared } from "../parameters";

export const itemMissing = declare("narrative-item-missing", {
  parameters: z.strictObject({ name: z.string(), code: z.string(), amount, where: z.string() }),
  reason: ({ code }) => code,
  title: ({ name, code, amount: money }) => `说明逐项写了支出，没有写“${name}”（${code}）${amountText(money)}`,
  lines: ({ where, amount: money }) => [`${where}：${amountText(money)}`, "请在说明中补写这一项，或核对表中是否多列"],
});

export const itemsDiffer = declare("narrative-items", {
  parameters: z.strictObject({ ...compared, items: z.int() }),
  title: ({ text, items, expected }) => `说明中“${text}”与所列 ${items} 项之和 ${amountText(expected)}不相等`,
  lines: ({ stated, items, expected }) => [
    `说明中写的是 ${amountText(stated)}`,
    `${items} 项相加：${amountText(expected)}`,
  ],
  pass: ({ text, items }) => `说明中“${text}”等于所列 ${items} 项之和`,
});

export const itemChangesDiffer = declare("narrative-item-changes", {
  parameters: z.strictObject({ ...compared, items: z.int() }),
  title: ({ text, items, expected }) => `说明中“${text}”与所列 ${items} 项的增减之和 ${amountText(expected)}不相等`,
  lines: ({ stated, items, expected }) => [
    `说明中写的是 ${amountText(stated)}`,
    `${items} 项的增减相加：${amountText(expected)}；上年有、今年没有的科目请一并说明`,
  ],
  pass: ({ text, items }) => `说明中“${text}”等于所列 ${items} 项的增减之和`,
});
