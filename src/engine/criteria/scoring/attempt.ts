/** One case under one rule and one set of conventions. */

import { unitOf } from "../../language";
import type { CompiledCriterion } from "../compile";
import type { ConventionName, Conventions } from "../conventions";
import { Exact } from "../exact";
import { pointsIn } from "../passes/points";
import { bandsOf, stepsOf } from "../rule/rule";
import { text, type ScoreCase } from "../score-case";
import { withBeside } from "./beside";
import { withCountedRegions } from "./counted-region";
import { directionOfType, typeContradictsMeaning } from "./direction";
import { evaluate } from "./evaluate";
import { resolveFigures } from "./figures";
import type { Figures } from "./figures";
import { byGeneralRule } from "./general-rule";
import { namedMarks, within } from "./marks";
import type { Choice, Message } from "./messages";
import { countsUndone, withOwnCounts } from "./own-counts";
import { withOverruns, withOwnShares } from "./own-share";
import { partForKind } from "./part-for-kind";
import { impossible } from "./possible";
import { ask, choice, missing } from "./run";
import type { Answer, Run } from "./run";
import { deviationsIn, ratesIn, savingsIn } from "./thresholds";

/** What one set of conventions makes of a case. */
export interface Outcome {
  readonly answer: Answer;
  readonly run: Run;
}

/** What an outcome offers to choose, a score under the given label. */
export function named(outcome: Outcome, label: Message): readonly Choice[] {
  const { answer } = outcome;
  if (answer.kind === "score") return [choice(label, answer.value)];
  return answer.kind === "ask" ? answer.choices : [];
}

/** The answer of one rule under one set of conventions; `how` marks of the text count where the 分值 differs. */
export function attempt(
  compiled: CompiledCriterion,
  given: ScoreCase,
  conventions: Conventions,
  how: "scaled" | "literal",
): Outcome {
  const used = new Map<ConventionName, string>();
  const use = (name: ConventionName): string => {
    used.set(name, conventions[name]);
    return conventions[name];
  };
  const rates = ratesIn(compiled.rule);
  const resolve = (actual: unknown): Figures =>
    resolveFigures(
      {
        target: given.target,
        actual,
        unit: text(given.unit),
        type: text(given.type),
        indicator: text(given.indicator),
        rates,
      },
      use,
    );
  const resolved = resolve(given.actual);
  const counted = withCountedRegions(partForKind(compiled.rule, resolved.target));
  const name = text(given.indicator);
  const rule = withOwnCounts(withOwnShares(withOverruns(counted), resolved, name), resolved, name);
  const figures = speaksOfSize(compiled) ? withoutSign(resolved) : resolved;
  const { own, points, factor } = pointsOf(compiled, given, how, use);
  const meaning = meaningOf(given, figures);
  const better =
    (countsUndone(counted, resolved, name) ? "less" : compiled.better) ??
    (isLateness(compiled, figures, text(given.indicator)) ? "less" : null) ??
    directionOfType(meaning, differs(figures) ? use : (name) => conventions[name]);
  const plain: Run = {
    conventions,
    rule,
    figures,
    cell: figures.actual.kind === "missing" ? "" : figures.actual.text,
    points,
    factor,
    better,
    sign: figures.sign,
    indicator: meaning.indicator,
    name: text(given.indicator),
    rates,
    deviations: deviationsIn(compiled.rule),
    savings: savingsIn(compiled.rule),
    used,
    steps: [],
    applied: [],
    problems: [],
  };
  const run = withBeside(plain, resolve);
  if (own !== null && own.lte(0)) {
    run.problems.push({ code: "points-not-positive", points: own.toString() });
    if (own.lt(0)) return { answer: missing({ code: "missing-points" }), run };
  }
  noteFarAbove(run);
  if (compiled.better === null && typeContradictsMeaning(meaning) && differs(figures))
    return contradicted(compiled, run, text(given.type));
  return { answer: answerOf(compiled, run), run };
}

/** When, or within how long: each month or day later costs marks, so that the earlier is the better. */
const isLateness = ({ rule }: CompiledCriterion, { target, sign }: Figures, name: string): boolean =>
  sign === null &&
  /(?:时间|时限|工期|周期|期限|日期|耗时)$/u.test(name) &&
  target.kind === "number" &&
  ["months", "days", "hours"].includes(target.dimension) &&
  stepsOf(rule).some(({ direction, step }) => direction === "late" && unitOf(step.unit).dimension === target.dimension);

/** Whether the bands are on the size of the figure, whichever way it goes: "调整率绝对值≤5%". */
const speaksOfSize = ({ rule }: CompiledCriterion): boolean =>
  bandsOf(rule).some(
    ({ when }) => (when.kind === "interval" || when.kind === "reached") && when.name.includes("绝对值"),
  );

