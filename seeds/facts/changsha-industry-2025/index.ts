import type { WorkbookDefinition } from "../../author";
import { budgetForms } from "../../forms/budget-forms";
import type { BudgetFacts } from "../../forms/facts";
import { narrativeForm } from "../../forms/narrative-form";
import { targetForms } from "../../forms/target-forms";
import * as budget from "./budget";
import { narrative } from "./narrative";
import { overall } from "./overall";
import { bureau } from "./projects-bureau";
import { manufacturingCentre } from "./projects-manufacturing-centre";
import { enterpriseCentre } from "./projects-enterprise-centre";

const facts: BudgetFacts = {
  year: 2025,
  bodyLabel: "部门名称",
  body: "长沙市工业和信息化局",
  narrative,
  ...budget,
  projectTotal: 3115.02,
  projectUnits: [bureau, manufacturingCentre, enterpriseCentre],
  overall,
};

const title = "长沙市工业和信息化局2025年部门预算公开";

/** 长沙市工业和信息化局, 部门预算 2025. */
export const changshaIndustry2025: WorkbookDefinition = {
  file: "changsha-industry-budget-2025.xlsx",
  title,
  sheets: () => [narrativeForm(title, facts.narrative), ...budgetForms(facts), ...targetForms(facts)],
};
