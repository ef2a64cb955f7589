import { z } from "zod/mini";
import { AmountState, type Amounts, type CellId } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { Relation, type EquationOptions } from "../equations";
import type { SectionFigures } from "../figures";
import type { Outcome } from "../outcome";
import { chooseColumns, hasAny, sectionsInOrder } from "../select";
import { doubt, isInDoubt, readingInDoubt } from "./in-doubt";
import { failingInMass, massDoubt, rollUpsInDoubt } from "./mass-doubt";

const parameters = z.strictObject({
  /** Only these sections. */
  sections: z.optional(z.array(z.string())),
  /** Only totals with one of these roles. */
  totals: z.optional(z.array(z.string())),
  /** No totals with one of these roles: another rule has them. */
  exceptTotals: z.optional(z.array(z.string())),
  /** Columns that cannot be added: rates, points. */
  exceptColumns: z.optional(z.array(z.string())),
  /** Below the table's total, only where a part has a figure: what is printed undivided is not divided into nothing. */
  whereDivided: z.optional(z.boolean()),
});
type AddUp = z.infer<typeof parameters>;

/** Each line that others add up to is their sum, in every column. Which lines add up is the recogniser's finding. */
export const linesAddUp = defineCheck({
  scope: "table",
  parameters,
  says: [rollUpsInDoubt],
  run(context) {
    const { store, rule, options } = context;
    const doubts: Outcome[] = [];
    const sections = sectionsInOrder(context.figures, context.table, context.parameters.sections);
    // A total that is divided twice by columns stands in two sections with the same lines: they are added up once.
    const added = sections.length > 1 ? new Map<CellId, Set<CellId>>() : null;
    for (const figures of sections) {
      const columns = usableColumns(figures, context.parameters);
      const before = store.size;
      const asked: { equation: number; about: number }[] = [];
      figures.lineParts.sum.forEach((parts, total) => {
        if (parts.length === 0 || !isWanted(figures.section.lines[total]!.roles, context.parameters)) return;
        for (const column of columns) {
          if (statesTotalOnly(context.amounts, figures, total, column)) continue;
          const at = total * figures.width + column;
          if (context.parameters.whereDivided === true && isPrintedWhole(context.amounts, figures, total, column))
            continue;
          if (added && !isNew(added, figures.cells[at]!, figures.cells[parts[0]! * figures.width + column]!)) continue;
          const { roles } = figures.section.columns[column]!;
          const sum = exactly(options, roles);
          const equation = store.addSum(rule.id, sum, figures.cells, at, parts, figures.width, column);
          if (equation >= 0) asked.push({ equation, about: total });
        }
      });
      const failing = failingInMass(context, asked);
      if (failing > 0) doubts.push(rollUpsDoubted(context, before, failing));
    }
    return doubts;
  },
});

/** "公务接待费" of 预算数 beside "国内接待费 | —": divided in another column alone. */
function isPrintedWhole(amounts: Amounts, figures: SectionFigures, total: number, column: number): boolean {
  if (figures.section.lines[total]!.roles.includes("grand-total")) return false;
  return figures.lineParts.sum[total]!.every((part) => isBlank(amounts, figures, [column], part));
}

/** Takes back the equations that were added since, and says once why. */
function rollUpsDoubted(context: CheckContext<unknown>, before: number, failing: number): Outcome {
  const { store, table } = context;
  const cells = [...store.cellsOf(before)];
  while (store.size > before) store.takeBack();
  const example = cells[0]!;
  return massDoubt(context, cells, rollUpsInDoubt.with({ table: table.template.short, failing, example }));
}

/** Whether a sum with this total and first part was not met before. */
function isNew(added: Map<CellId, Set<CellId>>, total: CellId, part: CellId): boolean {
  const known = added.get(total) ?? new Set<CellId>();
  added.set(total, known);
  if (known.has(part)) return false;
  known.add(part);
  return true;
}

/**
 * In each line, each column that others add up to is their sum. An 其中 column is never added. Where a total is the sum
 * in hardly any line, it is the reading that is in doubt, and that is said once.
 */
