/** `score`: one case in, the contract's answer out. */

import { compileCriterion } from "./compile";
import type { CompiledCriterion } from "./compile";
import { CONVENTIONS, DEFAULT_CONVENTIONS } from "./conventions";
import type { ConventionName, Conventions } from "./conventions";
import { say } from "./locale";
import { printPlain } from "./print";
import { readingOf } from "./reading";
import { asAssumption, understoodBy } from "./understood";
import type { Understood } from "./understood";
import { checkCompiled } from "./passes";
import { sayDiagnostic } from "./passes/locale";
import { directionOfType, typeContradictsMeaning } from "./scoring/direction";
import { evaluate } from "./scoring/evaluate";
import { resolveFigures } from "./scoring/figures";
import type { Figures } from "./scoring/figures";
import { byGeneralRule } from "./scoring/general-rule";
import { namedMarks, within } from "./scoring/marks";
import type { Choice, Message } from "./scoring/messages";
import { deviationsIn, ratesIn, savingsIn } from "./scoring/thresholds";

import { free } from "./scoring/measure";
import { impossible } from "./scoring/possible";
import { ask, choice, missing, shown } from "./scoring/run";
import type { Answer, Run } from "./scoring/run";
import { originalSpan } from "../language";
import type { Span } from "../language";
import { Exact } from "./exact";
import { pointsIn } from "./passes/points";

/** One indicator as the tables give it; every value may be a number or the text of a cell. */
export interface ScoreCase {
  readonly id?: unknown;
  readonly criterion?: unknown;
  readonly target?: unknown;
  readonly unit?: unknown;
  readonly type?: unknown;
  readonly actual?: unknown;
  readonly points?: unknown;
  readonly indicator?: unknown;
}

export type ScoreStatus = "scored" | "needs-judgement" | "unreadable" | "incomplete";

/** The answer, in the shape of the command line's contract. Marks are numbers with at most two decimals. */
export interface ScoreResult {
  readonly id: unknown;
  readonly status: ScoreStatus;
  readonly score: number | null;
  readonly reading: string;
  readonly steps: readonly string[];
  readonly assumptions: readonly string[];
  readonly problems: readonly string[];
  readonly alternatives: readonly { readonly assumption: string; readonly score: number }[];
  readonly question: string | null;
  readonly choices: readonly { readonly label: string; readonly min: number; readonly max: number }[];
}

/** An answer with what its sentences were made of. */
export interface ExplainedScore {
  readonly result: ScoreResult;
  /** The clauses of the criterion that spoke for the case, as places in the text as written. */
  readonly applied: readonly Span[];
  /** The reading by itself; empty where there is none. */
  readonly reading: string;
  /** What the score rests on, as the assumptions say it. */
  readonly understood: readonly Understood[];
  /** What another value of a convention would give, as the alternatives say it. */
  readonly otherwise: readonly (Understood & { readonly score: number })[];
}

/** What one set of conventions makes of a case. */
interface Outcome {
  readonly answer: Answer;
  readonly run: Run;
}

/**
 * Scores one case. `scored` only where criterion and data determine the marks under the named conventions; nothing is
 * guessed. Rounds once, half up, to two decimals (财预〔2020〕10号 leaves rounding open; the offices write two decimals).
 */
export function score(given: ScoreCase, conventions: Conventions = DEFAULT_CONVENTIONS): ScoreResult {
  return explainScore(given, conventions).result;
}

