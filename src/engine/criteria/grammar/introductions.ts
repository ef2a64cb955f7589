/**
 * What stands before the rule and decides nothing: what is looked at ("考察项目成本控制情况"), on what the figure rests
 * ("以监测数据为准"), who measured it ("产品质量由第三方机构抽检"), how it was asked for ("采取问卷调查方式").
 * Form of 财预〔2020〕10号, annex 1, and of the tables of indicators that go with it.
 */

import type { Production } from "../../language";
import type { Clause } from "../tree";
import { any, many, rule, symbol, token } from "./build";
import { DECIDES } from "./checkpoints";

/** No introduction is longer. */
const LONGEST = 80;

export const INTRODUCTION_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "考察项目成本控制情况",
    [many("about-word", LONGEST)],
    (_v, words): Clause | null =>
      introduces(words) || FOLLOWS.test(words)
        ? { kind: "heading", text: words }
        : leads(words) || isGround(words)
          ? { kind: "heading", text: words, lead: true }
          : null,
    6,
  ),
  rule(
    "clause",
    "（以年末报表数据为准）",
    [token("open"), many("about-word", LONGEST), token("close")],
    (_v, words): Clause | null => (introduces(words.slice(1, -1)) ? { kind: "heading", text: words } : null),
    6,
  ),
  rule(
    "about-word",
    "控制",
    [
      any(
        symbol("point-word"),
        token("if", (_v, t) => /^对于?$/u.test(t.word)),
        token("quantity", (v, t) => v.unit === "项" && /^[一二两三四五六]/u.test(t.word)),
        token("quantity", (v) => /岁$/u.test(String(v.unit))),
        token("suffix", (_v, t) => t.word === "以上"),
        token("comparator", (_v, t) => /^(?:控制|符合|达到|满足|为)$/u.test(t.word)),
        token("between", (_v, t) => /^(?:范围|区间|期间)$/u.test(t.word)),
        token("undefined", (_v, t) => /^(?:基[准数期]|底数)$/u.test(t.word)),
        token("any", (_v, t) => /^[各其]/u.test(t.word)),
        token("reckon", (_v, t) => /^(?:核算|计算|评定|计分|评分|打分)$/u.test(t.word)),
      ),
    ],
    () => true,
  ),
];

/** What an office does besides, whatever the marks are. */
const FOLLOWS =
  /^并?(?:按规定|依法|依规|予以|相应|同时)?(?:收回|追回|追缴|上缴|通报批评|约谈|问责|追责|追究|责令|限期整改|移[交送])[^分得扣加减不未,]*$/u;

/** Words that say what is so, decide nothing, and speak of no exception. */
const introduces = (words: string): boolean =>
  !words.includes(",") &&
  (isOfAnswers(words) ||
    ((isTopic(words) || isMeasured(words) || isBasis(words) || WAY_OR_TIME.test(words)) && !EXCEPTS.test(words)));

/** Words before the rule that tell of a time, a deed or a principle, and hold nothing that marks could depend on. */
const leads = (words: string): boolean =>
  words.length >= 4 && !BEARS.test(words) && !EXCEPTS.test(words) && !DECIDES.test(words);

/**
 * On what ground, or where, marks are given, told before the rule: "根据年度考核通报", "以项目批复数为基准", "改革考核中". A year
 * before is no such ground: what was then, the cells do not say.
 */
const isGround = (words: string): boolean =>
  (/^(?:按照?|根据|依据|依照|对照|结合).{2,20}(?:要求|通报|规定|办法|方案|通知|文件|精神|批复|意见|合同|清单|公报|公告)$/u.test(
    words,
  ) ||
    /^以.{2,24}为(?:基[准数期年]|参照|依据)$/u.test(words) ||
    /^[^以按]{3,20}(?:考核|评价|评估|检查|督查|测评|创建|评选)中$/u.test(words)) &&
  !/\d(?!\d*年)|[不未无非仅除折扣减免超]|上年|去年|往年|同期|平均|审计|审[定核]|认定|核定|[高低大小多少]于|以[上下内]/u.test(
    words,
  );

/** What counts, gives, takes, allows, asks for, denies, compares or chooses; what is so only of some, or only then. */
const BEARS = new RegExp(
  [
    "[,\\d分扣减加免视可须需不未无非或超降升浮缺漏失误错迟逾档]|必须|应当|要求|标准|[高低大小多少等]于|达到|符合|满足",
    "[优良中差劣甲乙丙丁]$|[优良中差]、",
    "顺延|放宽|合并|分别|为准|计[算入]|系数|权重|比例|适当|酌|前提|特殊|因|经|若|倍|同时|的$|(?:^|[^前])后$|时$|者$|[内外]$",
    "上年|去年|往年|同期|通报|处罚|约谈|问责|事故|投诉|合格|达标|到位|完整|齐全|及时|规范",
  ].join("|"),
  "u",
);

