/** Formulas for the marks: "得分=（完成率-60%）/（1-60%）×指标分值". */

import type { Production } from "../../language";
import { VARIABLE_OF_MEASURE } from "../tree";
import type { Expression, Variable } from "../tree";
import { UNITS } from "../../language";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { USING } from "./using";
import { forMarks } from "./expressions";

type Sign = "+" | "-" | "×" | "/";
/** The rest of a chain of operations: signs with their operands, in order. */
type Tail = readonly { readonly sign: Sign; readonly right: Expression }[];

const ADDING = (v: { sign?: unknown }): boolean => v.sign === "+" || v.sign === "-";
const TIMES = (v: { sign?: unknown }): boolean => v.sign === "×" || v.sign === "/";

function folded(first: Expression, tail: Tail): Expression {
  return tail.reduce<Expression>((left, { sign, right }) => ({ kind: "binary", sign, left, right }), first);
}

/** No office writes a formula of more operations in a row. */
const MOST_OPERATIONS = 8;

/** One more operation before a chain; null where the chain grows too long to be a formula. */
function chained(sign: Sign, right: Expression, rest: Tail | null): Tail | null {
  const tail = rest ?? [];
  return tail.length >= MOST_OPERATIONS ? null : [{ sign, right }, ...tail];
}

const variable = (name: Variable): Expression => ({ kind: "variable", variable: name });

/** What is only called by a letter. */
const isLetter = (value: unknown): boolean =>
  /^[A-Z]$/u.test(as<Partial<Extract<Expression, { kind: "unknown" }>> | null | undefined>(value)?.name ?? "");

/** The forms head the target's column with A and the actual's with B. */
const LETTER_A = token("noun", (_v, t) => t.word === "A");
const LETTER_B = token("noun", (_v, t) => t.word === "B");
const OVER = token("sign", (v) => v.sign === "/");
const overTarget: Expression = { kind: "binary", sign: "/", left: variable("actual"), right: variable("target") };
const underTarget: Expression = { kind: "binary", sign: "/", left: variable("target"), right: variable("actual") };

/** By how much, not what share of the target that is: "超支额", "节约金额". */
const AMOUNT = /(?:额|金额|数额|数量?|天数|部分)$/u;

const minus = (left: Variable, right: Variable): Expression => ({
  kind: "binary",
  sign: "-",
  left: variable(left),
  right: variable(right),
});

const AMOUNTS: Readonly<Partial<Record<Variable, Expression>>> = {
  overrun: minus("actual", "target"),
  saving: minus("target", "actual"),
  deviation: { kind: "absolute", of: minus("actual", "target") },
};

/** "超过部分在剩余区间的占比": of what lies beyond a mark, which no figure of the cells is. */
const BEYOND_A_MARK = /超[过出]部分|剩余|区间/u;

/** The name of what a formula alone cannot tell; null for others. The base marks are one, however they are written. */
function unsaid(words: string, classes: readonly string[]): string | null {
  if (/^基[本础]分$/u.test(words)) return "基本分";
  return classes.includes("square") || classes.includes("undefined") || BEYOND_A_MARK.test(words) ? words : null;
}

/** What a name in a formula stands for, by the kinds of its words. */
function meaning(words: string, classes: readonly string[], measure: string | null): Expression {
  const other = unsaid(words, classes);
  if (other !== null) return { kind: "unknown", name: other };
  if (classes.includes("whole") || classes.includes("full")) return variable("points");
  const measured = classes.includes("proportion") ? "completion" : VARIABLE_OF_MEASURE.get(measure ?? "");
  if (measured !== undefined && AMOUNT.test(words)) return AMOUNTS[measured] ?? { kind: "unknown", name: words };
  if (measured !== undefined)
    return measure === "ratio" ? { kind: "variable", variable: measured, called: words } : variable(measured);
  // "平均值/85": what the indicator's own figures come to on the average.
  if (/^(?:平均[值数分]?|均值)$/u.test(words)) return { kind: "unknown", name: words };
  if (classes.includes("prior")) return variable("prior");
  if (measure === "rate" && !classes.includes("target")) return { kind: "variable", variable: "value", called: words };
  return targetOrActual(words, classes);
}

/** Which side of the comparison a name is on, by its first and last words. */
function targetOrActual(words: string, classes: readonly string[]): Expression {
  if (classes.includes("actual") || /^(?:实际|已)/u.test(words)) return variable("actual");
  if (classes.includes("target") || /^(?:应(?![用急对收届征诉力变])|计划|目标|预期|规定|要求)/u.test(words))
    return variable("target");
  if (/^完成/u.test(words)) return variable("actual");
  if (/(?:得分|评分|分数|测评分|考核分)$/u.test(words)) return variable("actual");
  return { kind: "unknown", name: words };
}

