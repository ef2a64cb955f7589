import { finish } from "../../steps";
import type { Steps } from "../../steps";
import { purposeOf } from "../../tables";
import type { Indicator, IndicatorBlock, Table } from "../../tables";
import { addressOf, CellKind, coordinates, Exact, locate } from "../../workbook";
import type { CellId, Edit, ExactDecimal, Workbook } from "../../workbook";
import { approvedFor } from "../approved-targets";
import { readMark, readMarkOf } from "../marks";
import { matchIndicators } from "../match-indicators";
import { fieldOf, realIndicators } from "../subject";
import { areasOf } from "./areas";
import { fundsOfForm } from "./funds";
import { scoreExecutionRate, scoreIndicator, usualScoring } from "./indicator-score";
import type { ScoredCell, ScoreGiven, ScoringSettings, Scored } from "./indicator-score";

export interface FillOptions extends Partial<ScoringSettings> {
  /** Also write over scores that are there. */
  readonly overwrite?: boolean;
}

/** What is to be written, and what was found for each 得分 cell. */
export interface FillPlan {
  readonly edits: readonly Edit[];
  readonly cells: readonly ScoredCell[];
}

/**
 * Fill the empty 得分 cells of all self-evaluations (indicators and 执行率), and an empty 总分 once every score is there, as a
 * live sum. Criteria come from the matching approved targets or the form's own column; without one the general rule
 * counts. Nothing else is written; what a person has typed is kept and reported, unless `overwrite`.
 */
export function planFill(workbook: Workbook, tables: readonly Table[], options: FillOptions = {}): FillPlan {
  return finish(planFillInSteps(workbook, tables, options));
}

/** `planFill`, one form a step. */
export function* planFillInSteps(
  workbook: Workbook,
  tables: readonly Table[],
  options: FillOptions = {},
): Steps<FillPlan> {
  const settings: ScoringSettings = { ...usualScoring, ...options };
  const edits: Edit[] = [];
  const cells: ScoredCell[] = [];
  const forms = tables.filter((table) => purposeOf(table) === "results" && (table.document ?? "main") === "main");
  for (const [at, table] of forms.entries()) {
    yield at / forms.length;
    for (const block of table.blocks)
      fillBlock({ workbook, tables, table, block, settings, overwrite: options.overwrite ?? false }, edits, cells);
  }
  return { edits, cells };
}

interface Task {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  readonly table: Table;
  readonly block: IndicatorBlock;
  readonly settings: ScoringSettings;
  readonly overwrite: boolean;
}

function fillBlock(task: Task, edits: Edit[], cells: ScoredCell[]): void {
  const { workbook, block } = task;
  const approved = approvedBy(task);
  const standing: { cell: CellId; value: ExactDecimal | null }[] = [];
  for (const indicator of realIndicators(block)) {
    const cell = indicator.cells["score"];
    if (cell === undefined) continue;
    const scored = scoreIndicator(measuredBy(workbook, indicator, approved.get(indicator)), task.settings);
    standing.push({ cell, value: put(task, cell, scored, edits, cells) });
  }
  const execution = executionOf(task);
  if (execution)
    standing.push({ cell: execution.cell, value: put(task, execution.cell, execution.scored, edits, cells) });
  putTotal(task, standing, edits);
}

/** What an indicator is scored by; what the form leaves blank is taken from the approved one. */
function measuredBy(workbook: Workbook, indicator: Indicator, approved: Indicator | undefined): ScoreGiven {
  const points = readMark(workbook, indicator.cells["points"]);
  const either = (text: string): string => indicator.texts[text] || (approved?.texts[text] ?? "");
  return {
    name: indicator.level3,
    target: indicator.texts["target"] ?? "",
    actual: indicator.texts["actual"] ?? "",
    unit: either("unit"),
    type: either("type"),
    points: points.kind === "mark" ? points.value : null,
    criterion: either("criterion"),
  };
}

/** Writes a score into its cell if that is empty (or may be written over); gives the value that stands there then. */
function put(task: Task, cell: CellId, scored: Scored, edits: Edit[], cells: ScoredCell[]): ExactDecimal | null {
  const { workbook, overwrite } = task;
  const place = addressOf(workbook, cell);
  const previous = contentOf(workbook, cell);
  const score = scored.status === "scored" ? scored.score : null;
  const written = previous === null || (overwrite && previous !== score) ? score : null;
  cells.push({ ...place, ...scored, previous, written });
  if (written !== null) {
    edits.push({ type: "set-value", ...place, value: written });
    return new Exact(written);
  }
  const mark = readMark(workbook, cell);
  return mark.kind === "mark" ? mark.value : null;
}

/** What a person sees as already there; a placeholder such as "/" counts as something. */
function contentOf(workbook: Workbook, cell: CellId): string | number | null {
  const { sheet, index } = locate(workbook, cell);
  if (sheet.formulas.has(index)) return `=${sheet.formulas.get(index)!}`;
  const mark = readMark(workbook, cell);
  if (mark.kind === "percent") return mark.text;
  if (sheet.kinds[index] === CellKind.Number) return sheet.numbers[index]!;
  const text = sheet.texts[index];
  return text === undefined || text.trim() === "" ? null : text;
}

/** An empty 总分 becomes the live sum, once no score is missing. */
function putTotal(
  { workbook, block }: Task,
  standing: readonly { cell: CellId; value: ExactDecimal | null }[],
  edits: Edit[],
): void {
  const total = fieldOf(block, "total-score");
  if (
    !total ||
    standing.length === 0 ||
    standing.some(({ value }) => value === null) ||
    contentOf(workbook, total.cell) !== null
  )
    return;
  const { sheet } = locate(workbook, total.cell);
  const areas = areasOf(standing.map(({ cell }) => coordinates(sheet, cell - sheet.base)));
  const value = standing.reduce((sum, { value: own }) => sum.plus(own!), new Exact(0)).toNumber();
  edits.push({ type: "set-formula", ...addressOf(workbook, total.cell), formula: `SUM(${areas.join(",")})`, value });
}

/** The approved indicator for each of a form's. */
function approvedBy({ tables, table, block }: Task): Map<Indicator, Indicator> {
  const approved = approvedFor(tables, table, block);
  if (!approved) return new Map();
  const { matches } = matchIndicators(realIndicators(approved.block), realIndicators(block));
  return new Map(
    matches.filter((match) => match.kind !== "replaced").map((match) => [match.evaluated, match.approved]),
  );
}

function executionOf(task: Task): { cell: CellId; scored: Scored } | null {
  const { workbook, table, block, settings } = task;
  const field = fieldOf(block, "rate-score");
  const funds = fundsOfForm(workbook, table);
  if (!field || !funds) return null;
  const points = readMarkOf(workbook, fieldOf(block, "rate-points"));
  return {
    cell: field.cell,
    scored: scoreExecutionRate(funds.annual, funds.executed, points.kind === "mark" ? points.value : null, settings),
  };
}
