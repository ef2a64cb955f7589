/** Awards of one text that one figure cannot earn together: the text speaks of several things. */

import { asksAllCheckpoints, countsCheckpoints } from "../rule/checkpoints";
import { related } from "../rule/extras";
import { isAward } from "../rule/rule";
import type { PlacedBand, PlacedStep } from "../rule/rule";
import { shareOf } from "./marks";

/**
 * Whether awards stand beside one another: what each done earns next to an award for something else, or shares of which
 * none is all ("每季度完成得25%"). One figure cannot tell what they come to.
 */
export function sideBySide(bands: readonly PlacedBand[], steps: readonly PlacedStep[]): boolean {
  const awards = bands.filter(
    (b) =>
      isAward(b.then) &&
      b.role === "band" &&
      !steps.some((s) => comesTo(b, s) || (countsCheckpoints(s) && asksAllCheckpoints(b.when))),
  );
  // "每个乡镇1分，缺一个扣1分": whether what is missing costs twice is not said.
  if (steps.some((step) => step.direction === "done" && step.then.kind !== "plus" && !isOfRest(step, awards)))
    return (
      steps.some((step) => step.direction === "short") ||
      awards.some((b) => b.then.kind === "points" || b.then.kind === "share") ||
      steps.filter((s) => s.direction === "done").length > 1
    );
  if (bands.filter((b) => b.role === "demand").length > 1 && steps.length > 0) return true;
  if (disordered(bands)) return true;
  if (severalFacts(bands, steps)) return true;
  if (severalMeasures(awards) || severalRates(awards)) return true;
  return (
    steps.length === 0 &&
    awards.length > 0 &&
    awards.length === bands.filter((b) => b.then.kind !== "nothing").length &&
    awards.every((b) => b.then.kind === "share" && shareOf(b.then.share).lt(1))
  );
}

/** "20-24家得6分，20家以下按每家0.3分计": each done, where no band awards for so few. */
const isOfRest = ({ region, step }: PlacedStep, awards: readonly PlacedBand[]): boolean =>
  region?.kind === "interval" &&
  region.low === null &&
  region.high?.unit === step.unit &&
  awards.every(({ when }) => when.kind === "interval" && Number(when.low?.number ?? -1) >= Number(region.high?.number));

/** "完成全部8项得8分，每完成1项得1分": what each earns, said of all of them. */
function comesTo({ when, then }: PlacedBand, { direction, step, then: each }: PlacedStep): boolean {
  const at = when.kind === "reached" ? when.at : when.kind === "interval" && when.high === null ? when.low : null;
  return (
    direction === "done" &&
    each.kind === "points" &&
    then.kind === "points" &&
    at !== null &&
    (Number(at.number) / Number(step.number)) * Number(each.points) === Number(then.points)
  );
}

/** Fewer marks for more of what is the better the more: two things are measured, or the text contradicts itself. */
function disordered(bands: readonly PlacedBand[]): boolean {
  const steps = bands.flatMap((b) => {
    const { when, then } = b;
    if (when.kind !== "interval" || when.low === null || when.high !== null || !["full", "share"].includes(then.kind))
      return [];
    return [
      { name: when.name, at: Number(when.low.number), worth: then.kind === "share" ? Number(shareOf(then.share)) : 1 },
    ];
  });
  return steps.some((a) => steps.some((b) => b.name !== "" && a.name !== b.name && b.at > a.at && b.worth < a.worth));
}

/** Marks for each of several facts that have nothing to do with one another. */
function severalFacts(bands: readonly PlacedBand[], steps: readonly PlacedStep[]): boolean {
  const facts = bands.flatMap((b) => (b.when.kind === "fact" && isAward(b.then) && !b.when.partly ? [b.when] : []));
  return steps.length > 0 && facts.some((a) => facts.some((b) => a !== b && !related(a.core, b.core)));
}

/** Full-sized awards for figures in different units: several indicators in one sentence. */
function severalMeasures(awards: readonly PlacedBand[]): boolean {
  const names = new Set(
    awards.flatMap((b) =>
      b.when.kind === "interval" || b.when.kind === "reached"
        ? [b.when.kind === "reached" ? unitKind(b.when.at.unit) : unitKind((b.when.low ?? b.when.high)?.unit ?? "")]
        : [],
    ),
  );
  return (
    names.size > 1 &&
    awards.filter((b) => b.then.kind === "points").length > 1 &&
    awards.every((b) => b.when.kind !== "interval" || b.when.measure === "rate" || b.when.measure === "value")
  );
}

/** "完成率100%得4分；合格率100%得4分": two rates by name, each with the best marks of its own. */
function severalRates(awards: readonly PlacedBand[]): boolean {
  const rates = awards.flatMap(({ when, then }) =>
    (when.kind === "interval" || when.kind === "reached") && /率$/u.test(when.name) && then.kind === "points"
      ? [{ name: when.name, points: Number(then.points), at: lowestOf(when) }]
      : [],
  );
  return rates.some((a) =>
    rates.some((b) => !a.name.endsWith(b.name) && !b.name.endsWith(a.name) && a.at === b.at && a.at !== null),
  );
}

/** The number from which a band holds. */
function lowestOf(when: Extract<PlacedBand["when"], { kind: "interval" | "reached" }>): string | null {
  return when.kind === "reached" ? when.at.number : (when.low?.number ?? null);
}

const unitKind = (unit: string): string => (unit === "%" || unit === "" ? "rate" : "other");
