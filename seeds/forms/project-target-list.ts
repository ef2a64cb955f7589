import type { Look } from "../author";
import { SheetDraft } from "../author";
import type { Fact } from "../facts/table";
import { runsBy, typed } from "../facts/table";

export const PROJECT_COLUMNS = ["code", "name", "direction", "amount", "goal"] as const;
export const INDICATOR_COLUMNS = ["project", "level1", "level2", "level3", "target", "content", "rule", "unit", "type", "remark"] as const;

/** The unit's row and its projects, and the indicators of the projects in their order. */
export interface ProjectTargetList {
  readonly body: string;
  readonly projects: readonly Fact<(typeof PROJECT_COLUMNS)[number]>[];
  readonly indicators: readonly Fact<(typeof INDICATOR_COLUMNS)[number]>[];
}

const FIRST_INDICATOR_COLUMN = 5;
const INDICATOR_LOOKS: readonly Look[] = ["prose", "text", "prose", "prose", "text", "text", "text"];

/** 项目支出绩效目标表 as a list: one line for the unit, then every project merged down over its indicators. */
export function projectTargetList({ body, projects, indicators }: ProjectTargetList): SheetDraft {
  const sheet = new SheetDraft("项目支出绩效目标表", { widths: [10, 18, 10, 10, 24, 11, 20, 18, 20, 24, 34, 9, 10, 7], paper: "a3" });
  sheet.title("项目支出绩效目标表").labels(`单位：${body}`, "金额单位：万元");
  sheet.headers([
    ["单位代码", "单位（专项）名称", "支出方向", "资金总额", "实施期绩效目标", "绩效指标", "←", "←", "←", "←", "←", "←", "←", "←"],
    ["↑", "↑", "↑", "↑", "↑", "一级指标", "二级指标", "三级指标", "指标值", "指标值内容", "评（扣分标准）", "度量单位", "指标值类型", "备注"],
  ]);
  for (const project of projects) {
    const own = indicators.filter((indicator) => indicator.project === project.name);
    const top = sheet.next;
    if (own.length === 0) sheet.row(new Array<null>(sheet.columns).fill(null));
    for (const level of runsBy(own, ({ level1 }) => level1)) {
      const levelTop = sheet.next;
      for (const kind of runsBy(level.items, ({ level2 }) => level2)) {
        const kindTop = sheet.next;
        for (const { level3, target, content, rule, unit, type, remark } of kind.items) {
          const cells = [level3, target, content, rule, unit, type, remark].map((text, at) => ({ look: INDICATOR_LOOKS[at] ?? "text", ...typed(text) }));
          sheet.row([...new Array<null>(FIRST_INDICATOR_COLUMN + 2).fill(null), ...cells]);
        }
        sheet.place(kindTop, FIRST_INDICATOR_COLUMN + 1, kind.key, "text", { rows: sheet.next - kindTop });
      }
      sheet.place(levelTop, FIRST_INDICATOR_COLUMN, level.key, "text", { rows: sheet.next - levelTop });
    }
    const rows = sheet.next - top;
    sheet.place(top, 0, project.code, "code", { rows }).place(top, 1, project.name, "prose", { rows }).place(top, 2, project.direction || null, "prose", { rows });
    sheet.place(top, 3, typed(project.amount).value, "amount", { rows }).place(top, 4, project.goal || null, "prose", { rows });
    sheet.stretch(top, rows, project.goal, 4);
  }
  return sheet;
}
