/** What bounds marks: "扣完为止", "最多扣5分", "最低得3分", "最高10分", "超额完成不加分". */

import type { Production } from "../../language";
import type { Limit } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";

const WHOLE = optional(
  any(
    token("whole"),
    token("wholly"),
    token("full"),
    token("noun", (_v, t) => /^(?:分|项|所有)$/u.test(t.word)),
  ),
);
const none: Limit = { kind: "least", points: "0" };

const ALL_TAKEN = token("nothing", (_v, t) => /^扣完/u.test(t.word));

export const LIMIT_PRODUCTIONS: readonly Production[] = [
  rule(
    "limit",
    "分数扣完为止",
    [
      WHOLE,
      optional(any(token("down-to"), token("by"))),
      WHOLE,
      token("exhaust", (v) => v.up === false),
      optional(token("wholly")),
      WHOLE,
      optional(any(token("stop-word"), token("cap"))),
    ],
    ([, lead, , , , , stop], words): Limit | null =>
      lead === null && stop === null && !/(?:为止|[即就]止)$/u.test(words) && !/完$|光$|完算/u.test(words)
        ? null
        : none,
  ),
  rule(
    "limit",
    "扣完5分为止",
    [
      WHOLE,
      optional(token("down-to")),
      token("exhaust", (v) => v.up === false),
      symbol("points"),
      any(token("stop-word"), token("cap")),
    ],
    ([, , , points]): Limit => ({ kind: "most", of: "taken", points: as<string>(points) }),
  ),
  rule(
    "limit",
    "最多扣至0分",
    [
      any(token("most"), token("least")),
      token("down-to"),
      symbol("points"),
      optional(any(token("stop-word"), token("cap"))),
    ],
    ([, , points]): Limit => ({ kind: "least", points: as<string>(points) }),
  ),
  rule(
    "limit",
    "不得突破权重总额",
    [
      optional(token("reckon")),
      any(
        token("negation"),
        token("most", (_v, t) => t.word === "不得超过"),
      ),
      optional(token("comparator", (_v, t) => /^(?:突破|超过|超出|高于|大于)$/u.test(t.word))),
      any(token("whole"), token("full")),
      optional(token("noun", (_v, t) => /^(?:总[额分数值]|上限|满分)$/u.test(t.word))),
    ],
    ([, , over], words): Limit | null => (over !== null || words.includes("不得超过") ? { kind: "full" } : null),
  ),
  rule("limit", "直至扣完", [token("down-to"), any(token("take"), token("exhaust")), WHOLE], (): Limit => none),
  rule(
    "limit",
    "扣至0分为止",
    [
      WHOLE,
      token("down-to"),
      any(
        symbol("points"),
        symbol("number"),
        token("nothing"),
        token("negation", (_v, t) => t.word === "零"),
      ),
      optional(token("noun", (_v, t) => t.word === "分")),
      optional(any(token("stop-word"), token("cap"))),
    ],
    ([, , p]) => {
      const points = typeof p === "string" ? p : ((p as { number?: string }).number ?? "0");
      return { kind: "least", points } satisfies Limit;
    },
  ),
  rule("limit", "不计负分", [token("no-negative")], (): Limit => none),
  rule(
    "limit",
    "最低得3分",
    [
      token("least"),
      optional(any(token("give"), token("take"), token("down-to"), token("reckon"))),
      symbol("points"),
      optional(any(token("stop-word"), token("cap"))),
    ],
    ([, , points]): Limit => ({ kind: "least", points: as<string>(points) }),
  ),
  rule(
    "limit",
    "最低零分",
    [
      token("least"),
      optional(token("give")),
      any(
        token("nothing"),
        token("negation", (_v, t) => t.word === "零"),
        token("quantity", (v) => v.number === "0" && v.unit === ""),
      ),
      optional(token("noun", (_v, t) => t.word === "分")),
    ],
    (): Limit => none,
  ),
  rule(
    "limit",
    "最多扣5分",
    [
      optional(symbol("bound-name")),
      token("most"),
      any(
        token("take"),
        token("reckon", (_v, t) => /^扣/u.test(t.word)),
      ),
      optional(token("most")),
      symbol("points"),
      optional(any(token("stop-word"), token("cap"))),
    ],
    ([, , , , points]): Limit => ({ kind: "most", of: "taken", points: as<string>(points) }),
  ),
  rule(
    "limit",
    "扣除最多2分",
    [
      optional(symbol("bound-name")),
      any(
        token("take"),
        token("reckon", (_v, t) => /^扣/u.test(t.word)),
      ),
      optional(token("whole")),
      any(
        token("most"),
        token("comparator", (v) => v.side === "high" && v.inclusive === true),
      ),
      optional(any(token("take"), token("give"))),
      symbol("points"),
      optional(any(token("cap"), token("stop-word"))),
    ],
    ([, , , , , points]): Limit => ({ kind: "most", of: "taken", points: as<string>(points) }),
  ),
  rule(
    "limit",
    "扣分最高2分",
    [
      token("most", (_v, t) => /扣/u.test(t.word)),
      optional(token("comparator", (v) => v.side === "high" && v.inclusive === true)),
      symbol("points"),
      optional(token("cap")),
    ],
    ([, , points]): Limit => ({ kind: "most", of: "taken", points: as<string>(points) }),
  ),
  rule("limit", "最多扣完", [token("most"), any(token("take"), token("exhaust"), ALL_TAKEN), WHOLE], (): Limit => none),
  rule(
    "limit",
    "最多加2分",
    [
      optional(symbol("bound-name")),
      token("most"),
      any(token("add"), token("bonus")),
      optional(token("most")),
      symbol("points"),
      optional(any(token("stop-word"), token("cap"))),
    ],
    ([, , , , points]): Limit => ({ kind: "most", of: "added", points: as<string>(points) }),
  ),
  rule(
    "limit",
    "加分不超过1分",
    [token("most", (_v, t) => /加分/u.test(t.word)), symbol("points"), optional(token("cap"))],
    ([, points]): Limit => ({ kind: "most", of: "added", points: as<string>(points) }),
  ),
  rule(
    "limit",
    "另加分最多1分",
    [
      any(
        token("add"),
        token("bonus"),
        token("noun", (_v, t) => t.word === "加分"),
      ),
      any(
        token("most"),
        token("comparator", (v) => v.side === "high" && v.inclusive === true),
      ),
      symbol("points"),
    ],
    // "加分后不超过8分": what it comes to, and not what is added.
    ([, , points], words): Limit =>
      words.includes("加分后")
        ? { kind: "highest", points: as<string>(points) }
        : { kind: "most", of: "added", points: as<string>(points) },
  ),
  rule(
    "limit",
    "最高得10分",
    [
      optional(any(symbol("bound-name"), token("reckon"))),
      any(
        token("most", (_v, t) => !/[扣加]/u.test(t.word)),
        token(
          "comparator",
          (v, t) => v.side === "high" && v.inclusive === true && /^(?:不超过?|至多|不得超过)$/u.test(t.word),
        ),
      ),
      optional(any(token("give"), token("reckon"))),
      symbol("points"),
      optional(any(token("stop-word"), token("cap"))),
    ],
    ([, , , points]): Limit => ({ kind: "highest", points: as<string>(points) }),
  ),
  rule("limit", "以10分为限", [token("by"), symbol("points"), token("cap")], ([, points]): Limit => ({
    kind: "highest",
    points: as<string>(points),
  })),
  rule("limit", "10分封顶", [symbol("points"), token("cap", (_v, t) => t.word === "封顶")], ([points]): Limit => ({
    kind: "highest",
    points: as<string>(points),
  })),
  rule(
    "limit",
    "得满6分为止",
    [token("exhaust", (v) => v.up === true), symbol("points"), any(token("stop-word"), token("cap"))],
    ([, points]): Limit => ({ kind: "highest", points: as<string>(points) }),
  ),
  rule(
    "limit",
    "得满为止",
    [
      any(
        token("exhaust", (v) => v.up === true),
        token("full"),
        token("give"),
      ),
      WHOLE,
      any(token("stop-word"), token("cap")),
    ],
    (): Limit => ({ kind: "full" }),
  ),
  rule(
    "limit",
    "不超过满分",
    [
      optional(any(token("reckon"), token("wholly"), token("any"))),
      token("comparator", (v) => v.side === "high" && v.inclusive === true),
      any(token("whole"), token("full")),
      optional(token("cap")),
    ],
    (): Limit => ({ kind: "full" }),
  ),
  rule(
    "limit",
    "最高不超过指标分值",
    [
      optional(token("reckon")),
      token("most"),
      optional(
        any(
          token("give"),
          token("reckon"),
          token("most"),
          token("comparator", (v) => v.side === "high"),
        ),
      ),
      any(token("whole"), token("full")),
      optional(token("cap")),
    ],
    (): Limit => ({ kind: "full" }),
  ),
  rule("limit", "以满分为限", [token("by"), any(token("full"), token("whole")), token("cap")], (): Limit => ({
    kind: "full",
  })),
  rule("limit", "封顶", [token("cap", (_v, t) => t.word === "封顶")], (): Limit => ({ kind: "full" })),
  rule(
    "limit",
    "最多扣分值的50%",
    [token("most"), token("take"), optional(token("whole")), symbol("share"), optional(token("whole"))],
    ([, , , s]): Limit => ({ kind: "most-share", share: as<string>(s) }),
  ),
  rule("bound-name", "累计", [token("sum-word")], () => true),
  rule("bound-name", "单项", [token("noun", (_v, t) => /^(?:累计|合计|总计|单项|本项)$/u.test(t.word))], () => true),
  // More than the target earns no more.
  rule(
    "beyond",
    "超额完成",
    [
      any(
        token("way", (_v, t) => /^超/u.test(t.word)),
        token("measure", (v, t) => v.kind === "overrun" && /^超/u.test(t.word)),
        token("over-target"),
      ),
      optional(any(token("done"), token("target"), token("noun"), token("partly"))),
    ],
    () => true,
  ),
  rule(
    "no-more",
    "不奖励分值",
    [
      token("negation"),
      any(
        token("bonus"),
        token("add"),
        token("reckon"),
        token("noun", (_v, t) => /^(?:加分|奖励|奖分|增分)$/u.test(t.word)),
      ),
      optional(token("whole")),
    ],
    () => true,
  ),
  rule(
    "beyond",
    "每多1台",
    [optional(token("per")), token("way", (v) => v.way === "over" || v.way === "early"), token("quantity")],
    () => true,
  ),
  rule("beyond", "超出目标", [token("measure", (v) => v.kind === "overrun"), optional(token("target"))], () => true),
  rule("beyond", "多开展", [token("way", (_v, t) => /^多/u.test(t.word)), token("done")], () => true),
  rule(
    "beyond",
    "超过满分",
    [
      token("comparator", (v) => v.side === "low" && v.inclusive !== true),
      any(
        token("target"),
        token("noun"),
        token("partly"),
        token("quantity", (v) => (v.unit === "%" && v.number === "100") || (v.unit === "" && v.number === "1")),
        token("full"),
        token("whole"),
      ),
      optional(any(token("noun"), token("partly"))),
    ],
    () => true,
  ),
  rule("limit", "超额完成不加分", [symbol("beyond"), optional(token("comma")), symbol("no-more")], (): Limit => ({
    kind: "full",
  })),
  rule(
    "limit",
    "超过100%的按100%计算",
    [
      optional(symbol("name")),
      any(
        token("comparator", (v) => v.side === "low" && v.inclusive !== true),
        token("way", (v) => v.way === "over"),
      ),
      symbol("number"),
      optional(token("comma")),
      any(token("by"), token("take-as")),
      any(symbol("number"), token("full"), token("whole")),
      optional(token("reckon")),
    ],
    ([, c, q, , , n]) => {
      void c;
      const [above, as1] = [as<{ number: string; unit: string }>(q), n as { number?: string; unit?: string }];
      const one = (x: { number?: string; unit?: string }): boolean =>
        (x.unit === "%" && x.number === "100") || (x.unit === "" && x.number === "1");
      return one(above) && (as1.number === undefined || one(as1)) ? ({ kind: "full" } satisfies Limit) : null;
    },
  ),
  rule(
    "limit",
    "超过分值的按满分计",
    [
      any(
        symbol("beyond"),
        token("way", (_v, t) => /^超/u.test(t.word)),
      ),
      optional(token("comma")),
      token("by"),
      any(token("full"), token("whole"), symbol("number")),
      optional(token("reckon")),
    ],
    (): Limit => ({ kind: "full" }),
  ),
  rule(
    "limit",
    "超过目标值的计满分",
    [symbol("beyond"), optional(token("comma")), token("take-as"), token("full")],
    (): Limit => ({ kind: "full" }),
  ),
];
void entryOf;
void wordOf;
