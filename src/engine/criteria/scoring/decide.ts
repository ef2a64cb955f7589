/** The answer of a case: every meaning of its sentence, and what must agree with itself tried both ways. */

import type { CompiledCriterion } from "../compile";
import type { Conventions } from "../conventions";
import { printPlain } from "../print";
import type { ScoreCase } from "../score-case";
import { attempt, named } from "./attempt";
import type { Outcome } from "./attempt";
import { namedMarks } from "./marks";
import { free } from "./measure";
import type { Message } from "./messages";
import { ask, choice, shown } from "./run";
import type { Answer } from "./run";
import { isRung } from "./rung";

/** The answer of every meaning the sentence has; where they differ, both are named. */
export function decide(compiled: CompiledCriterion, given: ScoreCase, conventions: Conventions): Outcome {
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

/**
 * Marks that differ from the 分值: scaled, literal, or asked where the text does not say that its best is all there is.
 */
function settleMarks(compiled: CompiledCriterion, given: ScoreCase, conventions: Conventions, first: Outcome): Outcome {
  const { run, answer } = first;
  if (!run.used.has("marks")) return first;
  const marks = namedMarks(compiled.rule);
  if (conventions.marks === "literal") return attempt(compiled, given, conventions, "literal");
  const settled = marks.isFull && !isRung(run);
  if (settled || answer.kind !== "score" || run.points === null || marks.best === null) return first;
  const literal = attempt(compiled, given, conventions, "literal");
  if (literal.answer.kind === "score" && literal.answer.value.equals(answer.value)) return first;
  const choices = [
    choice({ code: "choice-scaled" }, answer.value),
    ...(literal.answer.kind === "score" ? [choice({ code: "choice-literal" }, literal.answer.value)] : []),
  ];
  return { answer: ask({ code: "ask-marks", best: shown(marks.best), points: shown(run.points) }, choices), run };
}
