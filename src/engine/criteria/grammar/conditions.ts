/** Conditions with numbers: a name and its range, shares of the target, changes against last year, places, dates. */

import type { Production } from "../../language";
import type { Bound, Condition, Measure, Quantity } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { unitOf } from "../../language";
import type { Name } from "./names";
import { range } from "./ranges";
import type { Range } from "./ranges";

const NONE: Name = { text: "", measure: null, verb: true, judging: false };

/** A range of a named thing; what the comparison itself says of the measure (超过…以内 is an overrun) comes first. */
export function ranged(name: Name | null, part: Range, fallback: Measure | null = null): Condition | null {
  const called = part.name ?? name;
  if (called !== null && called.text !== "" && !/\p{L}/u.test(called.text)) return null;
  const measure = measureOf(called, part, fallback);
  const text = part.ofTarget ? "目标值" : (called?.text ?? "");
  if (part.around && !["deviation", "value", null].includes(measure)) return null;
  const kind = part.around ? "deviation" : measure;
  if (part.bare !== null)
    return part.around
      ? {
          kind: "range",
          measure: "deviation",
          name: "",
          low: null,
          high: { at: part.bare, inclusive: true, explicit: false, soft: false },
        }
      : { kind: "bare", measure: kind, name: text, at: part.bare, explicit: part.explicit };
  return { kind: "range", measure: kind, name: text, low: part.low, high: part.high };
}

function measureOf(name: Name | null, part: Range, fallback: Measure | null): Measure | null {
  if (part.ofTarget) return "completion";
  const own = name?.measure ?? fallback;
  const said = /^(?:超过|超出|高于|大于|超|高出)$/u.test(part.comparator)
    ? "overrun"
    : /^(?:低于|少于|小于|不足)$/u.test(part.comparator)
      ? "shortfall"
      : null;
  const turned = part.tailed && said !== null && (said === "overrun" ? part.high !== null : part.low !== null);
  if (turned) return own === "deviation" || own === "late" ? own : said;
  if (own !== null) return own;
  return name === null || name.verb ? (name === null ? null : "value") : "value";
}

const N = optional(symbol("name"));

/** Words behind a number that name what it counts ("30家企业", "12项任务"), or that it is done. */
const BEHIND = optional(any(symbol("name"), token("target")));

/** A noun behind a number is what is counted; behind a share only the target or what was done of it. */
function mayFollow(behind: unknown, part: Range): boolean {
  const name = as<Partial<Name>>(behind);
  if (name.text === undefined) return true;
  // "100%配合": all of it, in the one word that says what.
  if (part.bare?.unit === "%" && name.judging === true && name.text.length <= 3 && !/^[不未无]/u.test(name.text))
    return true;
  if (name.judging === true || (name.measure ?? null) !== null) return false;
  const unit = (part.low ?? part.high)?.at.unit ?? part.bare?.unit ?? "";
  return unitOf(unit).dimension !== "rate" || name.verb === true;
}

const percentOf = (value: unknown): Quantity | null => {
  const q = as<Quantity>(value);
  return q.unit === "%" || q.unit.startsWith("/") ? q : null;
};

const whole: Quantity = { number: "100", unit: "%" };

