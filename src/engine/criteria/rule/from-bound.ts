/** Where the steps of a region begin: at the end of what earns all the marks. */

import { Exact } from "../exact";
import { isAward } from "./rule";
import type { Band, End, PlacedStep, RuleStatement } from "./rule";

type Interval = Extract<Band["when"], { kind: "interval" }>;

/** Steps whose region begins where full marks end are counted from there. */
export function stepsFromBounds(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const bands = statements.filter((s) => s.kind === "band");
  return statements.map((s) => {
    if (s.kind !== "step" || s.region?.kind !== "interval") return s;
    return closed(s, s.region, bands) ?? s;
  });
}

/** "36所以上得10分；30-35所，每少1所扣1分": the region ends where the marks begin from which it takes. */
function closed(step: PlacedStep, region: Interval, bands: readonly Band[]): PlacedStep | null {
  const { low, high } = region;
  if (step.direction !== "short" || step.from !== null || low === null || high === null) return null;
  const marks = bands.filter(({ then }) => isAward(then)).flatMap(({ when }) => beginning(when, region));
  const next = marks.find(({ number, unit }) => {
    const apart = new Exact(number).minus(high.number);
    return unit === high.unit && high.inclusive && !high.explicit && apart.gt(0) && apart.lte(1);
  });
  if (next === undefined) return null;
  return { ...step, region: { ...region, high: { ...next, inclusive: false, explicit: false, soft: false } } };
}

function beginning(when: Band["when"], { measure }: Interval): readonly End[] {
  if (when.kind === "reached") return when.measure === measure ? [when.at] : [];
  return when.kind === "interval" && when.measure === measure && when.low !== null ? [when.low] : [];
}
