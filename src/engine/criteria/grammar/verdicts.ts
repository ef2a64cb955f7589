/** Conditions in words: met or missed, in time or late, grades, facts; and how conditions join. */

import type { Production } from "../../language";
import type { Condition, TargetSide } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { ranged } from "./conditions";
import type { Phrase } from "./names";
import { TARGET_TAIL } from "./build";
import type { Range } from "./ranges";

const N = optional(symbol("name"));
const target = (side: TargetSide, money: boolean, text: string): Condition => ({ kind: "target", side, money, text });
const money = (leaf: unknown): boolean => entryOf(leaf, "money") === true;
/** 在…内, 以内 behind what a figure is to stay within. */
const WITHIN = optional(
  any(
    token("suffix", (v) => v.side === "high"),
    token("before"),
  ),
);

/** Words before a comparison with the target that are only the indicator's own figure. */
const SUBJECT = optional(symbol("name"));

const DENIED: Readonly<Record<TargetSide, TargetSide>> = {
  met: "missed",
  missed: "met",
  above: "at-most",
  below: "at-least",
  "at-most": "above",
  "at-least": "below",
  off: "exact",
  exact: "off",
};

export const TARGET_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "不低于目标值",
    [
      SUBJECT,
      token("comparator"),
      optional(symbol("inclusion")),
      token("target"),
      optional(token("target", (_v, t) => /^(?:要求|标准|任务|任务数|目标)$/u.test(t.word))),
      WITHIN,
    ],
    ([, c, said, t, , tail], words) => {
      const [side, inclusive] = [
        entryOf(c, "side"),
        said === null ? entryOf(c, "inclusive") === true : as<{ yes: boolean }>(said).yes,
      ];
      if (tail !== null && side === "low") return null;
      if (side === "at" && /^(?:等于|=|恰为)$/u.test(wordOf(c))) return target("exact", money(t), words);
      const plainMet = /^(?:达到?|已达到?|至少达到|均达到?|能达到|能够达到|为)$/u.test(wordOf(c));
      if (side === "at" || plainMet) return target("met", money(t), words);
      if (/^(?:未|没|不能|达不|不达|尚未)/u.test(wordOf(c)) && side === "high" && !inclusive)
        return target("missed", money(t), words);
      return target(
        side === "low" ? (inclusive ? "at-least" : "above") : inclusive ? "at-most" : "below",
        money(t),
        words,
      );
    },
  ),
  rule("condition", "完成目标任务", [SUBJECT, any(token("done"), token("met")), token("target")], ([, , t], words) =>
    target("met", money(t), words),
  ),
  rule(
    "condition",
    "没有完成年度目标",
    [
      SUBJECT,
      token("negation"),
      any(
        token("done"),
        token("met"),
        token("comparator", (v) => v.side === "low" && v.inclusive === true),
      ),
      token("target"),
    ],
    ([, , , t], words) => target("missed", money(t), words),
  ),
  rule(
    "condition",
    "目标值",
    [token("target", (_v, t) => /[值数量]$/u.test(t.word))],
    ([t], words) => target("met", money(t), words),
    4,
  ),
  rule(
    "condition",
    "低于标准",
    [SUBJECT, token("way", (_v, t) => /^(?:低于|少于)(?:标准|指标值|计划|计划数|目标值)$/u.test(t.word))],
    (_v, words) => target("below", false, words),
  ),
  rule(
    "condition",
    "目标值以上",
    [
      token("target", (_v, t) => /[值数量]$/u.test(t.word)),
      token("suffix", (_v, t) => /^(?:及|或)?以[上下]$/u.test(t.word)),
    ],
    ([t, end], words) => target(entryOf(end, "side") === "low" ? "at-least" : "below", money(t), words),
  ),
  rule("condition", "目标完成", [token("target"), any(token("done"), token("met"))], ([t], words) =>
    target("met", money(t), words),
  ),
  rule(
    "condition",
    "未完成年度目标",
    [
      SUBJECT,
      token("way", (_v, t) => /^(?:未完成|未能完成|未达到?|没完成|未实现|未达成)$/u.test(t.word)),
      token("target"),
    ],
    ([, , t], words) => target("missed", money(t), words),
  ),
  rule(
    "condition",
    "目标未完成",
    [token("target"), token("way", (_v, t) => /^(?:未完成|未能完成|没完成|未实现|未达成)$/u.test(t.word))],
    ([t], words) => target("missed", money(t), words),
  ),
  rule(
    "condition",
    "目标没有完成",
    [token("target"), token("negation"), any(token("done"), token("met"))],
    ([t], words) => target("missed", money(t), words),
  ),
  rule(
    "condition",
    "目标未达到",
    [token("target"), token("comparator", (_v, t) => /^未/u.test(t.word))],
    ([t], words) => target("missed", money(t), words),
  ),
  rule("condition", "达标", [SUBJECT, token("met"), optional(token("target"))], (_v, words) =>
    target("met", false, words),
  ),
  rule(
    "condition",
    "全部完成",
    [
      optional(token("wholly")),
      token("done", (_v, t) => /^(?:完成|达成|实现)$/u.test(t.word)),
      optional(any(token("wholly"), token("target"))),
    ],
    (_v, words) => target("met", false, words),
  ),
  rule(
    "condition",
    "未完成",
    [
      any(
        token("comparator", (_v, t) =>
          /^(?:未达到?|未完成|没有?达到|未能达到|达不到|不达|未能完成|不能达到|尚未达到|未到)$/u.test(t.word),
        ),
        token("way", (_v, t) => /^(?:未完成|未能完成|未达到?|没完成|未实现|未达成)$/u.test(t.word)),
      ),
    ],
    (_v, words) => target("missed", false, words),
  ),
  rule("condition", "达到", [token("comparator", (_v, t) => /^(?:达到|已达到)$/u.test(t.word))], (_v, words) =>
    target("met", false, words),
  ),
  rule(
    "condition",
    "没有达标",
    [
      SUBJECT,
      token("negation"),
      optional(token("wholly")),
      any(
        token("met"),
        token("done", (_v, t) => /^(?:完成|达成|实现)$/u.test(t.word)),
      ),
      optional(token("wholly")),
    ],
    (_v, words) => target("missed", false, words),
  ),
  rule(
    "condition",
    "不达标",
    [SUBJECT, token("quality", (_v, t) => /^(?:不达标|未达标)$/u.test(t.word))],
    (_v, words) => target("missed", false, words),
  ),
  rule(
    "condition",
    "不超预算",
    [SUBJECT, token("under-target"), optional(any(token("done"), token("target")))],
    (_v, words) => target("at-most", true, words),
  ),
  rule(
    "condition",
    "控制在预算内（≤35万元）",
    [symbol("within-target"), token("open"), symbol("range"), token("close")],
    ([, , part]) => ranged(null, as<Range>(part)),
  ),
  rule(
    "within-target",
    "控制在预算内",
    [
      SUBJECT,
      token("comparator", (v) => v.side === "high" && v.inclusive === true),
      any(token("under-target"), token("target")),
      WITHIN,
    ],
    () => true,
  ),
  rule("condition", "超预算", [SUBJECT, token("over-target"), TARGET_TAIL], (_v, words) =>
    target("above", true, words),
  ),
  rule(
    "condition",
    "不超",
    [SUBJECT, token("comparator", (_v, t) => /^(?:未超过|不超过|未超出|不超出|没有超过|未超|不超)$/u.test(t.word))],
    (_v, words) => target("at-most", true, words),
    1,
  ),
  rule(
    "condition",
    "超过",
    [SUBJECT, token("comparator", (_v, t) => /^(?:超过|超出|超)$/u.test(t.word))],
    (_v, words) => target("above", true, words),
    1,
  ),
  rule(
    "condition",
    "控制在预算内",
    [SUBJECT, token("comparator", (v) => v.side === "high" && v.inclusive === true), token("under-target")],
    (_v, words) => target("at-most", true, words),
  ),
  rule(
    "condition",
    "在预算额度内",
    [
      SUBJECT,
      token("target", (v) => v.money === true),
      any(
        token("suffix", (v) => v.side === "high"),
        token("before"),
      ),
      optional(token("done")),
    ],
    (_v, words) => target("at-most", true, words),
  ),
  rule(
    "condition",
    "超额完成目标任务",
    [SUBJECT, token("way", (v) => v.way === "over"), token("target")],
    ([, , t], words) => target("above", money(t), words),
  ),
  rule("condition", "偏离目标值", [SUBJECT, token("measure", (_v, t) => /^偏离/u.test(t.word))], (_v, words) =>
    target("off", false, words),
  ),
  rule(
    "condition",
    "超过控制数",
    [
      SUBJECT,
      token("measure", (v, t) => v.kind === "overrun" && !/(?:率|例|幅度|程度|超支额)$/u.test(t.word)),
      TARGET_TAIL,
    ],
    (_v, words) => target("above", /预算|概算|控制|成本|批复|限额|定额|编|支|标准/u.test(words), words),
  ),
  rule(
    "condition",
    "低于目标值",
    [SUBJECT, token("measure", (v) => v.kind === "shortfall"), TARGET_TAIL],
    (_v, words) => target("below", false, words),
  ),
  rule("condition", "不符合目标要求", [SUBJECT, token("negation"), token("met"), token("target")], ([, , , t], words) =>
    target("missed", money(t), words),
  ),
  rule(
    "condition",
    "不等于目标值",
    [SUBJECT, token("negation"), token("comparator"), token("target")],
    ([, , c, t], words) => {
      const side =
        entryOf(c, "side") === "at"
          ? "off"
          : entryOf(c, "side") === "low"
            ? entryOf(c, "inclusive") === true
              ? "at-least"
              : "above"
            : entryOf(c, "inclusive") === true
              ? "at-most"
              : "below";
      return target(side === "off" ? "off" : DENIED[side], money(t), words);
    },
  ),
  rule(
    "condition",
    "超额完成或完成目标值",
    [symbol("over-done"), any(token("or"), token("join")), symbol("condition")],
    ([, , c], words) => {
      const other = as<Condition>(c);
      return other.kind === "target" && (other.side === "met" || other.side === "at-least")
        ? target("at-least", other.money, words)
        : null;
    },
  ),
  rule("over-done", "超额完成", [token("way", (_v, t) => t.word === "超额完成")], () => true),
];

