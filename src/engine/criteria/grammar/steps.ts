/** Steps: "每少1次扣1分", "每低于目标值1个百分点", "每发生一起扣2分", "少一次扣1分". */

import type { Production } from "../../language";
import type { Direction, Quantity, StepClause } from "../tree";
import { any, as, entryOf, optional, rule, symbol, TARGET_TAIL, token, wordOf } from "./build";

export const PER = any(token("per"));

export const WAY = token("way", (v) => v.way !== "behind");

/** What the steps are counted from, where the text says it: the target, or a number. */
export const FROM = any(symbol("step-from"));

export const WHAT = optional(symbol("what"));

export const quantity = (leaf: unknown): Quantity => ({
  number: String(entryOf(leaf, "number")),
  unit: String(entryOf(leaf, "unit")),
});

export const direction = (leaf: unknown): Direction => entryOf(leaf, "way") as Direction;

/** A unit of places in a ranking makes a fall a place behind. */
function directed(way: Direction, step: Quantity): Direction {
  if (/^(?:名次|位次|位)$/u.test(step.unit) && (way === "short" || way === "late")) return "behind";
  return way;
}

export const clause = (
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

/** "漏报1次" happens; "少1次" is short of what was to be. */
export const missedOr = (w: unknown, q: unknown, what: string, each: boolean): StepClause =>
  /^漏./u.test(wordOf(w))
    ? clause("event", quantity(q), null, `${wordOf(w)}${what}`, each)
    : clause(entryOf(w, "way") === null ? "short" : direction(w), quantity(q), null, what, each);

export const textOf = (value: unknown): string =>
  value === null || value === undefined ? "" : (as<{ text?: string }>(value).text ?? "");

export type From = { readonly from: Quantity | "target"; readonly way: Direction | null };

/** Verbs that only say that something is the case (有, 发生), or that it is done (完成). */
export const QUANTITY = token("quantity");

export const SCORE = symbol("step-size");

/** Names before a step that say from where it is counted, or what the indicator itself is. */
const NO_SUBJECT = /部分|其余|其他|达标|完成|达到|目标|指标|标准|实际|部份|^.?(?:值|数|量|率|比例)$|[不未超]/u;

/** Names of how far two figures are apart, whichever is the greater. */
const DEVIATES = /(?:偏差|偏离|差异|误差)(?:率|度|值|幅度)?$/u;

/** Names of what was not reached. */
const FALLS_SHORT = /^(?:未|不)(?:达标|完成|达到|达成|足)/u;

export const STEP_PRODUCTIONS: readonly Production[] = [
  rule("what", "一般事故", [any(symbol("phrase"), symbol("name"))], ([one], words) =>
    words.startsWith("、") ? null : one,
  ),
  rule(
    "what",
    "15日前支付",
    [token("quantity", (v) => v.unit === "日" || v.unit === "号"), token("before"), optional(token("done"))],
    (_v, words) => ({ text: words }),
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
      any(
        WAY,
        token("noun", (_v, t) => t.word === "欠"),
      ),
      optional(
        any(
          token("done"),
          token("dash"),
          token("grow", (v) => v.way === "up" || v.way === "down"),
          token("way", (_v, t) => /^[降增]$/u.test(t.word)),
          token("comparator", (v) => v.side === "low" && v.inclusive === true),
        ),
      ),
      any(QUANTITY, SCORE),
      WHAT,
    ],
    ([, w, , q, what]) => missedOr(w, q, textOf(what), true),
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
      wordOf(verb).length > 4
        ? null
        : wordOf(w) === "漏"
          ? clause("event", quantity(q), null, `漏${wordOf(verb)}${textOf(what)}`, true)
          : clause(direction(w), quantity(q), null, textOf(what), true),
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
        token("way", (v) => v.way === "behind"),
      ),
      token("prior"),
      optional(token("grow")),
      QUANTITY,
    ],
    ([, c, , g, q]) => {
      const side =
        entryOf(c, "side") ??
        (entryOf(c, "way") === "behind" ? "high" : null) ??
        (entryOf(g, "way") === "up" ? "low" : entryOf(g, "way") === "down" ? "high" : null);
      return side === null ? null : clause(side === "low" ? "over" : "short", quantity(q), null, "", true);
    },
  ),
  rule(
    "step",
    "每比上年增加1起",
    [PER, token("change"), token("grow", (v) => v.way === "up" || v.way === "down"), QUANTITY, WHAT],
    ([, , g, q, what]) => clause(entryOf(g, "way") === "up" ? "over" : "short", quantity(q), null, textOf(what), true),
  ),
  rule(
    "step",
    "以上年度为基数，每增长1%",
    [token("change", (v) => v.prior === true), optional(token("comma")), symbol("step")],
    ([against, , s]) => {
      const inner = as<StepClause>(s);
      // "较基期值每提高1个百分点": what it was then, no cell gives.
      if (/基[期年准]|实施前|改造前|治理前/u.test(wordOf(against))) return null;
      return ["over", "short"].includes(inner.direction) && inner.from === null ? inner : null;
    },
    3,
  ),
  rule(
    "step",
    "每达到10%",
    [PER, token("comparator", (v) => v.side === "low" && v.inclusive === true), QUANTITY],
    ([, , q]) => clause("done", quantity(q), null, "", true),
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
    "每后退1个名次",
    [
      PER,
      token("way", (v, t) => v.way === "behind" || /^(?:下降|降低|降)$/u.test(t.word)),
      token("quantity", (v) => v.unit === "个"),
      token("rank", (_v, t) => /^[名位]次$/u.test(t.word)),
    ],
    ([, , q]) => clause("behind", { ...quantity(q), unit: "名" }, null, "", true),
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
    ([name, s]) => {
      const inner = as<StepClause>(s);
      const of = NO_SUBJECT.test(textOf(name)) ? "" : textOf(name);
      // A name is told once: "支出" before "执行率每低1%" would take the place of it.
      if (!inner.each || inner.of !== undefined || (inner.direction === "event" && inner.what === "")) return null;
      // "未达标的每相差1个百分点": off on the side that the name tells.
      if (inner.direction === "over" && DEVIATES.test(textOf(name))) return { ...inner, direction: "away" };
      if (inner.direction === "away" && FALLS_SHORT.test(textOf(name))) return { ...inner, direction: "short" };
      return inner.direction === "event" || of === "" ? inner : { ...inner, of };
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
        // "超过20%的，超出部分每5%": the part beyond what was spoken of.
        /部分$/u.test(wordOf(m)) ? null : "target",
        "",
        true,
      ),
  ),
  rule(
    "step",
    "未完成目标值的每1%",
    [token("way", (_v, t) => /^未(?:能)?完成$/u.test(t.word)), token("target"), PER, any(QUANTITY, SCORE)],
    ([, , , q]) => clause("short", quantity(q), "target", "", true),
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
];
