/** One finding for very many checks of one rule in one table, whose causes nobody looked for. `first` is the title of one of them. */
export function crowdTitle(short: string, count: number, first: string): { title: string; lines: string[] } {
  return {
    title: `${short}有 ${count} 处同类核对不符，可能整表的单位、行或列有误`,
    lines: [`例：${first}`, "不符太多，没有逐处查找原因。请先核对整表，改正后再核对一次。"],
  };
}
