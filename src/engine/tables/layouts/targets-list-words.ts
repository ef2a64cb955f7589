import { oneOf } from "../patterns";
import type { View } from "../view";
import type { IndicatorHeader } from "./targets-header";

/** 合计 of a list, in whatever column. */
export const totalWord = /^(?:合计|总计|小计|部门合计|单位合计|总额)$/;
export const footerWord = /^(?:注|备注|说明|填表说明)[::]|^填[表报]人|^单位负责人/;
/** What a project is called, where a row without indicators could be a unit or a project. */
const projectWord = /(?:经费|资金|项目|专项|补助|补贴|奖励|奖补|费|费用|工程|活动|支出|款|金)(?:[(（].*[)）])?$/;
const unitWord = new RegExp(
  `(?:${[
    "[局委办处科室所院站队厅馆会社部园]",
    "中心|机关|本级|政府|公司|集团|总站|大队|支队",
    "学校|中学|小学|幼儿园|医院|大学",
  ].join("|")})(?:[(（].*[)）])?$`,
);
export const furniture = oneOf([
  String.raw`(?:部门|单位|预算单位|填报单位|编制单位|预算部门)(?:\(.*?\))?(?:名称|编码|代码)?[::].*`,
  "(?:金额|计量)?单位[::](?:人民币)?(?:百万|万|千|亿)?元",
  String.raw`第?\d+页.*`,
  String.raw`附(?:件|表)\d*.*`,
  "续表.*",
]);

/** A row without indicators is a unit's sum where no column of its own names units and it is not called a project. */
export function looksLikeUnit(header: IndicatorHeader, name: string): boolean {
  if (header.columns.has("unit-name")) return false;
  return unitWord.test(name) || !projectWord.test(name);
}

const pointsWord = /^(?:(?:绩效)?指标|分值|权重)?(?:得分|分值|权重)?(?:合计|总计|小计|总分)$|小计$/;

/** "小计 | 90" below the indicators of a project: what their 分值 come to, and no indicator. */
export function sumsPoints(view: View, header: IndicatorHeader, row: number): boolean {
  const words = (["level1", "level2", "level3"] as const).flatMap((role) => {
    const column = header.columns.get(role);
    return column === undefined || view.word(row, column) === "" ? [] : [view.word(row, column)];
  });
  return words.length > 0 && words.every((word) => pointsWord.test(word));
}
