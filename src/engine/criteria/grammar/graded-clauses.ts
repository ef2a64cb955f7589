/** Clauses that name what is left, or what earns at all, in one word: "其余为不合格", "得分". */

import type { Production } from "../../language";
import type { Condition, Outcome } from "../tree";
import { any, as, optional, rule, symbol, token, wordOf } from "./build";
import { GRADE_SCALES } from "../words";
import { arm } from "./arms";
import { COMMA } from "./clauses";

/** What a grade is said to be worth, behind a sign. */
const WORTH = any(
  token("colon"),
  token("comparator", (_v, t) => t.word === "="),
);

/** What is judged in one word that a person or a cell says: a grade of its own, reached, done. */
const JUDGED = new RegExp(
  "(?:[达完]到?成?|达[到标成]|合格|通过|符合|满足|规范|健全|完善|显著|明显|有效|及时|到位|满意)$|^[A-E甲乙丙丁一二三四][档级类等]$",
  "u",
);

/** Whether a word says by itself how well something did, and names no figure. */
export const isGradeWord = (word: string): boolean =>
  JUDGED.test(word) || GRADE_SCALES.some((scale) => scale.includes(word));

/** Whether a condition may be worth something behind a sign: a grade, a range, what was reached, never a name. */
function isWorth(when: Condition): boolean {
  switch (when.kind) {
    case "grade":
      return when.name === "" || !/[数值额率]$/u.test(when.name);
    case "range":
      return when.name === "" || when.low !== null || when.high !== null;
    case "fact":
    case "target":
      return JUDGED.test(when.text);
    default:
      return false;
  }
}

export const GRADED_CLAUSE_PRODUCTIONS: readonly Production[] = [
  rule("worth", "100%分值", [symbol("ladder-mark"), optional(any(token("whole"), token("full")))], ([m]) => m),
  rule("worth", "满分", [token("full")], (): Outcome => ({ kind: "full", named: null })),
  rule(
    "clause",
    "显著=100%分值",
    [symbol("condition"), WORTH, symbol("worth")],
    ([c, , o]) => (isWorth(as<Condition>(c)) ? arm(as<Condition>(c), as<Outcome>(o), "") : null),
    1,
  ),
  rule(
    "clause",
    "优秀（100%）",
    [token("grade"), token("open"), symbol("worth"), token("close")],
    ([g, , o]) =>
      as<Outcome>(o).kind === "points"
        ? null
        : arm({ kind: "grade", name: "", grades: [wordOf(g)], orBetter: false }, as<Outcome>(o), ""),
    3,
  ),
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
