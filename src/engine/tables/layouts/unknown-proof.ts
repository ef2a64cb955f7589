import { withoutEnding } from "../../language";
import type { Grid } from "../grid";
import { roughAmount } from "../grid";
import { enumerated, normalise } from "../normalise";
import type { Column, Line, Section } from "../table";
import type { TableTemplate } from "../template";
import { columnsNotAdded, holds, isProof, provenGroups, type Supposed } from "./sum-proof";
import type { Row } from "./unknown-rows";

/** What a rule does not add down the lines: an average, a standard. */
const notAdded = "not-added";
/** A count, or an amount beside those of the table: it is added where its figures do so. */
export const measure = "measure";
/** A column of counts. */
export const count = "count";
/** What a table counts, or a column of it: these are whole numbers, and never rounded. */
export const counted =
  /数量|人数|户数|编制|在职|离退休|人员|车辆|用车|[(（](?:人|个|辆|台|套|户|次|批|家|所|件|项|名)[)）]/;

/** The section with the sums that its figures prove, and whether these are enough. */
export function proven(
  section: Section,
  rows: readonly Row[],
  grid: Grid,
  template: TableTemplate,
): { section: Section; isProven: boolean } {
  const { columns, lines, pages } = section;
  const width = columns.length;
  const writtenIn = ({ page, position }: Line, column: number): number =>
    roughAmount(grid, position, pages[page]!.positions[column]!);
  const written = (figure: number): number => writtenIn(lines[Math.floor(figure / width)]!, figure % width);
  const doubled = linesAgain(section, rows, written);
  const valueOf = (figure: number): number => (doubled.has(Math.floor(figure / width)) ? 0 : written(figure));
  const named = new Set(
    lines.flatMap(({ parent, label }) => (parent !== null && isNamedWithin(label) ? [parent] : [])),
  );
  // What 其中 names need not be all of it: only its own figures can say so.
  const groupOf = (line: number): string => {
    if (named.has(line)) return `line ${line}`;
    return rows[line]!.isTotal ? "total" : `level ${rows[line]!.level}`;
  };
  const down: Supposed[] = partsOf(lines).flatMap(({ whole, parts }) =>
    columns.map((_, column) => ({
      group: groupOf(whole),
      at: { line: whole, column },
      total: whole * width + column,
      parts: parts.map((part) => part * width + column),
      by:
        byLabels(
          lines[whole]!.label,
          parts.map((part) => lines[part]!.label),
          template,
        ) ?? codesTell(rows, whole, parts),
    })),
  );
  const across: Supposed[] = partsOf(columns).flatMap(({ whole, parts }) =>
    lines.map((_, line) => ({
      group: `column ${whole}`,
      total: line * width + whole,
      parts: parts.map((part) => line * width + part),
      by: byLabels(
        columns[whole]!.path.at(-1) ?? "",
        parts.map((part) => columns[part]!.path.at(-1) ?? ""),
        template,
      ),
    })),
  );
  const isAmount = (column: number): boolean => !columns[column]!.roles.includes(measure);
  const averages = new Set(
    [...columnsNotAdded(down, valueOf, isAmount)].filter((column) => !isPartAcross(column, across, width, valueOf)),
  );
  const sums = [...down.filter(({ at }) => !averages.has(at!.column)), ...across];
  const groups = provenGroups(sums, valueOf);
  const keep = <Node extends Line | Column>(node: Node, group: string): Node =>
    groups.has(group) ? node : { ...node, parent: null };
  return {
    isProven: isProof(groups, sums, valueOf),
    section: {
      ...section,
      lines: lines.map((line) => (line.parent === null ? line : keep(line, groupOf(line.parent)))),
      columns: columns
        .map((column) => (column.parent === null ? column : keep(column, `column ${column.parent}`)))
        .map((column, at) => (averages.has(at) ? { ...column, roles: [...column.roles, notAdded] } : column)),
    },
  };
}

/**
 * Rows that say the same as the row before them, figure by figure: one of the two was written twice. "A-货物 | 小计" over
 * its only row "A-货物 | 计算机" is of another level.
 */
function linesAgain(
  { columns, lines }: Section,
  rows: readonly Row[],
  written: (figure: number) => number,
): ReadonlySet<number> {
  const isSame = (line: number, other: number): boolean =>
    lines[line]!.label === lines[other]!.label &&
    rows[line]!.level === rows[other]!.level &&
    rows[line]!.isSum === rows[other]!.isSum &&
    columns.every((_, column) => written(line * columns.length + column) === written(other * columns.length + column));
  const isSomething = (line: number): boolean =>
    columns.some((_, column) => written(line * columns.length + column) !== 0);
  return new Set(
    lines.flatMap((line, at) => (at > 0 && line.label !== "" && isSame(at, at - 1) && isSomething(at) ? [at] : [])),
  );
}

/** In so many lines a column must be a part of another before it is money as that is, and no average. */
const fewestAcross = 2;

function isPartAcross(
  column: number,
  across: readonly Supposed[],
  width: number,
  valueOf: (figure: number) => number,
): boolean {
  const isTold = ({ parts }: Supposed): boolean => parts.some((part) => part % width === column && valueOf(part) !== 0);
  return across.filter((sum) => isTold(sum) && holds(sum, valueOf)).length >= fewestAcross;
}

const isNamedWithin = (label: string): boolean => enumerated(normalise(label)).ofWhich;
const withoutKind = withoutEnding("类", "采购", "支出", "预算");

/** Are these, two or more, the parts of a division that everybody makes, and the whole none of them? */
function byLabels(whole: string, labels: readonly string[], { divisions = [] }: TableTemplate): "division" | undefined {
  const nameOf = (label: string): string => withoutKind(enumerated(normalise(label)).name);
  const isDivision = divisions.some(
    (division) => !division.includes(nameOf(whole)) && labels.every((label) => division.includes(nameOf(label))),
  );
  return labels.length > 1 && isDivision ? "division" : undefined;
}

/** The codes of the parts begin with the whole's; of 合计 all rows have codes, and its parts are the shortest of them. */
function codesTell(rows: readonly Row[], whole: number, parts: readonly number[]): "codes" | undefined {
  const { code, isTotal } = rows[whole]!;
  if (isTotal) {
    const codes = rows.filter((row) => !row.isTotal).map((row) => row.code.length);
    const shortest = Math.min(...codes);
    return shortest >= 3 && parts.every((part) => rows[part]!.code.length === shortest) ? "codes" : undefined;
  }
  return code.length >= 3 &&
    parts.every((part) => rows[part]!.code.length > code.length && rows[part]!.code.startsWith(code))
    ? "codes"
    : undefined;
}

export function partsOf(nodes: readonly (Line | Column)[]): { whole: number; parts: number[] }[] {
  const byWhole = new Map<number, number[]>();
  for (const [index, { parent, part }] of nodes.entries()) {
    if (parent === null || part !== "sum") continue;
    const parts = byWhole.get(parent);
    if (parts === undefined) byWhole.set(parent, [index]);
    else parts.push(index);
  }
  return [...byWhole].sort(([a], [b]) => a - b).map(([whole, parts]) => ({ whole, parts }));
}
