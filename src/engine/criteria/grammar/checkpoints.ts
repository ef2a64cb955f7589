/**
 * 评价要点: what is looked at, point by point, of which another sentence says what each is worth ("①制度健全；②手续完整。
 * 每符合一项得2分"). Form of 财预〔2020〕10号, annex 1.
 */

import type { Production } from "../../language";
import type { Clause, Condition } from "../tree";
import { any, as, entryOf, many, optional, rule, symbol, token } from "./build";
import { clause, quantity } from "./steps";

/** No point is longer. */
const LONGEST_POINT = 80;

/** Words that a point may hold: it says what is to be so, and neither gives nor takes anything. */
const POINT_WORDS = [
  "noun",
  "measure",
  "done",
  "actual",
  "target",
  "year",
  "scope",
  "wholly",
  "saved",
  "quality",
  "negation",
  "event",
  "grave",
  "on-time",
  "met",
  "grow",
  "grade",
  "level",
  "way",
  "over-target",
  "under-target",
  "join",
  "and",
  "comma",
  "by",
  "versus",
  "purpose",
  "plain-heading",
  "source",
  "via",
  "partly",
] as const;

/** "2.若为定量指标，" heads what follows and is no point. */
const HEADS_KIND = /^[^,]{0,5}定[量性](?:类)?指标/u;

export const CHECKPOINT_PRODUCTIONS: readonly Production[] = [
  rule("clause", "①制度健全", [token("list-mark"), many("point-word", LONGEST_POINT)], (_v, words): Clause | null =>
    DECIDES.test(words) || HEADS_KIND.test(words) ? null : { kind: "checkpoint", text: words },
  ),
  rule(
    "point-word",
    "制度",
    [
      any(
        ...POINT_WORDS.map((cls) => token(cls)),
        token("or"),
        token("reckon", (_v, t) => t.word === "确定"),
        token("comparator", (_v, t) => /^(?:符合|达到|满足)$/u.test(t.word)),
      ),
    ],
    () => true,
  ),
  rule(
    "clause",
    "有责任单位、有时间节点、有经费保障三项内容",
    [
      many("point-word", LONGEST_POINT),
      token("quantity", (v) => /^(?:项|个|条|点|方面|个方面)$/u.test(String(v.unit))),
      optional(any(token("noun"), token("target"))),
    ],
    ([, q], words): Clause | null =>
      words.split("、").length === Number(entryOf(q, "number")) && !DECIDES.test(words)
        ? { kind: "heading", text: words }
        : null,
    1,
  ),
  rule(
    "clause",
    "评价要点：依据充分、程序规范、目标明确",
    [
      any(token("heading"), token("noun"), token("purpose")),
      optional(any(token("heading"), token("noun"))),
      token("colon"),
      many("point-word", LONGEST_POINT),
    ],
    (_v, words): Clause | null =>
      /^(?:评[价分]|考核|评估|核查)?要点:/u.test(words) && words.split("、").length > 2 && !DECIDES.test(words)
        ? { kind: "heading", text: words }
        : null,
    1,
  ),
  rule(
    "clause",
    "各项工作是否按时完成",
    [many("about-word", LONGEST_POINT)],
    (_v, words): Clause | null => (asksWhether(words) ? { kind: "heading", text: words } : null),
    6,
  ),
  // What a name of a formula means: "实际产出数：一定时期内项目实际产出的产品数量".
  rule(
    "clause",
    "实际产出数：一定时期内项目实际产出的产品或提供的服务数量",
    [
      any(token("target"), token("actual"), token("measure"), symbol("name")),
      token("colon"),
      many("point-word", LONGEST_POINT),
    ],
    (_v, words): Clause | null =>
      EXPLAINED.test(words) && !DECIDES.test(words) ? { kind: "heading", text: words } : null,
  ),
  // What is said of all of them together.
  rule(
    "clause",
    "以上要点",
    [
      token("suffix", (_v, t) => t.word === "以上"),
      optional(
        any(
          token("quantity", (v) => v.unit === "项" || v.unit === "条"),
          token("noun", (_v, t) => /^(?:要点|情况|情形|内容|条件|各项)$/u.test(t.word)),
        ),
      ),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    5,
  ),
  rule(
    "condition",
    "以上三项全部符合",
    [
      optional(token("suffix", (_v, t) => t.word === "以上")),
      token("quantity", (v) => v.unit === "项" || v.unit === "条"),
      symbol("condition"),
    ],
    ([, , c], words) => {
      const inner = as<Condition>(c);
      const affirmed = (inner.kind === "fact" && !inner.denied) || (inner.kind === "target" && inner.side === "met");
      return affirmed && /^(?:全部|均|都|全|完全)/u.test(inner.text) ? { ...inner, text: words } : null;
    },
    1,
  ),
  rule(
    "step",
    "符合一项",
    [
      any(
        token("met", (_v, t) => FULFILLED.test(t.word)),
        token("done", (_v, t) => FULFILLED.test(t.word)),
      ),
      token("quantity", (v) => v.number === "1" && /^(?:项|条|点)$/u.test(String(v.unit))),
      optional(any(token("noun"), token("target"))),
    ],
    ([, q]) => clause("done", quantity(q), null, "", true),
  ),
];

/** "各项工作是否在规定时限内完成": a question, answered by what follows. */
const asksWhether = (words: string): boolean => words.includes("是否") && !words.includes(",") && !DECIDES.test(words);

/** A quantity, and what it is: words that end in a quantity again, or in a deed that is told of. */
const EXPLAINED =
  /^[^:]*(?:数量?|成本|时间|值|额|率|支出|资金):.*(?:数量?|产品|服务|成本|时间|值|总?额|支出|资金|情况|程度|参考|依据)$/u;

/** Who or what decides is no point. */
export const DECIDES = /为准|另行|从其|认定|认可|核定|裁定/u;

/** What a point does that counts. */
const FULFILLED = /^(?:符合|满足|具备|做到)$/u;
