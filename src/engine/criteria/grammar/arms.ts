/** A condition with what it gives, and a step with what it takes: which of them go together. */

import type { Clause, Condition, Expression, Limit, Outcome, Quantity, StepClause } from "../tree";
import { percentShare } from "./build";
import { unitOf } from "../../language";

const AWARDS: readonly Outcome["kind"][] = [
  "full",
  "points",
  "share",
  "nothing",
  "minus",
  "minus-share",
  "plus",
  "proportion",
  "discretion",
  "either",
  "formula",
  "points-between",
  "share-between",
  "interpolation",
];

/** A condition with what it gives; null where the two belong to a clause of another kind. */
export function arm(when: Condition | null, then: Outcome, words: string): Clause | null {
  if (!AWARDS.includes(then.kind) || (when !== null && contradicts(when)) || lessens(when, then, words)) return null;
  if (isBoundOrPart(then, words)) return null;
  if (when !== null && (belongsElsewhere(when, then, words) || convertsPart(when, then, words))) return null;
  // "不得满分" is less than all the marks, not all of them.
  if (then.kind === "full" && /不(?:得|能得?|给|予)满分$/u.test(words)) return null;
  if (when?.kind === "fact" && namesFigure(then, words)) return null;
  return { kind: "arm", when, then, limit: null };
}

/** "不足10%不扣分" tells how a part of a step counts, "均不超过满分" bounds the marks. */
const BOUNDS_OR_PARTS = new RegExp(
  [
    "累[计加][计得]分$",
    "^不足\\d.*不扣分?$",
    "^(?:差额|余额|余数|尾数|零头|剩余)不足\\d",
    "(?:不得?|未)超过?(?:该项|本项|指标)?满分(?:[\\d.]+分)?$",
  ].join("|"),
  "u",
);

/** "达到98%的满分": the number is what is reached, and no share of the marks. */
const REACHES_NUMBER = /(?:达到?|不?低于|不少于|不?高于|不?大于|不?小于|不?超过?|等于|[≥≤<>=])[\d.]+%的?(?:满分|分)$/u;

const isBoundOrPart = ({ kind }: Outcome, words: string): boolean =>
  BOUNDS_OR_PARTS.test(words) || (kind === "share" && REACHES_NUMBER.test(words));

/** "满意度调查得分" names a figure and gives nothing. */
const NAMES_A_FIGURE = /(?:调查|测评|考核|评价|评估|考评|评议)[得计]分$/u;

/** "年末序时进度为100%" tells how far one is to be by then, and gives nothing. */
const TELLS_PROGRESS = /进度(?:目标)?[为是][\d.]+%$/u;

const namesFigure = ({ kind }: Outcome, words: string): boolean =>
  (kind === "full" && NAMES_A_FIGURE.test(words)) ||
  ((kind === "full" || kind === "share") && TELLS_PROGRESS.test(words));

/** "折合为指标分值" scales what the marks come to, and gives none. */
const SCALES = /^(?:最终|最后)?(?:得分|分数)?(?:折合|折算|换算|折计)[为成]?$/u;

/** "线上活动按50%折算": how some of what is counted counts, no share of the marks. */
const convertsPart = (when: Condition, { kind }: Outcome, words: string): boolean =>
  kind === "share" && when.kind === "fact" && !when.denied && /(?:折算|折计|换算|计入|统计)$/u.test(words);

/** "每季度开展1次得满分" asks for all of them; so much for each is a step. */
const isOfEach = (when: Condition, { kind }: Outcome): boolean =>
  (holdsEach(when) && !["full", "share"].includes(kind)) || (kind === "share" && isEachDone(when));

/** "每完成一个得1/6分值": so much for each that is done, and no condition on all of them. */
const isEachDone = (when: Condition): boolean =>
  when.kind === "all" ? when.of.some(isEachDone) : when.kind === "each" && /^每完成[1一]/u.test(when.text);

