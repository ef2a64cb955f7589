import type { WorkbookDefinition } from "../../author";
import { budgetForms } from "../../forms/budget-forms";
import type { BudgetFacts } from "../../forms/facts";
import { narrativeForm } from "../../forms/narrative-form";
import { practiceForm } from "../../forms/practice-form";
import { projectSelfEvaluationForm } from "../../forms/self-evaluation-forms";
import { targetForms } from "../../forms/target-forms";
import slips from "../../practice-slips.json";
import * as budget from "./budget";
import { narrative } from "./narrative";
import { digitisationEvaluated } from "./self-evaluation";
import { plantSlips } from "./slips";
import { archives, overall } from "./targets";

const facts: BudgetFacts = {
  year: 2026,
  bodyLabel: "部门名称",
  body: "示例市档案馆",
  narrative,
  ...budget,
  projectTotal: 386,
  projectUnits: [archives],
  overall,
};

const title = "示例市档案馆2026年部门预算公开";

/** The sheets as they should be: everything agrees. */
export function soundSheets() {
  const { form, funds, indicators } = digitisationEvaluated;
  return [
    narrativeForm(title, facts.narrative),
    ...budgetForms(facts),
    ...targetForms(facts),
    projectSelfEvaluationForm("2026年度项目支出绩效自评表", form, funds, indicators),
  ];
}

/** An invented body with slips that are planted: what somebody tries the tool on first. */
export const practice: WorkbookDefinition = {
  file: "practice.xlsx",
  title: "练习：示例市档案馆2026年部门预算（编造的，故意有错）",
  sheets: () => [practiceForm(), ...plantSlips(soundSheets())],
  aside: slips.sheet,
};
