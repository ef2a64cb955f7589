/** So many for each of something, and stretches of time in which all was done in time. */

import type { Production } from "../../language";
import { unitOf } from "../../language";
import type { Condition, Limit, Outcome, Quantity } from "../tree";
import { step } from "./arms";
import { any, as, optional, rule, symbol, token, wordOf } from "./build";
import { BEHIND, N, ranged } from "./measured";
import type { Range } from "./ranges";
import { quantity } from "./steps";

/** Each of them alike: 各, 均. */
const EACH_ALIKE = any(
  token("any", (_v, t) => /^各自?$/u.test(t.word)),
  token("wholly", (_v, t) => /^[均都]$/u.test(t.word)),
);
const ALIKE = optional(EACH_ALIKE);

const PERIOD = token("noun", (_v, t) => /^(?:个?季度?|个?月|半年)$/u.test(t.word));

/** How often a year has a stretch of which an average is told. */
const AVERAGED: ReadonlyMap<string, number> = new Map([
  ["月", 12],
  ["季", 4],
  ["季度", 4],
  ["周", 52],
]);

export const EACH_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "四个季度全部按时兑付",
    [symbol("number"), optional(token("wholly")), token("on-time"), optional(any(token("done"), token("noun")))],
    ([q, all, time, done]) => {
      const bare = as<Quantity>(q);
      return unitOf(bare.unit).dimension === "rate"
        ? null
        : {
            kind: "bare",
            measure: null,
            name: "",
            at: bare,
            explicit: false,
            behind: `${wordOf(all)}${wordOf(time)}${wordOf(done)}`,
          };
    },
    2,
  ),
  // "少于5次每次扣2分": each one that there was less, or more.
  rule(
    "clause",
    "少于5次每次扣2分",
    [
      symbol("condition"),
      optional(token("comma")),
      token("each-time", (_v, t) => t.word.startsWith("每")),
      symbol("step-outcome"),
      optional(symbol("after-limit")),
    ],
    ([c, , each, o, limit]) => {
      const when = as<Condition>(c);
      const end =
        when.kind === "range" && (when.low === null) !== (when.high === null) ? (when.low ?? when.high) : null;
      const unit = wordOf(each).slice(1);
      if (end === null || end.inclusive || end.at.unit !== unit) return null;
      const direction = when.kind === "range" && when.low === null ? "short" : "over";
      const count = { direction, step: { number: "1", unit }, from: null, what: "", each: true } as const;
      return step(when, count, as<Outcome>(o), as<Limit | null>(limit));
    },
  ),
  // So many for each of something.
  rule(
    "condition",
    "每季度开展1次",
    [N, token("per"), optional(symbol("number")), optional(symbol("name")), ALIKE, N, symbol("range"), BEHIND],
    ([, , , , , , part], words) => {
      const r = as<Range>(part);
      const at = r.bare ?? (r.low ?? r.high)?.at;
      // "每季度结束后10日内": a deadline that comes again and again.
      if (r.high !== null && ["days", "hours"].includes(unitOf(r.high.at.unit).dimension))
        return { kind: "in-time", holds: true, text: words };
      return at === undefined || (r.low !== null && r.high !== null)
        ? null
        : { kind: "each", of: ranged(null, r), text: words, yearly: yearlyIn(words) };
    },
    2,
  ),
  rule(
    "condition",
    "4个季度各发布1次",
    [
      symbol("stretches"),
      any(EACH_ALIKE, token("per")),
      optional(PERIOD),
      optional(EACH_ALIKE),
      N,
      symbol("range"),
      BEHIND,
    ],
    ([yearly, , , , , part], words) => {
      const r = as<Range>(part);
      return r.low !== null && r.high !== null
        ? null
        : { kind: "each", of: ranged(null, r), text: words, yearly: as<number>(yearly) };
    },
    1,
  ),
  rule(
    "stretches",
    "4个季度",
    [token("quantity", (v) => /^(?:个?季度|个月|月)$/u.test(String(v.unit)) && Number(v.number) > 1)],
    ([q]) => Number(quantity(q).number),
  ),
  rule(
    "stretches",
    "上下半年",
    [token("about", (_v, t) => t.word === "上下"), token("quantity", (_v, t) => t.word === "半年")],
    () => 2,
  ),
  rule(
    "condition",
    "月均不少于1次",
    [N, token("noun", (_v, t) => /^(?:月|季度?|周)均$/u.test(t.word)), symbol("range"), BEHIND],
    ([, stretch, part], words) => averaged(as<Range>(part), words, AVERAGED.get(wordOf(stretch).slice(0, -1))!),
  ),
  rule(
    "condition",
    "服务次数平均每月不少于1次",
    [
      N,
      token("noun", (_v, t) => t.word === "平均"),
      token("per"),
      token("noun", (_v, t) => AVERAGED.has(t.word)),
      symbol("range"),
      BEHIND,
    ],
    ([, , , stretch, part], words) => averaged(as<Range>(part), words, AVERAGED.get(wordOf(stretch))!),
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
      return r.low !== null && r.high !== null
        ? null
        : { kind: "each", of: ranged(null, r), text: words, yearly: yearlyIn(words) };
    },
    2,
  ),
];

/** So many on the average of the stretches of a year: the figure of the table counts the whole. */
function averaged(part: Range, words: string, yearly: number): Condition | null {
  return part.low !== null && part.high !== null
    ? null
    : { kind: "each", of: ranged(null, part)!, text: words, yearly };
}

/** How often a year has what "每" counts in a text, the longest word first. */
const YEARLY: readonly (readonly [string, number])[] = [
  ["季度", 4],
  ["半年", 2],
  ["个月", 12],
  ["月", 12],
  ["季", 4],
  ["年", 1],
];

function yearlyIn(words: string): number | null {
  const unit = words.slice(words.indexOf("每") + 1);
  return YEARLY.find(([name]) => unit.startsWith(name))?.[1] ?? null;
}
