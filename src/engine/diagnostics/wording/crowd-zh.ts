/**
 * One finding for very many checks in one table, whose causes nobody looked for one by one. `first` is the title of one
 * of them, `times` by how much the whole table is off, null where that is not known.
 */
export function crowdTitle(
  short: string,
  count: number,
  first: string,
  times: string | null,
): { title: string; lines: string[] } {
  if (times !== null)
    return {
      title: `${short}有 ${count} 处核对不符：整张表差 ${times} 倍，可能单位写错`,
      lines: [`例：${first}`, "请先核对表上写的单位，改正后再核对一次。"],
    };
  return {
    title: `${short}有 ${count} 处同类核对不符，可能整表的单位、行或列有误`,
    lines: [`例：${first}`, "不符太多，没有逐处查找原因。请先核对整表，改正后再核对一次。"],
  };
}
