/** Marks in proportion, on a line, by a formula; and one of two. */

import type { Production } from "../../language";
import type { Clause, Expression, Outcome } from "../tree";
import { lessIsBetter } from "../words";
import type { Name } from "./names";
import { USING } from "./using";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";

const OVERRUN_RATE_FROM = token("by");
const OVERRUN_RATE = token("measure", (v, t) => v.kind === "overrun" && /[例率度]$/u.test(t.word));
const OVERRUN: Expression = { kind: "variable", variable: "overrun" };

/** The share that was left undone: "未完成比例". */
const LACKING = /^(?:实际)?(?:未|没有?|欠|缺)/u;

/** "按未完成比例扣减分值": what was left undone is taken off, so what was done is earned; what it would earn is odd. */
const lessLacking = (words: string): Outcome | null =>
  /[扣减]/u.test(words) ? { kind: "proportion", of: "completion", factor: null } : null;

/** All the marks but such a share of them. */
const lessOverrun = (share: Expression): Outcome => ({
  kind: "formula",
  expression: {
    kind: "binary",
    sign: "-",
    left: { kind: "variable", variable: "points" },
    right: { kind: "binary", sign: "×", left: share, right: { kind: "variable", variable: "points" } },
  },
});

/** "按超过部分在剩余区间的占比": a share of what lies beyond a mark, and not the rate itself. */
const BEYOND = /超[过出]|剩余|差额|不足|区间/u;

/** Variables that neither the text nor the table tells: no share of the target is made of them. */
const NO_SHARE = /基期|基准|基数|系数|加权|权重|最[优差大小高低]值|历史值|理想值/u;

/** The marks times the indicator's own rate. */
const BY_ITS_RATE: Outcome = {
  kind: "formula",
  expression: {
    kind: "binary",
    sign: "×",
    left: { kind: "variable", variable: "value" },
    right: { kind: "variable", variable: "points" },
  },
};

