/**
 * Words that offices put together from parts: 该项 + 指标分值, 年初设定 + 任务数, 实际 + 完成 + 数量. Each class is the product
 * of its parts, so that a new part is a new spelling of all its words.
 */

import { product } from "./entry";
import type { LexiconTable } from "./entry";

/** What the marks belong to. */
const OF_INDICATOR = [
  "- 该 本 此 该项 本项 此项 该指标 本指标 此指标 该项指标 本项指标 此项指标 该三级指标 指标 单项 单项指标 三级指标",
  "对应 对应指标 规定 设定 预设 标准 总 该部分 本部分 该小项 该类 该条",
].join(" ");
const MARKS =
  "分值 分数 权重 权重分 权重分值 权重分数 标准分 标准分值 总分 总分值 指标分 指标分值 权重值 指标权重 指标权重分 总权重 应得分 应得分值";

const SET_BEFORE = [
  "目标 计划 设计 规定 既定 预定 设定 预期 约定 应完成 计划完成 下达 年初设定 年初确定 年初计划 年初下达 年初预设 年初既定 上级下达 预设",
  "省定 市定 县定 国定 省里下达 市里下达 省级下达 市级下达 国家下达",
  "合同约定 方案规定 方案确定 规划 要求完成 应达到 需完成 计划安排 绩效目标设定 年度设定 年度确定",
].join(" ");
const SET = [
  "里程 长度 座数 辆数 台数 亩数 吨数 册数 篇数 批次 件数 车次 班次 户数 工程量 投资 投资额 产量 产值",
  "值 数 量 数量 数额 任务 任务数 任务量 任务数量 目标 目标值 目标数 目标任务 指标 指标值 指标数 要求 标准 水平 进度 次数 人数 产出数 产出数量 工作量 总数 总量 规模 内容 控制数 控制值 限额",
].join(" ");
const OF_YEAR =
  "年度 全年 当年 本年 本年度 年初 考核 工作 绩效 年度工作 年度绩效 年度考核 绩效考核 合同 方案 总体 阶段性 阶段 项目";
const OF_YEAR_SET =
  "目标 目标值 目标任务 目标任务数 任务 任务数 任务量 计划 计划数 计划值 指标值 绩效目标 工作目标 工作任务";

const DOING = "完成 达到 实现 达成 产出 执行 支出 发生 投入 到位 开展 举办 交付 建成 培训 支付 使用 实施";
const AMOUNT = [
  "值 数 量 额 数量 情况 次数 人数 金额 总数 总量 总额 指标值 任务数 任务量 工作量 投资额 投资 面积 天数 成本 结果 水平",
  "里程 长度 座数 辆数 台数 亩数 吨数 册数 篇数 批次 车次 班次 工程量 产出数 场次 户数 家数 项数 件数",
].join(" ");

/** What one of them, or one for each, costs. */
const COSTS = "单位成本 平均成本 人均成本 单位造价 单位费用 人均费用 平均单价 单价 平均单位成本";

/** From what a figure may stray. */
const STRAYED_FROM = product(
  "成本 数量 质量 时效 时间 进度 预算 绩效 工作 任务 考核 计划 预期 控制 概算",
  "目标 目标值 指标 指标值 成本 数 值 数量 标准 控制数 控制值",
);

export const COMPOUND_WORDS: readonly LexiconTable[] = [
  {
    cls: "heading",
    value: {},
    words: product(
      "按 按照 依 依据 根据 采用 采取 执行",
      "下列 以下 如下 下述 下面",
      "标准 公式 方法 办法 规则 方式 档次 等级 比例 要求 情形 情况 区间",
      "- 计分 计算 评分 赋分 打分 扣分 得分 给分 评价 评定 计算得分 确定得分 执行 核算 分档计分 分段计分",
    ),
    next: /^$|^[:,;。]/u,
  },
  {
    cls: "target",
    value: { money: true },
    words: product("计划 预算 目标 定额 控制 批复 概算", COSTS),
  },
  {
    cls: "target",
    value: { money: true },
    words: product("年度 年初 全年 项目 当年 批复", "预算 概算", "规模 总规模 额度 总额 总额度 控制额 控制额度"),
  },
  {
    cls: "on-time",
    value: {},
    words: product("规定 约定 法定 承诺", "时限 期限 时间", "前", "完成 办结 报送 提交"),
  },
  { cls: "actual", value: {}, words: product("实际 本年 决算", COSTS) },
  {
    cls: "measure",
    value: { kind: "deviation" },
    words: [
      product("偏离 偏离了 偏差", STRAYED_FROM),
      product("与 较 比", STRAYED_FROM, "相差 偏差 偏离 差异 偏离度 偏差率"),
    ].join(" "),
  },
  { cls: "whole", value: {}, words: product(OF_INDICATOR, MARKS) },
  {
    cls: "full",
    value: {},
    words: product(OF_INDICATOR, "满分 满分值 全分 全部分值 全部分数 全部得分 全部权重分 全部权重"),
  },
  {
    cls: "nothing",
    value: {},
    words: [
      product(
        "- 均 一律 都 该项 本项 此项 该指标 本指标 此指标 该项指标 本项指标 此项指标",
        "不得分 不计分 不给分 不记分 不赋分 不评分 不打分 不予计分 不予得分 不予给分 不予赋分 不予记分 不予评分 不能得分 不可得分 无得分 " +
          "得零分 计零分 记零分 给零分 为零分 计为零分 记为零分 得分为零 按零分计 按零分计算 按零分计分 按0分计 按0分计算 按0分计分 以0分计 " +
          "记为0分 计为0分 视为0分 判0分 评0分 判零分 不得任何分 不得任何分数 失分 全失",
      ),
      product(
        "- 扣除 扣掉 扣减 扣 扣光 取消",
        "该项 本项 此项 该指标 本指标 该项指标 本项指标 此项指标",
        "全部分值 全部分数 全部得分 全部权重 全部权重分 所有分值 所有分数 所有得分",
      ),
      product(
        "扣除 扣掉 扣减 扣 扣光 取消",
        "全部分值 全部分数 全部得分 全部权重 全部权重分 所有分值 所有分数 所有得分",
      ),
      product(
        "分值 分数 该项分值 本项分值 此项分值 指标分值 该指标分值 本指标分值 该项分数 本项分数 权重分 得分",
        "全扣 全部扣除 全部扣完 全部扣光 全额扣除 全部扣减 清零 归零 扣完 扣光",
      ),
    ].join(" "),
    next: /^(?!为止|即止|止|为限)/u,
  },
  { cls: "target", value: {}, words: product("要求 规定 目标 标准 控制", "比率 比例 比值") },
  {
    cls: "target",
    value: {},
    words: [product(SET_BEFORE, "- 的", SET), product(OF_YEAR, "- 的", OF_YEAR_SET)].join(" "),
  },
  {
    cls: "actual",
    value: {},
    words: [
      product("实际 全年实际 年度实际 本年实际 当年实际 项目实际 指标实际 年末实际 实际已", DOING, AMOUNT),
      product("全年 年度 本年 本年度 当年 项目 指标 已 累计", "完成 达成 实现", AMOUNT),
      product("完成 达成 实现", "- 的", "值 数 量 额 数量 情况 结果 次数 人数 金额 总数 总量 任务数 任务量 工作量"),
    ].join(" "),
  },
];
