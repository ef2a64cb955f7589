/** Formulas: "得分=（完成率-60%）/（1-60%）×指标分值". A formula is read only if all of it is; half of one is no rule. */

import { WHOLE } from "../lexicon";
import { plainDigits } from "../numerals";
import type { Expression, Variable } from "../tree";
import { alt, map, notFollowedBy, opt, pattern, remembering, seq, word } from "./combinators";
import type { Match, Parser } from "./combinators";

/**
 * The names of variables; the first list that fits wins. A name that ends in 率 or 度 and is none of these is the
 * indicator itself.
 */
const NAMES: readonly (readonly [Variable, RegExp])[] = [
  [
    "points",
    new RegExp(`^(?:${WHOLE.join("|")}|本?指标总?分值?|总分值?|满分值?|该项?分值?|本项?分值?|基本分|规定分值)$`, "u"),
  ],
  ["deviation", /偏离|偏差|差异|误差/u],
  ["completion", /完成率|完成比例|完成比|完成程度|完成度|达成率|实现率|目标完成|任务完成率|完成进度|计划完成率/u],
  [
    "target",
    /目标|计划|指标值|预期值|任务数|任务量|应(?:完成|开展|到|参加)|年初|预算(?!执行)|标准值|要求(?:数|值)|总数|总任务/u,
  ],
  [
    "actual",
    /实际|已完成|完成(?:值|数|量|次数|个数)|达到值|完成$|(?:考核|测评|评价|评估|综合|实际|调查|考评).{0,2}(?:分数|得分|评分|总分)$/u,
  ],
  ["value", /^[A-Za-z]$|率$|度$|占比$|比重$|值$|指标$|比例$|结果$/u],
];

const name: Parser<Expression> = map(
  pattern("(?!得分)[^\\d+\\-×/()=,;。%|]{1,20}?(?=[+\\-×/()=,;。|]|$|\\*|得分|计分|计算|折算|减去|乘以|除以)"),
  ([text]) => {
    // "实际完成值与目标值的比值" is one quantity; any other pair of quantities in one name is not understood.
    if (/[与和占]/u.test(text!))
      return /^(?:其)?(?:实际|完成)[^与和占]*[与和占][^与和占]*(?:目标|计划|指标|任务|应完成|预期)[^与和占]*(?:比|比值|比例|比率|比重|百分比)$/u.test(
        text!,
      )
        ? { kind: "variable", variable: "completion" }
        : null;
    // A share of something else than the target, defined elsewhere if at all.
    const own = /超支|超出|超预算|未完成|差额|节约|结余/u.test(text!);
    const variable = own ? undefined : NAMES.find(([, shape]) => shape.test(text!))?.[0];
    return variable === undefined ? null : { kind: "variable", variable };
  },
);

/** "得分=(1-超支率)×分值,超支率=(实际支出-预算)/预算": a name that the same text defines stands for its definition. */
function defined(text: string, at: number): Match<Expression> | null {
  const named = definedName(text, at);
  if (named === null) return null;
  const [, called] = named.value;
  const place = new RegExp(`(?:^|[,;。:(])(?:其中,?|注:)?${called!}=`, "u").exec(text);
  const from = place === null ? -1 : place.index + place[0].length;
  if (from < 0 || (at < from && at >= place!.index)) return null;
  const meaning = plainSum(text, from);
  // A definition speaks of target and actual alone; one that rests on another is not followed, so none goes in circles.
  if (
    meaning === null ||
    !/^(?:$|[,;。)])/u.test(text.slice(meaning.end)) ||
    !variables(meaning.value).every((v) => v === "target" || v === "actual")
  )
    return null;
  return { value: dropHundredPercent(meaning.value), end: named.end };
}
const definedName = pattern(
  "((?:超支|超出|超预算|未完成|差额|节约|结余)[\\p{Script=Han}]{0,6}?(?:率|度|比例|额|数))(?=[+\\-×/()=,;。]|$)",
);

const literal: Parser<Expression> = map(
  pattern("(\\d+(?:\\.\\d+)?)(%|‰)?(分|个|家|次|人|[万亿]?元|天|场)?"),
  ([, digits, percent, unit]) => ({
    kind: "number",
    number: plainDigits(digits!),
    unit: percent ?? (unit?.endsWith("元") === true ? unit : ""),
  }),
);

/** Nobody nests brackets deeper than a few; a text that does is no formula, and must not exhaust the stack. */
const open = pattern("\\((?![(\\[|]{4})");

const extremeOpening = pattern("(?:[Mm][Ii][Nn]|[Mm][Aa][Xx])[(\\[{](?![(\\[|]{4})");

