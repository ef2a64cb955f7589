import { z } from "zod/mini";
import { foldedName, normalise, type Section, type Table } from "../../tables";
import { CellKind, Exact, type ExactDecimal } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";
import type { SectionFigures } from "../figures";
import { addComparison, type UnitCell } from "./compare";

/** Both sides of a table whose figures prove that it balances: 财力合计 = 支出合计. */
export const sidesAgree = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run(context) {
    const totals = context.figures.sectionsOf(context.table).flatMap((figures) => {
      const line = figures.section.lines.findIndex(({ roles }) => roles.includes("balanced"));
      return line < 0 ? [] : [figures.cell(line, 0)];
    });
    const [one, other] = totals;
    if (one === undefined || other === undefined) return;
    context.store.open(context.rule.id, Relation.Equal, context.options);
    context.store.left(one);
    context.store.right(other);
    context.store.close();
  },
});

/** So many names must have the same amount in both tables, and so many for each that has not. */
const fewestAlike = 3;
const alikeForDiffering = 3;
const fewestNames = 4;

/** Amounts by the names that stand for them. */
interface NamedAmounts {
  readonly byName: ReadonlyMap<string, UnitCell>;
  /**
   * Of a table's total by the names of its columns, whether that is project or basic expenditure; null down a column.
   */
  readonly nature: string | null;
}

/**
 * Two tables that nobody described name the same things (the projects of a list, the columns of a distribution): where
 * nearly all have the same amount in a column of each, all have.
 */
export const namedAmountsAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  run(context) {
    const lists = unknownTables(context).map((table) => ({ fund: fundOf(table), own: listsOf(context, table) }));
    lists.forEach(({ fund, own }, at) =>
      lists.slice(at + 1).forEach((others) => {
        const pairs = others.fund === fund ? bestPairs(context, own, others.own) : [];
        for (const [one, other] of pairs) addComparison(context, Relation.Equal, [one], [other]);
      }),
    );
  },
});

function unknownTables({ tables }: CheckContext<unknown>): Table[] {
  return tables.filter(({ template, document = "main" }) => template.lastResort === true && document === "main");
}

/**
 * The money that a table is of by its title: 专用设备购置 out of 一般公共预算 is only a part of what a list of all projects has.
 */
export function fundOf({ title }: Table): string {
  return fundWord.exec(normalise(title ?? ""))?.[0].replace("性", "") ?? "";
}

/** The total of all expenditure is not that of the projects, though both are divided by the same sources of money. */
function natureOf({ title }: Table): string {
  return /项目|基本支出/.exec(normalise(title ?? ""))?.[0] ?? "";
}

const fundWord = /一般公共预算|政府性?基金|国有资本经营|社会保险基金|财政拨款|单位资金|财政专户/;

/** For each column of a table the amounts of its rows by name, and those of its total by the names of the columns. */
function listsOf(context: CheckContext<unknown>, table: Table): NamedAmounts[] {
  return context.figures.sectionsOf(table).flatMap((figures) => {
    const { section } = figures;
    const names = namesOf(section);
    const down = section.columns.map((column, at): NamedAmounts => {
      const isAmount = !column.roles.includes("measure") && !column.roles.includes("count");
      const amounts = isAmount ? [...names].flatMap(([name, line]) => filled(context, figures, name, line, at)) : [];
      return { byName: new Map(amounts), nature: null };
    });
    const total = section.lines.findIndex(({ roles }) => roles.includes("grand-total"));
    const across = section.columns.flatMap(({ path }, at) =>
      total < 0 ? [] : filled(context, figures, foldedName(path.at(-1) ?? ""), total, at),
    );
    return [...down, { byName: new Map(across), nature: natureOf(table) }];
  });
}

function filled(
  context: CheckContext<unknown>,
  figures: SectionFigures,
  name: string,
  line: number,
  column: number,
): [string, UnitCell][] {
  const cell = figures.cell(line, column);
  const value = cell < 0 ? null : context.amounts.value(cell);
  if (name.length < 2 || value === null || value.isZero()) return [];
  return [[name, { cell, unitExponent: figures.table.unitExponent }]];
}

/** Words in front of the amounts of a row, by what they name: those that stand in one row only. */
function namesOf({ lines, pages }: Section): ReadonlyMap<string, number> {
  const rows = new Map<string, number[]>();
  lines.forEach(({ page, position, roles, repeats }, line) => {
    if (roles.includes("grand-total") || repeats !== null) return;
    const { sheet, positions } = pages[page]!;
    const width = sheet.columns.length;
    const front = Math.min(...positions.filter((at) => at >= 0));
    const own = new Set<string>();
    for (let column = 0; column < front; column++) {
      const at = position * width + column;
      if (sheet.kinds[at] === CellKind.Text) own.add(foldedName(sheet.texts[at]!));
    }
    for (const name of own) rows.set(name, [...(rows.get(name) ?? []), line]);
  });
  return new Map([...rows].flatMap(([name, [line, ...more]]) => (more.length === 0 ? [[name, line!]] : [])));
}

