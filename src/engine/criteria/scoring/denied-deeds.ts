/**
 * What the cell tells of a deed that the rule denies ("未兑付的不得分", "没有通过的得0分", "未参加考核的"), or of a change the other
 * way ("净减少的不得分"): a figure counts it, a time tells that it was done, a rise is no fall.
 */

import { notDone } from "../rule/extras";
import { bandsOf, stepsOf } from "../rule/rule";
import type { Test } from "../rule/rule";
import { testWords } from "./facts";
import type { Fact } from "./facts";
import { overlaps } from "./implied-facts";
import type { Run } from "./run";
import { statedGrade } from "./stated-grade";

/** Whether the core of such a fact is so; null for every other fact, and where the cell does not tell. */
export function deedDone(run: Run, fact: Fact): boolean | null {
  const moved = byWay(run, fact);
  if (moved !== null || !fact.denied || fact.partly || fact.core.length < 2) return moved;
  return byTime(run, fact) ?? byGrade(run, fact) ?? bySurvey(run, fact) ?? byCount(run, fact);
}

/** "78%" beside "未开展调查": what a survey found, it was held for. */
const bySurvey = ({ figures: { actual } }: Run, { core }: Fact): boolean | null =>
  actual.kind === "number" && /^(?:开展|组织|进行|实施)?(?:满意度|问卷|抽样)*(?:调查|测评)$/u.test(core) ? true : null;

/** "延迟10个工作日", "2025年4月2日" beside "未兑付": late or not, it was done. */
function byTime({ rule, figures: { actual, target } }: Run, { core }: Fact): boolean | null {
  const told = actual.kind === "date" || (actual.kind === "text" && actual.time !== undefined);
  if (!told || target.kind === "number") return null;
  const timed = [
    ...stepsOf(rule).flatMap(({ direction, of = "" }) => (direction === "late" ? [of] : [])),
    ...bandsOf(rule).flatMap(({ when }) => (isOfTime(when) ? [testWords(when)] : [])),
  ];
  return timed.some((words) => words.includes(core)) ? true : null;
}

const isOfTime = ({ kind }: Test): boolean => kind === "in-time" || kind === "date";

const TAKEN_PART = /^(?:参加|参与|参评|申报|报名|接受|开展|组织)/u;

/** "第二档" beside "未参加考核": what was graded took part. */
const byGrade = (run: Run, { core }: Fact): boolean | null =>
  TAKEN_PART.test(core) && statedGrade({ ...run, steps: [] }, bandsOf(run.rule)) !== null ? true : null;

/** "没有通过" beside "通过认证2个以上", "未创建" of 党建品牌创建数: none of what is counted, or some. */
function byCount({ rule, name, figures: { actual } }: Run, fact: Fact): boolean | null {
  if (actual.kind !== "number" || actual.dimension !== "count" || actual.open !== null) return null;
  const counted = bandsOf(rule).some(
    ({ when }) =>
      (when.kind === "interval" || when.kind === "reached") &&
      when.measure === "value" &&
      !isOfNone(when) &&
      (when.name.includes(fact.core) || (notDone(fact) && overlaps(name, fact.core))),
  );
  return counted ? !actual.value.isZero() : null;
}

/** "事故0起得满分": there what happens is counted, and no deed. */
const isOfNone = (when: Extract<Test, { kind: "interval" | "reached" }>): boolean =>
  when.kind === "reached" && Number(when.at.number) === 0;

/** That something rose or fell, and nothing else. */
const MOVED = /^(?:净|同比|实际|总量)?(?:(增加|增长|上升|提升|提高|增|升)|减少|下降|降低|负增长|下滑|流失|减|降)$/u;

/** "净减少" beside "净增11家", "不降" beside "下降7%": which way the figure went. */
function byWay({ rule, figures: { actual } }: Run, { core }: Fact): boolean | null {
  const moved = MOVED.exec(core);
  if (moved === null || actual.kind !== "number" || actual.open !== null) return null;
  if (actual.value.isZero()) return false;
  const way = actual.way ?? (countsChange(rule) ? (actual.value.isNegative() ? "down" : "up") : null);
  return way === null ? null : (way === "up") === (moved[1] !== undefined);
}

/** Whether bands count by how much there are more: "净增15家得满分". */
const countsChange = (rule: Run["rule"]): boolean =>
  bandsOf(rule).some(
    ({ when }) =>
      (when.kind === "interval" || when.kind === "reached") &&
      (when.measure === "change" || /净增加?$|增长[率量额]?$/u.test(when.name)),
  );
