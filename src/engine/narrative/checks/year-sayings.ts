import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { quoted } from "../parameters";

export const otherYear = declare("narrative-year", {
  parameters: z.strictObject({ ...quoted, found: z.int(), year: z.int() }),
  reason: ({ found, year }) => `${found} ${year}`,
  title: ({ text, found, year }) => `说明中“${text}”写的是${found}年，预算是${year}年的`,
  lines: () => [],
  pass: ({ text }) => `说明中“${text}”写的是预算年度`,
});

export const titleOfOtherYear = declare("narrative-title-year", {
  parameters: z.strictObject({ found: z.int(), year: z.int(), dated: z.boolean() }),
  title: ({ found, year, dated }) => `说明的标题写的是${found}年，${dated ? "表" : "正文"}是${year}年的`,
  lines: () => [],
});

export const comparedWithOtherYear = declare("narrative-comparison-year", {
  parameters: z.strictObject({ ...quoted, found: z.int(), year: z.int() }),
  reason: ({ found, year }) => `${found} ${year}`,
  title: ({ text, found, year }) => `说明中“${text}”是与${found}年比，上年是${year}年`,
  lines: () => ["请核对比较的年度，与更早的年度比较的请写明"],
  pass: ({ text }) => `说明中“${text}”是与上年比`,
});
