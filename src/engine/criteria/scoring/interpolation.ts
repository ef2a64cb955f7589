/** Marks on the straight line between two named ones. */

import type { Dimension } from "../../language";
import type { Exact } from "../exact";
import type { PlacedBand } from "../rule/rule";
import { bandsOf, isAward } from "../rule/rule";
import { intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { free, measure, threshold } from "./measure";
import { marksOf, within } from "./marks";
import type { Answer, Run } from "./run";
import { ask, figure, missing, score, shown } from "./run";

interface Knot {
  readonly at: Exact;
  readonly marks: Exact;
}

/** Where the bands say how many marks a figure earns: their ends. */
function knotsOf(run: Run, dimension: Dimension): readonly Knot[] {
  return bandsOf(run.rule).flatMap((band): readonly Knot[] => {
    const marks = marksOf(run, band.then);
    const { when } = band;
    if (marks === null || (when.kind !== "interval" && when.kind !== "reached")) return [];
    const ends = when.kind === "reached" ? [when.at] : [when.low, when.high];
    return ends.flatMap((end) => (end === null ? [] : [{ at: threshold(run, end, dimension), marks }]));
  });
}

/** "其间按插值法": the measured figure and the two named ones next to it, where it lies between them and in no band. */
export function betweenKnots(run: Run): {
  readonly measured: Extract<ReturnType<typeof measure>, { kind: "value" }>;
  readonly below: Knot;
  readonly above: Knot;
} | null {
  const rest = bandsOf(run.rule).find((b) => b.when.kind === "otherwise" && b.then.kind === "interpolation");
  const told = bandsOf(run.rule).flatMap(({ when }) =>
    when.kind === "interval" || when.kind === "reached" ? [when] : [],
  );
  const [first] = told;
  if (rest === undefined || first === undefined || told.some((t) => t.measure !== first.measure)) return null;
  const unit = first.kind === "reached" ? first.at.unit : ((first.low ?? first.high)?.unit ?? "");
  const measured = measure({ ...run, steps: [] }, first.measure, unit);
  if (measured.kind === "no" || measured.open !== null) return null;
  const inBand = told.some((t) => {
    if (t.kind !== "interval") return false;
    const [low, high] = [t.low, t.high].map((end) => (end === null ? null : threshold(run, end, measured.dimension)));
    return (
      (low === null || low === undefined || measured.value.gte(low)) &&
      (high === null || high === undefined || measured.value.lte(high))
    );
  });
  if (inBand) return null;
  const knots = knotsOf(run, measured.dimension);
  const below = knots.filter(({ at }) => at.lt(measured.value));
  const above = knots.filter(({ at }) => at.gt(measured.value));
  if (below.length === 0 || above.length === 0 || knots.some(({ at }) => at.equals(measured.value))) return null;
  return {
    measured,
    below: below.reduce((a, b) => (b.at.gt(a.at) ? b : a)),
    above: above.reduce((a, b) => (b.at.lt(a.at) ? b : a)),
  };
}

/** Marks on the straight line between two named ones. */
export function onLine(run: Run, { measured, below, above }: NonNullable<ReturnType<typeof betweenKnots>>): Answer {
  const { value, dimension } = measured;
  const [rise, width] = [above.marks.minus(below.marks), above.at.minus(below.at)];
  const marks = within(run, below.marks.plus(rise.times(value.minus(below.at)).div(width)));
  const at = (one: Exact): string => figure(one, dimension);
  const slope = `(${shown(above.marks)} − ${shown(below.marks)}) × (${at(value)} − ${at(below.at)})`;
  run.steps.push({
    code: "step-interpolated",
    between: `${shown(below.marks)} + ${slope} ÷ (${at(above.at)} − ${at(below.at)})`,
    marks: shown(marks),
  });
  return score(marks);
}

/** Marks on the straight line between the marks of the bands below and above; asked where either is not there. */
export function interpolated(run: Run, band: PlacedBand): Answer {
  const interval = intervalOf(band.when, run.better);
  if (interval?.low === null || interval?.low === undefined || interval.high === null)
    return ask({ code: "ask-discretion", text: "" }, free(run));
  const measured = measure(run, interval.measure, interval.unit);
  if (measured.kind === "no") return measured.answer;
  if (measured.open !== null) return missing({ code: "actual-not-number", text: "" });
  const [low, high] = [interval.low, interval.high].map((end) =>
    threshold(run, { number: end.number, unit: end.unit }, measured.dimension),
  ) as [Exact, Exact];
  const [below, above] = [
    marksBeside(run, band, low, "low", measured.dimension),
    marksBeside(run, band, high, "high", measured.dimension),
  ];
  if (below === null || above === null || high.equals(low)) return ask({ code: "ask-discretion", text: "" }, free(run));
  return onLine(run, { measured, below: { at: low, marks: below }, above: { at: high, marks: above } });
}

/** The marks at the end of the line: of the point that is named there, else of the band that ends or begins there. */
function marksBeside(run: Run, band: PlacedBand, at: Exact, side: "low" | "high", dimension: Dimension): Exact | null {
  const others = bandsOf(run.rule).filter((b) => b !== band);
  const isAt = (end: { number: string; unit: string } | null): boolean =>
    end !== null && threshold(run, { number: end.number, unit: end.unit }, dimension).equals(at);
  const point = others.find(({ when }) => when.kind === "reached" && isAt(when.at));
  const endOf = (b: PlacedBand, end: "low" | "high"): Interval["low"] => intervalOf(b.when, run.better)?.[end] ?? null;
  // "达到60%得6分，60%-90%按插值法，60%以下不得分": at its lower end it is what reaching that end earns.
  const begins = others.find(
    (b) => isAward(b.then) && side === "low" && isAt(endOf(b, "low")) && endOf(b, "high") === null,
  );
  const beside = others.find((b) => isAt(endOf(b, side === "low" ? "high" : "low")));
  const found = point ?? begins ?? beside;
  return found === undefined ? null : marksOf(run, found.then);
}
