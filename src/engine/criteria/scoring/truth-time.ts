/** Whether it was in time, where by how much is not asked. */

import type { Test } from "../rule/rule";
import { timeBeside } from "./beside";
import { choicesOf } from "./marks";
import { figureText, targetMet } from "./met";
import { ask, missing, use } from "./run";
import type { Run } from "./run";
import { states } from "./said-facts";
import { blocked, known, ofAnswer } from "./truth-parts";
import type { Among, Truth } from "./truth-parts";

export function ofTime(run: Run, test: Extract<Test, { kind: "in-time" }>, among: Among): Truth {
  const { actual } = run.figures;
  const beside = timeBeside(run, test);
  if (beside !== null) return known(beside);
  if (actual.kind === "text") {
    if (actual.time !== undefined) {
      const holds = (actual.time.way !== "late") === test.holds;
      run.steps.push({ code: "step-stated", actual: actual.text, verdict: test.text, holds });
      return known(holds);
    }
    const affirmed = states(actual.text, test.text);
    if (affirmed !== null && use(run, "stated-fact") === "accept") return known(affirmed === "affirms");
  }
  if (actual.kind === "missing") return blocked(missing({ code: "missing-actual" }));
  const question = ask(
    { code: "ask-verdict", verdict: test.text, actual: figureText(run) },
    choicesOf(run, among.band.then, test.text),
  );
  const open: Truth = { kind: "open", key: "in-time", holds: test.holds, answer: question };
  if (!isTimed(run, among) || use(run, "verdict-by-target") === "ask") return open;
  return ofAnswer(targetMet(run), test.holds, "in-time");
}

/** Whether target and actual tell of the time. */
function isTimed(run: Run, { band, joined }: Among): boolean {
  const { actual, target } = run.figures;
  if (target.kind === "date") return actual.kind === "date";
  if (target.kind !== "number" || actual.kind !== "number") return false;
  if (["days", "months", "hours"].includes(target.dimension)) return true;
  return target.dimension === "rate" && band.role !== "extra" && (!joined || isOfTime(run));
}

/** A rate of what was in time tells of it; any other has it as a condition of its own. */
const isOfTime = ({ name }: Run): boolean => /及时|按时|按期|如期|准时|准点/u.test(name);