export const PROPORTION_PRODUCTIONS: readonly Production[] = [
  // In proportion.
  rule(
    "outcome",
    "按完成比例计分",
    [
      token("by"),
      optional(symbol("name")),
      token("proportion"),
      optional(token("by")),
      optional(token("whole")),
      optional(any(token("between"), token("suffix"))),
      token("reckon"),
    ],
    ([, n, p], words) =>
      LACKING.test(as<Partial<Name> | null>(n)?.text ?? "")
        ? lessLacking(words)
        : proportional(`${as<Partial<Name> | null>(n)?.text ?? ""}${wordOf(p)}`, words),
  ),
  rule(
    "outcome",
    "按超过的比重赋分",
    [
      token("by"),
      any(
        token("comparator", (v) => v.side === "low"),
        token("way", (v) => v.way === "over"),
      ),
      token("proportion"),
      token("reckon"),
    ],
    (): Outcome => ({ kind: "proportion", of: "excess", factor: null }),
  ),
  rule(
    "outcome",
    "按超过比重赋分",
    [token("by"), token("proportion", (_v, t) => /^超[过出]/u.test(t.word)), token("reckon")],
    (): Outcome => ({ kind: "proportion", of: "excess", factor: null }),
  ),
  rule("outcome", "按超支比例扣减分值", [OVERRUN_RATE_FROM, OVERRUN_RATE, token("take")], (): Outcome =>
    lessOverrun(OVERRUN),
  ),
  rule(
    "outcome",
    "按超出比例的2倍扣减分值",
    [OVERRUN_RATE_FROM, OVERRUN_RATE, token("quantity", (v) => v.unit === "倍"), token("take")],
    ([, , times]): Outcome =>
      lessOverrun({
        kind: "binary",
        sign: "×",
        left: OVERRUN,
        right: { kind: "number", number: String(entryOf(times, "number")), unit: "" },
      }),
  ),
  rule("outcome", "按比例", [token("by"), token("proportion")], ([, p], words) => proportional(wordOf(p), words), 1),
  rule(
    "outcome",
    "等比例扣分",
    [token("proportion", (_v, t) => /^[等同]比例$/u.test(t.word)), token("reckon")],
    (_v, words) => proportional("", words),
  ),
  rule(
    "outcome",
    "按实际完成率得分",
    [token("by"), symbol("name"), token("reckon")],
    ([, n], words) => {
      const name = as<{ measure: string | null; text: string }>(n);
      if (LACKING.test(name.text)) return lessLacking(words);
      if (BEYOND.test(name.text)) return null;
      if (name.measure === "rate" && /(?:率|比例|比率|进度)$/u.test(name.text)) return BY_ITS_RATE;
      return name.measure === "completion" || name.measure === "ratio" ? proportional(name.text, words) : null;
    },
    1,
  ),
  rule(
    "outcome",
    "按实际完成数占计划数的比例计算得分",
    [
      token("by"),
      any(token("actual"), symbol("name")),
      token("via-ratio"),
      any(token("target"), symbol("name")),
      optional(any(token("proportion"), token("noun"))),
      token("reckon"),
    ],
    (_v, words) => (NO_SHARE.test(words) ? null : proportional("", words)),
  ),
  rule(
    "outcome",
    "按实际下降率占目标下降率的比例得分",
    [
      token("by"),
      token("actual"),
      token("measure"),
      token("via-ratio"),
      token("target"),
      token("measure"),
      optional(any(token("proportion"), token("noun"))),
      token("reckon"),
    ],
    ([, , one, , , other], words) => (wordOf(one) === wordOf(other) ? proportional("", words) : null),
  ),
  rule(
    "outcome",
    "按完成值与目标值的比例记分",
    [
      token("by"),
      any(token("actual"), symbol("name")),
      token("join"),
      token("target"),
      token("proportion"),
      token("reckon"),
    ],
    (_v, words) => proportional("", words),
  ),
  rule(
    "outcome",
    "按完成值在指标值中所占比例记分",
    [
      token("by"),
      any(token("actual"), symbol("name")),
      token("target"),
      optional(token("noun", (_v, t) => t.word === "中")),
      token("proportion"),
      token("reckon"),
    ],
    (_v, words) => proportional("", words),
  ),
  rule(
    "outcome",
    "按完成比例的80%计分",
    [token("by"), optional(symbol("name")), token("proportion"), symbol("share"), token("reckon")],
    ([, , , s]): Outcome => ({ kind: "proportion", of: "completion", factor: as<string>(s) }),
  ),
  rule(
    "outcome",
    "按插值法计分",
    [
      optional(
        any(
          token("reckon"),
          token("noun", (_v, t) => t.word === "分值"),
        ),
      ),
      optional(any(token("by"), USING)),
      optional(token("between")),
      token("interpolate"),
      optional(token("reckon")),
      optional(token("reckon")),
    ],
    (): Outcome => ({ kind: "interpolation" }),
  ),
  rule(
    "outcome",
    "在0分与满分之间按插值法计分",
    [
      token("marks", (v) => v.number === "0"),
      any(token("join"), token("dash"), token("via-ratio")),
      token("full"),
      optional(token("between")),
      token("by"),
      token("interpolate"),
      optional(token("reckon")),
    ],
    (): Outcome => ({ kind: "interpolation" }),
  ),
  rule(
    "outcome",
    "按实际通过率占90%的比例得分",
    [
      token("by"),
      any(token("actual"), symbol("name")),
      any(
        token("via-ratio"),
        token("give", (_v, t) => t.word === "占"),
        token("join"),
      ),
      symbol("number"),
      token("proportion"),
      token("reckon"),
    ],
    ([, , , q]): Outcome => ({
      kind: "formula",
      expression: {
        kind: "binary",
        sign: "×",
        left: {
          kind: "binary",
          sign: "/",
          left: { kind: "variable", variable: "value" },
          right: { kind: "number", ...as<{ number: string; unit: string }>(q) },
        },
        right: { kind: "variable", variable: "points" },
      },
    }),
  ),
  rule(
    "outcome",
    "按偏离程度扣分",
    [
      token("by"),
      token("measure", (v) => v.kind === "deviation" || v.kind === "overrun" || v.kind === "shortfall"),
      optional(token("proportion")),
      token("reckon"),
    ],
    (_v, words): Outcome => ({ kind: "discretion", text: words }),
    3,
  ),
  rule(
    "outcome",
    "得分按完成率计算",
    [
      any(
        token("reckon", (_v, t) => t.word === "得分"),
        token("whole", (_v, t) => /得分$/u.test(t.word)),
      ),
      token("by"),
      token("proportion"),
      token("reckon"),
    ],
    ([, , p], words) => proportional(wordOf(p), words),
  ),
  rule(
    "outcome",
    "指标得分=权重",
    [
      optional(token("target", (_v, t) => t.word === "指标")),
      token("give", (_v, t) => /得分=$/u.test(t.word)),
      token("whole"),
    ],
    (): Outcome => ({ kind: "full", named: null }),
  ),
  rule(
    "outcome",
    "按及时率得相应比例分值",
    [
      token("by"),
      symbol("name"),
      any(token("give"), token("earn"), token("reckon")),
      token("proportion", (_v, t) => /^(?:相应|对应)比例$/u.test(t.word)),
      optional(token("whole")),
    ],
    ([, n]): Outcome | null => {
      const { measure, text } = as<{ measure: string | null; text: string }>(n);
      if (LACKING.test(text) || BEYOND.test(text)) return null;
      if (measure === "completion" || measure === "ratio") return proportional(text, text);
      return measure === "rate" && /(?:率|比例|比率|进度)$/u.test(text) ? BY_ITS_RATE : null;
    },
    1,
  ),
  rule(
    "clause",
    "完成率按比例计分",
    [
      symbol("name"),
      token("by"),
      any(
        token("proportion", (_v, t) => /^(?:实际|相应|同|等)?比例$/u.test(t.word)),
        token("actual", (_v, t) => t.word === "实际"),
      ),
      token("reckon"),
    ],
    ([n], words): Clause | null => {
      const { measure, text } = as<Name>(n);
      const rate = measure === "rate" && /率$/u.test(text) && !lessIsBetter(text);
      const then =
        rate || measure === "completion" || OF_COMPLETION.test(text) || /完成率$/u.test(text)
          ? proportional("", words)
          : null;
      return then === null ? null : { kind: "arm", when: null, then, limit: null };
    },
  ),
  // By a formula.
  rule("outcome", "得分=完成率×分值", [symbol("formula")], ([e]): Outcome => ({
    kind: "formula",
    expression: as<Expression>(e),
  })),
  // One of two.
  rule("outcomes", "得10分", [symbol("outcome")], ([o]) => o),
  rule(
    "outcomes",
    "不得分或扣相应分数",
    [
      symbol("outcome"),
      any(
        token("or"),
        token("join", (_v, t) => /[和及]/u.test(t.word)),
        token("and", (_v, t) => t.word === "并"),
      ),
      symbol("outcome"),
    ],
    ([a, , b]): Outcome => ({ kind: "either", of: [as<Outcome>(a), as<Outcome>(b)] }),
    1,
  ),
];

