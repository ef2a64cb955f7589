/** How the names of what money is for end: "职业年金缴费", "工会经费". */
const namesMoney = /(?:费|支出|经费|补助|补贴|公积金|年金|资金|项目|保险)$/;
/** What may follow such a name before its amount comes: how it is reckoned, where it is put. */
const clause = /[,;。]([^,;:。()\d]{3,20}?)(?:按照?|依据|根据|以|由|系|全部|均|列入|纳入)[^;。]{2,40}[,:]$/;

/**
 * "…512.48万元，职业年金缴费按缴费工资的8%计提，安排256.24万元": what the clause before bare words ("安排") is about; null where it
 * names nothing. `before`: the sentence up to these words.
 */
export function namedInClause(before: string): string | null {
  const name = clause.exec(before)?.[1] ?? null;
  return name !== null && namesMoney.test(name) ? name : null;
}
