/**
 * The phrases of a criterion, left to right: conditions, steps, consequences, limits, and the words between them.
 * People put any noun in front of any number, so the grammar reads islands and keeps the words between for whoever
 * needs a noun.
 */

import type { Span } from "../source-text";
import type { Expression, Outcome } from "../tree";
import { GRADE_SCALES, MISHAP } from "../lexicon";
import { map, opt, pattern, seq, word } from "./combinators";
import type { Match, Parser } from "./combinators";
import { rangePart } from "./condition";
import type { RangePart } from "./condition";
import { datePart, dateSpan } from "./date";
import { formula } from "./formula";
import { limit, outcome, total } from "./outcome";
import type { LimitPart } from "./outcome";
import { rank } from "./rank";
import { everyStep, plainStep } from "./step";
import { unitOf } from "../units";
import type { StepPart } from "./step";

export type Phrase = (
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "range"; readonly part: RangePart }
  | { readonly kind: "rank"; readonly part: RangePart }
  | { readonly kind: "grade"; readonly grades: readonly string[]; readonly orBetter: boolean }
  | { readonly kind: "date"; readonly date: string; readonly side: "by" | "after" }
  | { readonly kind: "dates"; readonly after: string; readonly by: string }
  | { readonly kind: "step"; readonly part: StepPart }
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "formula"; readonly expression: Expression }
  | { readonly kind: "limit"; readonly part: LimitPart }
  | { readonly kind: "total"; readonly points: string }
  | { readonly kind: "otherwise" | "if" | "and" | "started-counts" }
  | { readonly kind: "three-grades"; readonly middle: string; readonly lower: string }
  | { readonly kind: "stop"; readonly strong: boolean }
) & { readonly span: Span };

type Shape = Phrase extends infer P ? (P extends Phrase ? Omit<P, "span"> : never) : never;

const gradeWord = word(...new Set(GRADE_SCALES.flat()));
const gradeJoint = pattern("[、/和或及](?!以上)");
const gradeNoun = word("等次", "等级", "档次", "档", "级别");
const orBetter = word("及以上", "以上", "或以上", "(含)以上", "及以上等次");
const gradeTail = seq(
  opt(word("等次", "等级", "档次", "档", "级别", "级")),
  opt(word("的", "者", "时", ":", "为", "-")),
);
const grade: Parser<Shape> = (text, at) => {
  const found: string[] = [];
  let place = at;
  while (found.length < 8) {
    const one = gradeWord(text, place);
    if (one === null) break;
    found.push(one.value);
    place = one.end;
    const joint = gradeJoint(text, place);
    if (joint === null || gradeWord(text, joint.end) === null) break;
    place = joint.end;
  }
  if (found.length === 0) return null;
  place = gradeNoun(text, place)?.end ?? place;
  const better = orBetter(text, place);
  place = better?.end ?? place;
  place = gradeTail(text, place)?.end ?? place;
  const comma = text[place] === "," ? place + 1 : place;
  const next = outcome(text, comma);
  if (
    next === null ||
    (text[place] === "," &&
      found.length === 1 &&
      place === at + found[0]!.length &&
      /[一-鿿]/u.test(text[at - 1] ?? "") &&
      !/[为达评级到]/u.test(text[at - 1]!))
  )
    return null;
  return { value: { kind: "grade", grades: found, orBetter: better !== null }, end: place };
};

/**
 * Whether the text grades at all: at least three grades, or two that are not just a word and its opposite.
 * "及时得分，不及时不得分" is a yes or no, not a scale.
 */
function speaksOfGrades(text: string): boolean {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    if (
      /[\p{Script=Han}]/u.test(text[at - 1] ?? "") &&
      !/[为达评获级次档得到的是或和及、在定]/u.test(text[at - 1]!) &&
      !/质量$/u.test(text.slice(Math.max(0, at - 2), at))
    )
      continue;
    const match = grade(text, at);
    if (match !== null && match.value.kind === "grade") match.value.grades.forEach((g) => found.add(g));
  }
  const words = [...found];
  const opposite = words.some((w) => words.includes(`不${w}`) || words.includes(`未${w}`));
  const bySize = words.every((w) => /完成|达到|达标|符合/u.test(w));
  return (
    words.length > 2 ||
    (words.length === 2 && !opposite && !bySize) ||
    (words.length === 1 && /^(?:优秀|优良|优|良好|[A-E]级?|一等.?)$/u.test(words[0]!))
  );
}

const OTHERWISE =
  /^(?:否则|反之|其他情况|其它情况|其他情形|其余情况|其他(?!.{0,3}按)|其它(?!.{0,3}按)|其余(?!.{0,3}按)|除此之外|除此以外|(?:在?此|其|在这)?(?:之|此|其|以)后(?:才|再)?(?:完成|建成|完工|报送|提交|发放|支付|的)|(?:不在|超出|超过|不属于)(?:上述|该|此|规定|目标|以上)?(?:值)?(?:范围|区间)(?:之?内|外)?(?!.{0,6}每)|不符合上述(?:条件|要求)|以上均不|其他(?=的?按)|其它(?=的?按)|其余(?=的?按))的?(?:,)?/u;
