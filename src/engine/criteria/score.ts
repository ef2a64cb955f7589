/** `score`: one case in, the contract's answer out. */

import { originalSpan } from "../language";
import type { Span } from "../language";
import { compileCriterion } from "./compile";
import type { CompiledCriterion } from "./compile";
import { CONVENTIONS, DEFAULT_CONVENTIONS } from "./conventions";
import type { Conventions } from "./conventions";
import { Exact } from "./exact";
import { say } from "./locale";
import { checkCompiled } from "./passes";
import { sayDiagnostic } from "./passes/locale";
import { readingOf } from "./reading";
import { text, type ScoreCase } from "./score-case";
import type { Outcome } from "./scoring/attempt";
import { decide } from "./scoring/decide";
import { countedOfSeveral } from "./scoring/of-several";
import type { Choice } from "./scoring/messages";
import { shown } from "./scoring/run";
import type { Answer, Run } from "./scoring/run";
import { asAssumption, understoodBy } from "./understood";
import type { Understood } from "./understood";

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

/**
 * Scores one case. `scored` only where criterion and data determine the marks under the named conventions; nothing is
 * guessed. Rounds once, half up, to two decimals (财预〔2020〕10号 leaves rounding open; the offices write two decimals).
 */
export function score(given: ScoreCase, conventions: Conventions = DEFAULT_CONVENTIONS): ScoreResult {
  return explainScore(given, conventions).result;
}

/** `score`, with the clauses that applied, for whoever shows the text. No clauses where there is no score. */
export function explainScore(written: ScoreCase, conventions: Conventions = DEFAULT_CONVENTIONS): ExplainedScore {
  const compiled = compiledOnce(text(written.criterion));
  const given = countedOfSeveral(compiled.rule, written);
  const outcome = decide(compiled, given, conventions);
  const { answer, run } = outcome;
  const status = statusOf(compiled, answer);
  const reading = readingFor(compiled, answer);
  const problems = problemsOf(compiled, given, outcome, status);
  const scored = answer.kind === "score" ? roundedAs(compiled, answer.value) : null;
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
  return answer.kind === "score" ? rounded(roundedAs(compiled, answer.value)) : null;
}

/** A score to as many places as the text says; to two, at the very end, where it says nothing. */
function roundedAs({ rule }: CompiledCriterion, value: Exact): Exact {
  const [decimals] = rule.statements.flatMap((s) =>
    s.kind === "note" && s.decimals !== undefined ? [s.decimals] : [],
  );
  return decimals === undefined ? value : value.toDecimalPlaces(decimals, Exact.ROUND_HALF_UP);
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
