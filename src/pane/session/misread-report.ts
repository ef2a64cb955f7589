import type { ScoredRow } from "../../engine/evaluation/scoring";

/**
 * What a person sends in about a criterion that was misread: the case, what we made of it, and how they read it.
 * Nothing else of the workbook.
 */
export function misreadReport({ given, result, reading, understood }: ScoredRow, remark: string): string {
  const lines: readonly (readonly [string, string])[] = [
    ["评分标准", given.criterion],
    ["指标", given.indicator],
    ["指标值", text(given.target)],
    ["指标值类型", text(given.type)],
    ["计量单位", text(given.unit)],
    ["实际完成值", given.actual],
    ["分值", given.points],
    ["程序读作", reading],
    ["程序得分", result.score === null ? "没有计分" : String(result.score)],
    ["计算步骤", result.steps.join("；")],
    ["所依据的理解", understood.map(({ words }) => words).join("；")],
    ["应读作", remark],
  ];
  return `预算核对：评分标准读错了\n\n${lines.map(([name, value]) => `${name}：${value === "" ? "（空）" : value}`).join("\n")}\n`;
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