export const TARGET_SHARE_PRODUCTIONS: readonly Production[] = [
  rule("share-range", "达到目标值的80%", [symbol("share-one")], ([one]) => one),
  rule(
    "target-share",
    "目标值的80%",
    [token("target"), optional(token("sign", (v) => v.sign === "×")), symbol("number")],
    ([, , q]) => percentOf(q),
  ),
  rule(
    "target-share",
    "80%目标值",
    [symbol("number"), optional(token("sign", (v) => v.sign === "×")), token("target")],
    ([q]) => percentOf(q),
  ),
  rule(
    "share-one",
    "不低于目标值的80%",
    [token("comparator", (v) => v.side !== "at"), symbol("target-share"), optional(symbol("inclusion"))],
    ([c, q, said]) => {
      const share = as<Quantity>(q);
      // "低于目标值10%" is a distance from the target, not a share of it.
      if (!/^(?:达到?|已达到?|至少达到|均达到)$/u.test(wordOf(c)) && share.unit === "%" && Number(share.number) < 50)
        return null;
      const end: Bound = {
        at: share,
        inclusive: (said === null ? null : as<{ yes: boolean }>(said).yes) ?? entryOf(c, "inclusive") === true,
        explicit: said !== null,
        soft: false,
      };
      return range({
        low: entryOf(c, "side") === "low" ? end : null,
        high: entryOf(c, "side") === "high" ? end : null,
        ofTarget: true,
        comparator: wordOf(c),
      });
    },
  ),
  rule(
    "share-one",
    "达到目标值的80%以上",
    [optional(any(token("comparator"), token("done"), token("met"))), symbol("target-share"), symbol("tail")],
    ([c, q, t]) => {
      const end = as<{ side: string; inclusive: boolean; soft: boolean; said: boolean | null }>(t);
      const own = c === null ? null : entryOf(c, "side");
      if (own !== null && own !== "at" && own !== end.side) return null;
      const made: Bound = {
        at: as<Quantity>(q),
        inclusive: end.said ?? end.inclusive,
        explicit: end.said !== null,
        soft: end.soft && end.said === null,
      };
      return range({
        low: end.side === "low" ? made : null,
        high: end.side === "high" ? made : null,
        ofTarget: true,
        tailed: true,
      });
    },
  ),
  rule(
    "share-one",
    "完成目标值的85%-95%",
    [
      optional(
        any(
          token("comparator", (v) => v.side !== "high"),
          token("done"),
          token("met"),
          token("by"),
        ),
      ),
      token("target"),
      symbol("number"),
      optional(symbol("inclusion")),
      token("dash"),
      symbol("number"),
      optional(symbol("inclusion")),
      optional(any(token("between"), token("suffix"))),
    ],
    ([, , a, aSaid, , b, bSaid]) => {
      const [one, two] = [percentOf(a) ?? { number: as<Quantity>(a).number, unit: "%" }, percentOf(b)];
      if (two === null) return null;
      const end = (at: Quantity, said: unknown): Bound => ({
        at,
        inclusive: said === null ? true : as<{ yes: boolean }>(said).yes,
        explicit: said !== null,
        soft: false,
      });
      const falling = Number(one.number) > Number(two.number);
      return range({
        low: falling ? end(two, bSaid) : end(one, aSaid),
        high: falling ? end(one, aSaid) : end(two, bSaid),
        ofTarget: true,
        tailed: true,
      });
    },
  ),
  rule(
    "share-one",
    "80%目标值≤完成值<目标值",
    [
      symbol("target-share"),
      token("comparator"),
      symbol("name"),
      token("comparator"),
      any(symbol("target-share"), token("target")),
    ],
    ([a, c1, name, c2, b]) => {
      if (entryOf(c1, "side") !== "high" || entryOf(c2, "side") !== "high") return null;
      const top = as<{ number?: string }>(b).number === undefined ? whole : as<Quantity>(b);
      return range({
        low: { at: as<Quantity>(a), inclusive: entryOf(c1, "inclusive") === true, explicit: false, soft: false },
        high: { at: top, inclusive: entryOf(c2, "inclusive") === true, explicit: false, soft: false },
        ofTarget: true,
        name: { ...as<Name>(name), measure: "completion" },
      });
    },
  ),
  rule(
    "share-range",
    "少于年度目标但不低于目标值的80%",
    [
      token("comparator", (v) => v.side === "high" && v.inclusive !== true),
      token("target"),
      optional(token("comma")),
      optional(any(token("but"), token("and"))),
      symbol("share-one"),
    ],
    ([, , , , other]) => {
      const low = as<Range>(other).low;
      return low === null
        ? null
        : range({ low, high: { at: whole, inclusive: false, explicit: false, soft: false }, ofTarget: true });
    },
  ),
  rule(
    "share-one",
    "低于目标值的80%",
    [token("measure", (v) => v.kind === "shortfall"), symbol("number"), optional(symbol("tail"))],
    ([, q, t]) => {
      const share = percentOf(q);
      const end = t === null ? null : as<{ side: string }>(t).side;
      return share === null || (share.unit === "%" && Number(share.number) < 50) || end === "low"
        ? null
        : range({ high: { at: share, inclusive: false, explicit: false, soft: false }, ofTarget: true });
    },
  ),
  rule(
    "share-range",
    "低于目标值但不低于目标值的80%",
    [
      token("measure", (v) => v.kind === "shortfall"),
      optional(token("comma")),
      optional(any(token("but"), token("and"))),
      symbol("share-one"),
    ],
    ([, , , other]) => {
      const low = as<Range>(other).low;
      return low === null || as<Range>(other).high !== null
        ? null
        : range({ low, high: { at: whole, inclusive: false, explicit: false, soft: false }, ofTarget: true });
    },
  ),
  rule(
    "share-range",
    "达到目标值的80%以上且低于目标值的100%",
    [symbol("share-one"), optional(token("comma")), optional(any(token("but"), token("and"))), symbol("share-one")],
    ([a, , , b]) => {
      const [one, two] = [as<Range>(a), as<Range>(b)];
      const [low, high] = [one.low ?? two.low, one.high ?? two.high];
      const opposite = (one.low === null) !== (two.low === null) && (one.high === null) !== (two.high === null);
      return opposite && low !== null && high !== null && Number(low.at.number) < Number(high.at.number)
        ? range({ low, high, ofTarget: true })
        : null;
    },
  ),
  rule(
    "share-one",
    "完成目标任务的90%",
    [
      any(
        token("done"),
        token("comparator", (v) => v.side !== "high"),
        token("met"),
      ),
      symbol("target-share"),
    ],
    ([, q]) => ({ ...range({}), bare: as<Quantity>(q), ofTarget: true }),
    1,
  ),
];

