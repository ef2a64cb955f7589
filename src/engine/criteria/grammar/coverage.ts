/**
 * What the reading must not lose. The grammar reads islands and takes the words between them for nouns; a word there
 * that can change who earns what (a comparison, a negation, a deduction, a formula) was not read, and the sentence is
 * then not scored but left to a person.
 */

/** Names of rates and counts that carry a negation of their own ("不合格率", "未完成数"). */
const NEGATIVE_NAMES =
  /(?:[不未无]|非(?!常))[^,;。:不未无非]{1,6}?(?:率|比例|比重|占比|次数|个数|件数|数量|人数|项数|天数|现象|情况|情形|行为|事件|事故|问题|投诉|公害|障碍|害化|偿|线|人机|纸化|成年人|物质|动产|间断|定期)/gu;
const HARMLESS =
  /不(?:合格|达标|满意)(?=\(?$)|不?及格|^或(?:者)?未(?:完成|开展|举办)$|不断|不同|不仅|不但|不限|不少(?!于)|未来|无论|不论|不管|不计其|差别|每(?:亩|吨|平方?米|立方米|公里|台|套|件|辆|床|株|头|生|课时|[百千万](?:人|名|户|元)|年|月|周|日|天|季度?|次|期|人|户|家|村|镇|半年|年度|学期|个月)|得分(?=$|情况|率|为)|(?:扣|得)分(?:标准|办法|说明|依据|因素|项)|评分|计分(?:标准|办法|说明|方法)|分数(?=$|为)|除(?:草|尘|雪|冰|险|臭|锈|四害|虫|霜)|分别率|只(?=数|$)|(?:占比|比例|比重|率|人数|数)之和$/gu;
const BEARING =
  /[×=∑÷]|\d\/$|扣|减分|加分|\d分|\d%|低于|高于|超过|超出|少于|多于|大于|小于|不足|不到|落后|早于|晚于|[未不无没](?!$)|(?<![^,;。])除|仅|只有|酌情|否决|各占|之和|类推|分别(?=得|计|扣|给|占)|每/u;

/** Whether words that no part of the tree stands for could change the result. */
export function unheard(words: string): boolean {
  const bare = words.replace(NEGATIVE_NAMES, "").replace(HARMLESS, "");
  return BEARING.test(bare);
}

/** Words that say by what method marks are worked out ("按插值法计算"): what stands behind them is no full marks. */
export function worksOut(words: string): boolean {
  return /插值|计算|折算|公式|比例|系数|加权|乘|除以|参照|依据|根据|[按以](?!时|期|要求|规定|计划|质|量|进度|标准|合同|程序|月|季|年|序时|照|规范|方案|工期|约定|流程|下|上|内|外)|按照(?!要求|规定|计划|时间|合同|标准|程序|规范|方案|时序)/u.test(
    words,
  );
}

/** Whether words after 否则 say how the marks are worked out. */
export function saysHow(text: string): boolean {
  return /比例|比重|比值|按照?|占|折算|类推/u.test(text) || unheard(text);
}

/** Words of a verdict that no verdict has: a rule is hidden in them. */
export function hidesRule(text: string): boolean {
  return /[×=∑÷]|类推|\d分|扣(?!除标准|缴|款|押)|[权占]重?[分的]?\d|各占|权重|分值|\d+(?:\.\d+)?分/u.test(text);
}
