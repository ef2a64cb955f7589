import { correctionFor, scoreInPractice, USUAL_PRACTICE } from "../../criteria";
import type { Practice, ScoreResult, ScoreStatus } from "../../criteria";
import { Exact } from "../../workbook";
import type { ExactDecimal } from "../../workbook";
import { scoreExecution } from "../execution";
import type { ExecutionRule } from "../execution";
import { keyOfTexts, remembered } from "../remembered";

/** What was done about one 得分 cell, in the shape of the command line's contract, with what a person is asked. */
export interface ScoredCell {
  readonly sheet: string;
  readonly address: string;
  readonly indicator: string;
  readonly status: ScoreStatus;
  readonly score: number | null;
  readonly points: number | null;
  readonly reading: string;
  /** What stood in the cell before; null where it was blank. */
  readonly previous: string | number | null;
  /** What was written; null where nothing was. */
  readonly written: number | null;
  readonly question: string | null;
  readonly choices: ScoreResult["choices"];
  readonly problems: readonly string[];
}

/** How scores are given. */
export interface ScoringSettings extends Practice {
  readonly execution: ExecutionRule;
}

/** Settings where nobody has chosen otherwise. */
export const usualScoring: ScoringSettings = { ...USUAL_PRACTICE, execution: "proportion" };

/** One indicator as it is to be scored; texts as shown. */
export interface ScoreGiven {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly unit: string;
  readonly type: string;
  readonly points: ExactDecimal | null;
  readonly criterion: string;
}

/** What stands in the place of a score before it is known where it stands. */
export type Scored = Omit<ScoredCell, "sheet" | "address" | "previous" | "written">;

interface Asked {
  readonly given: ScoreGiven;
  readonly settings: ScoringSettings;
}

/** Scores an indicator by its criterion (the general rule where it has none). The pane asks again after every edit. */
export function scoreIndicator(given: ScoreGiven, settings: ScoringSettings): Scored {
  return scoreOnce({ given, settings });
}

const scoreOnce = remembered(keyOf, scoreAsked);

function keyOf({ given: { name, target, actual, unit, type, points, criterion }, settings }: Asked): string {
  return keyOfTexts(
    name,
    target,
    actual,
    unit,
    type,
    points?.toString(),
    criterion,
    JSON.stringify(settings.conventions),
    JSON.stringify(correctionFor(settings.corrections, criterion)),
  );
}

function scoreAsked({ given, settings }: Asked): Scored {
  const { name, target, actual, unit, type, points, criterion } = given;
  const { result } = scoreInPractice(
    { criterion, target, unit, type, actual, points: points?.toString() ?? "", indicator: name },
    settings,
  );
  return {
    indicator: name,
    status: result.status,
    score: result.score,
    points: points?.toNumber() ?? null,
    reading: result.reading,
    question: result.question,
    choices: result.choices,
    problems: result.problems,
  };
}

/** Scores 预算执行率 from 全年预算数 and 全年执行数. */
export function scoreExecutionRate(
  budget: ExactDecimal | null,
  executed: ExactDecimal | null,
  points: ExactDecimal | null,
  settings: ScoringSettings,
): Scored {
  const base = { indicator: "预算执行率", points: points?.toNumber() ?? null, choices: [], problems: [] };
  if (budget === null || executed === null || points === null || budget.isZero())
    return { ...base, status: "incomplete", score: null, reading: "", question: "请填写全年预算数和全年执行数" };
  const rate = executed.dividedBy(budget);
  const shown = `${rate.times(100).toDecimalPlaces(2).toString()}%`;
  const earned = scoreExecution(rate, points, settings.execution);
  const way = settings.execution === "proportion" ? "按比例得分" : "按分档得分";
  const reading = `读作：全年执行数 ${executed.toString()} ÷ 全年预算数 ${budget.toString()} = ${shown}，${way}`;
  if (earned === null)
    return {
      ...base,
      status: "needs-judgement",
      score: null,
      reading,
      question: `执行率 ${shown}，超过 100%，得几分？`,
    };
  if (settings.execution === "steps" && rate.lessThan(1)) {
    const choices = [
      { label: "项目已经完成", min: points.toNumber(), max: points.toNumber() },
      { label: "项目没有完成", min: earned.toNumber(), max: earned.toNumber() },
    ];
    return {
      ...base,
      status: "needs-judgement",
      score: null,
      reading,
      question: `执行率 ${shown}：项目已经完成、没有超预算的得满分，没有完成的按分档得 ${earned.toString()} 分。项目完成了吗？`,
      choices,
    };
  }
  return {
    ...base,
    status: "scored",
    score: earned.toDecimalPlaces(2, Exact.ROUND_HALF_UP).toNumber(),
    reading,
    question: null,
  };
}