export const CONDITION_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "满意度90%以上",
    [N, symbol("range"), BEHIND],
    ([name, part, behind], words) => {
      const part2 = as<Range>(part);
      if (behind !== null && !mayFollow(behind, part2)) return null;
      void words;
      return ranged(name === null ? null : as<Name>(name), part2);
    },
    2,
  ),
  rule(
    "condition",
    "未缩减至90%以内",
    [N, token("negation"), optional(any(symbol("name"), token("grow"))), optional(token("scope")), symbol("range")],
    ([name, , , , part]) => {
      const one = as<Range>(part);
      if (one.bare?.number === "1") return null;
      if (one.name !== null || (one.bare !== null && one.comparator !== "")) return null;
      const turned =
        one.bare !== null
          ? range({ high: { at: one.bare, inclusive: false, explicit: false, soft: false } })
          : range({
              low: one.high === null ? null : { ...one.high, inclusive: !one.high.inclusive, soft: false },
              high: one.low === null ? null : { ...one.low, inclusive: !one.low.inclusive, soft: false },
            });
      if (one.low !== null && one.high !== null) return null;
      return ranged(as<Name | null>(name) ?? null, turned);
    },
    3,
  ),
  rule("condition", "完成值≥目标值的80%", [N, symbol("share-range")], ([name, part]) =>
    ranged({ ...(as<Name | null>(name) ?? NONE), measure: "completion" }, as<Range>(part)),
  ),
  rule(
    "condition",
    "完成数量占计划数量的100%",
    [any(token("actual"), symbol("name")), token("via-ratio"), token("target"), symbol("range")],
    ([, , , part], words) =>
      /^(?:实际|完成|已)/u.test(words)
        ? ranged({ ...NONE, text: "完成率", measure: "completion" }, as<Range>(part))
        : null,
  ),
  rule(
    "condition",
    "三年内无事故",
    [
      token("quantity", (v) => /^(?:年|个月|月|天|日|小时)$/u.test(String(v.unit))),
      any(
        token("suffix", (v) => v.side === "high"),
        token("before"),
      ),
      symbol("condition"),
    ],
    ([, , c], words) => {
      const inner = as<Condition>(c);
      return inner.kind === "fact" || inner.kind === "target" ? { ...inner, text: words } : null;
    },
    3,
  ),
  rule(
    "condition",
    "实际值/目标值≥1",
    [symbol("name"), token("sign", (v) => v.sign === "/"), token("target"), symbol("range")],
    ([name, , t, part]) => ratioRange(as<Range>(part), `${as<Name>(name).text}/${wordOf(t)}`),
  ),
  rule(
    "condition",
    "0.8≤实际值/目标值＜1",
    [
      symbol("number"),
      token("comparator"),
      symbol("name"),
      token("sign", (v) => v.sign === "/"),
      token("target"),
      token("comparator"),
      symbol("number"),
    ],
    ([a, c1, name, , t, c2, b]) => {
      if (entryOf(c1, "side") !== "high" || entryOf(c2, "side") !== "high") return null;
      const end = (q: unknown, c: unknown): Bound => ({
        at: as<Quantity>(q),
        inclusive: entryOf(c, "inclusive") === true,
        explicit: false,
        soft: false,
      });
      const called = `${as<Name>(name).text}/${wordOf(t)}`;
      return ratioRange(range({ low: end(a, c1), high: end(b, c2) }), called);
    },
  ),
  rule(
    "condition",
    "出勤率，95%以上",
    [symbol("name"), token("comma"), symbol("range")],
    ([name, , part]) =>
      as<Name>(name).measure === null || as<Range>(part).name !== null ? null : ranged(as<Name>(name), as<Range>(part)),
    3,
  ),
  // Distances from the target.
  rule(
    "condition",
    "实际值在目标值±5%以内",
    [N, token("target"), token("plus-minus"), symbol("number"), optional(symbol("tail")), optional(token("between"))],
    ([, , , q]) =>
      ({
        kind: "range",
        measure: "deviation",
        name: "",
        low: null,
        high: { at: as<Quantity>(q), inclusive: true, explicit: false, soft: true },
      }) satisfies Condition,
  ),
  rule(
    "condition",
    "高于年度目标值10个百分点以上",
    [
      N,
      any(
        token("comparator", (v) => v.inclusive !== true),
        token("way"),
      ),
      token("target"),
      symbol("number"),
      optional(symbol("tail")),
    ],
    ([, c, , q, t]) => {
      const over = entryOf(c, "side") === "low" || entryOf(c, "way") === "over";
      const short = entryOf(c, "side") === "high" || entryOf(c, "way") === "short";
      const at = as<Quantity>(q);
      if (over === short || (short && at.unit === "%" && Number(at.number) >= 50)) return null;
      return distance(over ? "overrun" : "shortfall", at, t);
    },
  ),
  rule(
    "condition",
    "差5个百分点以上",
    [N, token("way", (v, t) => v.way === "short" && /^[差少缺低]$/u.test(t.word)), symbol("number"), symbol("tail")],
    ([, , q, t]) => distance("shortfall", as<Quantity>(q), t),
    3,
  ),
  rule(
    "condition",
    "超出预算10%以内",
    [N, token("over-target"), symbol("number"), optional(symbol("inclusion")), optional(symbol("tail"))],
    ([, , q, , t]) => distance("overrun", as<Quantity>(q), t),
    3,
  ),
  rule(
    "condition",
    "超支10%（含）以上",
    [N, token("over-target"), symbol("range")],
    ([, , part]) => ranged({ ...NONE, measure: "overrun" }, as<Range>(part)),
    3,
  ),
  rule(
    "condition",
    "目标值偏离5%以内",
    [optional(token("target")), token("way", (v) => v.way === "away"), symbol("range")],
    ([, , part]) => ranged({ ...NONE, measure: "deviation" }, as<Range>(part)),
    3,
  ),
  // From so much down to so much: what it came to is measured.
  rule(
    "condition",
    "由20个工作日压缩至10个工作日以内",
    [
      N,
      optional(any(token("scope"), token("by"))),
      optional(symbol("number")),
      any(
        token("grow"),
        token("done", (_v, t) => /^压缩$/u.test(t.word)),
      ),
      token("scope", (_v, t) => t.word === "至"),
      symbol("range"),
    ],
    ([name, , , , , part]) => ranged(as<Name | null>(name), as<Range>(part)),
    1,
  ),
  rule(
    "condition",
    "提升0.1个等级以上",
    [N, token("done", (_v, t) => /^(?:提升|新增)$/u.test(t.word)), symbol("range")],
    ([name, , part]) => ranged(as<Name | null>(name), as<Range>(part)),
    1,
  ),
  // So many for each of something.
  rule(
    "condition",
    "每季度开展1次",
    [N, token("per"), optional(symbol("number")), optional(symbol("name")), symbol("range"), BEHIND],
    ([, , , , part], words) => {
      const r = as<Range>(part);
      const at = r.bare ?? (r.low ?? r.high)?.at;
      return at === undefined || (r.low !== null && r.high !== null)
        ? null
        : { kind: "each", of: ranged(null, r), text: words };
    },
    2,
  ),
  rule(
    "condition",
    "不定期开展检查，每季度至少1次",
    [symbol("name"), token("comma"), symbol("condition")],
    ([, , c], words) =>
      as<Condition>(c).kind === "each" ? { ...as<Extract<Condition, { kind: "each" }>>(c), text: words } : null,
    3,
  ),
  rule(
    "condition",
    "每次开展1次",
    [N, token("per"), token("quantity", (v) => v.each === true), optional(symbol("name")), symbol("range"), BEHIND],
    ([, , , , part], words) => {
      const r = as<Range>(part);
      return r.low !== null && r.high !== null ? null : { kind: "each", of: ranged(null, r), text: words };
    },
    2,
  ),
  // Time behind or before.
  rule(
    "condition",
    "延迟1个月内完成",
    [
      N,
      token("late"),
      optional(any(token("done"), token("noun"))),
      symbol("range"),
      optional(any(token("done"), token("before"), symbol("name"))),
    ],
    ([, , , part], words) => {
      const unit = (as<Range>(part).low ?? as<Range>(part).high)?.at.unit ?? as<Range>(part).bare?.unit ?? "";
      return /[%]/u.test(unit) && /滞后|落后/u.test(words)
        ? ranged({ ...NONE, measure: "shortfall" }, as<Range>(part))
        : ranged({ ...NONE, measure: "late" }, { ...as<Range>(part), comparator: "" });
    },
  ),
  rule(
    "condition",
    "提前完成",
    [
      N,
      optional(token("versus")),
      optional(token("target")),
      token("early"),
      optional(
        any(
          token("done"),
          token("noun", (_v, t) => /^(?:竣工|交工|报送|提交)$/u.test(t.word)),
        ),
      ),
    ],
    (_v, words): Condition | null =>
      /完成|完工|竣工|交付|建成|提前$|提早$|报送|提交|上线/u.test(words)
        ? {
            kind: "range",
            measure: "early",
            name: "",
            low: { at: { number: "0", unit: "天" }, inclusive: false, explicit: false, soft: false },
            high: null,
          }
        : null,
  ),
  rule(
    "condition",
    "提前5天以上完成",
    [N, token("early"), symbol("range"), optional(any(token("done"), symbol("name")))],
    ([, , part]) => ranged({ ...NONE, measure: "early" }, as<Range>(part)),
  ),
];

