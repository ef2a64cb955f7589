/** Dates: "12月底前完成", "7月1日至9月30日完成", "2025年以后完成". */

import type { Production } from "../../language";
import type { Condition, Quantity } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { N } from "./measured";
import { YEAR_AFTER } from "../tree";

export const dated = (leaf: unknown, words = ""): string => {
  const [year, month, day] = [entryOf(leaf, "year"), entryOf(leaf, "month"), entryOf(leaf, "day")];
  const two = (n: ReturnType<typeof entryOf>): string => (n === null ? "" : String(n).padStart(2, "0"));
  const unsaid = NEXT_YEAR.test(words) ? YEAR_AFTER : "";
  return `${year === null ? unsaid : String(year)}-${two(month)}-${two(day)}`;
};

const NEXT_YEAR = /^(?:超过|晚于|迟于|至|到|未在|在|于)?(?:次年|翌年|来年|下一?年度?|第二年|次年度)/u;

/** The day, or the month, before a date; null for the first month of no year. */
function dayBefore(date: string): string | null {
  const [year = "", month = "", day = ""] = date.split("-");
  if (day !== "" && day !== "01") return `${year}-${month}-${String(Number(day) - 1).padStart(2, "0")}`;
  if (year === YEAR_AFTER && Number(month) === 1) return "-12-";
  return Number(month) > 1 ? `${year}-${String(Number(month) - 1).padStart(2, "0")}-` : null;
}

export const DONE_BEHIND = optional(any(token("done"), symbol("name"), token("met"), token("on-time")));

export const DATE_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "12月底前完成",
    [N, token("date"), optional(symbol("inclusion")), token("before"), DONE_BEHIND],
    ([, d], words): Condition => ({ kind: "date", date: dated(d, words), side: "by", text: words }),
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
    ([, , d], words): Condition => ({ kind: "date", date: dated(d, words), side: "by", text: words }),
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
    ([, d], words): Condition => ({ kind: "date", date: dated(d, words), side: "after", text: words }),
  ),
  rule(
    "condition",
    "未在12月底前完成",
    [N, token("negation"), token("date"), token("before"), DONE_BEHIND],
    ([, , d], words): Condition => ({ kind: "date", date: dated(d, words), side: "after", text: words }),
  ),
  rule("condition", "晚于6月30日", [N, token("later"), token("date"), DONE_BEHIND], ([, , d], words): Condition => ({
    kind: "date",
    date: dated(d, words),
    side: "after",
    text: words,
  })),
  rule(
    "condition",
    "10月1日以后完成",
    [N, token("date"), optional(symbol("inclusion")), token("after"), DONE_BEHIND],
    ([, d, , after], words) => {
      const on = /及/u.test(wordOf(after));
      const date = on ? dayBefore(dated(d, words)) : dated(d, words);
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
  rule(
    "condition",
    "四季度完成",
    [
      N,
      any(
        token("quantity", (v) => v.unit === "季度" && /^[1-4]$/u.test(String(v.number))),
        token("ordinal"),
      ),
      optional(token("noun", (_v, t) => t.word === "季度")),
      optional(symbol("inclusion")),
      optional(
        any(
          token("before"),
          token("suffix", (v) => v.side === "high"),
        ),
      ),
      any(token("done"), token("on-time")),
    ],
    ([, q, named, inclusion, within], words) => {
      const quarter = Number(entryOf(q, "number") ?? entryOf(q, "place"));
      if (entryOf(q, "number") === null && named === null && !/季度?/u.test(words)) return null;
      const year = NEXT_YEAR.test(words) ? YEAR_AFTER : "";
      const month = (n: number): string => `${year}-${String(n).padStart(2, "0")}-`;
      const [first, last] = [month(3 * quarter - 2), month(3 * quarter)];
      return within === null || /内/u.test(wordOf(within))
        ? monthOf(first, last, words)
        : ({
            kind: "date",
            date: inclusion === null ? (dayBefore(first) ?? last) : last,
            side: "by",
            text: words,
          } satisfies Condition);
    },
  ),
  rule(
    "condition",
    "第四季度及以后开工",
    [
      N,
      optional(token("noun", (_v, t) => t.word === "第")),
      token("quantity", (v) => v.unit === "季度" && /^[1-4]$/u.test(String(v.number))),
      token("after"),
      any(token("done"), token("on-time")),
    ],
    ([, , q, after], words): Condition | null => {
      const first = 3 * Number(entryOf(q, "number")) - 2 + (/及|或/u.test(wordOf(after)) ? 0 : 3);
      const before = first > 12 ? null : dayBefore(`-${String(first).padStart(2, "0")}-`);
      return before === null ? null : { kind: "date", date: before, side: "after", text: words };
    },
  ),
  rule(
    "condition",
    "上半年完成",
    [N, token("date", (v) => v.half === true), any(token("done"), token("on-time"))],
    ([, d], words): Condition => ({ kind: "date", date: dated(d, words), side: "by", text: words }),
  ),
  rule(
    "condition",
    "12月完成",
    [N, token("date", (v) => v.half !== true), any(token("done"), token("on-time"))],
    ([, d], words) => monthOf(dated(d), dated(d), words),
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
      const month = (n: unknown): string => `-${String(n).padStart(2, "0")}-`;
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