const BEYOND = any(
  token("way", (v) => v.way === "over"),
  token("comparator", (v) => v.side === "low" && v.inclusive !== true),
);
/** The time that was set, by the words that name it. */
const TERM = symbol("term");
const TERM_WORD = token("noun", (_v, t) => /^(?:时限|期限|时间|工期|时间节点|节点)$/u.test(t.word));
const inTime = (holds: boolean, text: string): Condition => ({ kind: "in-time", holds, text });

export const TIME_PRODUCTIONS: readonly Production[] = [
  rule("term", "时限", [TERM_WORD], () => true),
  rule(
    "term",
    "规定时限",
    [
      any(
        token("scope", (_v, t) => /^(?:按?规定|相应)$/u.test(t.word)),
        token("target"),
        token("noun"),
      ),
      TERM_WORD,
    ],
    () => true,
  ),
  rule(
    "condition",
    "按期完成",
    [N, token("on-time"), optional(any(token("done"), token("noun"), token("target"), symbol("name")))],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "按照合同约定时间完成",
    [
      N,
      token("by"),
      token("target"),
      optional(token("noun", (_v, t) => /^(?:时间|时限|工期|期限|进度|节点)$/u.test(t.word))),
      token("done"),
    ],
    (_v, words) => (/时间|时限|工期|期限|进度|节点/u.test(words) ? inTime(true, words) : target("met", false, words)),
  ),
  rule(
    "condition",
    "在计划工期内完成",
    [N, token("target", (_v, t) => /工期|进度/u.test(t.word)), WITHIN, token("done")],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "提前或准时完成",
    [
      N,
      any(token("early"), token("on-time")),
      any(token("or"), token("join")),
      any(token("on-time"), token("early")),
      optional(token("done")),
    ],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "早于或等于计划时间",
    [N, any(token("no-later"), token("early")), token("target", (_v, t) => /时间|工期|期限/u.test(t.word))],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "没有按期完成",
    [N, token("negation"), token("on-time"), optional(any(token("done"), token("noun")))],
    (_v, words) => inTime(false, words),
  ),
  rule("condition", "逾期", [N, token("late"), optional(any(token("done"), token("noun")))], (_v, words) =>
    inTime(false, words),
  ),
  rule("condition", "超出规定时限", [N, BEYOND, TERM, optional(token("done"))], (_v, words) => inTime(false, words)),
  rule(
    "condition",
    "未超出规定时限",
    [N, token("comparator", (v) => v.side === "high" && v.inclusive === true), TERM, optional(token("done"))],
    (_v, words) => inTime(true, words),
  ),
  rule(
    "condition",
    "未按规定节点完成",
    [
      optional(symbol("name")),
      token("negation"),
      optional(token("by")),
      TERM,
      optional(token("target")),
      optional(token("done")),
    ],
    (_v, words) => inTime(false, words),
  ),
  rule(
    "condition",
    "没有延迟",
    [N, token("negation"), token("late"), optional(any(token("done"), token("noun")))],
    (_v, words) => inTime(true, words),
  ),
];

