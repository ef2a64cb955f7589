import { Exact } from "../workbook";
import type { Claim } from "./claim";
import { absolute, type Quantity } from "./quantity";
import type { SentenceState } from "./sentence-state";
import type { Words } from "./words-before";

const total = /^(?:以上|上述|[两三四五各几]项)*(?:合计|共计|总计|总共|小计)(?:金额|资金|支出|预算)?(?:约|为|是|达|:)*$/;

/**
 * "招商引资活动74.7万元、会展服务284.0万元，合计358.7万元": the sum of what stands before it, no further part. Null where nothing that it
 * could be the sum of was said.
 */
export function readTotal(state: SentenceState, quantity: Quantity, words: Words): Claim | null {
  if (!total.test(words.text)) return null;
  const listed = [...state.lists.outwards(), standingAlone(state)]
    .map((items) => items.filter((item) => item.quantity.dimension === quantity.dimension && !item.label.lastYear))
    .filter((items) => items.length >= 2);
  if (listed.length === 0) return null;
  const label = { ...state.labelOf(""), name: "合计" };
  const claim: Claim = {
    passage: state.passage,
    start: Math.min(words.start, quantity.start),
    end: quantity.end,
    label,
    measure: null,
    meaning: null,
    about: label.name,
    path: null,
    quantity,
    head: null,
    reason: state.reason !== null,
    concerned: false,
    denial: false,
  };
  // Of lists within lists the one is meant that adds up; where none does, it is not sure which.
  const items = listed.find((some) => addUp(some, quantity)) ?? (listed.length === 1 ? listed[0] : undefined);
  if (items !== undefined)
    state.text.lists.push({ head: claim, items, opener: "declared", broken: false, bounded: true, enclosed: true });
  return claim;
}

/** The figures of the sentence that are part of no other one. */
function standingAlone({ text, sentence, passage }: SentenceState): Claim[] {
  return text.inPassage.filter(
    (claim) => claim.head === null && claim.passage === passage && claim.start >= sentence.start && !claim.reason,
  );
}

function addUp(items: readonly Claim[], quantity: Quantity): boolean {
  const sum = items.reduce((all, item) => all.plus(absolute(item.quantity)), new Exact(0));
  return sum.eq(absolute(quantity));
}
