/** Clauses: a condition and what it gives, a step and what it takes, headings, totals, definitions, lists. */

import type { Production } from "../../language";
import type { Clause, Condition, Expression, Item, Limit, Outcome, StepClause } from "../tree";
import { any, as, entryOf, optional, percentShare, rule, symbol, token, wordOf } from "./build";
import { hasUnknown, variablesOf, withoutHundredPercent } from "./formulas";
import { ranged } from "./conditions";
import { unitOf } from "../../language";
import type { Name, Phrase } from "./names";
import type { Range } from "./ranges";

const COMMA = optional(token("comma"));
const EACH_TIME = token("each-time", (_v, t) => t.word.startsWith("每"));
const LIMIT = optional(symbol("after-limit"));

/** What everybody starts from, before additions and deductions. */
const BASE_WORDS = /^(?:基[础本]分值?|底分|起评分|起始分|保底分)$/u;
const BASE = any(
  token("whole", (_v, t) => BASE_WORDS.test(t.word)),
  token("noun", (_v, t) => BASE_WORDS.test(t.word)),
);

/** No list of things that are worth the same is longer. */
const MOST_LISTED = 6;
/** No lead to the three grades is longer. */
const LONGEST_LEAD = 80;

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

export const CLAUSE_PRODUCTIONS: readonly Production[] = [
  rule(
    "after-limit",
    "，扣完为止",
    [COMMA, optional(token("open")), symbol("limit"), optional(token("close"))],
    ([, , limit]) => limit,
  ),
  // Conditions with what they give.
  rule(
    "clause",
    "满意度90%以上得10分",
    [symbol("conditions"), optional(any(token("comma"), token("colon"))), symbol("outcomes")],
    ([c, , o], words) => arm(as<Condition>(c), as<Outcome>(o), words),
  ),
  rule(
    "clause",
    "发生1起得5分",
    [
      optional(symbol("name")),
      token("event"),
      symbol("range"),
      optional(any(symbol("name"), symbol("phrase"))),
      COMMA,
      symbol("outcomes"),
    ],
    ([, , part, , , o]) => {
      const when = ranged(null, as<Range>(part));
      return when === null ? null : arm(when, as<Outcome>(o), "");
    },
    1,
  ),
  rule(
    "clause",
    "3项及以上不符合要求不得分",
    [optional(token("event")), symbol("range"), symbol("phrase"), COMMA, symbol("outcomes")],
    ([, part, p, , o]) => {
      const range = as<Range>(part);
      const unit = (range.low ?? range.high)?.at.unit ?? range.bare?.unit ?? "";
      const when = ranged(null, range);
      return when === null ||
        unitOf(unit).dimension !== "count" ||
        as<Phrase>(p).denials === 0 ||
        range.bare?.number === "1"
        ? null
        : arm(when, as<Outcome>(o), "");
    },
    2,
  ),
  rule(
    "clause",
    "优秀（90-100分）10分",
    [
      symbol("condition"),
      token("open"),
      symbol("condition"),
      token("close"),
      optional(any(token("comma"), token("colon"))),
      symbol("outcomes"),
    ],
    ([grade, , inner, , , o]) => {
      const [one, two] = [as<Condition>(grade), as<Condition>(inner)];
      return one.kind === "grade" && (two.kind === "range" || two.kind === "bare")
        ? arm(two, as<Outcome>(o), "")
        : null;
    },
  ),
  rule(
    "clause",
    "完成率小于60%为不及格，不得分",
    [
      symbol("condition"),
      any(
        token("comparator", (v) => v.side === "at"),
        token("scope"),
        token("give"),
        token("rated"),
      ),
      token("grade"),
      optional(token("level")),
      COMMA,
      symbol("outcomes"),
    ],
    ([c, , , , , o]) =>
      ["range", "bare"].includes(as<Condition>(c).kind) ? arm(as<Condition>(c), as<Outcome>(o), "") : null,
  ),
  rule(
    "clause",
    "90%以上优秀，得10分",
    [symbol("condition"), token("grade"), optional(token("level")), token("comma"), symbol("outcomes")],
    ([c, , , , o]) => {
      const when = as<Condition>(c);
      return when.kind === "range" ? arm(when, as<Outcome>(o), "") : null;
    },
  ),
  rule(
    "clause",
    "80%以上视为完成，得满分",
    [symbol("condition"), token("via", (_v, t) => /^视/u.test(t.word)), symbol("condition"), COMMA, symbol("outcomes")],
    ([c, , second, , o]) => {
      const two = as<Condition>(second);
      return two.kind === "target" && two.side === "met" ? arm(as<Condition>(c), as<Outcome>(o), "") : null;
    },
  ),
  rule("clause", "酌情扣分", [symbol("outcomes")], ([o]) => arm(null, as<Outcome>(o), ""), 1),
  rule(
    "clause",
    "中间部分按插值法计分",
    [
      any(
        token("between"),
        token("otherwise"),
        token("noun", (_v, t) =>
          /^(?:中间|其间|间|期间|中间值|中间部分|中间数值|两者之间|区间内|介于两者之间)$/u.test(t.word),
        ),
      ),
      optional(
        any(
          token("between"),
          token("suffix"),
          token("noun", (_v, t) => /^(?:部分|数值|值|分数|得分)$/u.test(t.word)),
        ),
      ),
      COMMA,
      optional(
        any(
          token("by"),
          token("quality", (_v, t) => t.word === "采用"),
          token("done", (_v, t) => t.word === "使用"),
        ),
      ),
      token("interpolate"),
      optional(token("reckon")),
      optional(token("reckon")),
    ],
    (): Clause => ({ kind: "arm", when: { kind: "otherwise" }, then: { kind: "interpolation" }, limit: null }),
  ),
  // A limit on the marks of a formula stands behind it.
  rule("clause", "（完成率低于60%不得分）", [token("open"), symbol("clause"), token("close")], ([, c]) => c),
  rule("clause", "扣完为止", [symbol("limit")], ([l]): Clause => ({ kind: "limit", limit: as<Limit>(l) })),
  rule("clause", "不足1个按1个计", [symbol("step-part")], ([p]): Clause => ({
    kind: "part-steps",
    ...as<{ count: "up" | "down"; step: { number: string; unit: string } }>(p),
  })),
  rule(
    "clause",
    "会议次数不少于10次",
    [symbol("conditions")],
    ([c]) => {
      const when = as<Condition>(c);
      return requires(when) ? ({ kind: "requirement", when } satisfies Clause) : null;
    },
    2,
  ),
  // Steps.
  rule("clause", "每少1次扣1分，扣完为止", [symbol("step"), COMMA, symbol("step-outcome"), LIMIT], ([s, , o, l]) =>
    step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule(
    "clause",
    "未完成的，每少1次扣1分",
    [symbol("conditions"), COMMA, symbol("step"), COMMA, symbol("step-outcome"), LIMIT],
    ([c, , s, , o, l]) => step(as<Condition>(c), as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
    1,
  ),
  rule(
    "clause",
    "少1次扣1分",
    [symbol("single-step"), COMMA, symbol("step-outcome"), LIMIT],
    ([s, , o, l]) => step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
    0,
  ),
  rule(
    "clause",
    "未完成的，少1次扣1分",
    [symbol("conditions"), token("comma"), symbol("single-step"), COMMA, symbol("step-outcome"), LIMIT],
    ([c, , s, , o, l]) => step(as<Condition>(c), as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule(
    "clause",
    "出现差错每次扣0.5分",
    [symbol("phrase"), COMMA, EACH_TIME, symbol("step-outcome"), LIMIT],
    ([p, , each, o, l]) => {
      const unit = wordOf(each).slice(1);
      return step(
        null,
        { direction: "event", step: { number: "1", unit }, from: null, what: as<Phrase>(p).text, each: true },
        as<Outcome>(o),
        as<Limit | null>(l),
      );
    },
  ),
  rule("clause", "资料不全一处扣1分", [symbol("single-step"), symbol("step-outcome")], ([s, o]) =>
    step(null, as<StepClause>(s), as<Outcome>(o), null),
  ),
  rule(
    "clause",
    "按照每完成1个项目得2分计算",
    [token("by"), symbol("step"), symbol("step-outcome"), token("reckon"), LIMIT],
    ([, s, o, , l]) => step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule("step-outcome", "扣1分", [symbol("outcomes")], ([o]) => o),
  // The whole of the marks.
  rule(
    "clause",
    "共10分",
    [
      optional(token("open")),
      any(
        token("sum-word"),
        token("full"),
        token("whole", (_v, t) => !BASE_WORDS.test(t.word)),
        token("noun", (_v, t) => /^(?:满分|总分|共计|合计|总计)$/u.test(t.word)),
      ),
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("colon"),
          token("give"),
        ),
      ),
      symbol("points"),
      optional(token("close")),
      optional(token("colon")),
    ],
    ([, , , p]): Clause => ({ kind: "total", points: as<string>(p) }),
  ),
  rule(
    "clause",
    "基础分6分",
    [
      BASE,
      optional(
        any(
          token("comparator", (v) => v.side === "at"),
          token("colon"),
          token("give"),
        ),
      ),
      symbol("points"),
    ],
    ([, , p]): Clause => ({ kind: "arm", when: null, then: { kind: "points", points: as<string>(p) }, limit: null }),
  ),
  rule(
    "clause",
    "满意度（10分）：",
    [symbol("name"), token("open"), symbol("points"), token("close"), optional(any(token("colon"), token("comma")))],
    ([name, , p], words) =>
      /[:,]$/u.test(words) && as<Name>(name).measure !== null
        ? ({ kind: "total", points: as<string>(p) } satisfies Clause)
        : null,
  ),
  // Headings and names in front.
  rule("clause", "【评分标准】", [token("open"), token("heading"), token("close")], (_v, words): Clause => ({
    kind: "heading",
    text: words,
  })),
  rule(
    "clause",
    "（成本类指标）",
    [token("open"), token("noun", (_v, t) => /类$/u.test(t.word)), optional(token("target")), token("close")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule("clause", "评分标准", [token("heading")], (_v, words): Clause => ({ kind: "heading", text: words })),
  rule(
    "clause",
    "成本指标：",
    [symbol("name"), token("colon")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  rule(
    "clause",
    "对照目标值",
    [any(token("by"), token("join"), token("scope"), token("versus")), any(token("target"), token("proportion"))],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    3,
  ),
  rule(
    "clause",
    "目标值为100人",
    [token("target"), token("comparator"), symbol("number"), optional(symbol("tail"))],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  rule(
    "clause",
    "目标值≥90%",
    [token("target"), token("comparator"), symbol("number")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    1,
  ),
  rule(
    "clause",
    "设满意度为S",
    [symbol("name"), optional(token("grade", (_v, t) => /^[A-Z]$/u.test(t.word)))],
    (_v, words): Clause | null => (/^设?.+为?[A-Z]$/u.test(words) ? { kind: "heading", text: words } : null),
    1,
  ),
  rule(
    "clause",
    "根据《绩效评价办法》",
    [optional(any(token("by"), token("versus"), token("scope"))), optional(symbol("name")), token("source")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
    3,
  ),
  rule(
    "clause",
    "未完成扣2分/次",
    [
      any(symbol("phrase"), token("way")),
      token("take"),
      symbol("points"),
      token("sign", (v) => v.sign === "/"),
      token("noun"),
    ],
    ([p, , points, , unit]) =>
      step(
        null,
        { direction: "event", step: { number: "1", unit: wordOf(unit) }, from: null, what: textIn(p), each: true },
        { kind: "minus", points: as<string>(points) },
        null,
      ),
  ),
  rule(
    "clause",
    "按优秀、良好、合格评价",
    [optional(symbol("name")), token("by"), symbol("grades"), optional(any(token("level"), token("noun")))],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "是否制定预案",
    [token("noun", (_v, t) => t.word === "是否"), symbol("phrase")],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule("clause", "反映项目完成情况", [token("purpose"), symbol("phrase")], (_v, words): Clause => ({
    kind: "heading",
    text: words,
  })),
  rule(
    "clause",
    "【数据来源】问卷调查",
    [
      optional(token("open")),
      token("plain-heading"),
      optional(token("close")),
      optional(token("colon")),
      optional(token("purpose")),
      symbol("phrase"),
    ],
    (_v, words): Clause => ({ kind: "heading", text: words }),
  ),
  rule(
    "clause",
    "社会公众的满意程度",
    [symbol("name")],
    ([n], words) => (as<Name>(n).measure === null ? null : ({ kind: "heading", text: words } satisfies Clause)),
    6,
  ),
  // Definitions.
  rule(
    "clause",
    "超支率=(实际支出-预算)/预算",
    [symbol("defined-name"), token("comparator", (v) => v.side === "at"), symbol("sum")],
    ([n, , e], words) => definition(as<string>(n), as<Expression>(e), words),
  ),
  rule(
    "clause",
    "（完工率=完工项目数/计划完工数）",
    [token("open"), symbol("defined-name"), token("comparator", (v) => v.side === "at"), symbol("sum"), token("close")],
    ([, n, , e], words) => definition(as<string>(n), as<Expression>(e), words),
  ),
  rule("defined-name", "超支率", [symbol("called-name")], (_v, words) => (/(?:得分|分)$/u.test(words) ? null : words)),
  // Lists.
  rule(
    "clause",
    "优、良、中、差分别得10分、8分、6分、0分",
    [symbol("grades"), optional(token("level")), COMMA, token("any"), symbol("ladder-marks")],
    ([g, , , , o]) => ladder(as<string[]>(g), as<Outcome[]>(o)),
  ),
  rule(
    "clause",
    "考核等级优秀、良好、合格分别得10分、8分、6分",
    [
      optional(symbol("name")),
      optional(token("by")),
      symbol("grades"),
      COMMA,
      optional(token("level")),
      COMMA,
      token("any"),
      optional(token("give")),
      symbol("ladder-marks"),
    ],
    ([, , g, , , , , , o]) => ladder(as<string[]>(g), as<Outcome[]>(o)),
  ),
  rule(
    "clause",
    "分为优、良、中、差四个等级，分别得10分、8分、6分、0分",
    [
      optional(token("by")),
      optional(any(token("actual"), symbol("name"))),
      token("noun", (_v, t) => /^(?:划?分|分为|划分为|分成)$/u.test(t.word)),
      optional(
        any(
          token("rated"),
          token("noun", (_v, t) => t.word === "为"),
        ),
      ),
      symbol("grades"),
      optional(symbol("number")),
      optional(token("level")),
      COMMA,
      token("any"),
      symbol("ladder-marks"),
    ],
    ([, , , , g, , , , , o]) => ladder(as<string[]>(g), as<Outcome[]>(o)),
  ),
  rule("ladder-mark", "10分", [symbol("points")], ([p]): Outcome =>
    as<string>(p) === "0" ? { kind: "nothing" } : { kind: "points", points: as<string>(p) },
  ),
  rule("ladder-mark", "80%", [symbol("share")], ([s]): Outcome =>
    as<string>(s) === "0"
      ? { kind: "nothing" }
      : as<string>(s) === "1"
        ? { kind: "full", named: null }
        : { kind: "share", share: as<string>(s) },
  ),
  rule("ladder-mark", "不得分", [token("nothing")], (): Outcome => ({ kind: "nothing" })),
  rule(
    "ladder-marks",
    "得10分、8分",
    [optional(token("give")), symbol("ladder-mark"), any(token("join"), token("comma")), symbol("ladder-marks")],
    ([, p, , rest]) => [as<Outcome>(p), ...as<Outcome[]>(rest)],
  ),
  rule(
    "ladder-marks",
    "0分",
    [
      optional(token("give")),
      symbol("ladder-mark"),
      optional(
        any(
          token("whole"),
          token("noun", (_v, t) => t.word === "分"),
        ),
      ),
    ],
    ([, p]) => [as<Outcome>(p)],
  ),
  rule(
    "clause",
    "甲、乙各占50%",
    [
      symbol("listed"),
      optional(any(token("any"), token("each-time"))),
      optional(any(token("give"), token("any"), token("colon"))),
      any(symbol("share"), symbol("points")),
      optional(any(token("whole"), token("reckon"))),
    ],
    ([names, each, , s], words) => {
      const all = as<string[]>(names);
      if ((each === null && !/各/u.test(words)) || all.length < 2) return null;
      const worth = String(s);
      const outcome: Outcome =
        words.includes("%") || worth.includes("/")
          ? { kind: "share", share: worth }
          : { kind: "points", points: worth };
      return { kind: "items", items: all.map((text): Item => ({ text, outcome })) } satisfies Clause;
    },
    2,
  ),
  rule(
    "listed",
    "程序规范、资料齐全",
    [symbol("listed-one"), any(token("join"), token("comma")), symbol("listed")],
    ([a, , rest]) => (as<string[]>(rest).length >= MOST_LISTED ? null : [as<string>(a), ...as<string[]>(rest)]),
  ),
  rule("listed", "资料齐全", [symbol("listed-one")], ([a]) => [as<string>(a)]),
  rule("listed-one", "资料齐全", [symbol("phrase")], (_v, words) => (/[、和与及]/u.test(words) ? null : words)),
  rule("clause", "以此类推", [token("likewise")], (): Clause => ({ kind: "likewise" })),
  // The official three grades.
  rule(
    "clause",
    "按100%-80%、80%-60%、60%-0%合理确定得分",
    [
      symbol("three-lead"),
      symbol("grade-share"),
      token("join"),
      symbol("grade-share"),
      token("join"),
      symbol("grade-share"),
      optional(symbol("three-end")),
    ],
    ([, a, , b, , c]) => {
      const [one, two, three] = [as<string[]>(a), as<string[]>(b), as<string[]>(c)];
      return one[0] === "100" && one[1] === two[0] && two[1] === three[0] && three[1] === "0"
        ? ({
            kind: "three-grades",
            middle: `${Number(one[1]) / 100}`,
            lower: `${Number(two[1]) / 100}`,
          } satisfies Clause)
        : null;
    },
  ),
  rule(
    "grade-share",
    "100%-80%（含）",
    [symbol("number"), optional(symbol("inclusion")), token("dash"), symbol("number"), optional(symbol("inclusion"))],
    ([a, , , b]) => [as<{ number: string }>(a).number, as<{ number: string }>(b).number],
  ),
  rule("three-lead", "分别", [symbol("three-word")], () => true),
  rule(
    "three-lead",
    "定性指标根据指标完成情况分为三档，分别按照该指标对应分值区间",
    [symbol("three-word"), symbol("three-lead")],
    (_v, words) => (words.length > LONGEST_LEAD ? null : true),
  ),
  rule(
    "three-word",
    "达成",
    [
      any(
        ...(
          [
            "noun",
            "measure",
            "target",
            "actual",
            "done",
            "partly",
            "quality",
            "grade",
            "level",
            "comma",
            "and",
            "join",
            "negation",
            "if",
            "by",
            "any",
            "whole",
            "scope",
            "wholly",
            "met",
            "heading",
            "comparator",
            "give",
            "reckon",
            "way",
            "between",
            "otherwise",
            "year",
            "quantity",
          ] as const
        ).map((cls) => token(cls, cls === "quantity" ? (v) => v.unit !== "%" : null)),
      ),
    ],
    () => true,
  ),
  rule("three-end", "合理确定得分", [any(token("reckon"), token("discretion"), token("noun"))], () => true),
  rule(
    "three-end",
    "合理确定得分计分",
    [
      any(token("discretion"), token("by"), token("noun"), token("give"), token("whole")),
      any(token("reckon"), token("noun"), token("discretion")),
    ],
    () => true,
  ),
  // Columns that were pasted behind the sentence.
  rule(
    "clause",
    "% ≥ 10 指标值100%",
    [
      optional(any(token("noun"), token("quantity"))),
      token("comparator", (_v, t) => /^[≥≤=<>]$/u.test(t.word)),
      symbol("number"),
      optional(symbol("pasted-rest")),
    ],
    (_v, words) =>
      /^[%％\p{Script=Han}]{0,3}[≥≤=<>]/u.test(words) ? ({ kind: "pasted", text: words } satisfies Clause) : null,
    4,
  ),
  rule(
    "pasted-rest",
    "指标值100%",
    [
      any(token("target"), token("noun"), token("open"), token("close"), symbol("number"), token("full")),
      optional(symbol("pasted-rest")),
    ],
    () => true,
  ),
];

const textIn = (value: unknown): string => as<{ text?: string }>(value).text ?? wordOf(value);

function ladder(grades: readonly string[], outcomes: readonly Outcome[]): Clause | null {
  return grades.length >= 2 && grades.length === outcomes.length ? { kind: "ladder", grades, outcomes } : null;
}

function arm(when: Condition | null, then: Outcome, words: string): Clause | null {
  void words;
  if (!AWARDS.includes(then.kind)) return null;
  // What each costs is a step; before a formula a noun is the name of what is worked out, no condition.
  if (when !== null && holdsEach(when) && !["full", "share"].includes(then.kind)) return null;
  if (when?.kind === "fact" && !when.denied && ["formula", "interpolation"].includes(then.kind)) return null;
  // "不足10%按10%计" tells how a part of a step counts.
  if (/^不足.*不扣分?$/u.test(words)) return null;
  // "超过100%的按100%计" bounds, and "农户满意度（10分）：" heads.
  if (when?.kind === "range" && then.kind === "full" && /[按以取]100%|取1$/u.test(words)) return null;
  if (when?.kind === "fact" && /、.*各/u.test(words)) return null;
  if (when?.kind === "fact" && /,满分(?:为)?[\d.]+分$/u.test(words)) return null;
  if (when?.kind === "fact" && /[率度]\([\d.]+分\)$/u.test(words)) return null;
  // One of something that costs marks is a step, be it without 每.
  if (
    when?.kind === "bare" &&
    when.at.number === "1" &&
    ["count", "days", "months", "hours"].includes(unitOf(when.at.unit).dimension) &&
    (then.kind === "minus" || then.kind === "minus-share")
  )
    return null;
  if (
    when?.kind === "range" &&
    then.kind === "share" &&
    when.high !== null &&
    when.low === null &&
    percentShare(when.high.at.number) === then.share
  )
    return null;
  return { kind: "arm", when, then, limit: null };
}

/** "每少1次" with what it costs is a step; as a condition it could only earn. */
function holdsEach(when: Condition): boolean {
  return when.kind === "each" || ((when.kind === "all" || when.kind === "any") && when.of.some(holdsEach));
}

function step(when: Condition | null, count: StepClause, then: Outcome, limit: Limit | null): Clause | null {
  if (["formula", "points-between", "share-between", "interpolation"].includes(then.kind)) return null;
  // So many percent that nothing says which way are no occurrences.
  const facts = when === null ? false : when.kind === "all" || when.kind === "fact";
  if (facts && count.direction === "event" && count.what === "" && unitOf(count.step.unit).dimension === "rate")
    return null;
  // Without 每, an award for one of something is a band of its own.
  if (!count.each && !["minus", "minus-share", "nothing", "discretion"].includes(then.kind)) return null;
  return { kind: "step", when, count, then, limit };
}

function definition(name: string, expression: Expression, words: string): Clause | null {
  void words;
  const value = withoutHundredPercent(expression);
  void hasUnknown;
  void variablesOf;
  return { kind: "definition", name, expression: value };
}

/** What can stand alone, because steps or other bands tell what less of it costs. */
function requires(when: Condition): boolean {
  switch (when.kind) {
    case "range":
    case "bare":
    case "target":
    case "date":
    case "in-time":
    case "each":
      return true;
    case "all":
      return when.of.every(requires);
    default:
      return false;
  }
}
void entryOf;
void wordOf;