/** No scale has more grades. */
const MOST_GRADES = 8;

export const GRADE_PRODUCTIONS: readonly Production[] = [
  rule("grades", "优秀", [token("grade"), optional(token("level"))], ([g]) => [wordOf(g)]),
  rule(
    "grades",
    "优秀、良好",
    [token("grade"), optional(token("level")), any(token("join"), token("or")), symbol("grades")],
    ([g, , , rest]) => (as<string[]>(rest).length >= MOST_GRADES ? null : [wordOf(g), ...as<string[]>(rest)]),
  ),
  rule(
    "condition",
    "评为优秀等次",
    [
      N,
      optional(
        any(
          token("give"),
          token("comparator", (v) => v.side !== "high"),
          token("event"),
          token("rated"),
        ),
      ),
      symbol("grades"),
      optional(token("suffix", (v) => v.side === "low")),
      optional(token("level")),
    ],
    ([name, lead, grades, tail]): Condition => ({
      kind: "grade",
      name: `${name === null ? "" : as<{ text: string }>(name).text}${wordOf(lead)}`,
      grades: as<string[]>(grades),
      orBetter: tail !== null,
    }),
  ),
];

/** A mishap that is counted or vetoes, by the words it is told in. */
const MISHAP_WORDS =
  /事故|伤亡|投诉|违规|违纪|违法|差错|错误|失误|污染|信访|舆情|泄密|损坏|损失|故障|问题|逾期|死亡|案件|上访|缺陷|隐患|火灾|纠纷|错发|漏报|虚报|瞒报|造假|弄虚作假|拖欠|截留|挪用|通报|处罚|质疑|流失|后果|恶劣影响|不良影响|不良|负面|中断|宕机|返贫|事件/u;
