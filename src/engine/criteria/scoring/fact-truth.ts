/** Whether a fact is so: what the cell states, what the figure implies, else what a person must say. */

import { isJudged, isMishap } from "../words";
import { isAward, bandsOf, stepsOf } from "../rule/rule";
import type { PlacedBand } from "../rule/rule";
import { deedDone } from "./denied-deeds";
import { distinctCores, factsIn, testWords } from "./facts";
import type { Fact } from "./facts";
import { happened } from "./happened";
import { implied, isWholeRate, namesIndicator, ofTarget, overlaps, partlyDone, undone } from "./implied-facts";
import type { Run } from "./run";
import { use } from "./run";
import { NOTHING_THERE, cleaned, compared, states } from "./said-facts";
import { isOwnPraise, saysSame } from "./said-band";
import { timeSaid } from "./said-time";
import { byState } from "./state-reached";
import { byCells } from "./fact-of-cells";
import { byWay } from "./fact-of-change";

/** Whether the core of a fact is so: by what the cell states, by the figure; null where neither tells. */
export function truthOf(run: Run, fact: Fact, role: PlacedBand["role"]): boolean | null {
  const { actual } = run.figures;
  if (isOfUntoldCause(run, fact)) return null;
  const answer = toldPlainly(run, fact, role);
  if (answer !== null) return answer;
  if (actual.kind === "text" || actual.kind === "growth") return stated(run, fact, actual.text, role);
  if (fact.core === "是" && actual.kind === "number" && actual.open === null && run.figures.target.kind === "number")
    return !actual.value.isZero();
  if (actual.kind === "number" && /^(?:是|否|有|无)$/u.test(fact.text) && run.figures.target.kind !== "number")
    return null;
  return byNumber(run, fact, role);
}

/** What the cell answers in so many words, by a state, a way, a yes or a no, a year. */
const toldPlainly = (run: Run, fact: Fact, role: PlacedBand["role"]): boolean | null =>
  byCells(run, fact) ??
  lacking(run, fact) ??
  byState(run, fact) ??
  (role === "extra" ? null : byWay(run, fact)) ??
  answersName(run, fact) ??
  answersAll(run, fact, role) ??
  inAnotherYear(run, fact) ??
  nothingToMeasure(run, fact) ??
  deedDone(run, fact) ??
  happened(run, fact);

/** "不缺项" beside "5" of "6项": what was to be there is. Null for every other fact, and where what lacks is counted. */
function lacking({ name, figures: { target, actual } }: Run, { core }: Fact): boolean | null {
  if (!/^(?:出现|存在|有)?[缺漏欠](?:项|失|漏|额|少|报)?$/u.test(core) || /[缺漏欠]/u.test(name)) return null;
  if (target.kind !== "number" || actual.kind !== "number" || target.dimension !== actual.dimension) return null;
  return target.value.gt(0) ? actual.value.lt(target.value) : null;
}

/** "主观原因未完成": that it was not done does not say why. */
const isOfUntoldCause = ({ figures: { actual } }: Run, { text }: Fact): boolean =>
  actual.kind === "text" && /^因?[主客]观(?:原因|因素)/u.test(text) && !actual.text.includes("因");

/** "是" of "是否编制年度方案" beside "编制得3分": the name asks, the cell answers. Null for every other fact. */
function answersName({ name, figures: { actual } }: Run, fact: Fact): boolean | null {
  if (actual.kind !== "text") return null;
  if (fact.core === "是" && /^(?:是|否|有|无|没有)$/u.test(actual.text)) return /^[是有]$/u.test(actual.text);
  if (!/^[是否]$/u.test(actual.text) || fact.core.length < 2) return null;
  return name.startsWith("是否") && name.slice(2).includes(fact.core) ? actual.text === "是" : null;
}

/** "是" of a target "是": what earns the marks is so, and what costs them is not. Null for every other cell. */
function answersAll({ rule, figures: { actual, target } }: Run, fact: Fact, role: PlacedBand["role"]): boolean | null {
  if (actual.kind !== "text" || target.kind !== "text" || target.text !== "是" || !/^[是否]$/u.test(actual.text))
    return null;
  const bands = bandsOf(rule);
  // Praise of oneself ("圆满完成") is no answer.
  if (fact.sort === "quality" || isJudged(fact.text)) return null;
  if (role === "extra" || bands.filter((b) => isAward(b.then)).length !== 1 || stepsOf(rule).length > 0) return null;
  const award = bands.find((b) => isAward(b.then))!;
  const earns = factsIn(award.when).includes(fact);
  // "未通过验收的不得分" speaks of something else than what the answer is to.
  if (!earns && !overlaps(testWords(award.when), fact.core)) return null;
  if (actual.text === "是") return earns !== fact.denied;
  // Which of several was not so, the cell does not say.
  const alone = bands.some((b) => b.when === fact);
  return alone ? earns === fact.denied : null;
}

