import type { Table } from "../tables";
import { CellKind, Exact, exactOf, powerOfTen, type Amounts, type CellId, type ExactDecimal } from "../workbook";
import { unreadColumn } from "./equation-sayings";
import type { EquationStore } from "./equations";
import type { FigureIndex } from "./figures";
import { judgeEquation, Verdict } from "./judge";
import type { Outcome } from "./outcome";

/** A column under a header that nobody knows. */
interface Unread {
  readonly table: Table;
  readonly header: string;
  /** Its place in the grid of the table's first sheet. */
  readonly column: number;
  /** Equations that are off by just its figure in the row, and what these are of: a rule, and the reported column. */
  readonly lacking: number[];
  readonly kinds: Set<string>;
}

const failing: ReadonlySet<Verdict> = new Set([Verdict.Fail, Verdict.BlankParts, Verdict.BlankTotal]);
/** So many equations must be off by what stands in the column. */
const fewestLacking = 2;
/** What rounding takes away, in hundredths of the table's unit. */
const rounding = new Exact("0.02");

/**
 * Equations that are off by just what stands in their row under a column that was not read: it is the reading that
 * lacks the column, and not the figures that are wrong. So where it is in at least two of them, and no equation of
 * their kinds holds in a row where the column has a figure. They are set aside (their verdicts changed), and it is said
 * once for each column.
 */
export function setAsideUnread(
  store: EquationStore,
  verdicts: Uint8Array,
  amounts: Amounts,
  figures: FigureIndex,
  tables: readonly Table[],
): Outcome[] {
  const unread = tables.flatMap(unreadOf);
  if (unread.length === 0) return [];
  const byTable = new Map(tables.map((table) => [table, unread.filter((one) => one.table === table)]));
  for (const equation of verdicts.keys()) {
    if (!failing.has(verdicts[equation] as Verdict)) continue;
    const gap = gapOf(store, equation, amounts, figures);
    const found = gap === null ? undefined : lackingIn(store, equation, figures, byTable, gap);
    found?.lacking.push(equation);
    found?.kinds.add(kindOf(store, equation, figures));
  }
  return unread.flatMap((one) => {
    if (one.lacking.length < fewestLacking || isContradicted(store, verdicts, figures, one)) return [];
    for (const equation of one.lacking) verdicts[equation] = Verdict.NotApplicable;
    return [outcomeOf(store, one)];
  });
}

function unreadOf(table: Table): Unread[] {
  const { sheet } = table;
  return (table.headerColumns ?? []).flatMap(({ cell, header, isRead }) => {
    const index = cell - sheet.base;
    if (isRead || index < 0 || index >= sheet.kinds.length) return [];
    return [{ table, header, column: index % sheet.columns.length, lacking: [], kinds: new Set<string>() }];
  });
}

function kindOf(store: EquationStore, equation: number, figures: FigureIndex): string {
  const [first] = store.cellsOf(equation);
  const place = first === undefined ? null : figures.find(first);
  return `${store.ruleOf(equation)} ${place?.table.sheet.name ?? ""} ${place?.columnIndex ?? -1}`;
}

/** How far the sides of an equation are apart, in 元. */
function gapOf(store: EquationStore, equation: number, amounts: Amounts, figures: FigureIndex): ExactDecimal | null {
  const { difference } = judgeEquation(store, equation, amounts);
  const [first] = store.cellsOf(equation);
  const table = first === undefined ? undefined : figures.find(first)?.table;
  return difference === null || table === undefined ? null : difference.times(powerOfTen(table.unitExponent)).abs();
}

/** The unread column that has the gap in the row of one of the equation's cells. */
function lackingIn(
  store: EquationStore,
  equation: number,
  figures: FigureIndex,
  byTable: ReadonlyMap<Table, readonly Unread[]>,
  gap: ExactDecimal,
): Unread | undefined {
  for (const cell of store.cellsOf(equation)) {
    const place = figures.find(cell);
    for (const one of (place !== null && byTable.get(place.table)) || []) {
      const value = figureBeside(one, cell);
      const isSame = value !== null && value.minus(gap).abs().lessThanOrEqualTo(roundingOf(one));
      if (isSame) return one;
    }
  }
  return undefined;
}

function roundingOf({ table }: Unread): ExactDecimal {
  return rounding.times(powerOfTen(table.unitExponent));
}

/** What stands under the column in the row of a cell, in 元; null where it is nothing. */
function figureBeside({ table: { sheet, unitExponent }, column }: Unread, cell: CellId): ExactDecimal | null {
  const index = cell - sheet.base;
  if (index < 0 || index >= sheet.kinds.length) return null;
  const at = index - (index % sheet.columns.length) + column;
  if (at === index || sheet.kinds[at] !== CellKind.Number || sheet.numbers[at] === 0) return null;
  return exactOf(sheet.numbers[at]!).times(powerOfTen(unitExponent)).abs();
}

/** An equation of the same rules holds in a row where the column has a figure. */
function isContradicted(store: EquationStore, verdicts: Uint8Array, figures: FigureIndex, one: Unread): boolean {
  for (const equation of verdicts.keys()) {
    const holds = verdicts[equation] === Verdict.Pass || verdicts[equation] === Verdict.Rounding;
    if (!holds || !one.kinds.has(kindOf(store, equation, figures))) continue;
    for (const cell of store.cellsOf(equation))
      if (figureBeside(one, cell) !== null && figures.find(cell)?.table === one.table) return true;
  }
  return false;
}

function outcomeOf(store: EquationStore, { table, header, lacking }: Unread): Outcome {
  const cells = [...store.cellsOf(lacking[0]!)];
  const short = table.template.short;
  return {
    rule: store.ruleOf(lacking[0]!),
    outcome: "cannot-tell",
    severity: "hint",
    operands: cells.map((cell, at) => ({ cell, role: at === 0 ? "reported" : "part" })),
    reported: null,
    computed: null,
    difference: null,
    detail: unreadColumn.with({ table: short, header, times: lacking.length, example: cells[0]! }),
    equation: null,
  };
}
