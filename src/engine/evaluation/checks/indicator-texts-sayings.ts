import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { ofBlock, shortList } from "../parameters";

/** With no indicators where none stands there twice. */
export const indicatorTwice = declare("indicator-twice", {
  parameters: z.strictObject({ ...ofBlock, indicators: z.array(z.string()) }),
  relation: "derived",
  reason: () => "指标重复",
  title: ({ name, indicators }) => `${name}有 ${indicators.length} 条指标重复出现：${shortList(indicators)}`,
  lines: () => ["名称、类别和指标值都相同；请合并，或改成不同的指标。"],
  pass: ({ name }) => `${name}没有重复的指标`,
});

/** `found` with the words around it; null and "" where no text speaks of another year than the table's. */
export const staleYearWritten = declare("stale-year", {
  parameters: z.strictObject({ ...ofBlock, found: z.nullable(z.int()), text: z.string(), year: z.int() }),
  reason: ({ found, year }) => `${found ?? ""} ${year}`,
  title: ({ name, found, text, year }) => `${name}写到了 ${found ?? ""} 年（“${text}”），本表是 ${year} 年的`,
  lines: () => ["像是沿用了别的年度的文字；请核实。"],
  pass: ({ name }) => `${name}没有写错年度`,
});
