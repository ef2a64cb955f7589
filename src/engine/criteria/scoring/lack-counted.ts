/**
 * An indicator that counts what lacks or came too late, of which there is to be none: what earns the marks in words is
 * so where there is none. "按时办结得满分，每超期1件扣0.2分" beside 4件 of 0件, "手续完备得2分；缺1份扣1分" beside 1份.
 */

import { unitOf } from "../../language";
import type { Exact } from "../exact";
import { bandsOf, isAward, stepsOf } from "../rule/rule";
import type { ScoreRule, Test } from "../rule/rule";
import type { Run } from "./run";
import { known } from "./truth-parts";
import type { Among, Truth } from "./truth-parts";

/** Whether an indicator is of what is missing: 缺项数, 漏报件数. */
export const countsWhatLacks = (name: string): boolean => /[缺漏欠]/u.test(name);

/** That nothing of it is missing. */
const COMPLETE = /(?:完[备整善]|齐[全备]|健全)$/u;

const isCount = (unit: string): boolean => unit !== "" && unitOf(unit).dimension === "count";

/** Whether the rule takes marks for so many that are late, or that lack. */
const takesFor = (rule: ScoreRule, way: "late" | "short"): boolean =>
  stepsOf(rule).some((s) => s.direction === way && isCount(s.step.unit) && !isAward(s.then)) ||
  bandsOf(rule).some(
    ({ when, then }) =>
      (when.kind === "interval" || when.kind === "reached") &&
      when.measure === (way === "late" ? "late" : "shortfall") &&
      isCount(when.kind === "reached" ? when.at.unit : ((when.low ?? when.high)?.unit ?? "")) &&
      !isAward(then),
  );

/** How many there are of what there is to be none of; null where that is not told. */
function countOfNone({ figures: { target, actual } }: Run): Exact | null {
  if (target.kind !== "number" || !target.value.isZero() || actual.kind !== "number" || actual.open !== null)
    return null;
  return actual.dimension === "count" || actual.dimension === "plain" ? actual.value : null;
}

/** Whether a test is so where nothing that the rule takes marks for has happened. */
const isBrokenByIt = ({ rule, name }: Run, test: Test): boolean =>
  (test.kind === "in-time" && test.holds && takesFor(rule, "late")) ||
  (test.kind === "fact" &&
    !test.denied &&
    COMPLETE.test(test.text) &&
    countsWhatLacks(name) &&
    takesFor(rule, "short"));

/** Whether what earns the marks is so by the count of what breaks it; null for every other test. */
export function byLack(run: Run, test: Test, { band, bands }: Among): Truth | null {
  if (!isAward(band.then) || bands.filter(({ then }) => isAward(then)).length !== 1) return null;
  const count = isBrokenByIt(run, test) ? countOfNone(run) : null;
  return count === null ? null : known(count.isZero());
}

/** "缺2份及以上" of 缺少份数, of which there are to be none: so many of them, and not so much less than none. */
export const countsLack = ({ name, figures: { target } }: Run, unit: string): boolean =>
  isCount(unit) && countsWhatLacks(name) && target.kind === "number" && target.value.isZero();