/** What makes the figure another one, or the sentence one for some only. */
const EXCEPTS =
  /[除仅只]|不[含计予]|不纳入|折|修[正订]|调[整增减]|平均|孰|较[高低]|最[后终高低]|其他|其余|如遇|视同|例外/u;

/** What is looked at: nothing that is so only of some, and nothing that happened. */
const isTopic = (words: string): boolean =>
  TOPICS.test(words) &&
  !DECIDES.test(words) &&
  !/(?:不|未|无|没有|为[优良合不]|的|[计评打]分|评定)$|单位|企业|情形/u.test(words);

/** Ways to begin, asked in one go: a text without marks between its words is asked at every one of them. */
const TOPICS = new RegExp(
  [
    "^(?:主要|重点|综合)?(?:考察|考核|评价|评估|反映|反应|衡量|检查|了解)",
    "^对.+进行(?:考核|评价|评估|考察|检查)$",
    "^用[以于]",
    "^为.{2,24}提供.{2,16}$",
    "^通过.*(?:了解|调查|实施|建设|开展)",
  ].join("|"),
  "u",
);

/** Who took the figure: measuring is no judging. */
const isMeasured = (words: string): boolean => {
  const by = words.indexOf("由", 1);
  return by > 0 && by < words.length - 3 && MEASURED.test(words) && !DECIDES.test(words);
};
const MEASURED = /(?:抽检|抽查|检测|监测|测量|测评|调查|统计|采集|提供|报送|汇总)$/u;

/** On what the figure rests: records of what was measured, a principle, a comparison, never what an office says. */
const isBasis = (words: string): boolean =>
  ((/^(?:均|统一|[^,]{1,12}?)?[以根依按].+(?:为准|为依据|计分|评分|评价|考核)$/u.test(words) && RECORDS.test(words)) ||
    GROUNDS.test(words)) &&
  !OFFICES.test(words.replace(SURVEYS, "").replace(COUNTED_BY, ""));

const GROUNDS = new RegExp(
  [
    "^(?:依据|根据|按照?).+(?:数据|报表|年报|台账|名册|统计表?|凭证|清单)$",
    "^(?:根据|按照?|依据|结合|对照)(?:年度|实际|项目|目标|任务|工作|指标)*(?:完成|执行|开展|实施)情况$",
    "^按照?.+原则(?:进行)?(?:考核|评价|计分|评分)$",
    "^通过(?:对比|比较|对照).+确定$",
  ].join("|"),
  "u",
);

/** Who asks for or takes a figure for others: they say what it is, not that it is otherwise. */
const SURVEYS = /第三方(?:机构)?(?=.{0,6}(?:调查|问卷|测评|[监检]测))/u;

/** What an office counts is a figure like any other; what it finds is a judgement. */
const COUNTED_BY =
  /[^,审核认复验督通]{0,8}(?:[局厅委办院科]|部门|单位|机构)(?=(?:提供|公布|发布|统计|上报)?的?[^审核认复验督通]{0,4}(?:数据|报表|年报|台账|名册|统计))/u;

/** "将非常满意、满意、基本满意之和作为满意率": how the answers to a survey make the figure that the cell gives. */
const isOfAnswers = (words: string): boolean =>
  /满意[率度](?:指标)?$/u.test(words) &&
  !DECIDES.test(words) &&
  !/不满意?的|[除仅只]|不[含计予]|折|加权|权重/u.test(words) &&
  /^(?:将|把|以|按照?|根据|依据)?[^,]*满意.*(?:之?和|合计|占比|比例|人数)[^,]{0,4}(?:作为|计为|为|计算|得出|确定)?满意[率度](?:指标)?$/u.test(
    words,
  );

/** What a figure is read off. */
const RECORDS =
  /(?:数据|台账|报表|统计表?|[监检]测|测[试评]|问卷|调查|登记表?|名册|清单|年报|记录|凭证|实际[^,]{0,8}[量数值额])(?:结果|情况|报告)?(?:为|计分|评|考)/u;

/** Who could say that it is otherwise: what they found is not in the cells. */
const OFFICES =
  /[局厅委办院科]|部门|单位|机构|[双对三]方|专家|小组|上级|审[计核定]|复[核查]|核[查实定]|认[定可]|验收|督[查导]|通报|[省市县区](?!控)/u;

/** How the figure was asked for; while something runs: "项目实施期内". */
const WAY_OR_TIME = new RegExp(
  [
    "^(?:一般|主要|通常)?(?:采用|采取|使用|运用|通过)[^不未无]{2,12}(?:方式|形式|方法|法)" +
      "(?:进行|开展|计分|评分|对[^不未无,]{2,12}进行(?:抽样|问卷|满意度)?(?:调查|测评|统计))?$",
    "^在?(?:项目|合同|工程|任务|年度|全年|本年度?)?(?:实施|执行|建设|服务|评价|考核)?" +
      "(?:周期|期间?|年度|过程)[内中]?$",
  ].join("|"),
  "u",
);
