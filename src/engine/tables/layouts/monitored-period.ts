import { normalise } from "../normalise";

/** Chinese numbers of quarters. */
const quarters: ReadonlyMap<string, number> = new Map(Object.entries({ 一: 1, 二: 2, 三: 3, 四: 4 }));

/**
 * The last month that a heading of a 监控表 speaks of: "1—7月执行情况" → 7, "截至9月底完成值" → 9, "上半年" → 6, "前三季度" → 9, "全年实际完成值" →
 * 12; null where it names none. Never a forecast: "全年预计完成情况" names none.
 */
export function monitoredUntil(heading: string): number | null {
  const word = normalise(heading);
  if (/预计/.test(word)) return null;
  const month = /(?:[-至到~]|截[至止](?:20\d\d年)?)(\d{1,2})月/.exec(word)?.[1];
  if (month !== undefined) return Number(month) >= 1 && Number(month) <= 12 ? Number(month) : null;
  if (/上半年|年中/.test(word)) return 6;
  const quarter = /前?[第]?([一二三四1-4])季度/.exec(word)?.[1];
  if (quarter !== undefined) return 3 * (quarters.get(quarter) ?? Number(quarter));
  return /全年|年度/.test(word) ? 12 : null;
}
