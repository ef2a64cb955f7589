import { finish } from "../../../src/engine/steps";
import { EquationStore, Relation } from "../../../src/engine/reconcile/equations";
import { judgeInSteps, judgeEquation, outcomeOfVerdict, Verdict } from "../../../src/engine/reconcile/judge";
import type { Declarations } from "../../../src/engine/reconcile/declarations";
import { blankParts, blankTotal, sum, unreadable } from "../../../src/engine/reconcile/equation-sayings";
import type { Outcome } from "../../../src/engine/reconcile/outcome";
import { figureCell, type Column, type Line, type Section, type Table } from "../../../src/engine/tables/table";
import type { TableTemplate } from "../../../src/engine/tables/template";
import {
  Amounts,
  buildWorkbook,
  gridIndex,
  type CellId,
  type SourceCell,
  type Workbook,
} from "../../../src/engine/workbook";
import { madeDeclarations } from "./made-sayings";

/** A row of a made table; `values` by column, null for a blank. */
export interface MadeRow {
  readonly label: string;
  readonly code: string | null;
  readonly parent: number | null;
  readonly values: (number | string | null)[];
}

/** A made table: the first column is the total of the others. */
export interface MadeTable {
  readonly name: string;
  readonly unit: "元" | "万元";
  readonly rows: MadeRow[];
}

export interface MadeCase {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  readonly store: EquationStore;
  readonly amounts: Amounts;
  readonly declarations: Declarations;
  readonly outcomes: readonly Outcome[];
  cell(table: number, row: number, column: number): CellId;
}

const exponentOf = { 元: 0, 万元: 4 };
const first = { row: 3, column: 2 };

/** Amounts in hundredths as doubles, so that made sums are exact. */
const cents = (value: number): number => Math.round(value) / 100;

/**
 * A made budget that agrees in itself: 合计 = Σ 类, 类 = Σ 款, 合计列 = Σ sources, and a second table that repeats the first
 * by code. `leaves[类][款][source]` are hundredths of 万元.
 */
export function madeBudget(
  leaves: readonly (readonly (readonly number[])[])[],
  secondUnit: "元" | "万元" = "万元",
): MadeTable[] {
  const width = leaves[0]?.[0]?.length ?? 1;
  const rows: MadeRow[] = [];
  const add = (label: string, code: string | null, parent: number | null, sources: readonly number[]): number =>
    rows.push({ label, code, parent, values: [sources.reduce((a, b) => a + b, 0), ...sources] }) - 1;
  const sum = (vectors: readonly (readonly number[])[]): number[] =>
    Array.from({ length: width }, (_, place) => vectors.reduce((total, vector) => total + vector[place]!, 0));
  const whole = add("合计", null, null, sum(leaves.flat()));
  leaves.forEach((items, group) => {
    const code = String(201 + group);
    const parent = add(`第${group + 1}类`, code, whole, sum(items));
    items.forEach((sources, item) =>
      add(`第${group + 1}类第${item + 1}款`, `${code}${String(item + 1).padStart(2, "0")}`, parent, sources),
    );
  });
  const inUnit = (unit: "元" | "万元"): MadeRow[] =>
    rows.map((row) => ({
      ...row,
      values: row.values.map((value) => (unit === "元" ? (value as number) * 100 : cents(value as number))),
    }));
  return [
    { name: "收入总表", unit: "万元", rows: inUnit("万元") },
    { name: "支出总表", unit: secondUnit, rows: inUnit(secondUnit) },
  ];
}

