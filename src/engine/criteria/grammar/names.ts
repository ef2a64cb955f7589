/** Names of what is spoken of: noun phrases, which hold no number and no word of logic. */

import type { Production } from "../../language";
import { unitOf } from "../../language";
import type { Measure } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token } from "./build";

/** A name and what it says of itself. */
export interface Name {
  readonly text: string;
  /** The kind of measure that its last measuring word names. */
  readonly measure: Measure | null;
  /** Whether it is only a verb of doing (完成, 举办), so that what is done is the indicator itself. */
  readonly verb: boolean;
  /** Whether a judging word is part of it (安全生产, 优良天数): such a name is not joined to others. */
  readonly judging: boolean;
}

type Piece = {
  readonly measure: Measure | null;
  readonly verb: boolean;
  readonly weak: boolean;
  readonly judging: boolean;
};

/** The end of a name of what is counted: 事故发生数, 投诉次数, 违规起数. */
const COUNTED =
  /(?:[题次人户件项起例处个台辆天场]数|数量|总数|发生数|人次|总量|面积|金额|额度|事故|事件|投诉|案件|差错|信访|上访|舆情|违规|违纪)$/u;

/** What is counted one by one where it is up to standard. */
const PLACES = /(?:街道|乡镇|镇街|社区|村|单位|企业|学校|项目|家庭|户|点位|小区|医院|机构|站点?|班级|门店|标段|部门)$/u;

/** How many were as they are to be. */
const NUMBER_OF = /^(?:符合|达到|满足|完成|通过|执行|落实|整改|合格|达标).{0,4}数$/u;

/** What begins a comparison. */
const COMPARING = /^(?:超过|超出|高于|低于|大于|小于|多于|少于|优于|不足|不低于|不高于|不超过)/u;

/** No name of what is measured is longer. */
const LONGEST_NAME = 32;
/** No name joins more things. */
const MOST_JOINED = 5;

const piece = (measure: Measure | null, verb: boolean, weak: boolean, judging = false): Piece => ({
  measure,
  verb,
  weak,
  judging,
});

/** A number of the target, and words that only end like a number. */
const NO_NUMBERS = /(?:[参系多少倍基如足全凑半过个]|任务|目标|计划|指标|标准|约定)数$/u;

/** The end of a name of a property or of what is looked at: it states nothing by itself. */
const NOMINAL = /(?:指标|[及时规范完整准确真实合理效安全有科学持续经济先进]{2}性|[数质]量|时效|程度)$/u;

/** Whether words only name what is looked at ("项目完成及时性", "共性指标") and say nothing of it. */
export const isNominal = (words: string): boolean =>
  (NOMINAL.test(words) || (words.endsWith("数") && !NO_NUMBERS.test(words))) &&
  !/^(?:有|具有|具备|符合|达到|无|未|没)|[和与、]/u.test(words);

