/**
 * What a sentence gives or takes: full marks, N marks, a share, minus so many, nothing, in proportion, as a person sees
 * fit.
 */

import { DISCRETION, GIVE, NOTHING, TAKE, WHOLE } from "../lexicon";
import type { Outcome } from "../tree";
import { alt, followedBy, map, notFollowedBy, opt, pattern, remembering, seq, word } from "./combinators";
import type { Parser } from "./combinators";
import { bareNumber, marks, percentShare, share } from "./quantity";

const whole = word(...WHOLE);
const give = word(...GIVE);
const take = word(...TAKE);
/** Words between the condition and what it gives, without meaning of their own. */
const particle = opt(
  pattern(
    "(?:的|者|则|,?(?:该项|本项|此项|该指标|本指标|本项指标|该项指标)(?=不|得|计|记|扣|为|全|满|一票)|均|都|可|一律|即|就|将|(?<![响适反对供效相呼顺])应(?=扣|得|计|予)|予以|每次|一次性|直接|相应|再|另|需|须|,){1,6}",
  ),
);
const boundary = pattern(
  "(?=$|[,;。)(、]|[\\d一二三四五六七八九十]|或|若|如|否则|其他|其余|未|不|每|的|当|满意|完成|达|偏|部分|没|低|小|大|超|高|少|且|基本|有|逾|延)",
);
const scoring = opt(pattern("(?:计算)?(?:计分|得分|赋分|给分|记分|评分|计算|分值|分数)"));
const tail = opt(pattern("\\((?:满分|含|即满分|该项满分)\\)"));

const nothing: Parser<Outcome> = map(
  alt<unknown>(
    word(...NOTHING),
    seq(alt(give, word("为")), word("0分", "零分"), pattern("(?!-)")),
    seq(word("0分"), pattern("(?!-)"), boundary),
    pattern("不得(?=$|[,;。])|否决(?=$|[,;。])|(?:得分|计分|分数)[=:为](?:0|零)分?(?=$|[,;。)])"),
    seq(
      take,
      opt(pattern("(?:该|本|此)(?:项)?(?:指标)?(?:的)?|(?:全部|所有)的?")),
      opt(pattern("全部|所有")),
      whole,
      pattern("(?=$|[,;。)])"),
    ),
  ),
  () => ({ kind: "nothing" }),
);

const fullNamed = alt(
  marks,
  map(seq(word("("), opt(word("即")), marks, word(")")), ([, , points]) => points),
  map(seq(word("即"), marks), ([, points]) => points),
);
const full: Parser<Outcome> = alt<Outcome>(
  map(seq(word("不扣分", "不予扣分", "不扣减分", "不扣除分", "不倒扣分")), () => ({ kind: "full", named: null })),
  map(
    seq(
      opt(give),
      opt(pattern("(?:该项|本项|此项|该指标|本指标|全部|指标|所赋|的){1,6}")),
      word("满分值", "满分", "全分", "全部分值", "全部分数", "全部分", "全额分", "全额分值", "足分"),
      notFollowedBy(pattern("的?(?:[\\d.]+%|一半|[一二三四五六七八九]成|百分之)")),
      opt(word("为", ":")),
      opt(fullNamed),
    ),
    ([, , , , named]) => ({ kind: "full", named }),
  ),
  map(seq(give, opt(word("满")), marks, word("满分")), ([, , named]) => ({ kind: "full", named })),
  map(seq(give, marks, word("(满分)", "(即满分)")), ([, named]) => ({ kind: "full", named })),
  map(pattern(`(?:得分|分数)[=:为](?:满分|${WHOLE.join("|")})(?=$|[,;。)])`), () => ({ kind: "full", named: null })),
  map(seq(give, word("100%"), alt<unknown>(whole, word("分"))), () => ({ kind: "full", named: null })),
  map(
    seq(
      pattern("(?<![测考自点初审查互])"),
      give,
      whole,
      notFollowedBy(pattern("的|×|[\\d≥≤<>=]|一半|[百八达在低高大小超不]")),
    ),
    () => ({ kind: "full", named: null }),
  ),
  // "及时得分，不及时不得分": to earn the marks is to earn all of them.
  map(seq(word("得分", "计分", "给分", "赋分", "记分"), pattern("(?=$|[,;。])")), () => ({
    kind: "full",
    named: null,
  })),
);

