import type { Practice, PractisedScore, ScoreCase } from "../../criteria";
import { correctionFor, scoreInPractice } from "../../criteria";
import { approvedFor } from "../approved-targets";
import { fullTarget } from "../full-target";
import { readMark } from "../marks";
import { matchIndicators } from "../match-indicators";
import { realIndicators } from "../subject";
import type { Mark } from "../marks";
import { purposeOf } from "../../tables";
import type { Indicator, IndicatorBlock, Purpose, Table } from "../../tables";
import { addressOf } from "../../workbook";
import type { CellId, Workbook } from "../../workbook";
import type { CellPlace } from "../../workbook";

/** One indicator as 评分 lists it. */
export interface ScoringRow {
  /** Where its name stands: no other row has that. */
  readonly id: string;
  /** Project or unit it belongs to. */
  readonly subject: string;
  readonly name: string;
  /** "≥40家". */
  readonly target: string;
  /** Texts as the tables have them. */
  readonly given: { readonly [Value in Exclude<keyof ScoreCase, "id">]-?: string };
  /** False for a target of which no self-evaluation speaks yet. */
  readonly evaluated: boolean;
  readonly place: CellPlace;
  /** Where its criterion is written: in the form itself, else in the targets. */
  readonly criterionPlace: CellPlace | null;
  readonly actualPlace: CellPlace | null;
  readonly scorePlace: CellPlace | null;
  readonly scoreCell: CellId | null;
  /** What stands in the 得分 cell. */
  readonly written: Mark;
}

/**
 * The indicators of the recognised performance tables in their order: those of self-evaluations with their approved
 * criteria, and of targets those that no self-evaluation takes up. In parts that are to be worked out one after the
 * other: a workbook may have thousands, and the page is to stay alive meanwhile.
 */
export function scoringParts(workbook: Workbook, tables: readonly Table[]): (() => ScoringRow[])[] {
  const own = tables.filter((table) => (table.document ?? "main") === "main");
  const taken = new Set<IndicatorBlock>();
  const meantFor = (purpose: Purpose): [Table, IndicatorBlock][] =>
    own
      .filter((table) => purposeOf(table) === purpose)
      .flatMap((table) => table.blocks.map((block): [Table, IndicatorBlock] => [table, block]));
  return [
    ...meantFor("results").map(
      ([table, block]) =>
        () =>
          rowsOfForm(workbook, tables, table, block, taken),
    ),
    ...meantFor("targets").map(
      ([table, block]) =>
        () =>
          taken.has(block) ? [] : rowsOfTargets(workbook, table, block),
    ),
  ];
}

/** All of them at once. */
export function scoringRows(workbook: Workbook, tables: readonly Table[]): ScoringRow[] {
  return scoringParts(workbook, tables).flatMap((part) => part());
}

function rowsOfForm(
  workbook: Workbook,
  tables: readonly Table[],
  form: Table,
  block: IndicatorBlock,
  taken: Set<IndicatorBlock>,
): ScoringRow[] {
  const indicators = realIndicators(block);
  const approved = approvedFor(tables, form, block);
  if (approved) taken.add(approved.block);
  const matches = approved ? matchIndicators(realIndicators(approved.block), indicators).matches : [];
  const sources = new Map(
    matches.filter(({ kind }) => kind !== "replaced").map((match) => [match.evaluated, match.approved]),
  );
  return indicators.map((indicator) =>
    rowOf(workbook, subjectName(form, block), indicator, sources.get(indicator) ?? null, true),
  );
}

function rowsOfTargets(workbook: Workbook, table: Table, block: IndicatorBlock): ScoringRow[] {
  return realIndicators(block).map((indicator) => rowOf(workbook, subjectName(table, block), indicator, null, false));
}

function subjectName(table: Table, block: IndicatorBlock): string {
  return block.name || table.body || table.template.short;
}

function rowOf(
  workbook: Workbook,
  subject: string,
  indicator: Indicator,
  source: Indicator | null,
  evaluated: boolean,
): ScoringRow {
  const placeIn = (role: string, from: Indicator | null = indicator): CellPlace | null => {
    const cell = from?.cells[role];
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
    criterionPlace: placeIn("criterion", indicator.texts["criterion"] ? indicator : source),
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

/** A row with what its criterion gives, and the sentence that was applied. */
export interface ScoredRow extends ScoringRow, Omit<PractisedScore, "conventions"> {}

type Kept = Omit<PractisedScore, "conventions">;

/**
 * Scores rows, remembering what was asked before: after an edit, or when one sentence is read otherwise, nearly every
 * row is asked again.
 */
export class RowScorer {
  private readonly kept: Map<string, Kept>;

  /** @param before a scorer whose answers still hold where the practice says the same */
  constructor(
    readonly practice: Practice,
    before?: RowScorer,
  ) {
    this.kept = before?.practice.conventions === practice.conventions ? before.kept : new Map<string, Kept>();
  }

  score(row: ScoringRow): ScoredRow {
    const key = JSON.stringify([row.given, correctionFor(this.practice.corrections, row.given.criterion)]);
    let known = this.kept.get(key);
    if (!known) {
      const { conventions: _conventions, ...found } = scoreInPractice(row.given, this.practice);
      known = found;
      this.kept.set(key, known);
    }
    return { ...row, ...known };
  }
}
