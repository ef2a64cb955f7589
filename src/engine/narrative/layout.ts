import type { LayoutInput, LayoutReader, TableContent } from "../tables/layout";
import { isNarrative, paragraphsOf } from "./paragraphs";
import { readPassages } from "./passage";
import { readTitle } from "./title";

/** Words that every 说明 of a budget has some of; other long texts are none. */
const budgetWords = /收入预算|支出预算|基本支出|项目支出|三公|机关运行经费|政府采购|一般公共预算|财政拨款|收支总|预算公开|年初预算/g;
const fewestWords = 2;

/** Reads a sheet of running text as a table without sections: its claims are read by the checks, from the sheet. */
export const readNarrativeLayout: LayoutReader = ({ sheet, rows }: LayoutInput): TableContent | null => {
  if (!isNarrative(sheet)) return null;
  const passages = readPassages(paragraphsOf(sheet));
  const words = new Set(passages.flatMap((passage) => passage.text.match(budgetWords) ?? []));
  if (words.size < fewestWords) return null;
  const title = readTitle(passages);
  return {
    area: { top: sheet.rows[rows[0]]!, left: sheet.columns[0]!, bottom: sheet.rows[rows[1]]!, right: sheet.columns[sheet.columns.length - 1]! },
    title: title.text,
    year: title.year,
    unit: null,
    body: title.body,
    bodyCode: null,
    sections: [],
    fields: [],
    blocks: [],
    embedded: new Map(),
    evidence: [{ code: "row-labels", words: [...words].slice(0, 4) }],
    confidence: Math.min(1, 0.5 + words.size / 10),
  };
};
