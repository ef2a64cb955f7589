import { readYear } from "../tables";
import { bodyEnding } from "./label";
import type { Passage } from "./passage";

/** What the head of a text says: whose budget, of which year. */
export interface NarrativeTitle {
  readonly text: string | null;
  readonly year: number | null;
  readonly body: string | null;
}

const titleWords = /(?:部门|单位)?(?:预算|收支).*(?:公开|说明)|公开说明|预算说明/;
const searched = 12;

/** Reads the first paragraphs: "××市××局2025年部门预算公开说明", also over two lines. */
export function readTitle(passages: readonly Passage[]): NarrativeTitle {
  const heads = passages
    .slice(0, searched)
    .map((passage) => passage.text)
    .filter((text) => text.length <= 60 && !/[。;]/.test(text));
  const titled = heads.find((text) => titleWords.test(text)) ?? null;
  const year = heads.map(readYear).find((found) => found !== null) ?? null;
  let body: string | null = null;
  for (const text of heads) {
    const words = text
      .replace(/^附件?\d*:?/, "")
      .replace(/^关于/, "")
      .replace(/20\d{2}年(?:度)?.*$|(?:部门|单位)(?:预算|收支).*$|预算公开.*$/, "")
      .replace(/的$/, "");
    if (
      body === null &&
      words.length >= 4 &&
      bodyEnding.test(words) &&
      !/^[第一二三四五六七八九十(]/.test(words) &&
      !/[:,、]/.test(words)
    )
      body = words;
  }
  return { text: titled, year, body };
}
