/** Names of what is spoken of: noun phrases, which hold no number and no word of logic. */

import type { Production } from "../../language/chart";
import type { Measure } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token } from "./build";

/** A name and what it says of itself. */
export interface Name {
  readonly text: string;
  /** The kind of measure that its last measuring word names. */
  readonly measure: Measure | null;
  /** Whether it is only a verb of doing (完成, 举办), so that what is done is the indicator itself. */
  readonly verb: boolean;
}

type Piece = { readonly measure: Measure | null; readonly verb: boolean; readonly weak: boolean };

const piece = (measure: Measure | null, verb: boolean, weak: boolean): Piece => ({ measure, verb, weak });

export const NAME_PRODUCTIONS: readonly Production[] = [
  rule("name-piece", "会议", [token("noun")], () => piece(null, false, false), 1),
  rule("name-piece", "完成率", [token("measure")], ([m]) => piece(entryOf(m, "kind") as Measure, false, false)),
  rule("name-piece", "开展", [token("done")], () => piece(null, true, false)),
  rule("name-piece", "实际完成值", [token("actual")], () => piece("value", false, false)),
  rule("name-piece", "2025年", [token("year")], () => piece(null, false, true)),
  rule("name-piece", "任务", [token("target")], () => piece(null, false, false), 2),
  rule("name-piece", "年度内", [token("scope")], () => piece(null, false, true), 1),
  rule("name-piece", "全部", [token("wholly")], () => piece(null, false, true)),
  rule("name-piece", "节约", [token("saved")], () => piece(null, false, false), 1),
  rule("name-piece", "项目", [token("level")], () => piece(null, false, true), 1),
  rule("name-piece", "验收合格", [token("quality", (_v, t) => /^(?:验收合格|一次验收合格|安全|优质|优良|通过|获奖|采用|有效|满意|持续|全面|及时|规范|合格|负面|违规|不良|投诉|事故|安全事故|问题|信访|舆情|差错|污染|伤亡|人员伤亡|案件|返贫|故障|影响|促进|改善|满员|质量问题|获批|优化|损失|流失|隐患|配合|成效|认可)$/u.test(t.word))], () => piece(null, false, false), 2),
  rule("name-piece", "24小时内", [token("quantity", (v) => /小时|天|日|分钟|月/u.test(String(v.unit))), any(token("suffix", (v) => v.side === "high"), token("before"))], () => piece(null, false, true), 3),
  rule("leading-piece", "优良", [any(token("quality"), token("on-time"), token("grade"), token("way"), token("grow"), token("partly"), token("met"))], () => true),
  rule("name", "优良天数比率", [symbol("leading-piece"), symbol("name")], ([, rest], words) => (as<Name>(rest).measure === null ? null : { ...as<Name>(rest), text: words, verb: false }), 2),
  rule("name", "村（社区）覆盖面", [symbol("name-piece"), token("open", (v) => v.square === false), symbol("name"), token("close"), symbol("name")], ([, , , , rest], words) => ({ ...as<Name>(rest), text: words, verb: false })),
  rule("name", "测评分数", [token("whole", (_v, t) => /^(?:分数|得分|总分)$/u.test(t.word))], (_v, words) => ({ text: words, measure: "value", verb: false }) satisfies Name, 2),
  rule("name", "测评分数", [symbol("name-piece"), token("whole", (_v, t) => /^(?:分数|得分|总分)$/u.test(t.word))], (_v, words) => ({ text: words, measure: "value", verb: false }) satisfies Name, 2),
  rule("name", "会议", [symbol("name-piece")], ([one], words) => named([as<Piece>(one)], words)),
  rule("name", "老干活动会议", [symbol("name-piece"), optional(token("join")), symbol("name")], ([one, , rest], words) => {
    const more = as<Name>(rest);
    const first = as<Piece>(one);
    return {
      text: words,
      measure: more.measure ?? first.measure,
      verb: first.verb && more.verb,
    } satisfies Name;
  }),
  rule("name", "满意度（抽样调查）", [symbol("name-piece"), token("open", (v) => v.square === false), symbol("name"), token("close")], ([one], words) =>
    named([as<Piece>(one)], words),
  ),
];

