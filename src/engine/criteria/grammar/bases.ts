/** On what the figure is measured, told in front: the target said again, a base, the year before. */

import type { Production } from "../../language";
import type { Clause } from "../tree";
import { any, optional, rule, symbol, token } from "./build";

export const BASE_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "以目标值为基准",
    [
      token("by", (_v, t) => t.word === "以"),
      token("target"),
      any(
        token("noun", (_v, t) => t.word === "为"),
        token("comparator", (v) => v.side === "at"),
      ),
      any(
        token("undefined", (_v, t) => /^基[准数]$/u.test(t.word)),
        token("noun", (_v, t) => /^(?:基准|基数|标准|依据|准)$/u.test(t.word)),
      ),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "以上年认定数为基数",
    [
      token("change", (_v, t) => t.word.startsWith("以")),
      optional(any(symbol("name"), token("actual"))),
      any(
        token("noun", (_v, t) => t.word.endsWith("为")),
        token("comparator", (_v, t) => t.word === "为"),
      ),
      token("undefined", (_v, t) => /^(?:基[准数]|底数)$/u.test(t.word)),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "占比以60%为基准",
    [
      symbol("name"),
      token("by", (_v, t) => t.word === "以"),
      symbol("number"),
      any(
        token("noun", (_v, t) => t.word === "为"),
        token("comparator", (_v, t) => t.word === "为"),
      ),
      token("undefined", (_v, t) => /^(?:基[准数]|底数)$/u.test(t.word)),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  rule(
    "clause",
    "截至12月31日",
    [
      any(
        token("no-later", (_v, t) => /^截[至止]$/u.test(t.word)),
        token("stop-word", (_v, t) => t.word === "截止"),
      ),
      token("date"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    3,
  ),
  rule(
    "clause",
    "目标值为100人",
    [
      token("target"),
      any(
        token("comparator"),
        token("give", (_v, t) => t.word === "为"),
      ),
      symbol("number"),
      optional(symbol("tail")),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "目标值≥90%",
    [token("target"), token("comparator"), symbol("number")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  rule(
    "clause",
    "目标值100%",
    [token("target"), symbol("number")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
];
