import { a1 } from "../../src/engine/workbook";
import type { MadeCell, MadeSheet } from "../hosts/simulated/simulated-workbook";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";

type Row = readonly (string | number | null)[];

const EACH = 25;
const UNREADABLE = "指标7之3";

/**
 * Targets of so many projects with 25 indicators each, and a self-evaluation for each; one criterion cannot be read, no
 * 得分 is filled in.
 */
export function manyIndicators(projects: number): Uint8Array {
  const numbers = Array.from({ length: projects }, (_, at) => at);
  const targets: Row[] = [
    ["2025年项目支出绩效目标表"],
    ["部门名称：某市某局", null, null, null, null, null, null, null, null, "单位：万元"],
    [
      "项目名称",
      "资金总额",
      "年度绩效目标",
      "一级指标",
      "二级指标",
      "三级指标",
      "指标值类型",
      "指标值",
      "度量单位",
      "分值",
      "评分标准",
    ],
    ...numbers.flatMap((project) =>
      indicators(project).map(({ levels, name, rate, target, criterion }, at): Row => [
        ...(at === 0 ? [nameOf(project), 60, "目标。"] : [null, null, null]),
        ...levels,
        name,
        "≥",
        target,
        rate ? "%" : "次",
        4,
        criterion,
      ]),
    ),
  ];
  return makeWorkbook([
    sheet("目标", targets),
    ...numbers.map((project) => sheet(`自评${project + 1}`, form(project))),
  ]);
}

function form(project: number): Row[] {
  return [
    ["2025年度项目支出绩效自评表"],
    ["项目名称", nameOf(project), null, null, "主管部门", "某市某局"],
    ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["年度资金总额", 60, 62, 58.9, 10, "95%", null],
    ["年度总体目标", "目标。"],
    [],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ...indicators(project).map(({ levels, name, rate, target }, at): Row => [
      ...levels,
      name,
      `≥${target}${rate ? "%" : "次"}`,
      rate ? `${80 + ((project + at) % 20)}%` : `${target - ((project + at) % 5)}次`,
      4,
    ]),
  ];
}

function indicators(project: number): {
  levels: readonly [string | null, string | null];
  name: string;
  rate: boolean;
  target: number;
  criterion: string;
}[] {
  const heads: Readonly<Record<number, readonly [string, string]>> = {
    0: ["产出指标", "数量指标"],
    15: ["效益指标", "社会效益指标"],
    22: ["满意度指标", "服务对象满意度指标"],
  };
  return Array.from({ length: EACH }, (_, at) => {
    const rate = at % 2 === 1;
    const target = rate ? 95 : 10 + ((project * 7 + at) % 30);
    const name = `指标${project + 1}之${at + 1}`;
    const criterion =
      name === UNREADABLE
        ? "按文件要求执行"
        : rate
          ? "95%及以上得满分，每低1个百分点扣0.5分，扣完为止"
          : `完成${target}次得满分，每少1次扣1分，扣完为止`;
    return { levels: heads[at] ?? [null, null], name, rate, target, criterion };
  });
}

const nameOf = (project: number): string => `项目${project + 1}`;

function sheet(name: string, rows: readonly Row[]): MadeSheet {
  const cells: Record<string, MadeCell> = {};
  rows.forEach((row, at) => row.forEach((value, column) => value !== null && (cells[a1(at, column)] = value)));
  return { name, cells };
}
