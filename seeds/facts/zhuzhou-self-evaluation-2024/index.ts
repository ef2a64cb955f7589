import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { BASE_DATA_COLUMNS, baseDataForm } from "../../forms/base-data-form";
import {
  COMPOSITION_COLUMNS,
  FORM_COLUMNS,
  FUND_COLUMNS,
  INDICATOR_COLUMNS,
  projectSelfEvaluationForm,
  wholeSelfEvaluationForm,
} from "../../forms/self-evaluation-forms";
import type { WorkbookDefinition } from "../../author";
import { factWhere, readFacts } from "../table";

const folder = dirname(fileURLToPath(import.meta.url));
const WHOLE = "整体";
const SIGNATURES = "填表人：  填报日期：2025.5.16  联系电话：  单位负责人签字：";
const SCOPE = "说明：“项目支出”需要填报基本支出以外的所有项目支出情况，“公用经费”填报基本支出中的一般商品和服务支出。";

/** 株洲市工业和信息化局 2024 年度绩效自评: the base data, the whole department, and every project on a sheet of its own. */
export const zhuzhouSelfEvaluation2024: WorkbookDefinition = {
  file: "zhuzhou-self-evaluation-2024.xlsx",
  title: "株洲市工业和信息化局2024年度绩效自评表",
  sheets: () => {
    const forms = readFacts(folder, "forms.tsv", FORM_COLUMNS);
    const funds = readFacts(folder, "funds.tsv", FUND_COLUMNS);
    const indicators = readFacts(folder, "indicators.tsv", INDICATOR_COLUMNS);
    const of = <Row extends { readonly project: string }>(rows: readonly Row[], project: string) => rows.filter((row) => row.project === project);
    return [
      baseDataForm({
        attachment: "附件1",
        title: "2024年度部门（单位）整体支出绩效评价基础数据表",
        lines: readFacts(folder, "base-data.tsv", BASE_DATA_COLUMNS),
        notes: [SCOPE, SIGNATURES],
      }),
      wholeSelfEvaluationForm(
        { attachment: "附件2", title: "2024年度部门（单位）整体支出绩效自评表", notes: [SIGNATURES] },
        factWhere(forms, "project", WHOLE),
        of(funds, WHOLE),
        readFacts(folder, "whole-funds-composition.tsv", COMPOSITION_COLUMNS),
        of(indicators, WHOLE),
      ),
      ...forms
        .filter(({ project }) => project !== WHOLE)
        .map((form) => projectSelfEvaluationForm("2024年度项目支出绩效自评表", form, of(funds, form.project), of(indicators, form.project))),
    ];
  },
};
