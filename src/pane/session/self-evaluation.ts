import type { Practice } from "../../engine/criteria";
import { planFill, planSelfEvaluation, readActuals, usualScoring } from "../../engine/evaluation/self-evaluation";
import type { ActualRow, FillPlan, SelfEvaluationPlan } from "../../engine/evaluation/self-evaluation";
import type { Table } from "../../engine/tables";
import type { Edit, Workbook } from "../../engine/workbook";

/** A workbook with what was recognised in it. */
export interface Recognised {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
}

export function selfEvaluationsIn(tables: readonly Table[]): Table[] {
  return tables.filter(({ template, document = "main" }) => template.layout === "evaluation-form" && document === "main");
}

export function targetsIn(tables: readonly Table[]): Table[] {
  return tables.filter(({ template, document = "main" }) => template.layout === "targets" && document === "main");
}

/** The actual values that a workbook gives, in whatever sheet. */
export function actualsIn({ workbook, tables }: Recognised): ActualRow[] {
  return readActuals(workbook, tables);
}

/** Self-evaluations for every project and for the whole: what would be written. */
export function planForms({ workbook, tables }: Recognised, actuals: readonly ActualRow[], practice: Practice): SelfEvaluationPlan {
  return planSelfEvaluation(workbook, tables, { ...usualScoring, ...practice, actuals });
}

/** Forms that are written in one go: few enough that a person sees it move. */
const FORMS_AT_ONCE = 5;

/** The edits of the chosen sheets, in parts. */
export function partsOf(plan: SelfEvaluationPlan, unticked: ReadonlySet<string>): Edit[][] {
  const chosen = plan.edits.filter((edit) => edit.type === "add-sheet" && !unticked.has(edit.sheet.name));
  return inParts(chosen, FORMS_AT_ONCE);
}

/** The fill plans of some forms as one. */
export function joinFills(plans: readonly FillPlan[]): FillPlan {
  return { edits: plans.flatMap(({ edits }) => edits), cells: plans.flatMap(({ cells }) => cells) };
}

/** What filling one form would write, over scores that are there or not; its criteria may stand in the targets. */
export function fillOf({ workbook, tables }: Recognised, form: Table, practice: Practice, overwrite: boolean): FillPlan {
  return planFill(workbook, [form, ...targetsIn(tables)], { ...usualScoring, ...practice, overwrite });
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}