/** Reads made tables, sets up their identities, and judges them. Rows whose parent is gone stand alone. */
export function checked(made: readonly MadeTable[]): MadeCase {
  const workbook = buildWorkbook(
    made.map(({ name, rows }) => ({
      name,
      cells: rows.flatMap((row, r): SourceCell[] => [
        { row: first.row + r, column: 0, value: row.code },
        { row: first.row + r, column: 1, value: row.label },
        ...row.values.map((value, c): SourceCell =>
          value === "#REF!"
            ? { row: first.row + r, column: first.column + c, value: null, error: value }
            : { row: first.row + r, column: first.column + c, value, format: "#,##0.00" },
        ),
      ]),
    })),
  );
  const tables = made.map((table, number) => tableOf(workbook, table, number));
  const amounts = new Amounts(workbook);
  for (const table of tables) {
    const section = table.sections[0]!;
    amounts.readGroup(
      Int32Array.from(
        section.lines.flatMap((line) => section.columns.map((_, column) => figureCell(section, line, column))),
      ),
      table.unit,
    );
  }
  const store = identitiesOf(tables);
  const verdicts = finish(judgeInSteps(store, amounts));
  const outcomes: Outcome[] = [];
  verdicts.forEach((verdict, equation) => {
    const outcome = outcomeOfVerdict[verdict as Verdict];
    if (outcome === null || outcome === "pass") return;
    const judged = judgeEquation(store, equation, amounts);
    const operands = [
      ...store.leftTerms(equation).map(({ cell }) => ({ cell, role: "reported" as const })),
      ...store.rightTerms(equation).map(({ cell }) => ({ cell, role: "part" as const })),
    ];
    outcomes.push({
      rule: store.ruleOf(equation),
      outcome,
      severity: "error",
      operands,
      reported: judged.left?.toString() ?? null,
      computed: judged.right?.toString() ?? null,
      difference: judged.left && judged.right ? judged.difference!.toString() : null,
      detail:
        verdict === Verdict.Unreadable
          ? unreadable.with({ cell: judged.obstacle!, content: amounts.content(judged.obstacle!) })
          : verdict === Verdict.BlankParts
            ? blankParts.with({ total: "合计" })
            : verdict === Verdict.BlankTotal
              ? blankTotal.with({ total: "合计" })
              : sum.with({ total: "合计", parts: operands.slice(1).map((_, place) => `第${place + 1}项`) }),
      equation,
    });
  });
  return {
    workbook,
    tables,
    store,
    amounts,
    declarations: madeDeclarations,
    outcomes,
    cell: (table, row, column) => {
      const section = tables[table]!.sections[0]!;
      return figureCell(section, section.lines[row]!, column);
    },
  };
}

function tableOf(workbook: Workbook, made: MadeTable, number: number): Table {
  const sheet = workbook.sheets[number]!;
  const width = made.rows[0]!.values.length;
  const position = (row: number): number => sheet.rows.indexOf(first.row + row);
  const columns = Array.from({ length: width }, (_, c): Column => ({
    path: [c === 0 ? "合计" : `来源${c}`],
    roles: [c === 0 ? "total" : `source-${c}`],
    parent: c === 0 ? null : 0,
    part: "sum",
  }));
  const lines = made.rows.map((row, r): Line => ({
    page: 0,
    position: position(r),
    label: row.label,
    labelCell: sheet.base + gridIndex(sheet, first.row + r, 1),
    code: row.code,
    roles: row.parent === null ? ["grand-total"] : [],
    parent: row.parent,
    part: "sum",
    repeats: null,
  }));
  const section: Section = {
    name: "main",
    pages: [{ sheet, positions: columns.map((_, c) => sheet.columns.indexOf(first.column + c)) }],
    columns,
    lines,
  };
  const template: TableTemplate = {
    id: `made-${number}`,
    kind: number === 0 ? "income-summary" : "expenditure-summary",
    name: made.name,
    short: made.name,
    layout: "matrix",
    titles: [],
    source: "",
  };
  return {
    template,
    sheet,
    area: { top: first.row, left: 0, bottom: first.row + made.rows.length - 1, right: first.column + width - 1 },
    title: made.name,
    year: 2025,
    unit: made.unit,
    unitExponent: exponentOf[made.unit],
    body: "某局",
    bodyCode: null,
    sections: [section],
    fields: [],
    blocks: [],
    embedded: new Map(),
    evidence: [],
    confidence: 1,
  };
}

function identitiesOf(tables: readonly Table[]): EquationStore {
  const store = new EquationStore();
  for (const {
    sections: [section],
  } of tables) {
    section!.lines.forEach((line, place) => {
      const children = section!.lines.filter((other) => other.parent === place);
      section!.columns.forEach((_, column) => {
        if (children.length === 0) return;
        store.open("lines-add-up", Relation.Equal);
        store.left(figureCell(section!, line, column));
        for (const child of children) store.right(figureCell(section!, child, column));
        store.close();
      });
      store.open("columns-add-up", Relation.Equal);
      store.left(figureCell(section!, line, 0));
      section!.columns.forEach((column, number) => {
        if (column.parent === 0) store.right(figureCell(section!, line, number));
      });
      store.close();
    });
  }
  const [one, other] = tables;
  const [left, right] = [one!.sections[0]!, other!.sections[0]!];
  for (const line of left.lines) {
    const match = right.lines.find(({ code, label }) => code === line.code && label === line.label);
    if (!match) continue;
    store.open("tables-agree", Relation.Equal);
    store.left(figureCell(left, line, 0));
    store.right(figureCell(right, match, 0), other!.unitExponent - one!.unitExponent);
    store.close();
  }
  return store;
}
