import { findingsOf, performanceWorkbook } from "./made-workbook";
import type { Change } from "./made-workbook";

type Target = [name: string, value: string | number, unit: string | null, type: string];

const sheet = "绩效目标表";
/** The first indicator with another name, target, unit and type. */
const target = (...[name, value, unit, type]: Target): Change[] => [
  [sheet, "G5", name],
  [sheet, "H5", value],
  [sheet, "K5", unit],
  [sheet, "L5", type],
];
const say = (rule: string, changes: readonly Change[]) => findingsOf(performanceWorkbook(...changes), rule);

describe("a target in words where type and unit ask for a number", () => {
  const rule = "performance-target-value-is-number";
  test.each<Target>([
    ["服务企业满意度", "服务企业满意度", "%", "="],
    ["成本控制", "成本不超预算", "元", "定量"],
    ["整理情况", "按要求整理", "卷", "≥"],
  ])("%s “%s” %s %s", (...wrong) => {
    expect(say(rule, target(...wrong))).toEqual([`fail/error ${sheet}!H5`]);
  });

  test.each<Target>([
    ["覆盖范围", "全覆盖", "%", "="],
    ["安全事故", "零", "起", "="],
    ["整理时间", "十一月底前", null, "="],
    ["验收结果", "合格", null, "="],
    ["验收结果", "合格", "/", "＝"],
    ["制度健全性", "健全", null, "定性"],
    ["整理档案卷数", "一千", "卷", "≥"],
  ])("not %s “%s” %s %s", (...right) => {
    expect(say(rule, target(...right))).toEqual([]);
  });
});

describe("a target that any result meets", () => {
  const rule = "performance-target-value-is-demanding";
  test.each<Target>([
    ["平台创建", 0, "个", "≥"],
    ["平台创建", "≥0家", null, "定量"],
  ])("%s %s %s %s", (...wrong) => {
    expect(say(rule, target(...wrong))).toEqual([`fail/error ${sheet}!H5`]);
  });

  test.each<Target>([
    ["查阅人次增长率", 0, "%", "≥"],
    ["查阅人次同比增加", 0, "人次", "≥"],
    ["安全事故起数", 0, "起", "≤"],
    ["安全事故起数", 0, "起", "="],
    ["平台创建", 10, "个", "≥"],
  ])("not %s %s %s %s", (...right) => {
    expect(say(rule, target(...right))).toEqual([]);
  });
});

describe("percent of something that is counted", () => {
  const rule = "performance-target-unit-fits-count";
  test.each<Target>([
    ["新增省级及以上创新平台", 10, "%", "≥"],
    ["举办培训班", "≥95%", null, ""],
  ])("%s %s %s %s", (...wrong) => {
    expect(say(rule, target(...wrong))).toEqual([`fail/explain ${sheet}!H5`]);
  });

  test.each<Target>([
    ["新增企业增长率", 10, "%", "≥"],
    ["新增就业占比", 10, "%", "≥"],
    ["举办培训班完成率", 100, "%", "="],
    ["新增省级及以上创新平台", 10, "家", "≥"],
    ["培育企业满意度", 90, "%", "≥"],
  ])("not %s %s %s %s", (...right) => {
    expect(say(rule, target(...right))).toEqual([]);
  });
});
