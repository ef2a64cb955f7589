import { isBareName, readLabel } from "./label";
import { namedInClause } from "./named-clause";
import type { Quantity } from "./quantity";
import type { SentenceState } from "./sentence-state";
import type { Words } from "./words-before";

/** A part that is counted, and what is said of it next: "其中重点项目5个，涉及". */
const countedPart =
  /(?:其中|包括):?(?:有|共)?([^,;:。、()\d]{2,24}?)(?:共|为|有)?(?:\d+|[一二三四五六七八九十两]+)(?:个|项|家|台|辆|处|所)[,、](?:共?涉及)?$/;

/** What stands out, in the clause before: "金额最大的是水利工程建设补助资金，安排", "移民扶持资金次之，安排". */
const standsOut =
  /(?:^|[,;。])(?:[^,;。]{0,12}(?:最[大多高]|较[大多高]|其次)的?(?:项目)?[是为]([^,;:。\d]{2,40})|([^,;:。\d]{2,40})次之),$/;

/**
 * The words that name an amount which is itself only called 金额, 资金 or 安排: "其中：信息化项目5个，资金120万元" is what the things
 * just counted cost, "农林水支出占比最高，为83.31%，金额4664.50万元" what the clause before is about.
 */
export function nameOfAmount(state: SentenceState, quantity: Quantity, words: Words): Words {
  const { passage, sentence, text } = state;
  if (quantity.dimension !== "money" || words.compound) return words;
  if (!isBareName(readLabel(words.text, text.vocabulary, text.bodies).name)) return words;
  const before = passage.text.slice(Math.max(sentence.start, words.start - 40), words.start);
  const counted = countedPart.exec(before)?.[1];
  if (counted !== undefined) return { ...words, text: counted };
  const clause = namedInClause(passage.text.slice(lastMoneyEnd(state), words.start));
  if (clause !== null) return { ...words, text: clause };
  const out = standsOut.exec(before);
  if (out !== null) return { ...words, text: out[1] ?? out[2]! };
  return /金额|资金|数额/.test(words.text) ? { ...words, text: ofClause(state, words) ?? words.text } : words;
}

/** Where the last amount of the sentence ends, or the sentence begins. */
function lastMoneyEnd({ lastMoney, sentence }: SentenceState): number {
  return lastMoney === null || lastMoney.end < sentence.start ? sentence.start : lastMoney.end;
}

/** The name of a measure that a clause between the last figure and these words begins with; null where none does. */
function ofClause({ passage, sentence, text }: SentenceState, words: Words): string | null {
  const from = Math.max(sentence.start, text.inPassage.at(-1)?.end ?? 0);
  const clauses = passage.text.slice(from, words.start).split(/[,;:。]/);
  for (const clause of clauses.reverse()) {
    const [first] = text.vocabulary.mentioned(clause);
    if (first?.start === 0) return clause.slice(0, first.end);
  }
  return null;
}
