/** An award for one of something that goes on for each: "下降1%得1分，最高5分", "完成1项得2分，完成5项及以上得满分" of ten. */

import { Exact } from "../exact";
import type { Outcome, PlacedClause } from "../tree";

type Arm = Extract<PlacedClause, { kind: "arm" }>;

/** Where several of them are counted: the way a step of that measure goes. */
const WAYS = { change: "done", fall: "short", value: "done" } as const;

/**
 * The clauses with what one earns as a step, where a cap above it, or all the marks for so many times as many, say that
 * each one earns it.
 */
export function oneByOne(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const arms = clauses.filter((c): c is Arm => c.kind === "arm");
  const one = arms.find(({ when }) => when?.kind === "bare" && when.at.number === "1");
  if (one?.when?.kind !== "bare") return clauses;
  const way = WAYS[(one.when.measure ?? "value") as keyof typeof WAYS] as (typeof WAYS)[keyof typeof WAYS] | undefined;
  if (way === undefined || clauses.some((c) => c.kind === "step")) return clauses;
  const goesOn =
    arms.length === 1
      ? isCappedAbove(one, clauses) || isOneOfMany(one, clauses)
      : arms.length === 2 && isManifold(one, arms, clauses);
  if (!goesOn) return clauses;
  const count = { direction: way, step: one.when.at, from: null, what: "", each: true } as const;
  return clauses.map((c) =>
    c === one ? { kind: "step", when: null, count, then: one.then, limit: one.limit, span: one.span } : c,
  );
}

/** "最高5分" above what one earns. */
function isCappedAbove({ then, limit }: Arm, clauses: readonly PlacedClause[]): boolean {
  const limits = clauses.flatMap((c) => (c.kind === "limit" ? [c.limit] : [])).concat(limit ?? []);
  return (
    then.kind === "points" &&
    limits.some((one) => (one.kind === "highest" || one.kind === "most") && new Exact(one.points).gt(then.points))
  );
}

/** "完成一个标段得1分，共6个标段": each of so many that there are in all. */
const isOneOfMany = ({ then, when }: Arm, clauses: readonly PlacedClause[]): boolean =>
  then.kind === "points" &&
  when?.kind === "bare" &&
  clauses.some((c) => {
    const [, number = "", what = ""] = c.kind === "heading" ? (IN_ALL.exec(c.text) ?? []) : [];
    return Number(number) > 1 && what === `${when.at.unit}${when.behind ?? ""}`;
  });

const IN_ALL = /^(?:共计?|合计|总计|共有)(\d+)(.+)$/u;

/** "完成4项得满分" beside a quarter of the marks for one: so many times as much for so many. */
function isManifold(one: Arm, arms: readonly Arm[], clauses: readonly PlacedClause[]): boolean {
  const all = arms.find((arm) => arm !== one)!;
  const at = all.when?.kind === "bare" ? all.when.at : all.when?.kind === "range" ? all.when.low?.at : undefined;
  if (at === undefined || all.then.kind !== "full" || one.when?.kind !== "bare" || at.unit !== one.when.at.unit)
    return false;
  const whole = clauses.flatMap((c) => (c.kind === "total" ? [c.points] : []))[0] ?? null;
  return timesOver(one.then, at.number, whole);
}

function timesOver(then: Outcome, times: string, whole: string | null): boolean {
  if (then.kind === "share") return new Exact(then.share).times(times).equals(1);
  return then.kind === "points" && whole !== null && new Exact(then.points).times(times).equals(whole);
}
