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
