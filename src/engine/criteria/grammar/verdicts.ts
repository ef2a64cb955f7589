/** Grades, facts in their own words, and how conditions join. */

import type { Production } from "../../language";
import type { Condition } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { GROUND_AT_END } from "./discretion";
import { GRADE_SCALES } from "../words";
import { repeatsTarget } from "./arms";
import { isNominal } from "./names";
import type { Name } from "./names";
import type { Phrase } from "./phrases";

export const N = optional(symbol("name"));

/** No scale has more grades. */
const MOST_GRADES = 8;

/** "执行率为A" gives a rate a letter for a name; it is no grade. */
const isNamedByLetter = (name: unknown, grades: readonly string[]): boolean =>
  grades.length === 1 &&
  /^[A-Z]$/u.test(grades[0]!) &&
  ["rate", "ratio", "completion"].includes(as<Name | null>(name)?.measure ?? "");

export const GRADE_PRODUCTIONS: readonly Production[] = [
  rule("grades", "优秀", [token("grade"), optional(token("level"))], ([g]) => [wordOf(g)]),
  rule("grades", "优秀（一等）", [token("grade"), token("open"), token("grade"), token("close")], ([g, , other]) => [
    wordOf(g),
    wordOf(other),
  ]),
  rule(
    "grades",
    "优秀、良好",
    [token("grade"), optional(token("level")), any(token("join"), token("or")), symbol("grades")],
    ([g, , , rest]) => (as<string[]>(rest).length >= MOST_GRADES ? null : [wordOf(g), ...as<string[]>(rest)]),
  ),
  rule(
    "condition",
    "A（优秀）",
    [token("grade"), optional(token("level")), token("open"), token("grade"), token("close")],
    ([letter, , , grade]): Condition => ({
      kind: "grade",
      name: "",
      grades: [wordOf(letter), wordOf(grade)],
      orBetter: false,
    }),
  ),
  rule(
    "condition",
    "评为优秀等次",
    [
      N,
      optional(token("purpose")),
      optional(
        any(
          token("give"),
          token("comparator", (v) => v.side !== "high"),
          token("event"),
          token("rated"),
        ),
      ),
      symbol("grades"),
      optional(token("noun", (_v, t) => /^(?:水[质体]?|标准|[及以]?水质|证书?|资质)$/u.test(t.word))),
      optional(token("suffix", (v) => v.side === "low")),
      optional(
        any(
          token("level"),
          token("noun", (_v, t) => /^(?:荣誉|称号|奖励|奖项|表彰|认定|荣誉称号)$/u.test(t.word)),
          token("target", (_v, t) => t.word === "标准"),
        ),
      ),
    ],
    ([name, , lead, grades, , tail]): Condition | null =>
      isNamedByLetter(name, as<string[]>(grades))
        ? null
        : {
            kind: "grade",
            name: `${name === null ? "" : as<{ text: string }>(name).text}${wordOf(lead)}`,
            grades: as<string[]>(grades),
            orBetter: tail !== null,
          },
  ),
  rule(
    "condition",
    "三星级以下",
    [
      N,
      optional(any(token("give"), token("comparator"), token("event"), token("rated"))),
      token("grade"),
      token("suffix", (v) => v.side === "high"),
      optional(token("level")),
    ],
    ([name, lead, grade], words): Condition | null => {
      if (!GRADE_SCALES.some((scale) => scale.includes(wordOf(grade)))) return null;
      return {
        kind: "grade",
        name: `${name === null ? "" : as<{ text: string }>(name).text}${wordOf(lead)}`,
        grades: [wordOf(grade)],
        orBetter: false,
        // Where nothing says that the grade itself belongs to it, it is below it.
        below: /及|或|含/u.test(words) ? "from" : "under",
      };
    },
  ),
];

/** A mishap that is counted or vetoes, by the words it is told in. */
const MISHAP_WORDS = new RegExp(
  [
    "事故|伤亡|投诉|违规|违纪|违法|差错|错误|失误|污染|信访|舆情|泄密|损坏|损失|故障",
    "问题|逾期|死亡|案件|上访|缺陷|隐患|火灾|纠纷|错发|漏报|虚报|瞒报|造假|弄虚作假|拖欠",
    "截留|挪用|拒不|通报|处罚|质疑|流失|后果|恶劣影响|不良影响|不良|负面|有误|不实|账实不符|中断|宕机|返贫|事件|曝光|问责|约谈|追责|查处",
  ].join("|"),
  "u",
);

const QUALITY_WORDS =
  /及时|按时|按期|如期|准时|规范|合格|质量|准确|有效|合理|满意|圆满|符合|形成|严格|真实|完整|安全|配合|足额|到位|齐全/u;

/** "发现的问题全部整改到位": what was put right does not happen. */
const MENDED = /(?:整改|整治|处置|处理|化解|解决|办结|销号|修复|排除|消除)(?:到位|完毕|完成|率)?$/u;

/** "实际成本与目标值相比", "资金拨付时间": what is spoken of, of which the words behind it say something. */
const LEADS_ON = /与[^,]{2,12}相比较?$|^(?!符合|达到|满足|超|按|在|未|不|提前).{2,}(?:时间|时限|日期)$/u;

/** "采用线性插值法": how it is worked out is nothing that is so or is not. */
const METHOD = /^(?:采用|采取|使用|运用|按照?).{0,8}法$/u;

