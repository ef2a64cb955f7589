/**
 * "完成5项得5分，完成6项得6分，以此类推，完成10项得10分": the bands between, each as far from the one before as the two that are
 * told, worth as much more or less. Kept as it stands where two bands do not tell it, or where it does not end.
 */

import { Exact } from "../exact";
import type { Outcome } from "../tree";
import type { Band, End, PlacedBand, RuleStatement, Test } from "./rule";

/** No office lets a ladder go on for longer. */
const LONGEST = 30;

type Measuring = Extract<Test, { kind: "interval" | "reached" }>;

/** A band of the ladder: where it stands, and what it is worth, in marks or as a share of them. */
interface Rung {
  readonly band: PlacedBand;
  readonly when: Measuring;
  readonly at: Exact;
  readonly worth: Exact;
  readonly as: "points" | "share";
}

export function withLaddersTold(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const at = statements.findIndex(({ kind }) => kind === "likewise");
  if (at < 2) return statements;
  const [first, second] = [rungOf(statements[at - 2]!), rungOf(statements[at - 1]!)];
  if (first === null || second === null || !isAlike(first, second)) return statements;
  const next = statements.slice(at + 1).find((s) => s.kind === "band");
  const told = next === undefined ? goingDown(first, second, null) : untilNext(first, second, next);
  return told === null ? statements : [...statements.slice(0, at), ...told, ...statements.slice(at + 1)];
}

function rungOf(statement: RuleStatement): Rung | null {
  if (statement.kind !== "band" || (statement.when.kind !== "interval" && statement.when.kind !== "reached"))
    return null;
  const worth = worthOf(statement.then);
  const end = endOf(statement.when);
  return worth === null || end === null
    ? null
    : { band: statement, when: statement.when, at: new Exact(end.number), ...worth };
}

const endOf = (when: Measuring): End | null => (when.kind === "reached" ? when.at : (when.low ?? when.high));

/** What is worth a part of the marks; "得满分" alone does not say how many they are. */
function worthOf(then: Outcome): Pick<Rung, "worth" | "as"> | null {
  if (then.kind === "points") return { worth: new Exact(then.points), as: "points" };
  if (then.kind === "full" && then.named !== null) return { worth: new Exact(then.named), as: "points" };
  if (then.kind === "share" && !then.share.includes("/")) return { worth: new Exact(then.share), as: "share" };
  return then.kind === "full" && then.spared !== true ? { worth: new Exact(1), as: "share" } : null;
}

/** Whether two rungs are told in the same manner: the same measure, unit and sides. */
function isAlike(one: Rung, other: Rung): boolean {
  const [a, b] = [one.when, other.when];
  const sides = (when: Measuring): string =>
    when.kind === "reached" ? "at" : `${when.low === null ? "" : "low"}${when.high === null ? "" : "high"}`;
  return (
    a.measure === b.measure &&
    endOf(a)!.unit === endOf(b)!.unit &&
    (a.kind === b.kind ? sides(a) === sides(b) : true) &&
    one.as === other.as &&
    !one.at.equals(other.at)
  );
}

/** The bands up to the one that the text tells next: one of the same ladder, or what gives nothing. */
function untilNext(first: Rung, second: Rung, next: Band & RuleStatement): readonly RuleStatement[] | null {
  if (next.then.kind === "nothing") {
    const end = next.when.kind === "interval" || next.when.kind === "reached" ? endOf(next.when) : null;
    const same = end !== null && end.unit === endOf(second.when)!.unit;
    return next.when.kind === "otherwise" ? null : same ? goingDown(first, second, new Exact(end.number)) : null;
  }
  const last = rungOf(next);
  if (last === null || last.as !== second.as || endOf(last.when)!.unit !== endOf(second.when)!.unit) return null;
  const [far, more] = [second.at.minus(first.at), second.worth.minus(first.worth)];
  const steps = last.at.minus(second.at).div(far);
  const fits = steps.isInteger() && steps.gte(1) && steps.lte(LONGEST);
  if (!fits || !second.worth.plus(more.times(steps)).equals(last.worth)) return null;
  return Array.from({ length: steps.toNumber() - 1 }, (_one, k) => rungAfter(second, far, more, k + 1));
}

/** The bands of a ladder that goes down, to where it gives nothing or a bound is reached. */
function goingDown(first: Rung, second: Rung, bound: Exact | null): readonly RuleStatement[] | null {
  const [far, more] = [second.at.minus(first.at), second.worth.minus(first.worth)];
  if (!more.isNegative() || more.isZero()) return null;
  const rungs: RuleStatement[] = [];
  for (let k = 1; k <= LONGEST; k += 1) {
    const [at, worth] = [second.at.plus(far.times(k)), second.worth.plus(more.times(k))];
    const beyond = bound !== null && (far.isNegative() ? at.lt(bound) : at.gt(bound));
    if (worth.lte(0) || at.isNegative() || beyond) return rungs;
    rungs.push(rungAfter(second, far, more, k));
  }
  return null;
}

function rungAfter({ band, when, worth, as }: Rung, far: Exact, more: Exact, k: number): RuleStatement {
  const moved = (end: End): End => ({ ...end, number: new Exact(end.number).plus(far.times(k)).toString() });
  const own: Test =
    when.kind === "reached"
      ? { ...when, at: moved(when.at) }
      : {
          ...when,
          low: when.low === null ? null : moved(when.low),
          high: when.high === null ? null : moved(when.high),
        };
  const marks = worth.plus(more.times(k)).toString();
  return {
    ...band,
    when: own,
    then: as === "points" ? { kind: "points", points: marks } : { kind: "share", share: marks },
  };
}