const between: Parser<Outcome> = map(
  seq(
    opt(give),
    bareNumber,
    opt(word("分")),
    pattern("\\((?:含|不含)\\)|"),
    pattern("[-~至到]"),
    bareNumber,
    word("分"),
    opt(pattern("\\((?:含|不含)\\)|之间|区间")),
  ),
  ([, a, , , , b]) => ({
    kind: "points-between",
    low: Number(a) <= Number(b) ? a : b,
    high: Number(a) <= Number(b) ? b : a,
  }),
);
const shareBetween: Parser<Outcome> = map(
  seq(
    give,
    opt(whole),
    opt(word("的")),
    alt(
      share,
      map(seq(bareNumber, followedBy(pattern("[-~至到][\\d.]+%"))), ([number]) => percentShare(number)),
    ),
    pattern("(?:\\((?:含|不含)\\))?[-~至到]"),
    share,
    opt(pattern("\\((?:含|不含)\\)")),
    opt(word("的")),
    opt(alt(whole, word("分"))),
  ),
  ([, , , a, , b]) => ({
    kind: "share-between",
    low: Number(a) <= Number(b) ? a : b,
    high: Number(a) <= Number(b) ? b : a,
  }),
);

const points: Parser<Outcome> = alt<Outcome>(
  map(seq(give, opt(word("满")), marks, tail), ([, , n]) => ({ kind: "points", points: n })),
  map(seq(opt(pattern("的|:|-")), marks, tail, boundary), ([, n]) => ({ kind: "points", points: n })),
);

const sharePart: Parser<string> = alt<string>(
  map(seq(whole, opt(word("的", "×")), share), ([, , s]) => s),
  map(seq(share, opt(word("的")), alt<unknown>(whole, pattern("分(?![一二三])"), word("得分"))), ([s]) => s),
);
const shared: Parser<Outcome> = alt<Outcome>(
  map(seq(give, sharePart), ([, s]) => ({ kind: "share", share: s })),
  map(seq(give, share, followedBy(boundary)), ([, s]) => ({ kind: "share", share: s })),
  map(seq(word("得分", "计分", "赋分"), opt(word("为")), share, followedBy(boundary)), ([, , s]) => ({
    kind: "share",
    share: s,
  })),
  map(
    seq(
      word("按照", "按", "以"),
      alt(sharePart, share),
      word("计分", "得分", "给分", "赋分", "记分", "计算得分", "计算", "计", "给予", "折算"),
    ),
    ([, s]) => ({ kind: "share", share: s }),
  ),
  map(word("减半计分", "减半得分", "减半给分", "得分减半", "减半", "得一半分", "得一半", "计一半分", "得半分"), () => ({
    kind: "share",
    share: "0.5",
  })),
);

/** "压减5%", "递减": something else is taken off. */
const taken = pattern("(?<![压缩削消递衰裁精])");
const minus: Parser<Outcome> = map(
  seq(
    taken,
    alt<Outcome>(
      map(seq(take, bareNumber, pattern("[-~至到]"), marks), () => ({ kind: "discretion" })),
      map(
        seq(opt(word("每次", "各", "一次", "每项", "每处")), take, opt(word("分值", "分数", "分")), marks),
        ([, , , n]) => ({ kind: "minus", points: n }),
      ),
      map(seq(take, sharePart), ([, s]) => ({ kind: "minus-share", share: s })),
      map(seq(take, share), ([, s]) => ({ kind: "minus-share", share: s })),
      map(seq(opt(give), word("-"), marks), ([, , n]) => ({ kind: "minus", points: n })),
    ),
  ),
  ([, minus]) => minus,
);
const plus: Parser<Outcome> = map(seq(word("加", "加计", "另加", "增加", "奖励", "加得"), marks), ([, n]) => ({
  kind: "plus",
  points: n,
}));

