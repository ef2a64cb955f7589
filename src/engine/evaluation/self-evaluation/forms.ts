import { readActuals } from "./actuals";
import type { ActualRow } from "./actuals";
import { planFill } from "./fill";
import type { FillPlan } from "./fill";
import type { ScoringSettings } from "./indicator-score";
import { planSelfEvaluationInSteps } from "./plan";
import type { SelfEvaluationPlan } from "./plan";
import type { WeightChoice } from "./weights";
import type { Steps } from "../../steps";
import { purposeOf } from "../../tables";
import type { Table } from "../../tables";
import type { Edit, Workbook } from "../../workbook";
import type { FormProgress } from "./form-progress";
import { formProgress } from "./form-progress";

/** A workbook with what was recognised in it. */
export interface Recognised {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
}

export function selfEvaluationsIn(tables: readonly Table[]): Table[] {
  return tables.filter((table) => purposeOf(table) === "results" && (table.document ?? "main") === "main");
}

export function targetsIn(tables: readonly Table[]): Table[] {
  return tables.filter((table) => purposeOf(table) === "targets" && (table.document ?? "main") === "main");
}

/** The actual values that a workbook gives, in whatever sheet. */
export function actualsIn({ workbook, tables }: Recognised): ActualRow[] {
  return readActuals(workbook, tables);
}

/** How new self-evaluations are to be made. */
export interface Making {
  readonly actuals: readonly ActualRow[];
  readonly scoring: ScoringSettings;
  /** Null keeps the approved points. */
  readonly weights: WeightChoice | null;
}

/** Self-evaluations for every project and for the whole: what would be written. */
export function planForms(
  { workbook, tables }: Recognised,
  { actuals, scoring, weights }: Making,
): Steps<SelfEvaluationPlan> {
  return planSelfEvaluationInSteps(workbook, tables, { ...scoring, actuals, weights });
}

/** Forms that are written in one go: few enough that a person sees it move. */
const FORMS_AT_ONCE = 5;

/** The edits of the chosen sheets, in parts. */
export function partsOf(plan: SelfEvaluationPlan, unticked: ReadonlySet<string>): Edit[][] {
  const chosen = plan.edits.filter((edit) => edit.type === "add-sheet" && !unticked.has(edit.sheet.name));
  return inParts(chosen, FORMS_AT_ONCE);
}

/** How far the self-evaluations of a workbook are, and what filling them would write. */
export interface FilledForms {
  readonly forms: readonly FormProgress[];
  readonly fill: FillPlan;
}

/** Goes through all self-evaluations, one a step; `overwrite` also fills over scores that are there. */
export function* goThroughForms(book: Recognised, scoring: ScoringSettings, overwrite: boolean): Steps<FilledForms> {
  const tables = selfEvaluationsIn(book.tables);
  const targets = targetsIn(book.tables);
  const forms: FormProgress[] = [];
  const fill = { edits: [] as FillPlan["edits"][number][], cells: [] as FillPlan["cells"][number][] };
  for (const [at, table] of tables.entries()) {
    yield at / tables.length;
    const { edits, cells } = planFill(book.workbook, [table, ...targets], { ...scoring, overwrite });
    fill.edits.push(...edits);
    fill.cells.push(...cells);
    forms.push(...formProgress(book.workbook, table, { edits, cells }, scoring.conventions["far-above"]));
  }
  return { forms, fill };
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
