import type { WorkbookDefinition } from "../../author";
import { budgetForms } from "../../forms/budget-forms";
import type { BudgetFacts } from "../../forms/facts";
import { narrativeForm } from "../../forms/narrative-form";
import { targetForms } from "../../forms/target-forms";
import * as budget from "./budget";
import { narrative } from "./narrative";
import { overall } from "./overall";
import { enterpriseCentre } from "./projects";

const facts: BudgetFacts = {
  year: 2025,
  bodyLabel: "单位名称",
  body: "长沙市企业服务中心",
  narrative,
  ...budget,
  projectTotal: 1311.67,
  projectUnits: [enterpriseCentre],
  overall,
};

const title = "长沙市企业服务中心2025年部门预算公开";

/** 长沙市企业服务中心, 部门预算 2025. */
export const changshaEnterpriseService2025: WorkbookDefinition = {
  file: "changsha-enterprise-service-budget-2025.xlsx",
  title,
  sheets: () => [narrativeForm(title, facts.narrative), ...budgetForms(facts), ...targetForms(facts)],
};