function withoutSign(figures: Figures): Figures {
  const { actual } = figures;
  return actual.kind === "number" ? { ...figures, actual: { ...actual, value: actual.value.abs() } } : figures;
}

/** The marks of the indicator, and by what those of the text are multiplied where it names others. */
function pointsOf(
  compiled: CompiledCriterion,
  given: ScoreCase,
  how: "scaled" | "literal",
  use: (name: ConventionName) => string,
): { readonly own: Exact | null; readonly points: Exact | null; readonly factor: Exact } {
  const marks = namedMarks(compiled.rule);
  const own = pointsIn(given.points);
  const points = own ?? (marks.total !== null || marks.best !== null ? fromText(marks, use) : null);
  // "共5分，每少1个扣0.5分": the whole is told, and nothing else.
  const best = marks.best ?? marks.total;
  const mismatch = own !== null && best !== null && !best.equals(own) && !marks.unnamedFull;
  const factor = mismatch && how === "scaled" ? Exact.div(own, best) : new Exact(1);
  if (mismatch) use("marks");
  return { own, points, factor };
}

/** What tells which way is better where the text does not. */
function meaningOf(given: ScoreCase, { sign, target }: Figures): Parameters<typeof directionOfType>[0] {
  return {
    sign,
    indicator: nameOf(given),
    targetIsZero: target.kind === "number" && target.value.isZero(),
    dimension: target.kind === "number" || target.kind === "range" ? target.dimension : null,
  };
}

/**
 * What the indicator is called; where no name is given, what the criterion speaks of, without what it says of leaving
 * it undone.
 */
function nameOf(given: ScoreCase): string {
  const name = text(given.indicator);
  return name === "" ? text(given.criterion).replace(/未(?:按[^，。；,;]{0,6})?(?:能)?完成/gu, "") : name;
}

function answerOf(compiled: CompiledCriterion, run: Run): Answer {
  if (compiled.state === "none" || compiled.state === "half") return missing({ code: "no-rule" });
  const odd = impossible(run);
  if (odd !== null) return odd;
  const answer = compiled.state === "empty" ? byGeneralRule(run) : evaluate(run);
  return answer.kind === "score" ? { kind: "score", value: within(run, answer.value) } : answer;
}

/** A type that contradicts the meaning: scored only where a person has said which holds, or both give the same. */
function contradicted(compiled: CompiledCriterion, run: Run, type: string): Outcome {
  const how = run.conventions["type-contradicts"];
  run.used.set("type-contradicts", how);
  const as = (better: "more" | "less"): Outcome => {
    const own: Run = {
      ...run,
      better,
      sign: better === "more" ? "≥" : "≤",
      steps: [],
      applied: [],
      used: new Map(run.used),
    };
    return { answer: answerOf(compiled, own), run: own };
  };
  if (how !== "ask") return as(how === "at-least" ? "more" : "less");
  const [more, less] = [as("more"), as("less")];
  // Of what should be at most the target, completion has two readings: they are tried before anything is settled.
  if (less.run.used.has("completion-of-at-most")) return less;
  if (more.answer.kind === "score" && less.answer.kind === "score" && more.answer.value.equals(less.answer.value))
    return more;
  if (more.answer.kind === "missing") return more;
  const choices = [...named(more, { code: "choice-at-least" }), ...named(less, { code: "choice-at-most" })];
  return { answer: ask({ code: "ask-type", type }, choices), run };
}

/** Whether which way is better matters: target and actual are not the same. */
function differs(figures: Figures): boolean {
  return (
    figures.target.kind === "number" &&
    figures.actual.kind === "number" &&
    !figures.target.value.equals(figures.actual.value)
  );
}

function fromText(marks: ReturnType<typeof namedMarks>, use: (name: ConventionName) => string): Exact | null {
  if (marks.total !== null && marks.best !== null && !marks.total.equals(marks.best) && !marks.unnamedFull) return null;
  const full = marks.total ?? (marks.unnamedFull ? null : marks.best);
  return full === null || use("points-from-text") === "ask" ? null : full;
}

/** Far above the target: a reason is asked for; only a person deducts for it. */
function noteFarAbove(run: Run): void {
  const { target, actual } = run.figures;
  if (
    target.kind !== "number" ||
    actual.kind !== "number" ||
    target.value.lte(0) ||
    run.better === "less" ||
    target.dimension !== actual.dimension
  )
    return;
  const ratio = actual.value.div(target.value).times(100);
  if (ratio.gt(run.conventions["far-above"]))
    run.problems.push({
      code: "far-above",
      ratio: `${ratio.toDecimalPlaces(2).toString()}%`,
      limit: `${run.conventions["far-above"]}%`,
    });
}
