/** What the words of a cell say of a fact's words. */

import { tokenise } from "../../language";
import type { TokenClass } from "../../language";

const DENIAL =
  /(?:零(?!星|售|工|件|部|碎|担|散|钱|时|点)|未|不(?!断|仅|同|善|良|当|力|利)|没有?|无(?!线|人机)|非(?!常))/gu;
const SOMETHING_THERE = /^(?:有|存在|发生|出现)$/u;
export const NOTHING_THERE = /^(?:无|没有|未发生|未出现|零|0)$/u;
/** The quality of what was done is not told by how often it was done. */
export const QUALITIES = [
  "及时",
  "按时",
  "按期",
  "如期",
  "准时",
  "规范",
  "合格",
  "质量",
  "准确",
  "有效",
  "合理",
  "满意",
  "圆满",
  "符合",
  "形成",
  "严格",
  "真实",
  "完整",
  "安全",
];
export const isQuality = (text: string): boolean => QUALITIES.some((word) => text.includes(word));

/** Words without what stands around what they say: when, all of it, and that it is done. */
export const cleaned = (t: string): string =>
  t.replace(
    /^(?:年度内|年内|当年度?|本年度?|全年|如果?|若|一旦|已经?|均已?|全部|都|基本上|按要求|按规定|能够|能|有){1,6}(?=\p{Script=Han})|(?:了|的|完毕){1,6}$|[,。;]/gu,
    "",
  );

const HAPPENED = /^(?:有|出现|发生|存在)/u;
const NOT_HAPPENED = /^(?:无|没有|零|不存在|未(?:发生|出现|发现|造成|产生))/u;
/** A part of it, nearly all, or rather so. */
const PARTLY = /部分|基本|接近|大致|大体|较(?![上去往前同年大])|[不欠]太|不够|有所|略|稍/u;

/** Under way, or only meant to be. */
const UNDERWAY = /正在|推进|筹备|准备|拟|着手|开始|启动(?!率|数)|计划(?!内|数|值|任务|目标|指标|完成|要求)|进行中|中$/u;

/** Whether words say that something is still being done, of which others say that it is or is not. */
export const isUnderway = (words: string, verdict: string): boolean => UNDERWAY.test(words) && !UNDERWAY.test(verdict);

const isHalfway = (words: string, verdict: string): boolean =>
  PARTLY.test(words) !== PARTLY.test(verdict) || isUnderway(words, verdict);

type Said = "affirms" | "denies";

const UNDONE =
  /^(?:目前|至今|当年|年内|本年|全年|仍|尚|暂)*(?:未|没有|没)能?(?:完成|开展|实施|启动|开工|完工|竣工|建成|印发|出台|发布|签订|拨付|到位|采购|验收)$/u;

/** Whether the words say only that nothing came of it: "尚未完成", "年内未印发". */
export const saysUndone = (words: string): boolean => UNDONE.test(words);

/** How something stands to what it is compared with: below it, at it, above it. */
const STANDS: ReadonlyMap<string, string> = new Map([
  ...["不低于", "高于或等于", "达到或超过", "达到或高于", "不少于"].map((word) => [word, "=>"] as const),
  ...["不高于", "低于或等于", "不超过", "不大于"].map((word) => [word, "<="] as const),
  ...["高于", "优于", "超过", "超出", "大于"].map((word) => [word, ">"] as const),
  ...["低于", "劣于", "小于", "不足"].map((word) => [word, "<"] as const),
  ...["等于", "持平于"].map((word) => [word, "="] as const),
]);
const COMPARISON = `(${[...STANDS.keys()].join("|")})(\\p{Script=Han}{2,})$`;
const COMPARED = new RegExp(`^${COMPARISON}`, "u");
/** With what is compared before it: "增速高于全省平均水平". */
const COMPARES = new RegExp(COMPARISON, "u");

/** "全省平均" is the level of it. */
const levelOf = (words: string): string => words.replace(/水平$/u, "");

/** "高于全省平均水平" beside "不低于全省平均水平": the same is compared with the same. Null where it is not. */
export function compared(said: string, asked: string): Said | null {
  const [one, other] = [COMPARED.exec(said), COMPARES.exec(asked)];
  if (one === null || other === null || levelOf(one[2]!) !== levelOf(other[2]!)) return null;
  const [stands, wanted] = [STANDS.get(one[1]!)!, STANDS.get(other[1]!)!];
  if ([...stands].every((way) => wanted.includes(way))) return "affirms";
  return [...stands].some((way) => wanted.includes(way)) ? null : "denies";
}

/** "缺总结" is no 总结; 缺陷 and 缺口 are words of their own. */
const withoutLack = (words: string): string => words.replace(/^缺少?(?![陷点口位勤席失])(?=\p{Script=Han}{2})/u, "无");

/** What the cell's words say of the fact's words; null where they do not tell. */
export function states(actual: string, verdict: string): Said | null {
  return statesPlainly(withoutLack(actual), verdict) ?? statesOneOf(actual, verdict);
}

/** What says that something happens, before what it is. */
const LEAD = /^(?:如果?|若)?(?:有|出现|发生|存在|造成|发现)/u;
const GENERAL = /^(?:情况|情形|问题|行为|现象)?(?:之一)?$/u;

/** "出现漫堤险情" beside "出现溃坝、漫堤等险情": one of what is listed happened. */
function statesOneOf(actual: string, verdict: string): "affirms" | null {
  if (!LEAD.test(verdict) || !verdict.includes("、") || actual.match(DENIAL) !== null) return null;
  const [list = "", rest = ""] = verdict.replace(LEAD, "").split("等");
  const [said, kind] = [actual.replace(LEAD, ""), GENERAL.test(rest) ? "" : rest];
  const told = list.split("、").some((one) => one.length > 1 && (said === one || said === `${one}${kind}`));
  return told ? "affirms" : null;
}

