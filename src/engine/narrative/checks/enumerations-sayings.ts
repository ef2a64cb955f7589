import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { quoted } from "../parameters";

/** A number of things, and the names that are listed behind it. */
export const namesMiscounted = declare("narrative-enumeration", {
  parameters: z.strictObject({ ...quoted, names: z.array(z.string()), count: z.string() }),
  reason: ({ text }) => text,
  title: ({ text, names }) => `说明中“${text}”后面列了 ${names.length} 个名称`,
  lines: ({ names, count }) => [`列出的是：${names.join("、")}`, `说明中写的是 ${count}`],
  pass: ({ text }) => `说明中“${text}”与后面列出的名称个数相同`,
});
