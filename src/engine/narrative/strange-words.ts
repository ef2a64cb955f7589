import type { Bodies } from "./label";
import type { Vocabulary } from "./measures";

/** What parts clauses and the names of a list. */
const separators = /[,;:、。()]/;

/** Words that take something out of a figure, set it apart from others or make it depend: never said by the way. */
const bearing = /扣除|剔除|不含|不包括|未含|除外|除.+外|另有|另外|另行|其余|如果|假如|同口径|可比口径|折算|折合|测算/;

/** What a clause may say without changing what the next amount is of: what for, why, by which rule, since when. */
const byTheWay = new RegExp(
  [
    "^(?:主要|重点|全部|具体|专项|均|都|并)*(?:用于|用途|保障|支持|包括|包含|反映|满足|围绕|支付|开展|推进)",
    "^(?:(?:主要|变动|增减变化)?(?:原因|是因|系因|因为|因|由于|受)|主要[是为]|以及)",
    "^(?:按照?|依据|根据|依照|遵照|遵循|坚持|贯彻|落实|结合|围绕|本着|为了?|在|随着|对)",
    "^(?:与|和|同|较|比)[^,]*(?:持平|一致|相同|相比)",
    "^(?:截[至止]|自|从|到|经)",
    "(?:来看|来说|看|到科目|如下)$",
  ].join("|"),
);

/** Words that name no thing of their own: whose, when, at which stage, in all. */
const saysNoThing = new RegExp(
  "20\\d{2}年(?:度|初|末|底)?|(?:本|我|全|该|上|去|今|当|上一)(?:部门|单位|局|委|办|院|厅|会|校|站|所|处|馆|街道|乡|镇|园|年度?|区|市|县|项|科目)|" +
    "及?所属(?:预算)?单位|部门|单位|机关|本级|汇总|其中|其他|包括|预算|决算|执行|安排|年初|全年|年度|调整|批复|下达|财政|拨款|资金|金额|经费|" +
    "收入|支出|收支|收、支|总计|合计|总额|小计|共计|累计|实际|完成|实现|情况|说明|如下|具体|主要|分别|项目|[一二三四五六七八九十]是|第[一二三四五六七八九十]|" +
    "[0-9一二三四五六七八九十两]+|[①-⑳]|[.的共计为是有数额率约和及与等中在由从按项个]",
  "g",
);

/** So many letters that nobody accounts for are a thing of their own. */
const fewest = 2;

/**
 * The first clause of a stretch in front of an amount that says something which nobody reads, as it is written; null
 * where every clause is accounted for.
 */
export function strangeWordsIn(stretch: string, vocabulary: Vocabulary, bodies: Bodies): string | null {
  const names = bodies.own === null ? bodies.others : [bodies.own, ...bodies.others];
  let goesOn = false;
  for (const clause of stretch.split(separators)) {
    if (bearing.test(clause)) return clause;
    const known = byTheWay.test(clause) || isAccounted(clause, vocabulary, names);
    // "主要用于设备维护、软件升级": what a list goes on with belongs to what opens it.
    if (!known && !goesOn) return clause;
    goesOn ||= byTheWay.test(clause);
  }
  return null;
}

function isAccounted(clause: string, vocabulary: Vocabulary, names: readonly string[]): boolean {
  if (/\d[类款项]\)|[(（][类款项]/.test(clause)) return true;
  let rest = names.reduce((words, name) => words.replaceAll(name, ""), clause);
  for (const { start, end } of [...vocabulary.mentioned(rest)].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return rest.replace(saysNoThing, "").length < fewest;
}