const CONDITIONAL =
  /^(?:若|如果|如有|如出现|如发生|如因|如未|如存在|一旦|凡是|凡|倘若|但凡|如(?!期|下|实|何|数|约|需))/u;
const AND = /^(?:且|并且|同时|并(?=[^且购处行举发网列轨联排存]))/u;
const STARTED =
  /^\(?,?(?:不足|不满|未满|不到)(?:1|一)?(?:个百分点|百分点|%|个|次|家|天|项|人|户|个月|月|日)?的?,?(?:也)?(?:均)?按照?(?:1|一)?(?:个百分点|百分点|%|个|次|家|天|项|人|户|个月|月|日)?(?:扣分|计算|计|算)\)?/u;
const STARTED_NUMBERS =
  /^\(?,?(?:不足|不满|未满)(\d+(?:\.\d+)?)(个百分点|%|个|次|家|天|日|人|户|万元)的?,?(?:也)?按照?\1\2(?:计算|计|算)\)?/u;
const ROUND_DOWN =
  /^\(?(?:不足|不满|未满)(?:1|一|\d+)(?:个百分点|百分点|%|个|次|家|天|人)的?,?(?:不计(?!分)|不扣分?|忽略不计|不计算)\)?/u;
const SAID = "(?:\\(含[\\d%]*\\))?";
const THREE_GRADES = new RegExp(
  `^(?:(?:分别)?(?:按照?|给予|在))?(?:该|本)?(?:指标)?(?:对应)?(?:分值|分数)?(?:区间)?(?:的)?(?:评判等级(?:赋分|打分|评分|法|计分)?|100%?${SAID}[-~至]80%?${SAID}[、,]80%?${SAID}[-~至](60|50)%?${SAID}[、,](?:60|50)%?${SAID}[-~至]0%?${SAID}(?:之间|区间)?(?:来)?(?:合理)?(?:确定|记|计|赋|给|评)?(?:得分|分值|赋分|分)?)`,
  "u",
);
const HEADING =
  /^(?:以(?:20\d{2}年|上年|上一年|去年|基期|年初)[^,;。\d得]{0,6}为(?:基准|基数|基期)[,;]|(?:本指标|该指标|本项|此项)?(?:采用|采取|按照?)[^,;。:\d得分]{1,8}法(?:进行)?(?:计分|赋分|评分|计算)?[,:;。]|(?:正向|反向|正指标|反指标|定量|定性)(?:指标)?(?:的)?[,:]|(?:(?:按)?(?:直接|比例|分档|等级)(?:赋分|计分|评分)法?|(?:评分|计分|扣分|评价|赋分|评(?:\(扣\))?分|打分)(?:标准|规则|办法|方法|细则|要点))(?:为)?[:,])/u;
const DEFINITION =
  /^(?:其中,?|注:)?[^,;。=:(]{2,20}?(?:率|度|比例|比|比重|值|额|数)=(?=[^=;。]*[/])[^,;。]*?(?:×100%|(?=[,;。]|$))/u;
/** The same in brackets, behind the name of a rate. */
const BRACKETED = /^\((?:其中,?|注:)?[^()=,;。]{2,20}(?:率|度|比例|比|比重)=(?:[^()]|\([^()]*\)){3,80}\)/u;
/** What another column left behind at the end of a cell when a page was pasted: unit, type, marks. */
const RESIDUE = /^(?:%|[个家次人项万元天]{0,2})[≥≤=<>]\d+(?:\.\d+)?$/u;

/** Reads all phrases. `text` is normalised. */
export function readPhrases(text: string): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let words = "";
  let wordsAt = 0;
  const graded = speaksOfGrades(text);
  const flush = (at: number): void => {
    if (words !== "") phrases.push({ kind: "words", text: words, span: { start: wordsAt, end: at } });
    words = "";
  };
  let at = 0;
  while (at < text.length) {
    const fresh = words === "" && (phrases.length === 0 || phrases.at(-1)!.kind !== "words");
    const match = phraseAt(text, at, fresh && atClauseStart(text, at), words, graded);
    if (match === null) {
      if (words === "") wordsAt = at;
      words += text[at]!;
      at += 1;
      continue;
    }
    flush(at);
    if (match.value !== "skip") phrases.push({ ...match.value, span: { start: at, end: match.end } });
    at = match.end;
  }
  flush(text.length);
  return phrases;
}

function atClauseStart(text: string, at: number): boolean {
  return (
    at === 0 ||
    /[,;。:、()]/u.test(text[at - 1]!) ||
    /(?:若|如果|如|一旦|凡|但|并|且|否则|分)$/u.test(text.slice(0, at))
  );
}