const QUALITY_WORDS =
  /及时|按时|按期|如期|准时|规范|合格|质量|准确|有效|合理|满意|圆满|符合|形成|严格|真实|完整|安全|配合|足额|到位|齐全/u;

/** A fact in its own words. */
function fact(phrase: Phrase, text: string): Condition {
  const { classes } = phrase;
  const mishap =
    MISHAP_WORDS.test(text) ||
    classes.includes("grave") ||
    (classes.includes("none") && !(classes.includes("done") && phrase.length <= 2)) ||
    (phrase.core === "" && classes.includes("event"));
  const quality = QUALITY_WORDS.test(text) || classes.includes("quality");
  return {
    kind: "fact",
    text,
    core: phrase.core,
    denied: phrase.denials % 2 === 1,
    sort: mishap
      ? "event"
      : quality
        ? "quality"
        : classes.includes("done") || classes.includes("met")
          ? "done"
          : "other",
    grave: /重大|严重|较大|特大|恶劣|致命/u.test(text),
    partly: classes.includes("partly"),
  };
}

export const FACT_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "高于全省平均水平",
    [N, optional(token("negation")), token("comparator"), token("prior", (v) => v.average === true)],
    ([, no, c], words): Condition => ({
      kind: "fact",
      text: words,
      core: words.slice(wordOf(no).length),
      denied: no !== null,
      sort: "other",
      grave: false,
      partly: entryOf(c, "side") === "at",
    }),
  ),
  rule(
    "condition",
    "达到合格标准",
    [
      N,
      token("comparator", (v, t) => v.side === "low" || /^未|^没/u.test(t.word)),
      any(token("grade"), token("quality"), token("noun")),
      any(
        token("target", (_v, t) => /标准|要求/u.test(t.word)),
        token("noun", (_v, t) => /^(?:标准|要求|水平)$/u.test(t.word)),
      ),
    ],
    ([, c, g, t], words) => {
      const denied = /^[未没]/u.test(wordOf(c));
      if (!denied && entryOf(c, "inclusive") !== true) return null;
      const core = `${wordOf(g)}${wordOf(t)}`;
      return {
        kind: "fact",
        text: words,
        core,
        denied,
        sort: "quality",
        grave: false,
        partly: false,
      } satisfies Condition;
    },
    1,
  ),
  rule(
    "condition",
    "基本达到目标",
    [
      N,
      token("partly"),
      any(
        token("comparator", (v) => v.side === "low" && v.inclusive === true),
        token("done"),
        token("met"),
      ),
      optional(token("target")),
    ],
    (_v, words): Condition => ({
      kind: "fact",
      text: words,
      core: words,
      denied: false,
      sort: "done",
      grave: false,
      partly: true,
    }),
  ),
  rule(
    "condition",
    "制度健全",
    [symbol("phrase")],
    ([p], words) => {
      // "满意度为S" only names a variable.
      return /[A-Za-z]$/u.test(words) || /^、|、$|(?:率|程度|满意度|比例|比重)$/u.test(words)
        ? null
        : fact(as<Phrase>(p), words);
    },
    5,
  ),
  rule("condition", "如发生重大事故", [token("if"), symbol("condition")], ([, c], words) => {
    const inner = as<Condition>(c);
    return inner.kind === "fact" ? { ...inner, text: words } : inner;
  }),
  rule(
    "condition",
    "是",
    [token("bare-yes")],
    ([y], words) =>
      ({
        kind: "fact",
        text: words,
        core: "是",
        denied: entryOf(y, "yes") === false,
        sort: "other",
        grave: false,
        partly: false,
      }) satisfies Condition,
  ),
  rule("condition", "超出范围", [token("way", (_v, t) => t.word === "超出范围")], (): Condition => ({
    kind: "otherwise",
  })),
  rule(
    "condition",
    "否则",
    [token("otherwise"), optional(any(token("noun"), token("scope"), token("done"), token("rank"), token("level")))],
    (): Condition => ({ kind: "otherwise" }),
  ),
];

