/**
 * Names that hold words of another class: "质量评分≥95分", "培训合格证取得率，达85%以上", "达标学校数：". Whatever neither gives,
 * takes, denies, compares nor counts is a name where it stands before what is compared, or before a colon.
 */

import type { Production } from "../../language";
import type { Clause, Condition, Measure, Outcome } from "../tree";
import { arm } from "./arms";
import { any, as, entryOf, many, optional, rule, symbol, token, wordOf } from "./build";
import { BEHIND, mayFollow, N, NONE, ranged } from "./measured";
import type { Name } from "./names";
import { range } from "./ranges";
import type { Range } from "./ranges";
import { unitOf } from "../../language";

/** No name is longer. */
const LONGEST = 32;

/** Classes whose words may be part of a name. */
const NAMING = [
  "noun",
  "measure",
  "done",
  "quality",
  "met",
  "target",
  "actual",
  "grade",
  "grave",
  "level",
  "source",
  "scope",
  "ordinal",
  "purpose",
  "undefined",
  "saved",
  "on-time",
  "year",
  "partly",
  "event",
  "sum-word",
  "between",
] as const;

const SUBJECT_WORD = any(
  ...NAMING.map((cls) => token(cls)),
  token("join", (_v, t) => t.word !== "/"),
  token("reckon", (_v, t) => /^(?:得分|评分|打分|核算|评定)$/u.test(t.word)),
  token("sign", (_v, t) => t.word === "乘"),
  token("grow", (_v, t) => /^(?:增加|减少)$/u.test(t.word)),
  token("via-ratio", (_v, t) => t.word === "占"),
  symbol("subject-aside"),
);

type Tail = { side: "low" | "high"; inclusive: boolean; soft: boolean; said: boolean | null };

/** Of what so many percent are meant. */
const WHOLE_OF = any(
  token("target", (v) => v.money === true),
  symbol("name"),
);

const SHARE_OF_IT = token("quantity", (v) => v.unit === "%" || v.unit === "‰");

/** What a share is of; null for a measure of its own, for which the number is no share. */
function wholeOf(value: unknown): string | null {
  const { text, measure, verb } = as<Partial<Name>>(value);
  if (text === undefined) return wordOf(value);
  return measure === null && !verb && text.length <= 16 ? text : null;
}

const COUNTED = token("quantity", (v) => unitOf(String(v.unit)).dimension === "count" && v.each !== true);

/** What a name alone, before a comma or a colon, must end in to name a figure. */
const NAMES_A_FIGURE = /(?:[率度数]|占比|比例|比率|数量|人次|得分|评分|面积|时长|长度|金额)$/u;

/** Names that say whose figure is meant and not which: what stands in them would be a condition. */
const CONDITIONS =
  /(?:的|对象|主体|范围)$|,|^(?:其中|对|在|当|若|如|因)|基本(?:达|符|完)|部分(?:达|完)|^(?:达标|达到|符合|满足)$/u;

/** A name that is not one word of the verdict it may be by itself. */
const isName = (words: string): boolean =>
  words.length >= 3 && words.length <= LONGEST && !CONDITIONS.test(words) && !CHANGES.test(words);

/** "出现延误一次": one of what happened is counted, and names no figure. */
const happened = (words: string, { bare }: Range): boolean =>
  !isName(words) ||
  (/^(?:发生|出现|存在|发现|造成|产生|查出|有)/u.test(words) &&
    bare?.number === "1" &&
    /^(?:次|起|例|件|处|项|宗|个)$/u.test(bare.unit));

/** Right before a number these are a change, not a name: "产值增加10%以上". */
const CHANGES = /(?:增加|增长|提高|提升|上升|减少|下降|降低|新增|压缩)$/u;

