/** What a number or a remark speaks of, told by the words around it. */

import type { Bound, Condition, Subject } from "../tree";
import { COMPARATORS, MISHAP } from "../lexicon";
import type { RangePart } from "./condition";

const AIM_WORDS =
  "(?:年初|年度|绩效|预期|既定|设定|规定|计划|目标|指标|任务|预算|成本|控制|总|批复|下达|核定|概算|合同|考核|项目|本年|当年|全年|定额|限额|标准|金额|总额|值|数|额|量)";
const OVERRUN = new RegExp(
  `(?:超支|超出|超过|超预算|超额|超标|超|高于|高出)${AIM_WORDS}{0,8}(?:率|比例|幅度|额度|部分){0,6}(?:的|在|控制在){0,6}$`,
  "u",
);
const SHORTFALL = new RegExp(`(?:滞后|落后|低于|少于|不足|未达到?|短少|缺口)${AIM_WORDS}{1,8}(?:的|在){0,6}$`, "u");
const COMPLETION =
  /(?:完成|达成|实现)(?:率|比例|比率|比|度|程度|进度|情况)|(?:完成|达到|实现|达)?(?:了)?(?:年初|年度|预期|绩效|全年|计划|既定|设定){0,6}(?:目标|任务|指标值|计划数|任务数|目标数)(?:值|数|量|任务){0,6}的?$/u;
const RATIO = /(?:控制|使用|执行|支出|支付|利用|拨付|到位|结余|占预算|占目标)(?:率|比例|比率|比)/u;
/** Rates that are no share of the target: what was wrong, what was good of what was done, how something moved. */
const OWN_RATE =
  /(?:差错|错误|失误|误|故障|投诉|增长|增|增减|下降|降|失业|变动|波动|浮动|节约|节支|结余|结转|逾期|退|死亡|病死|伤亡|损耗|损坏|缺失|空置|流失|污染|发生|发案|返工|返贫|满意|知晓|信任|认可|合格|不良|优良|优秀|达标|通过|准确|及时|稳定|正常|命中|转化|占用|周转)(?:率|度|比例)/u;
const LATE = /延迟|推迟|逾期|超期|滞后|延期|延后|晚于|超时|拖延/u;
const PRIOR = /上年|去年|上一年|同期|往年|前三年|近三年|平均(?:值|数|水平)/u;
const CHANGE = /增长|增幅|增速|提高|上升|下降|降低|减少|增加|变动|降幅|压减|压缩(?!至)/u;
const FILLER = /^(?:完成|达到|达|得|为|在|的|则|实际|计|,|、|且|能|均|有|到|满意度?){0,6}$/u;

/** The subject of a number from the noun before it; where there is none the previous one goes on. */
export function subjectOf(words: string, part: RangePart, previous: Subject | null): Subject {
  const near = words.replace(/^.*[,;。]/u, "");
  if (/偏离|偏差|差异|误差(?!率)|±$/u.test(near)) return "deviation";
  if (OWN_RATE.test(near) && /(?:率|度)$/u.test(near) && ["%", "‰", ""].includes(unitOfPart(part))) return "rate";
  if (LATE.test(near)) return unitOfPart(part) === "%" && /滞后/u.test(near) ? "shortfall" : "late";
  const excess =
    ["超过", "超出", "高于", "大于"].includes(part.prefix) &&
    part.suffixed &&
    part.high !== null &&
    (part.low === null || part.prefix === "超过" || part.prefix === "超出");
  if (excess && near === "" && previous === "deviation" && part.low !== null) return "deviation";
  if (excess || OVERRUN.test(near)) return "overrun";
  if (
    SHORTFALL.test(near) ||
    (["低于", "少于", "小于", "不足"].includes(part.prefix) &&
      part.suffixed &&
      part.high !== null &&
      unitOfPart(part) === "%" &&
      previous === "shortfall")
  )
    return "shortfall";
  const apart =
    /(?:较|比|与|距)(?:计划|目标|预期|年初|指标|任务|既定|设定|标准)[^,]{0,6}?(减少|降低|下降|少|低|差|增加|提高|上升|高|多|超)(?:了)?$/u.exec(
      near,
    )?.[1];
  if (apart !== undefined) return /[减降少低差]/u.test(apart) ? "shortfall" : "overrun";
  if (PRIOR.test(near) && !CHANGE.test(near) && unitOfPart(part) === "%") return "prior";
  if (/排名|名次|位次|排位|列全|位居/u.test(near) && unitOfPart(part) !== "%") return "rank";
  // "指标值≥95%" speaks of the indicator; "达到指标值的80%" of a share of the target.
  if (/^(?:实际)?(?:指标值|目标值)$/u.test(near) && part.prefix !== "") return "value";
  if (COMPLETION.test(near)) return "completion";
  if (RATIO.test(near)) return "ratio";
  if (OWN_RATE.test(near) && ["%", "‰", ""].includes(unitOfPart(part))) return "rate";
  if (FILLER.test(near) && previous !== null)
    return previous === "rank" && unitOfPart(part) === "%" ? "value" : previous;
  return "value";
}

