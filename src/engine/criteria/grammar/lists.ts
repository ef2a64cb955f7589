/** Definitions, ladders of grades, things side by side, the official three grades, pasted columns. */

import type { Production } from "../../language";
import type { Clause, Condition, Expression, Item, Outcome } from "../tree";
import { any, as, entryOf, many, optional, percentShare, rule, symbol, token, wordOf } from "./build";
import { hasUnknown, variablesOf, withoutHundredPercent } from "./expressions";
import { COMMA } from "./clauses";
import { isGradeWord } from "./graded-clauses";
import { ofShare } from "./outcomes";

/** No list of things that are worth the same is longer. */
const MOST_LISTED = 6;

/** No lead to the three grades is longer. */
const LONGEST_LEAD = 80;

/** A share in percent, or nothing at all. */
const SHARE = token("quantity", (v) => v.unit === "%" || v.number === "0");

/** Grades with the share of the marks that each earns, from the first to the last. */
interface GradedShares {
  readonly grades: readonly string[];
  readonly outcomes: readonly Outcome[];
}

function graded(grade: unknown, leaf: unknown, rest: unknown): GradedShares {
  const { grades, outcomes } = rest === null ? { grades: [], outcomes: [] } : as<GradedShares>(rest);
  const number = String(entryOf(leaf, "number"));
  const then: Outcome =
    number === "100"
      ? { kind: "full", named: null }
      : number === "0"
        ? { kind: "nothing" }
        : { kind: "share", share: percentShare(number) };
  return { grades: [wordOf(grade), ...grades], outcomes: [then, ...outcomes] };
}

export const LIST_PRODUCTIONS: readonly Production[] = [
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
  rule(
    "clause",
    "完成值/目标值=完成率",
    [symbol("sum"), token("comparator", (v) => v.side === "at"), symbol("defined-name")],
    ([e, , n], words) =>
      as<Expression>(e).kind === "binary" ? definition(as<string>(n), as<Expression>(e), words) : null,
    1,
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
    "优秀100%，良好80%，合格60%，不合格0",
    [symbol("graded-shares")],
    ([list]) => {
      const { grades, outcomes } = as<GradedShares>(list);
      return grades.length >= 3 ? ladder([...grades], [...outcomes]) : null;
    },
    2,
  ),
  rule("graded-shares", "优秀100%", [token("grade"), optional(token("colon")), SHARE], ([g, , q]) =>
    graded(g, q, null),
  ),
  rule(
    "graded-shares",
    "优秀100%，良好80%",
    [
      token("grade"),
      optional(token("colon")),
      SHARE,
      any(token("comma"), token("stop"), token("join")),
      symbol("graded-shares"),
    ],
    ([g, , q, , rest]) => graded(g, q, rest),
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
  rule(
    "clause",
    "完成率100%、90%以上、90%以下分别得10分、8分、0分",
    [
      symbol("thresholds"),
      COMMA,
      token("any", (_v, t) => t.word === "分别"),
      optional(token("give")),
      symbol("ladder-marks"),
    ],
    ([t, , , , o]) => {
      const [whens, outcomes] = [as<Condition[]>(t), as<Outcome[]>(o)];
      return whens.length >= 2 && whens.length === outcomes.length
        ? ({ kind: "bands", whens, outcomes } satisfies Clause)
        : null;
    },
  ),
  rule("thresholds", "完成率100%", [symbol("condition")], ([c]) =>
    ["range", "bare"].includes(as<Condition>(c).kind) ? [as<Condition>(c)] : null,
  ),
  rule(
    "thresholds",
    "完成率100%、90%以上",
    [symbol("condition"), any(token("join"), token("comma")), symbol("thresholds")],
    ([c, , rest]) =>
      ["range", "bare"].includes(as<Condition>(c).kind) && as<Condition[]>(rest).length < MOST_LISTED
        ? [as<Condition>(c), ...as<Condition[]>(rest)]
        : null,
  ),
  rule("ladder-mark", "10分", [symbol("points")], ([p]): Outcome =>
    as<string>(p) === "0" ? { kind: "nothing" } : { kind: "points", points: as<string>(p) },
  ),
  rule("ladder-mark", "80%", [symbol("share")], ([s]) => ofShare(as<string>(s))),
  rule("ladder-mark", "权重分的100%", [any(token("whole"), token("full")), symbol("share")], ([, s]) =>
    ofShare(as<string>(s)),
  ),
  rule("ladder-mark", "0", [token("quantity", (v) => v.number === "0" && v.unit === "")], (): Outcome => ({
    kind: "nothing",
  })),
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
      many("three-word", LONGEST_LEAD),
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
            "or",
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
        token("via", (_v, t) => t.word.startsWith("原则")),
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

function ladder(grades: readonly string[], outcomes: readonly Outcome[]): Clause | null {
  return grades.length >= 2 && grades.length === outcomes.length ? { kind: "ladder", grades, outcomes } : null;
}

function definition(name: string, expression: Expression, words: string): Clause | null {
  void words;
  const value = withoutHundredPercent(expression);
  // "显著=100%，较显著=80%" tells what grades are worth.
  if (["number", "variable"].includes(value.kind) && isGradeWord(name)) return null;
  void hasUnknown;
  void variablesOf;
  // "目标值为100人" says the target once more.
  if (value.kind === "number" && /^(?:年度|全年|年初)?(?:目标|指标|计划)(?:值|数|数量|人数|次数|任务)?$/u.test(name))
    return null;
  if (value.kind === "number" && /(?:序时|时间)进度$/u.test(name)) return null;
  return { kind: "definition", name, expression: value };
}
