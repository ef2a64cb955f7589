/**
 * What the indicator's figure tells nothing of: another rate beside bands on its own ("问卷回收率低于60%的不得分"), a part of it
 * ("其中进校园场次"), the quality of what is counted or dated. Only a person can say whether it is so.
 */

import { bandsOf, isAward, stepsOf } from "../rule/rule";
import type { PlacedBand, Test } from "../rule/rule";
import type { Outcome } from "../tree";
import { overlaps } from "./implied-facts";
import type { Run } from "./run";

/** "三季度末执行率" beside the year's own. */
const OF_PART_OF_YEAR = /季度末|半年|下半年|前三季度|[一二三四]季度|\d{1,2}月[末底]/u;

/** Words of a name that say only that something is counted, done or measured. */
const GENERAL = new RegExp(
  [
    "完成|达成|实际|举办|开展|组织|实施|达到|实现|落实|全年|年度|累计|本年|当年|其中|项目|工作|任务|指标|目标|计划|情况|数量|人数|人次",
    "场次|次数|户数|件数|个数|面积|金额|总数|总量|比例|比率|占比|程度|进度|得分|分数|[率度值数量额的]",
  ].join("|"),
  "gu",
);

/** What a name holds that counts what went wrong. */
const AMISS = /超期|逾期|延期|不合格|不达标|差错|错误|退回|退件|投诉|漏|违规|返工|空置|闲置|结转|虚假|无效|重复|未/u;

const bare = (name: string): string => name.replace(GENERAL, "").replace(/[^\p{L}]/gu, "");

/** The names by which the rule's other statements call what they measure; empty ones are the indicator itself. */
function otherNames(run: Run, name: string): readonly string[] {
  const bands = bandsOf(run.rule).flatMap(({ when, then }) =>
    (when.kind === "interval" || when.kind === "reached") && when.name !== name
      ? [{ name: when.name, award: isAward(then) }]
      : [],
  );
  const others = bandsOf(run.rule).filter(
    ({ when, then }) => isAward(then) && !["interval", "reached"].includes(when.kind),
  );
  const steps = stepsOf(run.rule).flatMap(({ of = "", what }) =>
    (of === name ? [] : [of]).concat(what === "" ? [] : what),
  );
  const unnamed = [...others.map(() => ""), ...steps];
  return [...bands.filter(({ award }) => award).map((one) => one.name), ...unnamed];
}

/** "增幅每低1个百分点" beside "较上年增长5%": the change that is measured, by another name. */
const OF_CHANGE = /^(?:增长率|增长幅度|增幅|增速|增长|降幅|下降幅度|下降率|降低率|涨幅)$/u;

const speaksOfChange = ({ name, rule }: Run): boolean =>
  /增长|增幅|增速|下降|降低|降幅|减少|提[高升]|上升/u.test(name) ||
  bandsOf(rule).some(({ when }) => when.kind === "interval" && ["change", "fall"].includes(when.measure));

/**
 * "覆盖率达到98%得满分；山区县达到90%得满分": less than what earns all the marks earns them too, for some that the indicator does
 * not name.
 */
function isEasedFor(run: Run, name: string): boolean {
  const full = bandsOf(run.rule).flatMap(({ when, then }) =>
    when.kind === "interval" && then.kind === "full" && when.low !== null && when.high === null
      ? [{ name: when.name, low: Number(when.low.number), unit: when.low.unit }]
      : [],
  );
  const own = full.find((one) => one.name === name);
  const whole = full.find((one) => one.name !== name && one.unit === own?.unit);
  if (own === undefined || whole === undefined || full.length !== 2 || own.low >= whole.low) return false;
  return bare(name).length >= 2 && !overlaps(run.name, bare(name)) && !overlaps(whole.name, bare(name));
}

/** Whether a name stands for something else than the indicator and than everything else that the rule measures. */
export function isForeignName(run: Run, name: string): boolean {
  const own = bare(name);
  if (own.length < 2 || run.name === "") return false;
  if (isAwarded(run, name)) return isEasedFor(run, name);
  // "其中境外游客不足1万人次": a part of what is counted, by the text's own word.
  if (name.startsWith("其中")) return !run.name.includes(own);
  if (OF_CHANGE.test(name) && speaksOfChange(run)) return false;
  if (OF_PART_OF_YEAR.test(name) && !OF_PART_OF_YEAR.test(run.name)) return true;
  return isNoneOf(run, name, otherNames(run, name));
}

/** "参训率不足90%时，得分减半": what is left of the marks that others earn. */
const isHalving = (then: Outcome): boolean => then.kind === "share" && then.left === true;

/** Whether a figure by that name earns marks. */
const isAwarded = ({ rule }: Run, name: string): boolean =>
  bandsOf(rule).some(
    ({ when, then, role }) =>
      role === "band" &&
      isAward(then) &&
      !isHalving(then) &&
      (when.kind === "interval" || when.kind === "reached") &&
      when.name === name,
  );

/** Whether a name is neither the indicator's nor one of the others. */
function isNoneOf(run: Run, name: string, others: readonly string[]): boolean {
  const own = bare(name);
  const amiss = AMISS.exec(own)?.[0];
  // "超期办结案件占比" beside 案件办结率: what went wrong among it.
  if (amiss !== undefined && others.length > 0) return ![run.name, ...others].some((other) => other.includes(amiss));
  if (isPartOfThem(run, own, others) || isShareAmongThem(run, name, own) || isNarrower(run, own, others)) return true;
  if (overlaps(run.name, own)) return false;
  return others.length > 0 && !others.some((other) => other !== "" && overlaps(other, own));
}

