import type { Look, Value } from "../author";
import { SheetDraft } from "../author";
import type { BudgetFacts, Indicator, IndicatorGroup, OverallTarget, ProjectTarget } from "./facts";

/** Tables 9 and 10 of a department budget, the performance targets, in the layout that Changsha publishes. */
export function targetForms(facts: BudgetFacts): SheetDraft[] {
  return [projectTargetForm(facts), overallTargetForm(facts)];
}

const PROJECT_TITLE = "项目支出绩效目标表";
const OVERALL_TITLE = "部门整体支出绩效目标表";

function projectTargetForm(facts: BudgetFacts): SheetDraft {
  const sheet = new SheetDraft("9项目支出绩效目标表", { widths: [10, 20, 13, 30, 11, 16, 26, 11, 30, 42, 9, 10, 8], paper: "a3" });
  sheet.title(`${facts.year}年${PROJECT_TITLE}`).labels(`${facts.bodyLabel}：${facts.body}`, "单位：万元");
  sheet.headers([
    ["单位编码", "单位（项目）名称", "资金总额", "绩效目标", "绩效指标", "←", "←", "←", "←", "←", "←", "←", "←"],
    ["↑", "↑", "↑", "↑", "一级指标", "二级指标", "三级指标", "指标值", "指标值内容", "评（扣）分标准", "度量单位", "指标值类型", "备注"],
  ]);
  unitLine(sheet, null, "合计", facts.projectTotal);
  for (const { code, unit, amount, projects } of facts.projectUnits) {
    unitLine(sheet, code, unit, amount);
    const top = sheet.next;
    for (const project of projects) projectBlock(sheet, project);
    sheet.place(top, 0, code, "code", { rows: sheet.next - top });
  }
  return sheet;
}

/** A row that holds only an amount: the 合计 of the table (code null) or a unit. */
function unitLine(sheet: SheetDraft, code: string | null, name: string, amount: Value): void {
  const row = sheet.next;
  const looks: Look[] = ["code", "prose", "amount", ...new Array<Look>(10).fill("text")];
  sheet.row([code, name, amount, ...new Array<null>(10).fill(null)], looks);
  if (code === null) sheet.place(row, 0, name, "text", { columns: 2 });
}

function projectBlock(sheet: SheetDraft, { name, amount, goal, groups }: ProjectTarget): void {
  const top = sheet.next;
  indicatorRows(sheet, groups, 4, ([title, target, content, criterion, unit, type, points]) => [title, target, content, criterion, unit, type, points]);
  const rows = sheet.next - top;
  sheet.place(top, 1, name, "prose", { rows }).place(top, 2, amount, "amount", { rows }).place(top, 3, goal, "prose", { rows });
  sheet.stretch(top, rows, goal, 3);
}

function overallTargetForm(facts: BudgetFacts): SheetDraft {
  const sheet = new SheetDraft("10部门整体支出绩效目标表", { widths: [9, 18, 12, 12, 10, 10, 9, 12, 12, 36, 10, 14, 24, 9, 12, 9, 32, 38, 7], paper: "a3" });
  sheet.title(`${facts.year}年${OVERALL_TITLE}`).labels(`${facts.bodyLabel}：${facts.body}`, "单位：万元");
  sheet.headers([
    ["单位编码", "单位名称", "年度预算申请", "←", "←", "←", "←", "←", "←", "整体绩效目标", "部门整体支出年度绩效目标", "←", "←", "←", "←", "←", "←", "←", "←"],
    ["↑", "↑", "资金总额", "按收入性质分", "←", "←", "←", "按支出性质分", "←", "↑", "一级指标", "二级指标", "三级指标", "指标值类型", "指标值", "计量单位", "指标解释", "评（扣）分标准", "备注"],
    ["↑", "↑", "↑", "一般公共预算", "政府性基金拨款", "财政专户管理资金", "其他资金", "基本支出", "项目支出", "↑", "↑", "↑", "↑", "↑", "↑", "↑", "↑", "↑", "↑"],
  ]);
  for (const body of facts.overall) overallBlock(sheet, body);
  return sheet;
}

function overallBlock(sheet: SheetDraft, { code, unit, funds, goal, groups }: OverallTarget): void {
  const top = sheet.next;
  indicatorRows(sheet, groups, 10, ([title, target, content, criterion, measure, type, points]) => [title, type, target, measure, content, criterion, points]);
  const rows = sheet.next - top;
  sheet.place(top, 0, code, "code", { rows }).place(top, 1, unit, "prose", { rows });
  funds.forEach((amount, at) => sheet.place(top, 2 + at, amount, "amount", { rows }));
  sheet.place(top, 9, goal, "prose", { rows });
  if (goal !== null) sheet.stretch(top, rows, goal, 9);
}

/**
 * The indicator rows of one project or body; 一级 and 二级指标 stand once, merged over their rows. Other columns stay for the
 * caller.
 */
function indicatorRows(sheet: SheetDraft, groups: readonly IndicatorGroup[], left: number, columnsOf: (indicator: Indicator) => readonly Value[]): void {
  const before = new Array<null>(left + 2).fill(null);
  for (const { level, kinds } of groups) {
    const groupTop = sheet.next;
    for (const { kind, indicators } of kinds) {
      const kindTop = sheet.next;
      if (indicators.length === 0) sheet.row([...before, ...new Array<null>(7).fill(null)]);
      for (const indicator of indicators) {
        const cells = columnsOf(indicator).map((value) => ({ value, look: lookOf(value) }));
        sheet.row([...before, ...cells]);
      }
      sheet.place(kindTop, left + 1, kind, "text", { rows: sheet.next - kindTop });
    }
    sheet.place(groupTop, left, level, "text", { rows: sheet.next - groupTop });
  }
}

function lookOf(value: Value): Look {
  if (typeof value === "number") return "number";
  return value !== null && value.length > 6 ? "prose" : "text";
}