function unitOfPart(part: RangePart): string {
  return (part.low ?? part.high)?.at.unit ?? part.bare?.unit ?? "";
}

/** The words around a number without those that told its subject. */
export function nounAround(words: string, subject: Subject): string {
  switch (subject) {
    case "overrun":
      return words.replace(OVERRUN, "");
    case "shortfall":
      return words.replace(SHORTFALL, "");
    case "late":
      return words.replace(new RegExp(LATE.source, "gu"), "").replace(/超过?|未(?:能)?(?:按时|按期|及时|如期)/gu, "");
    case "deviation":
      return words.replace(/±|超出|超过|高于|低于/gu, "");
    case "change":
    case "prior":
      return words.replace(/不低于|不高于|高于|低于|超过/gu, "");
    case "value":
    case "completion":
    case "ratio":
    case "rate":
    case "rank":
      return words;
  }
}

/** Whether the words right before a range turn it round: "未缩减至上年90%以内", "不能达到90%". */
export function turnsRound(words: string): boolean {
  return /(?:未(?!来)|没有?|不能|无法|未能)[^,;。\d]{0,8}$/u.test(words);
}

const AIM = `${AIM_WORDS}{0,8}(?:目标|指标|计划|任务|要求|控制数|控制额|额度|限额|预算|概算|总额|标准|定额|编制)(?:${AIM_WORDS}|范围|额度){0,8}`;
const TARGETS: readonly (readonly [RegExp, Omit<Extract<Condition, { kind: "target" }>, "text">])[] = [
  [new RegExp(`(?:偏离|不等于)${AIM}$`, "u"), { kind: "target", holds: true, side: "off" }],
  [
    /^(?:不超过?|未超过?|没有超过?|未超出|不超出|未超支|不超支|未超支出)$/u,
    { kind: "target", holds: true, side: "at-most" },
  ],
  [
    /^(?:项目|资金|总){0,6}(?:成本|资金|经费|预算|费用|支出)?(?:有所|实现)?(?:节约|节支|结余|有结余|有节约)$/u,
    { kind: "target", holds: true, side: "at-most" },
  ],
  [
    /^(?:项目|资金|总){0,6}(?:成本|资金|经费|预算|费用|支出)(?:有所)?超支$/u,
    { kind: "target", holds: true, side: "above" },
  ],
  [/^(?:人员|用房|面积|经费)?(?:超编|超员|超标|超限额?|超标准)$/u, { kind: "target", holds: true, side: "above" }],
  [/^(?:超支|超出|超过|超额支出)$/u, { kind: "target", holds: true, side: "above" }],
  [
    new RegExp(
      `(?:未超过?|不超过?|没有超过?|未超出|不超出|不突破|未突破|不高于|不大于|小于等于|小于或等于|低于或等于|≤|控制在|在)${AIM}(?:之|以|范围)?内?$`,
      "u",
    ),
    { kind: "target", holds: true, side: "at-most" },
  ],
  [new RegExp(`(?:未(?:能)?控制在)${AIM}(?:之|以|范围)?内?$`, "u"), { kind: "target", holds: true, side: "above" }],
  [
    new RegExp(
      `(?:不低于|不少于|不小于|大于等于|大于或等于|高于或等于|≥|达到或超过|达到及超过|达到或高于|等于或高于)${AIM}$`,
      "u",
    ),
    { kind: "target", holds: true, side: "at-least" },
  ],
  [new RegExp(`(?:低于|少于|小于|不足|<)${AIM}$`, "u"), { kind: "target", holds: true, side: "below" }],
  [new RegExp(`(?:超过|超出|高于|大于|超|>|突破)${AIM}$`, "u"), { kind: "target", holds: true, side: "above" }],
  [
    new RegExp(
      `(?:未(?:能)?(?:达到|完成|实现|达成|满足)|没有?(?:达到|完成|实现)|未达成?|不符合|达不到|不能完成|未能完成)(?:了)?${AIM}$`,
      "u",
    ),
    { kind: "target", holds: false, side: "met" },
  ],
  [
    new RegExp(`(?:达到|完成|实现|达成|符合|满足|达|等于)(?:了|或超过|并超过|及超过|或优于)?${AIM}$`, "u"),
    { kind: "target", holds: true, side: "met" },
  ],
  [
    /^完成(?:了)?[\p{Script=Han}]{0,8}(?:计划数|任务数|目标数|目标任务|计划任务)$/u,
    { kind: "target", holds: true, side: "met" },
  ],
  [
    /^(?:符合要求|达标|达到要求|满足要求|目标完成|任务完成|按目标完成|目标实现|达到标准|符合标准|按计划完成|全部达标|达成)$/u,
    { kind: "target", holds: true, side: "met" },
  ],
  [
    /^(?:不符合要求|未达标|不达标|未达到要求|不满足要求|目标未完成|任务未完成|未按目标完成|不符合标准|未按计划完成|不符合|未达到|未达成|未达)$/u,
    { kind: "target", holds: false, side: "met" },
  ],
];

