/** On the good side of the target, in other words than its comparison: better than it, kept within it. */

import type { Production } from "../../language";
import { any, optional, rule, symbol, TARGET_TAIL, token } from "./build";
import { SUBJECT, target } from "./targets";

export const TARGET_BOUND_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "优于或等于目标值",
    [
      SUBJECT,
      token("comparator", (_v, t) => /^(?:优于|好于)$/u.test(t.word)),
      optional(symbol("or-equal")),
      token("target"),
    ],
    (_v, words) => target("met", false, words),
  ),
  rule(
    "or-equal",
    "或等于",
    [
      token("or"),
      any(
        token("comparator", (v) => v.side === "at"),
        token("comparator", (_v, t) => t.word === "等于"),
      ),
    ],
    () => true,
  ),
  rule(
    "condition",
    "控制在标准内",
    [
      SUBJECT,
      token("comparator", (_v, t) => /^控制在/u.test(t.word)),
      token("target"),
      TARGET_TAIL,
      any(
        token("noun", (_v, t) => /^(?:以?内|范围内|之内)$/u.test(t.word)),
        token("suffix", (v) => v.side === "high"),
      ),
    ],
    (_v, words) => target("at-most", true, words),
  ),
];
