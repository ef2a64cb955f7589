import { Exact, type ExactDecimal } from "../../workbook";
import { withPlan } from "../change-words";
import type { Change, Claim, Reading } from "../claim";
import type { Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { changesDiffer } from "./change-sayings";

const level = /持平|无增减|不增不减|无变化|没有变化|相同/;

/** How much a figure changed, as the text says; the whole change where it was given in figures. */
export interface Moved {
  readonly claim: Claim;
  readonly by: ExactDecimal;
  readonly change: Change | null;
}

/** How a figure changed by what the text says of it; null where it says nothing. */
export function movedOf(claim: Claim, { changes, claims }: Reading): Moved | null {
  const change = changes.find((one) => one.bases[0] === claim && one.amount !== null && !one.reason) ?? null;
  if (change !== null) {
    const size = absolute(change.amount!);
    return { claim, change, by: change.direction === "down" ? size.negated() : size };
  }
  const next = claims.find(({ passage, start }) => passage === claim.passage && start > claim.start);
  const words = claim.passage.text.slice(claim.end, next?.start ?? claim.end + 30);
  return level.test(words) ? { claim, change: null, by: new Exact(0) } : null;
}

/** The change of a whole beside those of its parts together; null where the whole's was not given in figures. */
export function judgeMoved(whole: Moved, parts: readonly Moved[]): Statement | null {
  const change = whole.change;
  if (change === null || parts.some((part) => part.change !== null && isWithPlan(part.change) !== isWithPlan(change)))
    return null;
  const sum = parts.reduce((all: ExactDecimal, { by }) => all.plus(by), new Exact(0));
  const amount = {
    ...change.amount!,
    value: change.direction === "down" ? change.amount!.value.negated() : change.amount!.value,
  };
  const slack = [change, ...parts.flatMap((part) => part.change ?? [])].reduce(
    (all: ExactDecimal, one) => all.plus(halfPlace(one.amount!)),
    new Exact(0),
  );
  const gap = sum.minus(whole.by).abs();
  return {
    outcome: gap.isZero() ? "pass" : gap.lessThanOrEqualTo(slack) ? "rounding" : "fail",
    says: (told) => changesDiffer.with(() => ({ ...told.compared(), parts: parts.map(wordsOf) })),
    at: change,
    quantity: amount,
    computed: sum,
    claims: [change, ...parts.flatMap((part) => part.change ?? [])].map((one) => ({
      passage: one.passage,
      quantity: one.amount!,
    })),
  };
}

/** A part that is compared with what was planned says nothing of a whole that is compared with last year. */
function isWithPlan({ against }: Change): boolean {
  return withPlan.test(against);
}

function wordsOf({ claim, change }: Moved): string {
  const said = change === null ? "持平" : change.passage.text.slice(change.amount!.start - 2, change.amount!.end);
  return `${claim.label.name} ${said}`;
}
