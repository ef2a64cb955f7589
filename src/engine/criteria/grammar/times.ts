/** In time or late, without saying by how much. */

import type { Production } from "../../language";
import { unitOf } from "../../language";
import type { Condition, Quantity } from "../tree";
import { any, as, optional, rule, symbol, token } from "./build";
import { distance } from "./measured";
import { WITHIN, target } from "./targets";
import { N } from "./verdicts";

const BEYOND = any(
  token("way", (v) => v.way === "over"),
  token("comparator", (v) => v.side === "low" && v.inclusive !== true),
);

/** The time that was set, by the words that name it. */
const TERM = symbol("term");

const TERM_WORD = token("noun", (_v, t) =>
  /^(?:时限|期限|时间|工期|时间节点|节点|.{0,4}周期|.{0,4}期限|.{0,4}时限|服务期|合同期|实施期)$/u.test(t.word),
);

const INSIDE = any(
  token("suffix", (v) => v.side === "high"),
  token("noun", (_v, t) => t.word === "内"),
);

/** "系上级资金下达滞后": why it was late, not that it was. */
const EXCUSED = /^(?:确?系|属于?|确属|因|由于).{2}/u;

/** What is due on a day; what is put right afterwards is not. */
const DUE =
  /^(?:完成|支付|拨付|发放|足额发放|报送|上报|提交|公开|公示|交付|办结|开工|竣工|完工|建成|验收|上线|到位|兑付|缴纳)$/u;

/** So late, or within so much; null for what is no time. */
const lateBy = (at: Quantity, tail: unknown): Condition | null =>
  ["days", "months", "hours"].includes(unitOf(at.unit).dimension) ? distance("late", at, tail) : null;

const inTime = (holds: boolean, text: string): Condition => ({ kind: "in-time", holds, text });

