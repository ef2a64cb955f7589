/** Words of a fact that ask for an amount, so that the figures of target and actual tell whether it is so. */

import { tokenise } from "../../language";
import type { Figure } from "./figures";

/** All of what was to be: the number of it, nothing of how well or when it was done. */
const ALL = /^(?:全部|全额|足额|足量|按量|全数|如数|满额|悉数|全员|所有|应.尽.)$/u;
const WITH_ALL = ["wholly", "done", "met", "negation", "target", "actual"] as const;
/** What is counted, whatever it is, and what says no more than that it is there. */
const PLAIN = /^(?:到位|任务|工作|内容|计划|年度|按|已|均|都|能|的|了|按计划)$/u;
const FUNDS = /^(?:资金|经费|投资|补助|补贴|款项)$/u;

/** Whether a fact asks for all that the indicator of that name counts; `target` is how many there should be. */
export function asksForAll(words: string, indicator: string, target: Figure): boolean {
  const tokens = tokenise(words);
  const funds = target.kind === "number" && ["money", "rate"].includes(target.dimension);
  return (
    tokens.some(({ word }) => ALL.test(word)) &&
    tokens.some(({ word, classes }) => classes.has("done") || word === "到位") &&
    tokens.every(
      ({ word, classes }) =>
        ALL.test(word) ||
        PLAIN.test(word) ||
        (funds && FUNDS.test(word)) ||
        (WITH_ALL.some((cls) => classes.has(cls)) && !classes.has("quality")) ||
        (classes.has("noun") && indicator.includes(word)),
    )
  );
}

/** "数量足额". */
const IN_FULL = /^(?:数量|人数|规模|面积)(?:均|已)?(?:足额|足量|充足|足够)$/u;
/** "实际值与目标值相等或更优". */
const AS_TARGET =
  /^(?:实际(?:完成)?值?)?[与同和]?(?:年度)?(?:目标|指标|计划)值?(?:相等|相同|一致|持平)(?:或(?:者)?(?:更[优好]|优于目标值?|好于目标值?))?$/u;

/** Whether a fact asks for the target itself: "满足指标值要求", "达到计划数". */
export function asksForTarget(words: string, indicator = ""): boolean {
  if (/^达到?(?:规定|目标|考核|建设)?标准$/u.test(words)) return true;
  if (IN_FULL.test(words) || AS_TARGET.test(words)) return true;
  // "完成年度投资计划" of 年度投资完成额: the plan of what the indicator counts.
  const plan = /^完成(?:了|全年|年度|当年|本年度?)*(\p{Script=Han}{2,4})(?:计划|任务|目标)(?:任务|指标)?$/u.exec(
    words,
  )?.[1];
  if (plan !== undefined && indicator.includes(plan)) return true;
  const named =
    /(?:指标|目标|计划|任务|设计|规划|合同)(?:值|数|数量|要求|长度|里程|面积|规模|工程量|任务量|产量|公里数)(?:的?要求)?$/u.exec(
      words,
    );
  return named !== null && /^(?:能够?|已)?(?:满足|达到|符合|完成|实现|达成)$/u.test(words.slice(0, named.index));
}

const OVER = /超出|超过|突破|高于|大于|超/u;
const BUDGETS = /^(?:年初|年度|批复|核定|总|项目|采购)*(?:预算|概算|标准|限额|定额|控制数|上限|最高限价|支出限额)/u;

/** Whether a fact says that more was spent than was to be: "实际支出超出预算金额". */
export function exceedsBudget(words: string): boolean {
  const over = OVER.exec(words);
  return over !== null && BUDGETS.test(words.slice(over.index + over[0].length));
}
