/** Ranges and bands: the number part of a condition, without the noun before it. */

import { COMPARATORS, SUFFIXES } from "../lexicon";
import type { Bound, Quantity } from "../tree";
import { alt, followedBy, map, opt, pattern, seq, word } from "./combinators";
import type { Match, Parser } from "./combinators";
import { bareNumber, quantity, quantityOrMarks } from "./quantity";

/** A range without its subject; `bare` is a number that stands alone, `prefix` the comparator it began with. */
export interface RangePart {
  readonly low: Bound | null;
  readonly high: Bound | null;
  readonly bare: Quantity | null;
  readonly explicit: boolean;
  readonly prefix: string;
  readonly suffixed: boolean;
  /** Where its numbers are shares of the target. */
  readonly ofTarget?: boolean;
}

const comparator = word(...Object.keys(COMPARATORS));
const suffix = word(...Object.keys(SUFFIXES));

/** "（含）", "(不含95%)", "含本数": whether the end belongs to the range, where the text says it. */
const inclusion: Parser<boolean> = map(
  alt(
    pattern("\\((不包含|不包括|不含|包含|包括|含)(?:本数|本级|等于|[\\d.]+(?:%|分|个|次|家|天|人)?)?\\)"),
    pattern("(不含|含)(?:本数|[\\d.]+%)?(?=以上|以下|以内|及以上|-|~|至|到|,|;|的|得|计)"),
  ),
  (groups) => !groups[1]!.startsWith("不"),
);

const dash = pattern("(?:-{1,2}|~{1,2}|至|到)±?");

function bound(at: Quantity, inclusive: boolean, said: boolean | null, soft = false): Bound {
  return { at, inclusive: said ?? inclusive, explicit: said !== null, soft: soft && said === null };
}

/** "[80%,90%)" */
const interval: Parser<RangePart> = map(
  seq(pattern("[\\[(]"), quantityOrMarks, pattern("[,、-]"), quantityOrMarks, pattern("[\\])]")),
  ([[open], low, , high, [close]]) =>
    range(bound(withUnit(low, high), open === "[", open === "["), bound(high, close === "]", close === "]")),
);

/** "一至三个月": the unit stands behind the second number only. */
const unitBehind: Parser<Quantity> = map(
  seq(bareNumber, followedBy(pattern("(?:至|到|-|~)[\\d一二三四五六七八九十]"))),
  ([number]) => ({ number, unit: "" }),
);
const AIM = word("目标值", "目标数", "目标", "计划数", "计划值", "指标值", "任务数");
/** "80%目标值", "目标值×80%", "目标值": shares of the target, as percentages. */
const ofTarget: Parser<Quantity> = alt<Quantity>(
  map(seq(quantity, opt(word("×", "的")), AIM), ([share]) => (share.unit === "%" ? share : null)),
  map(seq(AIM, word("×", "的"), quantity), ([, , share]) => (share.unit === "%" ? share : null)),
  map(AIM, () => ({ number: "100", unit: "%" })),
);

/** "80%目标值≤完成值<目标值" */
const chainedOfTarget: Parser<RangePart> = map(
  seq(ofTarget, pattern("[≤<]"), pattern("[^\\d≤<≥>=,;。]{1,12}?(?=[≤<])"), pattern("[≤<]"), ofTarget),
  ([low, [sign1], , [sign2], high]) => ({
    ...range(bound(low, sign1 === "≤", null), bound(high, sign2 === "≤", null)),
    ofTarget: true,
  }),
);

/** "80%≤满意度<90%" and "90%＞满意度≥80%" */
const chained: Parser<RangePart> = map(
  seq(
    opt(word("±")),
    quantityOrMarks,
    pattern("[≤<≥>]|小于等于|小于|大于等于|大于"),
    pattern("[^\\d≤<≥>=,;。]{1,20}?(?=[≤<≥>]|小于|大于)"),
    pattern("(?:[≤<≥>]|小于等于|小于|大于等于|大于)(?=±?)"),
    opt(word("±")),
    quantityOrMarks,
    opt(suffix),
  ),
  ([around, first, [sign1], [middle], [sign2], , second]) => {
    if (around !== null && !/偏|误|差/u.test(middle!)) return null;
    const one = COMPARATORS[sign1!]!;
    const two = COMPARATORS[sign2!]!;
    if (one.side !== two.side || one.side === "at") return null;
    const low = one.side === "high" ? first : second;
    const high = one.side === "high" ? second : first;
    const lowIn = one.side === "high" ? one.inclusive : two.inclusive;
    const highIn = one.side === "high" ? two.inclusive : one.inclusive;
    return { ...range(bound(withUnit(low, high), lowIn, null), bound(high, highIn, null)), prefix: sign2! };
  },
);

/** "95%≤满意度": the number first. */
const flipped: Parser<RangePart> = map(
  seq(quantityOrMarks, pattern("[≤<≥>]"), pattern("[\\p{Script=Han}“”]{1,14}?(?=得|计|给|记|的|,|;|。|不|扣|为|$)")),
  ([at, [sign]]) => {
    const { side, inclusive } = COMPARATORS[sign!]!;
    return { ...oneSided(side === "high" ? "low" : "high", at, inclusive, null, "", false), prefix: sign! };
  },
);

