import { earlier, pairOf } from "./figures-compared";
import type { SentenceState } from "./sentence-state";

/** "比2022年预算持平", "与上年相同"; not "基本持平", which leaves something open. */
const levelWords =
  /(?:比|与|较|同|和)(?:去年|上年度?|上一年度?|20\d\d年(?:度)?)[^,;。:(\d]{0,12}?(?:相比)?,?(?:持平|相同|一致|无增减|无变化|没有变化)/;

/** "与2023年预算持平": no number says it, and it is a change all the same. */
export function meetLevel(state: SentenceState, from: number, to: number): void {
  const gap = state.passage.text.slice(from, to);
  const base = state.last;
  if (base === null || state.reason !== null) return;
  const pair = state.text.inPassage.at(-1)?.end === from && pairOf(state) !== null ? levelOfPair.exec(gap) : null;
  const found = pair ?? levelWords.exec(gap);
  if (found === null || /原因|[。]/.test(gap.slice(0, found.index))) return;
  state.text.changes.push({
    passage: state.passage,
    start: base.start,
    end: from + found.index + found[0].length,
    bases: [base],
    direction: "flat",
    amount: null,
    percent: null,
    percentDirection: null,
    prior: null,
    before: pair === null ? earlier(state, base, found[0]) : pairOf(state)!.before,
    against: found[0],
    reason: false,
    open: false,
    parts: [],
  });
}

/** "2025年5万元，2024年5万元，无增减". */
const levelOfPair = /^,?(?:同比|两年)?(?:持平|无增减|无变化|没有变化|未增减|相同)/;
