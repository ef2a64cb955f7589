/** A year in a text that is meant as the year of doing something, and the words around it. */
export interface StaleYear {
  readonly year: number;
  readonly words: string;
}

/** Before a year: it is compared with, carried over from, or named in a document. */
const comparison = /(?:较|比|与|同|相比|相较|对比|超过|高于|低于|超|基于|截至|截止|自|从|始于|以)$/;
/** After a year: last year's money, a span of years, a document's number, a base. */
const reference =
  /^(?:年)?(?:度)?(?:的)?(?:基数|基期|水平|底数|同期|结转|结余|决算|执行|实际|已|通知|文件|版|印发|出台|以来|起|至|到|[-—~－–]|第?\d+号)|^[〕\])）]/;
/** Words that say it is a plan for that year. */
const plan = new RegExp(
  "^年(?:度)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|末|内|前|之前|以前|年底)?(?:前)?" +
    "(?:完成|实施|开展|举办|建成|投入|高质量|全面|按|各项|需|拟|计划|预计|从|组织|实现|达到|新增|培育|，|。|；|$)",
);
/** A cell that holds nothing but a month or its end: "≤2025年11月底". */
const alone = /^[≤<=]*(?:于|在)?$/;
const wholeDate = /^年(?:\d{1,2}月(?:份|底|末|[上中下]旬)?|年?[底末])(?:完成)?$/;
/** A year that no digit stands in front of (without lookbehind, which Safari of before 16.4 does not know). */
const written = /(^|\D)(20\d{2})(?=年)/g;

/**
 * Years in a text that are not the table's, said of something to be done: "在2023年完成", "2023年12月底前". A year in a
 * comparison ("较2024年增长"), in a document's name or number, or carried over ("2024年结转") is right where it is.
 * With `laterToo` a deadline in a later year counts as well (a project's targets may run on, an evaluation looks back).
 * Limit: a bare year inside a longer name is passed over.
 */
export function staleYears(text: string, year: number, laterToo: boolean): StaleYear[] {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  const found: StaleYear[] = [];
  for (const match of plain.matchAll(written)) {
    const start = match.index + match[1]!.length;
    const value = Number(match[2]);
    const before = plain.slice(0, start);
    const after = plain.slice(start + 4);
    if (
      value === year ||
      comparison.test(before) ||
      reference.test(after) ||
      /[《〈“"(（〔[][^》〉”"）)〕\]]*$/.test(before)
    )
      continue;
    const deadline =
      /^年(?:\d{1,2}月)(?:\d{1,2}日)?(?:底|末)?(?:之?前|以前)/.test(after) ||
      /^年(?:\d{1,2}月\d{1,2}日)$/.test(after) ||
      (alone.test(before) && wholeDate.test(after));
    if (
      value > year
        ? laterToo && deadline
        : (plan.test(after) && /(?:在|于|预计|计划|拟|力争|到)$/.test(before)) || deadline
    )
      found.push({ year: value, words: plain.slice(Math.max(0, start - 6), start + 12) });
  }
  return found;
}
