import { slipBetween } from "../reconcile";
import type { CheckContext, SectionFigures } from "../reconcile";
import { normalise, purposeOf } from "../tables";
import type { IndicatorBlock, Table } from "../tables";
import { CellKind } from "../workbook";
import type { ExactDecimal } from "../workbook";
import { plainName } from "./names";
import { agrees, amountOf, amountsTold, inYuan } from "./project-amounts";
import type { Amount, Pair } from "./project-amounts";

/** A project with targets and what they say of its money. */
export interface ProjectWithTargets {
  /** Its name and its code, as they are compared. */
  readonly keys: readonly string[];
  readonly year: number | null;
  readonly total: Amount;
  /** What else its form prints: by source, by fund. */
  readonly others: readonly Amount[];
}

/** The row of a list that stands for a project. */
export interface ListedRow {
  readonly project: ProjectWithTargets;
  readonly figures: SectionFigures;
  readonly line: number;
}

/** What a list says of the projects that it names, in the column in which it says the same as their targets. */
export interface ListedAmounts {
  readonly pairs: readonly Pair[];
  /** The rows that name a project with targets. */
  readonly rows: readonly ListedRow[];
  /** Number of the column. */
  readonly column: number;
}

export const isOwn = ({ document = "main" }: Table): boolean => document === "main";

/** What is bought for projects is a part of their money only. */
const partOfMoney = /采购|购买|购置|资产|债务/;
/** Codes of projects are long; a shorter number stands for many things. */
const shortestCode = 8;

/**
 * The projects with targets: those with forms of their own together, those of each list by themselves. Names and codes
 * that two of them have tell nothing.
 */
export function projectsWithTargets(context: CheckContext<unknown>): ProjectWithTargets[][] {
  const targets = context.tables.filter((one) => isOwn(one) && purposeOf(one) === "targets");
  const single = targets.filter(({ blocks }) => blocks.length === 1);
  const lists = targets.filter(({ blocks }) => blocks.length > 1);
  return [single, ...lists.map((list) => [list])].map((tables) =>
    withOwnKeys(tables.flatMap((table) => table.blocks.flatMap((block) => projectOf(context, table, block) ?? []))),
  );
}

function projectOf(context: CheckContext<unknown>, table: Table, block: IndicatorBlock): ProjectWithTargets | null {
  if (block.subject !== "project" || block.name === "") return null;
  const total = amountOf(context, table, block);
  if (total === null) return null;
  const code = plainName(block.code ?? "");
  return {
    keys: [plainName(block.name), ...(code.length >= shortestCode ? [code] : [])],
    year: table.year,
    total,
    others: amountsTold(context, table, block).filter(({ cell }) => cell !== total.cell),
  };
}

function withOwnKeys(projects: readonly ProjectWithTargets[]): ProjectWithTargets[] {
  const times = new Map<string, number>();
  for (const { keys } of projects) for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return projects
    .map((project) => ({ ...project, keys: project.keys.filter((key) => times.get(key) === 1) }))
    .filter(({ keys }) => keys.length > 0);
}

/**
 * What a list that no template knows says of projects with targets; null where it is not told of the same money. The
 * column is that in which most agree.
 */
export function listedAmounts(
  context: CheckContext<unknown>,
  list: Table,
  projects: readonly ProjectWithTargets[],
): ListedAmounts | null {
  if (partOfMoney.test(normalise(list.title ?? ""))) return null;
  const sameYear = projects.filter(({ year }) => year === null || list.year === null || year === list.year);
  const candidates = context.figures.sectionsOf(list).flatMap((figures) => {
    const rows = rowsOf(figures, sameYear);
    return figures.section.columns.flatMap(({ roles }, column) => {
      const all = rows.flatMap((row) => pairOf(context, list, row, column));
      return all.length === 0 ? [] : [{ rows, column, isTotal: roles.includes("total"), ...judged(context, all) }];
    });
  });
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  const best = others.reduce((chosen, one) => (isBetter(one, chosen) ? one : chosen), first);
  return isToldOfTheSame(context, best)
    ? { pairs: [...best.agreeing, ...best.differing].map(({ pair }) => pair), rows: best.rows, column: best.column }
    : null;
}

