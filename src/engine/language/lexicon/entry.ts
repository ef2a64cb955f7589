/** What an entry of the lexicon looks like. */

import type { TokenClass, TokenValue } from "../token";

/**
 * Words of one class and value. A short word that is also part of others carries a guard: `next` is what may follow it,
 * `before` what may stand before it (as sources of regular expressions, tried against the text on either side).
 */
export interface LexiconTable {
  readonly cls: TokenClass;
  readonly value?: TokenValue;
  readonly words: string;
  readonly next?: RegExp;
  readonly before?: RegExp;
}

/** "低于计划成本": the plan is part of the name of a target. */
export const NO_TARGET_AHEAD = /^(?!成本|投资|工期|时间|金额|面积|产出|完成|任务|目标|价|工作量|数量)/u;

/** Every word that begins with one of the first and goes on with one of the rest. */
export function product(...parts: readonly string[]): string {
  return parts
    .map((part) => part.split(" ").map((word) => (word === "-" ? "" : word)))
    .reduce((words, next) => words.flatMap((word) => next.map((end) => word + end)))
    .filter((word) => word.length > 1)
    .join(" ");
}
