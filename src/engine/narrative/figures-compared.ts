import { withPlan } from "./change-words";
import type { Change, Claim } from "./claim";
import { isBareName, versionIn, type Label } from "./label";
import type { SentenceState } from "./sentence-state";
import { isOfYearBefore, sameTopic } from "./topic";

/** The last two figures, where they are of the same at two times: which is the earlier, and which the later. */
export function pairOf(state: SentenceState): { readonly before: Claim; readonly base: Claim } | null {
  const [one, other] = pairBefore(state);
  if (one === undefined || other === undefined || !sameTopic(one, other)) return null;
  const order = orderOf(one, other) || -orderOf(other, one);
  if (order === 0) return null;
  return order < 0 ? { before: one, base: other } : { before: other, base: one };
}

/** The last two figures; of one with several of the year before behind it, none: it is open which is compared. */
function pairBefore({ last, text: { inPassage } }: SentenceState): readonly Claim[] {
  const behind = last === null ? [] : inPassage.slice(inPassage.lastIndexOf(last) + 1);
  if (behind.length < 2 || !behind.every((claim) => isOfYearBefore(claim, last!))) return inPassage.slice(-2);
  return [];
}

/** Negative where the first is of the year before the other's, or was planned where the other settled; else 0. */
function orderOf({ label: one }: Claim, { label: other }: Claim): number {
  if (one.year !== null && other.year !== null && one.year !== other.year) return one.year === other.year - 1 ? -1 : 0;
  if (one.lastYear !== other.lastYear) return one.lastYear ? -1 : 0;
  return one.version === "budget" && other.version === "final" ? -1 : 0;
}

/** The figure of the year that a change compares with, where a sentence before gives it: "2023年执行数54.60万元". */
export function earlier({ text }: SentenceState, base: Claim, against: string): Claim | null {
  if (withPlan.test(against)) {
    const isPlan = ({ label, reason }: Claim): boolean => label.version === "budget" && !label.lastYear && !reason;
    return text.inPassage.findLast((plan) => plan !== base && isPlan(plan) && sameTopic(plan, base)) ?? null;
  }
  const year = Number(/20\d\d/.exec(against)?.[0] ?? Number.NaN);
  const version = versionIn(against);
  const isThen = (claim: Claim): boolean =>
    Number.isNaN(year) ? claim.label.lastYear || isOfYearBefore(claim, base) : claim.label.year === year;
  const fits = (claim: Claim): boolean =>
    !claim.reason &&
    isThen(claim) &&
    (version === null || claim.label.version === null || claim.label.version === version) &&
    sameTopic(claim, base);
  const found = text.inPassage.find(fits);
  return found !== undefined && found === text.inPassage.findLast(fits) ? found : null;
}

/** "比上年增加2万元，上年预算数为5万元": last year's figure behind the change. */
export function meetPrior({ passage, text: { changes }, reason }: SentenceState, claim: Claim): void {
  const change = changes.at(-1);
  if (change?.passage !== passage || change.reason || reason !== null) return;
  if (change.prior === null && change.before === null && isComparedWith(change, claim)) change.before = claim;
}

/** Is this the figure of last year that a change is compared with? */
function isComparedWith({ bases: [base], against }: Change, claim: Claim): boolean {
  if (base === undefined || withPlan.test(against) || !isOfYearBefore(claim, base) || !sameTopic(claim, base))
    return false;
  const { version, year } = claim.label;
  const said = /20\d\d/.exec(against)?.[0];
  if (said !== undefined && year !== null && year !== Number(said)) return false;
  return version === null || version === (versionIn(against) ?? base.label.version ?? "budget");
}

/**
 * "2025年预算数5万元、决算数4万元": what stands in one row with a figure is of its year; so is what came of last year's
 * budget where this year's figure was said before. `gap` is what stands between the two.
 */
export function withYearOfRow({ last, text: { inPassage } }: SentenceState, label: Label, gap: string): Label {
  const before = inPassage.at(-1);
  if (before === undefined || label.year !== null || label.lastYear || !isBareName(label.name)) return label;
  const { year, lastYear, version } = before.label;
  if (version === null || label.version === null || version === label.version) return label;
  const isBehind = label.version !== "budget" && version === "budget" && last !== null && isOfYearBefore(before, last);
  return /^[、和及]$/.test(gap) || (gap === "," && isBehind) ? { ...label, year, lastYear } : label;
}