function phraseAt(
  text: string,
  at: number,
  start: boolean,
  words: string,
  graded: boolean,
): Match<Shape | "skip"> | null {
  const rest = text.slice(at);
  const regex = (shape: RegExp, value: Shape | "skip"): Match<Shape | "skip"> | null => {
    const found = shape.exec(rest);
    return found === null || found[0] === "" ? null : { value, end: at + found[0].length };
  };
  const stop = /[,;。:]/u.exec(rest[0]!);
  if (/[。;]/u.test(text[at - 1] ?? "") || /。%/u.test(text.slice(at - 1, at + 1))) {
    const residue = regex(RESIDUE, "skip");
    if (residue !== null) return residue;
  }
  const started =
    regex(STARTED_NUMBERS, { kind: "started-counts" }) ??
    regex(STARTED, { kind: "started-counts" }) ??
    regex(ROUND_DOWN, "skip");
  if (started !== null) return started;
  if (stop !== null) return { value: { kind: "stop", strong: rest[0] !== "," && rest[0] !== ":" }, end: at + 1 };
  if (start) {
    const early =
      regex(HEADING, "skip") ??
      regex(DEFINITION, "skip") ??
      map(total, (points): Shape => ({ kind: "total", points }))(text, at) ??
      regex(OTHERWISE, { kind: "otherwise" }) ??
      regex(CONDITIONAL, { kind: "if" });
    if (early !== null) return early;
  }
  const bracketed = rest.startsWith("(") ? regex(BRACKETED, "skip") : null;
  if (bracketed !== null) return bracketed;
  const named = /^\((?:满分|共)?(\d+(?:\.\d+)?)分\):/u.exec(rest);
  if (named !== null) return { value: { kind: "total", points: named[1]! }, end: at + named[0].length };
  if (/[按评1分给在该本]/u.test(rest[0]!)) {
    const grades3 = THREE_GRADES.exec(rest);
    if (grades3 !== null)
      return {
        value: { kind: "three-grades", middle: "0.8", lower: grades3[1] === "50" ? "0.5" : "0.6" },
        end: at + grades3[0].length,
      };
  }
  return (
    regex(AND, { kind: "and" }) ??
    map(formula, (expression): Shape => ({ kind: "formula", expression }))(text, at) ??
    map(limit, (part): Shape => ({ kind: "limit", part }))(text, at) ??
    map(everyStep, (part): Shape => ({ kind: "step", part }))(text, at) ??
    (start ? map(plainStep, (part): Shape => ({ kind: "step", part }))(text, at) : null) ??
    map(dateSpan, (dates): Shape => ({ kind: "dates", ...dates }))(text, at) ??
    map(datePart, (date): Shape => ({ kind: "date", ...date }))(text, at) ??
    map(rank, (part): Shape => ({ kind: "rank", part }))(text, at) ??
    condition(text, at, words) ??
    map(outcome, (given): Shape => ({ kind: "outcome", outcome: given }))(text, at) ??
    (graded ? grade(text, at) : null)
  );
}

/** A range that has a word for its direction is one anywhere; a bare number only where its consequence is near. */
function condition(text: string, at: number, words: string): Match<Shape> | null {
  if (/[\d.]/u.test(text[at - 1] ?? "") && /\d/u.test(text[at]!)) return null;
  if (/^(?:20\d{2}年|\d{1,2}月(?!以|内))/u.test(text.slice(at))) return null;
  const match = rangePart(text, at);
  if (match === null) return null;
  const { bare } = match.value;
  if (bare === null) return { value: { kind: "range", part: match.value }, end: match.end };
  // "10分" is an outcome, "24小时执勤" a noun: a bare number must lead to its consequence.
  if (text.startsWith("分", match.end) && bare.unit === "") return null;
  const ahead = text.slice(match.end);
  const near =
    /^(?:目标|任务|工作|要求|的|者|时|则|及|\(|[\p{Script=Han}]{0,4}?)?,?(?=得|计|给|记|赋|不|满分|扣|\d+分|[一二三四五六七八九十]+分|每|少|低|超|按|可|即|为|均)/u.test(
      ahead,
    ) || /^(?:$|[,;。])/u.test(ahead);
  const named =
    /(?:率|度|完成|达|达到|偏离|偏差|目标值?|次数?|数|量|为|=|满足|控制在|报道|保持|实现|新增|人数|计划|任务|值|符合|满足|具备|活动|会议|培训|调研|检查|举办|开展|组织|发布|宣传|建设|项目|产品|报告|巡查|执法|演练|监测|发生|出现|存在)[^\d,;。]{0,8}$/u.test(
      words,
    ) ||
    words === "" ||
    bare.unit === "%" ||
    MISHAP.test(words.slice(-4));
  // "示范园区2个得满分": counted in a unit, with its consequence right behind.
  const direct =
    /^,?(?:得|计|记|给|不得|不计)/u.test(ahead) &&
    unitOf(bare.unit).dimension === "count" &&
    bare.unit !== "" &&
    !/[任每各第其]$/u.test(words);
  return near &&
    (named || direct || /^(?:等于|=)/u.test(text.slice(at))) &&
    (bare.unit !== "" || /^(?:等于|=)/u.test(text.slice(at)) || /(?:数|量|值|为|=|率|度)$/u.test(words))
    ? { value: { kind: "range", part: match.value }, end: match.end }
    : null;
}
