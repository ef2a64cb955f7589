/** Whether all that a text gives marks for is a rung: "完成率80%得8分" of ten says nothing of who has done all of it. */

import { unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf, isAward, stepsOf } from "../rule/rule";
import type { End } from "../rule/rule";
import { intervalOf } from "./intervals";
import type { Run } from "./run";

/** A single award in numbers, for less than the target, with nothing that leads from it to all the marks. */
export function isRung(run: Run): boolean {
  const awards = bandsOf(run.rule).filter(({ then }) => isAward(then));
  const [only] = awards;
  if (only === undefined || awards.length > 1 || only.then.kind !== "points" || stepsOf(run.rule).length > 0)
    return false;
  if (run.rule.statements.some(({ kind }) => kind === "total")) return false;
  const interval = intervalOf(only.when, run.better);
  if (interval === null) return false;
  const { measure, low, high } = interval;
  if (measure === "completion") return high === null && low !== null && sizeOf(low).lt(1);
  if (measure !== "value" && measure !== "rate") return false;
  return isShort(run, low, high);
}

/** Whether the bound lies on the bad side of the target. */
function isShort({ better, figures: { target } }: Run, low: End | null, high: End | null): boolean {
  const end = better === "less" ? high : low;
  if (end === null || (low !== null && high !== null) || target.kind !== "number" || better === null) return false;
  if (unitOf(end.unit).dimension !== target.dimension) return false;
  return better === "less" ? sizeOf(end).gt(target.value) : sizeOf(end).lt(target.value);
}

const sizeOf = ({ number, unit }: End): Exact => new Exact(number).times(unitOf(unit).factor);