/** "没有楼堂馆所项目的部门按满分计算" beside a rate of it: there is some. Null for every other fact. */
function nothingToMeasure({ rule, figures: { actual } }: Run, { text, denied }: Fact): boolean | null {
  if (!denied || !NONE_OF_IT.test(text) || actual.kind !== "number" || actual.value.isZero()) return null;
  const what = text.replace(/^(?:没有|无|未有|未设|未安排)/u, "");
  return bandsOf(rule).some(
    ({ when }) => when.kind === "interval" && when.name.length > 2 && overlaps(when.name, what.slice(0, 3)),
  )
    ? true
    : null;
}

const NONE_OF_IT = /^(?:没有|无|未有|未设|未安排).{2,}(?:部门|单位|地区|县区|项目|支出|经费)$/u;

/** "跨年完工": in a year behind the target's; a day without a year is in the target's. Null for every other fact. */
function inAnotherYear({ figures: { target, actual } }: Run, fact: Fact): boolean | null {
  if (actual.kind !== "date" || !/^(?:跨年度?|次年|翌年)(?:完成|完工|竣工|建成|交付|发放|拨付)?$/u.test(fact.text))
    return null;
  if (actual.year === null) return false;
  return target.kind === "date" && target.year !== null ? actual.year > target.year : null;
}

/** What excuses a shortfall ("因不可抗力", "经批准调整的"): a figure never tells whether it was so. */
const EXCUSE = /^(?:如?因|由于|[主客]观(?:原因|因素)|[经非].{2,}|遇|如遇|受|确?系|属于?|确属).{2,}/u;

/** Of which of them it is so ("首年实施的项目", "外包整理部分"): a figure never tells of which. */
const WHICH = /部分$|的(?:项目|单位|企业|地区|乡镇|县区|人员|学校|情形|工程|路段|断面|月份|期间|事项)$/u;

/** "因工作失误造成不良影响" where just that is counted: what it came of is told with it. */
const isCountedWithCause = ({ name, figures: { target } }: Run, { text, sort }: Fact): boolean => {
  const came = /^因.{2,}?(?:造成|引发|导致|产生|引起|发生|出现)(.{2,})$/u.exec(text)?.[1];
  return (
    sort === "event" && came !== undefined && target.kind === "number" && target.value.isZero() && name.includes(came)
  );
};

const isUntold = (run: Run, fact: Fact): boolean =>
  (EXCUSE.test(fact.text) && !isCountedWithCause(run, fact)) ||
  (fact.sort !== "event" && !fact.denied && WHICH.test(fact.text));

/** What a figure tells of a fact. */
function byNumber(run: Run, fact: Fact, role: PlacedBand["role"]): boolean | null {
  if (role === "extra" && hasNoneToFollow(run, fact)) return false;
  if (isUntold(run, fact)) return null;
  // What was done on a day was done.
  if (run.figures.actual.kind === "date" && fact.denied && fact.sort === "done") return true;
  if (role === "extra") return fact.partly ? partlyDone(run, fact) : (excluded(run, fact) ?? undone(run, fact));
  return role === "demand" && demandedAgain(run, fact) ? ofTarget(run) : implied(run, fact);
}

/**
 * "工资足额发放，每差一人扣0.1分" of 工资发放人数: what the indicator counts, asked for before the steps that tell what is short of it.
 */
function demandedAgain(run: Run, fact: Fact): boolean {
  const counted = stepsOf(run.rule).some((step) => step.direction === "short" || step.direction === "over");
  return counted && !fact.denied && run.name !== "" && namesIndicator(run, fact);
}

/** What the words of the cell state of the fact. */
function stated(run: Run, fact: Fact, words: string, role: PlacedBand["role"]): boolean | null {
  const told = inTime(run, fact) ?? (role === "extra" ? null : incomplete(run, fact));
  if (told !== null) return told;
  const bands = bandsOf(run.rule);
  const exact = bands.flatMap((b) => factsIn(b.when)).find((f) => f.text === words);
  if (exact !== undefined && excludes(exact, fact)) return false;
  const several = distinctCores(bands.filter((b) => isAward(b.then))).length > 1;
  if (exact !== undefined && role !== "extra" && several && bands.every((b) => b.when.kind !== "all"))
    return asNamed(run, fact, exact);
  if (isGraveDenied(fact, words) || isSortOfNone(run, fact, words)) return false;
  return role === "extra" && isOtherwiseNothing(run, fact, words)
    ? null
    : inWords(run, fact, words, several && exact === undefined);
}

