/** A band of one that each one earns: "新增1家得0.5分，满分10分", "完成1座得0.5分，完成20座得满分10分". */

import { Exact } from "../exact";
import type { Test } from "./rule";
import { isAward, UNBOUNDED } from "./rule";
import type { PlacedBand, PlacedStep, RuleStatement } from "./rule";

type OfOne = PlacedBand & {
  readonly when: Extract<Test, { kind: "reached" }>;
  readonly then: Extract<PlacedBand["then"], { kind: "points" }>;
};

/** The step that the band of one is, where the whole is so many times as much for so many. */
export function eachOfWhole(statements: readonly RuleStatement[]): (statement: RuleStatement) => PlacedStep | null {
  const one = bandOfOne(statements);
  const told = one !== null && (ofTotal(statements, one) || ofOther(statements, one));
  return (statement) => (told && statement === one ? stepOf(one) : null);
}

function bandOfOne(statements: readonly RuleStatement[]): OfOne | null {
  if (statements.some((s) => s.kind === "step" || s.kind === "likewise")) return null;
  return statements.find((s): s is OfOne => s.kind === "band" && isOfOne(s)) ?? null;
}

const isOfOne = ({ when, then }: PlacedBand): boolean =>
  when.kind === "reached" && when.measure === "value" && when.at.number === "1" && then.kind === "points";

/** The only band, beside a total of twice as much or more. */
function ofTotal(statements: readonly RuleStatement[], { then }: OfOne): boolean {
  const total = statements.find((s) => s.kind === "total");
  const whole = total?.points ?? statements.find((s) => s.kind === "bounds")?.bounds.highest ?? null;
  const alone = statements.filter((s) => s.kind === "band").length === 1;
  return alone && whole !== null && new Exact(whole).gte(new Exact(then.points).times(2));
}

/** One of two bands that earn, of which the other is so many times as much for so many. */
function ofOther(statements: readonly RuleStatement[], one: OfOne): boolean {
  const others = statements.filter((s): s is PlacedBand => s.kind === "band" && s !== one && isAward(s.then));
  const [whole] = others;
  if (whole === undefined || others.length > 1) return false;
  const { when, then } = whole;
  // "A、B两项达标得4分，一项达标得2分": which of them, the cell tells by their names.
  if (when.kind === "reached" && when.name.includes("、")) return false;
  const at = when.kind === "reached" ? when.at : when.kind === "interval" && when.high === null ? when.low : null;
  const worth = then.kind === "points" ? then.points : then.kind === "full" ? then.named : null;
  if (worth === null || at?.unit !== one.when.at.unit) return false;
  return new Exact(one.then.points).times(at.number).equals(worth);
}

const stepOf = ({ when, then, span }: OfOne): PlacedStep => ({
  kind: "step",
  direction: "done",
  step: { number: "1", unit: when.at.unit },
  from: null,
  what: "",
  each: true,
  region: null,
  then,
  bounds: UNBOUNDED,
  parts: null,
  span,
});