export const NAME_PRODUCTIONS: readonly Production[] = [
  rule("name-piece", "会议", [token("noun")], () => piece(null, false, false), 1),
  rule("name-piece", "完成率", [token("measure")], ([m]) => piece(entryOf(m, "kind") as Measure, false, false)),
  rule("name-piece", "比值", [token("proportion", (_v, t) => /^(?:比值|比率|比重)$/u.test(t.word))], () =>
    piece("ratio", false, false),
  ),
  rule(
    "name",
    "累计完成投资额占年度计划的比例",
    [
      any(token("actual"), symbol("name-piece")),
      optional(symbol("name-piece")),
      optional(symbol("name-piece")),
      optional(symbol("name-bracket")),
      any(
        token("via-ratio", (_v, t) => t.word === "占"),
        token("give", (_v, t) => t.word === "占"),
      ),
      any(token("target"), symbol("name")),
      optional(
        any(
          token("proportion"),
          token("measure", (v) => v.kind === "rate"),
        ),
      ),
    ],
    ([, , , , , whole, share], words) =>
      share === null
        ? null
        : ({
            text: words,
            measure:
              /完成|实际|达到/u.test(words) && (whole as { token?: unknown }).token !== undefined
                ? "completion"
                : "rate",
            verb: false,
            judging: false,
          } satisfies Name),
  ),
  rule("name-piece", "开展", [token("done")], () => piece(null, true, false)),
  rule("name-piece", "按计划完成", [token("met", (_v, t) => /^[按如].*(?:完成|实现|建成)$/u.test(t.word))], () =>
    piece(null, true, false),
  ),
  rule(
    "name",
    "按合同工期",
    [token("by"), token("target")],
    (_v, words) => ({ text: words, measure: null, verb: true, judging: false }) satisfies Name,
    4,
  ),
  rule(
    "name",
    "24小时修复及时率",
    [token("quantity", (v) => ["hours", "days"].includes(unitOf(String(v.unit)).dimension)), symbol("name")],
    ([, rest], words) => (as<Name>(rest).measure === "rate" ? { ...as<Name>(rest), text: words } : null),
    1,
  ),
  rule(
    "name",
    "12月底支付进度",
    [token("date"), symbol("name")],
    ([, rest], words) =>
      ["rate", "ratio", "completion"].includes(as<Name>(rest).measure ?? "")
        ? ({ ...as<Name>(rest), text: words, verb: false } satisfies Name)
        : null,
    2,
  ),
  rule(
    "name",
    "每亩成本",
    [
      token("per"),
      any(
        token("quantity", (v) => v.each === true),
        token("noun"),
      ),
      symbol("name"),
    ],
    ([, , rest], words) =>
      /(?:成本|费用|造价|价格|单价|标准|补助|支出|投入|产量|产值|利润|增收|收入)$/u.test(words) && words.length <= 12
        ? { ...as<Name>(rest), text: words, verb: false }
        : null,
    1,
  ),
  rule(
    "name",
    "|偏离度|",
    [token("bar"), token("measure", (v) => v.kind === "deviation"), token("bar")],
    () =>
      ({
        text: "偏离度",
        measure: "deviation",
        verb: false,
        judging: false,
      }) satisfies Name,
  ),
  rule(
    "name",
    "故障率（‰）",
    [
      symbol("name-piece"),
      token("open", (v) => v.square === false),
      any(
        token("noun", (_v, t) => /^[%‰]$|^(?:万?元|天|个|次|人|户|件|小时|分钟)$/u.test(t.word)),
        token("square"),
        token("marks"),
      ),
      optional(token("noun", (_v, t) => /^制$/u.test(t.word))),
      token("close"),
    ],
    ([one], words) => named([as<Piece>(one)], words),
  ),
  rule(
    "name",
    "各业务系统用户满意度",
    [token("any", (_v, t) => /^各个?$/u.test(t.word)), symbol("name")],
    ([, rest], words) => (as<Name>(rest).measure === null ? null : { ...as<Name>(rest), text: words }),
    1,
  ),
  rule("name-piece", "实际完成值", [token("actual")], () => piece("value", false, false)),
  rule("name-piece", "2025年", [token("year")], () => piece(null, false, true)),
  rule("name-piece", "任务", [token("target")], () => piece(null, false, false), 2),
  rule("name-piece", "成功", [token("scope", (_v, t) => !t.classes.has("partly"))], () => piece(null, false, true), 1),
  rule("name-piece", "全部", [token("wholly")], () => piece(null, false, true)),
  rule("name-piece", "节约", [token("saved")], () => piece(null, false, false), 1),
  rule("name-piece", "等级", [token("level")], () => piece(null, false, true), 1),
  rule("name-piece", "安全", [token("quality")], () => piece(null, false, false, true), 2),
  rule(
    "name-piece",
    "24小时内",
    [
      token("quantity", (v) => /小时|天|日|分钟|月/u.test(String(v.unit))),
      any(
        token("suffix", (v) => v.side === "high"),
        token("before"),
      ),
    ],
    () => piece(null, false, true),
    3,
  ),
  rule("name-piece", "省级", [token("grade", (_v, t) => /级$/u.test(t.word))], () => piece(null, false, false), 2),
  rule(
    "name-piece",
    "市级及以上",
    [token("grade"), token("suffix", (v) => v.side === "low")],
    () => piece(null, false, false),
    2,
  ),
  rule(
    "name-piece",
    "65岁以上老人",
    [token("quantity", (v) => /^(?:周?岁|年级)$/u.test(String(v.unit))), token("suffix"), token("noun")],
    () => piece(null, false, false),
  ),
  rule("name-piece", "平均分", [token("undefined")], () => piece(null, false, false), 3),
  rule("name-piece", "累计", [token("sum-word", (_v, t) => t.word === "累计")], () => piece(null, false, true), 3),
  rule("name-piece", "平均值", [token("prior", (v) => v.average === true)], () => piece(null, false, false), 3),
  rule("name-piece", "制定并落实", [token("done"), token("and"), token("done")], () => piece(null, true, false), 1),
  rule(
    "leading-piece",
    "优良",
    [
      any(
        token("quality"),
        token("on-time"),
        token("grade"),
        token("way"),
        token("grow"),
        token("partly"),
        token("met"),
        token("grave"),
        token("event"),
      ),
    ],
    () => true,
  ),
  rule(
    "name",
    "优良天数比率",
    [symbol("leading-piece"), symbol("name")],
    ([, rest], words) =>
      as<Name>(rest).measure === null && !COUNTED.test(words)
        ? null
        : { ...as<Name>(rest), text: words, measure: as<Name>(rest).measure ?? "value", verb: false },
    2,
  ),
  rule(
    "name",
    "不符合户数",
    [token("negation", (_v, t) => /^[不未]$/u.test(t.word)), token("noun", (_v, t) => NUMBER_OF.test(t.word))],
    (_v, words) => ({ text: words, measure: "value", verb: false, judging: true }) satisfies Name,
    3,
  ),
  rule(
    "name",
    "达标街道",
    [token("met", (_v, t) => t.word === "达标"), token("noun", (_v, t) => PLACES.test(t.word))],
    (_v, words) => ({ text: words, measure: "value", verb: false, judging: true }) satisfies Name,
    3,
  ),
  rule(
    "name",
    "村（社区）覆盖面",
    [symbol("name-piece"), token("open", (v) => v.square === false), symbol("name"), token("close"), symbol("name")],
    ([, , , , rest], words) => ({ ...as<Name>(rest), text: words, verb: false }),
  ),
  rule(
    "name",
    "分数",
    [token("whole", (_v, t) => /^(?:分数|得分|总分)$/u.test(t.word))],
    (_v, words) => ({ text: words, measure: "value", verb: false, judging: false }) satisfies Name,
    2,
  ),
  rule("name-score", "得分", [token("reckon", (_v, t) => t.word === "得分")], () => true),
  rule("name-score", "调查得分", [symbol("name-piece"), symbol("name-score")], () => true),
  rule(
    "name",
    "满意度调查得分",
    [symbol("name-piece"), symbol("name-score")],
    (_v, words) => ({ text: words, measure: "value", verb: false, judging: false }) satisfies Name,
    2,
  ),
  rule(
    "name",
    "体检分数",
    [symbol("name-piece"), token("whole", (_v, t) => /^(?:分数|得分|总分)$/u.test(t.word))],
    (_v, words) => ({ text: words, measure: "value", verb: false, judging: false }) satisfies Name,
    2,
  ),
  rule("name", "会议", [symbol("name-piece")], ([one], words) => named([as<Piece>(one)], words)),
  rule(
    "name",
    "培训会议",
    [symbol("name-piece"), optional(token("join")), symbol("name")],
    ([one, joint, rest], words) => {
      const more = as<Name>(rest);
      const first = as<Piece>(one);
      // "注销户数超过新增户数" compares two things and names none.
      if (COMPARING.test(more.text) && more.measure !== "overrun" && more.measure !== "shortfall") return null;
      if (words.length > LONGEST_NAME || words.split("、").length > MOST_JOINED) return null;
      if (joint !== null && (first.judging || more.judging || /[^占]比$/u.test(words))) return null;
      const measure = more.measure ?? first.measure;
      return {
        text: words,
        // "超标告警次数" counts, and measures nothing that is over.
        measure: measure === "overrun" && /[次起]数$/u.test(words) ? null : measure,
        verb: first.verb && more.verb,
        judging: first.judging || more.judging,
      } satisfies Name;
    },
  ),
  rule(
    "name",
    "满意度（抽样调查）",
    [symbol("name-piece"), token("open", (v) => v.square === false), symbol("name"), token("close")],
    ([one], words) => named([as<Piece>(one)], words),
  ),
];

function named(pieces: readonly Piece[], words: string): Name {
  return {
    text: words,
    measure: pieces.map((p) => p.measure).findLast((m) => m !== null) ?? null,
    verb: pieces.every((p) => p.verb || p.weak),
    judging: pieces.some((p) => p.judging),
  };
}