const JOINT = [any(token("and"), token("but"), token("comma")), optional(any(token("and"), token("but")))] as const;

/** A name without a predicate is no condition of its own where only a comma joins it. */
const idle = (c: Condition): boolean => c.kind === "fact" && c.sort === "other" && !c.denied;
/** Two ranges of one thing with only a comma between are two clauses, not one. */
const repeated = (a: Condition, b: Condition): boolean => {
  const second = b.kind === "all" ? b.of[0]! : b;
  return (
    (a.kind === "range" || a.kind === "bare") &&
    (second.kind === "range" || second.kind === "bare") &&
    second.name === ""
  );
};

export const JOINED_PRODUCTIONS: readonly Production[] = [
  rule("conditions", "满意度90%以上", [symbol("condition")], ([c]) => c),
  rule(
    "conditions",
    "按期完成且验收合格",
    [symbol("condition"), ...JOINT, symbol("conditions")],
    ([a, joint, , b]) => {
      const [one, two] = [as<Condition>(a), as<Condition>(b)];
      if (one.kind === "otherwise" || two.kind === "otherwise") return null;
      if (wordOf(joint) === "," && (idle(one) || idle(two) || repeated(one, two))) return null;
      const loose = wordOf(joint) === ",";
      const of =
        two.kind === "all" && two.loose === loose && two.of.every((c) => c.kind !== "date" || c.text !== "")
          ? [one, ...two.of]
          : [one, two];
      return of.length > 5 ? null : { kind: "all", loose, of };
    },
    1,
  ),
  rule(
    "conditions",
    "低于85%或高于93%",
    [symbol("condition"), optional(token("comma")), token("or"), symbol("condition")],
    ([a, , , b]) => {
      const [one, two] = [as<Condition>(a), as<Condition>(b)];
      return one.kind === "otherwise" || two.kind === "otherwise" ? null : { kind: "any", of: [one, two] };
    },
    2,
  ),
];
