import { finish } from "../../steps";
import type { Steps } from "../../steps";
import { purposeOf } from "../../tables";
import type { Indicator, IndicatorBlock, Table } from "../../tables";
import { Exact } from "../../workbook";
import type { Edit, ExactDecimal, Workbook } from "../../workbook";
import { attainmentOf } from "../attainment";
import { fullTarget } from "../full-target";
import { plainName } from "../names";
import { realIndicators } from "../subject";
import { isPartOfYear } from "./actuals";
import type { ActualRow } from "./actuals";
import { formIndicator, formLevels } from "./form-content";
import type { FormContent, FormFunds } from "./form-content";
import { formSheet } from "./form-sheet";
import { scoreExecutionRate, scoreIndicator, usualScoring } from "./indicator-score";
import type { Scored, ScoredCell, ScoringSettings } from "./indicator-score";
import { approvedAmount, approvedSources, BaseDataProjects } from "./known-funds";
import { Reported } from "./reported";
import type { ReportedOfOne } from "./reported";
import { SheetNames } from "./sheet-name";
import { executionPoints, weightsFor } from "./weights";
import type { WeightChange, WeightChoice, WeightProblem, Weights } from "./weights";

export interface SelfEvaluationOptions extends Partial<ScoringSettings> {
  /** Names of the projects to write; all of them, and the whole, where not given. */
  readonly projects?: readonly string[];
  /** Weights that are to stand instead of the approved ones; null keeps those. */
  readonly weights?: WeightChoice | null;
  /** What was achieved, from whatever sheet. */
  readonly actuals?: readonly ActualRow[];
}

/** Something a person should know about a form that is written; worded by `sayFormProblem`. */
export type FormProblem =
  | WeightProblem
  | { readonly code: "target-unread"; readonly form: string; readonly columns: readonly string[] }
  | { readonly code: "points-missing"; readonly form: string; readonly count: number }
  | { readonly code: "points-sum"; readonly form: string; readonly sum: string }
  | { readonly code: "no-such-project"; readonly form: string }
  | { readonly code: "no-funds"; readonly form: string }
  | { readonly code: "part-of-year"; readonly form: string; readonly count: number; readonly until: number }
  | { readonly code: "actuals-unmatched"; readonly form: string; readonly indicators: readonly string[] };

export interface SelfEvaluationPlan {
  readonly edits: readonly Edit[];
  readonly cells: readonly ScoredCell[];
  /** Sheets that will be added, and whose form each is. */
  readonly forms: readonly { readonly sheet: string; readonly name: string }[];
  readonly problems: readonly FormProblem[];
  /** First levels whose points will not be the approved ones. */
  readonly changes: readonly WeightChange[];
}

/**
 * A 绩效自评表 for each chosen project and for the whole, out of the target tables: targets, 分值 and goals as approved, 年初预算数
 * from the targets' amounts, 全年 figures from the base-data table or the actuals only. With actuals also values and
 * scores. Approved 分值 are kept, or shared out anew by the weights asked for; where they do not sum it says so and
 * changes nothing.
 */
export function planSelfEvaluation(
  workbook: Workbook,
  tables: readonly Table[],
  options: SelfEvaluationOptions = {},
): SelfEvaluationPlan {
  return finish(planSelfEvaluationInSteps(workbook, tables, options));
}