export const SUBJECT_PRODUCTIONS: readonly Production[] = [
  rule("subject-word", "达标", [SUBJECT_WORD], () => true),
  rule(
    "subject",
    "达标学校数",
    [optional(many("subject-word", LONGEST)), SUBJECT_WORD],
    ([, last], words): Name | null =>
      words.length > LONGEST
        ? null
        : {
            text: words,
            measure: typeof last === "object" ? (entryOf(last, "kind") as Measure | null) : null,
            verb: false,
            judging: false,
          },
  ),
  rule(
    "condition",
    "质量评分≥95分",
    [symbol("subject"), symbol("range"), BEHIND],
    ([subject, part, what]): Condition | null => {
      const [name, told] = [as<Name>(subject), as<Range>(part)];
      if (happened(name.text, told) || told.around || told.name !== null || (what !== null && !mayFollow(what, told)))
        return null;
      const condition = ranged(name, told);
      const behind = as<Partial<Name> | null>(what)?.text ?? "";
      return condition === null || behind === "" ? condition : ({ ...condition, behind } as Condition);
    },
    5,
  ),
  rule(
    "condition",
    "培训合格证取得率，达85%以上",
    [symbol("subject"), token("comma"), symbol("range")],
    ([subject, , part]): Condition | null => {
      const [name, told] = [as<Name>(subject), as<Range>(part)];
      if (!isName(name.text) || !NAMES_A_FIGURE.test(name.text) || told.around || told.name !== null) return null;
      return ranged(name, told);
    },
    5,
  ),
  rule(
    "condition",
    "资金拨付到学校时间，6月底前",
    [symbol("subject"), token("comma"), symbol("condition")],
    ([subject, , c]): Condition | null =>
      as<Condition>(c).kind === "date" && /(?:时间|时限|日期)$/u.test(as<Name>(subject).text) ? as<Condition>(c) : null,
    5,
  ),
  rule(
    "clause",
    "实际运行成本与目标值相比",
    [optional(symbol("subject")), symbol("against")],
    (_v, words): Clause | null => (/相?比较?,?$/u.test(words) ? { kind: "heading", text: words } : null),
    3,
  ),
  // A share of what the text names beside it, which is the figure of the cell: "变更增加投资控制在概算的3%以内".
  rule(
    "condition",
    "工程变更增加投资控制在概算的3%以内",
    [symbol("subject"), token("comparator", (v) => v.side !== "at"), WHOLE_OF, SHARE_OF_IT, optional(symbol("tail"))],
    ([subject, c, whole, q, t]): Condition | null => {
      const [{ text }, of] = [as<Name>(subject), wholeOf(whole)];
      const [own, tail] = [entryOf(c, "side") as "low" | "high", t === null ? null : as<Tail>(t)];
      const isShare = as<Partial<Name>>(whole).text !== undefined || Number(entryOf(q, "number")) < 50;
      if (!isName(text) || of === null || !isShare || (tail !== null && tail.side !== own)) return null;
      const at = { number: String(entryOf(q, "number")), unit: String(entryOf(q, "unit")) };
      const inclusive = tail?.said ?? entryOf(c, "inclusive") === true;
      const end = { at, inclusive, explicit: (tail?.said ?? null) !== null, soft: false };
      const ends = own === "low" ? { low: end, high: null } : { low: null, high: end };
      return { kind: "range", measure: "rate", name: `${text}占${of}比例`, ...ends };
    },
    3,
  ),
  rule(
    "subject-aside",
    "（不含药品收入）",
    [token("open"), token("includes"), many("aside-word", LONGEST), token("close")],
    () => true,
  ),
  rule("aside-word", "药品收入", [any(token("noun"), token("join"), token("measure"), token("done"))], () => true),
  // So many of something: "20个村以上".
  rule(
    "condition",
    "20个村以上",
    [N, optional(token("done")), COUNTED, token("noun", (_v, t) => t.word.length <= 4), symbol("tail")],
    ([name, , q, noun, t]): Condition | null => {
      const end = as<{ side: "low" | "high"; inclusive: boolean; soft: boolean; said: boolean | null }>(t);
      const at = { number: String(entryOf(q, "number")), unit: String(entryOf(q, "unit")) };
      const made = {
        at,
        inclusive: end.said ?? end.inclusive,
        explicit: end.said !== null,
        soft: end.soft && end.said === null,
      };
      const condition = ranged(
        as<Name | null>(name),
        range({ low: end.side === "low" ? made : null, high: end.side === "high" ? made : null, tailed: true }),
      );
      return condition?.kind === "range" ? { ...condition, behind: wordOf(noun) } : null;
    },
    4,
  ),
  rule(
    "clause",
    "优良中低差五档：",
    [
      any(token("quality"), token("grade"), token("noun")),
      optional(any(token("noun"), token("grade"), token("way"))),
      optional(any(token("noun"), token("grade"), token("way"))),
      optional(any(token("noun"), token("grade"), token("way"))),
      token("level"),
      token("colon"),
    ],
    (_v, words): Clause | null =>
      /^[优良中低差好高、]{3,9}[三四五]个?(?:档次?|等[次级]?):$/u.test(words) ? { kind: "heading", text: words } : null,
    3,
  ),
  rule(
    "clause",
    "达标学校数：",
    [symbol("subject"), token("colon")],
    ([subject], words): Clause | null =>
      isName(as<Name>(subject).text) && NAMES_A_FIGURE.test(as<Name>(subject).text)
        ? { kind: "heading", text: words }
        : null,
    6,
  ),
  rule(
    "clause",
    "培训人次达标（≥300人次）得8分",
    [
      symbol("condition"),
      token("open"),
      symbol("range"),
      token("close"),
      optional(any(token("comma"), token("colon"))),
      symbol("outcomes"),
    ],
    ([told, , part, , , o]) => {
      const met = as<Condition>(told);
      const so =
        (met.kind === "target" && met.side === "met") || (met.kind === "fact" && !met.denied && met.sort !== "event");
      const name = "text" in met ? { ...NONE, text: met.text } : null;
      const when = so ? ranged(name, as<Range>(part)) : null;
      return when === null ? null : arm(when, as<Outcome>(o), "");
    },
    3,
  ),
];
