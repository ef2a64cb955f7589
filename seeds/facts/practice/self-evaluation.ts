import type { SelfEvaluationFacts } from "../../forms/self-evaluation-forms";

/** 项目支出绩效自评表 of one project, filled in; the others are for the learner to make. */
export const digitisationEvaluated: SelfEvaluationFacts = {
  form: {
    sheet: "自评-馆藏档案数字化",
    project: "馆藏档案数字化",
    department: "示例市档案馆",
    unit: "示例市档案馆",
    expected: "全年加工馆藏档案120万页，合格率99%以上，群众可以在网上查阅。",
    achieved: "全年加工馆藏档案124万页，合格率99.5%，网上查档7600人次。",
    total_weight: "100",
    total_score: "97.9",
  },
  funds: [
    fund("年度资金总额", "10", "99%", "9.9"),
    fund("其中：当年财政拨款"),
    { ...fund("上年结转资金"), initial_budget: "0", full_year_budget: "0", executed: "0" },
    { ...fund("其他资金"), initial_budget: "0", full_year_budget: "0", executed: "0" },
  ],
  indicators: [
    indicator("成本指标", "经济成本指标", "项目总成本", "≤248万元", "245.52万元", "20", "20"),
    indicator("产出指标", "数量指标", "数字化加工档案", "≥120万页", "124万页", "15", "15"),
    indicator("产出指标", "质量指标", "加工合格率", "≥99%", "99.5%", "15", "15"),
    indicator("产出指标", "时效指标", "各批次按期完成率", "=100%", "100%", "10", "10"),
    indicator("效益指标", "社会效益指标", "网上查档", "≥8000人次", "7600人次", "12", "10", "上半年系统升级停用一个月，已恢复；下一步加强宣传。"),
    indicator("效益指标", "可持续影响指标", "数字档案异地备份率", "≥100%", "100%", "8", "8"),
    indicator("满意度指标", "服务对象满意度指标", "查档群众满意度", "≥95%", "96%", "10", "10"),
  ],
};

function fund(row: string, weight = "", rate = "", score = ""): SelfEvaluationFacts["funds"][number] {
  return { project: "", row, initial_budget: "248", full_year_budget: "248", executed: "245.52", weight, rate, score };
}

function indicator(
  level1: string,
  level2: string,
  level3: string,
  target: string,
  actual: string,
  weight: string,
  score: string,
  reason = "",
): SelfEvaluationFacts["indicators"][number] {
  return { project: "", level1, level2, level3, target, actual, weight, score, reason };
}
