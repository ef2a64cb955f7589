import type { Column, Line, Table } from "../tables";
import { AmountState, type Amounts, type CellId } from "../workbook";
import type { FigureIndex, SectionFigures } from "./figures";
import { linesNamedByCode } from "./named-code";
import type { ColumnSelector, Figures, LineSelector } from "./rule";

/** Roles of which a section has one: of several lines with it the last counts (sub-totals stand above their total). */
const totals: readonly string[] = ["grand-total", "year-total"];

/**
 * The cells of a table that a selector names; a figure that is part of another chosen one is left out, so that their
 * sum counts nothing twice. Empty where the table has no such line or column.
 */
export function selectCells(index: FigureIndex, table: Table, wanted: Figures): CellId[] {
  for (const figures of sectionsInOrder(index, table, wanted.sections)) {
    const cells: CellId[] = [];
    const lines = chooseLines(figures, wanted.lines);
    const columns = columnsOf(figures, lines, wanted.columns);
    for (const line of lines) for (const column of columns) cells.push(figures.cell(line, column));
    const found = cells.filter((cell) => cell >= 0);
    if (found.length > 0) return found;
  }
  return [];
}

/** The columns chosen by those of the alternatives that may be asked of these lines. */
function columnsOf(
  figures: SectionFigures,
  lines: readonly number[],
  alternatives: readonly ColumnSelector[] | undefined,
): readonly number[] {
  if (alternatives?.some(({ of }) => of !== undefined) !== true) return chooseColumns(figures, alternatives);
  const roles = lines.map((line) => figures.section.lines[line]!.roles);
  const usable = alternatives.filter(({ of }) => of === undefined || roles.every((own) => hasAny(own, of)));
  return columnsChosenBy(figures, usable);
}

/** The sections a selector allows, in its order of preference. */
export function sectionsInOrder(
  index: FigureIndex,
  table: Table,
  names: readonly string[] | undefined,
): readonly SectionFigures[] {
  const sections = index.sectionsOf(table);
  return names === undefined
    ? sections
    : names.flatMap((name) => sections.filter((figures) => figures.section.name === name));
}

/** Indexes of the lines that the first fruitful alternative names; every line once where there are no alternatives. */
export function chooseLines(
  figures: SectionFigures,
  alternatives: readonly LineSelector[] | undefined,
): readonly number[] {
  let chosen = figures.chosenLines.get(alternatives);
  if (chosen === undefined) {
    chosen = linesChosenBy(figures, alternatives);
    figures.chosenLines.set(alternatives, chosen);
  }
  return chosen;
}

function linesChosenBy(figures: SectionFigures, alternatives: readonly LineSelector[] | undefined): number[] {
  const { lines } = figures.section;
  const once = lines.flatMap((line, index) => (line.repeats === null ? [index] : []));
  if (alternatives === undefined) return once;
  for (const wanted of alternatives) {
    const named = wanted.codes === undefined ? null : linesNamedByCode(figures, wanted.codes);
    const matching = once.filter(
      (index) => (named === null || named.has(index)) && matchesLine(figures, index, wanted),
    );
    const outer = outermost(lines, matching);
    if (outer.length === 0) continue;
    return wanted.roles?.length === 1 && totals.includes(wanted.roles[0]!) ? outer.slice(-1) : outer;
  }
  return [];
}

/** Indexes of the columns that the first fruitful alternative names; every column where there are no alternatives. */
export function chooseColumns(
  figures: SectionFigures,
  alternatives: readonly ColumnSelector[] | undefined,
): readonly number[] {
  let chosen = figures.chosenColumns.get(alternatives);
  if (chosen === undefined) {
    chosen = columnsChosenBy(figures, alternatives);
    figures.chosenColumns.set(alternatives, chosen);
  }
  return chosen;
}