function ratioRange(part: Range, text: string): Condition | null {
  const name: Name = { ...NONE, text, measure: "ratio" };
  const percent = (b: Bound | null): Bound | null =>
    b === null || b.at.unit !== "" ? b : { ...b, at: { number: scaled(b.at.number), unit: "%" } };
  if (part.bare !== null)
    return ranged(
      name,
      range({ bare: part.bare.unit === "" ? { number: scaled(part.bare.number), unit: "%" } : part.bare }),
    );
  return ranged(name, { ...part, low: percent(part.low), high: percent(part.high) });
}

/** 0.8 as 80, by moving the point. */
function scaled(number: string): string {
  const [w = "0", f = ""] = number.split(".");
  const p = f.padEnd(2, "0");
  return `${w}${p.slice(0, 2)}.${p.slice(2)}`
    .replace(/\.$/u, "")
    .replace(/^0+(?=\d)/u, "")
    .replace(/(\.\d*?)0+$/u, "$1")
    .replace(/\.$/u, "");
}

function distance(measure: Measure, at: Quantity, tail: unknown): Condition {
  const end =
    tail === null ? null : as<{ side: string; inclusive: boolean; soft: boolean; said: boolean | null }>(tail);
  if (end === null) return { kind: "bare", measure, name: "", at, explicit: false };
  const made: Bound = {
    at,
    inclusive: end.said ?? end.inclusive,
    explicit: end.said !== null,
    soft: end.soft && end.said === null,
  };
  return {
    kind: "range",
    measure,
    name: "",
    low: end.side === "low" ? made : null,
    high: end.side === "high" ? made : null,
  };
}