export const TIME_PRODUCTIONS: readonly Production[] = [
  rule("term", "时限", [TERM_WORD], () => true),
  rule(
    "term",
    "规定时限",
    [
      any(
        token("scope", (_v, t) => /^(?:按?规定|相应)$/u.test(t.word)),
        token("target"),
        token("noun"),
      ),
      TERM_WORD,
    ],
    () => true,
  ),
  rule(
    "condition",
    "按期完成",
    [N, token("on-time"), optional(any(token("done"), token("noun"), token("target"), symbol("name")))],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "按目标数完成奖补",
    [
      N,
      token("by"),
      token("target"),
      optional(token("noun", (_v, t) => /^(?:时间|时限|工期|期限|进度|节点)$/u.test(t.word))),
      token("done"),
      optional(token("noun")),
    ],
    (_v, words) => (/时间|时限|工期|期限|进度|节点/u.test(words) ? inTime(true, words) : target("met", false, words)),
  ),
  rule(
    "condition",
    "于每月10日前发放",
    [
      N,
      token("per"),
      any(
        token("noun", (_v, t) => /^(?:月|季度?|年|周|半年|学期)[末底初]?$/u.test(t.word)),
        token("quantity", (v) => v.each === true),
      ),
      optional(token("noun", (_v, t) => /^(?:末|底|初|度)$/u.test(t.word))),
      optional(
        any(
          token("date"),
          token("quantity", (v) => /^[日月]$/u.test(String(v.unit))),
        ),
      ),
      any(
        token("before"),
        token("suffix", (v) => v.side === "high"),
      ),
      any(token("done"), symbol("name")),
      optional(
        any(
          token("done"),
          token("quality", (_v, t) => t.word === "到位"),
        ),
      ),
    ],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "每月按时缴纳",
    [
      N,
      token("per"),
      token("noun", (_v, t) => /^(?:月|季度?|年|年度|周|半年|学期)$/u.test(t.word)),
      token("on-time"),
      optional(any(token("done"), token("noun"))),
    ],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "按计划进度完成",
    [
      N,
      token("scope", (_v, t) => /^按(?:照)?(?:计划|规定|要求)$/u.test(t.word)),
      any(
        token("measure", (_v, t) => t.word === "进度"),
        token("source", (_v, t) => /时间节点$/u.test(t.word)),
        token("noun", (_v, t) => /^(?:时间|时限|进度|节点|时间节点)$/u.test(t.word)),
      ),
      token("done"),
    ],
    (_v, words) => inTime(true, words),
    1,
  ),
  rule(
    "condition",
    "按实施方案规定的时间节点完成",
    [
      N,
      token("by"),
      any(token("source"), token("target")),
      optional(token("scope", (_v, t) => /^(?:规定|要求|确定)$/u.test(t.word))),
      any(
        token("source", (_v, t) => /时间节点$/u.test(t.word)),
        token("noun", (_v, t) => /^(?:时间|时限|进度|节点|时间节点)$/u.test(t.word)),
      ),
      token("done"),
    ],
    (_v, words) => inTime(true, words),
    1,
  ),
  rule("condition", "按照合同约定按期交付", [N, token("by"), token("target"), token("on-time")], (_v, words) =>
    inTime(true, words),
  ),
  rule(
    "condition",
    "在计划工期内完成",
    [
      N,
      optional(token("scope", (_v, t) => /^[在于按]$/u.test(t.word))),
      token("target", (_v, t) => /工期|进度|时间|时限|期限|节点/u.test(t.word)),
      WITHIN,
      token("done"),
    ],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "在规定时间内完工",
    [
      N,
      optional(token("negation")),
      optional(token("scope", (_v, t) => /^[在于]$/u.test(t.word))),
      TERM,
      INSIDE,
      any(token("done"), symbol("name")),
    ],
    ([, denied], words) => inTime(denied === null, words),
    1,
  ),
  rule(
    "condition",
    "在规定时间内批复",
    [
      N,
      optional(token("negation")),
      optional(token("scope", (_v, t) => /^[在于]$/u.test(t.word))),
      TERM,
      token("noun", (_v, t) => /^内\p{Script=Han}{2,4}$/u.test(t.word)),
    ],
    ([, denied], words) => inTime(denied === null, words),
    1,
  ),
  rule("condition", "时限以内完成", [TERM, token("suffix", (v) => v.side === "high"), token("done")], (_v, words) =>
    inTime(true, words),
  ),
  rule(
    "condition",
    "提前或准时完成",
    [
      optional(symbol("against")),
      N,
      any(token("early"), token("on-time")),
      any(token("or"), token("join")),
      any(token("on-time"), token("early")),
      optional(token("done")),
    ],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "早于或等于计划时间",
    [N, any(token("no-later"), token("early")), token("target", (_v, t) => /时间|工期|期限/u.test(t.word))],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "逾期未支付完毕",
    [
      N,
      any(
        token("way", (_v, t) => t.word === "逾期未"),
        token("late", (_v, t) => /^(?:逾期|超期|到期|过期)$/u.test(t.word)),
      ),
      optional(token("negation")),
      token("done", (_v, t) => DUE.test(t.word)),
      optional(any(token("noun"), token("done"))),
    ],
    (_v, words) => (/(?:逾期|超期|到期|过期)(?:仍|尚)?未/u.test(words) ? inTime(false, words) : null),
  ),
  rule(
    "condition",
    "没有按期完成",
    [N, token("negation"), token("on-time"), optional(any(token("done"), token("noun")))],
    (_v, words) => inTime(false, words),
  ),
  rule("condition", "逾期", [N, token("late"), optional(any(token("done"), token("noun")))], (_v, words) =>
    EXCUSED.test(words) ? null : inTime(false, words),
  ),
  rule(
    "condition",
    "项目于计划时间前完工",
    [
      N,
      optional(token("by")),
      token("target", (_v, t) => /时间|工期|期限|节点|日期/u.test(t.word)),
      any(
        token("before"),
        token("noun", (_v, t) => t.word === "前"),
      ),
      token("done"),
    ],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "晚于约定时间10日以内",
    [N, token("late"), TERM, symbol("number"), optional(symbol("inclusion")), symbol("tail")],
    ([, , , q, , tail]) => lateBy(as<Quantity>(q), tail),
  ),
  rule(
    "condition",
    "超过规定时限10个工作日以内",
    [N, BEYOND, TERM, symbol("number"), optional(symbol("tail")), optional(token("done"))],
    ([, , , q, tail]) => lateBy(as<Quantity>(q), tail),
  ),
  rule(
    "condition",
    "比计划晚1个月以内",
    [
      N,
      any(token("versus"), token("join")),
      token("target"),
      optional(TERM),
      token("way", (v) => v.way === "late"),
      symbol("number"),
      optional(symbol("tail")),
    ],
    ([, , , , , q, tail]) => lateBy(as<Quantity>(q), tail),
  ),
  rule(
    "condition",
    "晚于计划时间",
    [N, token("late"), token("target", (_v, t) => /时间|工期|期限|节点|日期/u.test(t.word))],
    (_v, words) => inTime(false, words),
  ),
  rule("condition", "超出规定时限", [N, BEYOND, TERM, optional(token("done"))], (_v, words) => inTime(false, words)),
  rule(
    "condition",
    "未超出规定时限",
    [N, token("comparator", (v) => v.side === "high" && v.inclusive === true), TERM, optional(token("done"))],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "未按规定节点完成",
    [
      optional(symbol("name")),
      token("negation"),
      optional(token("by")),
      TERM,
      optional(token("target")),
      optional(token("done")),
    ],
    (_v, words) => inTime(false, words),
  ),
  rule(
    "condition",
    "没有延迟",
    [N, token("negation"), token("late"), optional(any(token("done"), token("noun")))],
    (_v, words) => inTime(true, words),
  ),
];
