/**
 * The words of scoring in plain office Chinese. One switch, exhaustive: a new code does not compile without its words.
 */

import type { ConventionName } from "./conventions";
import { Exact } from "./exact";
import type { Message } from "./scoring/messages";

const SUBJECTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    completion: "完成率",
    ratio: "占指标值的比率",
    deviation: "偏离率",
    overrun: "超出率",
    shortfall: "不足率",
    saving: "节约率",
  }),
);
const WAYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    short: "少",
    over: "超",
    event: "出现",
    late: "延迟",
    behind: "落后",
    away: "偏离",
    early: "提前",
  }),
);

/** The sum for the eye. */
function minus(from: string, more: string): string {
  return new Exact(from).plus(more).toString();
}

/** The words of a message. */
export function say(message: Message): string {
  switch (message.code) {
    case "step-reading":
      return `实际完成值 ${message.actual}，指标值 ${message.target}`;
    case "step-measure":
      return `${SUBJECTS.get(message.subject) ?? message.subject} = ${message.figures} = ${message.value}`;
    case "step-band":
      return message.value === "" ? `适用“${message.band}”` : `实际完成值 ${message.value}，适用“${message.band}”`;
    case "step-marks":
      return `得 ${message.marks} 分`;
    case "step-deduct":
      return [
        `${WAYS.get(message.direction) ?? ""} ${message.by}`,
        `计 ${message.count} 次 × ${message.each} = 扣 ${message.lost} 分`,
        `${message.from} − ${message.lost} = ${message.marks}`,
      ].join("，");
    case "step-add":
      return [
        `计 ${message.count} 次 × ${message.each} = ${message.more} 分`,
        `${message.from} + ${message.more} = ${minus(message.from, message.more)}`,
      ].join("，");
    case "step-capped":
      return `最高到 ${message.marks} 分`;
    case "step-score":
      return `得 ${message.marks} 分`;
    case "step-full-default":
      return `没有应扣分的情况，得满分 ${message.marks} 分`;
    case "step-interpolated":
      return `插值：${message.between} = ${message.marks}`;
    case "step-no-deduct":
      return `没有应扣的部分，${message.marks} − 0 = ${message.marks}`;
    case "step-bounded":
      return `扣到限度为止，得 ${message.marks} 分`;
    case "step-formula":
      return `得分 = ${message.formula} = ${message.marks}`;
    case "step-proportion":
      return `${message.value} ÷ ${message.mark} × ${message.points} = ${message.marks}`;
    case "step-scaled":
      return `评分标准满分 ${message.best} 分，分值 ${message.points} 分，折算：${message.from} → ${message.to}`;
    case "step-met":
      return `实际完成值 ${message.actual}，达到指标值 ${message.target}`;
    case "step-not-met":
      return `实际完成值 ${message.actual}，未达到指标值 ${message.target}`;
    case "step-stated":
      return message.holds
        ? `实际完成值写明“${message.actual}”，对应“${message.verdict}”`
        : `实际完成值写明“${message.actual}”，不是“${message.verdict}”`;

    case "ask-verdict":
      return message.actual === ""
        ? `是否“${message.verdict}”？`
        : `是否“${message.verdict}”？实际完成值写的是“${message.actual}”`;
    case "ask-met":
      return message.target === "" ? "是否达到指标值？" : `是否达到指标值“${message.target}”？`;
    case "ask-discretion":
      return message.text === ""
        ? "评分标准没有写明扣多少，扣多少分由人确定"
        : `“${message.text}”给多少分，评分标准没有写明，由人确定`;
    case "ask-gap":
      return `实际完成值 ${message.value} 没有落在评分标准的任何一档，按哪一档计分？`;
    case "ask-overlap":
      return `实际完成值 ${message.value} 同时落在几档，按哪一档计分？`;
    case "ask-completion":
      return `指标值为“不超过”${message.target}，实际 ${message.actual}：完成率可以按“未超过即全部完成”算，也可以按比率算，两种算法得分不同，按哪一种？`;
    case "ask-occurrences":
      return message.event === ""
        ? "评分标准按次数扣分，实际完成值没有给出次数：出现了几次？"
        : `“${message.event}”出现了几次？`;
    case "ask-grave":
      return `是否“${message.event}”？`;
    case "ask-grade":
      return `评定为哪一等次（${message.grades}）？`;
    case "ask-three-grades":
      return "定性指标按三档评定，属于哪一档、给多少分由人确定";
    case "ask-items":
      return "逐项判断各得多少分，相加为该指标得分";
    case "ask-unread":
      return `评分标准中“${message.text}”这一部分没有读懂，得分由人确定`;
    case "ask-marks":
      return `评分标准最高 ${message.best} 分，与分值 ${message.points} 分不一致，按折算后的分数还是按原文的分数？`;
    case "ask-type":
      return `指标值类型“${message.type}”与这个指标的含义相反，实际高于还是低于指标值算完成？`;
    case "ask-direction":
      return "没有写明实际完成值高于还是低于指标值算完成，是否算完成？";
    case "ask-unit":
      return `实际完成值“${message.written}”与“${message.expected}”的计量单位不同，不能直接比较，得分由人确定`;
    case "ask-prior":
      return "评分标准与上年或平均数比较，请提供上年数（或平均数）后判断";
    case "ask-late":
      return "评分标准按延迟的时间计分，延迟了多久？";
    case "ask-fraction":
      return `实际完成值“${message.actual}”的单位或升降看不准（百分比还是小数、元还是万元、升还是降），请确认后判断`;
    case "ask-equal":
      return `指标值为等于 ${message.target}，实际 ${message.actual} 超过了，是否算完成？`;
    case "ask-above-at-most":
      return "实际完成值超过了“不超过”的指标值，给多少分由人确定";
    case "ask-zero-target":
      return "指标值为 0，不能按比例计算，得分由人确定";
    case "ask-contradiction":
      return `实际完成值 ${message.actual} 已达到指标值 ${message.target}，照评分标准却不得分，按哪个算由人确定`;
    case "ask-range-target":
      return "指标值是一个区间，实际完成值在区间之外，是否算完成？";
    case "ask-partial":
      return `已确定 ${message.awarded} 分，其余由人确定`;
    case "ask-condition":
      return message.text === ""
        ? "评分标准没有写明这种情况给多少分，由人确定"
        : `不满足“${message.text}”时给多少分，评分标准没有写明，由人确定`;
    case "ask-tiers":
      return "各段扣分不同，是各段分别计算，还是全部按所在的那一段计算？";
    case "step-tiers":
      return `各段分别计算与全部按所在的那一段计算，都得 ${message.marks} 分`;
    case "ask-readings":
      return `这句话有不止一种读法，得分不同，按哪一种？${message.readings}`;
    case "ask-several":
      return `${message.questions}？`;
    case "undefined-variable":
      return `公式里的“${message.name}”没有说明是多少`;
    case "ask-impossible":
      return `实际完成值“${message.text}”超出了可能的范围，请核对后判断`;
    case "ask-between":
      return `评分标准给的是 ${message.low} 至 ${message.high} 分，具体多少由人确定`;

    case "missing-actual":
      return "缺实际完成值";
    case "missing-target":
      return "缺指标值";
    case "missing-points":
      return "缺分值";
    case "no-rule":
      return "评分标准没有写明怎样得分或扣分";
    case "half-rule":
      return "评分标准只有半句，公式或条件不完整";
    case "not-a-case":
      return "这一行不是一个评分用例（应为 JSON 对象）";
    case "actual-not-number":
      return `实际完成值“${message.text}”不是一个确定的数`;
    case "target-not-number":
      return `指标值“${message.text}”不是数，评分标准需要数`;
    case "actual-echoes-target":
      return `实际完成值“${message.text}”只是重复了指标值，不是实际完成的数`;
    case "far-above":
      return `实际完成值为指标值的 ${message.ratio}，超过 ${message.limit}，需说明原因`;
    case "points-not-positive":
      return `分值“${message.points}”不是正数`;

    case "choice":
      return message.label;
    case "choice-by-met":
      return "未超过指标值即为完成";
    case "choice-by-ratio":
      return "按实际与指标值的比率";
    case "choice-not-met":
      return "未达到";
    case "choice-met":
      return "达到";
    case "choice-nothing":
      return "不得分";
    case "choice-part":
      return "由人确定扣多少";
    case "choice-free":
      return "由人确定";
    case "choice-tiers-apart":
      return "各段分别计算";
    case "choice-tiers-whole":
      return "全部按所在的那一段计算";
    case "choice-scaled":
      return "按分值折算";
    case "choice-literal":
      return "按评分标准原文的分数";
    case "choice-happened":
      return "发生";
    case "choice-not-happened":
      return "没有发生";
    case "choice-otherwise":
      return "其他情况（评分标准没有写）";
    case "choice-at-least":
      return "高于指标值算完成";
    case "choice-at-most":
      return "低于指标值算完成";
    case "choice-full":
      return "得满分";
    case "choice-times":
      return message.count === 0 ? "没有出现" : `${message.count} 次`;
    case "choice-more-times":
      return `${message.count} 次及以上`;
    case "choice-grade":
      return message.grade === 1
        ? "达成年度指标"
        : message.grade === 2
          ? "部分达成年度指标并有一定效果"
          : "未达成年度指标且效果较差";

    case "assumption":
      return `${message.words}（${message.name}=${message.value}）`;
    case "assumption-rounding":
      return "计算到最后一步才四舍五入，保留两位小数";

    case "reading":
      return `读作：${message.words}${message.corrected ? "（已更正）" : ""}`;
    case "general-rule":
      return "没有评分标准，按一般规则";
    case "mishap":
      return `程序读这条评分标准时出了意外，没有计分，请把代号 ${message.mishap} 告诉维护人员`;
    case "judgement":
      return "由人判断";
    case "ask-corrected-to-judgement":
      return "这条评分标准已定为由人判断，属于哪一档、给多少分？";
    case "assumption-corrected-text":
      return `读法已更正，按“${message.text}”计分`;
    case "assumption-corrected-conventions":
      return "读法已更正，这条评分标准按单独选定的理解计分";
    case "assumption-corrected-judgement":
      return "读法已更正，这条评分标准由人判断";
  }
}

