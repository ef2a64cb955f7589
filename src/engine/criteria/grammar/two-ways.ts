/** A step that goes both ways from where it is counted: "每增减1%相应增减0.1分", "每高（低）1个百分点加（减）0.5分". */

import type { Production } from "../../language";
import type { Clause, Limit } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { COMMA } from "./clauses";
import { clause, PER, QUANTITY, quantity } from "./steps";

const LIMIT = optional(symbol("after-limit"));

const APART = any(
  token("open"),
  token("or"),
  token("join"),
  token("sign", (v) => v.sign === "/"),
);
const CLOSED = optional(token("close"));

/** More or less of it. */
const WAY = any(
  token("way", (v) => v.way === "over" || v.way === "short"),
  token("grow", (v) => v.way === "up" || v.way === "down"),
  token("comparator", (v) => v.inclusive !== true && v.side !== "at"),
  token("noun", (_v, t) => /^[增减升降]$/u.test(t.word)),
);

/** Either of the two in one word. */
const BOTH = any(
  token("plus-minus"),
  token("way", (_v, t) => t.word === "增减"),
  token("noun", (_v, t) => /^(?:增减|升降|加减|加扣)分?$/u.test(t.word)),
);

const MORE = /^(?:超|高|增|多|升|上|提|加|大|>)/u;

const MARKS_WAY = any(
  token("noun", (_v, t) => /^[加减扣增]分?$/u.test(t.word)),
  token("reckon", (_v, t) => /^(?:扣减?|减)分?$/u.test(t.word)),
  token("bonus"),
  token("add"),
  token("take"),
  token("way", (_v, t) => /^(?:增加|减少)$/u.test(t.word)),
);

/** Which of the two comes first: whether the first is the more of them; null where they are the same way. */
const firstIsMore = (one: unknown, other: unknown): boolean | null => {
  const [a, b] = [one, other].map((leaf) => MORE.test(wordOf(leaf)));
  return a === b ? null : a!;
};

export const TWO_WAY_PRODUCTIONS: readonly Production[] = [
  rule("both-ways", "增减", [BOTH], () => true),
  rule("both-ways", "高（低）", [WAY, APART, WAY, CLOSED], ([one, , other]) => firstIsMore(one, other)),
  rule("both-marks", "增减", [optional(token("scope", (_v, t) => /^(?:相应|对应)$/u.test(t.word))), BOTH], () => true),
  rule(
    "both-marks",
    "加（减）",
    [optional(token("scope", (_v, t) => /^(?:相应|对应)$/u.test(t.word))), MARKS_WAY, APART, MARKS_WAY, CLOSED],
    ([, one, , other]) => firstIsMore(one, other),
  ),
  rule(
    "clause",
    "每增减1%相应增减0.1分",
    [
      PER,
      symbol("both-ways"),
      optional(token("target")),
      QUANTITY,
      COMMA,
      symbol("both-marks"),
      symbol("points"),
      LIMIT,
    ],
    ([, ways, target, q, , marks, points, limit], words): Clause | null =>
      entryOf(q, "unit") === "分"
        ? null
        : {
            kind: "both-ways",
            text: words,
            count: clause("away", quantity(q), target === null ? null : "target", "", true),
            points: as<string>(points),
            // "每提高（降低）1%扣（加）1分": more of it costs.
            earns: ways === marks ? "over" : "short",
            limit: as<Limit | null>(limit),
          },
  ),
];
