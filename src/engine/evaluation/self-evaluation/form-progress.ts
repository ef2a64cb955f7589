import { actualToWrite, unitAskedFor } from "../asked-actual";
import { attainmentOf } from "../attainment";
import { firstLevelOf, levelNames } from "../levels";
import { readMark, readMarkOf } from "../marks";
import { fieldOf, givesReason, realIndicators } from "../subject";
import type { Mark } from "../marks";
import type { FillPlan } from "./fill";
import type { ScoredCell } from "./indicator-score";
import type { Indicator, IndicatorBlock, Table } from "../../tables";
import { Exact, addressOf, gridIndex, parseA1 } from "../../workbook";
import type { CellId, ExactDecimal, Workbook } from "../../workbook";
import type { CellPlace } from "../../workbook";
import type { ScoreTarget } from "../scoring";

/** Something in a self-evaluation that a person has to see to. */
export interface MissingItem {
  readonly id: string;
  readonly kind: "actual" | "judgement" | "reason";
  readonly form: string;
  readonly indicator: string;
  /** What is wanted, in a sentence. */
  readonly words: string;
  readonly place: CellPlace;
  /** For an actual value: the unit that goes with a bare number, and what is written for what a person types. */
  readonly asked: { readonly unit: string; readonly toWrite: (typed: string) => string | number } | null;
  /** For a judgement: the 得分 cell and what may be given. */
  readonly judged: {
    readonly target: ScoreTarget;
    readonly points: string;
    readonly choices: ScoredCell["choices"];
  } | null;
}

/** Where points were lost: an indicator, and how many. */
export interface LostPoints {
  readonly indicator: string;
  readonly lost: ExactDecimal;
  readonly place: CellPlace;
}

/** A first level of a self-evaluation: its points against their maximum. */
export interface LevelPoints {
  readonly name: string;
  readonly points: ExactDecimal;
  readonly score: ExactDecimal;
  /** Indicators without a 得分. */
  readonly open: number;
  readonly lost: readonly LostPoints[];
}

/** One self-evaluation: how far it is filled, what is missing, where its points are. */
export interface FormProgress {
  readonly id: string;
  readonly name: string;
  readonly place: CellPlace;
  /** 得分 cells that are filled, and all. */
  readonly filled: number;
  readonly all: number;
  readonly missing: readonly MissingItem[];
  readonly levels: readonly LevelPoints[];
}

/**
 * A form with its fill plan: what is there, and what is not.
 * @param farAbove percent of the target above which a reason is asked for
 */
export function formProgress(workbook: Workbook, form: Table, fill: FillPlan, farAbove: number): FormProgress[] {
  return form.blocks.map((block) => {
    const name = block.name || form.body || form.sheet.name;
    const first = block.nameCell ?? cellOf(block.indicators[0]) ?? form.sheet.base;
    const scores = scoreCells(block);
    return {
      id: `${form.sheet.name} ${first - form.sheet.base}`,
      name,
      place: addressOf(workbook, first),
      filled: scores.filter((cell) => readMark(workbook, cell).kind === "mark").length,
      all: scores.length,
      missing: missingIn(workbook, block, name, fill, farAbove),
      levels: levelPoints(workbook, block),
    };
  });
}

function cellOf(indicator: Indicator | undefined): CellId | undefined {
  return indicator === undefined ? undefined : Object.values(indicator.cells)[0];
}

function scoreCells(block: IndicatorBlock): CellId[] {
  const execution = fieldOf(block, "rate-score");
  return [
    ...realIndicators(block).flatMap(({ cells }) => cells["score"] ?? []),
    ...(execution ? [execution.cell] : []),
  ];
}

/** What a person has to see to, indicator by indicator, and the 得分 of the execution rate. */
function missingIn(
  workbook: Workbook,
  block: IndicatorBlock,
  form: string,
  fill: FillPlan,
  farAbove: number,
): MissingItem[] {
  const byCell = new Map(fill.cells.map((cell) => [cellAt(workbook, cell), cell]));
  const indicators = realIndicators(block);
  const ofIndicators = new Set(indicators.flatMap(({ cells }) => cells["score"] ?? []));
  const item: ItemMaker = (kind, indicator, words, cell, { judged = null, asked = null } = {}) => ({
    id: `${kind} ${cell}`,
    kind,
    form,
    indicator,
    words,
    place: addressOf(workbook, cell),
    judged,
    asked,
  });
  const scoreItem = (cell: CellId | undefined, name?: string): MissingItem[] => {
    const scored = cell === undefined ? undefined : byCell.get(cell);
    return scored === undefined ? [] : missingScore(workbook, scored, cell!, name ?? scored.indicator, item);
  };
  return [
    ...indicators.flatMap((indicator) => {
      const actual = missingActual(indicator, item);
      const scoreOrActual = actual.length > 0 ? actual : scoreItem(indicator.cells["score"], indicator.level3);
      return [...scoreOrActual, ...missingReason(indicator, item, farAbove)];
    }),
    ...scoreCells(block)
      .filter((cell) => !ofIndicators.has(cell))
      .flatMap((cell) => scoreItem(cell)),
  ];
}

