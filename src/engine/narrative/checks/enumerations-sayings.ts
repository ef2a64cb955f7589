import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { amountText, compared, quoted } from "../parameters";

/** A number of things, and the names that are listed behind it. */
export const namesMiscounted = declare("narrative-enumeration", {
  parameters: z.strictObject({ ...quoted, names: z.array(z.string()), count: z.string() }),
  reason: ({ text }) => text,
  title: ({ text, names }) => `说明中“${text}”后面列了 ${names.length} 个名称`,
  lines: ({ names, count }) => [`列出的是：${names.join("、")}`, `说明中写的是 ${count}`],
  pass: ({ text }) => `说明中“${text}”与后面列出的名称个数相同`,
});

/** `whole`: the amounts of the list make up what it divides; else one is missing to it as well. */
export const listMiscounted = declare("narrative-counted-list", {
  parameters: z.strictObject({ ...quoted, names: z.array(z.string()), count: z.string(), whole: z.boolean() }),
  reason: ({ text }) => text,
  title: ({ text, names }) => `说明中“${text}”后面列了 ${names.length} 个项目`,
  lines: ({ names, count, whole }) => [
    `列出的是：${names.join("、")}`,
    whole ? `各项之和等于总额，个数写的是 ${count}` : `个数写的是 ${count}，各项之和也比总额少，可能漏列了一项`,
  ],
  pass: ({ text }) => `说明中“${text}”与后面列出的项目个数相同，各项之和等于总额`,
});

export const listUnequal = declare("narrative-counted-sum", {
  parameters: z.strictObject({ ...compared, items: z.number() }),
  title: ({ text, items, expected }) => `说明中“${text}”与所列 ${items} 个项目之和 ${amountText(expected)}不相等`,
  lines: ({ stated, expected }) => [`所列各项之和 ${amountText(expected)}，说明中写的是 ${amountText(stated)}`],
  pass: ({ text }) => `说明中“${text}”等于所列各项之和`,
});