/** What each costs, or the first of them, is a step. */
const isStepOrStretch = (when: Condition, then: Outcome): boolean => isOfEach(when, then) || isByNumber(when, then);

/** "第1次" and "前5户" tell which of what is counted, and are no figure. */
function isByNumber(when: Condition, then: Outcome): boolean {
  const name = when.kind === "range" || when.kind === "bare" ? when.name : when.kind === "fact" ? when.text : "";
  return /(?:^|自|从)第$/u.test(name) || (/^[前头]$/u.test(name) && then.kind !== "points");
}

/** Whether a condition with what it gives is a step, a bound, a heading or the name of what is worked out. */
function belongsElsewhere(when: Condition, then: Outcome, words: string): boolean {
  if (isStepOrStretch(when, then)) return true;
  switch (when.kind) {
    case "fact":
      return namesOrHeads(when, then, words) || /^其(?:余|他|它)为/u.test(when.text) || SCALES.test(when.text);
    case "range":
      return bounds(when, then, words) || isOneMore(then, words);
    case "in-time":
      // "每月按时发放得0.5分": so much for each of them.
      return /^[于在]?每/u.test(when.text) && then.kind === "points";
    case "bare":
      return countsOne(when.at, then) || isOnePoint(when, then);
    case "all":
      // "少于目标的，1人扣2分": each one of them.
      return when.of.slice(1).some((one) => one.kind === "bare" && one.name === "" && countsOne(one.at, then));
    case "target":
      return isPartOfName(when.text, then, words) || OF_MARKS.test(when.text) || TELLS_TARGET.test(words);
    default:
      return false;
  }
}

/** "总分不超过10分" bounds the marks and compares nothing. */
const OF_MARKS = /^(?:总分|得分|本项得分|该项得分|分数)(?:不超过?|不高于|不大于|不得超过)$/u;

/** "目标值为95%" tells the target and gives nothing. */
const TELLS_TARGET = /^(?:年度|全年|年初)?(?:目标|指标|计划)[值数]?[为是:][\d.]+%$/u;

/** "完成座数/计划座数×分值": the verb is a part of the name that the formula begins with. */
function isPartOfName(verb: string, then: Outcome, words: string): boolean {
  if (then.kind !== "formula" || !words.startsWith(verb)) return false;
  const first = firstOf(then.expression);
  return first.kind === "unknown" && words.startsWith(first.name, verb.length);
}

function firstOf(formula: Expression): Expression {
  return formula.kind === "binary" ? firstOf(formula.left) : formula;
}

/** Before a formula a noun is the name of what is worked out, and "农户满意度（10分）：" heads. */
function namesOrHeads(fact: Extract<Condition, { kind: "fact" }>, then: Outcome, words: string): boolean {
  if (!fact.denied && ["formula", "interpolation"].includes(then.kind)) return true;
  return /、[^、]*各/u.test(words) || /,满分(?:为)?[\d.]+分$/u.test(words) || /[率度]\([\d.]+分\)$/u.test(words);
}

/** "超过100%的按100%计", "不高于80%得80%": what is given is the bound itself. */
function bounds({ name, low, high }: Extract<Condition, { kind: "range" }>, then: Outcome, words: string): boolean {
  if (/^(?:最终|计算)?(?:结果|得分)$/u.test(name) && high?.at.number === "0") return true;
  if (then.kind === "full") return /[按以取]100%|取1$/u.test(words);
  return then.kind === "share" && high !== null && low === null && percentShare(high.at.number) === then.share;
}

/** One of something that costs marks is a step, be it without 每. */
function countsOne(at: Quantity, then: Outcome): boolean {
  return (
    at.number === "1" &&
    ["count", "days", "months", "hours"].includes(unitOf(at.unit).dimension) &&
    (then.kind === "minus" || then.kind === "minus-share")
  );
}