function named(pieces: readonly Piece[], words: string): Name {
  return {
    text: words,
    measure: pieces.map((p) => p.measure).findLast((m) => m !== null) ?? null,
    verb: pieces.every((p) => p.verb || p.weak),
  };
}

/**
 * A phrase that is kept in its own words, to be asked about: it may hold any word but numbers, comparisons, marks and
 * words that join clauses.
 */
const PHRASE = [
  "noun", "measure", "done", "actual", "target", "year", "scope", "wholly", "partly", "saved", "quality", "negation",
  "event", "grave", "late", "early", "on-time", "met", "grow", "grade", "level", "way", "over-target", "under-target",
  "rank", "join", "change", "bare-yes", "comparator", "saved",
] as const;

export interface Phrase {
  readonly text: string;
  /** The words without denials, without what only says that it is there (发生, 有), and without quantifiers. */
  readonly core: string;
  /** How many words deny. */
  readonly denials: number;
  /** Words that hold their own denial, with it: what happens where an event is told ("出现不合格"). */
  readonly inner: string;
  readonly classes: readonly string[];
  readonly length: number;
}

interface PhrasePiece {
  readonly classes: readonly string[];
  readonly core: string;
  readonly denials: number;
  readonly inner: string;
}

/** A word that holds its own denial: 不合格 is 合格 denied. */
const DENYING = /^(?:未能|没有|不能|未有|未|不|无|没)(?=[^断同动锈来成线人障偿害公]?)/u;
const WITHOUT_MEANING: ReadonlySet<string> = new Set(["scope", "wholly", "event", "join"]);

export const PHRASE_PRODUCTIONS: readonly Production[] = [
  rule("phrase-piece", "未", [any(...PHRASE.map((cls) => token(cls, cls === "join" ? (_v, t) => t.word !== "/" : null)))], ([one]) => {
    const { classes, word } = as<{ token: { classes: ReadonlyMap<string, unknown>; word: string } }>(one).token;
    const names = [...classes.keys()];
    if (names.includes("comparator") && !DENYING.test(word)) return null;
    const own = names.includes("negation");
    if (own && entryOf(one, "none") === true) names.push("none");
    const inner = !own && !names.includes("noun") ? (DENYING.exec(word)?.[0] ?? "") : "";
    const bare = names.some((name) => WITHOUT_MEANING.has(name)) && !names.includes("quality") ? "" : word.slice(inner.length);
    return { classes: names, core: own ? "" : bare, denials: own || inner !== "" ? 1 : 0, inner: own || bare === "" ? "" : word } satisfies PhrasePiece;
  }),
  rule("phrase", "未及时报道", [symbol("phrase-piece")], ([one], words) => {
    const { classes, core, denials, inner } = as<PhrasePiece>(one);
    return { classes, core, denials, inner, text: words, length: 1 } satisfies Phrase;
  }),
  rule("phrase", "未及时报道宣传", [symbol("phrase-piece"), symbol("phrase")], ([one, rest], words) => joined(as<PhrasePiece>(one), as<Phrase>(rest), words)),
  rule("phrase", "错发、漏发或多发", [symbol("phrase-piece"), token("or"), symbol("phrase")], ([one, , rest], words) => joined(as<PhrasePiece>(one), as<Phrase>(rest), words)),
];

function joined(one: PhrasePiece, rest: Phrase, words: string): Phrase | null {
  return rest.length > 14
    ? null
    : {
        text: words,
        ...(one.classes.includes("event")
          ? { core: `${one.core}${rest.inner}`, denials: 0 }
          : { core: `${one.core}${rest.core}`, denials: one.denials + rest.denials }),
        inner: `${one.inner}${rest.inner}`,
        classes: [...new Set([...one.classes, ...rest.classes])],
        length: rest.length + 1,
      };
}