type ItemMaker = (
  kind: MissingItem["kind"],
  indicator: string,
  words: string,
  cell: CellId,
  input?: Partial<Pick<MissingItem, "judged" | "asked">>,
) => MissingItem;

function missingActual(indicator: Indicator, item: ItemMaker): MissingItem[] {
  const { actual } = indicator.cells;
  if (actual === undefined || attainmentOf(indicator).fault !== "missing") return [];
  const words = `缺实际完成值（指标值 ${indicator.texts["target"] ?? ""}）`;
  const asked = {
    unit: unitAskedFor(indicator),
    toWrite: (typed: string) => actualToWrite(typed, indicator),
  };
  return [item("actual", indicator.level3, words, actual, { asked })];
}

/** A target that is missed, or exceeded by far, wants a reason. */
function missingReason(indicator: Indicator, item: ItemMaker, limit: number): MissingItem[] {
  const { reason } = indicator.cells;
  if (reason === undefined || givesReason(indicator)) return [];
  const { fault, met, ratio, better } = attainmentOf(indicator);
  const farAbove = fault === null && better === "more" && ratio !== null && ratio.times(100).gt(limit);
  if (met === "no") return [item("reason", indicator.level3, "没有完成，要写偏差原因和改进措施", reason)];
  return farAbove ? [item("reason", indicator.level3, "远超指标值，要说明原因", reason)] : [];
}

/** A 得分 that is not there and cannot be calculated: for want of a figure, or because a person must judge. */
function missingScore(
  workbook: Workbook,
  scored: ScoredCell,
  cell: CellId,
  name: string,
  item: ItemMaker,
): MissingItem[] {
  const written = readMark(workbook, cell);
  if (written.kind === "mark" || scored.status === "scored") return [];
  const words = scored.question ?? scored.problems[0] ?? "评分标准读不懂，请人工打分";
  if (scored.status === "incomplete") return [item("actual", name, words, cell)];
  const judged = {
    target: { place: addressOf(workbook, cell), cell, written },
    points: scored.points === null ? "" : String(scored.points),
    choices: scored.choices,
  };
  return [item("judgement", name, words, cell, { judged })];
}

function cellAt(workbook: Workbook, { sheet: name, address }: ScoredCell): CellId {
  const sheet = workbook.sheets.find((one) => one.name === name);
  const place = parseA1(address);
  return sheet && place ? sheet.base + gridIndex(sheet, place.row, place.column) : -1;
}

function levelPoints(workbook: Workbook, block: IndicatorBlock): LevelPoints[] {
  const levels = new Map<string, { points: ExactDecimal; score: ExactDecimal; open: number; lost: LostPoints[] }>();
  const add = (level: string, indicator: string, full: Mark, score: CellId | undefined): void => {
    const earned = readMark(workbook, score);
    if (full.kind !== "mark") return;
    const found = levels.get(level) ?? { points: new Exact(0), score: new Exact(0), open: 0, lost: [] };
    levels.set(level, found);
    found.points = found.points.plus(full.value);
    if (earned.kind !== "mark") {
      found.open += 1;
      return;
    }
    found.score = found.score.plus(earned.value);
    if (earned.value.lessThan(full.value))
      found.lost.push({ indicator, lost: full.value.minus(earned.value), place: addressOf(workbook, score!) });
  };
  const execution = fieldOf(block, "rate-score");
  if (execution)
    add(
      levelNames.execution,
      levelNames.execution,
      readMarkOf(workbook, fieldOf(block, "rate-points")),
      execution.cell,
    );
  for (const indicator of realIndicators(block)) {
    const level = firstLevelOf(indicator);
    add(
      level ? levelNames[level] : indicator.level1,
      indicator.level3,
      readMark(workbook, indicator.cells["points"]),
      indicator.cells["score"],
    );
  }
  return [...levels].map(([name, found]) => ({
    name,
    ...found,
    lost: [...found.lost].sort((a, b) => b.lost.comparedTo(a.lost)),
  }));
}