/** Whether a phrase is a denial of nothing, which no text says. */
const isBareDenial = ({ core, denials, classes }: Phrase, text: string): boolean =>
  core === "" && denials > 0 && !classes.includes("event") && /^(?:未|不|未能)$/u.test(text);

/** That nothing of it was done, in one word. */
const UNDONE = /^(?:未能?|没有?)(?:开展|举办|实施|实现)$/u;

/** A fact in its own words. */
function fact(phrase: Phrase, text: string): Condition {
  const { classes } = phrase;
  const mishap =
    (MISHAP_WORDS.test(text) && !MENDED.test(text)) ||
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
        : classes.includes("done") || classes.includes("met") || UNDONE.test(text)
          ? "done"
          : "other",
    grave: /重大|严重|较大|特大|恶劣|致命|拒不/u.test(text),
    partly: classes.includes("partly"),
  };
}

const ALL_OF_IT = symbol("all-of-it");
/** 全部, 足额: nothing of it is left. */
const ALL = /^(?:全部|足额|全额|如数|全数|均|都|所有|全)$/u;

/** What all of something is when it is done. */
const WHOLLY_DONE = any(
  token("done", (_v, t) => /^(?:完成|达成|实现|到位|建成|完工|竣工|办结|落实|交付|实施|开展)$/u.test(t.word)),
  token("quality", (_v, t) => /^到位$/u.test(t.word)),
);

const STANDARD = /^(?:标准|水平|要求|指标)$/u;
const STANDARD_OF = any(
  token("noun", (_v, t) => /^(?:行业|国家|地方|市场|同行业|同类|国际|省级|国标)$/u.test(t.word)),
  token("grade", (_v, t) => /级$/u.test(t.word)),
);

/** By what it is judged, and against what: nothing that is so or is not. */
const LOOKED_AT =
  /^(?:依据|根据|参照|对照|对比|与.+对比)(?!.*(?:充分|明确|合理|完整|齐全|科学|可靠|准确|一致|相符|完成|达到)$)/u;

export const FACT_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "建设内容全部完成",
    [
      N,
      ALL_OF_IT,
      optional(
        any(
          token("done"),
          token("noun"),
          token("quality", (_v, t) => t.word === "到位"),
        ),
      ),
    ],
    (_v, words): Condition => ({ kind: "target", side: "met", money: false, text: words }),
  ),
  rule("all-of-it", "全部安装", [token("wholly", (_v, t) => ALL.test(t.word)), token("done")], () => true),
  rule("all-of-it", "全面落实", [token("wholly"), WHOLLY_DONE], () => true),
  rule("all-of-it", "足额发放", [token("done", (_v, t) => /^(?:足额|全额)/u.test(t.word))], () => true),
  rule(
    "condition",
    "优于行业标准",
    [N, token("comparator", (v) => v.side !== "at"), STANDARD_OF, token("target", (_v, t) => STANDARD.test(t.word))],
    ([, c], words): Condition => ({
      kind: "fact",
      text: words,
      core: words.replace(/^(?:未能?|没有|不能?)/u, ""),
      denied: /^[未没不]/u.test(wordOf(c)),
      sort: "other",
      grave: false,
      partly: false,
    }),
    1,
  ),
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
      const named = isNominal(words) || /^、|、$|(?:率|程度|满意度|比例|比重)$/u.test(words);
      return /[A-Za-z]$/u.test(words) ||
        named ||
        /^其(?:余|他|它)为/u.test(words) ||
        LOOKED_AT.test(words) ||
        LEADS_ON.test(words) ||
        METHOD.test(words) ||
        GROUND_AT_END.test(words) ||
        isBareDenial(as<Phrase>(p), words)
        ? null
        : fact(as<Phrase>(p), words);
    },
    5,
  ),
  rule(
    "condition",
    "出现任一情况",
    [
      token("event"),
      token("any", (_v, t) => t.word.startsWith("任")),
      optional(token("noun", (_v, t) => /^(?:种|一种|一项|项|问题|情形)$/u.test(t.word))),
    ],
    ([event], words): Condition => ({
      kind: "fact",
      text: words,
      core: wordOf(event).replace(/^(?:出现|发生|存在|有|发现)$/u, ""),
      denied: false,
      sort: "event",
      grave: false,
      partly: false,
    }),
  ),
  rule(
    "condition",
    "仅创建省级平台",
    [token("via", (_v, t) => /^(?:仅|只)$/u.test(t.word)), symbol("condition")],
    ([, c], words): Condition | null => {
      const inner = as<Condition>(c);
      return inner.kind === "fact" && inner.sort === "done" && !inner.denied ? { ...inner, text: words } : null;
    },
    1,
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
    ([a, joint, more, b]) => {
      const [one, two] = [as<Condition>(a), as<Condition>(b)];
      if (one.kind === "otherwise" || two.kind === "otherwise") return null;
      if (wordOf(joint) === "," && (idle(one) || idle(two) || repeated(one, two) || repeatsTarget(one))) return null;
      const loose = wordOf(joint) === "," && more === null;
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
      if (one.kind === "otherwise" || two.kind === "otherwise") return null;
      // "社会公众或服务对象满意度在90%以上": two that are asked, and one figure.
      return one.kind === "fact" && idle(one) && two.kind === "range" && two.name !== ""
        ? { ...two, name: `${one.text}或${two.name}` }
        : { kind: "any", of: [one, two] };
    },
    2,
  ),
];
