/** What is told the other way round: the marks before their condition, and from where on there are any. */

import type { Production } from "../../language";
import type { Bound, Clause, Condition, Outcome, Quantity } from "../tree";
import { PASS_LINE } from "../tree";
import { any, as, optional, rule, symbol, token, wordOf } from "./build";
import { arm } from "./arms";

/** 须, 需, 必须: what is then asked for. */
const REQUIRES = token("via", (_v, t) => /^(?:须|需|必须)$/u.test(t.word));
const ONLY_THEN = any(
  token("via", (_v, t) => /^(?:方可|方能|才能|才)$/u.test(t.word)),
  token("noun", (_v, t) => /^(?:方|始|开始|起)$/u.test(t.word)),
);
const COUNTS = any(token("reckon"), token("earn"), token("give"), token("whole"));

const AS = any(
  token("by"),
  token("scope", (_v, t) => /^设定?$/u.test(t.word)),
);
const IS = any(
  token("rated"),
  token("give"),
  token("comparator", (v) => v.side === "at"),
  token("noun", (_v, t) => t.word === "为"),
);

export const GATE_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "以60%为及格线",
    [
      optional(AS),
      optional(any(token("proportion"), symbol("name"))),
      symbol("number"),
      IS,
      any(
        token("grade", (_v, t) => t.word === "及格"),
        token("quality", (_v, t) => t.word === "合格"),
      ),
      token("noun", (_v, t) => /^(?:线|标准|分数线)$/u.test(t.word)),
    ],
    ([, , at]): Clause | null =>
      as<Quantity>(at).unit === "%"
        ? {
            kind: "arm",
            when: {
              kind: "range",
              measure: "completion",
              name: "完成率",
              low: null,
              high: { at: as<Quantity>(at), inclusive: false, explicit: false, soft: false },
            },
            then: { kind: "nothing" },
            limit: null,
          }
        : null,
  ),
  rule(
    "condition",
    "达到合格线",
    [
      optional(token("negation")),
      token("comparator", (v, t) => v.side === "low" || /^[未没]/u.test(t.word)),
      any(token("grade"), token("quality")),
      token("noun", (_v, t) => t.word === "线"),
    ],
    ([no, c], words): Condition => ({
      kind: "fact",
      text: words,
      core: PASS_LINE,
      denied: no !== null || /^[未没]/u.test(wordOf(c)),
      sort: "quality",
      grave: false,
      partly: false,
    }),
  ),
  rule("clause", "得满分须完成率达到100%", [symbol("outcomes"), REQUIRES, symbol("conditions")], ([o, , c], words) => {
    const then = as<Outcome>(o);
    return then.kind === "full" || then.kind === "points" ? arm(as<Condition>(c), then, words) : null;
  }),
  rule(
    "clause",
    "完成60%以上方可得分",
    [symbol("conditions"), optional(token("comma")), optional(token("after")), ONLY_THEN, COUNTS],
    ([c]): Clause | null => {
      const when = below(as<Condition>(c));
      return when === null ? null : { kind: "arm", when, then: { kind: "nothing" }, limit: null };
    },
  ),
];

/** Everything on the other side of a one-sided range; null for any other condition. */
function below(condition: Condition): Condition | null {
  if (condition.kind !== "range" || (condition.low === null) === (condition.high === null)) return null;
  const turned = (end: Bound | null): Bound | null =>
    end === null ? null : { ...end, inclusive: !end.inclusive, soft: false };
  return { ...condition, low: turned(condition.high), high: turned(condition.low) };
}