/** What the cell states word for word leaves no room for another fact: its denial, or less of it. */
const excludes = (exact: Fact, fact: Fact): boolean => isWholeOf(exact, fact) || isDenialOf(exact, fact);

/** "无" beside a grave happening: it did not happen. */
function isGraveDenied(fact: Fact, words: string): boolean {
  return fact.sort === "event" && fact.grave && /^(?:无|没有|未发生|否)/u.test(words);
}

/** "涉及挪用的不得分" beside "未发现违规问题": what would be a sort of what did not happen. */
function isSortOfNone(run: Run, fact: Fact, words: string): boolean {
  const none = /^(?:无|没有|未发现|未发生|未出现|不存在)(.{2,})$/u
    .exec(words)?.[1]
    ?.replace(/(?:问题|行为|情况|现象)$/u, "");
  return (
    none !== undefined &&
    /^(?:其中)?(?:涉及|情节|性质|属于)/u.test(fact.text) &&
    stepsOf(run.rule).some(({ direction, what }) => direction === "event" && what.includes(none))
  );
}

/** "无" answers for what the indicator counts, not for whatever else the text takes marks for. */
function isOtherwiseNothing(run: Run, fact: Fact, words: string): boolean {
  return NOTHING_THERE.test(cleaned(words)) && !ofTheIndicator(run, fact);
}

/** "无促进作用" beside "有所促进", which the cell states in the criterion's own words. */
function isDenialOf(exact: Fact, fact: Fact): boolean {
  return exact !== fact && !exact.denied && fact.denied && fact.sort !== "event" && overlaps(fact.core, exact.core);
}

/** All of it, in the criterion's own words, is not a part of it. */
function isWholeOf(exact: Fact, fact: Fact): boolean {
  return fact.partly && !exact.partly && !isJudged(exact.text);
}

/** What is done in time, by the word that says so. */
const IN_TIME =
  /^按(?:计划|规定|约定|要求)(?:的)?(?:时间|时限|期限|节点).{0,6}$|^.{0,6}(?:及时|按时|按期|如期|准时)$|^(?:及时|按时|按期|如期|准时).{0,6}$/u;

/** "提前完成" beside words that say how early or late it was. */
function inTime(run: Run, fact: Fact): boolean | null {
  const { actual } = run.figures;
  if (actual.kind !== "text" || actual.time === undefined) return null;
  if (timeSaid(fact.text)?.way === "early") return actual.time.way === "early";
  // "公开及时" beside "延迟3天".
  return IN_TIME.test(fact.core) ? actual.time.way !== "late" : null;
}

/** "资料齐全得5分，缺一项扣1分" beside "缺2项": something is missing. */
function incomplete(run: Run, fact: Fact): false | null {
  const { actual } = run.figures;
  const lacking = actual.kind === "text" && actual.gap?.way === "short" && Number(actual.gap.number) > 0;
  return lacking && fact.sort === "quality" && !fact.denied && stepsOf(run.rule).some((s) => s.direction === "short")
    ? false
    : null;
}

/** The cell gives the words of one of the rule's facts: the others are not so. */
function asNamed(run: Run, fact: Fact, exact: Fact): boolean | null {
  if (isJudged(exact.text) || use(run, "stated-fact") !== "accept") return null;
  return exact === fact ? !fact.denied : fact.core === exact.core ? !exact.denied : false;
}

/** What the words state of a fact; the target's own comparison given back ("低于控制价") tells nothing more. */
function saidBeside({ figures: { target } }: Run, words: string, { text }: Fact): ReturnType<typeof states> {
  const echo = target.kind === "text" && target.text === words;
  return (echo ? null : compared(words, text)) ?? states(words, text);
}

/** "通过" of 项目验收情况 beside "通过验收": what was passed, the name says. */
function isVerbOfName({ name }: Run, { core, denied }: Fact, words: string): boolean {
  const said = cleaned(words);
  if (denied || said.length < 2 || core.length < said.length + 2) return false;
  // "测评通过" of 等保测评通过情况 beside "通过".
  if (core.endsWith(said) && name.includes(core.slice(-said.length - 2))) return true;
  return core.startsWith(said) && name.includes(core.slice(said.length));
}

