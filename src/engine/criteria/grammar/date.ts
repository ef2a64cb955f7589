/** Dates as conditions: "2025年12月31日前", "12月底前", "6月30日之后". Kept as "2025-12-31", with empty parts where not said. */

import { pattern } from "./combinators";
import type { Match } from "./combinators";

const DATE = pattern(
  "(?:(20\\d{2}|当|本|今|次)年(?:度)?)?(1[0-2]|0?[1-9])月(?:份)?(?:(3[01]|[12]\\d|0?[1-9])(?:日|号)|(底|末|初|中旬|上旬|下旬))?((?:\\((?:含|不含)[^)]{0,4}\\))?(?:及)?(?:以|之)?(?:前|内|后))",
);
const MONTH_ON = pattern("(?:(20\\d{2}|当|本|今|次)年(?:度)?)?(1[0-2]|0?[1-9])月(?:份)?及(?:以|之)?后");
const YEAR_END = pattern("(?:(20\\d{2})年(?:度)?|(?:当|本)?年)(底|末)((?:以|之)?前|内)");

const DAY = "(?:(20\\d{2})年)?(1[0-2]|0?[1-9])月(?:(3[01]|[12]\\d|0?[1-9])(?:日|号)|(?:份|底|末)?)";
const NO_LATER = pattern(`(?:不晚于|不迟于|最迟(?:于)?)${DAY}(?:以?前)?`);
const SPAN = pattern(`(?:在)?${DAY}(?:至|到|-|~)${DAY}(?:之间|期间|内)?`);

/** "7-9月", whose first month goes without its word; after a word of delay it is how long, not when. */
const MONTHS = pattern("(?:在)?(1[0-2]|0?[1-9])(?:至|到|-|~)(1[0-2]|0?[1-9])月(?:份)?(?:之间|期间|内)?");
const DELAY = /(?:迟|延|滞后|推后|逾期|超期|延期|超时)[^,;。]{0,4}$/u;

/** "7月1日至9月30日": from the first day, to the last, as two dates (after the day before the first, by the last). */
export function dateSpan(text: string, at: number): Match<{ after: string; by: string }> | null {
  const found = SPAN(text, at);
  if (found === null) return monthSpan(text, at);
  const [, year = "", month = "", day = "", otherYear, otherMonth = "", otherDay = ""] = found.value;
  const two = (n: string): string => (n === "" ? "" : n.padStart(2, "0"));
  const first = Number(day === "" ? "1" : day);
  const before =
    first > 1
      ? `${year}-${two(month)}-${two(String(first - 1))}`
      : Number(month) > 1
        ? `${year}-${two(String(Number(month) - 1))}-`
        : null;
  return before === null
    ? null
    : { value: { after: before, by: `${otherYear ?? year}-${two(otherMonth)}-${two(otherDay)}` }, end: found.end };
}

function monthSpan(text: string, at: number): Match<{ after: string; by: string }> | null {
  const found = MONTHS(text, at);
  if (found === null || DELAY.test(text.slice(0, at))) return null;
  const [first, last] = [Number(found.value[1]), Number(found.value[2])];
  if (first < 2 || first >= last) return null;
  const end = (month: number): string => `-${String(month).padStart(2, "0")}-`;
  return { value: { after: end(first - 1), by: end(last) }, end: found.end };
}

/** "12月及以后" is after the month before. */
function monthOn(text: string, at: number): Match<{ date: string; side: "after" }> | null {
  const found = MONTH_ON(text, at);
  if (found === null) return null;
  const [, year, month] = found.value;
  const before = Number(month) - 1;
  if (before === 0) return null;
  return {
    value: { date: `${/^\d/u.test(year ?? "") ? year! : ""}-${String(before).padStart(2, "0")}-`, side: "after" },
    end: found.end,
  };
}

/** A date with 前 or 后. */
export function datePart(text: string, at: number): Match<{ date: string; side: "by" | "after" }> | null {
  const on = monthOn(text, at);
  if (on !== null) return on;
  const latest = NO_LATER(text, at);
  if (latest !== null) {
    const [, year = "", month = "", day = ""] = latest.value;
    return {
      value: { date: `${year}-${month.padStart(2, "0")}-${day === "" ? "" : day.padStart(2, "0")}`, side: "by" },
      end: latest.end,
    };
  }
  const dated = DATE(text, at);
  if (dated !== null) {
    const [, year, month, day, tail, side] = dated.value;
    const written =
      day ?? (tail === undefined ? "" : tail === "初" ? "1" : tail === "上旬" ? "10" : tail === "中旬" ? "20" : "");
    const date = `${/^\d/u.test(year ?? "") ? year : ""}-${month!.padStart(2, "0")}-${written === "" ? "" : written.padStart(2, "0")}`;
    return { value: { date, side: side!.endsWith("后") ? "after" : "by" }, end: dated.end };
  }
  const yearEnd = YEAR_END(text, at);
  return yearEnd === null ? null : { value: { date: `${yearEnd.value[1] ?? ""}-12-31`, side: "by" }, end: yearEnd.end };
}
