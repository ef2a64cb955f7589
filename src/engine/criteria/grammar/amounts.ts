/** Conditions on an amount that leave something out: of what, the number, or that it is counted by the year's end. */

import type { Production } from "../../language";
import { unitOf } from "../../language";
import type { Condition, Expression, Variable } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token } from "./build";
import { NONE, ranged } from "./measured";
import type { Name } from "./names";
import { range } from "./ranges";
import type { Range } from "./ranges";
import { quantity } from "./steps";

const missed = (text: string): Condition => ({ kind: "target", side: "missed", money: false, text });

/** What something is paid or counted for. */
const FOR_EACH = token("noun", (_v, t) => /^(?:人|天|日|户|亩|平方米|公里|辆|台|件|生|床|公顷|课时)$/u.test(t.word));

const apart = (left: Variable, right: Variable): Expression => ({
  kind: "binary",
  sign: "-",
  left: { kind: "variable", variable: left },
  right: { kind: "variable", variable: right },
});

export const AMOUNT_PRODUCTIONS: readonly Production[] = [
  // By how many points it is over, or short.
  rule(
    "variable",
    "超出百分点数",
    [
      any(
        token("comparator"),
        token("way", (v) => v.way === "over" || v.way === "short"),
      ),
      token("noun", (_v, t) => /^个?百分点(?:数|的?个数)?$/u.test(t.word)),
    ],
    ([c]): Expression | null => {
      const side = entryOf(c, "side") ?? (entryOf(c, "way") === "over" ? "low" : "high");
      const beyond = side === "low" ? apart("actual", "target") : apart("target", "actual");
      return entryOf(c, "inclusive") === true
        ? null
        : {
            kind: "binary",
            sign: "×",
            left: { kind: "extreme", which: "max", of: [beyond, { kind: "number", number: "0", unit: "" }] },
            right: { kind: "number", number: "100", unit: "" },
          };
    },
  ),
  rule(
    "condition",
    "100%及时报告",
    [
      token("quantity", (v) => v.number === "100" && v.unit === "%"),
      any(token("on-time"), token("quality"), token("wholly")),
      symbol("name"),
    ],
    ([q, , rest], words) => {
      const at = quantity(q);
      const named: Name = { ...as<Name>(rest), text: words.slice(words.indexOf("%") + 1), verb: false };
      return named.measure === null ? ranged(named, range({ bare: at })) : null;
    },
    1,
  ),
  rule(
    "condition",
    "数量不足",
    [symbol("name"), token("way", (v, t) => v.way === "short" && !t.classes.has("grow"))],
    ([name], words) => (/[数量额积度]$/u.test(as<Name>(name).text) ? missed(words) : null),
    2,
  ),
  rule(
    "condition",
    "有差额",
    [
      any(
        token("event", (_v, t) => /^(?:有|存在|出现)$/u.test(t.word)),
        token("per", (_v, t) => t.word === "每有"),
      ),
      token("noun", (_v, t) => /^(?:差额|缺口|差距|短缺|缺额)$/u.test(t.word)),
    ],
    (_v, words) => missed(words),
    1,
  ),
  rule(
    "condition",
    "12个街道全覆盖",
    [token("quantity"), optional(symbol("name")), token("quality", (_v, t) => /^(?:全覆盖|全部覆盖)$/u.test(t.word))],
    ([q, what], words) => {
      const at = quantity(q);
      const behind = words.slice(words.indexOf(as<Name | null>(what)?.text ?? "全"));
      return unitOf(at.unit).dimension !== "count" ? null : withBehind(ranged(null, range({ bare: at })), behind);
    },
  ),
  rule(
    "condition",
    "截至2024年12月31日进度达到92%",
    [
      token("no-later", (_v, t) => /^截[至止]/u.test(t.word)),
      token("date"),
      optional(token("comma")),
      symbol("condition"),
    ],
    ([, , , inner]) => {
      const condition = as<Condition>(inner);
      return condition.kind === "range" || condition.kind === "bare" ? condition : null;
    },
    1,
  ),
  rule(
    "condition",
    "年底前进度达到100%",
    [
      token("date", (v) => v.month === 12 && v.year === null),
      any(
        token("before"),
        token("suffix", (v) => v.side === "high"),
      ),
      symbol("condition"),
    ],
    ([, , inner], words) => {
      const condition = as<Condition>(inner);
      if (condition.kind !== "range" && condition.kind !== "bare") return null;
      const led = words.slice(0, words.search(/[前内]/u) + 1);
      return unitOf(unitIn(condition)).dimension === "days" ? null : { ...condition, name: `${led}${condition.name}` };
    },
    2,
  ),
  rule(
    "condition",
    "严格按照补助标准执行",
    [
      optional(token("quality", (_v, t) => t.word === "严格")),
      token("by"),
      optional(any(token("done"), symbol("name"))),
      token("target", (_v, t) => /标准$/u.test(t.word)),
      any(
        token("done"),
        token("quality", (_v, t) => /^足额/u.test(t.word)),
      ),
    ],
    (_v, words) => ({ kind: "target", side: "met", money: true, text: words }),
  ),
  rule(
    "condition",
    "每人每天不超过450元",
    [token("per"), FOR_EACH, optional(token("per")), optional(FOR_EACH), symbol("range")],
    ([, , , , part], words) => {
      const limit = as<Range>(part);
      const end = limit.low ?? limit.high;
      return end === null || unitOf(end.at.unit).dimension !== "money"
        ? null
        : ranged({ ...NONE, text: words.slice(0, words.search(/不|[≤≥<>]|低|高|控/u)), verb: false }, limit);
    },
  ),
];

function withBehind(condition: Condition | null, behind: string): Condition | null {
  return condition?.kind === "bare" ? { ...condition, behind } : null;
}

function unitIn(condition: Extract<Condition, { kind: "range" | "bare" }>): string {
  return condition.kind === "bare" ? condition.at.unit : ((condition.low ?? condition.high)?.at.unit ?? "");
}
