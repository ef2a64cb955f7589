/** Marks told in front of what earns them: "10分：≥90%", "满分：全部完成", "60%分值：80%-90%". */

import type { Production } from "../../language";
import type { Condition, Outcome } from "../tree";
import { as, optional, rule, symbol, token } from "./build";
import { arm } from "./arms";

/** What marks in front are given for: a figure, a grade, a date, a deed done or left undone, never a name. */
function isTold(when: Condition): boolean {
  switch (when.kind) {
    case "range":
    case "bare":
    case "grade":
    case "date":
    case "in-time":
    case "target":
      return true;
    case "fact":
      return when.sort !== "other" || when.denied || when.partly;
    default:
      return false;
  }
}

export const MARKS_IN_FRONT_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "A：≥95%得满分",
    [
      token("grade", (_v, t) => /^[A-H]$/u.test(t.word)),
      token("colon"),
      symbol("condition"),
      optional(token("comma")),
      symbol("outcomes"),
    ],
    ([, , c, , o], words) => {
      const when = as<Condition>(c);
      return when.kind === "range" || when.kind === "bare" ? arm(when, as<Outcome>(o), words.slice(2)) : null;
    },
  ),
  rule("marks-in-front", "10分", [symbol("points")], ([p]): Outcome =>
    as<string>(p) === "0" ? { kind: "nothing" } : { kind: "points", points: as<string>(p) },
  ),
  rule(
    "marks-in-front",
    "满分10分",
    [token("full", (_v, t) => !t.word.startsWith("不")), optional(symbol("points"))],
    ([, p]): Outcome => ({ kind: "full", named: as<string | null>(p) }),
  ),
  rule("marks-in-front", "不得分", [token("nothing")], (): Outcome => ({ kind: "nothing" })),
  rule("clause", "10分：≥90%", [symbol("marks-in-front"), token("colon"), symbol("conditions")], ([o, , c]) =>
    isTold(as<Condition>(c)) ? arm(as<Condition>(c), as<Outcome>(o), "") : null,
  ),
];
