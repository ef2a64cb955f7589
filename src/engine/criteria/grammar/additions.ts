/** What is added to what there is, and what bounds a part of all the marks: "加权重分的4%", "扣分上限为权重的50%". */

import type { Production } from "../../language";
import type { Condition, Limit, Outcome } from "../tree";
import { arm } from "./arms";
import { any, as, optional, rule, symbol, token } from "./build";

const WHOLE = optional(any(token("whole"), token("full")));
/** Words of adding that already say to what: 加权重分. */
const TO_WHOLE = token("add", (_v, t) => /权重|分值/u.test(t.word));

export const ADDITION_PRODUCTIONS: readonly Production[] = [
  rule("outcome", "加权重分的4%", [TO_WHOLE, symbol("share"), WHOLE], ([, s]): Outcome => ({
    kind: "plus",
    points: "0",
    share: as<string>(s),
  })),
  rule(
    "outcome",
    "在满分基础上扣1分",
    [
      any(token("full"), token("whole")),
      token("noun", (_v, t) => /^基础[上之]?$/u.test(t.word)),
      token("take"),
      symbol("points"),
    ],
    ([, , , points]): Outcome => ({ kind: "minus", points: as<string>(points) }),
  ),
  rule(
    "clause",
    "完成率>120%的，视为目标偏低，扣1分",
    [
      symbol("condition"),
      token("comma"),
      token("via", (_v, t) => /^视/u.test(t.word)),
      symbol("phrase"),
      token("comma"),
      symbol("outcomes"),
    ],
    ([c, , , , , o]) => {
      const when = as<Condition>(c);
      return when.kind === "range" ? arm(when, as<Outcome>(o), "") : null;
    },
  ),
  rule(
    "outcome",
    "得分再减1分",
    [
      any(
        token("reckon", (_v, t) => t.word === "得分"),
        token("earn"),
      ),
      token("take"),
      symbol("points"),
    ],
    ([, , points]): Outcome => ({ kind: "minus", points: as<string>(points), more: true }),
  ),
  rule(
    "limit",
    "扣分上限为权重的50%",
    [token("most", (_v, t) => t.word.includes("扣")), WHOLE, symbol("share"), WHOLE],
    ([, , s]): Limit => ({ kind: "most-share", share: as<string>(s) }),
  ),
  rule(
    "limit",
    "得分小于零的按零计",
    [
      any(token("reckon"), token("earn"), token("whole")),
      token("comparator", (v) => v.side === "high" && v.inclusive !== true),
      symbol("nothing-left"),
      token("by"),
      symbol("nothing-left"),
      optional(any(token("reckon"), token("give"))),
    ],
    (): Limit => ({ kind: "least", points: "0" }),
  ),
  rule("nothing-left", "零", [token("negation", (_v, t) => t.word === "零")], () => "0"),
  rule("nothing-left", "0", [token("quantity", (v) => v.number === "0" && v.unit === "")], () => "0"),
  rule("nothing-left", "0分", [token("marks", (v) => v.number === "0")], () => "0"),
  rule("nothing-left", "零分", [token("nothing")], () => "0"),
];
