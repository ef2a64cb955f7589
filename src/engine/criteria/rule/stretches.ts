/**
 * What of that which is counted costs nothing, put to the step that counts it: "前5户不扣，之后每少1户扣0.5分",
 * "少5户以内不扣分，超过5户的，每少1户扣0.5分".
 */

import { unitOf } from "../../language";
import { printOutcome } from "../print";
import type { Condition, PlacedClause, Quantity, Stretch } from "../tree";

type StepOf = Extract<PlacedClause, { kind: "step" }>;

/** So many that cost nothing, with the clause that says so. */
interface Spared {
  readonly clause: PlacedClause;
  readonly at: Quantity;
  readonly text: string;
}

/** The clauses with every stretch put to its step; a stretch without a step of its unit is not read. */
export function withStretches(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const told = severalApart(clauses);
  const spared = told.flatMap((clause) => sparedBy(clause) ?? []);
  const [only, other] = spared;
  if (only === undefined) return told;
  const unread = (): readonly PlacedClause[] =>
    told.map((c) => (c.kind === "spared" ? { kind: "residue", text: c.text, span: c.span } : c));
  if (other !== undefined) return unread();
  const steps = told.filter((c): c is StepOf => c.kind === "step" && isOfUnit(c, only.at));
  const [step, more] = steps;
  if (step === undefined || more !== undefined || !takes(step)) return unread();
  const made = beyond(step, only);
  if (made === null) return unread();
  return told.flatMap((c) => (c === only.clause ? [] : [c === step ? made : c]));
}

/** How many cost nothing by a clause of its own, or by a distance within which nothing is taken. */
function sparedBy(clause: PlacedClause): Spared | null {
  if (clause.kind === "spared") return { clause, at: clause.at, text: clause.text };
  if (clause.kind !== "arm" || clause.then.kind !== "full" || clause.then.spared !== true) return null;
  const { when } = clause;
  if (when?.kind !== "range" || when.low !== null || when.high === null) return null;
  return when.measure === "shortfall" && unitOf(when.high.at.unit).dimension !== "rate"
    ? { clause, at: when.high.at, text: "" }
    : null;
}

const takes = ({ then }: StepOf): boolean => ["minus", "minus-share", "nothing"].includes(then.kind);

function isOfUnit({ count: { step } }: StepOf, { unit }: Quantity): boolean {
  const [a, b] = [unitOf(step.unit), unitOf(unit)];
  return step.unit === unit || (a.dimension === b.dimension && a.dimension !== "count" && a.factor === b.factor);
}

/** The step beyond what costs nothing; null where it has a region that is another. */
function beyond(step: StepOf, { at, clause }: Spared): StepOf | null {
  const { stretch } = step.count;
  const told: Stretch = { after: at.number, upTo: null, spared: true };
  if (stretch !== undefined) {
    const same = stretch.upTo === null && Number(stretch.after) === Number(at.number);
    return same ? { ...step, count: { ...step.count, stretch: told } } : null;
  }
  const counted = clause.kind === "spared" || step.count.direction === "short";
  if (!counted || !goesOn(step.when, at)) return null;
  return { ...step, when: null, count: { ...step.count, stretch: told } };
}

/** Whether a region is no more than what lies behind the first so many: "之后", "超过5户的". */
function goesOn(when: Condition | null, at: Quantity): boolean {
  if (when === null || when.kind === "otherwise") return true;
  if (when.kind === "bare") return when.at.number === at.number && when.at.unit === at.unit && OVER.test(when.name);
  const low = when.kind === "range" && when.high === null ? when.low?.at : undefined;
  return low?.number === at.number && low.unit === at.unit;
}

const OVER = /^(?:超过|超出|超)?$/u;

type Counted = StepOf & { readonly count: { readonly stretch: Stretch } };

const isStretched = (c: PlacedClause): c is Counted => c.kind === "step" && c.count.stretch !== undefined;

/**
 * "第1次扣1分，第2次扣2分，第3次扣4分": whether each is taken besides the one before is not said. One of them before what each
 * further one costs is clear, and so is one that leaves nothing.
 */
function severalApart(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const all = clauses.filter(isStretched);
  const clear = isClear(all);
  const what = all.find(({ count }) => count.what !== "")?.count.what;
  return clauses.map((c): PlacedClause => {
    if (!isStretched(c)) return c;
    if (!clear && !c.count.each && c.then.kind !== "nothing") return unreadStep(c);
    // "第1次通报扣1分，第2次起每次扣2分": what is counted is told once.
    const told = what === undefined || c.count.what !== "" || c.count.direction !== "event";
    return told ? c : { ...c, count: { ...c.count, what } };
  });
}

/** Whether at most one is told by its number alone, and another goes on right behind it. */
function isClear(all: readonly Counted[]): boolean {
  const [costing, more] = all.filter(({ count, then }) => !count.each && then.kind !== "nothing");
  if (costing === undefined) return true;
  const end = costing.count.stretch.upTo;
  return more === undefined && all.some((c) => c !== costing && c.count.stretch.after === end);
}

const unreadStep = ({ count, then, span }: Counted): PlacedClause => ({
  kind: "residue",
  text: `第${count.stretch.upTo ?? ""}${count.step.unit}${count.what}${printOutcome(then)}`,
  span,
});
