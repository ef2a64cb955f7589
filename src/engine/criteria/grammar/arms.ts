/** A condition with what it gives, and a step with what it takes: which of them go together. */

import type { Clause, Condition, Limit, Outcome, StepClause } from "../tree";
import { percentShare } from "./build";
import { unitOf } from "../../language";

const AWARDS: readonly Outcome["kind"][] = [
  "full",
  "points",
  "share",
  "nothing",
  "minus",
  "minus-share",
  "plus",
  "proportion",
  "discretion",
  "either",
  "formula",
  "points-between",
  "share-between",
  "interpolation",
];

export function arm(when: Condition | null, then: Outcome, words: string): Clause | null {
  void words;
  if (!AWARDS.includes(then.kind)) return null;
  // What each costs is a step; before a formula a noun is the name of what is worked out, no condition.
  if (when !== null && holdsEach(when) && !["full", "share"].includes(then.kind)) return null;
  if (when?.kind === "fact" && !when.denied && ["formula", "interpolation"].includes(then.kind)) return null;
  // "不足10%按10%计" tells how a part of a step counts.
  if (/^不足.*不扣分?$/u.test(words)) return null;
  // "超过100%的按100%计" bounds, and "农户满意度（10分）：" heads.
  if (when?.kind === "range" && then.kind === "full" && /[按以取]100%|取1$/u.test(words)) return null;
  if (when?.kind === "fact" && /、.*各/u.test(words)) return null;
  if (when?.kind === "fact" && /,满分(?:为)?[\d.]+分$/u.test(words)) return null;
  if (when?.kind === "fact" && /[率度]\([\d.]+分\)$/u.test(words)) return null;
  // One of something that costs marks is a step, be it without 每.
  if (
    when?.kind === "bare" &&
    when.at.number === "1" &&
    ["count", "days", "months", "hours"].includes(unitOf(when.at.unit).dimension) &&
    (then.kind === "minus" || then.kind === "minus-share")
  )
    return null;
  if (
    when?.kind === "range" &&
    then.kind === "share" &&
    when.high !== null &&
    when.low === null &&
    percentShare(when.high.at.number) === then.share
  )
    return null;
  return { kind: "arm", when, then, limit: null };
}

/** "每少1次" with what it costs is a step; as a condition it could only earn. */
function holdsEach(when: Condition): boolean {
  return when.kind === "each" || ((when.kind === "all" || when.kind === "any") && when.of.some(holdsEach));
}

export function step(when: Condition | null, count: StepClause, then: Outcome, limit: Limit | null): Clause | null {
  if (["formula", "points-between", "share-between", "interpolation"].includes(then.kind)) return null;
  // So many percent that nothing says which way are no occurrences.
  const facts = when === null ? false : when.kind === "all" || when.kind === "fact";
  if (facts && count.direction === "event" && count.what === "" && unitOf(count.step.unit).dimension === "rate")
    return null;
  // Without 每, an award for one of something is a band of its own.
  if (!count.each && !["minus", "minus-share", "nothing", "discretion"].includes(then.kind)) return null;
  return { kind: "step", when, count, then, limit };
}

/** What can stand alone, because steps or other bands tell what less of it costs. */
export function requires(when: Condition): boolean {
  switch (when.kind) {
    case "range":
    case "bare":
    case "target":
    case "date":
    case "in-time":
    case "each":
      return true;
    case "all":
      return when.of.every(requires);
    default:
      return false;
  }
}