/** "低于目标值1个百分点扣0.5分": for each of them. */
const isOnePoint = ({ at, measure }: Extract<Condition, { kind: "bare" }>, then: Outcome): boolean =>
  at.number === "1" &&
  unitOf(at.unit).dimension === "rate" &&
  (measure === "shortfall" || measure === "overrun") &&
  (then.kind === "minus" || then.kind === "minus-share");

/** "每少1次" with what it costs is a step; as a condition it could only earn. "4个季度各1次" asks for all. */
function holdsEach(when: Condition): boolean {
  return (
    (when.kind === "each" && when.text.includes("每")) ||
    ((when.kind === "all" || when.kind === "any") && when.of.some(holdsEach))
  );
}

/** Whether a condition in words tells nothing of what the steps count. */
function saysNothingOf(when: Condition, { direction, what, step: { unit } }: StepClause): boolean {
  if (what !== "") return false;
  // Words that neither happen nor are denied bound nothing: what they are there for is not told.
  const spared = when.kind === "fact" && /^除.+外$/u.test(when.text);
  if (when.kind === "fact" && when.sort === "other" && !when.denied && !when.text.includes("、") && !spared)
    return true;
  // "高于5天，超出部分每天": the part beyond is what is counted; it does not happen.
  if (direction === "event" && when.kind === "all" && when.of.some(isPartBeyond)) return true;
  // So many percent that nothing says which way are no occurrences.
  return (when.kind === "all" || when.kind === "fact") && direction === "event" && unitOf(unit).dimension === "rate";
}

/** What is told of each stretch of time. */
const IN_TIME = /^\d|[按及如准]时|[按如]期/u;

const isPartBeyond = (one: Condition): boolean => "text" in one && /超[出过]的?部分/u.test(one.text);

/** A name holds no number, and a part of a figure ("超过5%的部分每1%") does not happen. */
const isNoName = ({ direction, what }: StepClause): boolean =>
  /\d/u.test(what.replace(/^\d{1,2}[日号]前/u, "")) || (direction === "event" && /部[分份]$/u.test(what));

/** What is counted from one mark is counted in its unit: "每低1个百分点在9分基础上". */
function isOfOtherUnit({ from, step: { unit } }: StepClause): boolean {
  return unit === "分" && from !== null && from !== "target" && unitOf(from.unit).dimension === "rate";
}

/** What gives less than it says: a grade lower, half of it, twice as much off. */
const LESSENED = /降(?:低)?(?:一|二|两|半)?(?:个)?(?:等|档|级)|减半|折半|加倍|翻倍|放宽|顺延/u;

/** "发生命案的降一等计分" takes a grade away and gives nothing. */
const lessens = (when: Condition | null, then: Outcome, words: string): boolean =>
  when?.kind === "fact" && then.kind === "full" && LESSENED.test(words);

/** "不少于6次，不足6次的": two ends that leave nothing between them. */
function contradicts(when: Condition): boolean {
  if (when.kind !== "all") return false;
  // "计满分的80%，80%＞完成率≥60%": the first of the two is what the band before gives.
  const [first, ...rest] = when.of;
  if (when.loose && first?.kind === "bare" && first.name === "" && first.at.unit === "%" && rest.some(isOfAnother))
    return true;
  const ranges = when.of.map((one) => (one.kind === "each" ? one.of : one)).filter((one) => one.kind === "range");
  return ranges.some(({ name, low }) =>
    ranges.some(
      ({ name: other, high }) =>
        low !== null &&
        high !== null &&
        // "执行率达到95%且结余率不高于5%": two figures, each with its own end.
        (name === other || name === "" || other === "") &&
        low.at.unit === high.at.unit &&
        (Number(low.at.number) > Number(high.at.number) ||
          (low.at.number === high.at.number && !(low.inclusive && high.inclusive))),
    ),
  );
}

/** What a share of the marks stands before: the next range, the next grade ("得满分的60%，不满意不得分"). */
const isOfAnother = (one: Condition): boolean => isOfRate(one) || one.kind === "grade";

