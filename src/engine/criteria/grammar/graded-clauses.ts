/** Clauses that name what is left, or what earns at all, in one word: "其余为不合格", "得分". */

import type { Production } from "../../language";
import type { Condition, Outcome } from "../tree";
import { any, as, rule, symbol, token } from "./build";
import { arm } from "./arms";
import { COMMA } from "./clauses";

export const GRADED_CLAUSE_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "其余为不合格，不得分",
    [
      token("otherwise"),
      any(
        token("rated"),
        token("comparator", (v) => v.side === "at"),
        token("give", (_v, t) => t.word === "为"),
      ),
      any(token("grade"), token("quality")),
      token("comma"),
      symbol("outcomes"),
    ],
    ([, , , , o], words) => arm({ kind: "otherwise" }, as<Outcome>(o), words),
  ),
  rule(
    "clause",
    "完成3次及以上得分",
    [symbol("conditions"), COMMA, token("earn", (_v, t) => t.word === "得分")],
    ([c], words) => {
      const when = as<Condition>(c);
      // What earns, beside what does not ("不足3次不得分"): all the marks.
      const bounded = when.kind === "range" && (when.low === null) !== (when.high === null);
      return bounded ? arm(when, { kind: "full", named: null }, words) : null;
    },
    2,
  ),
];
