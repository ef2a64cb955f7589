import type { Recognition, Section } from "../../../src/engine/tables";
import { figureCell } from "../../../src/engine/tables";
import type { Workbook } from "../../../src/engine/workbook";
import { areaA1, CellKind, locate } from "../../../src/engine/workbook";

/**
 * What was recognised, as a document that a person can read: tables, columns and lines with what they are part of,
 * figures.
 */
export function outline(workbook: Workbook, { tables, unrecognised }: Recognition): string {
  return [
    ...tables.flatMap((table) => [
      `${table.sheet.name} ${areaA1(table.area)} ${table.template.id} | 标题 ${table.title ?? "—"}` +
        ` | 年度 ${table.year ?? "—"} | 单位 ${table.unit ?? "—"} | 部门 ${table.body ?? "—"}`,
      ...table.sections.flatMap((section) => sectionLines(workbook, section)),
    ]),
    ...unrecognised.map(({ sheet, reason }) => `${sheet.name} 未识别：${reason}`),
    "",
  ].join("\n");
}

function sectionLines(workbook: Workbook, section: Section): string[] {
  const sign = (part: string): string => (part === "sum" ? "→" : "⊂");
  return [
    `  ${section.name}`,
    ...section.columns.map(
      (column, index) =>
        `    列${index} ${column.path.join("/")} [${column.roles.join(" ")}]` +
        (column.parent === null ? "" : ` ${sign(column.part)} 列${column.parent}`),
    ),
    ...section.lines.map((line, index) => {
      const figures = section.columns.map((_, column) => {
        const cell = figureCell(section, line, column);
        if (cell < 0) return "无";
        const { sheet, index: at } = locate(workbook, cell);
        return sheet.kinds[at] === CellKind.Number ? String(sheet.numbers[at]) : (sheet.texts[at] ?? "·");
      });
      const parent = line.parent === null ? "" : ` ${sign(line.part)} 行${line.parent}`;
      const repeats = line.repeats === null ? "" : ` 同 行${line.repeats}`;
      const name = [line.code, line.label].filter((word) => word).join(" ");
      return `    行${index} ${name} [${line.roles.join(" ")}]${parent}${repeats}: ${figures.join(" ")}`;
    }),
  ];
}