const proportion: Parser<Outcome> = map(
  pattern(
    "(?:以|按照?)完成(?:任务|目标|计划)?的?(?:百分比|比例|完成率)乘以?(?:权重|分值)(?:计算)?(?:得分|计分)?|按照?(?!.{0,3}(?:超|低|差|缺|少|未|偏|插))(?:实际)?[\\p{Script=Han}]{2,3}(?:比例|比率)(?:来)?(?:计算)?(?:得分|计分|给分|赋分)|按照?(?:其)?(?:实际)?完成[^,;。%\\d]{0,8}占(?:计划|目标|任务|指标)[^,;。%\\d]{0,8}的?(?:比例|比重)(?:来)?(?:计算)?(?:记分|计分|得分|赋分|给分)|按照?(?:其)?(?:实际)?(?:完成值|完成数|完成量|实际值)在(?:指标值|目标值|计划数?|目标数?)(?:中)?所占(?:的)?(?:比例|比重)(?:来)?(?:计算)?(?:记分|计分|得分|赋分|给分)|按照?(?:实际)?(?:完成|达到)?(?:值|数|量|情况)?(?:与|占|除以|和)(?:指标值|目标值|计划数?|目标数?|任务数?)(?:的)?(?:比例|比重|比)(?:来)?(?:计算)?(?:记分|计分|得分|赋分|给分|扣分)|(?:(?:其他|其余|其它)?按照?|依|以|根据)(?:其)?(?:实际|相应|同等|超过的?|超出的?|一定的?|对应|完成情况的?|实际完成的?|完成的?|所占|等|所完成|未完成|低于|执行|偏差|偏离|下降|缺少|减少|差额|达标|目标){0,6}(?:比例|比重|比率|百分比|完成率|完成度|完成比|执行率|达标率|到位率|合格率|覆盖率|使用率|支付率|拨付率|及时率|准确率|实现率|达成率|完成比例|完成数量|完成数|完成量)(?:的比例)?(?:在(?:相应|对应|该项|指标|规定){0,6}(?:分值|分数)(?:范围|区间)?之?内)?(?:进行|予以|相应|递减|酌情|来|逐步|给予|计算|依次|对应|情况|折算){0,6}(?:扣除?|扣减|计|得|给|赋|评|记|折算|减|核减|算|递减)(?:得|除|减|分值|分数|相应|对应){0,6}(?:分值|分数|分|出)?|等比例(?:扣减|扣|计|得|递减)(?:减|除)?分?|按比例(?=$|[,;。])|(?:完成)?比例赋分|同比例(?:扣减|扣|计|得)(?:除|减)?分?",
  ),
  () => ({ kind: "proportion" }),
);
const discretion: Parser<Outcome> = map(
  alt<unknown>(pattern(DISCRETION), seq(take, pattern("分(?=$|[,;。])"))),
  () => ({ kind: "discretion" }),
);

const single: Parser<Outcome> = map(
  seq(
    particle,
    alt<Outcome>(discretion, proportion, minus, nothing, shareBetween, shared, full, between, plus, points),
    scoring,
  ),
  ([, outcome]) => outcome,
);

/** One outcome, or two between which a person chooses ("不得分或扣相应分数"). */
export const outcome: Parser<Outcome> = remembering(
  map(seq(single, opt(seq(word("或", "或者", "并", "及", "和", "/"), single))), ([first, other]) =>
    other === null ? first : other[0] === "并" ? null : { kind: "either", of: [first, other[1]] },
  ),
);

/** "共10分", "满分为10分", "本项分值5分" at the head of a criterion. */
export const total: Parser<string> = map(
  seq(
    pattern("(?:本项|此项|该项|本|该|指标|总计|合计){0,6}"),
    alt<unknown>(word("共计", "总共", "共", "满分", "总分", "分值", "权重")),
    opt(word("为", "是", ":", "共")),
    marks,
    pattern("(?=$|[,;。:()])"),
  ),
  ([, , , n]) => n,
);

/** "扣完为止", "最多扣3分", "最低得0分": what bounds the deductions. */
export interface LimitPart {
  readonly most: string | null;
  readonly least: string | null;
  readonly award: string | null;
}

