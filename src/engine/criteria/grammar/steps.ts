/** Steps: "每少1次扣1分", "每低于目标值1个百分点", "每发生一起扣2分", "少一次扣1分". */

import type { Production } from "../../language";
import type { Direction, Quantity, StepClause } from "../tree";
import { any, as, entryOf, optional, rule, symbol, TARGET_TAIL, token, wordOf } from "./build";

const PER = any(token("per"));
const WAY = token("way", (v) => v.way !== "behind");
/** What the steps are counted from, where the text says it: the target, or a number. */
const FROM = any(symbol("step-from"));
const WHAT = optional(symbol("what"));

const quantity = (leaf: unknown): Quantity => ({
  number: String(entryOf(leaf, "number")),
  unit: String(entryOf(leaf, "unit")),
});
const direction = (leaf: unknown): Direction => entryOf(leaf, "way") as Direction;

/** A unit of places in a ranking makes a fall a place behind. */
function directed(way: Direction, step: Quantity): Direction {
  if (/^(?:名次|位次|位)$/u.test(step.unit) && (way === "short" || way === "late")) return "behind";
  return way;
}

const clause = (
  way: Direction,
  step: Quantity,
  from: Quantity | "target" | null,
  what: string,
  each: boolean,
): StepClause => ({
  direction: directed(way, step),
  step,
  from,
  what,
  each,
});

const textOf = (value: unknown): string =>
  value === null || value === undefined ? "" : (as<{ text?: string }>(value).text ?? "");

type From = { readonly from: Quantity | "target"; readonly way: Direction | null };

/** Verbs that only say that something is the case (有, 发生), or that it is done (完成). */
const QUANTITY = token("quantity");
const SCORE = symbol("step-size");
/** Without 每 it is one of something that costs marks; several of it would be a band. */
const ONE = token("quantity", (v) => v.number === "1");

/** Whether a phrase tells of something that happens or goes wrong, so that it can be counted. */
function happening(value: unknown): boolean {
  const { classes, denials, text } = as<{ classes: readonly string[]; denials: number; text: string }>(value);
  return (
    denials > 0 ||
    /^[漏错迟误缺少]/u.test(text) ||
    ["event", "late", "quality", "way"].some((cls) => classes.includes(cls))
  );
}