const zero = (inclusive: boolean): Bound => ({
  at: { number: "0", unit: "%" },
  inclusive,
  explicit: false,
  soft: false,
});
const changed = (way: string): Condition =>
  way === "up"
    ? { kind: "range", measure: "change", name: "", low: zero(false), high: null }
    : way === "down"
      ? { kind: "range", measure: "change", name: "", low: null, high: zero(false) }
      : { kind: "range", measure: "change", name: "", low: zero(true), high: zero(true) };

export const CHANGE_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "0≤下降<10%",
    [
      symbol("number"),
      token("comparator", (v) => v.side === "high"),
      optional(any(symbol("name"), token("change"))),
      token("grow", (v) => v.way === "up" || v.way === "down"),
      token("comparator", (v) => v.side === "high"),
      symbol("number"),
    ],
    ([a, c1, , g, c2, b]) => {
      const [low, high] = [as<Quantity>(a), as<Quantity>(b)];
      const end = (at: Quantity, c: unknown): Bound => ({
        at: at.unit === "" ? { ...at, unit: high.unit } : at,
        inclusive: entryOf(c, "inclusive") === true,
        explicit: false,
        soft: false,
      });
      const kind = entryOf(g, "way") === "down" ? "fall" : "change";
      return ranged({ ...NONE, measure: kind }, range({ low: end(low, c1), high: end(high, c2) }));
    },
  ),
  rule(
    "condition",
    "较上年持平",
    [N, optional(token("change")), optional(token("partly")), token("grow", (v) => v.way !== "reverse")],
    ([, against, , g], words) =>
      against === null &&
      entryOf(g, "way") !== "level" &&
      !/^(?:有所|略有|实现|明显|稳步)?(?:正|负)?[增长降下升减少提高上涨加低滑]{2,3}$/u.test(words)
        ? null
        : { ...changed(entryOf(g, "way") as string), name: against === null ? `?${words}` : "" },
  ),
  rule(
    "condition",
    "同比持平或下降",
    [
      N,
      token("change"),
      token("grow", (v) => v.way === "level"),
      token("or"),
      token("grow", (v) => v.way === "up" || v.way === "down"),
    ],
    ([, , , , g]): Condition => ({
      kind: "range",
      measure: "change",
      name: "",
      low: entryOf(g, "way") === "up" ? zero(true) : null,
      high: entryOf(g, "way") === "down" ? zero(true) : null,
    }),
  ),
  rule("condition", "不降反升", [N, token("grow", (v) => v.way === "reverse")], ([, g]) => ({
    ...changed(/[升增]$/u.test(wordOf(g)) ? "up" : "down"),
    name: `?${wordOf(g)}`,
  })),
  rule(
    "condition",
    "未提升",
    [token("negation"), token("grow", (v) => v.way === "up" || v.way === "down")],
    ([, g], words): Condition => ({
      kind: "range",
      measure: "change",
      name: `?${words}`,
      low: entryOf(g, "way") === "down" ? zero(true) : null,
      high: entryOf(g, "way") === "up" ? zero(true) : null,
    }),
  ),
  rule(
    "condition",
    "同比增长5%以上",
    [N, optional(token("change")), token("grow", (v) => v.way === "up"), symbol("range"), optional(symbol("name"))],
    ([name, against, , part]) => {
      const r = as<Range>(part);
      if (r.comparator !== "" && r.tailed && r.high !== null && /^[超高大]/u.test(r.comparator)) return null;
      if (against === null && unitOfRange(r) !== "rate") return null;
      return against === null
        ? ranged({ ...(as<Name | null>(name) ?? NONE), measure: "change" }, { ...r, comparator: "" })
        : ranged({ ...NONE, measure: "change" }, { ...r, comparator: "" });
    },
  ),
  rule(
    "condition",
    "较上年下降5%以上",
    [N, optional(token("change")), token("grow", (v) => v.way === "down"), symbol("range"), optional(symbol("name"))],
    ([, against, , part]) => {
      const r = as<Range>(part);
      // "减少10公里以上" without a year to compare with is short of the target.
      return against === null && unitOfRange(r) !== "rate"
        ? ranged({ text: "", measure: "shortfall", verb: false, judging: false }, { ...r, comparator: "" })
        : fall(r);
    },
  ),
  rule(
    "condition",
    "高于上年",
    [N, token("comparator", (v) => v.inclusive !== true), token("prior", (v) => v.average !== true)],
    ([, c]) => changed(entryOf(c, "side") === "low" ? "up" : "down"),
  ),
  rule(
    "condition",
    "不超过上年",
    [N, token("comparator", (v) => v.inclusive === true), token("prior", (v) => v.average !== true)],
    ([, c]): Condition =>
      entryOf(c, "side") === "low"
        ? { kind: "range", measure: "change", name: "", low: zero(true), high: null }
        : { kind: "range", measure: "change", name: "", low: null, high: zero(true) },
  ),
  rule(
    "condition",
    "不超过上年的90%",
    [
      N,
      optional(token("negation")),
      optional(token("grow")),
      optional(any(token("dash"), token("scope"))),
      optional(token("comparator")),
      token("prior"),
      symbol("range"),
    ],
    ([, no, , , c, , part]) => {
      const r = as<Range>(part);
      if (no !== null) {
        const at = r.bare ?? (r.low ?? r.high)?.at ?? null;
        return at === null || r.low !== null
          ? null
          : ranged(
              { ...NONE, measure: "prior" },
              range({ low: { at, inclusive: false, explicit: false, soft: false } }),
            );
      }
      if (r.bare !== null && c !== null && entryOf(c, "side") !== "at") {
        const end: Bound = { at: r.bare, inclusive: entryOf(c, "inclusive") === true, explicit: false, soft: false };
        return ranged(
          { ...NONE, measure: "prior" },
          range({ low: entryOf(c, "side") === "low" ? end : null, high: entryOf(c, "side") === "high" ? end : null }),
        );
      }
      return ranged({ ...NONE, measure: "prior" }, { ...r, comparator: "" });
    },
  ),
];

