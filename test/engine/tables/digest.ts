import type { Table, TableTemplate } from "../../../src/engine/tables";
import { figureCell, recogniseTables } from "../../../src/engine/tables";
import type { SourceSheet } from "../../../src/engine/workbook";
import { buildWorkbook, CellKind, locate } from "../../../src/engine/workbook";
import { normalise } from "../../../src/engine/tables/normalise";

/** What tables say, without where they stand: kind, and each amount in 元 by row and column words. */
export function digest(
  sheets: readonly SourceSheet[],
  templates: readonly TableTemplate[],
): Record<string, Record<string, number>> {
  const workbook = buildWorkbook(sheets);
  const { tables } = recogniseTables(workbook, templates);
  const said: Record<string, Record<string, number>> = {};
  tables.forEach((table) => {
    const figures: Record<string, number> = {};
    for (const section of table.sections)
      for (const line of section.lines) {
        if (line.repeats !== null) continue;
        section.columns.forEach((column, index) => {
          const cell = figureCell(section, line, index);
          if (cell < 0) return;
          const { sheet, index: at } = locate(workbook, cell);
          const value =
            sheet.kinds[at] === CellKind.Number
              ? sheet.numbers[at]!
              : sheet.kinds[at] === CellKind.Text
                ? Number(normalise(sheet.texts[at]!).replace(/,/g, ""))
                : 0;
          if (!value) return;
          const parent = line.parent === null ? "" : section.lines[line.parent]!.label;
          const up = column.parent === null ? "" : (section.columns[column.parent]!.path.at(-1) ?? "");
          figures[`${section.name}|${parent}>${line.code ?? ""}${line.label}|${up}>${column.path.join("/")}`] =
            Math.round(value * 10 ** table.unitExponent * 100) / 100;
        });
      }
    for (const block of table.blocks)
      figures[`block|${block.subject}|${block.name}`] = block.indicators.filter((indicator) => !indicator.empty).length;
    said[nameOf(table, said)] = figures;
  });
  return said;
}

function nameOf(table: Table, taken: Readonly<Record<string, unknown>>): string {
  const name = `${table.template.kind} ${table.body ?? ""} ${table.year ?? ""}`;
  for (let number = 1; ; number++) if (!(`${name} ${number}` in taken)) return `${name} ${number}`;
}