function columnsChosenBy(figures: SectionFigures, alternatives: readonly ColumnSelector[] | undefined): number[] {
  const { columns } = figures.section;
  if (alternatives === undefined) return columns.map((_, index) => index);
  for (const wanted of alternatives) {
    const matching = columns.flatMap((column, index) =>
      hasAny(column.roles, wanted.roles) && !isWithin(columns, index, wanted.not ?? []) ? [index] : [],
    );
    const chosen: number[] = ofBudgetYear(columns, outermost(columns, matching), figures.table.year);
    const ambiguous = chosen.length > 1 && wanted.roles.length === 1 && wanted.roles[0] === "total";
    if (chosen.length > 0 && !ambiguous) return chosen;
  }
  return alternatives.some(({ roles }) => hasAny(roles, wholes)) ? fundsBeside(figures) : [];
}

/** A row's own amount. */
const wholes: readonly string[] = ["total", "amount"];

/**
 * The columns that make a row's amount together where no total is printed over them: "一般公共预算 | 政府性基金预算" on the income
 * side. None where a column beside them is no fund, or two are the same one.
 */
function fundsBeside({ section, table }: SectionFigures): number[] {
  const { columns } = section;
  if (columns.some(({ roles }) => hasAny(roles, wholes))) return [];
  const tops = columns.flatMap(({ parent }, index) => (parent === null ? [index] : []));
  const funds = tops.map((index) => fundOf(columns[index]!, table));
  return funds.length > 1 && !funds.includes(undefined) && new Set(funds).size === funds.length ? tops : [];
}

function fundOf({ roles }: Column, { template }: Table): string | undefined {
  const meant = template.meanings?.roles;
  return roles.map((role) => meant?.get(role)?.["fund"]).find((fund) => fund !== undefined);
}

/** True where every figure is blank or zero. A figure that cannot be read is something. */
export function isNothing(amounts: Amounts, cells: Iterable<CellId>): boolean {
  for (const cell of cells) {
    const state = cell < 0 ? AmountState.Blank : amounts.state[cell];
    if (state !== AmountState.Blank && !(state === AmountState.Exact && amounts.scaled[cell] === 0)) return false;
  }
  return true;
}

/** True where a table has no figure but blanks and zeros. */
export function isEmptyTable(index: FigureIndex, amounts: Amounts, table: Table): boolean {
  return index.sectionsOf(table).every((figures) => isNothing(amounts, figures.cells));
}

function matchesLine(figures: SectionFigures, index: number, wanted: LineSelector): boolean {
  const { lines } = figures.section;
  const line = lines[index]!;
  if (wanted.roles && !hasAny(line.roles, wanted.roles)) return false;
  if (wanted.not && isWithin(lines, index, wanted.not)) return false;
  if (wanted.level === "leaf") return figures.lineParts.sum[index]!.length === 0 && !hasAny(line.roles, totals);
  if (wanted.level === "top") return !hasAny(line.roles, totals) && line.part === "sum" && isTop(lines, line);
  return true;
}

function isWithin(
  nodes: readonly { readonly roles: readonly string[]; readonly parent: number | null }[],
  index: number,
  roles: readonly string[],
): boolean {
  for (let at: number | null = index; at !== null; at = nodes[at]!.parent)
    if (hasAny(nodes[at]!.roles, roles)) return true;
  return false;
}

function isTop(lines: readonly Line[], line: Line): boolean {
  return line.parent === null || hasAny(lines[line.parent]!.roles, totals);
}

/** Those of `chosen` that have no ancestor among them. */
function outermost(nodes: readonly { readonly parent: number | null }[], chosen: readonly number[]): number[] {
  const among = new Set(chosen);
  return chosen.filter((index) => {
    for (let parent = nodes[index]!.parent; parent !== null; parent = nodes[parent]!.parent)
      if (among.has(parent)) return false;
    return true;
  });
}

/** Of columns for several years those of the budget year: "2024年执行数" beside "2025年预算数". */
function ofBudgetYear(columns: readonly Column[], chosen: number[], year: number | null): number[] {
  if (chosen.length < 2) return chosen;
  const years = chosen.map((index) => columns[index]!.year).filter((own) => typeof own === "number");
  const wanted = year !== null && years.includes(year) ? year : Math.max(...years);
  const current = chosen.filter((index) => (columns[index]!.year ?? wanted) === wanted);
  return current.length > 0 ? current : chosen;
}

export function hasAny(roles: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((role) => roles.includes(role));
}