export const columnsAddUp = defineCheck({
  scope: "table",
  parameters,
  says: [readingInDoubt],
  run(context) {
    const { store, rule, options, amounts } = context;
    const doubts: Outcome[] = [];
    for (const figures of sectionsInOrder(context.figures, context.table, context.parameters.sections)) {
      const { cells, width, section } = figures;
      figures.columnParts.sum.forEach((parts, total) => {
        const { roles } = section.columns[total]!;
        if (parts.length === 0 || !isWanted(roles, context.parameters)) return;
        const lines = section.lines.flatMap(({ repeats }, line) =>
          repeats === null && !isUndivided(amounts, figures, total, parts, line) ? [line] : [],
        );
        if (isInDoubt(amounts, figures, total, parts, lines)) {
          // A total that is divided in two ways, both of them in doubt, is one reading: the first tells of it.
          const told = doubt(context, figures, total, parts, lines);
          if (!doubts.some(({ operands }) => operands[0]?.cell === told.operands[0]?.cell)) doubts.push(told);
          return;
        }
        for (const line of lines)
          store.addSum(rule.id, exactly(options, roles), cells, line * width + total, parts, 1, line * width);
      });
    }
    return doubts;
  },
});

/**
 * "公务接待费" of 决算数 is divided into 国内 and 国外, that of 预算数 is not: what the form asks for beside is not missing. Only in
 * tables that stand upright, and not of the table's own total.
 */
function isDividedElsewhere(
  amounts: Amounts,
  figures: SectionFigures,
  total: number,
  parts: readonly number[],
  line: number,
): boolean {
  const { section } = figures;
  if (section.transposed !== true || section.columns[total]!.parent === null) return false;
  const isBare = (of: number): boolean => isBlank(amounts, figures, parts, of);
  return isBare(line) && section.lines.some((_, other) => !isBare(other));
}

/** "支出总计" with its own amount alone, beside lines that are divided: what is divided is not repeated there. */
function isTotalAlone(
  amounts: Amounts,
  figures: SectionFigures,
  total: number,
  parts: readonly number[],
  line: number,
): boolean {
  if (!figures.section.lines[line]!.roles.includes("grand-total")) return false;
  return !isBlank(amounts, figures, [total], line) && isBlank(amounts, figures, parts, line);
}

/** Whether a line has no parts of a total that other lines are divided by. */
const isUndivided = (
  amounts: Amounts,
  figures: SectionFigures,
  total: number,
  parts: readonly number[],
  line: number,
): boolean =>
  isDividedElsewhere(amounts, figures, total, parts, line) || isTotalAlone(amounts, figures, total, parts, line);

/** Whether a column is a part of a total that alone is told in a line. */
function statesTotalOnly(amounts: Amounts, figures: SectionFigures, line: number, column: number): boolean {
  if (!figures.section.lines[line]!.roles.includes("grand-total")) return false;
  return figures.columnParts.sum.some(
    (parts, total) => parts.includes(column) && isTotalAlone(amounts, figures, total, parts, line),
  );
}

/** Whether a line has nothing in some columns. */
function isBlank(
  amounts: Amounts,
  { cells, width }: SectionFigures,
  columns: readonly number[],
  line: number,
): boolean {
  return columns.every((column) => {
    const cell = cells[line * width + column]!;
    return cell < 0 || amounts.state[cell] === AmountState.Blank;
  });
}

/** In each line, some columns together equal others together: 资金总额 divided by source, and once more by nature. */
export const columnsEqual = defineCheck({
  scope: "table",
  parameters: z.strictObject({
    sections: z.optional(z.array(z.string())),
    left: z.array(z.string()),
    right: z.array(z.string()),
  }),
  run({ figures: index, table, parameters: { sections, left, right }, store, rule, options }) {
    for (const figures of sectionsInOrder(index, table, sections)) {
      const leftColumns = chooseColumns(figures, [{ roles: left }]);
      const rightColumns = chooseColumns(figures, [{ roles: right }]);
      if (leftColumns.length === 0 || rightColumns.length === 0) continue;
      figures.section.lines.forEach((line, number) => {
        if (line.repeats !== null) return;
        store.open(rule.id, Relation.Equal, options);
        for (const column of leftColumns) store.left(figures.cell(number, column));
        for (const column of rightColumns) store.right(figures.cell(number, column));
        store.close();
      });
    }
  },
});

/** Counts are never rounded. */
export function exactly(options: EquationOptions, roles: readonly string[]): EquationOptions {
  return roles.includes("count") ? { ...options, exact: true } : options;
}

function isWanted(roles: readonly string[], wanted: AddUp): boolean {
  return (wanted.totals === undefined || hasAny(roles, wanted.totals)) && !hasAny(roles, wanted.exceptTotals ?? []);
}

function usableColumns(figures: SectionFigures, wanted: AddUp): number[] {
  return figures.section.columns.flatMap((column, index) =>
    hasAny(column.roles, wanted.exceptColumns ?? []) ? [] : [index],
  );
}
