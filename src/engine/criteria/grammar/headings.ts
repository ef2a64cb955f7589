/** What stands in front: totals, base marks, headings, targets said again, sources. */

import type { Leaf, Production } from "../../language";
import type { Clause, Outcome, Quantity } from "../tree";
import { any, as, optional, rule, symbol, token, wordOf } from "./build";
import { USING } from "./using";
import { isNominal } from "./names";
import type { Name } from "./names";
import { unitOf } from "../../language";
import { arm, step } from "./arms";

/** What leads to what is looked at; who decides is none of it. */
const LOOKING_AT = /^(?:对照|对标|按照?|根据|依据|结合)$/u;

/** A unit of things that are counted, told by itself. */
const UNIT_WORD = token("noun", (_v, t) => unitOf(t.word).dimension === "count" && t.word.length <= 2);

export const HEADING_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "得分按60%基准：",
    [
      any(token("reckon"), token("whole"), token("earn")),
      token("by"),
      token("quantity", (v) => v.unit === "%"),
      optional(token("noun", (_v, t) => t.word === "为")),
      token("undefined", (_v, t) => /^基[准数]$/u.test(t.word)),
      optional(token("reckon")),
      token("colon"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  // Headings and names in front.
  rule("clause", "【评分标准】", [token("open"), token("heading"), token("close")], (_v, words): Clause => ({
    kind: "heading",
    text: words,
  })),
  rule(
    "clause",
    "本指标为反向指标：",
    [
      optional(symbol("name")),
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("noun", (_v, t) => /^(?:为|属于|系|是)$/u.test(t.word)),
        ),
      ),
      token("indicator-way"),
      optional(token("colon")),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  rule("clause", "评分标准", [token("heading")], (_v, words): Clause => ({ kind: "heading", text: words })),
  rule(
    "clause",
    "成本指标：",
    [symbol("name"), token("colon")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  rule(
    "clause",
    "对照目标值",
    [any(token("by"), token("join"), token("scope"), token("versus")), any(token("target"), token("proportion"))],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    3,
  ),
  rule(
    "clause",
    "（x为优良路率）",
    [
      token("open", (v) => v.square === false),
      any(
        token("noun", (_v, t) => /^[A-Za-z]$/u.test(t.word)),
        token("grade", (_v, t) => /^[A-Z]$/u.test(t.word)),
      ),
      any(
        token("rated", (_v, t) => t.word === "为"),
        token("noun", (_v, t) => t.word === "为"),
        token("comparator", (v) => v.side === "at"),
      ),
      symbol("name"),
      token("close"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  rule(
    "clause",
    "设满意度为S",
    [symbol("name"), optional(token("grade", (_v, t) => /^[A-Z]$/u.test(t.word)))],
    (_v, words): Clause | null => (/^设?.+为?[A-Z]$/u.test(words) ? { kind: "heading", text: words } : null),
    1,
  ),
  rule(
    "clause",
    "根据《绩效评价办法》",
    [optional(any(token("by"), token("versus"), token("scope"))), optional(symbol("name")), token("source")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    3,
  ),
  rule(
    "clause",
    "未完成扣2分/次",
    [
      optional(token("any", (_v, t) => /^任[一何意]/u.test(t.word))),
      any(symbol("phrase"), token("way")),
      optional(token("target")),
      optional(token("comma")),
      token("take"),
      symbol("points"),
      token("sign", (v) => v.sign === "/"),
      token("noun"),
    ],
    ([, p, of, , , points, , unit]) => {
      const what = `${textIn(p).replace(/^(?:发现|发生|出现|存在)/u, "")}${wordOf(of)}`;
      const short = /^未(?:能)?(?:完成|达到)$/u.test(what);
      const counted = { step: { number: "1", unit: wordOf(unit) }, from: null, each: true };
      return step(
        null,
        { ...counted, direction: short ? "short" : "event", what: short ? "" : what },
        { kind: "minus", points: as<string>(points) },
        null,
      );
    },
  ),
  rule(
    "clause",
    "完成得1分/项",
    [
      optional(token("done")),
      optional(token("give")),
      symbol("points"),
      token("sign", (v) => v.sign === "/"),
      UNIT_WORD,
    ],
    ([, , points, , unit]) =>
      step(
        null,
        { direction: "done", step: { number: "1", unit: wordOf(unit) }, from: null, what: "", each: true },
        { kind: "points", points: as<string>(points) },
        null,
      ),
  ),
  rule(
    "clause",
    "共10项",
    [
      token("sum-word"),
      token("quantity", (v) => unitOf(String(v.unit)).dimension === "count"),
      optional(symbol("name")),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "A为年初目标值",
    [
      any(
        token("noun", (_v, t) => /^[AB]为?$/u.test(t.word)),
        token("grade", (_v, t) => /^[AB]$/u.test(t.word)),
      ),
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("noun", (_v, t) => /^(?:为|代表|表示)$/u.test(t.word)),
        ),
      ),
      any(token("target"), token("actual")),
    ],
    // The forms head the target's column with A and the actual's with B: the other way round is not read.
    ([letter, , of], words): Clause | null =>
      wordOf(letter).startsWith("A") === as<Leaf>(of).token.classes.has("target")
        ? { kind: "heading", text: words }
        : null,
  ),
  rule(
    "clause",
    "按优秀、良好、合格评价",
    [optional(symbol("name")), token("by"), symbol("grades"), optional(any(token("level"), token("noun")))],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "根据年度完成情况：",
    [token("by"), any(symbol("phrase"), symbol("name"), token("actual")), token("colon")],
    (_v, words): Clause | null =>
      /(?:情况|结果|等级|等次|程度|水平|标准):$/u.test(words) ? { kind: "heading", text: words } : null,
    2,
  ),
  rule(
    "clause",
    "对照年度任务清单逐项核查",
    [
      any(
        token("by", (_v, t) => LOOKING_AT.test(t.word)),
        token("versus", (_v, t) => LOOKING_AT.test(t.word)),
      ),
      any(symbol("name"), token("target")),
      optional(token("any", (_v, t) => t.word === "逐项")),
      token("noun", (_v, t) => /^(?:逐项|综合)?(?:核查|核对|比对|检查|核实|考核|评价|评定)$/u.test(t.word)),
    ],
    (_v, words): Clause | null => (/\d/u.test(words) ? null : { kind: "heading", text: words }),
    4,
  ),
  rule(
    "clause",
    "以100%为标准",
    [
      token("by"),
      any(symbol("number"), symbol("points")),
      token("noun", (_v, t) => t.word === "为"),
      any(
        token("target", (_v, t) => /^(?:标准|目标|目标值|指标值)$/u.test(t.word)),
        token("undefined"),
      ),
    ],
    ([, at], words): Clause | null => (isCount(at) ? null : { kind: "heading", text: words }),
    1,
  ),
  rule(
    "clause",
    "是否制定预案",
    [token("noun", (_v, t) => t.word === "是否"), symbol("phrase")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule("clause", "反映项目完成情况", [token("purpose"), symbol("phrase")], (_v, words): Clause => ({
    kind: "heading",
    text: words,
  })),
  rule(
    "clause",
    "【数据来源】问卷调查",
    [
      optional(token("open")),
      token("plain-heading"),
      optional(token("close")),
      optional(token("colon")),
      optional(token("purpose")),
      symbol("phrase"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "指标解释：通过项目数/申请项目数×100%",
    [
      optional(token("open")),
      token("plain-heading"),
      optional(token("close")),
      optional(token("colon")),
      optional(symbol("defined-name")),
      optional(token("comparator", (v) => v.side === "at")),
      symbol("sum"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  // What the indicator is: a rate worked out, before the rule that says what it earns.
  rule(
    "clause",
    "（本年度结转资金-上年度结转资金）/上年度结转资金×100%",
    [symbol("sum")],
    (_v, words): Clause | null => (/[×*]100%$/u.test(words) ? { kind: "heading", text: words } : null),
    2,
  ),
  rule(
    "clause",
    "满意度计分：",
    [symbol("name"), any(token("reckon"), token("earn")), optional(token("heading")), token("colon")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    2,
  ),
  rule(
    "clause",
    "数量指标评分方法：",
    [
      any(symbol("name"), token("heading"), token("target")),
      any(token("heading"), token("reckon"), token("earn")),
      token("colon"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    3,
  ),
  rule(
    "clause",
    "以预算数为上限",
    [
      token("by"),
      token("target"),
      any(
        token("cap", (_v, t) => /^为上?限$/u.test(t.word)),
        token("noun", (_v, t) => /^为(?:准|依据|控制线|标准|基准|底线)$/u.test(t.word)),
        token("scope", (_v, t) => t.word === "为准"),
      ),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "以目标值为满分标准",
    [
      token("by"),
      token("target"),
      any(
        token("give"),
        token("noun", (_v, t) => t.word === "为"),
      ),
      token("full"),
      optional(token("target")),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "采用比例评分法",
    [
      any(symbol("phrase"), symbol("name"), USING, token("by")),
      token("reckon"),
      token("noun", (_v, t) => t.word === "法"),
    ],
    (_v, words): Clause | null =>
      /^(?:采用|采取|使用|运用|按照?|以)/u.test(words) ? { kind: "heading", text: words } : null,
  ),
  rule(
    "clause",
    "社会公众或服务对象的满意程度",
    [symbol("name"), token("or"), symbol("name")],
    (_v, words): Clause | null => (/(?:程度|情况|水平)$/u.test(words) ? { kind: "heading", text: words } : null),
    6,
  ),
  rule(
    "clause",
    "以20个为基数得6分",
    [
      token("by"),
      symbol("number"),
      token("noun", (_v, t) => t.word === "为"),
      any(
        token("undefined", (_v, t) => /^(?:基数|基准|底数)$/u.test(t.word)),
        token("target", (_v, t) => t.word === "标准"),
        token("noun", (_v, t) => /^(?:起点|基础|底线)$/u.test(t.word)),
      ),
      symbol("outcomes"),
    ],
    ([, at, , , o], words) =>
      arm({ kind: "bare", measure: null, name: "", at: as<Quantity>(at), explicit: false }, as<Outcome>(o), words),
  ),
  rule(
    "clause",
    "社会公众的满意程度",
    [symbol("name")],
    ([n], words) =>
      as<Name>(n).measure === null && !isNominal(words) ? null : ({ kind: "heading", text: words } satisfies Clause),
    6,
  ),
];

/** So many of something, not a share or marks. */
const isCount = (at: unknown): boolean =>
  typeof at === "object" && unitOf(as<Quantity>(at).unit).dimension === "count" && as<Quantity>(at).unit !== "分";

const textIn = (value: unknown): string => as<{ text?: string }>(value).text ?? wordOf(value);