const isOfRate = (one: Condition): boolean =>
  one.kind === "range" && (one.low?.at.unit === "%" || one.high?.at.unit === "%");

/** "目标值100人": the target said once more, which asks nothing of the actual. */
export const repeatsTarget = (c: Condition): boolean =>
  c.kind === "bare" && /^(?:年度|全年|年初)?(?:目标|指标|计划)(?:值|数|数量|人数|次数|任务)?$/u.test(c.name);

/** A step with what it gives or takes; null where the words belong to a clause of another kind. */
export function step(when: Condition | null, count: StepClause, then: Outcome, limit: Limit | null): Clause | null {
  if (when !== null && (repeatsTarget(when) || contradicts(when) || saysNothingOf(when, count))) return null;
  if (["formula", "points-between", "share-between", "interpolation"].includes(then.kind)) return null;
  if (isNoName(count) || isOfOtherUnit(count) || isBandOfOne(when, count, then)) return null;
  // "每少完成一个按比例扣分": in proportion to what was done of the target.
  if (then.kind === "proportion" && then.of === "completion" && count.direction === "short" && when === null)
    return limit === null
      ? { kind: "arm", when: { kind: "target", side: "missed", money: false, text: "未完成" }, then, limit }
      : null;
  return goesWith(count, then) ? { kind: "step", when, count, then, limit } : null;
}

/**
 * "3家以上得满分，1家的不得分": one of what is counted is a number that it came to; "少于目标的，1人扣2分" counts those that are fewer, and
 * "1次" what happened.
 */
function isBandOfOne(when: Condition | null, count: StepClause, then: Outcome): boolean {
  const { direction, what, each, step: of } = count;
  if (direction !== "event" || what !== "" || each || /^(?:次|起|例|件|处|宗|人次|批次?|笔|单|条)$/u.test(of.unit))
    return false;
  const beside = when?.kind === "target" && ["missed", "below", "above", "off"].includes(when.side);
  return !beside || then.kind !== "minus";
}

const GIVES: readonly Outcome["kind"][] = ["points", "share", "full", "plus"];
const TAKES: readonly Outcome["kind"][] = ["minus", "minus-share", "nothing"];

/** Whether what is counted can give or take that. */
function goesWith({ direction, what, each }: StepClause, { kind }: Outcome): boolean {
  // Without 每, an award for one of something is a band of its own.
  if (!each && kind !== "discretion" && !TAKES.includes(kind)) return false;
  // More or less of something that may go either way, late or behind, earns nothing.
  if (["away", "late", "behind"].includes(direction)) return !GIVES.includes(kind);
  if (direction !== "done") return true;
  // What is done costs nothing: "每达到5%扣1分" counts something else.
  if (TAKES.includes(kind)) return false;
  // "每月15日前发放得满分" asks for all of them.
  return !(kind === "full" && what !== "") && !(kind === "share" && IN_TIME.test(what));
}

/** What is asked for in words: that something is done, and done well. */
export function isWellDone({ denied, sort }: Extract<Condition, { kind: "fact" }>): boolean {
  return !denied && (sort === "done" || sort === "quality");
}

/** "超一次扣1分": each one more, not whatever is above one. */
const isOneMore = ({ kind }: Outcome, words: string): boolean =>
  kind === "minus" && /^[超多](?:1|一)[^\d.%％以]{1,2}扣/u.test(words);

/** What can stand alone, because steps or other bands tell what less of it costs. */
/** "预算数：…" only names what is then told. */
const NAMES_TARGET = /^(?:预算|计划|目标|任务|指标|批复|核定)[数值额]$/u;

export function requires(when: Condition): boolean {
  switch (when.kind) {
    case "bare":
      return !repeatsTarget(when);
    case "target":
      return !NAMES_TARGET.test(when.text);
    case "range":
    case "date":
    case "in-time":
    case "each":
      return true;
    case "all":
      return when.of.every((one) => requires(one) || (one.kind === "fact" && isWellDone(one)));
    default:
      return false;
  }
}
