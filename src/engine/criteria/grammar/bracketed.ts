/** Brackets in the middle of a clause: "（60%）以下", "第一方阵（前5名）", "部门预算调整（追加追减）占…". */

import type { Production } from "../../language";
import { unitOf } from "../../language";
import type { Condition, Limit, Outcome, Quantity, StepClause } from "../tree";
import type { Name } from "./names";
import { as, entryOf, optional, rule, symbol, token } from "./build";
import { arm, step } from "./arms";
import { range } from "./ranges";

const OPEN = token("open", (v) => v.square === false);
const COMMA = optional(token("comma"));

export const BRACKETED_PRODUCTIONS: readonly Production[] = [
  // Names of how far one is to be by a day, and of each of several listed.
  rule(
    "name",
    "6月底序时进度",
    [token("date"), token("target", (_v, t) => /进度$/u.test(t.word))],
    (_v, words) => ({ text: words, measure: "ratio", verb: false, judging: false }) satisfies Name,
    3,
  ),
  rule(
    "name-piece",
    "等各",
    [token("level", (_v, t) => t.word === "等"), token("any", (_v, t) => t.word === "各")],
    () => ({ measure: null, verb: false, weak: true, judging: false }),
  ),
  rule("name-bracket", "（追加追减）", [OPEN, symbol("name"), token("close")], () => true),
  rule(
    "one-side",
    "（60%）以下",
    [OPEN, symbol("number"), token("close"), token("suffix", (v) => v.side === "high" || v.side === "low")],
    ([, q, , end]) => {
      const at = as<Quantity>(q);
      const made = {
        at,
        inclusive: entryOf(end, "inclusive") === true,
        explicit: false,
        soft: entryOf(end, "soft") === true,
      };
      // "（90分）以上": marks in brackets belong to what stands before them.
      if (at.unit === "分" || unitOf(at.unit).dimension === "count") return null;
      return range(entryOf(end, "side") === "low" ? { low: made, tailed: true } : { high: made, tailed: true });
    },
  ),
  rule(
    "clause",
    "位列全省第一方阵（前5名）得满分",
    [token("rank"), symbol("name"), OPEN, symbol("condition"), token("close"), COMMA, symbol("outcomes")],
    ([, , , c, , , o]) => {
      const when = as<Condition>(c);
      return when.kind === "range" && when.measure === "rank" ? arm(when, as<Outcome>(o), "") : null;
    },
  ),
  rule(
    "clause",
    "每增加5%（含）扣1分",
    [symbol("step"), symbol("inclusion"), COMMA, symbol("step-outcome"), optional(symbol("after-limit"))],
    ([s, said, , o, l]) =>
      as<{ yes: boolean }>(said).yes ? step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)) : null,
  ),
];
