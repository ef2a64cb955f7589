/** Steps to either side: "超出范围每1个百分点", "每超过（降低）一个百分点". */

import type { Production } from "../../language";
import { any, entryOf, optional, rule, token } from "./build";
import { PER, QUANTITY, SCORE, clause, quantity } from "./steps";

/** A word that says on which side of the mark something lies. */
const EITHER_WAY = any(
  token("way", (v) => v.way === "over" || v.way === "short"),
  token("comparator", (v) => v.inclusive !== true && v.side !== "at"),
);

const wayOf = (leaf: unknown): string =>
  String(entryOf(leaf, "way") ?? (entryOf(leaf, "side") === "low" ? "over" : "short"));

export const AWAY_STEP_PRODUCTIONS: readonly Production[] = [
  rule(
    "step",
    "超出范围每1个百分点",
    [
      token("way", (_v, t) => t.word === "超出范围"),
      optional(token("comma")),
      PER,
      optional(any(token("way"), token("grow"), token("comparator"))),
      any(QUANTITY, SCORE),
    ],
    ([, , , , q]) => clause("away", quantity(q), null, "", true),
  ),
  rule(
    "step",
    "偏离该区间每1%",
    [
      any(
        token("way", (v) => v.way === "over" || v.way === "away" || v.way === "short"),
        token("comparator", (v) => v.inclusive !== true),
      ),
      token("between", (_v, t) => /^(?:区间|范围)$/u.test(t.word)),
      optional(token("comma")),
      PER,
      optional(any(token("way"), token("grow"), token("comparator"))),
      any(QUANTITY, SCORE),
    ],
    ([, , , , , q]) => clause("away", quantity(q), null, "", true),
  ),
  rule(
    "step",
    "每超过（降低）一个百分点",
    [
      PER,
      EITHER_WAY,
      optional(
        any(
          token("open"),
          token("or"),
          token("join"),
          token("sign", (v) => v.sign === "/"),
        ),
      ),
      EITHER_WAY,
      optional(token("close")),
      any(QUANTITY, SCORE),
    ],
    ([, one, , other, , q]) => (wayOf(one) === wayOf(other) ? null : clause("away", quantity(q), null, "", true)),
  ),
  rule(
    "step",
    "超出或低于的每偏离1%",
    [token("way", (v) => v.way === "away"), PER, token("way", (v) => v.way === "away"), any(QUANTITY, SCORE)],
    ([, , , q]) => clause("away", quantity(q), null, "", true),
  ),
];
