/** Steps: "每少1次", "每超过1个百分点", "每发生一例污染事故", "每延迟一天", "每落后一名", and the same without 每. */

import type { Direction, Quantity } from "../tree";
import { pattern, word } from "./combinators";
import type { Match, Parser } from "./combinators";
import { outcome } from "./outcome";
import { quantity, unit } from "./quantity";

/** A step before its consequence is known. */
export interface StepPart {
  readonly direction: Direction;
  readonly step: Quantity;
  readonly from: Quantity | "target" | null;
  readonly event: string;
}

const WAYS: readonly (readonly [Direction, RegExp])[] = [
  ["behind", /^(?:落后|退后|后退|后移|靠后|下滑|下降|降低|降)(?:一|1|二|2|两|\d+)?(?:个)?(?:名|位)/u],
  ["late", /^(?:延迟|延期|延后|延误|推迟|逾期|晚于|晚|滞后|迟|拖延|拖后|超期|超时|超过规定时间|超过时限|超出时限)/u],
  [
    "away",
    /^(?:超过?|高于?|高出|多于?|低于?|少于?|不足|大于|小于)(?:或者?|和|、|\/|及)(?:超过?|高于?|高出|多于?|低于?|少于?|不足|大于|小于)/u,
  ],
  ["away", /^(?:偏离|偏差|浮动|相差|误差|增减|变动|波动|上下)/u],
  [
    "over",
    /^(?:超过|超出|超支|超预算|超|高于|高出|高|多于|多出|多(?!发)|增加|增长|上升|上涨|升高|上浮|提高|突破|大于)/u,
  ],
  [
    "short",
    /^(?:少|低|缺(?!陷)|差(?!错|评)|降低|下降|下滑|减少|降|减|欠|不足|未完成|未达标?|未达到|短缺|小于|不到|落后)/u,
  ],
];
/**
 * Something left undone is counted like a shortfall of the thing itself; what was done late or badly is an occurrence.
 */
const LEFT_UNDONE =
  /(?:未(?:能)?(?:按计划)?(?:完成|达到目标|达到|达标|开展|举办|实施|组织|建成)|没有?(?:完成|开展|举办))(?!.*(?:及时|按时|规范))/u;
const LATE_INSIDE = /^(?:每)?(?:未)?(?:及时|按时)/u;
const TARGET_WORDS = /目标|指标值?|计划|预算|要求|标准|任务|年初|控制数|规定/u;
const COMPARED = /^(?:比|较|与|同|相较|对比|距离?)[^少低超高多偏差延晚]*/u;
const SEPARATOR = /[,;。:]/u;

