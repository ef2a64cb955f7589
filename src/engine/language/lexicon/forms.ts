/** Headings, words without meaning of their own here, signs and punctuation. */

import type { LexiconTable } from "./entry";

export const FORM_WORDS: readonly LexiconTable[] = [
  {
    cls: "heading",
    value: {},
    words: [
      "评分标准 评分规则 评分办法 评分方法 评分细则 评分依据 评价标准 扣分标准 得分标准 赋分标准 赋分规则 计分标准 计分规则 计分方法 计分办法 计分方式 计算公式 计算公式为 具体计算公式 公式",
      "公式为 计算方法 计算方法为 计算方式 得分计算公式 得分计算 得分规则 评分要点 评分说明 评分原则 分档计分 分档评分 分段计分 分档赋分 分级评分 直接赋分 直接评分 比率法 比率分值法",
      "比率法计分 采用比率法计分 采用比率法 采用比例法 比例法 完成比例赋分 完成比率赋分 按评判等级赋分 评判等级赋分 等级评分 满意度赋分 本指标采用比率法计分 本指标采用分档计分",
      "定量指标 得分计算方法 得分计算方法为 计分公式 计分公式为 评分公式 评分公式为",
      "得分计算方法应用 计算方法应用 得分公式 得分公式为 得分计算公式为 得分计算方式 得分计算方式为 如下 具体如下 具体为 标准如下 评分如下",
      "得分为 计分为 分别为 评判标准 考核标准 打分标准 具体标准 计分标准为 评分标准为 具体评分标准 扣分规则 扣分项 加分项",
      "评分细则为 本项满分 满意度赋分标准 按以下标准评分 按以下标准计分 按照以下标准评分 按以下标准赋分 按以下标准打分 分三档评分 分三档计分 分四档计分 分档评价 分段评分 分段赋分 按档计分",
      "按档次计分 采用分档计分 注 备注 说明",
    ].join(" "),
    before: /^$|[,;。:(、.)\d则]$|指标$/u,
  },
  {
    cls: "heading",
    value: {},
    words: [
      "扣分法 得分法 加分法 扣分说明 评分说明 得分说明 计分说明 赋分说明 加分说明",
      "评分等级 评价等级 评分档次 等级划分 档次划分 扣分制 得分制 计分制 满分条件 扣分条件 得分条件 扣分情形 得分情形 加分条件 完成时限 完成时间",
    ].join(" "),
    next: /^$|^[:(,;]/u,
  },
  {
    cls: "source",
    value: {},
    words:
      "任务清单 时间节点 工作方案 实施方案 项目实施方案 考核办法 评价办法 管理办法 调查结果 测评结果 考核结果 统计结果 问卷调查 问卷调查结果 抽样调查 满意度调查结果 年终考核 相关规定 有关规定 相关文件 统计数据",
  },
  {
    cls: "plain-heading",
    value: {},
    words: "数据来源 指标说明 指标解释 指标释义 取值方法 佐证资料 资料来源 指标内涵 考核内容 评价内容",
  },
  {
    cls: "plain-heading",
    value: {},
    words: "佐证材料 证明材料 支撑材料 备查资料 备查材料 数据依据 取数来源 取值依据 评分依据 依据",
    before: /^$|[,;。:(]$/u,
    next: /^:/u,
  },
  {
    cls: "purpose",
    value: {},
    words: "反映 体现 考核 考察 用以 用于反映 用以反映 主要考核 评价 主要反映 重点考核 旨在 用以考核 用于考核",
    before: /^$|[,;。:(]$|指标$|[本该]项$/u,
    next: /^(?!结果|合格|不合格|优秀|得分|分数|成绩|等[次级]|排名|为|[小总]组|由|打分|评分)/u,
  },
  {
    cls: "scope",
    value: {},
    words: [
      "年度内 全年 年内 年度 当年 本年 本年度 当年度 项目期内 期内 年末 年底 期末 总体 整体上 当期 本期 项目 一次性 按要求 按规定 按照要求 按照规定 按计划 成功 顺利 能够 能 已",
      "已经 均已 已全部 得以 予以 加以 进行 相关 各项 上述 一律 直接 仍 还 也 再 另 则 即 就 便 应 可 将 该项 本项 此项 该指标 本指标 本项指标 该项指标 此指标 此项指标 该 本",
      "此 其 的 地 了 者 时 情况 均 都 的话 情形 后 之 所 来 于 等 等情况 等情形 等问题 等现象 现象 行为 进展 至 部分 对应 相应 规定 设 设定 为准 依次 依次为 分别 分别为",
      "区间 档次 对照 相比 比较 对比 这 那",
    ].join(" "),
  },
  { cls: "noun", value: {}, words: "自评", next: /^(?![得计评]?分)/u },
  { cls: "sum-word", value: {}, words: "共计 合计 总计 累计 总分为 共有" },
  { cls: "sum-word", value: {}, words: "共", before: /^$|[,;。:(项标]$/u, next: /^[\d一二三四五六七八九十计有]/u },
  { cls: "filler", value: {}, words: "以后 之后 此后", next: /^每/u },
  { cls: "sign", value: { sign: "×" }, words: "× 乘以 乘" },
  { cls: "sign", value: { sign: "/" }, words: "/ 除以" },
  { cls: "sign", value: { sign: "+" }, words: "+ 加上" },
  { cls: "sign", value: { sign: "-" }, words: "- 减去" },
  { cls: "sign", value: { sign: "+" }, words: "加", before: /[\d率值数分)]$/u },
  { cls: "sign", value: { sign: "-" }, words: "减", before: /[率值数)]$/u },
  // "实际资助人数/应资助人数": there it is the name's own.
  { cls: "due", value: {}, words: "应", before: /[/÷占]$/u },
  { cls: "comma", value: {}, words: ", ，" },
  { cls: "stop", value: {}, words: "; 。" },
  { cls: "colon", value: {}, words: ": → ⇒" },
  { cls: "open", value: { square: false }, words: "(" },
  { cls: "open", value: { square: true }, words: "[ {" },
  { cls: "close", value: { square: false }, words: ")" },
  { cls: "close", value: { square: true }, words: "] }" },
  { cls: "bar", value: {}, words: "|" },
  { cls: "smaller", value: {}, words: "min MIN Min 较小者 孰低 取小 较低者 取较小值 孰小 就低" },
  { cls: "larger", value: {}, words: "max MAX Max 较大者 孰高 取大 较高者 取较大值 孰大 就高" },
];

/** Words that are passed over wherever they stand: they carry nothing that a score could depend on. */
export const FILLERS = [
  "所赋 的 了 地 则 即 就 便 应 将 均 都 也 仍 还 该 本 此 其 者 已 已经 均已 该项 本项 此项 该指标 本指标 本项指标 该项指标 此指标 此项指标 一律 予以 加以 能 能够 可",
  "之 所 情况下 情形下 的话 时 情况 来 于 也就是 实行 进行 依次 在 直接 后 因此 那么 从而 届时 相应地 并予以 可以 应当 对应 具体 具体为 由此 自动 统一 每项指标 在此基础上",
  "此基础上 情形 等情况 等情形 等现象 现象 行为 等 的情况下 部分为 另 再 另外 其中的",
].join(" ");

/** Names that begin with a filler's character, which there is part of the name: 就业率 is never 业率. */
const NAMES_LIKE_FILLERS = [
  "就业 就医 就诊 就学 就读 就餐 就地 就近 应急 应届 应收 应征 应用 应对 应诉 可再生 可持续 可行 可用 可控 可视 可研 便民 便利 便捷 便携 便道 即时 即办 即办件",
  "在校 在岗 在线 在建 在职 在编 在库 在田 在网 在册 能源 能耗 能力 能效 再就业 再生 再教育 再培训 再次 等级 等候 等待 来访 来信 来电 来源 来华 时效 时间 时长 时段",
  "后勤 后续 后期 后备 另行 本科 本地 本土 本级 地质 地铁 地方 地区 地下 地面 地块 地名 地籍 地震 地灾 地理 了解 都市 均衡 均等 均价 均值",
  "直接经济 统一战线 自动化 自动站 自动监测",
].join(" ");
export const LIKE_FILLER: ReadonlySet<string> = new Set(NAMES_LIKE_FILLERS.split(" "));
