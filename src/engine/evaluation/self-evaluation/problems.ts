import type { FormProblem } from "./plan";

/** A problem with a form in one sentence for the person who asked for it. */
export function sayFormProblem(problem: FormProblem): string {
  const form = problem.form === "" ? "没有写名称的项目" : `“${problem.form}”`;
  switch (problem.code) {
    case "target-unread": {
      const columns = problem.columns.map((name) => `“${name}”`).join("、");
      const hint = columns === "" ? "" : `（没有认出的栏目：${columns}，可以在“表格”里指定）`;
      return `${form}的指标值一栏没有认出来${hint}，自评表里的年度指标值会是空的。`;
    }
    case "points-missing":
      return `${form}有 ${problem.count} 条指标没有分值，自评表里留空，请补填。`;
    case "points-sum":
      return `${form}批复的分值合计 ${problem.sum}，不是 90，加上预算执行率 10 分不等于 100；照抄批复，没有改动。`;
    case "no-scheme":
      return `${form}的一级指标没有与之相符的权重方案；照抄批复的分值，没有改动。`;
    case "scheme-levels":
      return `${form}的一级指标与“${problem.scheme}”方案不同，不能按它分配；照抄批复的分值，没有改动。`;
    case "scheme-sum":
      return `“${problem.scheme}”方案各级分值加上预算执行率合计 ${problem.sum}，不是 100；${form}照抄批复的分值，没有改动。`;
    case "no-such-project":
      return `没有找到项目${form}的绩效目标。`;
    case "actuals-unmatched": {
      const names = problem.indicators.map((name) => `“${name}”`).join("、");
      return `${form}的实际完成值有 ${problem.indicators.length} 条没有对上指标，没有写入：${names}。`;
    }
    case "part-of-year": {
      const months = problem.until === 0 ? "" : `1—${problem.until}月的`;
      return (
        `${form}有 ${problem.count} 条指标只有${months}监控数，` + "已写入实际完成值但没有计分，请改为全年实际完成值。"
      );
    }
    case "no-funds":
      return `${form}没有找到全年预算数或全年执行数，请在自评表里填写。`;
  }
}
