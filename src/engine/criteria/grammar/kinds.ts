/** Of which kind of indicators something is told: counted or judged, of which more or less is better. */

import type { Production } from "../../language";
import type { Clause, Condition } from "../tree";
import { any, entryOf, optional, rule, symbol, token, wordOf } from "./build";

/** Whether what follows is told of indicators that are counted, or of those that are judged. */
const KIND_OF_INDICATOR = /定[量性](?:类)?指标/u;

/** "定量指标", in one word or two. */
const COUNTED = optional(
  any(
    token("heading", (_v, t) => t.word === "定量指标"),
    token("noun", (_v, t) => t.word === "定量"),
  ),
);
const INDICATOR = optional(token("target", (_v, t) => t.word === "指标"));

export const KIND_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "定量指标完成指标值",
    [token("heading", (_v, t) => t.word === "定量指标"), symbol("condition")],
    ([, c]) => c,
    1,
  ),
  rule(
    "clause",
    "若为定量指标",
    [
      optional(
        any(
          token("if"),
          token("noun", (_v, t) => t.word === "若"),
        ),
      ),
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("noun", (_v, t) => t.word === "为"),
        ),
      ),
      any(
        token("heading", (_v, t) => KIND_OF_INDICATOR.test(t.word)),
        token("noun", (_v, t) => /^(?:若?为)?定[量性]$/u.test(t.word)),
      ),
      optional(token("target", (_v, t) => t.word === "指标")),
    ],
    (_v, words): Clause | null =>
      KIND_OF_INDICATOR.test(words) ? ({ kind: "heading", text: words } satisfies Clause) : null,
    1,
  ),
  rule(
    "condition",
    "若为正向指标（即目标值为≥×）",
    [
      COUNTED,
      INDICATOR,
      optional(
        any(
          token("if"),
          token("via"),
          token("by"),
          token("noun", (_v, t) => t.word === "若"),
        ),
      ),
      COUNTED,
      INDICATOR,
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("noun", (_v, t) => t.word === "为"),
        ),
      ),
      token("indicator-way"),
      optional(symbol("way-sign")),
    ],
    ([, , lead, , , is, way]): Condition | null =>
      // "该指标为反向指标" says what the indicator is; it is no condition.
      lead === null && is !== null
        ? null
        : ({
            kind: "indicator-way",
            better: entryOf(way, "better") as "more" | "less",
            text: wordOf(way),
          } satisfies Condition),
  ),
  rule(
    "way-sign",
    "（即目标值为≥×）",
    [
      token("open"),
      optional(token("noun", (_v, t) => /^(?:即|指)$/u.test(t.word))),
      optional(token("target")),
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("noun", (_v, t) => t.word === "为"),
        ),
      ),
      token("comparator", (v) => v.side !== "at"),
      optional(
        any(
          token("sign"),
          token("noun", (_v, t) => /^[A-Z]$/u.test(t.word)),
        ),
      ),
      token("close"),
    ],
    () => true,
  ),
];