const unitOfRange = (r: Range): string => unitOf((r.low ?? r.high)?.at.unit ?? r.bare?.unit ?? "").dimension;

/** "下降5%以上": by how much it fell is what is measured. */
function fall(part: Range): Condition | null {
  return ranged({ text: "", measure: "fall", verb: false, judging: false }, { ...part, comparator: "" });
}

const place = (number: string, inclusive = true): Bound => ({
  at: { number, unit: "名" },
  inclusive,
  explicit: false,
  soft: false,
});

const called = (name: unknown): string => (name === null ? "" : as<Name>(name).text);

export const RANK_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "全省排名前五",
    [N, optional(token("rank")), optional(token("noun")), token("top"), optional(any(token("level"), token("noun")))],
    ([name, , , top]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: null,
      high: place(String(entryOf(top, "place"))),
    }),
  ),
  rule("condition", "排名第3", [N, optional(token("rank")), token("ordinal")], ([name, , n]): Condition => ({
    kind: "range",
    measure: "rank",
    name: called(name),
    low: place(String(entryOf(n, "place"))),
    high: place(String(entryOf(n, "place"))),
  })),
  rule(
    "condition",
    "第4-7名",
    [N, optional(token("rank")), token("ordinal"), token("dash"), any(symbol("number"), token("ordinal"))],
    ([name, , n, , b]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(String(entryOf(n, "place"))),
      high: place(as<{ number?: string }>(b).number ?? String(entryOf(b, "place"))),
    }),
  ),
  rule(
    "condition",
    "6-10名",
    [
      N,
      optional(token("rank")),
      symbol("number"),
      token("dash"),
      token("quantity", (v) => v.unit === "名" || v.unit === "位"),
    ],
    ([name, , a, , b]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(as<Quantity>(a).number),
      high: place(String(entryOf(b, "number"))),
    }),
  ),
  rule(
    "condition",
    "第8名及以后",
    [
      N,
      optional(token("rank")),
      token("ordinal"),
      any(
        token("after"),
        token("suffix", (v) => v.side === "high"),
      ),
    ],
    ([name, , n, after]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(String(entryOf(n, "place")), /及|或/u.test(wordOf(after))),
      high: null,
    }),
  ),
  rule(
    "condition",
    "10名以后",
    [
      N,
      optional(token("rank")),
      token("quantity", (v) => v.unit === "名" || v.unit === "位"),
      any(
        token("after"),
        token("suffix", (v) => v.side === "high"),
      ),
    ],
    ([name, , n, after]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(String(entryOf(n, "number")), /及|或/u.test(wordOf(after))),
      high: null,
    }),
  ),
];

