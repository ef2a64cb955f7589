/** Which of the happenings that a rule names the cell says has happened, and how often: "发生1起一般事故", "漏报2次". */

import { normaliseText, tokenise, unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf, stepsOf } from "../rule/rule";
import type { StepRule } from "../rule/rule";
import { comparableUnits } from "./count";
import { factsIn } from "./facts";
import type { Fact } from "./facts";
import type { Run } from "./run";
import { use } from "./run";

/** Words of a happening without what only says that it is there, how often, and from which grade on. */
function named(text: string): string {
  return tokenise(text)
    .filter(({ classes }) => !classes.has("event") && !classes.has("quantity") && !classes.has("per"))
    .map(({ word }) => word)
    .join("")
    .replace(/(?:及以上|以上|等|情况|现象|问题)/gu, "");
}

interface Told {
  readonly words: string;
  readonly times: Exact;
  readonly unit: string;
}

/** The one number of times that the cell tells, with the words beside it; null where it tells none or more. */
function told(run: Run): Told | null {
  const { actual } = run.figures;
  if (actual.kind !== "text" && actual.kind !== "number") return null;
  const text = normaliseText(actual.text).text;
  const counted = tokenise(text).flatMap(({ classes }) => {
    const quantity = classes.get("quantity");
    return quantity === undefined ? [] : [quantity];
  });
  const [only] = counted;
  if (only === undefined || counted.length > 1) return null;
  const unit = String(only.unit);
  if (!["count", "plain"].includes(unitOf(unit).dimension)) return null;
  return { words: named(text), times: new Exact(String(only.number)), unit };
}

/** How often the words of the cell say that what the step counts has happened; null where they do not say it. */
export function saidTimes(run: Run, step: StepRule): Exact | null {
  const said = told(run);
  if (said === null || said.words === "" || !comparableUnits(said.unit, step.step.unit)) return null;
  if (step.direction === "late" && unitOf(step.step.unit).dimension === "count" && isDelay(said.words))
    return said.times;
  const what = named(step.what);
  if (step.what === "" || what === "") return null;
  if (what === said.words) return said.times;
  // "市级通报" beside "被市级通报", where no other step ends in it too.
  const alike = stepsOf(run.rule).filter((other) => named(other.what).endsWith(said.words));
  return alike.length === 1 && alike[0] === step && said.words.length >= 2 ? said.times : null;
}

/** Words that only say that it was late. */
const isDelay = (words: string): boolean =>
  tokenise(words).some(({ classes }) => classes.has("late") || classes.get("way")?.way === "late") ||
  /^(?:迟报|迟交|晚报|晚交|迟发)$/u.test(words);

/**
 * Whether a fact that tells of a happening is so, where the cell names one of the happenings of the rule and how often:
 * that one has happened, any other has not. Null where it names none of them.
 */
export function saidToHappen(run: Run, fact: Fact): boolean | null {
  const said = fact.sort === "event" ? told(run) : null;
  if (said === null || said.words.length < 2) return null;
  const own = named(fact.text) === said.words;
  const known =
    own ||
    stepsOf(run.rule).some((step) => saidTimes(run, step) !== null) ||
    bandsOf(run.rule).some((band) => factsIn(band.when).some((other) => named(other.text) === said.words));
  if (!known || use(run, "stated-fact") !== "accept") return null;
  return own && said.times.gt(0);
}

/** Whether the cell names, with how often, a happening of the rule other than the step's. */
export function saidOfAnother(run: Run, step: StepRule): boolean {
  const others = stepsOf(run.rule).filter((other) => other !== step && saidTimes(run, other) !== null);
  return others.length > 0 && saidTimes(run, step) === null && use(run, "stated-fact") === "accept";
}