/** "90%-95%", "80（含）至90", "90%（含）—95%（不含）之间" */
const dashed: Parser<RangePart> = map(
  seq(
    opt(word("介于", "在", "处于", "±")),
    alt(quantityOrMarks, unitBehind),
    opt(inclusion),
    alt<unknown>(dash, word("与", "和")),
    opt(word("小于", "低于", "不足")),
    quantityOrMarks,
    opt(inclusion),
    opt(suffix),
    opt(word("之间", "区间", "范围", "期间")),
    opt(inclusion),
  ),
  ([opening, first, firstIn, joint, below, second, secondIn, tail, between, whole]) => {
    if ((joint === "与" || joint === "和") && between === null && opening === null) return null;
    // "100%—90%" runs downwards: the ends change places.
    const falling = Number(first.number) > Number(second.number);
    const [low, high] = falling ? [second, first] : [first, second];
    const [lowSaid, highSaid] = falling ? [secondIn ?? whole, firstIn] : [firstIn, secondIn ?? whole];
    void tail;
    return range(bound(withUnit(low, high), true, lowSaid), bound(withUnit(high, low), below === null, highSaid));
  },
);

/** "≥95%", "达到95%（含）以上", "不超过100%", "低于60%" — and "超过5%以内", whose comparator is its noun. */
const prefixed: Parser<RangePart> = map(
  seq(
    comparator,
    opt(word("了", "到", "在")),
    opt(word("±")),
    quantityOrMarks,
    opt(inclusion),
    opt(suffix),
    opt(inclusion),
  ),
  ([prefix, , , at, before, tail, after]) => {
    const said = before ?? after;
    const side = COMPARATORS[prefix]!;
    const end = tail === null ? null : SUFFIXES[tail]!;
    if (side.side === "at")
      return end === null ? bareRange(at, said) : oneSided(end.side, at, end.inclusive, said, "", true);
    // The word before and the word after may differ: 控制在100%以内, 达到95%以上 agree; 超过5%以内 is an overrun of at most 5%.
    if (end !== null && end.side !== side.side) return { ...oneSided(end.side, at, end.inclusive, said, prefix, true) };
    return oneSided(side.side, at, side.inclusive, said, prefix, end !== null);
  },
);

/** "95%（含）以上", "75%以下" */
const suffixed: Parser<RangePart> = map(
  seq(quantityOrMarks, opt(inclusion), suffix, opt(inclusion)),
  ([at, before, tail, after]) =>
    oneSided(SUFFIXES[tail]!.side, at, SUFFIXES[tail]!.inclusive, before ?? after, "", true),
);

/** "为负", "为正", "为零" */
const signOnly: Parser<RangePart> = map(
  pattern("(?:为|是|出现)?(负数|负值|负|正数|正值|正)(?=$|[,;。]|的|得|不得|扣)"),
  ([, said]) =>
    oneSided(
      said!.startsWith("负") ? "high" : "low",
      { number: "0", unit: "" },
      false,
      null,
      said!.startsWith("负") ? "<" : ">",
      false,
    ),
);

const bare: Parser<RangePart> = map(seq(quantity, opt(inclusion)), ([at, said]) => bareRange(at, said));

function range(low: Bound | null, high: Bound | null): RangePart {
  return { low, high, bare: null, explicit: false, prefix: "", suffixed: true };
}

function oneSided(
  side: "low" | "high",
  at: Quantity,
  inclusive: boolean,
  said: boolean | null,
  prefix: string,
  tail: boolean,
): RangePart {
  const end = bound(at, inclusive, said, tail && inclusive && prefix === "");
  return {
    low: side === "low" ? end : null,
    high: side === "high" ? end : null,
    bare: null,
    explicit: said !== null,
    prefix,
    suffixed: tail,
  };
}

function bareRange(at: Quantity, said: boolean | null): RangePart {
  return { low: null, high: null, bare: at, explicit: said === true, prefix: "", suffixed: false };
}

function withUnit(quantityWithout: Quantity, other: Quantity): Quantity {
  return quantityWithout.unit === "" ? { ...quantityWithout, unit: other.unit } : quantityWithout;
}

const joint = opt(pattern(",?(?:且|并且|同时|而|并|但|、|,)?(?:又|满意度|完成率|实际)?"));
const single: Parser<RangePart> = alt(prefixed, suffixed);

/** Two one-sided ranges that together make a band: "小于90%且大于等于80%", "90%以下80%以上", "超过80%不足90%". */
const joined: Parser<RangePart> = (text, at) => {
  const first = single(text, at);
  if (first === null) return null;
  const gap = joint(text, first.end);
  const second = gap === null ? null : single(text, gap.end);
  return second === null ? first : (unite(first, second) ?? first);
};

function unite(first: Match<RangePart>, second: Match<RangePart>): Match<RangePart> | null {
  const low = first.value.low ?? second.value.low;
  const high = first.value.high ?? second.value.high;
  const both =
    (first.value.low === null) !== (second.value.low === null) &&
    (first.value.high === null) !== (second.value.high === null);
  if (!both || low === null || high === null || Number(low.at.number) > Number(high.at.number)) return null;
  // "不低于85%，低于85%不得分": what is asked for and its opposite, no band between them.
  if (Number(low.at.number) === Number(high.at.number) && !(low.inclusive && high.inclusive)) return null;
  return { value: range(low, high), end: second.end };
}

/** "小于60%-90%": a slip for the band; the word before it says nothing that the band does not. */
const slippedBand: Parser<RangePart> = map(
  seq(word("小于", "低于", "达到", "达", "大于", "为", "在", "=", "超过", "超出"), dashed),
  ([lead, band]) => ({ ...band, prefix: lead }),
);

/** The number part of a condition, of whatever form; null where no number stands. */
export const rangePart: Parser<RangePart> = alt(
  slippedBand,
  interval,
  chainedOfTarget,
  chained,
  flipped,
  dashed,
  joined,
  bare,
  signOnly,
);
