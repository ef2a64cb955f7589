import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { amount, amountText, quoted } from "../parameters";

/** `name`: as the tables have it, 类/款/项. */
export const subjectRenamed = declare("narrative-subject", {
  parameters: z.strictObject({ ...quoted, name: z.string(), code: z.string() }),
  reason: ({ text }) => text,
  title: ({ text, name }) => `说明中的科目“${text}”，表中是“${name}”`,
  lines: ({ code, name }) => [`表中 ${code}：${name}`, "请按《政府收支分类科目》核对科目名称"],
  pass: ({ name }) => `说明中的科目“${name}”与表中名称一致`,
});

/** `name`: the row of the tables that has the amount; null where none has. */
export const subjectUnknown = declare("narrative-subject-unknown", {
  parameters: z.strictObject({
    ...quoted,
    subject: z.string(),
    stated: amount,
    name: z.nullable(z.string()),
    code: z.nullable(z.string()),
  }),
  reason: ({ subject }) => subject,
  title: ({ subject, stated, name, code }) =>
    name === null
      ? `说明中的“${subject}”${amountText(stated)}，表中没有这个科目`
      : `说明中的“${subject}”表中没有，${amountText(stated)}在表中是“${name}”（${code}）`,
  lines: ({ text }) => [`说明：${text}`],
});

/** A list of classes without amounts: "支出包括：…". */
export const classNotInTables = declare("narrative-class-listed", {
  parameters: z.strictObject({ ...quoted, subject: z.string(), missing: z.array(z.string()) }),
  reason: ({ subject }) => subject,
  title: ({ subject }) => `说明所列的支出中有“${subject}”，表中没有这一类`,
  lines: ({ text, missing }) => [
    `说明：${text}`,
    ...(missing.length === 0 ? [] : [`表中有而没有列出的：${missing.join("、")}`]),
  ],
});
