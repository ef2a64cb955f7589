import { directionBefore } from "./change-words";
import type { Change, Claim } from "./claim";
import type { Quantity } from "./quantity";
import type { SentenceState } from "./sentence-state";

/** "分别比上年增加", "分别增长": which way the figures before it went, each by its own amount. */
const inTurn = new RegExp(
  "^[,)]*(?:同比|(?:较|比|与|同)(?:20\\d\\d年)?[^,;。\\d]{0,12})?,?(?:上述|以上|这|前)?(?:[两二三四五六七八九十]|\\d+|各)?[项者个类家]?" +
    "(?:分别|依次)[^,;:。()]{0,20}$",
);
/** What may stand between the amounts of one row. */
const joint = /^(?:[、,]|[,、]?(?:和|及|以及|与))$/;

/**
 * "甲2.40万元、乙1.10万元分别增加0.50万元和0.30万元": the changes of the last figures in their order. True where the amount or rate is
 * one of such a row, also where there are not as many figures; `following` are the quantities from it on.
 */
export function takeChangeInTurn(
  state: SentenceState,
  quantity: Quantity,
  following: readonly Quantity[],
  from: number,
): boolean {
  const gap = state.passage.text.slice(from, quantity.start);
  if (state.changesInTurn === null || !joint.test(gap)) state.changesInTurn = begin(state, gap, following);
  const row = state.changesInTurn;
  if (row === null) return false;
  const base = row.bases.shift();
  if (row.bases.length === 0) state.changesInTurn = null;
  state.text.changes.push(changeOf(state, quantity, from, base ?? null, row));
  return true;
}

function begin(state: SentenceState, gap: string, following: readonly Quantity[]): SentenceState["changesInTurn"] {
  const direction = inTurn.test(gap) ? directionBefore(gap) : null;
  const count = direction === null ? 0 : lengthOfRow(state, following);
  if (direction === null || count < 2) return null;
  const figures = state.text.inPassage.slice(-count);
  const row = figures.length === count && figures.every((figure) => isOneOfRow(figures, figure)) ? figures : null;
  const bases = row ?? Array.from({ length: count }, () => null);
  return { bases: [...bases], direction, against: gap.replace(/^[,)]*/, "") };
}

/** Figures of one row are amounts of this year, and all of the same whole. */
export function isOneOfRow([first]: readonly Claim[], { quantity, label, head, reason }: Claim): boolean {
  return quantity.dimension === "money" && !label.lastYear && !reason && head === first!.head;
}

function lengthOfRow({ passage }: SentenceState, following: readonly Quantity[]): number {
  const end = following.findIndex(
    ({ start, dimension }, at) =>
      at > 0 &&
      (dimension !== following[0]!.dimension || !joint.test(passage.text.slice(following[at - 1]!.end, start))),
  );
  return end < 0 ? following.length : end;
}

function changeOf(
  { passage, reason }: SentenceState,
  quantity: Quantity,
  from: number,
  base: Claim | null,
  { direction, against }: NonNullable<SentenceState["changesInTurn"]>,
): Change {
  const isPercent = quantity.dimension === "percent";
  return {
    passage,
    start: from,
    end: quantity.end,
    bases: base === null ? [] : [base],
    direction,
    amount: isPercent ? null : quantity,
    percent: isPercent ? quantity : null,
    percentDirection: isPercent ? direction : null,
    prior: null,
    before: null,
    against,
    reason: reason !== null,
    open: false,
    parts: [],
  };
}
