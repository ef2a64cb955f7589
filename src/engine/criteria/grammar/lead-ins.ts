/** What stands in front of the rule: how far a plan is to be at the year's end, whose count a figure is. */

import type { Production } from "../../language";
import type { Clause, Outcome } from "../tree";
import { arm } from "./arms";
import { any, as, entryOf, many, optional, rule, symbol, token, wordOf } from "./build";
import type { Phrase } from "./phrases";

/** No such note is longer. */
const LONGEST = 16;

const heading = (text: string): Clause => ({ kind: "heading", text });

/** How far one is to be by a time of the year. */
const PROGRESS = token("target", (_v, t) => /进度$/u.test(t.word));

/** Who finds that it is otherwise: what they found is not in the cells. */
const FOUND = /审[计核定]|认定|复核|核[查实]|验收/u;

export const LEAD_IN_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "年末序时进度为100%",
    [
      any(
        token("date"),
        token("scope", (_v, t) => /^(?:年末|年底|年度|全年|期末)$/u.test(t.word)),
      ),
      PROGRESS,
      any(
        token("comparator", (v) => v.side === "at"),
        token("give", (_v, t) => t.word === "为"),
      ),
      symbol("number"),
    ],
    (_v, words) => heading(words),
  ),
  rule(
    "clause",
    "三公经费控制情况：",
    [symbol("name"), token("comparator", (_v, t) => t.word === "控制"), token("colon")],
    (_v, words) => heading(words),
  ),
  rule(
    "clause",
    "资金使用符合财务管理制度，是则得分",
    [symbol("phrase"), token("comma"), token("bare-yes"), optional(token("comma")), symbol("outcomes")],
    ([p, , yes, , o]) => {
      const text = `${as<Phrase>(p).text},${wordOf(yes)}`;
      const denied = entryOf(yes, "yes") === false;
      return as<Phrase>(p).denials > 0
        ? null
        : arm(
            { kind: "fact", text, core: "是", denied, sort: "other", grave: false, partly: false },
            as<Outcome>(o),
            "",
          );
    },
  ),
  rule(
    "calibre-word",
    "财政部门",
    [any(...(["noun", "target", "actual", "done", "reckon", "year", "measure", "join"] as const).map((c) => token(c)))],
    () => true,
  ),
  rule(
    "clause",
    "在职人员数以部门决算编制口径为准",
    [
      optional(symbol("name")),
      token("by"),
      many("calibre-word", LONGEST),
      token("scope", (_v, t) => t.word === "为准"),
    ],
    (_v, words) => (/口径为准$/u.test(words) && !FOUND.test(words) ? heading(words) : null),
    1,
  ),
];
