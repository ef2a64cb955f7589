import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { amount, amountText, comparedWith, quoted, type Amount } from "../parameters";

/** The two figures under each other. */
function bothLines({ stated, expected, name }: { stated: Amount; expected: Amount; name: string }): string[] {
  return [`说明：${amountText(stated)}`, `${name}：${amountText(expected)}`];
}

export const figureDiffers = declare("narrative-figure", {
  parameters: z.strictObject(comparedWith),
  title: ({ text, name, expected }) => `说明中“${text}”与${name} ${amountText(expected)}不一致`,
  lines: bothLines,
  pass: ({ text, name }) => `说明中“${text}”与${name}一致`,
});

export const figureUnreadable = declare("narrative-figure-unreadable", {
  parameters: z.strictObject({ ...quoted, name: z.string() }),
  title: ({ text, name }) => `说明中“${text}”未能与${name}核对：表中的数读不出来`,
  lines: () => [],
});

export const figureBelowTable = declare("narrative-at-least", {
  parameters: z.strictObject(comparedWith),
  relation: "bound",
  title: ({ text, name, expected }) => `说明中“${text}”小于${name} ${amountText(expected)}`,
  lines: bothLines,
  pass: ({ text, name }) => `说明中“${text}”不小于${name}`,
});

export const figureAboveLimit = declare("narrative-above-limit", {
  parameters: z.strictObject(comparedWith),
  relation: "bound",
  title: ({ text, name, expected }) => `说明中“${text}”大于${name} ${amountText(expected)}`,
  lines: bothLines,
  pass: ({ text, name }) => `说明中“${text}”不超过${name}`,
});

export const runningCostShort = declare("narrative-shortfall", {
  parameters: z.strictObject(comparedWith),
  title: ({ text, name, expected }) =>
    `说明中“${text}”小于${name} ${amountText(expected)}，需说明哪些单位的公用经费不计入`,
  lines: bothLines,
  pass: ({ text, name }) => `说明中“${text}”与${name}一致`,
});

/** `found`: what the table has; null where it has nothing. */
export const denialContradicted = declare("narrative-denial", {
  parameters: z.strictObject({ ...quoted, name: z.string(), found: z.nullable(amount) }),
  title: ({ text, name, found }) => `说明中写明“${text}”，但${name}有 ${found === null ? "0" : amountText(found)}`,
  lines: ({ name, found }) => [`${name}：${found === null ? "0" : amountText(found)}`],
  pass: ({ text }) => `说明中写明“${text}”，表中没有金额`,
});

/** `other`: the words of the first mention. */
export const mentionsDiffer = declare("narrative-mentions", {
  parameters: z.strictObject({ ...comparedWith, other: z.string() }),
  title: ({ name, text, other }) => `说明中两处${name}不一致：“${text}”与“${other}”`,
  lines: ({ stated, expected }) => [`一处：${amountText(stated)}`, `另一处：${amountText(expected)}`],
  pass: ({ name }) => `说明中两处${name}一致`,
});

/** `sheet`: one that is no table we know, with a row of that name. */
export const otherSheetDiffers = declare("narrative-other-sheet", {
  parameters: z.strictObject({ ...comparedWith, sheet: z.string() }),
  title: ({ text, name, sheet, expected }) => `说明中“${text}”与“${sheet}”中“${name}”的 ${amountText(expected)}不一致`,
  lines: ({ stated, expected, sheet }) => [`说明：${amountText(stated)}`, `“${sheet}”：${amountText(expected)}`],
  pass: ({ text, sheet }) => `说明中“${text}”与“${sheet}”一致`,
});

/** A number of projects that is not that of the list with the same total. */
export const projectsMiscounted = declare("narrative-projects-miscounted", {
  parameters: z.strictObject({ ...comparedWith, sheet: z.string() }),
  title: ({ stated, sheet, expected }) =>
    `说明中项目“${stated.value}${stated.unit}”，“${sheet}”中金额合计相同的项目有 ${amountText(expected)}`,
  lines: ({ stated, expected, sheet }) => [`说明：${amountText(stated)}`, `“${sheet}”：${amountText(expected)}`],
  pass: ({ text, sheet }) => `说明中“${text}”与“${sheet}”一致`,
});

/** A name that no sheet has; `name`: that of the row with the amount. */
export const otherSheetNames = declare("narrative-other-sheet-name", {
  parameters: z.strictObject({ ...quoted, name: z.string(), sheet: z.string() }),
  reason: ({ text }) => text,
  title: ({ text, name, sheet }) => `说明中“${text}”，“${sheet}”中没有这个名称，这个数是“${name}”的`,
  lines: () => [],
});
