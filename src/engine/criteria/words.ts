/** Words of the field that say what kind of thing is spoken of, as data. */

/** Grades by number, of which now the first and now the last is the best (国家二级标准, 三级医院). */
export const NUMBERED_GRADES: readonly string[] = ["一级", "二级", "三级", "四级", "五级"];

/** Scales of grades, best first. The first scale that has all the words of a criterion is the one meant. */
export const GRADE_SCALES: readonly (readonly string[])[] = [
  [
    "非常满意",
    "很满意",
    "较为满意",
    "比较满意",
    "较满意",
    "满意",
    "基本满意",
    "一般满意",
    "一般",
    "不太满意",
    "不满意",
    "很不满意",
    "非常不满意",
  ],
  ["优秀", "优良", "良好", "中等", "一般", "合格", "及格", "基本合格", "较差", "不合格", "不及格", "差"],
  ["优", "良", "中", "合格", "一般", "及格", "较差", "差"],
  ["A级", "B级", "C级", "D级", "E级"],
  ["A", "B", "C", "D", "E"],
  ["一等奖", "二等奖", "三等奖", "优秀奖"],
  ["一等", "二等", "三等", "四等"],
  ["国家级", "省级", "市级", "县级"],
  ["五星级", "四星级", "三星级", "二星级", "一星级"],
  ["I类", "II类", "III类", "IV类", "V类", "劣V类"],
  ["一类", "二类", "三类", "四类", "五类", "劣五类"],
  ["A类", "B类", "C类", "D类"],
  ["甲级", "乙级", "丙级", "丁级"],
  NUMBERED_GRADES,
  ["五星", "四星", "三星", "二星", "一星"],
  ["一档", "二档", "三档", "四档"],
  ["第一档", "第二档", "第三档", "第四档"],
  ["很好", "较好", "好", "一般", "较差", "差"],
  ["好", "较好", "一般", "较差", "差"],
  ["非常显著", "显著", "较为显著", "较显著", "比较显著", "一般", "不太显著", "不显著"],
  ["非常明显", "十分明显", "明显", "较为明显", "较明显", "比较明显", "一般", "不太明显", "不明显"],
  ["高", "较高", "中", "一般", "较低", "低"],
  ["非常有效", "有效", "较有效", "基本有效", "一般", "无效"],
  ["完全达到", "达到", "基本达到", "部分达到", "未达到"],
  ["完全完成", "全部完成", "完成", "基本完成", "部分完成", "未完成"],
  ["完全符合", "符合", "基本符合", "部分符合", "不符合"],
  ["健全", "较健全", "基本健全", "不健全"],
  ["规范", "较规范", "基本规范", "不规范"],
  ["完善", "较完善", "基本完善", "不完善"],
  ["及时", "较及时", "基本及时", "不及时"],
  ["合理", "较合理", "基本合理", "不合理"],
  ["完整", "较完整", "基本完整", "不完整"],
  ["全部达标", "基本达标", "部分达标", "不达标"],
];

/** Grades an office states about itself without a measuring stick: stating one is a judgement, not a fact. */
const SOFT_GRADES = "显著 明显 有效 规范 完善 合理 健全 及时 完整 符合 达到 完成";

/** Words about outcomes that only a person can see; their opposites likewise. */
const JUDGED = [
  "提升 提高 改善 优化 促进 扩大 增强 明显 显著 圆满 有效 良好 合理 规范 科学 较好 完善",
  "充分 推动 加强 保障 影响 稳定 带动 满意 健全 持续 到位 有序 显成效 成效",
].join(" ");

/** How much or how good: without a measuring stick, saying so of oneself is a judgement. */
const DEGREES = [
  "显著 明显 提升 提高 保障 改善 优化 促进 扩大 增强 增加 增长 降低 下降 减少 良好 有效 圆满 充分 推动 加强 带动 满意 成效",
  "较 有所 进一步 不断 逐步 影响 科学 合理 优 很好 向好 基本 部分 接近",
].join(" ");

/** Something that goes wrong: counting it is counting down. */
const MISHAPS = [
  "安全事件 突发事件 泄密事件 群体性事件 舆情事件 事故 伤亡 投诉 违规 违纪 违法 差错 错误 失误",
  "延误 延迟 污染 破坏 信访 舆情 舆论 泄露 泄密 损坏 损失 故障 问题 不合规 不规范 不及时",
  "不合格 不达标 未按 逾期 超范围 超标 死亡 受伤 丢失 遗失 案件 上访 缺陷 隐患 火灾 纠纷 错发 漏报",
  "迟报 瞒报 质疑 通报 不良 退回 负面 诉讼 复议 处罚 中断 宕机",
].join(" ");

/** Indicators where less is better, by name. */
const LESS_IS_BETTER = [
  "成本 费用 经费 支出 预算控制 超支 能耗 排放 控制率 控制数 降幅 事故 伤亡 投诉 违规 差错",
  "污染 逾期 死亡 发生率 返工 缺陷 超标 压减 耗时 时限 时长 响应时间 变动率 结余率 结转 失业",
  "噪声 噪音 浓度 单耗 水耗 电耗 故障 信访 案件 超限 偏差 误差 流失 未完成",
].join(" ");

const anyOf =
  (words: string): ((text: string) => boolean) =>
  (text) =>
    words.split(" ").some((word) => text.includes(word));

export const isJudged = anyOf(JUDGED);
export const isMishap = anyOf(MISHAPS);
export const isDegree = anyOf(DEGREES);
export const lessIsBetter = anyOf(LESS_IS_BETTER);
const soft = anyOf(SOFT_GRADES);
/** Whether a grade is a judgement about oneself. */
export function isSoftGrade(grade: string): boolean {
  return soft(grade) || ["好", "很好", "较好", "高", "较高", "一般"].includes(grade);
}
