/** What the text only tells: the target once more, what all the marks are given for. */

import type { Production } from "../../language";
import type { Clause } from "../tree";
import { any, optional, rule, symbol, token } from "./build";

export const TOLD_NUMBER_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "超过目标面积5%以上需说明原因",
    [
      symbol("conditions"),
      optional(token("comma")),
      optional(
        any(
          token("via", (_v, t) => /^[需须应]$/u.test(t.word)),
          token("noun", (_v, t) => /^(?:需要?|须|应当?)$/u.test(t.word)),
        ),
      ),
      token("noun", (_v, t) => /^(?:说明|注明|分析)(?:原因|情况|理由)?$/u.test(t.word)),
      optional(token("noun", (_v, t) => /^(?:原因|情况|理由)$/u.test(t.word))),
      optional(token("comma")),
      optional(token("full", (_v, t) => t.word.startsWith("不"))),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
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
];
