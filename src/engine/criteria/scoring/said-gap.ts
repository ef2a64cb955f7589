/** What the words of a cell say of a distance from the target: "缺2项", "少3人", "超支3%", "低于目标值2个百分点". */

import { tokenise } from "../../language";
import type { Token } from "../../language";

/** By how much less or more than was to be, in its own unit. */
export interface SaidGap {
  readonly way: "short" | "over";
  readonly number: string;
  readonly unit: string;
}

/** Words that by themselves tell a distance; 低于 and 超过 before a number are a bound instead. */
const SHORT = /^(?:缺|少|差|缺少|短少|少完成|少开展|未完成|缺失|缺额|低|短)$/u;
const OVER = /^(?:超支|超预算|超编|超编制|超概算|多|高|多完成|超额)$/u;
const BESIDE = ["noun", "done", "wholly", "scope", "target", "actual", "measure", "comma"] as const;

function wayOf(token: Token): SaidGap["way"] | null {
  const kind = token.classes.get("measure")?.kind;
  if (kind === "shortfall" && token.word.length > 2) return "short";
  if (kind === "overrun" && token.word.length > 2) return "over";
  if (SHORT.test(token.word)) return "short";
  return OVER.test(token.word) ? "over" : null;
}

const NOTHING_LACKING = /^(?:资料|材料|档案|要件|手续)?(?:均|全部)?(?:齐全|齐备|无缺失|无缺项|不缺项|无遗漏)$/u;

const UNDONE = /^(?:未|没有?)(?:能)?(?:完成|达标|达到|到位|开展|配备|建成|实现|整改|落实|验收|安装)$/u;

/** "1项未完成", "有2个未达标": so many that were not done. */
function leftUndone(tokens: readonly Token[]): SaidGap | null {
  const at = tokens.findIndex(({ classes }) => classes.has("quantity"));
  const quantity = tokens[at]?.classes.get("quantity");
  const [before, behind] = [tokens.slice(0, at), tokens.slice(at + 1)];
  const only = before.every(({ word }) => /^(?:有|还有|尚有|仍有|其中)$/u.test(word));
  return quantity !== undefined && only && UNDONE.test(behind.map(({ word }) => word).join(""))
    ? { way: "short", number: String(quantity.number), unit: String(quantity.unit) }
    : null;
}

/**
 * The distance that a normalised text tells, with the number right behind its word; null where it tells none or more.
 */
export function gapSaid(text: string): SaidGap | null {
  if (NOTHING_LACKING.test(text)) return { way: "short", number: "0", unit: "" };
  const tokens = tokenise(text);
  const undone = leftUndone(tokens);
  if (undone !== null) return undone;
  let found: SaidGap | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const way = wayOf(token);
    const behind = tokens[at + 1]?.classes.has("done") === true ? at + 2 : at + 1;
    const quantity = tokens[behind]?.classes.get("quantity");
    if (way !== null && quantity !== undefined) {
      if (found !== null) return null;
      found = { way, number: String(quantity.number), unit: String(quantity.unit) };
      at = behind;
    } else if (way !== null || !BESIDE.some((cls) => token.classes.has(cls))) return null;
  }
  return found;
}
