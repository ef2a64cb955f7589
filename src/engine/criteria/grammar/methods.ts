/** How marks are given, in words that only lead to the rule: "评分实行“达标得分、超标扣分”：", "按照“基础分+扣减分”方式计分：". */

import type { Production } from "../../language";
import type { Clause } from "../tree";
import { any, many, rule, token } from "./build";

/** No method is described at greater length. */
const LONGEST = 30;

/** Words of a method, be they of giving or of taking. */
const METHOD_WORD = any(
  token("noun"),
  token("reckon"),
  token("take"),
  token("give"),
  token("add"),
  token("bonus"),
  token("earn"),
  token("full"),
  token("whole"),
  token("met"),
  token("done"),
  token("quality"),
  token("way"),
  token("over-target"),
  token("sign", (v) => v.sign === "+"),
  token("join"),
  token("and"),
  token("by"),
  token("versus"),
  token("scope"),
  token("measure"),
  token("proportion"),
  token("heading"),
);

export const METHOD_PRODUCTIONS: readonly Production[] = [
  rule("method-word", "扣分", [METHOD_WORD], () => true),
  rule(
    "clause",
    "按照“基础分+扣减分”方式计分：",
    [many("method-word", LONGEST), token("colon")],
    (_v, words): Clause | null =>
      DESCRIBES.test(words) && !LEAVES_OPEN.test(words) ? { kind: "heading", text: words } : null,
    6,
  ),
  rule(
    "clause",
    "采用比较法",
    [many("method-word", LONGEST)],
    (_v, words): Clause | null =>
      /^(?:本指标|该指标|评分)?(?:采用|采取|运用|使用|按照?)[^,]{1,12}(?:法|方法|方式|制)(?:进行)?(?:计分|评分|赋分|评价|打分)?$/u.test(
        words,
      ) && !LEAVES_OPEN.test(words)
        ? { kind: "heading", text: words }
        : null,
    6,
  ),
];

/** That marks are given in some way, and by which method. */
const DESCRIBES =
  /^(?:本指标|该指标|评分|计分|得分)?(?:实行|采用|采取|执行|按照?|遵循).{2,}(?:法|方式|方法|制|原则|[得扣计评记]分|评价)?:$/u;

/** Who decides, what is weighed, and what is only so of some. */
const LEAVES_OPEN = /酌|视|适当|综合|专家|主管|部门|认[定可]|系数|权重|比例|折|除|仅|不[含计予]|倍/u;
