/** Words beside numbers: comparators with side and bound, suffixes, inclusion, dashes. */

import type { LexiconTable } from "./entry";

const low = (inclusive: boolean): { side: string; inclusive: boolean } => ({ side: "low", inclusive });
const high = (inclusive: boolean): { side: string; inclusive: boolean } => ({ side: "high", inclusive });
/** A number, or what stands for one. */
const NUMBER = new RegExp(
  `^(?:了|到|在|其|该|本)?[\\d一二两三四五六七八九十百半±]|^(?:${[
    "目标|指标|计划|预算|年初|预期|年度|任务|规定|要求|上年|去年|百分|概算|既定|设定|核定|合同|控制|标准",
    "全[省市国]|平均|序时|时间进度|本指标|该指标",
  ].join("|")})`,
  "u",
);

export const NUMBER_WORDS: readonly LexiconTable[] = [
  {
    cls: "comparator",
    value: low(true),
    words: [
      "≥ 大于等于 大于或等于 大于或者等于 高于或等于 高于等于 超过或等于 不小于 不少于 不低于 不得低于 不得少于 不得小于 未低于 不差于 至少 至少达到 达到 达到或超过 达到及超过 达到或高于",
      "达到或大于 达到并超过 已达 已达到 能达到 能够达到 均达到 均达 等于或大于 等于或高于 等于或超过 保持在 维持在 不短于 不早于 多于或等于 多于等于 多于或者等于 超过或者等于 高于或者等于",
    ].join(" "),
  },
  { cls: "comparator", value: low(true), words: "达", next: NUMBER },
  { cls: "comparator", value: low(true), words: "满", next: /^[\d一二两三四五六七八九十百]/u },
  {
    cls: "comparator",
    value: low(false),
    words: "> 大于 超过 高于 多于 超出 突破 优于 长于 快于 高出 超越 好于 强于 多过",
  },
  { cls: "comparator", value: low(false), words: "超", next: NUMBER },
  {
    cls: "comparator",
    value: high(true),
    words: [
      "≤ 小于等于 小于或等于 小于或者等于 低于或等于 低于等于 低于或者等于 少于或等于 少于等于 等于或小于 等于或低于 等于或少于 不大于 不高于 不超过 不超 未超过 未超出 未超 不得超过",
      "不得高于 不得超 没有超过 不多于 不突破 未突破 控制在 控制到 控制 至多 不超出 未高于 不长于",
    ].join(" "),
  },
  {
    cls: "comparator",
    value: high(false),
    words:
      "< 慢于 差于 劣于 逊于 小于 低于 少于 不足 不到 未达到 没有达到 没达到 未能达到 达不到 未到 短于 不达 不能达到 尚未达到",
  },
  { cls: "comparator", value: high(false), words: "未达 不满 不及 未满", next: NUMBER },
  { cls: "comparator", value: high(true), words: "允许 允许出现 允许发生 允许有 可允许 允许存在", next: NUMBER },
  // Of marks they are a cap; of what is measured, a bound.
  {
    cls: "comparator",
    value: high(true),
    words: "累计不超过 合计不超过 总计不超过 最高不超过 最多不超过",
    next: NUMBER,
  },
  { cls: "comparator", value: { side: "at", inclusive: true }, words: "得出", next: /^.{0,8}(?:率|度|值|比例|比率)/u },
  { cls: "comparator", value: { side: "at", inclusive: true }, words: "= 等于 恰为 正好为 正好" },
  {
    cls: "comparator",
    value: { side: "at", inclusive: true },
    words: "为 是",
    next: /^[\d一二两三四五六七八九十百±]|^(?:负|正|零)(?:数|值)?/u,
  },
  {
    cls: "suffix",
    value: { ...low(true), soft: true },
    words: "以上 及以上 或以上 和以上 及其以上 及更多 或更多 或者以上 含以上",
  },
  {
    cls: "suffix",
    value: { ...low(true), soft: false },
    words: "起",
    before: /[\d次起家个人件例天分%]$/u,
    next: /^$|^[,;。]/u,
  },
  { cls: "suffix", value: { ...low(false), soft: false }, words: "以外 之外" },
  {
    cls: "suffix",
    value: { ...high(true), soft: true },
    words:
      "以下 及以下 或以下 和以下 及其以下 或更少 以内 之内 及以内 范围内 区间内 范围以内 范围之内 以里 或以内 幅度内 限额内",
  },
  {
    cls: "suffix",
    value: { ...high(true), soft: true },
    words: "内",
    before: /[\d天日月年时周个钟%)元数算额次率围期度标划值]$/u,
  },
  {
    cls: "before",
    value: {},
    words: "前 之前 以前 及以前 及之前 或之前 内 之内 以内",
    before: /[月日底末号初旬年)]$/u,
  },
  {
    cls: "after",
    value: {},
    words: "后 之后 以后 及以后 及之后 起 以后的 及以下",
    before: /[年月日底末号初旬名位)]$|季度$|之日$/u,
  },
  { cls: "after", value: {}, words: "以后 之后 以后的", before: /%$/u },
  { cls: "no-later", value: {}, words: "不晚于 不迟于 最迟 最迟于 不得晚于 不得迟于 截至 截止到 早于或等于" },
  { cls: "later", value: {}, words: "晚于 迟于" },
  { cls: "includes", value: { yes: true }, words: "含 包含 包括 含本数 含本级 含等于 均含 均含本数 含本数在内" },
  { cls: "includes", value: { yes: false }, words: "不含 不包含 不包括 不含本数 不含本级 均不含" },
  { cls: "dash", value: {}, words: "- ~ -- ~~" },
  {
    cls: "dash",
    value: {},
    words: "至 到",
    next: /^第?[\d一二三四五六七八九十两百±负]/u,
    before:
      /\d[^\d,;。:(]{0,5}$|[\d%个次家天月日年分钟)上下号时名位一二三四五六七八九十成元人户亩里米吨件项篇场期倍折]$/u,
  },
  { cls: "between", value: {}, words: "之间 区间 范围 期间 介于 处于 之内区间 位于" },
  {
    cls: "about",
    value: {},
    words: "约 大约 大概 左右 上下 近 将近 接近 余 多 基本上达到 几乎 约为",
    before: /^$|[^\p{Script=Han}]$|为|达|在/u,
  },
  { cls: "about", value: {}, words: "约 大约 大概 左右 将近 几乎" },
  { cls: "plus-minus", value: {}, words: "± +/- 正负" },
];
