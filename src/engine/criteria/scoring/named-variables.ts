/** What a formula calls by a name that the forms do not have, where the indicator's own name tells what it is. */

import type { Expression } from "../tree";

/** A name without what only says whose or when. */
const bare = (name: string): string => name.replace(/^(?:实际|全年|年度|本年)/u, "");

/** Whether all letters of a name stand in the other one, in their order, up to its end: 样本数 in 食源性疾病监测样本数. */
function isShortFor(name: string, full: string): boolean {
  if (name.length < 3 || full.at(-1) !== name.at(-1)) return false;
  let at = 0;
  for (const letter of full) if (letter === name[at]) at += 1;
  return at === name.length;
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "absolute":
      return partsOf(expression.of);
    case "extreme":
      return expression.of.flatMap(partsOf);
    case "binary":
      return [...partsOf(expression.left), ...partsOf(expression.right)];
    default:
      return [expression];
  }
}

const namesIn = (expression: Expression): ReadonlySet<string> =>
  new Set(partsOf(expression).flatMap((one) => (one.kind === "unknown" ? [bare(one.name)] : [])));

/**
 * The name in a formula that is the indicator's own figure: "得分=新增就业人数/15000×分值" of 新增就业人数, or of 新增城镇就业人数
 * where the formula names nothing else. Null where no name is.
 */
export function ownName(expression: Expression, indicator: string): string | null {
  const [names, own] = [[...namesIn(expression)], bare(indicator)];
  const [only] = names;
  const same = names.find((name) => name.length > 2 && name === own);
  if (same !== undefined) return same;
  const measured = partsOf(expression).some((one) => one.kind === "variable" && one.variable === "actual");
  return only !== undefined && names.length === 1 && !measured && (isShortFor(only, own) || isResultOf(only, own))
    ? only
    : null;
}

/** What only says that a figure was found out: "满意度调查结果", "平均得分". */
const FOUND_OUT =
  /(?:问卷|抽样|抽查|测评|调查|评价|统计|考核|检查|监测|评议|评估|实际)*(?:结果|平均分|均分|得分|数据|分值|分数|均值|平均值|值)$/u;

/** Whether a name is an indicator's and the words for its having been found out: 满意度调查结果 of 服务对象满意度. */
function isResultOf(name: string, own: string): boolean {
  const measured = name.replace(FOUND_OUT, "");
  return measured !== name && (measured.length > 1 ? own.endsWith(measured) : measured === "" && name.includes("均"));
}

/** Whether a formula's name is that one. */
export const isCalled = (name: string, own: string | null): boolean => own !== null && bare(name) === own;
