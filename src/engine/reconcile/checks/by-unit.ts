import { z } from "zod/mini";
import type { Line } from "../../tables";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";
import type { SectionFigures } from "../figures";
import { figuresSchema, type Figures } from "../rule";
import { chooseColumns, chooseLines, sectionsInOrder } from "../select";
import { addComparison, type UnitCell } from "./compare";

/** The lines of one unit in one table. */
interface UnitFigures {
  readonly line: Line;
  readonly cells: readonly UnitCell[];
}

/**
 * Unit by unit, the left figure equals the right one. Units are matched by code, then by name; one that stands in one
 * table only is passed over.
 */
export const equalByUnit = defineCheck({
  scope: "group",
  parameters: z.strictObject({ left: figuresSchema, right: figuresSchema }),
  run(context) {
    const left = unitsOf(context, context.parameters.left);
    const right = unitsOf(context, context.parameters.right);
    for (const unit of left) {
      const same = right.filter((other) => isSameUnit(unit.line, other.line));
      if (same.length === 1) addComparison(context, Relation.Equal, unit.cells, same[0]!.cells);
      else context.countNotApplicable();
    }
  },
});

function unitsOf(context: CheckContext<unknown>, figures: Figures): UnitFigures[] {
  return context.tablesOf(figures.table).flatMap((table) => {
    for (const section of sectionsInOrder(context.figures, table, figures.sections)) {
      const lines = chooseLines(section, figures.lines ?? [{ roles: ["unit"] }]);
      const columns = chooseColumns(section, figures.columns);
      if (lines.length > 0 && columns.length > 0)
        return lines.map((line) => ({
          line: section.section.lines[line]!,
          cells: cellsOf(section, line, columns, table.unitExponent),
        }));
    }
    return [];
  });
}

function cellsOf(section: SectionFigures, line: number, columns: readonly number[], unitExponent: number): UnitCell[] {
  return columns.flatMap((column) => {
    const cell = section.cell(line, column);
    return cell < 0 ? [] : [{ cell, unitExponent }];
  });
}

function isSameUnit(a: Line, b: Line): boolean {
  return a.code !== null && b.code !== null ? a.code === b.code : unitKey(a.label) === unitKey(b.label);
}

function unitKey(label: string): string {
  return label
    .normalize("NFKC")
    .replace(/[\s()【】[\]-]/g, "")
    .replace(/^\d+/, "");
}