/** `planSelfEvaluation`, one form a step. */
export function* planSelfEvaluationInSteps(
  workbook: Workbook,
  tables: readonly Table[],
  options: SelfEvaluationOptions = {},
): Steps<SelfEvaluationPlan> {
  const settings: ScoringSettings = { ...usualScoring, ...options };
  const sources = subjectsOf(tables, options.projects);
  const names = new SheetNames(workbook.sheets.map((sheet) => sheet.name));
  const plan = {
    edits: [] as Edit[],
    cells: [] as ScoredCell[],
    forms: [] as { sheet: string; name: string }[],
    problems: [] as FormProblem[],
    changes: [] as WeightChange[],
  };
  for (const wanted of options.projects ?? [])
    if (!sources.some(({ block }) => plainName(block.name) === plainName(wanted)))
      plan.problems.push({ code: "no-such-project", form: wanted });
  const wholes = sources.filter(({ subject }) => subject === "whole").length;
  const reported = new Reported(options.actuals ?? []);
  const baseData = new BaseDataProjects(workbook, tables);
  const known = new Set<ActualRow>();
  for (const [at, source] of sources.entries()) {
    yield at / sources.length;
    const own =
      source.subject === "whole" ? reported.ofWhole(source.block.name) : reported.ofProject(source.block.name);
    for (const row of own.rows) known.add(row);
    const weights = weightsFor(source.block, nameOf(source), options.weights ?? null);
    const content = contentOf({ workbook, source, settings, own, baseData, weights });
    plan.changes.push(...weights.changes);
    plan.problems.push(
      ...unreadTarget(source, content.name),
      ...problemsOf(source.block, content, weights),
      ...partOfYearIn(own, source.block, content.name),
      ...unmatchedIn(own, source.block, content.name),
    );
    const name = names.free(sheetName(content, wholes > 1));
    const written = formSheet(name, content, settings.execution);
    plan.edits.push({ type: "add-sheet", sheet: written.sheet });
    plan.forms.push({ sheet: name, name: content.name });
    plan.cells.push(
      ...written.indicators.map(({ address, indicator }) => newCell(name, address, indicator.scored)),
      newCell(name, written.execution, content.execution),
    );
  }
  if (options.projects === undefined)
    plan.problems.push(...strangersIn(reported.rows.filter((row) => !known.has(row))));
  return plan;
}

/** What a form's sheet is called; of several wholes each says whose it is. */
function sheetName({ subject, name }: FormContent, several: boolean): string {
  if (subject === "project") return name === "" ? "项目自评表" : `自评-${name}`;
  return several ? `整体自评-${name}` : "整体自评表";
}

/** A 得分 cell of a sheet that is made now: nothing stood there. */
function newCell(sheet: string, address: string, scored: Scored): ScoredCell {
  return { sheet, address, ...scored, previous: null, written: scored.status === "scored" ? scored.score : null };
}

/** Targets whose column nobody recognised: a form without them is worse than none. */
function unreadTarget({ table, block }: Source, form: string): FormProblem[] {
  const indicators = realIndicators(block);
  if (indicators.length === 0 || indicators.some(({ cells }) => cells["target"] !== undefined)) return [];
  const columns = (table.headerColumns ?? []).filter(({ isRead }) => !isRead).map(({ header }) => header);
  return [{ code: "target-unread", form, columns }];
}

/** Actuals of projects that have no form. */
function strangersIn(rows: readonly ActualRow[]): FormProblem[] {
  const byProject = new Map<string, string[]>();
  for (const { fromForm, project, indicator } of rows)
    if (!fromForm && project !== "" && indicator !== "")
      byProject.set(project, [...(byProject.get(project) ?? []), indicator]);
  return [...byProject].map(([form, indicators]) => ({ code: "actuals-unmatched", form, indicators }));
}

interface Source {
  readonly table: Table;
  readonly block: IndicatorBlock;
  readonly subject: "project" | "whole";
}

/**
 * The projects to write, in the tables' order, and the whole: the department's form, or the unit whose name the tables
 * carry.
 */
function subjectsOf(tables: readonly Table[], chosen: readonly string[] | undefined): Source[] {
  const targets = tables.filter((table) => purposeOf(table) === "targets" && (table.document ?? "main") === "main");
  const all = targets.flatMap((table) =>
    table.blocks
      .filter((block) => realIndicators(block).length > 0)
      .map((block): Source => ({ table, block, subject: block.subject === "project" ? "project" : "whole" })),
  );
  const projects = all.filter(({ subject }) => subject === "project");
  if (chosen !== undefined)
    return projects.filter(({ block }) => chosen.some((name) => plainName(name) === plainName(block.name)));
  return [...projects, ...all.filter(({ subject }) => subject === "whole")];
}

interface Making {
  readonly workbook: Workbook;
  readonly source: Source;
  readonly settings: ScoringSettings;
  readonly own: ReportedOfOne;
  readonly baseData: BaseDataProjects;
  readonly weights: Weights;
}

function contentOf(making: Making): FormContent {
  const { source, settings, own, weights } = making;
  const { table, block, subject } = source;
  const funds = fundsOf(making);
  const field = (role: string): string => block.fields.find((candidate) => candidate.role === role)?.text ?? "";
  const body = table.body || "";
  const year = table.year === null ? "" : `${table.year}年度`;
  return {
    subject,
    name: nameOf(source),
    title: subject === "whole" ? `${year}部门整体支出绩效自评表` : `${year}项目支出绩效自评表`,
    department: field("department") || body,
    unit: field("unit-name") || body,
    goal: field("goal"),
    funds,
    execution: scoreExecutionRate(funds.annual, funds.executed, new Exact(weights.execution), settings),
    levels: formLevels(block, (indicator) => {
      const row = own.rowOf(indicator.level3);
      const points = weights.pointsOf(indicator);
      return formIndicator(
        indicator,
        points,
        row,
        scoredOf(indicator, points, row, settings),
        reasonFrame(indicator, row),
      );
    }),
  };
}

