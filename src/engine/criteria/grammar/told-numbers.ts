/** What the text only tells: the target once more, what all the marks are given for, how a score is rounded. */

import type { Production } from "../../language";
import type { Clause } from "../tree";
import { any, rule, symbol, token } from "./build";

export const TOLD_NUMBER_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "98%为目标值",
    [
      symbol("number"),
      any(
        token("comparator", (v) => v.side === "at"),
        token("noun", (_v, t) => t.word === "为"),
        token("give", (_v, t) => t.word === "为"),
      ),
      token("target"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "以100%为满分",
    [
      token("by", (_v, t) => t.word === "以"),
      symbol("number"),
      any(
        token("give"),
        token("noun", (_v, t) => t.word === "为"),
      ),
      token("full"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  // As every score is rounded anyhow; to any other place it is not read.
  rule(
    "clause",
    "四舍五入保留两位小数",
    [
      token("noun", (_v, t) => /^(?:结果|得分|计算结果|四舍五入)?(?:四舍五入)?保留$/u.test(t.word)),
      token("quantity", (v) => v.number === "2" && v.unit === "位"),
      token("noun", (_v, t) => t.word === "小数"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
];