const dated = (leaf: unknown): string => {
  const [year, month, day] = [entryOf(leaf, "year"), entryOf(leaf, "month"), entryOf(leaf, "day")];
  const two = (n: unknown): string => (n === null ? "" : String(n as number).padStart(2, "0"));
  return `${year === null ? "" : String(year)}-${two(month)}-${two(day)}`;
};
/** The day, or the month, before a date; null for the first month of no year. */
function dayBefore(date: string): string | null {
  const [year = "", month = "", day = ""] = date.split("-");
  if (day !== "" && day !== "01") return `${year}-${month}-${String(Number(day) - 1).padStart(2, "0")}`;
  return Number(month) > 1 ? `${year}-${String(Number(month) - 1).padStart(2, "0")}-` : null;
}

const DONE_BEHIND = optional(any(token("done"), symbol("name"), token("met"), token("on-time")));

export const DATE_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "12月底前完成",
    [N, token("date"), optional(symbol("inclusion")), token("before"), DONE_BEHIND],
    ([, d], words): Condition => ({ kind: "date", date: dated(d), side: "by", text: words }),
  ),
  rule(
    "condition",
    "不晚于2025年11月30日",
    [
      N,
      any(
        token("no-later"),
        token("comparator", (v) => v.side === "high" && v.inclusive === true),
      ),
      token("date"),
      optional(token("before")),
      DONE_BEHIND,
    ],
    ([, , d], words): Condition => ({ kind: "date", date: dated(d), side: "by", text: words }),
  ),
  rule(
    "condition",
    "12月底未完成",
    [
      N,
      token("date"),
      optional(any(token("before"), token("scope"))),
      any(
        token("way", (_v, t) => /^未(?:能)?完成$/u.test(t.word)),
        token("late"),
      ),
    ],
    ([, d], words): Condition => ({ kind: "date", date: dated(d), side: "after", text: words }),
  ),
  rule("condition", "晚于6月30日", [N, token("later"), token("date"), DONE_BEHIND], ([, , d], words): Condition => ({
    kind: "date",
    date: dated(d),
    side: "after",
    text: words,
  })),
  rule(
    "condition",
    "10月1日以后完成",
    [N, token("date"), optional(symbol("inclusion")), token("after"), DONE_BEHIND],
    ([, d, , after], words) => {
      const on = /及/u.test(wordOf(after));
      const date = on ? dayBefore(dated(d)) : dated(d);
      return date === null ? null : ({ kind: "date", date, side: "after", text: words } satisfies Condition);
    },
  ),
  rule(
    "condition",
    "2025年以后完成",
    [N, token("year"), any(token("after"), token("before")), DONE_BEHIND],
    ([, y, side], words): Condition => {
      const [year, word] = [Number(entryOf(y, "year")), wordOf(side)];
      const last = /内$/u.test(word) ? year : year - 1;
      return { kind: "date", date: `${last}-12-31`, side: /[前内]$/u.test(word) ? "by" : "after", text: words };
    },
  ),
  rule("condition", "12月完成", [N, token("date"), any(token("done"), token("on-time"))], ([, d], words) =>
    monthOf(dated(d), dated(d), words),
  ),
  rule(
    "condition",
    "7月1日至9月30日完成",
    [N, token("date"), token("dash"), token("date"), optional(any(token("between"), token("before"))), DONE_BEHIND],
    ([, a, , b], words) => monthOf(dated(a), dated(b), words),
  ),
  rule(
    "condition",
    "7-9月完成",
    [
      N,
      symbol("number"),
      token("dash"),
      any(
        token("date"),
        token("quantity", (v) => v.unit === "月"),
      ),
      optional(any(token("between"), token("before"))),
      any(token("done"), token("on-time")),
    ],
    ([, a, , b], words) => {
      const first = as<Quantity>(a);
      const last = entryOf(b, "month") ?? entryOf(b, "number");
      if (first.unit !== "" || Number(first.number) < 1 || Number(first.number) >= Number(last) || Number(last) > 12)
        return null;
      const month = (n: unknown): string => `-${String(n as number).padStart(2, "0")}-`;
      return monthOf(month(Number(first.number)), month(Number(last)), words);
    },
  ),
];

/** From the first day of the one to the last of the other. */
function monthOf(first: string, last: string, words: string): Condition | null {
  const before = dayBefore(first);
  return before === null
    ? { kind: "date", date: last, side: "by", text: words }
    : {
        kind: "all",
        loose: false,
        of: [
          { kind: "date", date: before, side: "after", text: words },
          { kind: "date", date: last, side: "by", text: "" },
        ],
      };
}
