import { figureCell } from "../../tables/table";
import type { Indicator, IndicatorBlock, Section, Table } from "../../tables/table";
import { Exact, exactOf, locate, CellKind, readAmountText } from "../../workbook";
import type { CellId, Edit, ExactDecimal, Workbook } from "../../workbook";
import { attainmentOf } from "../attainment";
import { fullTarget } from "../full-target";
import { readMark, sumOfMarks } from "../marks";
import { likeness, plainName } from "../names";
import { realIndicators } from "../subject";
import { rowOfIndicator, rowsOf } from "./actuals";
import type { ActualRow } from "./actuals";
import { formIndicator, formLevels } from "./form-content";
import type { FormContent, FormFunds } from "./form-content";
import { formSheet } from "./form-sheet";
import { scoreExecutionRate, scoreIndicator, usualScoring } from "./indicator-score";
import type { Scored, ScoredCell, ScoringSettings } from "./indicator-score";
import { freeSheetName } from "./sheet-name";

export interface SelfEvaluationOptions extends Partial<ScoringSettings> {
  /** Names of the projects to write; all of them, and the whole, where not given. */
  readonly projects?: readonly string[];
  /** What was achieved, from whatever sheet. */
  readonly actuals?: readonly ActualRow[];
}

/** Something a person should know about a form that is written; worded by `sayFormProblem`. */
export type FormProblem =
  | { readonly code: "points-missing"; readonly form: string; readonly count: number }
  | { readonly code: "points-sum"; readonly form: string; readonly sum: string }
  | { readonly code: "no-such-project"; readonly form: string }
  | { readonly code: "no-funds"; readonly form: string }
  | { readonly code: "actuals-unmatched"; readonly form: string; readonly indicators: readonly string[] };

export interface SelfEvaluationPlan {
  readonly edits: readonly Edit[];
  readonly cells: readonly ScoredCell[];
  /** Sheets that will be added, and whose form each is. */
  readonly forms: readonly { readonly sheet: string; readonly name: string }[];
  readonly problems: readonly FormProblem[];
}

/** Points of 执行率, beside the 90 of the targets. */
const executionPoints = 10;
/** A line of the base-data table is a project's where its name is at least this alike. */
const sureName = 0.8;

/**
 * A 绩效自评表 for each chosen project and for the whole, out of the target tables: targets, 分值 and goals as approved, 年初预算数
 * from the targets' amounts, 全年 figures from the base-data table or the actuals only. With actuals also values and scores.
 * Where the approved 分值 do not sum to 90 it says so and changes nothing.
 */
export function planSelfEvaluation(workbook: Workbook, tables: readonly Table[], options: SelfEvaluationOptions = {}): SelfEvaluationPlan {
  const settings: ScoringSettings = { ...usualScoring, ...options };
  const sources = subjectsOf(tables, options.projects);
  const taken = new Set(workbook.sheets.map((sheet) => sheet.name));
  const plan = { edits: [] as Edit[], cells: [] as ScoredCell[], forms: [] as { sheet: string; name: string }[], problems: [] as FormProblem[] };
  for (const wanted of options.projects ?? []) if (!sources.some(({ block }) => plainName(block.name) === plainName(wanted))) plan.problems.push({ code: "no-such-project", form: wanted });
  const wholes = sources.filter(({ subject }) => subject === "whole").length;
  const finals = finalsOf(workbook, tables, sources);
  for (const source of sources) {
    const content = contentOf({ workbook, source, settings, rows: options.actuals ?? [], final: finals.get(source.block) ?? null });
    plan.problems.push(...problemsOf(workbook, source.block, content), ...unmatchedIn(rowsFor(source, options.actuals ?? []), source.block, content.name));
    const name = freeSheetName(content.subject === "project" ? (content.name === "" ? "项目自评表" : `自评-${content.name}`) : wholes > 1 ? `整体自评-${content.name}` : "整体自评表", taken);
    const written = formSheet(name, content, settings.execution);
    plan.edits.push({ type: "add-sheet", sheet: written.sheet });
    plan.forms.push({ sheet: name, name: content.name });
    const cellOf = (address: string, scored: Scored): ScoredCell => ({ sheet: name, address, ...scored, previous: null, written: scored.status === "scored" ? scored.score : null });
    plan.cells.push(...written.indicators.map(({ address, indicator }) => cellOf(address, indicator.scored)), cellOf(written.execution, content.execution));
  }
  if (options.projects === undefined) {
    const known = new Set(sources.flatMap((source) => rowsFor(source, options.actuals ?? [])));
    const strangers = (options.actuals ?? []).filter((row) => !row.fromForm && row.project !== "" && row.indicator !== "" && !known.has(row));
    for (const form of new Set(strangers.map(({ project }) => project))) plan.problems.push({ code: "actuals-unmatched", form, indicators: strangers.filter(({ project }) => project === form).map(({ indicator }) => indicator) });
  }
  return plan;
}