const floor = map(
  pattern(
    "(?:,)?(?:分数|直至|直到|该项|本项|此项|分值|得分|至|均|全部|以|将|该项分|指标分值?|该指标|所有|全部分数|,){0,6}(?:扣|减)(?:完|光|满|尽|至|到|为|完该项|完本项)?(?:该项|本项|此项|指标|本指标|该指标|所有|全部|相应)?(?:的)?(?:0分?|零分?)?(?:分值|分数|得分|满分|总分|权重分?|分)?(?:扣?完)?(?:为止|即止|就止|截止|止)|(?:最低|最少)(?:得|为|计|扣至|扣到|记)?(?:0|零)分(?:为止)?|(?:直至|直到)(?:全部|该项|本项)?(?:分值|分数)?扣(?:完|光)(?:分值|分数)?|不(?:得|计|记|出现)?负分|不倒扣(?!分)|不再倒扣|扣(?:至|到|为)(?:0|零)分?|(?:至|直至)(?:0|零)分(?:为止)?|该项分值扣完",
  ),
  (): LimitPart => ({ most: null, least: "0", award: null }),
);
const whollyTaken = map(
  pattern(
    `(?:累计|合计|总计)?(?:最多|最高|至多)(?:可)?扣(?:除|减|完)?(?:该项|本项|此项|该指标|本指标|指标|的|全部){0,6}(?:${WHOLE.join("|")})(?=$|[,;。)])`,
  ),
  (): LimitPart => ({ most: null, least: "0", award: null }),
);
const cap = map(
  alt(
    map(
      seq(
        pattern(
          "(?:累计|合计|总计|本项|该项|此项|总共)?(?:最多|最高|至多|上限|不超过)(?:可)?(?:扣除|扣减|扣分|扣|减)(?:不超过)?",
        ),
        marks,
        opt(word("为止", "封顶")),
      ),
      ([, n]) => n,
    ),
    map(
      seq(
        pattern(
          "(?:累计|合计|总)?(?:扣除|扣减|扣分|扣)(?:分)?(?:数|总数|总额)?(?:最多|最高|不超过|至多|上限为?|以不超过|不得超过)(?:扣)?",
        ),
        marks,
        opt(word("为限", "为止", "为上限")),
      ),
      ([, n]) => n,
    ),
    map(
      seq(
        pattern("(?:扣满|扣完|直至扣完|以扣完|扣除)"),
        marks,
        pattern("(?=为止|即止|止)"),
        word("为止", "即止", "止"),
      ),
      ([, n]) => n,
    ),
    map(seq(word("以"), marks, word("为限", "为上限", "封顶")), ([, n]) => n),
    map(
      seq(
        pattern(
          "(?:累计|合计|总共)?(?:最高|最多|至多|上限|不超过)(?:可)?(?:加分|加)(?:不超过)?|加分(?:累计|合计)?(?:最高|最多|至多|上限|不超过)(?:为)?",
        ),
        marks,
        opt(word("为止", "封顶")),
      ),
      ([, n]) => n,
    ),
  ),
  (most): LimitPart => ({ most, least: null, award: null }),
);
const least = map(
  alt(
    map(
      seq(pattern("(?:最低|最少|至少)(?:得|计|为|不低于|得分)?(?:分)?|扣(?:至|到)"), marks, opt(word("为止"))),
      ([, n]) => n,
    ),
  ),
  (n): LimitPart => ({ most: null, least: n, award: null }),
);
const awardCap = map(
  alt<string>(
    map(seq(word("得满", "加满", "计满"), marks, word("为止", "止")), ([, n]) => n),
    map(
      seq(
        pattern(
          "(?:累计|合计)?(?:最高|最多|至多)(?:可)?(?:得|计|不超过)?(?:分)?(?:不超过)?|上限(?:为)?|(?:得分)?不超过",
        ),
        marks,
        opt(word("为止", "封顶")),
      ),
      ([, n]) => n,
    ),
    map(
      pattern(
        `(?:最高|最多|至多)(?:可)?(?:得|计|不超过)?(?:该项|本项|指标)?(?:满分|${WHOLE.join("|")})(?=$|[,;。)])|(?:超过|高于|大于)(?:满分|${WHOLE.join("|")}|100%)的?,?(?:均|也|统一)?(?:按|得|计)(?:满分|100%|${WHOLE.join("|")})(?:计算|计|算)?分?|(?:结果|比值|完成率)?(?:大于|超过|高于)(?:100%|1)(?:时|的)?,?(?:取|按|计)(?:100%|1)(?:计算|计|算)?|超额完成的?(?:部分)?,?(?:均|也)?不(?:另|再|予|额外)?加分|超过(?:目标|指标|计划)(?:值|数)?的?(?:部分)?,?(?:均|也)?不(?:另|再|予|额外)?加分|` +
          "(?:超过|高于|大于|达到)100%的?,?(?:均|也|统一)?按(?:满分|100%)(?:计算|计|算)?分?|得满(?:分)?为止|加满为止|计满为止|满分为止|不超过(?:该项|本项|指标)?(?:满分|分值|总分值?)|封顶|(?:超过|高于)(?:目标|指标)?值?,?(?:的)?(?:也)?按满分计(?:算|分)?|得完为止|加完为止",
      ),
      () => "full",
    ),
  ),
  (award): LimitPart => ({ most: null, least: null, award }),
);

/** A limit, wherever it stands. */
export const limit: Parser<LimitPart> = alt<LimitPart>(cap, whollyTaken, floor, least, awardCap);