/** What the words say of the fact's own; `unnamed` where the rule has several facts, none in just these words. */
function inWords(run: Run, fact: Fact, words: string, unnamed: boolean): boolean | null {
  const said =
    cleaned(words) === fact.core || isVerbOfName(run, fact, words)
      ? fact.denied
        ? "denies"
        : "affirms"
      : saidBeside(run, words, fact);
  // What is not done at all is not done in part.
  if (said === null) return fact.partly && /^(?:尚?未|没有?|不)/u.test(words) ? false : null;
  if (unnamed && said === "affirms" && earnsByOtherWords(run, fact, words)) return null;
  if (!isAccepted(run, fact, words)) return null;
  run.steps.push({ code: "step-stated", actual: words, verdict: fact.text, holds: said === "affirms" });
  return (said === "affirms") !== fact.denied;
}

/**
 * Whether what the cell states of a fact counts. A judgement of oneself does not, unless it answers in the fact's own
 * words what the rule tells apart.
 */
function isAccepted(run: Run, fact: Fact, words: string): boolean {
  const soft = isJudged(fact.text) && !isMishap(fact.text) && (isOwnPraise(run, words) || !inItsWords(words, fact));
  return soft ? use(run, "stated-judgement") === "accept" : use(run, "stated-fact") === "accept";
}

/** Whether the cell says the core of a fact, or denies it, in the fact's own words. */
function inItsWords(words: string, fact: Fact): boolean {
  const whole = fact.text.replace(/^(?:未能?|没有?|不|无)/u, "");
  return [fact.core, whole, `未${fact.core}`, `未${whole}`].some((one) => saysSame(words, one));
}

/** Whether the cell says in other words what earns marks beside other facts that do. */
function earnsByOtherWords(run: Run, fact: Fact, words: string): boolean {
  if (cleaned(words) === cleaned(fact.text) || fact.denied) return false;
  return isAward(bandOf(bandsOf(run.rule), fact)?.then ?? { kind: "nothing" });
}

function bandOf(bands: readonly PlacedBand[], fact: Fact): PlacedBand | undefined {
  return bands.find((b) => factsIn(b.when).includes(fact));
}

/** What comes of what the steps count: where there was none of it, nothing came of it. */
const FOLLOWS =
  /^(?:其中)?(?:(?:造成|引发|导致|产生|引起|情节|性质|影响).{0,4}(?:影响|后果|严重|恶劣|损失|舆情|反响|较大|重大|很大)|.{0,6}重复发生$)/u;

/** What it was found to be: "因学术不端被认定的", "因材料虚假被退回的" of what is sent back. */
const FOUND = /^因.{2,}被(认定|查实|判定|定性|.{2})(?:的)?$/u;

function followsFromSteps(run: Run, fact: Fact): boolean {
  const steps = stepsOf(run.rule).filter(({ direction }) => direction === "event");
  const found = FOUND.exec(fact.text)?.[1];
  return (
    steps.length > 0 &&
    (FOLLOWS.test(fact.text) ||
      (found !== undefined && (/^(?:认定|查实|判定|定性)$/u.test(found) || steps.some((s) => s.what.includes(found)))))
  );
}

/** "情节严重的" beside "0次": where nothing happened, nothing came of it. */
const hasNoneToFollow = (run: Run, fact: Fact): boolean =>
  [run.figures.target, run.figures.actual].every((one) => one.kind === "number" && one.value.isZero()) &&
  followsFromSteps(run, fact);

/**
 * What a figure says of something on top of the rule: nothing happened where nothing is counted, or all was reached.
 */
function excluded(run: Run, fact: Fact): boolean | null {
  const { actual, target } = run.figures;
  if (actual.kind !== "number" || target.kind !== "number" || actual.open !== null) return null;
  const none = target.value.isZero() && actual.value.isZero();
  const whole = isWholeRate(target) && actual.dimension === "rate" && actual.value.gte(1) && run.better !== "less";
  return fact.sort === "event" && (none || (whole && fact.grave)) && ofTheIndicator(run, fact) ? false : null;
}

/**
 * Whether a happening is of the kind that the indicator counts, by the words of its name, of the steps and of the
 * bands.
 */
function ofTheIndicator(run: Run, fact: Fact): boolean {
  const core = fact.core.replace(/若|如|情节|特别|重大|严重|较大|特大|恶劣|致命|及以上|以上|一般|责任/gu, "");
  if (core.length <= 1) return true;
  const steps = stepsOf(run.rule).map((s) => s.what);
  const bands = bandsOf(run.rule).map((b) => nameIn(b, fact));
  const named = [run.name, ...steps, ...bands].join("");
  if (named.replace(/未(?:按)?完成|发生|出现/gu, "") === "") return core.endsWith("事故");
  return overlaps(named, core);
}

/** What a band speaks of, where that is not the fact itself. */
function nameIn({ when }: PlacedBand, fact: Fact): string {
  if (when.kind === "interval" || when.kind === "reached") return when.name;
  return when.kind === "fact" && when !== fact ? when.core : "";
}