const COMPARED_WITH_AIM = new RegExp(
  `(${Object.entries(COMPARATORS)
    .filter(([, c]) => c.side !== "at")
    .map(([w]) => w.replace(/[()]/gu, "\\$&"))
    .sort((a, b) => b.length - a.length)
    .join("|")})(?:年初|年度)?(?:目标|指标|计划|任务)(?:任务|指标|目标|值|数|量){0,6}的?$`,
  "u",
);

/**
 * "不低于目标值的80%": a comparison with a share of the target, where the comparison stands before the target. A small share
 * ("低于目标值10%") is a distance from it instead, and gives null.
 */
export function shareOfTarget(
  words: string,
  part: RangePart,
): { before: string; low: Bound | null; high: Bound | null } | null {
  if (part.bare === null || part.bare.unit !== "%") return null;
  const found = COMPARED_WITH_AIM.exec(words);
  const comparator = found === null ? undefined : COMPARATORS[found[1]!];
  if (found === null || comparator === undefined || /^(?:达到?|完成)/u.test(found[1]!) || Number(part.bare.number) < 60)
    return null;
  const bound: Bound = { at: part.bare, inclusive: comparator.inclusive, explicit: false, soft: false };
  return {
    before: words.slice(0, found.index),
    low: comparator.side === "low" ? bound : null,
    high: comparator.side === "high" ? bound : null,
  };
}

const GROWS =
  /^(?:.{0,16}?)(?:同比|较上年|比上年|较去年|比去年|环比|较往年|较上一年|与上年相比|与去年相比|较前一年)(?:度)?(?:有所|实现|明显)?(?:提高|增长|上升|提升|增加|正增长)$|^(?:.{0,8}?)(?<![不未])(?:高于|超过|多于)(?:上年|去年|上一年)(?:度|同期|水平){0,6}$/u;
const SHRINKS =
  /^(?:.{0,16}?)(?:同比|较上年|比上年|较去年|比去年|环比|较往年|较上一年|与上年相比|与去年相比|较前一年)(?:度)?(?:有所|实现|明显)?(?:下降|减少|降低|负增长)$|^(?:.{0,8}?)(?<![不未])(?:低于|少于)(?:上年|去年|上一年)(?:度|同期|水平){0,6}$/u;

const LEVEL =
  /^(?:.{0,16}?)(?:同比|(?:与|和|同|较|比)(?:上年|去年|上一年|前一年|同期)(?:度)?(?:相比)?)?(?:基本)?持平$/u;
const BARE_RISE = /^(?:有所|略有|略|实现|不断){0,6}(?:提高|增长|上升|提升|增加|上涨|正增长)$/u;
const BARE_FALL = /^(?:有所|略有|略){0,6}(?:下降|减少|降低|负增长)$/u;

const zero = { at: { number: "0", unit: "%" }, inclusive: false, explicit: false, soft: false } as const;

/** What a remark without numbers says: about the target, about growth, an occurrence, or a verdict in its own words. */
export function remark(text: string, conditional: boolean, subject: Subject | null = null): Condition | null {
  const bare = text
    .replace(/^(?:且|能够|能|可|即|,|、|的|则|当(?!年|期|季|地)|但){1,6}/u, "")
    .replace(/(?:的|者|(?<![及按准临同定限实耗工费超即随届])时|则|,|、|则为|情况|就|后|:|的情况下){1,6}$/u, "");
  if (bare === "") return null;
  const aim = TARGETS.find(([shape]) => shape.test(bare));
  if (
    aim !== undefined &&
    (!conditional ||
      /^(?:实际|完成|指标|达到){0,6}(?:值|数|率|数量){0,6}(?:≥|≤|<|>|=|大于|小于|高于|低于|不低于|不高于|等于|达到)/u.test(
        bare,
      )) &&
    !/基本|部分|接近|超额|[\d一二两三四五六七八九十](?:项|个|处|次|家|条|人)/u.test(bare)
  )
    return { ...aim[1], text: bare };
  if (LEVEL.test(bare))
    return { kind: "range", subject: "change", low: { ...zero, inclusive: true }, high: { ...zero, inclusive: true } };
  if (GROWS.test(bare) || (subject === "change" && BARE_RISE.test(bare)))
    return { kind: "range", subject: "change", low: zero, high: null };
  if (SHRINKS.test(bare) || (subject === "change" && BARE_FALL.test(bare)))
    return { kind: "range", subject: "change", low: null, high: zero };
  if (conditional || ((MISHAP.test(bare) || /事件$/u.test(bare)) && /^(?:出现|发生|存在|造成|有)/u.test(bare)))
    return { kind: "event", text: bare, occurs: true, grave: /重大|严重|较大|特大|恶劣|致命/u.test(bare) };
  return { kind: "verdict", text: bare, holds: true };
}