interface Source {
  readonly table: Table;
  readonly block: IndicatorBlock;
  readonly subject: "project" | "whole";
}

/** The projects to write, in the tables' order, and the whole: the department's form, or the unit whose name the tables carry. */
function subjectsOf(tables: readonly Table[], chosen: readonly string[] | undefined): Source[] {
  const targets = tables.filter((table) => table.template.layout === "targets" && (table.document ?? "main") === "main");
  const all = targets.flatMap((table) => table.blocks.filter((block) => realIndicators(block).length > 0).map((block): Source => ({ table, block, subject: block.subject === "project" ? "project" : "whole" })));
  const projects = all.filter(({ subject }) => subject === "project");
  if (chosen !== undefined) return projects.filter(({ block }) => chosen.some((name) => plainName(name) === plainName(block.name)));
  return [...projects, ...all.filter(({ subject }) => subject === "whole")];
}

interface Making {
  readonly workbook: Workbook;
  readonly source: Source;
  readonly settings: ScoringSettings;
  readonly rows: readonly ActualRow[];
  readonly final: { readonly annual: ExactDecimal | null; readonly executed: ExactDecimal | null } | null;
}

function contentOf(making: Making): FormContent {
  const { workbook, source, settings } = making;
  const { table, block, subject } = source;
  const rows = rowsFor(source, making.rows);
  const reported = rows.find((row) => row.annualBudget !== null || row.executed !== null);
  const funds: FormFunds = {
    initial: initialOf(workbook, table, block),
    annual: reported?.annualBudget ?? making.final?.annual ?? null,
    executed: reported?.executed ?? making.final?.executed ?? null,
  };
  const field = (role: string): string => block.fields.find((candidate) => candidate.role === role)?.text ?? "";
  const year = table.year === null ? "" : `${table.year}年度`;
  return {
    subject,
    name: block.name || table.body || "",
    title: subject === "whole" ? `${year}部门整体支出绩效自评表` : `${year}项目支出绩效自评表`,
    department: field("department") || table.body || "",
    unit: field("unit-name") || table.body || "",
    goal: field("goal"),
    funds,
    execution: scoreExecutionRate(funds.annual, funds.executed, new Exact(executionPoints), settings),
    levels: formLevels(block, (indicator) => {
      const row = rowOfIndicator(rows, indicator.level3);
      return formIndicator(indicator, row, scoredOf(indicator, row, settings), reasonFrame(indicator, row));
    }),
  };
}

function rowsFor({ subject, block }: Source, rows: readonly ActualRow[]): ActualRow[] {
  return subject === "whole" ? wholeRows(rows, block.name) : rowsOf(rows, block.name);
}

/** Actuals given for a project that none of its indicators takes: somebody would miss them. */
function unmatchedIn(rows: readonly ActualRow[], block: IndicatorBlock, form: string): FormProblem[] {
  const taken = new Set(realIndicators(block).map((indicator) => rowOfIndicator(rows, indicator.level3)));
  const left = rows.filter((row) => !row.fromForm && row.indicator !== "" && row.project !== "" && !taken.has(row)).map((row) => row.indicator);
  return left.length === 0 ? [] : [{ code: "actuals-unmatched", form, indicators: left }];
}

function wholeRows(rows: readonly ActualRow[], name: string): ActualRow[] {
  const named = rowsOf(rows, name);
  return named.length > 0 ? named : rows.filter((row) => row.project === "" || /^(?:部门|单位)?整体(?:支出)?$/.test(row.project));
}

function scoredOf(indicator: Indicator, row: ActualRow | null, settings: ScoringSettings): Scored {
  const { target = "", unit = "", type = "", criterion = "", points = "" } = indicator.texts;
  const mark = /\d+(?:\.\d+)?/.exec(points);
  return scoreIndicator({ name: indicator.level3, target, actual: row?.actual ?? "", unit, type, points: mark ? new Exact(mark[0]) : null, criterion }, settings);
}

