/** Which of what is counted costs: "前5户不扣", "第2次起每次扣2分", "前2次每次扣1分", "第1次通报扣1分". */

import type { Production } from "../../language";
import { unitOf } from "../../language";
import type { Clause, Limit, Outcome, StepClause, Stretch } from "../tree";
import { step } from "./arms";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { quantity, textOf } from "./steps";

/** So many of what is counted; places in a ranking are none. */
const SO_MANY = token(
  "quantity",
  (v) =>
    v.each !== true &&
    !/^(?:名|位|个?[名位]次|年)$/u.test(String(v.unit)) &&
    unitOf(String(v.unit)).dimension !== "plain" &&
    Number(v.number) > 0,
);

/** One of what happens, by its number. */
const NTH = token(
  "quantity",
  (v) =>
    v.each !== true && /^(?:次|起|例|件|项|处|宗|户|个|人次?|天|日|家)$/u.test(String(v.unit)) && isWhole(v.number),
);

const isWhole = (number: unknown): boolean => /^[1-9]\d*$/u.test(String(number));

const FIRST = token("noun", (_v, t) => /^(?:前|头|最初)$/u.test(t.word));

const ORDINAL = token("noun", (_v, t) => /^(?:[自从]|.{2,4})?第$/u.test(t.word));

const COMMA = optional(token("comma"));
const LIMIT = optional(symbol("after-limit"));

/** From there on. */
const ONWARDS = any(
  token("noun", (_v, t) => /^(?:起|开始|以后|之后|往后|及以后)$/u.test(t.word)),
  token("suffix", (v) => v.side === "low"),
  token("after"),
);

/** "每次" before what each of them takes. */
const EACH_TIME = token("each-time", (_v, t) => t.word.startsWith("每"));

const before = (leaf: unknown): string => String(Number(entryOf(leaf, "number")) - 1);

/** Each of those, counted one by one in the unit of the stretch; null where the steps are of another unit. */
function within(count: StepClause, unit: string, stretch: Stretch): StepClause | null {
  return count.step.unit === unit && count.stretch === undefined ? { ...count, stretch } : null;
}

const one = (leaf: unknown, what: string, each: boolean, stretch: Stretch): StepClause => ({
  direction: "event",
  step: { number: "1", unit: quantity(leaf).unit },
  from: null,
  what,
  each,
  stretch,
});

/** What stands before the number in one word: "通报第2次". */
const led = (leaf: unknown): string => wordOf(leaf).replace(/(?:前|头|最初|[自从]?第)$/u, "");

/** One month, told as the first of a year is. */
const ONE_MONTH = token("date", (_v, t) => /^[1一]月$/u.test(t.word));

/** What of it, and that it costs no marks: "…的，不扣分". */
const COST_NOTHING = [optional(symbol("phrase")), COMMA, token("full", (_v, t) => t.word.startsWith("不"))] as const;

export const STRETCH_PRODUCTIONS: readonly Production[] = [
  rule(
    "step-part",
    "不满一月按一月计算",
    [
      token("comparator", (_v, t) => /^(?:不足|不到|不满)$/u.test(t.word)),
      ONE_MONTH,
      optional(token("comma")),
      token("by"),
      ONE_MONTH,
      optional(any(token("reckon"), token("take"))),
    ],
    () => ({ count: "up", step: { number: "1", unit: "个月" } }),
  ),
  rule(
    "clause",
    "前5户不扣分",
    [optional(symbol("phrase")), FIRST, SO_MANY, ...COST_NOTHING],
    ([, , q], words): Clause => ({ kind: "spared", text: words, at: quantity(q) }),
  ),
  rule("clause", "第1次不扣分", [optional(symbol("phrase")), ORDINAL, NTH, ...COST_NOTHING], ([, , q], words) =>
    quantity(q).number === "1" ? ({ kind: "spared", text: words, at: quantity(q) } satisfies Clause) : null,
  ),
  rule("step", "第6户起，每少1户", [ORDINAL, NTH, ONWARDS, COMMA, symbol("step")], ([, q, , , s]) =>
    within(as<StepClause>(s), quantity(q).unit, { after: before(q), upTo: null }),
  ),
  rule(
    "clause",
    "第2次起每次扣2分",
    [ORDINAL, NTH, ONWARDS, COMMA, EACH_TIME, symbol("step-outcome"), LIMIT],
    ([first, q, , , each, o, l]) =>
      wordOf(each).slice(1) === quantity(q).unit
        ? step(null, one(q, led(first), true, { after: before(q), upTo: null }), as<Outcome>(o), as<Limit | null>(l))
        : null,
  ),
  rule(
    "clause",
    "前2次每次扣1分",
    [FIRST, SO_MANY, COMMA, EACH_TIME, symbol("step-outcome"), LIMIT],
    ([, q, , each, o, l]) =>
      wordOf(each).slice(1) === quantity(q).unit
        ? step(null, one(q, "", true, { after: "0", upTo: quantity(q).number }), as<Outcome>(o), as<Limit | null>(l))
        : null,
  ),
  rule("step", "前2次每发生1次", [FIRST, SO_MANY, COMMA, symbol("step")], ([, q, , s]) =>
    within(as<StepClause>(s), quantity(q).unit, { after: "0", upTo: quantity(q).number }),
  ),
  rule(
    "single-step",
    "第1次通报",
    [ORDINAL, NTH, optional(symbol("phrase"))],
    ([first, q, what]) => one(q, `${led(first)}${textOf(what)}`, false, { after: before(q), upTo: quantity(q).number }),
    1,
  ),
];
