/** Steps for each of something that happens or is done, steps without 每, and how a part of one counts. */

import type { Production } from "../../language";
import type { Quantity, StepClause } from "../tree";
import { unitOf } from "../../language";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { FROM, PER, QUANTITY, SCORE, WAY, WHAT, clause, quantity, textOf, missedOr } from "./steps";
import type { From } from "./steps";

/** Without 每 it is one of something that costs marks; several of it would be a band. */
const ONE = token("quantity", (v) => v.number === "1");

/** What is measured and not counted: so much of it less is a step, be it without 每. */
const MEASURED: readonly string[] = ["money", "area", "length", "weight"];

/** A stretch of time that comes again: 月, 季度, 个月. */
const PERIOD = any(
  token("noun", (_v, t) => /^(?:月|季度?|年|年度|周|学期)$/u.test(t.word)),
  token("quantity", (v) => v.each === true && /^(?:个?月|个?季度|年|年度|周|学期|天|日)$/u.test(String(v.unit))),
);

/** The unit in which so many of them are counted. */
function periodOf(leaf: unknown): string {
  const word = entryOf(leaf, "unit") === null ? wordOf(leaf) : String(entryOf(leaf, "unit"));
  return word === "月" ? "个月" : word === "季" || word === "季度" ? "个季度" : word;
}

/** Whether a phrase tells of something that happens or goes wrong, so that it can be counted. */
export function happening(value: unknown): boolean {
  const { classes, denials, text } = as<{ classes: readonly string[]; denials: number; text: string }>(value);
  return (
    denials > 0 ||
    /^[漏错迟误缺少]/u.test(text) ||
    ["event", "late", "quality", "way"].some((cls) => classes.includes(cls))
  );
}

/** "每有1%未兑现": a share of which something is not so is what is short of the whole; all else is counted. */
const wayOf = (q: unknown, what: unknown): "short" | "event" =>
  unitOf(quantity(q).unit).dimension === "rate" && /^(?:未|没有?)[^达按]/u.test(textOf(what)) ? "short" : "event";

