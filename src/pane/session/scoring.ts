import type { Conventions, ScoreCase, ScoreResult } from "../../engine/criteria";
import { CONVENTIONS, isConventionName, sayConvention, score, withConvention } from "../../engine/criteria";
import type { ConventionName } from "../../engine/criteria";
import { approvedFor } from "../../engine/evaluation/approved-targets";
import { fullTarget } from "../../engine/evaluation/full-target";
import { readMark } from "../../engine/evaluation/marks";
import type { Mark } from "../../engine/evaluation/marks";
import { matchIndicators } from "../../engine/evaluation/match-indicators";
import { realIndicators } from "../../engine/evaluation/subject";
import type { Indicator, IndicatorBlock, Table } from "../../engine/tables";
import { addressOf } from "../../engine/workbook";
import type { CellId, Workbook } from "../../engine/workbook";
import type { CellPlace } from "../../hosts/host";

/** One indicator as 评分 lists it. */
export interface ScoringRow {
  /** Where its name stands: no other row has that. */
  readonly id: string;
  /** Project or unit it belongs to. */
  readonly subject: string;
  readonly name: string;
  /** "≥40家". */
  readonly target: string;
  readonly given: ScoreCase & { readonly criterion: string; readonly actual: string; readonly points: string; readonly indicator: string };
  /** False for a target of which no self-evaluation speaks yet. */
  readonly evaluated: boolean;
  readonly place: CellPlace;
  readonly actualPlace: CellPlace | null;
  readonly scorePlace: CellPlace | null;
  readonly scoreCell: CellId | null;
  /** What stands in the 得分 cell. */
  readonly written: Mark;
}

/**
 * The indicators of the recognised performance tables in their order: those of self-evaluations with their approved criteria, and
 * of targets those that no self-evaluation takes up.
 */
export function scoringRows(workbook: Workbook, tables: readonly Table[]): ScoringRow[] {
  const own = tables.filter((table) => (table.document ?? "main") === "main");
  const taken = new Set<IndicatorBlock>();
  const evaluated = own.filter(({ template }) => template.layout === "evaluation-form").flatMap((table) => table.blocks.flatMap((block) => rowsOfForm(workbook, tables, table, block, taken)));
  const targets = own.filter(({ template }) => template.layout === "targets").flatMap((table) => table.blocks.filter((block) => !taken.has(block)).flatMap((block) => rowsOfTargets(workbook, table, block)));
  return [...evaluated, ...targets];
}

function rowsOfForm(workbook: Workbook, tables: readonly Table[], form: Table, block: IndicatorBlock, taken: Set<IndicatorBlock>): ScoringRow[] {
  const indicators = realIndicators(block);
  const approved = approvedFor(tables, form, block);
  if (approved) taken.add(approved.block);
  const matches = approved ? matchIndicators(realIndicators(approved.block), indicators).matches : [];
  const sources = new Map(matches.filter(({ kind }) => kind !== "replaced").map((match) => [match.evaluated, match.approved]));
  return indicators.map((indicator) => rowOf(workbook, subjectName(form, block), indicator, sources.get(indicator) ?? null, true));
}

function rowsOfTargets(workbook: Workbook, table: Table, block: IndicatorBlock): ScoringRow[] {
  return realIndicators(block).map((indicator) => rowOf(workbook, subjectName(table, block), indicator, null, false));
}

function subjectName(table: Table, block: IndicatorBlock): string {
  return block.name || table.body || table.template.short;
}

function rowOf(workbook: Workbook, subject: string, indicator: Indicator, source: Indicator | null, evaluated: boolean): ScoringRow {
  const placeIn = (role: string): CellPlace | null => {
    const cell = indicator.cells[role];
    return cell === undefined || cell < 0 ? null : addressOf(workbook, cell);
  };
  const text = (role: string): string => indicator.texts[role] || (source?.texts[role] ?? "");
  const points = readMark(workbook, indicator.cells["points"]);
  const place = placeIn("level3") ?? addressOf(workbook, Object.values(indicator.cells)[0]!);
  return {
    id: `${place.sheet} ${place.address}`,
    subject,
    name: indicator.level3 || indicator.level2 || indicator.level1,
    target: fullTarget(indicator),
    given: {
      criterion: text("criterion"),
      target: indicator.texts["target"] ?? "",
      unit: text("unit"),
      type: text("type"),
      actual: indicator.texts["actual"] ?? "",
      points: points.kind === "mark" ? points.value.toString() : "",
      indicator: indicator.level3,
    },
    evaluated,
    place,
    actualPlace: placeIn("actual"),
    scorePlace: placeIn("score"),
    scoreCell: indicator.cells["score"] ?? null,
    written: readMark(workbook, indicator.cells["score"]),
  };
}

/** A 得分 cell that a person may fill, and what stands there. */
export interface ScoreTarget {
  readonly place: CellPlace;
  readonly cell: CellId;
  readonly written: Mark;
}

/** Where the score of a row goes; null for targets, which have no such cell. */
export function scoreTarget({ scorePlace, scoreCell, written }: ScoringRow): ScoreTarget | null {
  return scorePlace && scoreCell !== null ? { place: scorePlace, cell: scoreCell, written } : null;
}

/** A row with what its criterion gives. */
export interface ScoredRow extends ScoringRow {
  readonly result: ScoreResult;
}

/** Scores rows, remembering what was asked before: after an edit nearly every row is asked again. */
export class RowScorer {
  private readonly kept = new Map<string, ScoreResult>();

  constructor(readonly conventions: Conventions) {}

  score(row: ScoringRow): ScoredRow {
    const key = JSON.stringify(row.given);
    const known = this.kept.get(key);
    if (known) return { ...row, result: known };
    const result = score(row.given, this.conventions);
    this.kept.set(key, result);
    return { ...row, result };
  }
}

/**
 * Whether somebody must see to a row: a judgement or a figure that is missing in a self-evaluation and whose 得分 is empty; in
 * targets, which have no figures yet, a criterion that cannot be read.
 */
export function wantsPerson({ result, evaluated, written }: ScoredRow): boolean {
  if (!evaluated) return result.status === "unreadable";
  return result.status !== "scored" && written.kind !== "mark";
}

/** A convention that a score rests on, as its assumption names it. */
export interface NamedConvention {
  readonly name: ConventionName;
  readonly value: string;
}

/** The convention behind an assumption ("…（steps=whole）"); null where it is none that can be chosen. */
export function conventionIn(assumption: string): NamedConvention | null {
  const found = /（([a-z-]+)=([^（）]+)）$/u.exec(assumption);
  const [, name = "", value = ""] = found ?? [];
  return isConventionName(name) && CONVENTIONS[name].length > 1 ? { name, value } : null;
}

/** The sentence of an assumption without its short name. */
export function plainAssumption(assumption: string): string {
  return assumption.replace(/（[a-z-]+=[^（）]+）$/u, "");
}

/** One way to take a convention, and what it gives here. */
export interface ConventionChoice {
  readonly value: string;
  readonly words: string;
  readonly score: number | null;
}

/** Every way to take a convention, with the score that each gives this row; null where a person would have to judge. */
export function conventionChoices(row: ScoringRow, conventions: Conventions, name: ConventionName): ConventionChoice[] {
  return (CONVENTIONS[name] as readonly string[]).map((value) => ({
    value,
    words: sayConvention(name, value),
    score: score(row.given, withConvention(conventions, `${name}=${value}`) ?? conventions).score,
  }));
}