/** What was done of what was to be done, in whatever words. */
const OF_COMPLETION = new RegExp(
  "^(?:实际|全年|年度|任务|目标|指标|计划|工作|项目|已|总体|其|相应|同等|[等同正])*(?:完成|达成|实现|达标|达到|执行)?" +
    "(?:目标|指标|任务|计划)?(?:数量?|情况|值|程度|进度|得分)?的?(?:率|比例|比率|比重|占比|百分比|进度|程度|情况|权重)?$",
  "u",
);

/** "实际值与预期值的比例": what was done and what was to be, named one after the other. */
const OF_BOTH =
  /^(?:实际|全年|年度)?(?:完成|达成|执行|产出)?[值数量情况]*(?:与|和|占|比|\/|除以)(?:年度|年初|全年)?(?:目标|指标|计划|预期|设定)(?:任务)?[值数量]*的?(?=[^的]*$)/u;

/** "按比例扣分" takes what is short in proportion; a rate that the text calls by a name of its own is kept. */
function proportional(named: string, words: string): Outcome | null {
  const called = named.replace(OF_BOTH, "");
  if (/超[出过]|偏[离差]|缺|未完成|下降/u.test(words)) return { kind: "discretion", text: words };
  const own = OF_COMPLETION.test(called) ? {} : { called };
  return { kind: "proportion", of: "completion", factor: null, ...own };
}