export const EVENT_STEP_PRODUCTIONS: readonly Production[] = [
  // 每 so many, without a way.
  rule(
    "step",
    "每1个百分点",
    [PER, any(QUANTITY, SCORE), WHAT],
    ([, q, what]) => clause(wayOf(q, what), quantity(q), null, textOf(what), true),
    1,
  ),
  rule(
    "step",
    "每发生一次投诉",
    [PER, token("event"), QUANTITY, WHAT],
    ([, , q, what]) => clause(wayOf(q, what), quantity(q), null, textOf(what), true),
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
    "每季度完成",
    [PER, PERIOD, token("done", (_v, t) => t.word === "完成")],
    ([, period]) => clause("done", { number: "1", unit: periodOf(period) }, null, "", true),
    1,
  ),
  rule(
    "step",
    "每月按时发放",
    [PER, PERIOD, token("on-time"), optional(token("done"))],
    ([, period, time, done]) =>
      clause("done", { number: "1", unit: periodOf(period) }, null, `${wordOf(time)}${wordOf(done)}`, true),
    1,
  ),
  rule(
    "step",
    "每个月15日前支付",
    [
      PER,
      PERIOD,
      token("quantity", (v) => v.unit === "日" || v.unit === "号"),
      token("before"),
      optional(token("done")),
    ],
    ([, period, day, , done]) =>
      clause("done", { number: "1", unit: periodOf(period) }, null, `${wordOf(day)}前${wordOf(done)}`, true),
    1,
  ),
  rule(
    "step",
    "每个乡镇",
    [
      PER,
      token("noun", (_v, t) =>
        /^个?(?:乡镇|镇街|街道|县区|区县|行政村|自然村|社区|单位|学校|班级|站点|点位)$|^个\p{Script=Han}{1,4}$/u.test(
          t.word,
        ),
      ),
    ],
    ([, thing]) => clause("done", { number: "1", unit: "个" }, null, wordOf(thing).replace(/^个/u, ""), true),
    1,
  ),
  rule(
    "step",
    "安全事故每起",
    [optional(token("by")), symbol("phrase"), optional(token("comma")), PER, QUANTITY],
    ([by, p, comma, , q]) => {
      const step = quantity(q);
      const late = as<{ classes: readonly string[] }>(p).classes.includes("late");
      if (late && ["days", "months", "hours"].includes(unitOf(step.unit).dimension))
        return clause("late", step, null, "", true);
      return by === null && comma === null ? clause("event", step, null, textOf(p), true) : null;
    },
    2,
  ),
  rule(
    "step",
    "1次",
    [token("quantity", (v) => v.number === "1" && unitOf(String(v.unit)).dimension === "count" && v.unit !== "")],
    ([q]) => clause("event", quantity(q), null, "", false),
    3,
  ),
  rule(
    "step",
    "每提前或推迟1天",
    [
      PER,
      token("early"),
      any(
        token("or"),
        token("sign", (v) => v.sign === "/"),
      ),
      token("late"),
      QUANTITY,
      WHAT,
    ],
    ([, , , , q, what]) => clause("away", quantity(q), null, textOf(what), true),
  ),
  rule("step", "每减1个百分点", [PER, token("take", (_v, t) => t.word === "减"), QUANTITY, WHAT], ([, , q, what]) =>
    clause("short", quantity(q), null, textOf(what), true),
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
      const { from } = as<From>(base);
      // "以目标值为基准，每低于目标值1%": said twice.
      return counted && (inner.from === null || (inner.from === "target" && from === "target"))
        ? { ...inner, from }
        : null;
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
    "满分基础上",
    [any(token("full"), token("whole")), token("noun", (_v, t) => /^基础[上之]?$/u.test(t.word))],
    () => ({ from: null, way: null }),
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
      any(
        token("versus"),
        token("join"),
        token("via-ratio"),
        token("partly", (_v, t) => t.word === "较"),
      ),
      token("target"),
      optional(
        any(
          token("noun", (_v, t) => /^(?:相?比|相比较|比较)$/u.test(t.word)),
          token("scope", (_v, t) => /^(?:相比|比较|对比)$/u.test(t.word)),
        ),
      ),
      optional(token("comma")),
    ],
    () => true,
  ),
  // Without 每.
  rule("single-step", "对照目标值，少1次", [symbol("against"), symbol("single-step")], ([, s]) => {
    const inner = as<StepClause>(s);
    return ["short", "over", "away"].includes(inner.direction) ? { ...inner, from: inner.from ?? "target" } : null;
  }),
  rule(
    "single-step",
    "低于目标值1个百分点",
    [symbol("step-from"), token("quantity", (v) => v.number === "1" && unitOf(String(v.unit)).dimension === "rate")],
    ([f, q]) => {
      const { from, way } = as<From>(f);
      return way === null ? null : clause(way, quantity(q), from, "", false);
    },
  ),
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
    ([w, , q, what]) => missedOr(w, q, textOf(what), false),
  ),
  rule(
    "single-step",
    "少100元",
    [
      token("way", (_v, t) => /^[少缺差]$/u.test(t.word)),
      token("quantity", (v) => Number(v.number) > 1 && MEASURED.includes(unitOf(String(v.unit)).dimension)),
    ],
    ([, q]) => clause("short", quantity(q), null, "", false),
    1,
  ),
  rule(
    "single-step",
    "发生一起安全事故",
    [
      any(
        token("event"),
        token("if", (_v, t) => t.word.endsWith("有")),
      ),
      ONE,
      WHAT,
    ],
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
    "新增1件",
    [token("done", (_v, t) => t.word === "新增"), ONE, WHAT],
    ([w, q, what]) => clause("event", quantity(q), null, `${wordOf(w)}${textOf(what)}`, false),
    1,
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
    "工期滞后一天",
    [
      token("noun", (_v, t) => /^(?:工期|进度|时间|项目|工程|交付|支付|完工|竣工)$/u.test(t.word)),
      token("way", (v) => v.way === "late"),
      ONE,
    ],
    ([, , q]) => clause("late", quantity(q), null, "", false),
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
      // "一个季度达标或全部不达标" is a number of them, or none.
      return denials > 0 && !/^[^不未没无]*或/u.test(text) ? clause("event", quantity(q), null, text, false) : null;
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
      if (counted.number === "0") return { count: "down", step: less };
      return less.number === counted.number ? { count: "up", step: counted } : null;
    },
  ),
  rule(
    "step-part",
    "逾期天数不足1天的按1天计算",
    [symbol("name"), symbol("step-part")],
    ([, part], words) =>
      /^(?:[^不]{2,6}(?:天数|时间|次数|数量|人数|部分)|差额|余额|余数|尾数|零头|剩余)不/u.test(words) ? part : null,
    2,
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
    "不足10个百分点的按比例扣分",
    [
      token("comparator", (_v, t) => /^(?:不足|不到|不满|未满)$/u.test(t.word)),
      symbol("number"),
      WHAT,
      optional(token("comma")),
      token("by"),
      token("proportion", (_v, t) => /^(?:比例|同比例|相应比例|实际比例|等比例)$/u.test(t.word)),
      any(token("take"), token("reckon"), token("earn")),
    ],
    ([, a], words) => (/扣|减|折算|计[算分]?$/u.test(words) ? { count: "exact", step: as<Quantity>(a) } : null),
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
