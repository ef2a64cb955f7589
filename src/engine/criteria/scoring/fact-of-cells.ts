/** Facts on the cells themselves: whether there is a target, whether the figure is there at all. */

import type { Fact } from "./facts";
import type { Run } from "./run";

const UNTOLD = /^(?:实际|完成|指标|相关)?(?:数据|完成值|实际值)(?:缺失|缺漏|未填报?|为空)$/u;
const TARGET = /^(?:年度)?(?:目标|指标)值?已?(?:明确|设定|设置|填报)$/u;
const AGAIN = /^已?(?:明确|设定|设置|填报)$/u;

/** Whether the core of such a fact is so: a number stands in the cell; null for every other fact. */
export function byCells({ rule, figures: { target, actual } }: Run, { core, text }: Fact): boolean | null {
  if (actual.kind === "number" && (UNTOLD.test(core) || UNTOLD.test(text))) return false;
  const ofTarget = rule.statements.some((s) => s.kind === "band" && s.when.kind === "fact" && TARGET.test(s.when.core));
  return target.kind === "number" && ofTarget && (TARGET.test(core) || AGAIN.test(core)) ? true : null;
}