export const STEP_PRODUCTIONS: readonly Production[] = [
  rule("what", "一般事故", [any(symbol("phrase"), symbol("name"))], ([one], words) =>
    words.startsWith("、") ? null : one,
  ),
  rule("step-size", "1分", [token("marks")], ([m]) => m),
  rule(
    "step-from",
    "目标值",
    [
      optional(
        any(
          token("join"),
          token("comparator", (v) => v.side === "at"),
        ),
      ),
      token("target"),
    ],
    () => ({ from: "target", way: null }) satisfies From,
  ),
  rule(
    "step-from",
    "少于年度目标",
    [
      any(
        token("way", (v) => v.way === "short"),
        token("comparator", (v) => v.side === "high" && v.inclusive !== true),
      ),
      token("target"),
    ],
    () => ({ from: "target", way: "short" }) satisfies From,
  ),
  rule(
    "step-from",
    "低于目标值",
    [token("measure", (v) => v.kind === "shortfall"), TARGET_TAIL],
    () => ({ from: "target", way: "short" }) satisfies From,
  ),
  rule(
    "step-from",
    "超过年度目标",
    [
      any(
        token("way", (v) => v.way === "over"),
        token("comparator", (v) => v.side === "low" && v.inclusive !== true),
      ),
      token("target"),
    ],
    () => ({ from: "target", way: "over" }) satisfies From,
  ),
  rule(
    "step-from",
    "超出目标值",
    [
      any(
        token("measure", (v) => v.kind === "overrun"),
        token("over-target"),
      ),
      TARGET_TAIL,
    ],
    () => ({ from: "target", way: "over" }) satisfies From,
  ),
  rule(
    "step-from",
    "偏离目标值",
    [token("measure", (v, t) => v.kind === "deviation" && t.word.length > 2)],
    () => ({ from: "target", way: "away" }) satisfies From,
  ),
  rule(
    "step-from",
    "偏离100%",
    [token("way", (v) => v.way === "away"), symbol("number")],
    ([, q]) => ({ from: as<Quantity>(q), way: "away" }) satisfies From,
  ),
  rule(
    "step-from",
    "低于90%",
    [
      any(
        token("way", (v) => v.way === "short"),
        token("comparator", (v) => v.side === "high"),
      ),
      symbol("number"),
      optional(symbol("name")),
    ],
    ([, q]) => ({ from: as<Quantity>(q), way: "short" }) satisfies From,
  ),
  rule(
    "step-from",
    "超过100%",
    [
      any(
        token("way", (v) => v.way === "over"),
        token("comparator", (v) => v.side === "low"),
      ),
      symbol("number"),
      optional(symbol("name")),
    ],
    ([, q]) => ({ from: as<Quantity>(q), way: "over" }) satisfies From,
  ),
  // 每 way so many.
  rule(
    "step",
    "每少1次",
    [
      PER,
      WAY,
      optional(
        any(
          token("done"),
          token("dash"),
          token("grow", (v) => v.way === "up" || v.way === "down"),
          token("comparator", (v) => v.side === "low" && v.inclusive === true),
        ),
      ),
      any(QUANTITY, SCORE),
      WHAT,
    ],
    ([, w, , q, what]) => clause(direction(w), quantity(q), null, textOf(what), true),
  ),
  rule(
    "step",
    "每少办1期",
    [
      PER,
      token("way", (_v, t) => /^[少缺差多漏]$/u.test(t.word)),
      any(token("noun"), token("quality")),
      QUANTITY,
      WHAT,
    ],
    ([, w, verb, q, what]) =>
      wordOf(verb).length > 4 ? null : clause(direction(w), quantity(q), null, textOf(what), true),
    1,
  ),
  rule(
    "step",
    "每高于上年1个百分点",
    [
      PER,
      any(
        token("comparator", (v) => v.inclusive !== true),
        token("versus"),
      ),
      token("prior"),
      optional(token("grow")),
      QUANTITY,
    ],
    ([, c, , g, q]) => {
      const side =
        entryOf(c, "side") ?? (entryOf(g, "way") === "up" ? "low" : entryOf(g, "way") === "down" ? "high" : null);
      return side === null ? null : clause(side === "low" ? "over" : "short", quantity(q), null, "", true);
    },
  ),
  rule(
    "step",
    "每落后一名",
    [PER, token("way", (v, t) => v.way === "behind" || /^(?:下降|降低|降)$/u.test(t.word)), QUANTITY, WHAT],
    ([, , q, what]) =>
      /^(?:名|位|个?名次|个?位次|个位次|个名次)$/u.test(quantity(q).unit)
        ? clause("behind", quantity(q), null, textOf(what), true)
        : null,
  ),
  rule(
    "step",
    "每低于1%",
    [PER, token("comparator", (v) => v.side === "high" && v.inclusive !== true), any(QUANTITY, SCORE), WHAT],
    ([, , q, what]) => clause("short", quantity(q), null, textOf(what), true),
  ),
  rule(
    "step",
    "每超过1个百分点",
    [PER, token("comparator", (v) => v.side === "low" && v.inclusive !== true), any(QUANTITY, SCORE), WHAT],
    ([, , q, what]) => clause("over", quantity(q), null, textOf(what), true),
  ),
  rule(
    "step",
    "每低于目标值1个百分点",
    [optional(token("via-ratio")), PER, FROM, any(QUANTITY, SCORE), optional(symbol("inclusion")), WHAT],
    ([, , f, q, , what]) => {
      const { from, way } = as<From>(f);
      return way === null ? null : clause(way, quantity(q), from, textOf(what), true);
    },
  ),
  rule(
    "step",
    "较目标值每低1%",
    [
      symbol("against"),
      PER,
      any(
        WAY,
        token("comparator", (v) => v.inclusive !== true),
      ),
      any(QUANTITY, SCORE),
      WHAT,
    ],
    ([, , w, q, what]) =>
      clause(
        entryOf(w, "way") === null ? (entryOf(w, "side") === "high" ? "short" : "over") : direction(w),
        quantity(q),
        "target",
        textOf(what),
        true,
      ),
  ),
  rule(
    "step",
    "满意度每低1个百分点",
    [symbol("name"), symbol("step")],
    ([name, s], words) => {
      const inner = as<StepClause>(s);
      void name;
      void words;
      return inner.each && !(inner.direction === "event" && inner.what === "") ? inner : null;
    },
    3,
  ),
  rule(
    "step",
    "偏离目标值每1%",
    [
      token("measure", (v) => v.kind === "deviation" || v.kind === "overrun" || v.kind === "shortfall"),
      PER,
      any(QUANTITY, SCORE),
    ],
    ([m, , q]) =>
      clause(
        entryOf(m, "kind") === "deviation" ? "away" : entryOf(m, "kind") === "overrun" ? "over" : "short",
        quantity(q),
        "target",
        "",
        true,
      ),
  ),
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
    "超时每1小时",
    [
      token("way", (v, t) => (v.way === "late" || v.way === "over") && t.word !== "超出范围"),
      PER,
      any(QUANTITY, SCORE),
    ],
    ([w, , q]) => clause(direction(w), quantity(q), null, "", true),
  ),
  rule(
    "step",
    "超出或低于的每偏离1%",
    [token("way", (v) => v.way === "away"), PER, token("way", (v) => v.way === "away"), any(QUANTITY, SCORE)],
    ([, , , q]) => clause("away", quantity(q), null, "", true),
  ),
  // 每 so many, without a way.
  rule(
    "step",
    "每1个百分点",
    [PER, any(QUANTITY, SCORE), WHAT],
    ([, q, what]) => clause("event", quantity(q), null, textOf(what), true),
    1,
  ),
  rule(
    "step",
    "每发生一次投诉",
    [PER, token("event"), QUANTITY, WHAT],
    ([, , q, what]) => clause("event", quantity(q), null, textOf(what), true),
    1,
  ),
  rule(
    "step",
    "每未完成一次",
    [PER, symbol("phrase"), QUANTITY, WHAT],
    ([, before, q, what]) =>
      happening(before) || !/^(?:[月周季年日天人户村镇乡街县区校班家个]|半年)/u.test(textOf(before))
        ? clause("event", quantity(q), null, `${textOf(before)}${textOf(what)}`, true)
        : null,
    2,
  ),
  rule("step", "每完成1次", [PER, token("done"), QUANTITY, WHAT], ([, , q, what]) =>
    clause("done", quantity(q), null, textOf(what), true),
  ),
  rule(
    "step",
    "安全事故每起",
    [symbol("phrase"), PER, QUANTITY],
    ([p, , q]) => clause("event", quantity(q), null, textOf(p), true),
    2,
  ),
  rule("step", "每增加一次", [PER, token("grow", (v) => v.way === "up"), QUANTITY, WHAT], ([, , q, what]) =>
    clause("over", quantity(q), null, textOf(what), true),
  ),
  rule(
    "step",
    "在90%的基础上，每降低1个百分点",
    [symbol("step-base"), optional(token("comma")), symbol("step")],
    ([base, , s]) => {
      const inner = as<StepClause>(s);
      const counted = ["short", "over", "away"].includes(inner.direction);
      return counted && inner.from === null ? { ...inner, from: as<From>(base).from } : null;
    },
    1,
  ),
  rule(
    "step-base",
    "90%的基础上",
    [symbol("number"), token("noun", (_v, t) => /^基础[上之]?$/u.test(t.word))],
    ([q]) => ({
      from: as<Quantity>(q),
      way: null,
    }),
  ),
  rule(
    "step-base",
    "目标值的基础上",
    [token("target"), token("noun", (_v, t) => /^基础[上之]?$/u.test(t.word))],
    () => ({
      from: "target",
      way: null,
    }),
  ),
  rule(
    "step-base",
    "以100%为基准",
    [
      token("by"),
      any(symbol("number"), token("target")),
      optional(token("noun", (_v, t) => t.word === "为")),
      any(
        token("undefined", (_v, t) => /^(?:基准|基数|底数)$/u.test(t.word)),
        token("noun", (_v, t) => /^(?:起点|标准|基础)$/u.test(t.word)),
        token("target", (_v, t) => t.word === "标准"),
        token("scope", (_v, t) => t.word === "为准"),
      ),
    ],
    ([, q]) => ({ from: as<Partial<Quantity>>(q).number === undefined ? "target" : as<Quantity>(q), way: null }),
  ),
  rule(
    "against",
    "较目标值",
    [
      any(token("versus"), token("join"), token("via-ratio")),
      token("target"),
      optional(
        any(
          token("noun", (_v, t) => /相比/u.test(t.word)),
          token("scope", (_v, t) => /^(?:相比|比较|对比)$/u.test(t.word)),
        ),
      ),
      optional(token("comma")),
    ],
    () => true,
  ),
  // Without 每.
  rule(
    "single-step",
    "少1次",
    [
      any(
        WAY,
        token("comparator", (_v, t) => /^未完成$/u.test(t.word)),
      ),
      optional(token("done")),
      ONE,
      WHAT,
    ],
    ([w, , q, what]) =>
      clause(entryOf(w, "way") === null ? "short" : direction(w), quantity(q), null, textOf(what), false),
  ),
  rule(
    "single-step",
    "发生一起安全事故",
    [token("event"), ONE, WHAT],
    ([, q, what]) => clause("event", quantity(q), null, textOf(what), false),
    1,
  ),
  rule(
    "single-step",
    "未及时支付一次",
    [symbol("phrase"), ONE, optional(symbol("phrase"))],
    ([p, q, what]) => {
      return happening(p) ? clause("event", quantity(q), null, `${textOf(p)}${textOf(what)}`, false) : null;
    },
    2,
  ),
  rule(
    "single-step",
    "闲置一台",
    [token("noun"), ONE],
    ([n, q]) => clause("event", quantity(q), null, wordOf(n), false),
    3,
  ),
  rule(
    "single-step",
    "人员数超编制1人",
    [optional(symbol("name")), FROM, ONE],
    ([, f, q]) => {
      const { from, way } = as<From>(f);
      return way === null || from !== "target" ? null : clause(way, quantity(q), from, "", false);
    },
    1,
  ),
  rule(
    "single-step",
    "一项不符合",
    [ONE, symbol("phrase")],
    ([q, p]) => {
      const { text, denials } = as<{ text: string; denials: number }>(p);
      return denials > 0 ? clause("event", quantity(q), null, text, false) : null;
    },
    2,
  ),
  rule(
    "step-part",
    "不足1个按1个计",
    [
      any(
        token("comparator", (_v, t) => /^(?:不足|不到|不满)$/u.test(t.word)),
        token("way", (v) => v.way === "short"),
      ),
      optional(token("comparator", (v) => v.side === "high")),
      symbol("number"),
      WHAT,
      optional(token("comma")),
      token("by"),
      symbol("number"),
      WHAT,
      optional(any(token("reckon"), token("take"))),
    ],
    ([, , a, , , , b]) => {
      const [less, counted] = [as<Quantity>(a), as<Quantity>(b)];
      return less.number === counted.number ? { count: "up", step: counted } : null;
    },
  ),
  rule(
    "step-part",
    "不足5个百分点的不扣分",
    [
      token("comparator", (_v, t) => /^(?:不足|不到|不满)$/u.test(t.word)),
      symbol("number"),
      WHAT,
      optional(token("comma")),
      token("full", (_v, t) => /^不/u.test(t.word)),
    ],
    ([, a]) => ({ count: "down", step: as<Quantity>(a) }),
  ),
  rule(
    "step-part",
    "不足1次不计",
    [
      token("comparator", (_v, t) => /^(?:不足|不到|不满)$/u.test(t.word)),
      symbol("number"),
      WHAT,
      optional(token("comma")),
      any(
        token("except", (_v, t) => t.word === "不计"),
        token("nothing", (_v, t) => t.word === "不计分"),
      ),
    ],
    ([, a]) => ({ count: "down", step: as<Quantity>(a) }),
  ),
];
void wordOf;
