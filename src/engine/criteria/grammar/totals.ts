/** How many marks there are in all, and what everybody starts from. */

import type { Production } from "../../language";
import type { Clause } from "../tree";
import type { Name } from "./names";
import { any, as, optional, rule, symbol, token } from "./build";

/** What everybody starts from, before additions and deductions. */
const BASE_WORDS = /^(?:基[础本准]分值?|底分|起评分|起始分|保底分)$/u;

const BASE = any(
  token("whole", (_v, t) => BASE_WORDS.test(t.word)),
  token("noun", (_v, t) => BASE_WORDS.test(t.word)),
);

export const TOTAL_PRODUCTIONS: readonly Production[] = [
  // The whole of the marks.
  rule(
    "clause",
    "共10分",
    [
      optional(token("open")),
      any(
        token("sum-word"),
        token("full"),
        token("whole", (_v, t) => !BASE_WORDS.test(t.word)),
        token("noun", (_v, t) => /^(?:满分|总分|共计|合计|总计)$/u.test(t.word)),
      ),
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("colon"),
          token("give"),
        ),
      ),
      symbol("points"),
      optional(token("close")),
      optional(token("colon")),
    ],
    ([, , , p]): Clause => ({ kind: "total", points: as<string>(p) }),
  ),
  rule(
    "clause",
    "基础分6分",
    [
      optional(token("scope", (_v, t) => /^(?:设|设定|设置)$/u.test(t.word))),
      BASE,
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("colon"),
          token("give"),
        ),
      ),
      symbol("points"),
    ],
    ([, , , p]): Clause => ({ kind: "arm", when: null, then: { kind: "points", points: as<string>(p) }, limit: null }),
  ),
  // That parts are added up goes without saying.
  rule(
    "clause",
    "三类扣分累加",
    [
      any(token("quantity"), token("any"), token("noun"), token("scope")),
      optional(token("noun", (_v, t) => /^(?:部分|方面|内容|类别?|维度)$/u.test(t.word))),
      any(token("reckon"), token("take"), token("earn"), token("whole")),
      any(
        token("sum-word"),
        token("noun", (_v, t) => /^(?:累加|相加|累计|叠加|合计|加总|之和|相加之和)$/u.test(t.word)),
      ),
      optional(
        any(
          token("give"),
          token("rated"),
          token("comparator", (v) => v.side === "at"),
          token("noun", (_v, t) => /^(?:为|即为)$/u.test(t.word)),
        ),
      ),
      optional(any(token("whole"), token("reckon"), token("earn"))),
    ],
    (_v, words): Clause | null =>
      /^(?:各|以上|上述|[一二两三四五六七八\d]+)(?:项|类|部分|方面|个?维度|小项)?/u.test(words)
        ? { kind: "heading", text: words }
        : null,
    3,
  ),
  rule(
    "clause",
    "基础分为满分",
    [
      BASE,
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("give"),
          token("rated"),
          token("noun", (_v, t) => t.word === "为"),
        ),
      ),
      token("full"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "满意度（10分）：",
    [symbol("name"), token("open"), symbol("points"), token("close"), optional(any(token("colon"), token("comma")))],
    ([name, , p], words) =>
      /[:,]$/u.test(words) && as<Name>(name).measure !== null
        ? ({ kind: "total", points: as<string>(p) } satisfies Clause)
        : null,
  ),
];