function statesPlainly(actual: string, verdict: string): Said | null {
  const [said, asked] = [cleaned(actual), cleaned(verdict)];
  // "有" answers for whatever the verdict says did or did not happen.
  if (SOMETHING_THERE.test(actual.trim()))
    return NOT_HAPPENED.test(verdict) ? "denies" : HAPPENED.test(verdict) ? "affirms" : null;
  if ((said.length < 2 && !NOTHING_THERE.test(said)) || asked.length < 2)
    return said === asked && said !== "" ? "affirms" : null;
  if (said === asked) return "affirms";
  // A part of it, nearly all, or what is still being done is neither it nor its opposite.
  if (isHalfway(actual, verdict)) return null;
  // "无" answers for whatever the verdict says did not happen.
  if (NOTHING_THERE.test(said)) return NOT_HAPPENED.test(asked) ? "affirms" : HAPPENED.test(verdict) ? "denies" : null;
  return deniesManner(actual, verdict) ? null : inTheSameWords(said, asked);
}

/** How something is done or how much of it: a denial of that denies nothing of the thing itself. */
const MANNERS = [...QUALITIES, "全部", "足额", "全额", "完全", "充分", "彻底", "按计划", "按规定", "按要求", "按程序"];

/** "未及时公开" beside "公开": what is denied is how it was done. */
const deniesManner = (said: string, asked: string): boolean =>
  said.match(DENIAL) !== null && MANNERS.some((manner) => said.includes(manner) && !asked.includes(manner));

/** What is denied, without its denial and without what only says that it happened: "无案件发生", "未发生案件". */
function withoutHappening(words: string): string {
  const plain = words.replace(DENIAL, "");
  return plain.length === words.length ? plain : plain.replace(/^(?:发生|出现|存在)|(?:发生|出现|存在)$/u, "") || plain;
}

/** Whether the one says the other or its denial, in the same words but for what stands around them. */
function inTheSameWords(said: string, asked: string): Said | null {
  const [saidDenied, askedDenied] = [said.match(DENIAL) !== null, asked.match(DENIAL) !== null];
  const [a, b] = [withoutHappening(said), withoutHappening(asked)];
  const before = b.endsWith(a) ? b.slice(0, b.length - a.length) : "";
  const stricter = isQuality(before) || /一次性|全部|均|完全|首次|基本|部分|大部|整改/u.test(before);
  const partial =
    b.includes(a) && (saidDenied || (b.endsWith(a) && !stricter) || /^(?:及时|按时|按期|准时|如期)$/u.test(a));
  const close = a === b || (a.length >= 2 && b.length >= 2 && (a.includes(b) || partial));
  if (!close || a.length > b.length + 16) return null;
  return saidDenied === askedDenied ? "affirms" : "denies";
}

/** "全部合格" beside "批次不合格": of what is so throughout, none is not. */
export function deniesInFull(cell: string, what: string): boolean {
  // "账实相符" beside "资产账实不符".
  const apart = /^.*?(.{2})不(?:相)?(?:符|一致)$/u.exec(what)?.[1];
  if (apart !== undefined && new RegExp(`${apart}(?:均|全部|完全)?(?:相符|一致)$`, "u").test(cell)) return true;
  const wrong = /(?:不|未能?|没有?)(\p{Script=Han}{2,6})$/u.exec(what)?.[1];
  const deed = wrong?.replace(/^(..+?)(?:任务|目标|工作|计划|要求)$/u, "$1");
  const beside = "(?:任务|目标|工作|计划|要求|到位|完成|完毕)?";
  return deed !== undefined && new RegExp(`^.{0,6}(?:全部|均|都|全)(?:已|能)?.{0,4}${deed}${beside}$`, "u").test(cell);
}

/** Words beside "完成" that leave it what it is: all of it, as planned, in time, what was done. */
const BESIDE_DONE: readonly TokenClass[] = [
  "done",
  "met",
  "wholly",
  "on-time",
  "target",
  "scope",
  "noun",
  "actual",
  "by",
];
/** What makes less, more or other of it. */
const NOT_ALL: readonly TokenClass[] = ["partly", "negation", "way", "late", "early", "quantity", "grade", "grow"];
const ALL_DONE = /完成|达标|达成|实现|到位|完工|办结/u;
const OF_TARGET = /^(?:各?项?(?:任务|工作|项目|指标|内容|目标|计划|建设内容|建设任务|工程)|已|均)$/u;
const NOT_DONE =
  /^(?:尚|仍|均)?(?:未|没有?)能?(?:全部|按计划|如期)?(?:完成|达标|达到|达成|实现)(?:目标|任务|要求|计划)?$/u;

/** Whether the cell's words say no more than that all was done, or that it was not: "已全部完成", "按计划完成", "未完成". */
export function saysDone(words: string, side: string): Said | null {
  if (side !== "met" && side !== "missed") return null;
  const missed = NOT_DONE.test(words);
  const done =
    ALL_DONE.test(words) &&
    tokenise(words).every(
      ({ word, classes }) =>
        BESIDE_DONE.some((cls) => classes.has(cls)) &&
        !NOT_ALL.some((cls) => classes.has(cls)) &&
        (!classes.has("noun") || classes.size > 1 || OF_TARGET.test(word)),
    );
  if (missed === done) return null;
  return done === (side === "met") ? "affirms" : "denies";
}
