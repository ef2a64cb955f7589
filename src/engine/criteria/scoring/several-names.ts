/**
 * One threshold for several figures by name, each of which the cell gives: "报告率、及时率均为100%得6分，一项未达到扣3分" beside
 * "报告率100%，及时率98.6%"; "投诉办结率、回访满意率每项2分，低于95%的该项不得分".
 */

import { unitOf } from "../../language";
import { Exact } from "../exact";
import { countsCheckpoints } from "../rule/checkpoints";
import { bandsOf, isAward, stepsOf } from "../rule/rule";
import type { PlacedBand, PlacedStep, RuleStatement, Test } from "../rule/rule";
import { cellParts, partsByName, sameKind } from "./cell-parts";
import type { CellPart } from "./cell-parts";
import { testWords } from "./facts";
import { give } from "./give";
import { contains, intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { figureText } from "./met";
import type { Answer, Run } from "./run";
import { score, shown } from "./run";
import { bounded, cost } from "./times";

/** The answer of a rule on several figures by name; null for every other rule, or where the cell does not give each. */
export function severalNames(run: Run): Answer | null {
  const { actual } = run.figures;
  if (actual.kind === "missing" || run.points === null) return null;
  const parts = cellParts(run.cell);
  return parts.length < 2 ? null : (ofAll(run, parts) ?? ofEach(run, parts));
}

type OnInterval = Extract<Test, { kind: "interval" | "reached" }>;

const isMeasured = (when: Test): when is OnInterval => when.kind === "interval" || when.kind === "reached";

/** The names that a text lists, without what is said of all of them; none where it lists but one. */
function namesIn(text: string): readonly string[] {
  const names = text
    .replace(/\(.*\)$/u, "")
    .replace(/[均都]$/u, "")
    .split(/[、和]|及(?![时格])/u);
  return names.length > 1 && names.every((one) => one.length > 1) ? names : [];
}

/** How many of the figures lie in the interval; null where the cell does not give just one of each name. */
function metBy(run: Run, names: readonly string[], interval: Interval, parts: readonly CellPart[]): Exact | null {
  if (names.length === 0 || names.length !== parts.length) return null;
  const told = partsByName(
    parts,
    names.map((name) => ({ name, unit: interval.unit })),
  );
  if (told === null || told.some(({ quantity }) => !sameKind(quantity!.unit, interval.unit))) return null;
  const holds = told.map(({ quantity }) => {
    const { dimension, factor } = unitOf(quantity!.unit);
    const value = new Exact(quantity!.number).times(factor);
    return contains(run, interval, { kind: "value", of: "value", value, dimension, open: null });
  });
  return new Exact(holds.filter((one) => one === true).length);
}

const SAID: readonly RuleStatement["kind"][] = ["note", "total", "bounds"];

/** "均≥95%得满分": all of them earn it; how many are short is told by steps or by bands of their own. */
function ofAll(run: Run, parts: readonly CellPart[]): Answer | null {
  const [band, ...others] = bandsOf(run.rule).filter(({ when }) => isMeasured(when) && namesIn(when.name).length > 0);
  const steps = stepsOf(run.rule);
  const told = run.rule.statements.every(
    (s) => SAID.includes(s.kind) || s === band || (s.kind === "step" ? takesForEach(s) : isOfSome(s)),
  );
  if (band === undefined || others.length > 0 || steps.length > 1 || !told || !isAward(band.then)) return null;
  const names = namesIn((band.when as OnInterval).name);
  const met = metBy(run, names, intervalOf(band.when, "more")!, parts);
  if (met === null) return null;
  if (met.equals(names.length)) return give(run, band, null, null);
  const missed = new Exact(names.length).minus(met).toNumber();
  const some = bandsOf(run.rule).find((b) => b !== band && missedIn(b, names.length) === missed);
  if (some !== undefined) return give(run, some, null, null);
  const [step] = steps;
  return step === undefined ? null : taken(run, step, missed);
}

/** "一项未达到扣3分" for each of those that are short. */
function taken(run: Run, step: PlacedStep, missed: number): Answer | null {
  const each = cost(run, step.then);
  if (each === null) return null;
  const times = new Exact(missed).div(step.step.number).floor();
  const marks = bounded(run, step.bounds, run.points!, each.times(times));
  run.applied.push(step);
  run.steps.push({ code: "step-stated", actual: figureText(run), verdict: step.what, holds: true });
  run.steps.push({ code: "step-marks", outcome: "minus", marks: shown(marks) });
  return score(marks);
}

const takesForEach = (step: PlacedStep): boolean =>
  countsCheckpoints(step) && step.direction === "event" && ["minus", "minus-share"].includes(step.then.kind);

/** "有一率未达到", "三率均未达到". */
const SOME_MISSED =
  /^有?([一二两三四五六七八九\d])(?:率|项|个|方面|者|个指标|项指标)(?:均|都)?(?:未能?|没有?|不)(?:达到?|达标|符合)/u;

const isOfSome = (s: RuleStatement): boolean => s.kind === "band" && SOME_MISSED.test(testWords(s.when));

function missedIn({ when }: PlacedBand, listed: number): number | null {
  const told = SOME_MISSED.exec(testWords(when))?.[1];
  const number = told === undefined ? 0 : "一二三四五六七八九".indexOf(told.replace("两", "二")) + 1 || Number(told);
  return number > 0 && number <= listed ? number : null;
}

/** "投诉办结率、回访满意率每项2分，低于95%的该项不得分": each of them earns its own. */
function ofEach(run: Run, parts: readonly CellPart[]): Answer | null {
  const [step, more] = stepsOf(run.rule);
  const [band, other] = bandsOf(run.rule);
  const only = run.rule.statements.every((s) => SAID.includes(s.kind) || s === step || s === band);
  if (step === undefined || band === undefined || more !== undefined || other !== undefined || !only) return null;
  if (step.then.kind !== "points" || band.then.kind !== "nothing" || !isMeasured(band.when)) return null;
  const names = namesIn(step.what);
  const failed = metBy(run, names, intervalOf(band.when, "more")!, parts);
  const each = new Exact(step.then.points).times(run.factor);
  if (failed === null || !each.times(names.length).equals(run.points!)) return null;
  const marks = each.times(new Exact(names.length).minus(failed));
  run.steps.push({ code: "step-marks", outcome: "points", marks: shown(marks) });
  return score(marks);
}