/** `score`, with the clauses that applied, for whoever shows the text. No clauses where there is no score. */
export function explainScore(given: ScoreCase, conventions: Conventions = DEFAULT_CONVENTIONS): ExplainedScore {
  const compiled = compiledOnce(text(given.criterion));
  const outcome = decide(compiled, given, conventions);
  const { answer, run } = outcome;
  const status = statusOf(compiled, answer);
  const reading = readingFor(compiled, answer);
  const problems = problemsOf(compiled, given, outcome, status);
  const scored = answer.kind === "score" ? answer.value : null;
  const understood = understoodIn(run, scored);
  if (scored !== null) closing(run, scored);
  const otherwise = scored === null ? [] : alternatives(compiled, given, conventions, run, scored);
  const stands = status === "unreadable" ? [] : understood;
  const result: ScoreResult = {
    id: given.id ?? null,
    status,
    score: scored === null ? null : rounded(scored),
    reading: reading === "" ? "" : say({ code: "reading", words: reading, corrected: false }),
    steps: status === "scored" || status === "needs-judgement" ? [...new Set(run.steps.map(say))] : [],
    assumptions: stands.map(asAssumption),
    problems,
    alternatives: otherwise.map((other) => ({ assumption: asAssumption(other), score: other.score })),
    question: questionOf(answer, status),
    choices: answer.kind === "ask" ? merged(answer.choices) : [],
  };
  const applied = answer.kind === "score" ? clausesOf(compiled, run) : [];
  return { result, applied, reading, understood: stands, otherwise };
}

/** The criterion as it was read; that the general rule holds where it says nothing. */
function readingFor(compiled: CompiledCriterion, answer: Answer): string {
  if (compiled.state === "rule") return readingOf(compiled);
  return compiled.state === "empty" && answer.kind !== "missing" ? say({ code: "general-rule" }) : "";
}

/** What is wrong with the sentence, with the case, and why there is no score; each once. */
function problemsOf(
  compiled: CompiledCriterion,
  given: ScoreCase,
  { answer, run }: Outcome,
  status: ScoreStatus,
): readonly string[] {
  const problems = [
    ...checkCompiled(compiled, {
      criterion: text(given.criterion),
      target: given.target,
      unit: text(given.unit),
      type: text(given.type),
      points: given.points,
      indicator: text(given.indicator),
    }).map(sayDiagnostic),
    ...run.problems.map(say),
  ];
  if (answer.kind === "missing" && status === "incomplete") problems.push(say(answer.what));
  if (status === "unreadable") problems.push(say({ code: compiled.state === "half" ? "half-rule" : "no-rule" }));
  return [...new Set(problems)];
}

/** The conventions that were leaned on, and that marks were rounded. */
function understoodIn(run: Run, scored: Exact | null): readonly Understood[] {
  const understood: Understood[] = [...run.used].map(([name, value]) => understoodBy({ name, value }));
  if (scored !== null && !scored.toDecimalPlaces(2).equals(scored))
    understood.push({ convention: null, words: say({ code: "assumption-rounding" }) });
  return understood;
}

function questionOf(answer: Answer, status: ScoreStatus): string | null {
  if (answer.kind === "ask") return say(answer.question);
  return status === "incomplete" && answer.kind === "missing" ? `${say(answer.what)}，请补充` : null;
}

/** The same sentence stands in many rows, and is asked again after every edit. */
const compiledBy = new Map<string, CompiledCriterion>();
/** At most so many sentences are kept. */
const MOST_KEPT = 2000;

function compiledOnce(criterion: string): CompiledCriterion {
  const known = compiledBy.get(criterion);
  if (known !== undefined) return known;
  const compiled = compileCriterion(criterion);
  if (compiledBy.size >= MOST_KEPT) compiledBy.clear();
  compiledBy.set(criterion, compiled);
  return compiled;
}

/**
 * Only the marks, by a criterion that has been compiled already: for whoever asks many times over. Null where there is
 * no score.
 */
export function marksOf(compiled: CompiledCriterion, given: ScoreCase, conventions: Conventions): number | null {
  const { answer } = decide(compiled, given, conventions);
  return answer.kind === "score" ? rounded(answer.value) : null;
}

/** The last step says the score, unless the step before it has just said so. */
function closing(run: Run, scored: Exact): void {
  const last = run.steps.at(-1);
  const marks = shown(scored);
  if (last?.code === "step-marks" && last.marks === marks) return;
  run.steps.push({ code: "step-score", marks });
}

