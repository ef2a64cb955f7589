import type { FormProblem } from "./plan";

/** A problem with a form in one sentence for the person who asked for it. */
export function sayFormProblem(problem: FormProblem): string {
  switch (problem.code) {
    case "points-missing":
      return `“${problem.form}”有 ${problem.count} 条指标没有分值，自评表里留空，请补填。`;
    case "points-sum":
      return `“${problem.form}”批复的分值合计 ${problem.sum}，不是 90，加上预算执行率 10 分不等于 100；照抄批复，没有改动。`;
    case "no-such-project":
      return `没有找到项目“${problem.form}”的绩效目标。`;
    case "no-funds":
      return `“${problem.form}”没有找到全年预算数或全年执行数，请在自评表里填写。`;
  }
}