/** Whether the word behind a formula says that so much is taken off: "按（1-完成率）×分值扣分". */
const isTaken = (leaf: unknown): boolean => leaf !== null && leaf !== undefined && /^[扣减]/u.test(wordOf(leaf));

/** What is left of the marks when a formula's worth is taken off; null where it gives no marks. */
function leftOf(expression: Expression): Expression | null {
  const taken = forMarks(expression, false);
  return taken === null ? null : { kind: "binary", sign: "-", left: variable("points"), right: taken };
}

/** Operations in words, which are worked out one after the other. */
const SPOKEN = /^(?:减去|加上|乘以|除以|减|加|乘)$/u;

const isOneLetter = (_v: unknown, t: { word: string }): boolean => /^[A-Z]$/u.test(t.word);

const VARIABLE_WORDS = [
  "noun",
  "measure",
  "target",
  "actual",
  "whole",
  "proportion",
  "done",
  "prior",
  "undefined",
  "saved",
  "over-target",
  "wholly",
  "square",
  "full",
  "late",
  "quality",
  "met",
  "scope",
  "grade",
  "level",
  "event",
  "on-time",
  "due",
  "early",
] as const;

interface Called {
  readonly classes: readonly string[];
  readonly measure: string | null;
  readonly length: number;
}

export const FORMULA_PRODUCTIONS: readonly Production[] = [
  rule("called", "完成", [any(...VARIABLE_WORDS.map((cls) => token(cls)))], ([one]): Called => {
    const { classes } = as<{ token: { classes: ReadonlyMap<string, { kind?: string }> } }>(one).token;
    return { classes: [...classes.keys()], measure: classes.get("measure")?.kind ?? null, length: 1 };
  }),
  rule("called-name", "实际完成", [symbol("called")], ([one]) => one),
  rule("called-name", "实际完成绿化", [symbol("called"), symbol("called-name")], ([one, rest]) => {
    const [a, b] = [as<Called>(one), as<Called>(rest)];
    return b.length > 5
      ? null
      : { classes: [...new Set([...a.classes, ...b.classes])], measure: b.measure ?? a.measure, length: b.length + 1 };
  }),
  rule(
    "called-name",
    "交办或下达数",
    [symbol("called"), token("or"), symbol("called-name")],
    ([one, , rest], words): Called | null => {
      const [a, b] = [as<Called>(one), as<Called>(rest)];
      // "B/A或A/B" are two ways of working it out.
      return /^[A-Za-z]或|或[A-Za-z]/u.test(words) || b.length > 5
        ? null
        : { classes: [...new Set([...a.classes, ...b.classes])], measure: b.measure, length: b.length + 1 };
    },
  ),
  rule("variable", "完成率", [symbol("called-name")], ([c], words) => {
    const { classes, measure } = as<Called>(c);
    // "1/项" is one for each, no fraction.
    return words.length === 1 && UNITS.has(words) ? null : meaning(words, classes, measure);
  }),
  rule(
    "variable",
    "实际完成值（B）",
    [
      symbol("called-name"),
      token("open", (v) => v.square === false),
      any(token("noun", isOneLetter), token("grade", isOneLetter)),
      token("close"),
    ],
    ([c], words) => {
      const { classes, measure } = as<Called>(c);
      return meaning(words.slice(0, words.indexOf("(")), classes, measure);
    },
  ),
  rule(
    "variable",
    "实际完成值与目标值的比值",
    [
      any(token("actual"), symbol("called-name")),
      any(token("join"), token("via-ratio")),
      any(token("target"), symbol("called-name")),
      any(
        token("proportion"),
        token("noun", (_v, t) => /^比[值例率]?$/u.test(t.word)),
      ),
    ],
    (_v, words) =>
      /^(?:实际|完成|已)/u.test(words) && /目标|计划|指标|任务|应/u.test(words) ? variable("completion") : null,
  ),
  rule("literal", "60%", [any(token("quantity"), token("marks"))], ([q]): Expression => ({
    kind: "number",
    number: String(entryOf(q, "number")),
    unit:
      ["%", "‰"].includes(String(entryOf(q, "unit"))) ||
      /元$/u.test(String(entryOf(q, "unit"))) ||
      String(entryOf(q, "unit")).startsWith("/")
        ? String(entryOf(q, "unit"))
        : "",
  })),
  rule("factor", "60%", [symbol("literal")], ([e]) => e),
  rule("factor", "完成率", [symbol("variable")], ([e]) => e),
  rule("factor", "B/A", [LETTER_B, OVER, LETTER_A], (): Expression => overTarget),
  rule("factor", "A/B", [LETTER_A, OVER, LETTER_B], (): Expression => underTarget),
  rule(
    "factor",
    "B/A或A/B",
    [symbol("share-of-target"), any(token("or"), token("join")), symbol("share-of-target")],
    ([a, , b]) => (a === b ? null : variable("attained")),
  ),
  rule("share-of-target", "B/A", [LETTER_B, OVER, LETTER_A], () => "more"),
  rule("share-of-target", "A/B", [LETTER_A, OVER, LETTER_B], () => "less"),
  rule("share-of-target", "实际完成值/目标值", [token("actual"), OVER, token("target")], () => "more"),
  rule("share-of-target", "目标值/实际完成值", [token("target"), OVER, token("actual")], () => "less"),
  rule("factor", "(1-60%)", [token("open"), symbol("sum"), token("close")], ([, e]) => e),
  rule("factor", "|实际值-目标值|", [token("bar"), symbol("sum"), token("bar")], ([, e]): Expression => ({
    kind: "absolute",
    of: as<Expression>(e),
  })),
  rule(
    "factor",
    "min(实际值/目标值,1)",
    [
      any(token("smaller"), token("larger")),
      token("open"),
      symbol("sum"),
      any(token("comma"), token("join")),
      symbol("sum"),
      token("close"),
    ],
    ([which, , a, , b]): Expression => ({
      kind: "extreme",
      which: /^min$/iu.test(wordOf(which)) ? "min" : "max",
      of: [as<Expression>(a), as<Expression>(b)],
    }),
  ),
  rule(
    "factor",
    "实际值/目标值与1取小",
    [symbol("plain-product"), token("join"), symbol("literal"), any(token("smaller"), token("larger"))],
    ([a, , b, which]): Expression => ({
      kind: "extreme",
      which: /低|小/u.test(wordOf(which)) ? "min" : "max",
      of: [as<Expression>(a), as<Expression>(b)],
    }),
  ),
  rule("plain-factor", "完成率", [any(symbol("variable"), symbol("literal"))], ([e]) => e),
  rule(
    "plain-product",
    "实际值/目标值",
    [symbol("plain-factor"), token("sign", TIMES), symbol("plain-factor")],
    ([a, s, b]): Expression => ({
      kind: "binary",
      sign: entryOf(s, "sign") as Sign,
      left: as<Expression>(a),
      right: as<Expression>(b),
    }),
  ),
  rule(
    "product-tail",
    "×分值",
    [token("sign", TIMES), symbol("factor"), optional(symbol("product-tail"))],
    ([s, f, rest]) => chained(entryOf(s, "sign") as Sign, as<Expression>(f), as<Tail | null>(rest)),
  ),
  rule("product", "完成率×分值", [symbol("factor"), optional(symbol("product-tail"))], ([f, rest]) =>
    // A letter divided by another one is B/A, which has a meaning of its own.
    isLetter(f) && isLetter(as<Tail | null>(rest)?.[0]?.right)
      ? null
      : folded(as<Expression>(f), as<Tail | null>(rest) ?? []),
  ),
  rule(
    "sum-tail",
    "-完成率",
    [token("sign", ADDING), symbol("product"), optional(symbol("sum-tail"))],
    ([s, p, rest]) => chained(entryOf(s, "sign") as Sign, as<Expression>(p), as<Tail | null>(rest)),
  ),
  rule(
    "sum-tail",
    "-60%",
    [symbol("negative"), optional(symbol("product-tail")), optional(symbol("sum-tail"))],
    ([q, p, rest]) => chained("-", folded(as<Expression>(q), as<Tail | null>(p) ?? []), as<Tail | null>(rest)),
  ),
  rule("negative", "-60%", [token("quantity", (v) => String(v.number).startsWith("-"))], ([q]): Expression => ({
    kind: "number",
    number: String(entryOf(q, "number")).slice(1),
    unit: ["%", "‰"].includes(String(entryOf(q, "unit"))) ? String(entryOf(q, "unit")) : "",
  })),
  rule("sum", "完成率-60%", [symbol("product"), optional(symbol("sum-tail"))], ([p, rest], words) =>
    // "减去60%后除以40%": what is said in words is worked out in the order in which it is said.
    /减去|加上/u.test(words) && /除以|乘以/u.test(words)
      ? null
      : folded(as<Expression>(p), as<Tail | null>(rest) ?? []),
  ),
  // A formula as an outcome.
  rule(
    "formula-lead",
    "得分=",
    [
      any(
        token("reckon", (_v, t) => !/^[扣减]/u.test(t.word)),
        token("give"),
        token("heading"),
        token("noun", (_v, t) => /得分$/u.test(t.word)),
        token("whole", (_v, t) => /得分$/u.test(t.word) && !t.word.includes("应")),
      ),
      optional(
        any(
          token("colon"),
          token("comparator", (v) => v.side === "at"),
          token("give"),
          token("by", (_v, t) => /^按照?$/u.test(t.word)),
        ),
      ),
    ],
    () => true,
  ),
  rule(
    "formula-lead",
    "指标得分=",
    [
      optional(any(token("target"), token("measure"), token("noun"))),
      token("reckon", (_v, t) => !/^[扣减]/u.test(t.word)),
      token("comparator", (v) => v.side === "at"),
    ],
    () => true,
  ),
  rule(
    "formula-lead",
    "满意度计分=",
    [symbol("name"), any(token("reckon"), token("give")), optional(token("comparator", (v) => v.side === "at"))],
    (_v, words) => (/[=]$/u.test(words) ? true : null),
  ),
  rule(
    "formula-lead",
    "满意度得分=",
    [
      optional(symbol("name")),
      token("actual", (_v, t) => /得分$/u.test(t.word)),
      token("comparator", (v) => v.side === "at"),
    ],
    () => true,
  ),
  rule(
    "formula",
    "扣分=（1-完成率）×分值",
    [
      any(
        token("take"),
        token("reckon", (_v, t) => /^扣|^减/u.test(t.word)),
      ),
      token("comparator", (v) => v.side === "at"),
      symbol("sum"),
    ],
    ([, , e]) => leftOf(as<Expression>(e)),
  ),
  rule("formula", "得分=完成率×分值", [symbol("formula-lead"), symbol("sum"), optional(token("reckon"))], ([, e]) =>
    forMarks(as<Expression>(e), true),
  ),
  rule(
    "formula",
    "按完成率×分值计算得分",
    [
      any(token("by"), token("comma"), token("heading"), USING),
      optional(token("noun", (_v, t) => /^(?:公式|以下公式|下列公式|下式|如下公式|上述公式)$/u.test(t.word))),
      // "按照“得分=指标值/90%×分值”计算".
      optional(symbol("formula-lead")),
      symbol("sum"),
      optional(token("proportion")),
      optional(any(token("reckon"), token("by"))),
      optional(token("reckon")),
    ],
    ([, , , e, , a, b], words) =>
      isTaken(a) || isTaken(b)
        ? leftOf(as<Expression>(e))
        : forMarks(as<Expression>(e), /[×*]\d[\d.]*分?(?:[计得]分|计算)$/u.test(words)),
  ),
  rule(
    "formula",
    "用完成率减去60%后除以40%，再乘以分值，即为该项得分",
    [
      optional(
        any(
          token("by"),
          token("noun", (_v, t) => /^(?:用|将|把)$/u.test(t.word)),
        ),
      ),
      symbol("plain-factor"),
      symbol("spoken-tail"),
      optional(token("comma")),
      optional(
        any(
          token("give"),
          token("comparator", (v) => v.side === "at"),
        ),
      ),
      optional(any(token("whole"), token("reckon"), token("earn"))),
    ],
    ([, f, rest]) => forMarks(folded(as<Expression>(f), as<Tail>(rest)), false),
  ),
  rule(
    "spoken-tail",
    "减去60%后除以40%",
    [
      optional(token("comma")),
      token("sign", (_v, t) => SPOKEN.test(t.word)),
      symbol("plain-factor"),
      optional(symbol("spoken-tail")),
    ],
    ([, s, f, rest]) => chained(entryOf(s, "sign") as Sign, as<Expression>(f), as<Tail | null>(rest)),
  ),
  rule(
    "formula",
    "完成率×分值",
    [symbol("sum"), optional(token("reckon"))],
    // "参会率×5分": marks by so many of them.
    ([e, r], words) => (isTaken(r) ? null : forMarks(as<Expression>(e), /[×*]\d[\d.]*分$/u.test(words))),
    1,
  ),
];
