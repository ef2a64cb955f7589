import { z } from "zod/mini";
import type { Line, Table } from "../../tables";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";
import type { SectionFigures } from "../figures";
import { bodyKey } from "../groups";
import { figuresSchema, type Figures } from "../rule";
import { chooseColumns, chooseLines, sectionsInOrder, selectCells } from "../select";
import { addComparison, type UnitCell } from "./compare";

/**
 * A unit's own workbook (`--unit`) against its row in the department's: the row named like the unit equals the unit's
 * total. A unit that the department's table does not name is passed over.
 */
export const equalToUnitWorkbook = defineCheck({
  scope: "group",
  parameters: z.strictObject({ department: figuresSchema, unit: figuresSchema }),
  run(context) {
    const { department, unit } = context.parameters;
    for (const own of unitTables(context, unit.table)) {
      const right = selectCells(context.figures, own, unit).map((cell): UnitCell => ({
        cell,
        unitExponent: own.unitExponent,
      }));
      const left = rowsOf(context, department, own);
      if (left.length > 0 && right.length > 0) addComparison(context, Relation.Equal, left, right);
      else context.countNotApplicable();
    }
  },
});

/** Each code of a unit's own table is at most the department's: the department's figures are the sum of its units'. */
export const unitWithinDepartment = defineCheck({
  scope: "group",
  parameters: z.strictObject({ figures: figuresSchema }),
  run(context) {
    const { figures } = context.parameters;
    for (const { own, department } of pairsOf(context, figures.table)) {
      if (bodyKey(department.body) === bodyKey(own.body)) continue;
      const whole = codedCells(context, department, figures);
      for (const [code, cell] of codedCells(context, own, figures)) {
        const left = whole.get(code);
        if (left !== undefined) addComparison(context, Relation.AtLeast, [left], [cell]);
      }
    }
  },
});

/** A project that a unit's own table and the department's both name has the same amount in both. */
export const equalByProject = defineCheck({
  scope: "group",
  parameters: z.strictObject({ figures: figuresSchema }),
  run(context) {
    const { figures } = context.parameters;
    for (const { own, department } of pairsOf(context, figures.table)) {
      const projects = (table: Table) => linesOf(context, table, figures, (line) => line.roles.includes("project"));
      const ours = projects(own);
      for (const { line, cell } of projects(department)) {
        const same = ours.filter((other) => nameKey(other.line.label) === nameKey(line.label));
        if (same.length === 1) addComparison(context, Relation.Equal, [cell], [same[0]!.cell]);
      }
    }
  },
});

function unitTables(context: CheckContext<unknown>, kind: string): Table[] {
  const stage = context.tableOf(kind)?.template.stage;
  return context.tables.filter(
    (table) =>
      table.document === "unit" &&
      table.template.kind === kind &&
      (stage === undefined || table.template.stage === stage) &&
      (table.year === null || context.group.year === null || table.year === context.group.year),
  );
}

/** Each unit's own table with the department's of that kind; none where the department has none. */
function pairsOf(context: CheckContext<unknown>, kind: string): { own: Table; department: Table }[] {
  const department = context.tableOf(kind);
  return department === null ? [] : unitTables(context, kind).map((own) => ({ own, department }));
}

/** The department's figures in the row of the unit whose table `own` is. */
function rowsOf(context: CheckContext<unknown>, wanted: Figures, own: Table): UnitCell[] {
  const table = context.tableOf(wanted.table);
  if (table === null) return [];
  const isUnit = (line: Line): boolean =>
    line.roles.includes("unit") &&
    ((own.bodyCode !== null && line.code === own.bodyCode) ||
      (own.body !== null && bodyKey(line.label) === bodyKey(own.body)));
  return linesOf(context, table, wanted, isUnit).map(({ cell }) => cell);
}

function linesOf(
  context: CheckContext<unknown>,
  table: Table,
  wanted: Figures,
  keep: (line: Line) => boolean,
): { line: Line; cell: UnitCell }[] {
  for (const section of sectionsInOrder(context.figures, table, wanted.sections)) {
    const columns = chooseColumns(section, wanted.columns);
    const found = section.section.lines.flatMap((line, index) =>
      line.repeats === null && keep(line)
        ? cellsOf(section, index, columns, table).map((cell) => ({ line, cell }))
        : [],
    );
    if (found.length > 0) return found;
  }
  return [];
}

function codedCells(context: CheckContext<unknown>, table: Table, wanted: Figures): Map<string, UnitCell> {
  const cells = new Map<string, UnitCell>();
  for (const section of sectionsInOrder(context.figures, table, wanted.sections)) {
    const columns = chooseColumns(section, wanted.columns);
    for (const index of chooseLines(section, undefined)) {
      const { code, roles } = section.section.lines[index]!;
      const [cell] = cellsOf(section, index, columns, table);
      if (code !== null && !roles.includes("unit") && cell && !cells.has(code)) cells.set(code, cell);
    }
  }
  return cells;
}

function cellsOf(section: SectionFigures, line: number, columns: readonly number[], table: Table): UnitCell[] {
  return columns.flatMap((column) => {
    const cell = section.cell(line, column);
    return cell < 0 ? [] : [{ cell, unitExponent: table.unitExponent }];
  });
}

function nameKey(label: string): string {
  return label.normalize("NFKC").replace(/[\s()【】[\]"'“”、,.-]/g, "");
}