/** Whose form it is: a block without a name is the body's. */
function nameOf({ block, table }: Source): string {
  return block.name || table.body || "";
}

/** What is known of the money: 全年 figures as reported, else from the base-data table. */
function fundsOf({ workbook, source: { table, block, subject }, own, baseData }: Making): FormFunds {
  const reported = own.rows.find((row) => row.annualBudget !== null || row.executed !== null);
  const final = subject === "project" ? baseData.of(block.name) : null;
  return {
    initial: approvedAmount(workbook, table, block),
    annual: reported?.annualBudget ?? final?.annual ?? null,
    executed: reported?.executed ?? final?.executed ?? null,
    sources: approvedSources(workbook, table, block),
    projects: subject === "whole" ? baseData.spentOnProjects : null,
  };
}

/** Actuals given for a project that none of its indicators takes: somebody would miss them. */
function unmatchedIn(own: ReportedOfOne, block: IndicatorBlock, form: string): FormProblem[] {
  const taken = new Set(realIndicators(block).map((indicator) => own.rowOf(indicator.level3)));
  const left = own.rows
    .filter((row) => !row.fromForm && row.indicator !== "" && row.project !== "" && !taken.has(row))
    .map((row) => row.indicator);
  return left.length === 0 ? [] : [{ code: "actuals-unmatched", form, indicators: left }];
}

/** Values that a 监控表 has of a part of the year only: somebody must bring them up to date. */
function partOfYearIn(own: ReportedOfOne, block: IndicatorBlock, form: string): FormProblem[] {
  const found = realIndicators(block)
    .flatMap((indicator) => own.rowOf(indicator.level3) ?? [])
    .filter(isPartOfYear);
  return found.length === 0 ? [] : [{ code: "part-of-year", form, count: found.length, until: found[0]!.until! }];
}

function scoredOf(
  indicator: Indicator,
  points: ExactDecimal | null,
  row: ActualRow | null,
  settings: ScoringSettings,
): Scored {
  const { target = "", unit = "", type = "", criterion = "" } = indicator.texts;
  return scoreIndicator(
    {
      name: indicator.level3,
      target,
      actual: isPartOfYear(row) ? "" : (row?.actual ?? ""),
      unit,
      type,
      points,
      criterion,
    },
    settings,
  );
}

/**
 * The given reason; where one is asked for and none is given, only a frame with the numbers: the cause is a person's to
 * write.
 */
function reasonFrame(indicator: Indicator, row: ActualRow | null): string {
  if (row === null || (row.reason !== "" && !isPartOfYear(row))) return row?.reason ?? "";
  if (isPartOfYear(row))
    return `${row.until === 0 ? "" : `1—${row.until}月`}监控数${row.actual}，请改为全年实际完成值。原因：${row.reason}`;
  const evaluated: Indicator = { ...indicator, texts: { ...indicator.texts, actual: row.actual } };
  const { met, ratio, better, fault } = attainmentOf(evaluated);
  if (fault !== null) return "";
  const share = ratio === null ? "" : `，为指标值的${ratio.times(100).toDecimalPlaces(1).toString()}%`;
  const frame = `指标值${fullTarget(indicator)}，实际完成${row.actual}${share}。原因：`;
  if (met === "no") return `${frame}　改进措施：`;
  return better === "more" && ratio !== null && ratio.gt("1.3") ? frame : "";
}

function problemsOf(
  block: IndicatorBlock,
  content: FormContent,
  { pointsOf, approved, applied, problem }: Weights,
): FormProblem[] {
  const missing = realIndicators(block).filter((indicator) => pointsOf(indicator) === null).length;
  const problems: FormProblem[] = problem === null ? [] : [problem];
  if (missing > 0) problems.push({ code: "points-missing", form: content.name, count: missing });
  else if (!applied && approved !== null && !approved.equals(100 - executionPoints))
    problems.push({ code: "points-sum", form: content.name, sum: approved.toString() });
  if (content.funds.annual === null || content.funds.executed === null)
    problems.push({ code: "no-funds", form: content.name });
  return problems;
}