/** Of all columns of two tables the two that agree best, as pairs of one name; none where they do not agree enough. */
function bestPairs(
  context: CheckContext<unknown>,
  own: readonly NamedAmounts[],
  others: readonly NamedAmounts[],
): (readonly [UnitCell, UnitCell])[] {
  let best: { pairs: (readonly [UnitCell, UnitCell])[]; alike: number } = { pairs: [], alike: 0 };
  for (const one of own)
    for (const other of others) {
      if (one.nature !== null && other.nature !== null && one.nature !== other.nature) continue;
      const pairs = [...one.byName].flatMap(([name, amount]) => {
        const twin = other.byName.get(name);
        return twin === undefined ? [] : [[amount, twin] as const];
      });
      if (pairs.length < fewestNames) continue;
      const equal = pairs.filter(([a, b]) => inYuan(context, a).equals(inYuan(context, b)));
      const alike = new Set(equal.map(([a]) => inYuan(context, a).toFixed())).size;
      if (alike > best.alike) best = { pairs, alike };
    }
  const differing = best.pairs.length - best.alike;
  return best.alike >= fewestAlike && best.alike >= alikeForDiffering * differing ? best.pairs : [];
}

function inYuan({ amounts }: CheckContext<unknown>, { cell, unitExponent }: UnitCell): ExactDecimal {
  return (amounts.value(cell) ?? new Exact(0)).times(new Exact(10).pow(unitExponent));
}

/** Of the items of a summary so many must be totals of other tables before one that is not is worth a word. */
const fewestTotals = 2;
const shortestItem = 4;

/**
 * An item of a summary ("街道（镇）结算补助") is the total of the table that it names ("2025年对街道（镇）体制结算补助测算表"), where most of
 * those that name one are, or are the total of any other table.
 */
export const summaryItemsAgree = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run(context) {
    const others = context.tables
      .filter((table) => table !== context.table && (table.document ?? "main") === "main")
      .map((table) => ({ table, totals: totalsOf(context, table) }))
      .filter(({ totals }) => totals.length > 0);
    const items = context.figures.sectionsOf(context.table).flatMap((figures) =>
      figures.section.lines.flatMap(({ label, roles }, line) => {
        const own = roles.includes("balanced") ? [] : filled(context, figures, foldedName(label), line, 0);
        return own.map(([name, amount]) => ({ name, amount }));
      }),
    );
    if (!context.table.sections.some(({ lines }) => lines.some(({ roles }) => roles.includes("balanced")))) return;
    const isTotal = (amount: UnitCell, totals: readonly UnitCell[]): UnitCell | undefined =>
      totals.find((total) => inYuan(context, total).equals(inYuan(context, amount)));
    const links = items.map(({ name, amount }) => {
      const named = name.length < shortestItem ? [] : others.filter(({ table }) => names(name, table));
      const anywhere = others.some(({ totals }) => isTotal(amount, totals) !== undefined);
      return { amount, named: named.length === 1 ? named[0]! : null, anywhere };
    });
    const agreeing = links.filter(({ anywhere }) => anywhere).length;
    const differing = links.filter(({ anywhere, named }) => !anywhere && named !== null).length;
    if (agreeing < fewestTotals || differing * 2 > agreeing) return;
    for (const { amount, named, anywhere } of links) {
      const total =
        named === null ? undefined : (isTotal(amount, named.totals) ?? (anywhere ? undefined : named.totals[0]));
      if (total !== undefined) addComparison(context, Relation.Equal, [amount], [total]);
    }
  },
});

/** Figures of a table's 合计, that of the column that is its total first. */
export function totalsOf(context: CheckContext<unknown>, table: Table): UnitCell[] {
  return context.figures.sectionsOf(table).flatMap((figures) => {
    const { lines, columns } = figures.section;
    const line = lines.findIndex(({ roles }) => roles.includes("grand-total"));
    if (line < 0) return [];
    const order = columns
      .map((_, at) => at)
      .sort((a, b) => Number(columns[b]!.roles.includes("total")) - Number(columns[a]!.roles.includes("total")));
    return order.flatMap((at) => filled(context, figures, "合计", line, at).map(([, amount]) => amount));
  });
}

/** Does an item name a table: do all its letters stand in the title, in their order? */
function names(item: string, { title, sheet }: Table): boolean {
  return [title ?? "", sheet.name].some((words) => {
    let from = 0;
    const folded = normalise(words).replace(/[()]/g, "");
    return [...item].every((letter) => {
      const at = folded.indexOf(letter, from);
      from = at + 1;
      return at >= 0;
    });
  });
}
