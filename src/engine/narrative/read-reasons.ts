import { comparisonWords, directionBefore, saysLevel } from "./change-words";
import { isPartOf, type Measure } from "./measures";
import type { Marker } from "./sentence";
import type { SentenceState } from "./sentence-state";
import type { Words } from "./words-before";

/** The marks of points; and the first of them: "一是…；二是…" is a reason in points, "；(2)…" the next item of a list. */
const points = /[一二三四五六七八九]是|[①-⑳]|\(\d\)|\d、/;
const firstPoint = /^(?:一是|①|\(1\)|1、)/;

/** "主要是" explains a change; where nothing has changed it says what the money is for. */
export function giveReason(state: SentenceState, marker: Marker): void {
  const { passage, lists } = state;
  if (/原因|由于|因/.test(passage.text.slice(marker.start, marker.end)) || speaksOfChange(state, marker.start))
    state.reason ??= { depth: lists.depth, start: marker.start };
  else lists.open("uses", state.head(), marker.end);
}

function speaksOfChange({ passage, sentence, last, change }: SentenceState, before: number): boolean {
  const said = passage.text.slice(Math.max(sentence.start, last?.end ?? 0), before);
  return change !== null || saysLevel(said) || /增|减|下降|上升|变/.test(said);
}

/**
 * A reason ends behind "；" where the statement goes on: with the next part of the list ("公务用车运行费…"), with another
 * figure of the budget ("2025年支出预算…"), or with a further comparison of the figure before ("比上年减少…").
 */
export function leaveReason(state: SentenceState, from: number, to: number, words: Words): void {
  const { reason, passage, brackets, lists } = state;
  if (reason === null) return;
  const at = brackets.masked.lastIndexOf(";", to - 1);
  const { measure, facets, path } = state.labelOf(words.text);
  if (at < from) {
    if (isPartBehind(state, from, words, facets === null ? null : measure)) state.reason = null;
    return;
  }
  const head = lists.head;
  const isPart = measure !== null && facets !== null && head !== null && isPartOf(measure, head.measure);
  const known = facets !== null || path !== null;
  const ends = isPart || goesOn(state, at + 1, words, known) || changesNext(state, reason.start, at + 1);
  if (ends && !isInPoints()) state.reason = null;

  function isInPoints(): boolean {
    const mark = points.exec(passage.text.slice(reason!.start, to))?.[0];
    return mark !== undefined && firstPoint.test(mark);
  }
}

/** "…，主要原因是更新车辆，其中公务用车购置费18.06万元": a part of the figure that is being explained, no reason. */
function isPartBehind({ passage, last }: SentenceState, from: number, words: Words, measure: Measure | null): boolean {
  if (measure === null || last === null || !isPartOf(measure, last.measure)) return false;
  return directionBefore(words.text) === null && /(?:其中|包括)[,:]?$/.test(passage.text.slice(from, words.start));
}

/** "基本支出增加…，主要原因是人员增加；项目支出增加…": the next figure changes, where the reason did not begin with one that does. */
function changesNext({ passage, text: { vocabulary } }: SentenceState, reason: number, clause: number): boolean {
  const beginsSo = (at: number): boolean => {
    const words = passage.text.slice(at, at + 40).replace(/^(?:主要)?(?:原因)?(?:是|为|系|:)*/, "");
    const [first] = vocabulary.mentioned(words);
    return (
      first?.start === 0 && /^(?:预算|决算)?(?:较|比|同比|与上年|增加|减少|增长|下降)/.test(words.slice(first.end))
    );
  };
  return beginsSo(clause) && !beginsSo(reason);
}

/** The clause behind "；" states a figure by its name or with its use, or compares at once. */
function goesOn({ passage }: SentenceState, clause: number, words: Words, known: boolean): boolean {
  if (known && words.start <= clause && directionBefore(words.text) === null) return true;
  if (usedFor.test(passage.text.slice(clause, clause + longestClause))) return true;
  return comparisonWords.exec(passage.text.slice(clause, clause + 24))?.index === 0;
}

/** "一般行政管理事务支出186.00万元，主要用于…": what an amount is used for is said of one that is stated. */
const usedFor =
  /^[^,;。:\d增减升降]{2,30}(?:支出|费|经费|项目|资金)(?:预算|决算)?\d[\d,.]*[万亿]?元,(?:主要|全部|重点)?用于/;
const longestClause = 70;
