/** What is said beside the rule and changes nothing of it: that only the best counts, what each gets, a principle. */

import type { Production } from "../../language";
import { unitOf } from "../../language";
import type { Clause } from "../tree";
import { any, as, many, optional, rule, symbol, token } from "./build";

export const ASIDE_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "（就高不就低，不重复计分）",
    [token("open"), symbol("best-only"), optional(symbol("best-only")), token("close")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule("clause", "就高不就低", [symbol("best-only")], (_v, words): Clause => ({ kind: "heading", text: words })),
  rule(
    "clause",
    "同一事项多次获奖的，按最高级别计分",
    [symbol("phrase"), optional(token("comma")), symbol("best-only")],
    ([p], words): Clause | null =>
      /^(?:同一|同时|重复|多次|多项|获多|获得多)/u.test(as<{ text: string }>(p).text)
        ? { kind: "heading", text: words }
        : null,
  ),
  rule(
    "clause",
    "多项获奖的累计计分",
    [many("about-word", 12), token("sum-word", (_v, t) => t.word === "累计"), any(token("reckon"), token("earn"))],
    (_v, words): Clause | null =>
      /^(?:同时)?(?:获得?)?(?:多项|多次|多个|各项|不同)[^,]{0,8}累计[计得]分$/u.test(words)
        ? { kind: "heading", text: words }
        : null,
  ),
  rule(
    "clause",
    "（成本类指标）",
    [token("open"), token("noun", (_v, t) => /类$/u.test(t.word)), optional(token("target")), token("close")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "累计计分",
    [token("sum-word", (_v, t) => t.word === "累计"), any(token("reckon"), token("earn"))],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "补助每人每年5000元",
    [
      optional(symbol("name")),
      token("per"),
      token("noun"),
      optional(token("per")),
      optional(token("noun")),
      token("quantity", (v) => unitOf(String(v.unit)).dimension === "money"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words, lead: true }),
    3,
  ),
  rule(
    "clause",
    "申领一个发放一个",
    [
      any(token("noun"), token("done"), token("event")),
      token("quantity", (v) => v.number === "1"),
      any(token("noun"), token("done")),
      token("quantity", (v) => v.number === "1"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words, lead: true }),
    3,
  ),
  rule("best-only", "按最高等次计分", [optional(token("comma")), token("best-only")], () => true),
  rule("clause", "其中：", [token("any", (_v, t) => t.word === "其中"), token("colon")], (_v, words): Clause => ({
    kind: "heading",
    text: words,
  })),
  rule("clause", "与上年相比", [token("change")], (_v, words): Clause => ({ kind: "heading", text: words }), 2),
  rule(
    "clause",
    "病床周转次数与上年比",
    [symbol("name"), token("change", (_v, t) => /比较?$/u.test(t.word))],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    3,
  ),
  rule(
    "clause",
    "其中完成率低于50%的不得分",
    [token("any", (_v, t) => t.word === "其中"), optional(token("colon")), symbol("clause")],
    ([, colon, c]) => {
      const clause = as<Clause>(c);
      return (colon === null ? ["arm", "step"] : ["definition"]).includes(clause.kind) ? ofThem(clause) : null;
    },
    1,
  ),
];

/** What takes marks for some of them says of whom: "其中境外游客不足1万人次的扣1分". */
function ofThem(clause: Clause): Clause {
  if (clause.kind === "step" && clause.count.of !== undefined)
    return { ...clause, count: { ...clause.count, of: `其中${clause.count.of}` } };
  const when = clause.kind === "arm" ? clause.when : null;
  if (clause.kind !== "arm" || (when?.kind !== "range" && when?.kind !== "bare") || when.name === "") return clause;
  if (!["minus", "minus-share", "nothing"].includes(clause.then.kind) || (when.measure ?? "value") === "completion")
    return clause;
  return { ...clause, when: { ...when, name: `其中${when.name}` } };
}