function clausesOf(compiled: CompiledCriterion, run: Run): readonly Span[] {
  return run.rule.statements.filter((s) => run.applied.includes(s)).map((s) => originalSpan(compiled.source, s.span));
}

function statusOf(compiled: CompiledCriterion, answer: Answer): ScoreStatus {
  if (compiled.state === "none" || compiled.state === "half") return "unreadable";
  return answer.kind === "score" ? "scored" : answer.kind === "ask" ? "needs-judgement" : "incomplete";
}

/**
 * What the indicator is called; where no name is given, what the criterion speaks of, without what it says of leaving
 * it undone.
 */
function nameOf(given: ScoreCase): string {
  const name = text(given.indicator);
  return name === "" ? text(given.criterion).replace(/未(?:按[^，。；,;]{0,6})?(?:能)?完成/gu, "") : name;
}

function text(value: unknown): string {
  return value === null || value === undefined
    ? ""
    : typeof value === "string"
      ? value
      : typeof value === "number"
        ? String(value)
        : "";
}

function rounded(value: Exact): number {
  return value.toDecimalPlaces(2, Exact.ROUND_HALF_UP).toNumber();
}

function merged(choices: readonly Choice[]): ScoreResult["choices"] {
  const seen = new Map<string, { label: string; min: number; max: number }>();
  for (const one of choices) {
    const label = say(one.label);
    const key = `${label}|${one.min}|${one.max}`;
    if (!seen.has(key)) seen.set(key, { label, min: Number(one.min), max: Number(one.max) });
  }
  return [...seen.values()];
}

/** Every other value of a convention that was leaned on, where it gives another score. */
function alternatives(
  compiled: CompiledCriterion,
  given: ScoreCase,
  conventions: Conventions,
  run: Run,
  scored: Exact,
): ExplainedScore["otherwise"] {
  const others: (Understood & { readonly score: number })[] = [];
  for (const [name, value] of run.used) {
    for (const other of CONVENTIONS[name] as readonly string[]) {
      if (other === value) continue;
      const { answer } = decide(compiled, given, { ...conventions, [name]: other });
      if (answer.kind === "score" && rounded(answer.value) !== rounded(scored))
        others.push({ ...understoodBy({ name, value: other }), score: rounded(answer.value) });
    }
  }
  return others;
}

/** The answer of every meaning the sentence has; where they differ, both are named. */
function decide(compiled: CompiledCriterion, given: ScoreCase, conventions: Conventions): Outcome {
  const outcomes = compiled.rules.map((rule) => decideRule({ ...compiled, rule }, given, conventions));
  const first = outcomes[0]!;
  if (outcomes.length === 1 || outcomes.every((o) => sameAnswer(o.answer, first.answer))) return first;
  const readings = compiled.rules.map((rule, at) => `${at + 1}. ${printPlain(rule)}`).join("；");
  const choices = outcomes.flatMap((o, at) => named(o, { code: "choice", label: printPlain(compiled.rules[at]!) }));
  if (outcomes.every((o) => o.answer.kind === "missing")) return first;
  return {
    answer: ask({ code: "ask-readings", readings }, choices.length === 0 ? free(first.run) : choices),
    run: { ...first.run, steps: [] },
  };
}

function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.kind === "score" && b.kind === "score") return a.value.equals(b.value);
  return a.kind === b.kind && a.kind !== "score";
}

