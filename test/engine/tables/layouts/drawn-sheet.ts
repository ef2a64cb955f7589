import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TableContent } from "../../../../src/engine/tables/layout";
import { readAllEvaluationForms } from "../../../../src/engine/tables/layouts/evaluation-form";
import { readAllTargets } from "../../../../src/engine/tables/layouts/targets";
import type { TableTemplate } from "../../../../src/engine/tables/template";
import { buildWorkbook, parseArea } from "../../../../src/engine/workbook";
import type { SourceCell, Workbook } from "../../../../src/engine/workbook";

/** A cell as a test draws it: a value, or a value with its number format. */
export type Drawn = string | number | null | { readonly value: number; readonly format: string };

/** One sheet drawn row by row, as an office would type it. `merges` are A1 areas. */
export function drawn(rows: readonly (readonly Drawn[])[], merges: readonly string[] = [], name = "Sheet1"): Workbook {
  return buildWorkbook([drawnSheet(rows, merges, name)]);
}

/** The same as a source sheet, for workbooks of several sheets. */
export function drawnSheet(rows: readonly (readonly Drawn[])[], merges: readonly string[] = [], name = "Sheet1") {
  const cells: SourceCell[] = rows.flatMap((values, row) =>
    values.map((value, column) =>
      value !== null && typeof value === "object"
        ? { row, column, value: value.value, format: value.format }
        : { row, column, value },
    ),
  );
  return { name, cells, merges: merges.map((area) => parseArea(area)!) };
}

export function templateOf(id: string): TableTemplate {
  return JSON.parse(
    readFileSync(join(__dirname, "../../../../src/catalogue/templates", `${id}.json`), "utf8"),
  ) as TableTemplate;
}

/** Everything that the reader of the template's layout finds on the first sheet. */
export function readAll(workbook: Workbook, id: string): TableContent[] {
  const sheet = workbook.sheets[0]!;
  const template = templateOf(id);
  const read = template.layout === "targets" ? readAllTargets : readAllEvaluationForms;
  return [...read({ workbook, sheet, template, rows: [0, sheet.rows.length - 1] })];
}

/** Indicators of a block in one line each: "产出指标/数量指标/会议次数 ≥5次 (3)". */
export function indicatorLines(content: TableContent, block = 0): string[] {
  return content.blocks[block]!.indicators.map((indicator) => {
    const { target = "", unit = "", type = "", points = "" } = indicator.texts;
    return indicator.empty
      ? `${indicator.level1}/${indicator.level2}/`
      : `${indicator.level1}/${indicator.level2}/${indicator.level3} ${type}${target}${unit} (${points})`;
  });
}
