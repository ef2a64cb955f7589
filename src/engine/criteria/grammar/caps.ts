/**
 * Bounds of what is worked out in the end: "得分超过权重的，以权重为限", "计算结果小于0的按0分计", "奖励后不超过分值上限", "超额分最高1分",
 * "提前完成不另加分".
 */

import type { Production } from "../../language";
import type { Limit } from "../tree";
import { any, as, optional, rule, symbol, token } from "./build";

const FULL: Limit = { kind: "full" };
const NOTHING_BELOW: Limit = { kind: "least", points: "0" };

/** What is worked out, all in all. */
const RESULT = /^(?:得分|计分|分数|总分|结果|总得分|合计得分|累计得分)$/u;
const OF_ALL = /^(?:最终|最后|实际|累计|合计|综合|总|各项|加减|加扣|计算后)$/u;
const AFTER = /^(?:奖励|加分|加扣分|扣分|加减分|增减|奖励分|附加分)(?:之?后)?$/u;

const AT_MOST = [
  optional(token("most", (_v, t) => !/[扣加]/u.test(t.word))),
  optional(token("comparator", (v) => v.side === "high" && v.inclusive === true)),
] as const;

const UP_TO = optional(
  any(
    token("cap"),
    token("stop-word"),
    token("most", (_v, t) => t.word === "上限"),
  ),
);

const OVER = any(
  token("comparator", (v) => v.side === "low" && v.inclusive !== true),
  token("way", (v) => v.way === "over"),
);

const ALL = any(token("whole"), token("full"));

/** "的按0分计", behind what is below nothing. */
const LEAVES_NOTHING = [
  optional(token("comma")),
  optional(token("by")),
  symbol("nothing-left"),
  optional(any(token("reckon"), token("give"))),
] as const;

/** Whether a bound of marks is said at all: 最多, 不超过. */
const said = (most: unknown, comparator: unknown): boolean => most !== null || comparator !== null;

const UNTIL = any(
  token("down-to"),
  token("scope", (_v, t) => t.word === "至"),
);