/** The answer under the conventions, with the two that must agree with themselves tried both ways. */
function decideRule(compiled: CompiledCriterion, given: ScoreCase, conventions: Conventions): Outcome {
  const first = attempt(compiled, given, conventions, "scaled");
  const scaled = settleMarks(compiled, given, conventions, first);
  if (conventions["completion-of-at-most"] !== "both-agree" || !first.run.used.has("completion-of-at-most"))
    return scaled;
  const met = decideRule(compiled, given, { ...conventions, "completion-of-at-most": "met" });
  const ratio = decideRule(compiled, given, { ...conventions, "completion-of-at-most": "ratio" });
  if (met.answer.kind === "score" && ratio.answer.kind === "score" && met.answer.value.equals(ratio.answer.value)) {
    ratio.run.used.set("completion-of-at-most", "both-agree");
    return ratio;
  }
  if (ratio.answer.kind === "missing") return ratio;
  const choices = [...named(met, { code: "choice-by-met" }), ...named(ratio, { code: "choice-by-ratio" })];
  const { target, actual } = first.run.figures;
  const question: Message = {
    code: "ask-completion",
    target: target.kind === "missing" ? "" : target.text,
    actual: actual.kind === "missing" ? "" : actual.text,
  };
  return { answer: ask(question, choices), run: { ...first.run, steps: ratio.run.steps } };
}

function named(outcome: Outcome, label: Message): readonly Choice[] {
  const { answer } = outcome;
  if (answer.kind === "score") return [choice(label, answer.value)];
  return answer.kind === "ask" ? answer.choices : [];
}

/**
 * Marks that differ from the 分值: scaled, literal, or asked where the text does not say that its best is all there is.
 */
function settleMarks(compiled: CompiledCriterion, given: ScoreCase, conventions: Conventions, first: Outcome): Outcome {
  const { run, answer } = first;
  if (!run.used.has("marks")) return first;
  const marks = namedMarks(compiled.rule);
  if (conventions.marks === "literal") return attempt(compiled, given, conventions, "literal");
  if (marks.isFull || answer.kind !== "score" || run.points === null || marks.best === null) return first;
  const literal = attempt(compiled, given, conventions, "literal");
  if (literal.answer.kind === "score" && literal.answer.value.equals(answer.value)) return first;
  const choices = [
    choice({ code: "choice-scaled" }, answer.value),
    ...(literal.answer.kind === "score" ? [choice({ code: "choice-literal" }, literal.answer.value)] : []),
  ];
  return { answer: ask({ code: "ask-marks", best: shown(marks.best), points: shown(run.points) }, choices), run };
}

function attempt(
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
  const figures = resolveFigures(
    {
      target: given.target,
      actual: given.actual,
      unit: text(given.unit),
      type: text(given.type),
      indicator: text(given.indicator),
      rates,
    },
    use,
  );
  const { own, points, factor } = pointsOf(compiled, given, how, use);
  const meaning = meaningOf(given, figures);
  const better =
    compiled.better ?? directionOfType(meaning, needsDirection(figures) ? use : (name) => conventions[name]);
  const run: Run = {
    conventions,
    rule: compiled.rule,
    figures,
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
  if (own !== null && own.lte(0)) {
    run.problems.push({ code: "points-not-positive", points: own.toString() });
    if (own.lt(0)) return { answer: missing({ code: "missing-points" }), run };
  }
  noteFarAbove(run);
  if (compiled.better === null && typeContradictsMeaning(meaning) && differs(figures))
    return contradicted(compiled, run, text(given.type));
  return { answer: answerOf(compiled, run), run };
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
  if (more.answer.kind === "score" && less.answer.kind === "score" && more.answer.value.equals(less.answer.value))
    return more;
  if (more.answer.kind === "missing") return more;
  if (more.run.used.has("completion-of-at-most") || less.run.used.has("completion-of-at-most")) return less;
  const choices = [...named(more, { code: "choice-at-least" }), ...named(less, { code: "choice-at-most" })];
  return { answer: ask({ code: "ask-type", type }, choices), run };
}

function differs(figures: Figures): boolean {
  return (
    figures.target.kind === "number" &&
    figures.actual.kind === "number" &&
    !figures.target.value.equals(figures.actual.value)
  );
}

/** Without a type the direction is an assumption only where target and actual differ. */
function needsDirection(figures: Figures): boolean {
  return differs(figures);
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