interface RowPair {
  readonly row: ListedRow;
  readonly pair: Pair;
}

interface Judged {
  readonly agreeing: readonly RowPair[];
  /** Those whose difference no other figure of the project explains. */
  readonly differing: readonly RowPair[];
}

function isBetter(one: Judged & { isTotal: boolean }, other: Judged & { isTotal: boolean }): boolean {
  const more = one.agreeing.length - other.agreeing.length;
  return more > 0 || (more === 0 && one.isTotal && !other.isTotal);
}

/** Rows that name a project in one of their cells, by its code or its name: those that alone do. */
function rowsOf(figures: SectionFigures, projects: readonly ProjectWithTargets[]): ListedRow[] {
  const byKey = new Map(projects.flatMap((project) => project.keys.map((key) => [key, project] as const)));
  const lines = new Map<ProjectWithTargets, number[]>();
  const { section } = figures;
  section.lines.forEach((line, index) => {
    if (line.repeats !== null) return;
    const { sheet } = section.pages[line.page]!;
    const width = sheet.columns.length;
    const named = new Set<ProjectWithTargets>();
    for (let at = line.position * width; at < (line.position + 1) * width; at++) {
      const project = sheet.kinds[at] === CellKind.Text ? byKey.get(plainName(sheet.texts[at]!)) : undefined;
      if (project !== undefined) named.add(project);
    }
    for (const project of named) lines.set(project, [...(lines.get(project) ?? []), index]);
  });
  return [...lines].flatMap(([project, [line, ...more]]) =>
    more.length === 0 ? [{ project, figures, line: line! }] : [],
  );
}

function pairOf(context: CheckContext<unknown>, list: Table, row: ListedRow, column: number): RowPair[] {
  const cell = row.figures.cell(row.line, column);
  if (cell < 0 || context.amounts.value(cell) === null) return [];
  return [{ row, pair: { left: { cell, unitExponent: list.unitExponent }, right: row.project.total } }];
}

function judged(context: CheckContext<unknown>, all: readonly RowPair[]): Judged {
  const agreeing = all.filter(({ pair }) => agrees(context, pair));
  const differing = all.filter((one) => !agreeing.includes(one) && !isExplained(context, one));
  return { agreeing, differing };
}

/** 上年结转, 其他资金 that one of the two counts in and the other does not: either prints just the difference. */
function isExplained(context: CheckContext<unknown>, { row, pair }: RowPair): boolean {
  const gap = inYuan(context, pair.left).minus(inYuan(context, pair.right)).abs();
  const { figures, line, project } = row;
  const beside = figures.section.columns.flatMap((_, column) => {
    const cell = figures.cell(line, column);
    return cell < 0 || cell === pair.left.cell ? [] : [{ cell, unitExponent: pair.left.unitExponent }];
  });
  return [...beside, ...project.others].some((amount) => inYuan(context, amount).equals(gap));
}

/** So many pairs that agree allow for one more that does not. */
const agreeingForDiffering = 2;

/**
 * Are a list and the targets told of the same money? Figures that agree must say so: most do, or at least half in the
 * list's own total; of a single project, that the one is the other mistyped.
 */
function isToldOfTheSame(
  context: CheckContext<unknown>,
  { agreeing, differing, isTotal }: Judged & { readonly isTotal: boolean },
): boolean {
  const mistyped = differing.filter(({ pair }) => isMistyped(inYuan(context, pair.left), inYuan(context, pair.right)));
  const [same, other] = [agreeing.length, differing.length - mistyped.length];
  if (other > Math.max(1, Math.floor(same / agreeingForDiffering))) return false;
  if (same > differing.length) return true;
  return isTotal && (same > 0 ? differing.length <= same : other === 0);
}

/** Figures shorter than this look like each other by chance. */
const fewestDigits = 3;

function isMistyped(one: ExactDecimal, other: ExactDecimal): boolean {
  const digits = (value: ExactDecimal): number =>
    value
      .abs()
      .toFixed()
      .replace(/\D|0+(?:\.0*)?$/g, "").length;
  return Math.min(digits(one), digits(other)) >= fewestDigits && slipBetween(one, other) !== null;
}