export const CAP_PRODUCTIONS: readonly Production[] = [
  rule(
    "result",
    "最终得分",
    [
      optional(token("noun", (_v, t) => OF_ALL.test(t.word))),
      any(
        token("reckon", (_v, t) => RESULT.test(t.word)),
        token("earn"),
        token("whole", (_v, t) => /(?:得分|总分|分数)$/u.test(t.word)),
        token("noun", (_v, t) => RESULT.test(t.word)),
      ),
    ],
    () => true,
  ),
  rule(
    "result",
    "计算结果",
    [
      token("reckon", (_v, t) => /^(?:计算|核算|折算|计算得分)$/u.test(t.word)),
      token("noun", (_v, t) => /^(?:结果|后)$/u.test(t.word)),
    ],
    () => true,
  ),
  rule("result", "奖励后", [token("noun", (_v, t) => AFTER.test(t.word) && t.word.endsWith("后"))], () => true),
  rule(
    "result",
    "加扣分后",
    [any(token("take"), token("add"), token("bonus")), token("noun", (_v, t) => /^分?之?后$/u.test(t.word))],
    () => true,
  ),
  rule(
    "addition",
    "超额分",
    [
      optional(token("way", (v) => v.way === "over")),
      any(
        token("noun", (_v, t) => /^(?:(?:超额|奖励|附加|激励|额外|超产)?(?:加分|得分|分)|奖励|附加)$/u.test(t.word)),
        token("bonus"),
        token("add"),
      ),
    ],
    (_v, words) => (/^(?:得?分|计分)$/u.test(words) ? null : true),
  ),
  rule("limit", "最终得分不超过10分", [symbol("result"), ...AT_MOST, symbol("points"), UP_TO], ([, m, c, points]) =>
    said(m, c) ? ({ kind: "highest", points: as<string>(points) } satisfies Limit) : null,
  ),
  rule("limit", "奖励后不超过分值上限", [symbol("result"), ...AT_MOST, ALL, UP_TO], ([, m, c]) =>
    said(m, c) ? FULL : null,
  ),
  rule("limit", "超额分最高1分", [symbol("addition"), ...AT_MOST, symbol("points"), UP_TO], ([, m, c, points]) =>
    said(m, c) ? ({ kind: "most", of: "added", points: as<string>(points) } satisfies Limit) : null,
  ),
  rule(
    "limit",
    "加分最多不超过2分",
    [
      token("most", (_v, t) => /[加扣]/u.test(t.word)),
      token("comparator", (v) => v.side === "high" && v.inclusive === true),
      symbol("points"),
      UP_TO,
    ],
    ([, , points], words): Limit => ({
      kind: "most",
      of: words.includes("扣") ? "taken" : "added",
      points: as<string>(points),
    }),
  ),
  rule(
    "limit",
    "最高可加至满分",
    [
      token("most", (_v, t) => !t.word.includes("扣")),
      any(
        token("down-to", (_v, t) => /[至到]$/u.test(t.word)),
        token("scope", (_v, t) => t.word === "至"),
      ),
      ALL,
    ],
    (): Limit => FULL,
  ),
  rule(
    "limit",
    "得分超过权重的，以权重为限",
    [symbol("result"), OVER, ALL, optional(token("comma")), token("by"), ALL, any(token("cap"), token("reckon"))],
    (): Limit => FULL,
  ),
  rule(
    "limit",
    "得分超过10分的按10分计",
    [
      symbol("result"),
      OVER,
      symbol("points"),
      optional(token("comma")),
      token("by"),
      symbol("points"),
      any(token("cap"), token("reckon")),
    ],
    ([, , above, , , to]) => (above === to ? ({ kind: "highest", points: as<string>(to) } satisfies Limit) : null),
  ),
  rule(
    "limit",
    "计算结果小于0的按0分计",
    [
      symbol("result"),
      token("comparator", (v) => v.side === "high" && v.inclusive !== true),
      symbol("nothing-left"),
      ...LEAVES_NOTHING,
    ],
    (): Limit => NOTHING_BELOW,
  ),
  rule(
    "limit",
    "计算结果为负数的按0分计",
    [
      symbol("result"),
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("rated"),
          token("noun", (_v, t) => t.word === "为"),
        ),
      ),
      token("noun", (_v, t) => /^(?:出现)?负(?:数|值|分)?$/u.test(t.word)),
      ...LEAVES_NOTHING,
    ],
    (): Limit => NOTHING_BELOW,
  ),
  rule("limit", "加分后不超过分值", [any(token("bonus"), token("add")), ...AT_MOST, ALL, UP_TO], ([, most, c]) =>
    said(most, c) ? FULL : null,
  ),
  rule("limit", "至满分为止", [UNTIL, token("full"), any(token("stop-word"), token("cap"))], (): Limit => FULL),
  rule(
    "limit",
    "多不加",
    [
      token("way", (v) => v.way === "over"),
      token("negation"),
      any(
        token("bonus"),
        token("add"),
        token("noun", (_v, t) => /^加分?$/u.test(t.word)),
      ),
    ],
    (): Limit => FULL,
  ),
  rule("limit", "不超过满分10分", [...AT_MOST, token("full"), symbol("points")], ([most, c, , points]): Limit | null =>
    said(most, c) ? { kind: "highest", points: as<string>(points) } : null,
  ),
  rule("limit", "封顶3分", [token("cap", (_v, t) => t.word === "封顶"), symbol("points")], ([, points]): Limit => ({
    kind: "highest",
    points: as<string>(points),
  })),
  rule(
    "limit",
    "两项扣分合计不超过6分",
    [
      any(
        token("quantity", (v) => /^[项类]$/u.test(String(v.unit))),
        token("noun", (_v, t) => /^(?:各项|上述|以上|总)$/u.test(t.word)),
        token("scope", (_v, t) => /^(?:各项|上述)$/u.test(t.word)),
      ),
      optional(any(token("reckon"), token("take"))),
      token("most", (_v, t) => /扣|[合累总]计/u.test(t.word)),
      symbol("points"),
    ],
    ([, , , points], words): Limit | null =>
      words.includes("扣") ? { kind: "together", points: as<string>(points) } : null,
  ),
  rule(
    "limit",
    "单项金额超过500万元的不另行加分",
    [symbol("conditions"), optional(token("comma")), token("negation"), any(token("bonus"), token("add"))],
    (): Limit => FULL,
    3,
  ),
  // More of it, or sooner, earns no more.
  rule(
    "beyond",
    "多开",
    [token("way", (_v, t) => /^多/u.test(t.word)), token("noun", (_v, t) => t.word.length <= 8)],
    () => true,
  ),
  rule(
    "limit",
    "提前完成不另加分",
    [token("early"), optional(any(token("done"), token("noun"))), token("negation"), any(token("bonus"), token("add"))],
    (): Limit => FULL,
  ),
];