/** The given reason; where one is asked for and none is given, only a frame with the numbers: the cause is a person's to write. */
function reasonFrame(indicator: Indicator, row: ActualRow | null): string {
  if (row === null || row.reason !== "") return row?.reason ?? "";
  const evaluated: Indicator = { ...indicator, texts: { ...indicator.texts, actual: row.actual } };
  const { met, ratio, better, fault } = attainmentOf(evaluated);
  if (fault !== null) return "";
  const share = ratio === null ? "" : `，为指标值的${ratio.times(100).toDecimalPlaces(1).toString()}%`;
  const frame = `指标值${fullTarget(indicator)}，实际完成${row.actual}${share}。原因：`;
  if (met === "no") return `${frame}　改进措施：`;
  return better === "more" && ratio !== null && ratio.gt("1.3") ? frame : "";
}

/** 年初预算数: the amount the targets were approved with, in 万元. */
function initialOf(workbook: Workbook, table: Table, block: IndicatorBlock): ExactDecimal | null {
  const section = table.sections.find((candidate) => candidate.name === "main");
  if (!section || block.line === null) return null;
  return amountIn(workbook, table, section, block.line, "total");
}

function amountIn(workbook: Workbook, table: Table, section: Section, line: number, role: string): ExactDecimal | null {
  const column = section.columns.findIndex((candidate) => candidate.roles.includes(role));
  if (column < 0) return null;
  const cell = figureCell(section, section.lines[line]!, column);
  const value = cell < 0 ? null : numberIn(workbook, table, cell);
  return value === null ? null : value.times(new Exact(10).pow(table.unitExponent - 4));
}

function numberIn(workbook: Workbook, table: Table, cell: CellId): ExactDecimal | null {
  const inside = table.embedded.get(cell);
  if (inside !== undefined) return new Exact(inside);
  const { sheet, index } = locate(workbook, cell);
  if (sheet.kinds[index] === CellKind.Number) return exactOf(sheet.numbers[index]!);
  const reading = sheet.kinds[index] === CellKind.Text ? readAmountText(sheet.texts[index]!, table.unit) : null;
  return reading?.state === "amount" ? reading.value : null;
}

/** 全年预算数 and 全年执行数 of projects out of the base-data table: budget and final of the line that is surely the project's. */
function finalsOf(workbook: Workbook, tables: readonly Table[], sources: readonly Source[]): Map<IndicatorBlock, { annual: ExactDecimal | null; executed: ExactDecimal | null }> {
  const found = new Map<IndicatorBlock, { annual: ExactDecimal | null; executed: ExactDecimal | null }>();
  for (const table of tables.filter((candidate) => candidate.template.layout === "base-data")) {
    const section = table.sections.find((candidate) => candidate.name === "budget");
    if (!section) continue;
    const lines = section.lines.flatMap((line, at) => (line.roles.includes("project-item") ? [{ name: line.label, at }] : []));
    for (const { block } of sources.filter(({ subject }) => subject === "project")) {
      const [best, second] = lines.map((line) => ({ ...line, likeness: likeness(line.name, block.name) })).filter((line) => line.likeness >= sureName).sort((x, y) => y.likeness - x.likeness);
      if (!best || (second && second.likeness === best.likeness)) continue;
      found.set(block, { annual: amountIn(workbook, table, section, best.at, "budget"), executed: amountIn(workbook, table, section, best.at, "final") });
    }
  }
  return found;
}

function problemsOf(workbook: Workbook, block: IndicatorBlock, content: FormContent): FormProblem[] {
  const marks = realIndicators(block).map((indicator) => readMark(workbook, indicator.cells["points"]));
  const missing = marks.filter((mark) => mark.kind !== "mark").length;
  const sum = sumOfMarks(marks);
  const problems: FormProblem[] = [];
  if (missing > 0) problems.push({ code: "points-missing", form: content.name, count: missing });
  else if (sum !== null && !sum.equals(100 - executionPoints)) problems.push({ code: "points-sum", form: content.name, sum: sum.toString() });
  if (content.funds.annual === null || content.funds.executed === null) problems.push({ code: "no-funds", form: content.name });
  return problems;
}
