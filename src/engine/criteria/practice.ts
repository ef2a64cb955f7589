/** Criteria as one workbook applies them: under its conventions, and with the readings that a person has corrected. */

import { mishapOf } from "../mishap";
import { checkCriterion } from "./check";
import type { CriterionFinding } from "./check";
import type { Conventions } from "./conventions";
import { DEFAULT_CONVENTIONS, withConvention } from "./conventions";
import type { CorrectedReading, Corrections } from "./corrections";
import { correctionFor, NO_CORRECTIONS } from "./corrections";
import { say } from "./locale";
import type { CheckInput } from "./passes/pass";
import { pointsIn } from "./passes/points";
import { explainScore } from "./score";
import type { ExplainedScore, ScoreResult } from "./score";
import type { ScoreCase } from "./score-case";
import { asAssumption } from "./understood";
import type { Understood } from "./understood";
import type { Message } from "./scoring/messages";
import { gradeChoices } from "./scoring/general-rule";
import { readValue } from "./values";

export interface Practice {
  readonly conventions: Conventions;
  readonly corrections: Corrections;
}

/** Where nobody has decided anything. */
export const USUAL_PRACTICE: Practice = { conventions: DEFAULT_CONVENTIONS, corrections: NO_CORRECTIONS };

/** A case as it is applied: with the sentence and the conventions that count for it. */
export interface AppliedCase {
  readonly given: ScoreCase;
  readonly conventions: Conventions;
  /** The sentence that is applied. */
  readonly criterion: string;
  /** What a person has said of the sentence as written; null where nobody has. */
  readonly correction: CorrectedReading | null;
}

/** An answer with the sentence that was applied; `applied` are places in it. */
export interface PractisedScore extends ExplainedScore, Omit<AppliedCase, "given"> {}

/** What counts for a case. Where a person judges, that is the case as written: nothing else is applied. */
export function asApplied(given: ScoreCase, { conventions, corrections }: Practice): AppliedCase {
  const written = textOf(given.criterion);
  const correction = correctionFor(corrections, written);
  switch (correction?.kind) {
    case "text":
      return { given: { ...given, criterion: correction.text }, conventions, criterion: correction.text, correction };
    case "conventions":
      return { given, conventions: withOwn(conventions, correction.conventions), criterion: written, correction };
    default:
      return { given, conventions, criterion: written, correction };
  }
}

/**
 * Scores a case as the workbook has it. A correction is named among the assumptions, and the reading says that it is
 * one. Never throws: a case that breaks the reader is `unreadable`, and the others are none the worse.
 */
export function scoreInPractice(given: ScoreCase, practice: Practice): PractisedScore {
  const applied = asApplied(given, practice);
  try {
    return scored(given, applied);
  } catch (error) {
    const { given: _, ...how } = applied;
    const problem = say({ code: "mishap", mishap: mishapOf(error) });
    return { ...unreadable(given, problem), applied: [], otherwise: [], ...how };
  }
}

function unreadable(given: ScoreCase, problem: string): Pick<ExplainedScore, "result" | "reading" | "understood"> {
  const result: ScoreResult = {
    id: given.id ?? null,
    status: "unreadable",
    score: null,
    reading: "",
    steps: [],
    assumptions: [],
    problems: [problem],
    alternatives: [],
    question: null,
    choices: [],
  };
  return { result, reading: "", understood: [] };
}

function scored(given: ScoreCase, { given: applied, ...how }: AppliedCase): PractisedScore {
  const { correction } = how;
  if (correction === null) return { ...explainScore(applied, how.conventions), ...how };
  if (correction.kind === "judgement") return { ...judged(given), applied: [], otherwise: [], ...how };
  const explained = explainScore(applied, how.conventions);
  const { result, reading } = explained;
  const understood = [
    corrected(
      correction.kind === "text"
        ? { code: "assumption-corrected-text", text: correction.text }
        : { code: "assumption-corrected-conventions" },
    ),
    ...explained.understood,
  ];
  return {
    ...explained,
    ...how,
    understood,
    result: {
      ...result,
      reading: reading === "" ? "" : say({ code: "reading", words: reading, corrected: true }),
      assumptions: understood.map(asAssumption),
    },
  };
}

/**
 * `checkCriterion` for a workbook: what a person has corrected is checked as corrected, and what a person judges is in
 * order.
 */
export function checkInPractice(input: CheckInput, corrections: Corrections): readonly CriterionFinding[] {
  const correction = correctionFor(corrections, input.criterion);
  if (correction?.kind === "judgement") return [];
  if (correction?.kind !== "text") return checkCriterion(input);
  // A place in the corrected sentence is none in the text as written.
  return checkCriterion({ ...input, criterion: correction.text }).map((found) => ({
    ...found,
    span: { start: 0, end: input.criterion.length },
  }));
}

/** That a person has corrected the reading, as the first thing that a score rests on. */
function corrected(message: Message): Understood {
  return { convention: null, words: say(message) };
}

/** A name or value that this version does not know is passed over. */
function withOwn(conventions: Conventions, own: Readonly<Record<string, string>>): Conventions {
  return Object.entries(own).reduce(
    (chosen, [name, value]) => withConvention(chosen, `${name}=${value}`) ?? chosen,
    conventions,
  );
}

/** A case that a person has kept for themselves: the three grades, as for a qualitative indicator (财预〔2020〕10号). */
function judged(given: ScoreCase): Pick<ExplainedScore, "result" | "reading" | "understood"> {
  const reading = say({ code: "judgement" });
  const understood = [corrected({ code: "assumption-corrected-judgement" })];
  return { result: judgedResult(given, reading, understood), reading, understood };
}

function judgedResult(given: ScoreCase, reading: string, understood: readonly Understood[]): ScoreResult {
  const points = pointsIn(given.points);
  const base = {
    id: given.id ?? null,
    score: null,
    reading: say({ code: "reading", words: reading, corrected: true }),
    steps: [],
    assumptions: understood.map(asAssumption),
    alternatives: [],
  };
  if (points === null || points.lte(0)) return { ...base, ...incomplete("missing-points") };
  if (readValue(given.actual).kind === "missing") return { ...base, ...incomplete("missing-actual") };
  const choices = gradeChoices(points, "0.8", "0.6").map(({ label, min, max }) => ({
    label: say(label),
    min: Number(min),
    max: Number(max),
  }));
  return {
    ...base,
    status: "needs-judgement",
    problems: [],
    question: say({ code: "ask-corrected-to-judgement" }),
    choices,
  };
}

function incomplete(
  code: "missing-points" | "missing-actual",
): Pick<ScoreResult, "status" | "problems" | "question" | "choices"> {
  const what = say({ code });
  return { status: "incomplete", problems: [what], question: `${what}，请补充`, choices: [] };
}

function textOf(criterion: unknown): string {
  return typeof criterion === "string" ? criterion : typeof criterion === "number" ? String(criterion) : "";
}