/** Where the consequence begins: the body of a step ends there, or at a separator. */
function bodyEnd(text: string, at: number): number {
  // Nobody writes a longer step; without a bound a text of nothing but 每 would be read again from every place.
  const last = Math.min(text.length, at + 60);
  for (let i = at; i < last; i += 1) {
    if (SEPARATOR.test(text[i]!) || /^\((?:不足|不满|未满)/u.test(text.slice(i, i + 3))) return i;
    if (i > at && /\d/u.test(text[i]!) && unit(text, at)?.end === i && outcome(text, i)?.value.kind === "points")
      return i;
    if (
      i > at &&
      /[扣减得计加给不酌视按则均予可即就的奖]/u.test(text[i]!) &&
      outcome(text, i) !== null &&
      !/^(?:减少|降低)/u.test(text.slice(i))
    )
      return i;
  }
  return last;
}

/** What a quantity may begin with. */
const NUMERIC = /[\d一二两三四五六七八九十百千零〇半负+-]/u;

/** All quantities inside, left to right, with their places. */
function quantitiesIn(body: string): { value: Quantity; start: number; end: number }[] {
  const found: { value: Quantity; start: number; end: number }[] = [];
  let i = 0;
  while (i < body.length) {
    if (/^(?:20\d{2}年)/u.test(body.slice(i))) {
      i += 5;
      continue;
    }
    const match = NUMERIC.test(body[i]!) ? (quantity(body, i) ?? guessedClassifier(body, i)) : null;
    if (match !== null) {
      found.push({ value: match.value, start: i, end: match.end });
      i = match.end;
    } else i += 1;
  }
  return found;
}

/** "一洗" for "一次": after 一 any character will do as a classifier where a step is being counted. */
const guessed = pattern(
  "(?<![统进第同专之唯])一(?=[^致般定样直起旦体部些切流线系])(?!.性)([\\p{Script=Han}])(?![率度])",
);

function guessedClassifier(body: string, at: number): Match<Quantity> | null {
  const match = guessed(body, at);
  return match === null ? null : { value: { number: "1", unit: "次" }, end: match.end };
}

function readBody(body: string): StepPart | null {
  let rest = body.replace(/^(?:再|相应|相对|多|实际)(?=少|低|超|高|延|下)/u, "");
  let from: Quantity | "target" | null = null;
  const compared = COMPARED.exec(rest);
  if (compared !== null && compared[0].length > 0) {
    const anchor = quantitiesIn(compared[0])[0];
    from = anchor?.value ?? "target";
    rest = rest.slice(compared[0].length);
  }
  const way = WAYS.find(([, shape]) => shape.test(rest)) ?? wayInside(rest);
  const quantities = quantitiesIn(rest);
  const step = quantities.at(-1);
  if (way !== undefined && step !== undefined) {
    const before = rest.slice(0, step.start);
    if (quantities.length > 1 && from === null) from = quantities[0]!.value;
    else if (from === null && TARGET_WORDS.test(before)) from = "target";
    return { direction: way[0], step: step.value, from, event: "" };
  }
  const leading = step === undefined ? unit(rest, 0) : null;
  const one: Quantity = step?.value ?? { number: "1", unit: leading?.value ?? "" };
  const without = step === undefined ? rest.slice(leading?.end ?? 0) : rest.slice(0, step.start) + rest.slice(step.end);
  if (step === undefined && leading === null && !/^(?:出现|发生|发现|存在|有|缺|漏|未|不)/u.test(rest)) return null;
  const event = without
    .replace(/^(?:出现|发生|发现|存在|产生|查出|造成|接到|收到|有){1,6}(?!效)/u, "")
    .replace(/^(?:的|了)/u, "")
    .replace(/[()]/gu, "");
  return {
    direction: LEFT_UNDONE.test(rest) && !LATE_INSIDE.test(without) ? "short" : "event",
    step: one,
    from: null,
    event: LEFT_UNDONE.test(rest) ? "" : event,
  };
}

/** "每1%低于目标", "每个指标低1%": the way may stand behind a noun. */
function wayInside(rest: string): readonly [Direction, RegExp] | undefined {
  const inside =
    /^[^\d一二两三四五六七八九十未不]{0,10}?(低于|少于|超过|超出|延迟|逾期|推迟|下降|降低|减少|偏离|落后|少|低|超)(?=[\d一二两三四五六七八九十]|目标|指标|预算|计划)/u.exec(
      rest,
    );
  const found = inside?.[1];
  return found === undefined || /出现|发生|发现|存在/u.test(rest)
    ? undefined
    : WAYS.find(([, shape]) => shape.test(found));
}

const every = word("每");

/** A step that begins with 每. */
export const everyStep: Parser<StepPart> = (text, at) => {
  const opening = every(text, at);
  if (
    opening === null ||
    text[opening.end] === "每" ||
    /^(?:每年|每月|每季|每半年|每日|每个月|每周|每天)(?!扣|未|延|超)/u.test(text.slice(at))
  )
    return null;
  const end = bodyEnd(text, opening.end);
  const body = text.slice(opening.end, end).replace(/\(.*?\)/gu, "");
  // "每万人达到12件得满分" measures something for each ten thousand; nothing is counted.
  if (/^[^,\d]{1,16}(?:达到|不少于|不低于|不超过|至少|≥|≤)|\d[^\d,市省国县区州级校]{0,2}(?:以上|以下|以内)/u.test(body))
    return null;
  const part = readBody(body);
  return part === null ? null : { value: part, end };
};

const PLAIN =
  /^(?:少[\p{Script=Han}]{0,4}?|缺[\p{Script=Han}]{0,4}?|低|差|超|多|高|晚|迟|落后|延迟|延期|逾期|推迟|滞后|减少|下降|降低|超过|超出|低于|少于)(?=[\d一二两三四五六七八九十半])/u;
const HAPPENS =
  /^(?:出现|发生|发现|存在|有|未|没|不|产生|查出|造成|延误|漏|一次|1次|一项|1项|一例|1例|一处|1处|一个|1个|一起|1起)/u;

/**
 * A step without 每, at the beginning of a clause and with its deduction right behind: "少一次扣一分", "发生一次不得分",
 * "未及时支付一次不得分". It must count one of something; "低于90%扣2分" is a condition.
 */
export const plainStep: Parser<StepPart> = (text, at) => {
  const head = text.slice(at, at + 40);
  const plain = PLAIN.test(head);
  if (!plain && !HAPPENS.test(head)) return null;
  const end = bodyEnd(text, at);
  const consequence = outcome(text, end) ?? (text[end] === "," ? outcome(text, end + 1) : null);
  if (consequence === null || !["minus", "minus-share", "nothing"].includes(consequence.value.kind)) return null;
  const body = text.slice(at, end);
  const found = quantitiesIn(body);
  const last = found.at(-1);
  if (
    last === undefined ||
    found.length !== 1 ||
    (last.value.number !== "1" && !/^(?:少(?!于)|缺|低(?!于)|差|超(?!过|出)|晚|延迟|逾期|推迟)/u.test(body))
  )
    return null;
  if (/^(?:低于|少于|超过|超出)/u.test(body) && (last.value.unit === "%" || consequence.value.kind === "nothing"))
    return null;
  if (/^(?:以|及以|之)?(?:上|下|内|外)|^\(/u.test(body.slice(last.end))) return null;
  const part = readBody(body);
  return part === null ? null : { value: part, end };
};
