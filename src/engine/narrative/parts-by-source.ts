import { isBareName, type Label } from "./label";
import type { Quantity } from "./quantity";
import type { SentenceState } from "./sentence-state";
import type { Words } from "./words-before";

const thisYear = /^(?:当年|本年度?|今年)(?:财政)?(?:预算|安排|拨款|核定|下达|资金|数|为|是|的|:)*$/;
const carriedOver = /^[,、;和及与]+[^,;:。、()\d]{0,10}(?:结转|结余)/;
const carried = /结转|结余/;

/** A part by source of the money: what is of this year, or what was carried over beside it. */
export type Source = "this-year" | "carried-over";

/**
 * "安排420万元，其中当年预算374万元，上年结转46万元": what is of this year beside what was carried over is a part by source of the
 * money, never the figure of the item itself. Null for other parts.
 */
export function sourceOf(state: SentenceState, quantity: Quantity, words: Words, label: Label): Source | null {
  const { lists, passage } = state;
  if (quantity.dimension !== "money" || lists.depth === 0 || lists.head === null) return null;
  const [items = []] = lists.outwards();
  if (carried.test(label.name)) return items.some(({ label: { name } }) => thisYear.test(name)) ? "carried-over" : null;
  if (!thisYear.test(words.text) || (!isBareName(label.name) && lists.head.path === null)) return null;
  const beside = carriedOver.test(passage.text.slice(quantity.end, quantity.end + 24));
  return beside || items.some(({ label: { name } }) => carried.test(name)) ? "this-year" : null;
}
