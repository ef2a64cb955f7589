/**
 * Marks as a person sees fit, and on what that rests: "视影响程度扣1-5分", "根据差距大小酌情扣分", "由专家综合评定打分". Between the two
 * ends a person decides, whatever is weighed.
 */

import type { Production } from "../../language";
import type { Outcome } from "../tree";
import { any, many, optional, rule, symbol, token } from "./build";

/** No ground is longer. */
const LONGEST_GROUND = 20;

/** What may stand between the word that weighs and what it ends with. */
const GROUND_WORD = any(
  token("noun"),
  token("measure"),
  token("done"),
  token("actual"),
  token("target"),
  token("way"),
  token("late"),
  token("early"),
  token("on-time"),
  token("quality"),
  token("met"),
  token("grow"),
  token("event"),
  token("grave"),
  token("negation"),
  token("proportion"),
  token("over-target"),
  token("scope"),
  token("level"),
  token("join"),
  token("wholly"),
  token("partly"),
);

/** What is weighed: how far, how grave, how late. */
const WEIGHED =
  "程度|大小|情况|情形|情节|长短|幅度|差距|差额|轻重|质量|效果|成效|影响|后果|性质|多少|好坏|高低|严重性|进度|时间|天数|表现|原因|理由";

/** A ground at the end of words that go on with what it gives. */
export const GROUND_AT_END = new RegExp(`(?:依据|根据|结合|参照|视)[^,]{1,14}(?:${WEIGHED})$`, "u");

/** "视…程度", before what it gives or takes. */
const WEIGHS = new RegExp(
  `^(?:视|根据|依据|按照?|依照?|结合|参照|参考|对照)[^,]*(?:${WEIGHED})的?(?:不同)?,?(?:酌情|适当|相应|分别)?(?:予以|给予)?[扣减得给计赋加打]`,
  "u",
);

const INCLUDED = optional(symbol("inclusion"));

/** What is given or taken of: "扣1-5分", "给0-60%分值". */
const OF = optional(any(token("whole"), token("full")));

const OF_MARKS = optional(
  any(
    token("whole"),
    token("full"),
    token("noun", (_v, t) => t.word === "分"),
  ),
);

const BY = any(
  token("by"),
  token("versus"),
  token("via", (_v, t) => t.word === "依据"),
);

const seeingFit = (words: string): Outcome => ({ kind: "discretion", text: words });

export const DISCRETION_PRODUCTIONS: readonly Production[] = [
  rule("ground-word", "影响", [GROUND_WORD], () => true),
  rule("ground", "视影响程度", [BY, many("ground-word", LONGEST_GROUND), optional(token("comma"))], () => true),
  rule(
    "ground",
    "根据差距酌情",
    [BY, many("ground-word", LONGEST_GROUND), optional(token("comma")), token("discretion")],
    () => true,
  ),
  rule(
    "marks-open",
    "1-5分",
    [any(symbol("points"), symbol("number")), INCLUDED, token("dash"), symbol("points")],
    () => true,
  ),
  rule(
    "marks-open",
    "10%-50%分值",
    [any(symbol("share"), symbol("number")), INCLUDED, token("dash"), symbol("share"), OF_MARKS],
    () => true,
  ),
  rule(
    "outcome",
    "视影响程度扣1-5分",
    [symbol("ground"), any(token("take"), token("give"), token("add")), OF, symbol("marks-open"), INCLUDED],
    (_v, words) => (WEIGHS.test(words) ? seeingFit(words) : null),
  ),
  rule(
    "outcome",
    "视情况扣1-10分",
    [
      optional(token("by")),
      token("discretion"),
      optional(token("comma")),
      any(token("take"), token("give"), token("add")),
      OF,
      symbol("marks-open"),
      INCLUDED,
    ],
    (_v, words) => seeingFit(words),
  ),
  rule("outcome", "扣1-5分", [token("take"), OF, symbol("marks-open"), INCLUDED], (_v, words) => seeingFit(words)),
  rule(
    "outcome",
    "根据差距大小酌情扣分",
    [
      symbol("ground"),
      any(
        token("discretion"),
        token("take", (_v, t) => t.word === "扣分"),
        token("reckon", (_v, t) => /分/u.test(t.word)),
      ),
    ],
    (_v, words) => (WEIGHS.test(words.replace(/酌/u, "扣酌")) ? seeingFit(words) : null),
    3,
  ),
  rule(
    "outcome",
    "由专家综合评定打分",
    [
      any(token("by"), token("versus")),
      symbol("phrase"),
      optional(token("by")),
      optional(symbol("phrase")),
      token("discretion"),
      optional(any(token("take"), token("reckon"), token("give"), token("whole"))),
      optional(
        any(
          token("reckon"),
          token("whole"),
          token("noun", (_v, t) => t.word === "分"),
        ),
      ),
    ],
    (_v, words) => seeingFit(words),
    2,
  ),
  rule(
    "outcome",
    "酌情扣分",
    [
      optional(token("by")),
      token("discretion"),
      optional(any(token("take"), token("reckon"), token("give"), token("whole"))),
      optional(
        any(
          token("reckon"),
          token("whole"),
          token("noun", (_v, t) => t.word === "分"),
        ),
      ),
    ],
    (_v, words) => seeingFit(words),
    2,
  ),
  rule(
    "outcome",
    "扣分",
    [
      any(
        token("take", (_v, t) => t.word === "扣分"),
        token("reckon", (_v, t) => t.word === "扣分"),
      ),
    ],
    (_v, words) => seeingFit(words),
    3,
  ),
  rule(
    "outcome",
    "核减相应分数",
    [
      any(token("take"), token("reckon")),
      any(
        token("discretion"),
        token("noun", (_v, t) => t.word === "分"),
      ),
    ],
    (_v, words) => seeingFit(words),
  ),
  rule(
    "outcome",
    "根据实际效果打分",
    [token("by"), symbol("phrase"), token("reckon", (_v, t) => /分/u.test(t.word))],
    (_v, words) => seeingFit(words),
    4,
  ),
];
