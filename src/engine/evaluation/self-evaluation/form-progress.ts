import { firstLevelOf, levelNames } from "../levels";
import { readMark, readMarkOf } from "../marks";
import { fieldOf, realIndicators } from "../subject";
import type { Mark } from "../marks";
import type { FillPlan } from "./fill";
import { missingIn, scoreCells } from "./missing-items";
import type { MissingItem } from "./missing-items";
import type { Indicator, IndicatorBlock, Table } from "../../tables";
import { Exact, addressOf } from "../../workbook";
import type { CellId, ExactDecimal, Workbook } from "../../workbook";
import type { CellPlace } from "../../workbook";

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
      missing: missingIn({ workbook, table: form, block, name, fill, farAbove }),
      levels: levelPoints(workbook, block),
    };
  });
}

function cellOf(indicator: Indicator | undefined): CellId | undefined {
  return indicator === undefined ? undefined : Object.values(indicator.cells)[0];
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