/** "min(实际值/目标值,1)×分值" */
function extreme(inner: Parser<Expression>): Parser<Expression> {
  return (text, at) => {
    const opened = extremeOpening(text, at);
    if (opened === null) return null;
    const of: Expression[] = [];
    let place = opened.end;
    while (of.length < 4) {
      const one = inner(text, place);
      if (one === null) return null;
      of.push(one.value);
      place = one.end + 1;
      const sign = text[one.end] ?? "";
      if (sign === ")")
        return of.length < 2
          ? null
          : { value: { kind: "extreme", which: /^min/iu.test(opened.value[0]!) ? "min" : "max", of }, end: place };
      if (!/[,;、]/u.test(sign)) return null;
    }
    return null;
  };
}

function chain(
  operand: Parser<Expression>,
  sign: Parser<string>,
  meaning: Readonly<Record<string, "+" | "-" | "×" | "/">>,
): Parser<Expression> {
  return (text, at) => {
    let left = operand(text, at);
    while (left !== null) {
      const mark = sign(text, left.end);
      const right = mark === null ? null : operand(text, mark.end);
      if (mark === null || right === null) return left;
      left = {
        value: { kind: "binary", sign: meaning[mark.value]!, left: left.value, right: right.value },
        end: right.end,
      };
    }
    return null;
  };
}

/** Sums of products of brackets, numbers and what `names` reads. */
function sumOf(names: Parser<Expression>): Parser<Expression> {
  const inner: Parser<Expression> = (text, at) => sum(text, at);
  const factor: Parser<Expression> = remembering(
    alt<Expression>(
      extreme(inner),
      map(seq(open, inner, word(")")), ([, expression]) => expression),
      map(seq(pattern("\\[(?![(\\[|]{4})"), inner, word("]")), ([, expression]) => expression),
      map(seq(pattern("\\|(?![(\\[|])"), inner, word("|")), ([, expression]) => ({ kind: "absolute", of: expression })),
      literal,
      names,
    ),
  );
  const product = chain(factor, word("×", "/", "乘以", "除以", "乘", "x"), {
    "×": "×",
    "/": "/",
    乘以: "×",
    除以: "/",
    乘: "×",
    x: "×",
  });
  const sum = chain(product, word("+", "-", "加", "减去", "减"), { "+": "+", "-": "-", 加: "+", 减去: "-", 减: "-" });
  return sum;
}

const plainSum = sumOf(name);
const sum = sumOf(alt(defined, name));

/** "×100%" is only a way of writing a rate. */
function dropHundredPercent(expression: Expression): Expression {
  if (expression.kind === "absolute") return { kind: "absolute", of: dropHundredPercent(expression.of) };
  if (expression.kind === "extreme")
    return { ...expression, of: expression.of.map((one) => (one.kind === "number" ? one : dropHundredPercent(one))) };
  if (expression.kind !== "binary") return expression;
  const { left, right, sign } = expression;
  if (sign === "×" && right.kind === "number" && right.number === "100" && right.unit === "%")
    return dropHundredPercent(left);
  return { ...expression, left: dropHundredPercent(left), right: dropHundredPercent(right) };
}

function variables(expression: Expression): readonly Variable[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "variable":
      return [expression.variable];
    case "absolute":
      return variables(expression.of);
    case "extreme":
      return expression.of.flatMap(variables);
    case "binary":
      return [...variables(expression.left), ...variables(expression.right)];
  }
}

const opening = pattern(
  "(?:(?:具体)?(?:计算)?公式(?:为|是)?[:,]?|计算方法(?:为)?[:,]?|按照?公式)?(?:(?:指标|该项|本项|实际|最终|自评|评价|项目)?(?:得分|分数|计分|评分|赋分|分值)(?:为|计算)?[=:])|(?:计算)?公式(?:为|是)?[:=]|(?:,|则|即|的)?(?:按照?|以|用|=)|得分为|得分按照?|得|计|,|",
);
const ending = opt(
  pattern(
    "(?:的(?:比例|方式|公式|结果))?(?:来)?(?:进行)?(?:计算)?(?:计算得分|计算分值|计算|得分|计分|赋分|给分|确定得分|确定|折算)",
  ),
);

/** A formula for the marks: it must speak of the marks or the completion, and contain a sign. */
export const formula: Parser<Expression> = map(
  seq(opening, sum, notFollowedBy(pattern("[+\\-×/]")), ending),
  ([[lead], expression, , tail], text, at, end) => {
    const value = dropHundredPercent(expression);
    const used = variables(value);
    if (value.kind !== "binary" && value.kind !== "extreme") return null;
    const speaksOfMeasure = used.some((v) => v !== "points");
    const saidToBeMarks =
      /得分|分数|计分|评分|赋分|公式|按|以|得|计|分值/u.test(lead ?? "") ||
      tail !== null ||
      text.slice(at, end).includes("分") ||
      (at === 0 && end === text.length);
    return speaksOfMeasure && (used.includes("points") || saidToBeMarks) ? value : null;
  },
);
