/** Comparisons with the target in words: met or missed, above or below, within the budget. */

import type { Production } from "../../language";
import type { Condition, TargetSide } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { ranged, unitOfRange } from "./measured";
import { TARGET_TAIL } from "./build";
import type { Range } from "./ranges";

export const target = (side: TargetSide, money: boolean, text: string): Condition => ({
  kind: "target",
  side,
  money,
  text,
});

const money = (leaf: unknown): boolean => entryOf(leaf, "money") === true;

/** 在…内, 以内 behind what a figure is to stay within. */
export const WITHIN = optional(
  any(
    token("suffix", (v) => v.side === "high"),
    token("before"),
  ),
);

/** Words before a comparison with the target that are only the indicator's own figure. */
const SUBJECT_NAME = symbol("name");
export const SUBJECT = optional(SUBJECT_NAME);

const DENIED: Readonly<Record<TargetSide, TargetSide>> = {
  met: "missed",
  missed: "met",
  above: "at-most",
  below: "at-least",
  "at-most": "above",
  "at-least": "below",
  off: "exact",
  exact: "off",
};

export const TARGET_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "不低于目标值",
    [
      SUBJECT,
      token("comparator"),
      optional(symbol("inclusion")),
      token("target"),
      optional(
        any(
          token("target", (_v, t) => /^(?:要求|标准|任务|任务数|目标)$/u.test(t.word)),
          token("noun", (_v, t) => /^(?:场次|人数|次数|户数|面积|长度|里程|数量|数|值|个数|天数)$/u.test(t.word)),
        ),
      ),
      WITHIN,
      optional(symbol("inclusion")),
    ],
    ([, c, said, t, , tail], words) => {
      const [side, inclusive] = [
        entryOf(c, "side"),
        said === null ? entryOf(c, "inclusive") === true : as<{ yes: boolean }>(said).yes,
      ];
      if (tail !== null && side === "low") return null;
      if (side === "at" && /^(?:等于|=|恰为)$/u.test(wordOf(c))) return target("exact", money(t), words);
      const plainMet = /^(?:达到?|已达到?|至少达到|均达到?|能达到|能够达到|为)$/u.test(wordOf(c));
      if (side === "at" || plainMet) return target("met", money(t), words);
      if (/^(?:未|没|不能|达不|不达|尚未|劣于|差于|逊于)/u.test(wordOf(c)) && side === "high" && !inclusive)
        return target("missed", money(t), words);
      return target(
        side === "low" ? (inclusive ? "at-least" : "above") : inclusive ? "at-most" : "below",
        money(t),
        words,
      );
    },
  ),
  // Whether the text has named the base, the rule asks.
  rule(
    "condition",
    "低于或等于基数",
    [
      SUBJECT,
      token("comparator", (v) => v.side !== "at"),
      token("undefined", (_v, t) => /^基(?:数|准|准值)$/u.test(t.word)),
    ],
    ([, c], words) =>
      entryOf(c, "side") === "low"
        ? target(entryOf(c, "inclusive") === true ? "at-least" : "above", true, words)
        : target(entryOf(c, "inclusive") === true ? "at-most" : "below", true, words),
  ),
  rule(
    "condition",
    "完成目标任务",
    [
      SUBJECT,
      any(token("done"), token("met")),
      token("target"),
      optional(token("target", (_v, t) => /^(?:要求|标准|任务|任务数|目标)$/u.test(t.word))),
    ],
    ([, , t], words) => target("met", money(t), words),
  ),
  rule(
    "condition",
    "没有完成年度目标",
    [
      SUBJECT,
      token("negation"),
      any(
        token("done"),
        token("met"),
        token("comparator", (v) => v.side === "low" && v.inclusive === true),
      ),
      token("target"),
    ],
    ([, , , t], words) => target("missed", money(t), words),
  ),
  rule(
    "condition",
    "目标值",
    [token("target", (_v, t) => /[值数量]$/u.test(t.word))],
    ([t], words) => target("met", money(t), words),
    4,
  ),
  rule(
    "condition",
    "5个达标",
    [symbol("range"), token("met", (_v, t) => /^(?:达标|符合要求|达到要求|达到标准|符合标准)$/u.test(t.word))],
    ([part, met]) => {
      const condition = ranged(null, as<Range>(part));
      const counted = condition !== null && unitOfRange(as<Range>(part)) === "count";
      return counted && (condition.kind === "range" || condition.kind === "bare")
        ? { ...condition, behind: wordOf(met) }
        : null;
    },
    2,
  ),
  rule(
    "condition",
    "低于标准",
    [SUBJECT, token("way", (_v, t) => /^(?:低于|少于)(?:标准|指标值|计划|计划数|目标值)$/u.test(t.word))],
    (_v, words) => target("below", false, words),
  ),
  rule(
    "condition",
    "目标值以上",
    [
      token("target", (_v, t) => /[值数量]$/u.test(t.word)),
      token("suffix", (_v, t) => /^(?:及|或)?以[上下]$|^(?:之内|以内|范围内)$/u.test(t.word)),
    ],
    ([t, end], words) =>
      target(
        entryOf(end, "side") === "low" ? "at-least" : /内$/u.test(wordOf(end)) ? "at-most" : "below",
        money(t),
        words,
      ),
  ),
  rule("condition", "目标完成", [token("target"), any(token("done"), token("met"))], ([t], words) =>
    /时间|时限|期限|节点/u.test(wordOf(t)) ? null : target("met", money(t), words),
  ),
  rule(
    "condition",
    "未完成年度目标",
    [
      SUBJECT,
      token("way", (_v, t) => /^(?:未完成|未能完成|未达到?|没完成|未实现|未达成)$/u.test(t.word)),
      token("target"),
    ],
    ([, , t], words) => target("missed", money(t), words),
  ),
  rule(
    "condition",
    "目标未完成",
    [token("target"), token("way", (_v, t) => /^(?:未完成|未能完成|没完成|未实现|未达成)$/u.test(t.word))],
    ([t], words) => target("missed", money(t), words),
  ),
  rule(
    "condition",
    "目标没有完成",
    [token("target"), token("negation"), any(token("done"), token("met"))],
    ([t], words) => target("missed", money(t), words),
  ),
  rule(
    "condition",
    "目标未达到",
    [token("target"), token("comparator", (_v, t) => /^未/u.test(t.word))],
    ([t], words) => target("missed", money(t), words),
  ),
  rule("condition", "达标", [SUBJECT, token("met"), optional(token("target"))], (_v, words) =>
    target("met", false, words),
  ),
  rule(
    "condition",
    "全部完成",
    [
      optional(token("wholly")),
      token("done", (_v, t) => /^(?:完成|达成|实现)$/u.test(t.word)),
      optional(any(token("wholly"), token("target"))),
    ],
    (_v, words) => target("met", false, words),
  ),
  rule(
    "condition",
    "未完成部分",
    [
      any(
        token("comparator", (_v, t) =>
          /^(?:未达到?|未完成|没有?达到|未能达到|达不到|不达|未能完成|不能达到|尚未达到|未到|不足)$/u.test(t.word),
        ),
        token("way", (_v, t) => /^(?:未完成|未能完成|未达到?|没完成|未实现|未达成)$/u.test(t.word)),
      ),
      optional(
        any(
          token("partly", (_v, t) => t.word === "部分"),
          token("scope", (_v, t) => t.word === "部分"),
        ),
      ),
    ],
    (_v, words) => target("missed", false, words.replace(/的?部分$/u, "")),
  ),
  rule("condition", "达到", [token("comparator", (_v, t) => /^(?:达到|已达到)$/u.test(t.word))], (_v, words) =>
    target("met", false, words),
  ),
  rule(
    "condition",
    "没有达标",
    [
      SUBJECT,
      token("negation"),
      optional(token("wholly")),
      any(
        token("met"),
        token("done", (_v, t) => /^(?:完成|达成|实现)$/u.test(t.word)),
      ),
      optional(token("wholly")),
    ],
    (_v, words) => target("missed", false, words),
  ),
  rule(
    "condition",
    "不达标",
    [SUBJECT, token("quality", (_v, t) => /^(?:[不未]达标准?|未达要求)$/u.test(t.word))],
    (_v, words) => target("missed", false, words),
  ),
  rule(
    "condition",
    "不超预算",
    [
      optional(any(SUBJECT_NAME, token("actual"))),
      token("under-target"),
      optional(any(token("done"), token("target"))),
      TARGET_TAIL,
    ],
    (_v, words) => target("at-most", true, words),
  ),
  rule(
    "condition",
    "控制在预算内（≤35万元）",
    [symbol("within-target"), token("open"), symbol("range"), token("close")],
    ([, , part]) => ranged(null, as<Range>(part)),
  ),
  rule(
    "within-target",
    "控制在预算内",
    [
      SUBJECT,
      token("comparator", (v) => v.side === "high" && v.inclusive === true),
      any(token("under-target"), token("target")),
      WITHIN,
    ],
    () => true,
  ),
  rule("condition", "超预算", [SUBJECT, token("over-target"), TARGET_TAIL], ([, over], words) =>
    target("above", !/目标|计划|任务/u.test(wordOf(over)), words),
  ),
  rule(
    "condition",
    "不超",
    [
      SUBJECT,
      token("comparator", (_v, t) =>
        /^(?:未超过|不超过|未超出|不超出|没有超过|未超|不超|未突破|不突破)$/u.test(t.word),
      ),
    ],
    (_v, words) => target("at-most", true, words),
    1,
  ),
  rule(
    "condition",
    "超过",
    [SUBJECT, token("comparator", (_v, t) => /^(?:超过|超出|超|突破)$/u.test(t.word))],
    (_v, words) => target("above", true, words),
    1,
  ),
  rule(
    "condition",
    "控制在预算内",
    [SUBJECT, token("comparator", (v) => v.side === "high" && v.inclusive === true), token("under-target")],
    (_v, words) => target("at-most", true, words),
  ),
  rule(
    "condition",
    "在预算额度内",
    [
      SUBJECT,
      token("target", (v) => v.money === true),
      any(
        token("suffix", (v) => v.side === "high"),
        token("before"),
      ),
      optional(token("done")),
    ],
    (_v, words) => target("at-most", true, words),
  ),
  rule(
    "condition",
    "超额完成目标任务",
    [SUBJECT, token("way", (v) => v.way === "over"), token("target")],
    ([, , t], words) => target("above", money(t), words),
  ),
  rule(
    "condition",
    "有偏差",
    [
      SUBJECT,
      token("event", (_v, t) => /^(?:有|存在|出现|发生)$/u.test(t.word)),
      token("measure", (v, t) => v.kind === "deviation" && /^(?:偏差|偏离|差异)$/u.test(t.word)),
    ],
    (_v, words) => target("off", false, words),
  ),
  rule("condition", "偏离目标值", [SUBJECT, token("measure", (_v, t) => /^偏离/u.test(t.word))], (_v, words) =>
    target("off", false, words),
  ),
  rule(
    "condition",
    "超过控制数",
    [
      SUBJECT,
      token("measure", (v, t) => v.kind === "overrun" && !/(?:率|例|幅度|程度|超支额)$/u.test(t.word)),
      TARGET_TAIL,
    ],
    (_v, words) => target("above", /预算|概算|控制|成本|批复|限额|定额|编|支|标准/u.test(words), words),
  ),
  rule(
    "condition",
    "超过目标面积",
    [
      SUBJECT,
      token("measure", (v, t) => v.kind === "overrun" && /(?:目标|计划|任务)$/u.test(t.word)),
      token("noun", (_v, t) => /^(?:人数|面积|次数|场次|户数|数量|长度|里程)$/u.test(t.word)),
    ],
    (_v, words) => target("above", false, words),
    1,
  ),
  rule(
    "condition",
    "低于目标值",
    [SUBJECT, token("measure", (v) => v.kind === "shortfall"), TARGET_TAIL],
    (_v, words) => target("below", false, words),
  ),
  rule("condition", "不符合目标要求", [SUBJECT, token("negation"), token("met"), token("target")], ([, , , t], words) =>
    target("missed", money(t), words),
  ),
  rule(
    "condition",
    "不等于目标值",
    [SUBJECT, token("negation"), token("comparator"), token("target")],
    ([, , c, t], words) => {
      const side =
        entryOf(c, "side") === "at"
          ? "off"
          : entryOf(c, "side") === "low"
            ? entryOf(c, "inclusive") === true
              ? "at-least"
              : "above"
            : entryOf(c, "inclusive") === true
              ? "at-most"
              : "below";
      return target(side === "off" ? "off" : DENIED[side], money(t), words);
    },
  ),
  rule(
    "condition",
    "超额完成或完成目标值",
    [symbol("over-done"), any(token("or"), token("join")), symbol("condition")],
    ([, , c], words) => {
      const other = as<Condition>(c);
      return other.kind === "target" && (other.side === "met" || other.side === "at-least")
        ? target("at-least", other.money, words)
        : null;
    },
  ),
  rule(
    "condition",
    "不高于上限",
    [SUBJECT, token("comparator"), token("most", (_v, t) => t.word === "上限")],
    ([, c], words) => (entryOf(c, "side") === "high" ? target("at-most", true, words) : target("above", true, words)),
  ),
  rule(
    "condition",
    "成本节约或持平",
    [
      SUBJECT,
      any(token("under-target"), token("saved")),
      any(token("or"), token("join")),
      token("grow", (v) => v.way === "level"),
    ],
    (_v, words) => target("met", true, words),
  ),
  rule("over-done", "超额完成", [token("way", (_v, t) => /^超额(?:完成)?$/u.test(t.word))], () => true),
];
