import { Exact } from "../workbook";
import type { Claim } from "./claim";
import type { Passage } from "./passage";
import { absolute, type Quantity } from "./quantity";
import type { SentenceState } from "./sentence-state";
import type { Words } from "./words-before";

const total =
  /^(?:以上|上述|[两三四五六七八九十各几][项类])*(?:支出|收入|资金|经费)?(?:合计|共计|总计|总共|小计)(?:金额|资金|支出|预算)?(?:约|为|是|达|:)*$/;
/** "三项共", "三个项目合计": the sum of so many. */
const totalOfSome =
  /^(?:以上|上述|这)?([两二三四五六七八九十])(?:[项类者]|个(?:项目|科目))(?:支出|经费|资金)?(?:共计?|合计|总计)(?:约|为|是|达|:)*$/;
/** "后两项由财政专户管理资金安排，计58.60万元": the last two figures. */
const totalOfLast =
  /(?:^|[,;。])后([两二三四五六])(?:[项类者]|个(?:项目|科目))[^,;。\d]{0,30},(?:共|合|总)?计(?:约|为|是)*$/;
/** "上述五类支出": what the numbered paragraphs before were about. */
const aboveNamed = /^(?:以上|上述)([两三四五六七八九十])[项类]/;

/**
 * "招商引资活动74.7万元、会展服务284.0万元，合计358.7万元": the sum of what stands before it, no further part. Null where nothing that it
 * could be the sum of was said.
 */
export function readTotal(state: SentenceState, quantity: Quantity, words: Words): Claim | null {
  const last = totalOfLast.exec(state.passage.text.slice(Math.max(0, quantity.start - 60), quantity.start))?.[1];
  const some = last ?? totalOfSome.exec(words.text)?.[1];
  if (some === undefined && !total.test(words.text)) return null;
  const most = some === undefined ? Number.POSITIVE_INFINITY : countOf(some);
  const listed = (
    last !== undefined
      ? [state.text.inPassage.slice(-most)]
      : [...state.lists.outwards(), standingAlone(state).slice(-most), paragraphsAbove(state, words)]
  )
    .map((items) => items.filter((item) => item.quantity.dimension === quantity.dimension && !item.label.lastYear))
    .filter((items) => items.length >= 2 && items.length <= most);
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
    strange: null,
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

/** The first figures of as many numbered paragraphs under the same heading as the words say. */
function paragraphsAbove({ text, passage }: SentenceState, words: Words): Claim[] {
  const said = aboveNamed.exec(words.text)?.[1];
  if (said === undefined || passage.numbered) return [];
  const count = countOf(said);
  const heading = passage.headings.join();
  const firsts = new Map<Passage, Claim>();
  for (const claim of text.claims.slice(-mostAbove))
    if (claim.passage.numbered && claim.passage.headings.join() === heading && claim.head === null && !claim.reason)
      if (!firsts.has(claim.passage)) firsts.set(claim.passage, claim);
  return firsts.size < count ? [] : [...firsts.values()].slice(-count);
}

/** "两项", "四项": how many. */
export function countOf(numeral: string): number {
  return numeral === "两" ? 2 : "一二三四五六七八九十".indexOf(numeral) + 1;
}

/** Figures among which those above are looked for. */
const mostAbove = 200;

function addUp(items: readonly Claim[], quantity: Quantity): boolean {
  const sum = items.reduce((all, item) => all.plus(absolute(item.quantity)), new Exact(0));
  return sum.eq(absolute(quantity));
}
