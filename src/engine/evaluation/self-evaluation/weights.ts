import type { Indicator, IndicatorBlock } from "../../tables";
import { Exact } from "../../workbook";
import type { ExactDecimal } from "../../workbook";
import { firstLevelOf, levelNames } from "../levels";
import type { FirstLevel } from "../levels";
import { readMarkText } from "../marks";
import { schemeFor } from "../scheme";
import type { WeightScheme } from "../scheme";
import { realIndicators } from "../subject";

/** The weights that a person wants instead of the approved ones. */
export interface WeightChoice {
  readonly schemes: readonly WeightScheme[];
  /** Id of one for all forms; null for each form's own, by the levels that it has. */
  readonly chosen: string | null;
}

/** A first level that gets other points than were approved. */
export interface WeightChange {
  readonly form: string;
  readonly level: string;
  readonly from: string;
  readonly to: string;
}

/** Why the approved points stay. */
export type WeightProblem =
  | { readonly code: "no-scheme"; readonly form: string }
  | { readonly code: "scheme-levels"; readonly form: string; readonly scheme: string }
  | { readonly code: "scheme-sum"; readonly form: string; readonly scheme: string; readonly sum: string };

/** The points that a form's indicators get. */
export interface Weights {
  readonly pointsOf: (indicator: Indicator) => ExactDecimal | null;
  /** Points of 预算执行率. */
  readonly execution: number;
  /** Approved points, where they are all there. */
  readonly approved: ExactDecimal | null;
  readonly applied: boolean;
  readonly changes: readonly WeightChange[];
  readonly problem: WeightProblem | null;
}

/** Points of 预算执行率 beside the 90 of the targets. */
export const executionPoints = 10;
/** What approved points add up to: 90 beside 预算执行率; some places write 100 and leave it out. */
const approvedSums = [90, 100];
/** Points are given out in the largest of these that leaves nobody without. */
const units = ["1", "0.5", "0.1", "0.01"];

/**
 * The approved points, or those of the chosen scheme: each first level gets the scheme's, shared out among its
 * indicators as the approved ones were. Where approved points are missing or add up to nothing usual, the scheme's do
 * not make 100, or its levels are not those of the form, the approved ones stay.
 */
export function weightsFor(block: IndicatorBlock, form: string, choice: WeightChoice | null): Weights {
  const approved = new Map(realIndicators(block).map((indicator) => [indicator, approvedPoints(indicator)]));
  const all = [...approved.values()];
  const sum = all.every((points) => points !== null) ? total(all) : null;
  const kept: Weights = {
    pointsOf: (indicator) => approved.get(indicator) ?? null,
    execution: executionPoints,
    approved: sum,
    applied: false,
    changes: [],
    problem: null,
  };
  if (choice === null || sum === null || !approvedSums.some((usual) => sum.equals(usual))) return kept;
  const byLevel = new Map<FirstLevel | null, Indicator[]>();
  for (const indicator of approved.keys())
    byLevel.set(firstLevelOf(indicator), [...(byLevel.get(firstLevelOf(indicator)) ?? []), indicator]);
  const levels = [...byLevel.keys()].flatMap((level) => level ?? []);
  const scheme = schemeFor(choice.schemes, new Set(levels), choice.chosen);
  if (scheme === null) return { ...kept, problem: { code: "no-scheme", form } };
  const whole = Object.values(scheme.levels).reduce((points, own) => points.plus(own), new Exact(scheme.execution));
  if (!whole.equals(100))
    return { ...kept, problem: { code: "scheme-sum", form, scheme: scheme.name, sum: whole.toString() } };
  if (
    byLevel.has(null) ||
    levels.length !== Object.keys(scheme.levels).length ||
    levels.some((level) => !scheme.levels[level])
  )
    return { ...kept, problem: { code: "scheme-levels", form, scheme: scheme.name } };
  const points = new Map<Indicator, ExactDecimal>();
  const changes: WeightChange[] = [];
  for (const level of levels) {
    const members = byLevel.get(level)!;
    const own = members.map((indicator) => approved.get(indicator)!);
    const wanted = new Exact(scheme.levels[level]!);
    const shares = sharedOut(wanted, own);
    if (shares === null) return { ...kept, problem: { code: "scheme-levels", form, scheme: scheme.name } };
    members.forEach((indicator, at) => points.set(indicator, shares[at]!));
    if (!total(own).equals(wanted))
      changes.push({ form, level: levelNames[level], from: total(own).toString(), to: wanted.toString() });
  }
  return {
    pointsOf: (indicator) => points.get(indicator) ?? null,
    execution: scheme.execution,
    approved: sum,
    applied: true,
    changes,
    problem: null,
  };
}

function approvedPoints(indicator: Indicator): ExactDecimal | null {
  const mark = readMarkText(indicator.texts["points"] ?? "");
  return mark.kind === "mark" ? mark.value : null;
}

function total(points: readonly (ExactDecimal | null)[]): ExactDecimal {
  return points.reduce<ExactDecimal>((sum, own) => sum.plus(own ?? 0), new Exact(0));
}

/**
 * Points in proportion to the approved ones, to the largest unit that suits all, the rest by largest remainder. Null
 * where nothing was approved to go by.
 */
function sharedOut(wanted: ExactDecimal, approved: readonly ExactDecimal[]): ExactDecimal[] | null {
  const sum = total(approved);
  if (sum.equals(wanted)) return [...approved];
  if (!sum.greaterThan(0) || approved.some((points) => points.isNegative())) return null;
  const exact = approved.map((points) => points.times(wanted).dividedBy(sum));
  const unit =
    units
      .map((one) => new Exact(one))
      .find((one) => exact.every((share) => share.isZero() || share.greaterThanOrEqualTo(one))) ?? new Exact("0.01");
  const shares = exact.map((share) => share.dividedBy(unit).floor().times(unit));
  const left = wanted.minus(total(shares)).dividedBy(unit).round().toNumber();
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share.minus(shares[at]!) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) shares[at] = shares[at]!.plus(unit);
  return shares;
}