/** "同时要求全国性赛事不少于2场" beside 举办赛事: some of what is counted, of which the figure does not tell. */
function isPartOfThem({ name }: Run, own: string, others: readonly string[]): boolean {
  const told = own.replace(/^(?:同时|并且|并|且|还|另)?(?:应|须|需|要求|保证|确保)?/u, "");
  return others.some((other) => {
    const whole = bare(other);
    const which = whole.length >= 2 && told.endsWith(whole) ? told.slice(0, -whole.length) : "";
    return which.length >= 2 && !name.includes(which);
  });
}

/** What the same people are called by, of whose satisfaction a text speaks. */
const ANYBODY = /满意$/u;

/**
 * "脱贫户增收" beside 农户增收, "境外游客" beside 接待游客: the same head with a word before it that nothing else in the rule
 * has. Where no figure of it is told, only a person can say.
 */
function isNarrower({ name, rule }: Run, own: string, others: readonly string[]): boolean {
  // Where all that the rule says takes marks for one thing, its names are that thing's.
  const apart = bandsOf(rule).some(({ then }) => isAward(then)) || stepsOf(rule).some(({ region }) => region === null);
  if (!apart) return false;
  const known = [name, ...others].filter((other) => other !== "");
  // "产业园区新增入驻企业每完成1家得0.5分" of 新增入驻企业数: all that the rule speaks of, told at more length.
  if (others.length === 0 && own.endsWith(bare(name))) return false;
  return known.some((other) => {
    const head = withoutEnd(own, bare(other));
    // "就业困难人员就业" beside 新增就业: the head said once more tells them not apart.
    const which = head.split(own.slice(head.length)).join("");
    return which.length >= 2 && !ANYBODY.test(own) && !known.some((one) => overlaps(one, which));
  });
}

/** A name without the two or more characters that it ends in like another; nothing where it does not. */
function withoutEnd(own: string, other: string): string {
  let same = 0;
  while (same < own.length && same < other.length && own.at(-1 - same) === other.at(-1 - same)) same += 1;
  return same >= 2 ? own.slice(0, own.length - same) : "";
}

/** "乡村教师占比低于40%" beside 培训合格率: what share of them were such, which no rate of how they did tells. */
const isShareAmongThem = ({ name }: Run, called: string, own: string): boolean =>
  /(?:占比|比重)$/u.test(called) && !/(?:占比|比重|比例)$/u.test(name) && !name.includes(own);

/** "按资金到位率计分" beside what was built: the rate of something else. */
export function isForeignRate(run: Run, called: string): boolean {
  const own = bare(called);
  return own.length >= 2 && run.name !== "" && !overlaps(run.name, own);
}

/** What a comparison with the target begins its verb with. */
const VERB =
  /(?:未能?|不|没有?)?(?:完成|达到|达标|达成|超支|超编|超标|超限|超出|超过|超预算|低于|高于|控制|符合|实现|突破|满足).*$/u;

/** "因公出国费用超支的" beside all of 三公经费: the target of something else. */
export function isOfOtherTarget(run: Run, test: Extract<Test, { kind: "target" }>, then: Outcome): boolean {
  const subject = test.text.replace(VERB, "");
  if (subject === test.text || bare(subject).length <= 2) return false;
  // "军转安置人员超编的不扣分": of some of them only.
  if (then.kind === "full" && then.spared === true) return !run.name.includes(bare(subject));
  return !isAward(then) && isForeignName(run, subject);
}

/** What an indicator that tells of times is called by. */
const OF_TIME = /及时|时效|时限|时间|工期|进度|[按如准逾超延][时期]/u;

/**
 * "未办理延期手续的再扣0.5分", "特种设备未按期检验的，本项计零分": what takes marks besides, and is neither the figure of the cell nor a
 * time that the indicator tells. Cells in words may say it.
 */
export function isBesidesFigure(run: Run, { when, then, role }: PlacedBand, bands: readonly PlacedBand[]): boolean {
  const { actual, target } = run.figures;
  if (actual.kind !== "number" && actual.kind !== "date") return false;
  const more = (then.kind === "minus" || then.kind === "minus-share") && then.more === true;
  if (more && role === "extra") return when.kind === "fact" ? when.sort !== "event" : when.kind === "each";
  return (
    when.kind === "in-time" &&
    !when.holds &&
    then.kind === "nothing" &&
    actual.kind === "number" &&
    target.kind === "number" &&
    target.dimension === "rate" &&
    !OF_TIME.test(run.name) &&
    bands.some((b) => isAward(b.then) && b.when.kind === "interval")
  );
}

const QUALITY = /^(?:质量|安全|环保|验收|资料|手续|程序|档案|数据)/u;

const FUNDS = /^(?:配套|专项|项目)?(?:资金|经费|款项|拨款)/u;

/** "质量不达标" beside a date or a number that is not one of quality. */
export function isOfQuality(run: Run, test: Extract<Test, { kind: "target" }>): boolean {
  const { target } = run.figures;
  const { kind } = target;
  // "资金足额到位" beside so many people.
  const counts = target.kind === "number" && !["money", "rate"].includes(target.dimension);
  const said = (QUALITY.exec(test.text) ?? (counts ? FUNDS.exec(test.text) : null))?.[0];
  return said !== undefined && !run.name.includes(said) && (kind === "date" || kind === "number");
}
