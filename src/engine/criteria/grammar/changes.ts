/** Changes against last year: "较上年持平", "同比增长5%以上", "不超过上年的90%". */

import type { Production } from "../../language";
import type { Bound, Condition, Quantity } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import type { Name } from "./names";
import { range } from "./ranges";
import type { Range } from "./ranges";
import { N, NONE, ranged, unitOfRange } from "./measured";

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
    [
      N,
      optional(token("change")),
      optional(
        any(
          token("partly"),
          token("comparator", (_v, t) => t.word === "为"),
          token("noun", (_v, t) => t.word === "有"),
          token("event", (_v, t) => /^(?:有|出现|发生|呈现?)$/u.test(t.word)),
          token("done", (_v, t) => t.word === "实现"),
        ),
      ),
      token("grow", (v) => v.way !== "reverse"),
    ],
    ([, against, , g], words) =>
      against === null &&
      entryOf(g, "way") !== "level" &&
      !/^(?:有所|略有|实现|明显|稳步|出现|发生|呈现?)?(?:正|负)?[增长降下升减少提高上涨加低滑]{2,3}$/u.test(words) &&
      !/实现[正负]增长$/u.test(words)
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
  rule(
    "condition",
    "同比增幅≥8%",
    [N, token("change"), token("measure", (_v, t) => /^(?:增幅|增速|增长率|增长幅度)$/u.test(t.word)), symbol("range")],
    ([, , , part]) => ranged({ ...NONE, measure: "change" }, as<Range>(part)),
  ),
  rule("condition", "不降反升", [N, token("grow", (v) => v.way === "reverse")], ([, g]) => ({
    ...changed(/[升增]$/u.test(wordOf(g)) ? "up" : "down"),
    name: `?${wordOf(g)}`,
  })),
  rule(
    "condition",
    "较上年只减不增",
    [
      N,
      optional(token("change")),
      token("via", (_v, t) => t.word === "只"),
      any(token("noun"), token("take"), token("way"), token("grow")),
      token("negation", (_v, t) => t.word === "不"),
      any(token("way"), token("grow"), token("noun")),
    ],
    (_v, words): Condition | null =>
      /只[减降]不[增升]$/u.test(words)
        ? { kind: "range", measure: "change", name: `?${words}`, low: null, high: zero(true) }
        : /只[增升]不[减降]$/u.test(words)
          ? { kind: "range", measure: "change", name: `?${words}`, low: zero(true), high: null }
          : null,
  ),
  rule(
    "condition",
    "未提升",
    [token("negation"), token("grow", (v) => v.way === "up" || v.way === "down")],
    ([, g], words): Condition => ({
      kind: "range",
      measure: "change",
      name: `?${words}`,
      low: entryOf(g, "way") === "down" || words.startsWith("零") ? zero(true) : null,
      high: entryOf(g, "way") === "up" || words.startsWith("零") ? zero(true) : null,
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
    "实现≥3%的增长",
    [
      N,
      token("done", (_v, t) => t.word === "实现"),
      symbol("range"),
      optional(token("join")),
      token("grow", (v) => v.way === "up"),
    ],
    ([, , part]) =>
      unitOfRange(as<Range>(part)) === "rate"
        ? ranged({ ...NONE, measure: "change" }, { ...as<Range>(part), comparator: "" })
        : null,
  ),
  rule(
    "condition",
    "较上年下降5%以上",
    [N, optional(token("change")), token("grow", (v) => v.way === "down"), symbol("range"), optional(symbol("name"))],
    // Without a year to compare with: whether it is short of the target is told by what it earns.
    ([, , , part]) => fall(as<Range>(part)),
  ),
  // Against what the text itself names: so much less of it is what the cell gives.
  rule(
    "condition",
    "较法定时限压缩60%以上",
    [
      N,
      token("partly", (_v, t) => t.word === "较"),
      symbol("name"),
      token("grow", (v) => v.way === "down" || v.way === "up"),
      symbol("range"),
    ],
    ([, , of, g, part]) =>
      unitOfRange(as<Range>(part)) !== "rate" || /上年|去年|目标|同期/u.test(as<Name>(of).text)
        ? null
        : ranged(
            {
              ...NONE,
              text: `较${as<Name>(of).text}${wordOf(g)}`,
              measure: entryOf(g, "way") === "down" ? "fall" : "change",
            },
            { ...as<Range>(part), comparator: "" },
          ),
    1,
  ),
  rule(
    "condition",
    "不低于上年水平（82.6%）",
    [N, token("comparator", (v) => v.side !== "at"), token("prior"), token("open"), symbol("number"), token("close")],
    ([name, c, , , q]) => {
      const end: Bound = {
        at: as<Quantity>(q),
        inclusive: entryOf(c, "inclusive") === true,
        explicit: false,
        soft: false,
      };
      return ranged(
        as<Name | null>(name),
        range({ low: entryOf(c, "side") === "low" ? end : null, high: entryOf(c, "side") === "high" ? end : null }),
      );
    },
  ),
  rule(
    "condition",
    "持平或上升",
    [N, optional(token("change")), token("grow"), token("or"), token("grow")],
    ([, , one, , other]): Condition | null => {
      const ways = [entryOf(one, "way"), entryOf(other, "way")];
      if (ways.filter((way) => way === "level").length !== 1) return null;
      return ways.includes("up")
        ? { kind: "range", measure: "change", name: "", low: zero(true), high: null }
        : { kind: "range", measure: "change", name: "", low: null, high: zero(true) };
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
    ([, no, , , c, prior, part], words) => {
      const r = as<Range>(part);
      // "上年已达3%": the figure of last year itself, which no cell gives.
      if (c === null && isItsOwn(r, wordOf(prior), words)) return null;
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

/** "上年已达3%", and not "上年的90%": the figure of last year itself. */
const isItsOwn = ({ comparator }: Range, prior: string, words: string): boolean =>
  comparator !== "" && !words.includes(`${prior}的`);

/** "下降5%以上": by how much it fell is what is measured. */
function fall(part: Range): Condition | null {
  return ranged({ text: "", measure: "fall", verb: false, judging: false }, { ...part, comparator: "" });
}