/** What a convention says when it has that value. */
export function sayConvention(name: ConventionName, value: string): string {
  switch (name) {
    case "bound-words":
      return value === "inclusive" ? "“以上”“以下”“以内”包括本数" : "“以上”“以下”“以内”不包括本数";
    case "shared-bound":
      return value === "higher" ? "两档都包括的界限值归得分高的一档" : "两档都包括的界限值归得分低的一档";
    case "deviation":
      return value === "two-sided" ? "偏离按绝对值算，高于和低于指标值都算偏离" : "只有超出指标值才算偏离";
    case "steps":
      return value === "whole" ? "每满一个单位才扣一次，不足一个单位的不扣" : "不足一个单位的按实际比例扣";
    case "percent-step":
      return value === "points" ? "比率每低1%按1个百分点算" : "比率每低1%按指标值的1%算";
    case "completion":
      return "完成率 = 实际完成值 ÷ 指标值，超过 100% 的按 100% 算";
    case "completion-of-at-most":
      return value === "both-agree"
        ? "“不超过”类指标的完成率，两种算法得分一致才计分"
        : value === "met"
          ? "“不超过”类指标未超过即完成率 100%"
          : "“不超过”类指标的完成率也按实际 ÷ 指标值算";
    case "completion-of-rate":
      return value === "ratio" ? "指标本身是比率时，完成率按实际 ÷ 指标值算" : "指标本身是比率时，实际完成值就是完成率";
    case "marks":
      return value === "scaled" ? "评分标准的满分与分值不同，按分值折算" : "评分标准的分数按原文计，不折算";
    case "general-rule":
      return value === "proportion"
        ? "没有评分标准，按一般规则：达到指标值得满分，未达到按完成比例计分"
        : "没有评分标准，按一般规则：达到指标值得满分，未达到不得分";
    case "proportion-base":
      return value === "mark" ? "“按比例”指实际完成值与满分界限的比例" : "“按比例”指实际比率本身乘以分值";
    case "working-days":
      return value === "weekdays"
        ? "两个日期之间的工作日按周一至周五数，没有扣除法定节假日"
        : "两个日期之间的工作日按自然日数";
    case "proportion-of-completion":
      return value === "whole"
        ? "完成一部分就得满分的，其余“按比例”指完成率乘以分值"
        : "完成一部分就得满分的，其余“按比例”指完成率与满分界限的比例";
    case "verdict-by-target":
      return value === "target"
        ? "是否完成、是否达到、是否全部（足额）做到，以实际完成值是否达到指标值判断"
        : "是否完成、是否达到、是否全部（足额）做到由人判断";
    case "stated-fact":
      return value === "accept"
        ? "实际完成值写明的事实、写明的评分标准中的等次，即作为依据"
        : "实际完成值写明的事实、写明的评分标准中的等次，也由人判断";
    case "stated-judgement":
      return value === "ask"
        ? "评分标准没有分等次的效果好坏由人判断，不以填报的文字为准"
        : "实际完成值写明的效果即作为依据";
    case "type-contradicts":
      return value === "ask"
        ? "指标值类型与指标含义相反时由人判断"
        : value === "at-least"
          ? "指标值类型与指标含义相反时，按越多越好算"
          : "指标值类型与指标含义相反时，按越少越好算";
    case "equal-target":
      return value === "at-least" ? "“等于”类指标达到或超过都算完成" : "“等于”类指标必须正好相等";
    case "missing-type":
      return value === "by-meaning"
        ? "没有写指标值类型，按指标含义判断多好还是少好"
        : value === "at-least"
          ? "没有写指标值类型，按越多越好算"
          : "没有写指标值类型，按越少越好算";
    case "percent-as-fraction":
      return value === "percent" ? "不带百分号的小数按百分比读（0.96 读作 96%）" : "不带百分号的小数按原样读";
    case "unit-left-out":
      return value === "read" ? "漏写的百分号按指标值的单位补上" : "漏写百分号的由人确认";
    case "range-target":
      return value === "low-end" ? "指标值是区间的，完成率按下限算" : "指标值是区间的，完成率按上限算";
    case "step-base":
      return value === "full" ? "分段内的扣分从最近一档的分数扣起" : "分段内的扣分从相邻一档的分数扣起";
    case "three-grades":
      return "三档评定中 80% 和 60% 归高的一档";
    case "points-from-text":
      return value === "read" ? "分值空缺，以评分标准写明的满分为分值" : "分值空缺时不计分";
    case "growth-sign":
      return "“下降”“增长”按指标的方向取正负";
    case "bare-deviation":
      return value === "within" ? "“偏离30%得…”读作偏离30%以内" : "“偏离30%得…”读作偏离达到30%";
    case "occurrences":
      return value === "actual"
        ? "实际完成值就是出现的次数；写明了哪一种出现几次的，没有写到的同类情况就是没有出现"
        : "出现的次数由人填写";
  }
}
