import fc from "fast-check";
import { finish } from "../../../src/engine/steps";
import { explain, type Explanation } from "../../../src/engine/diagnostics/explain";
import { FigureFinder } from "../../../src/engine/diagnostics/figures";
import { systemOf } from "../../../src/engine/diagnostics/store-system";
import { Workings } from "../../../src/engine/diagnostics/workings";
import { checked, madeBudget, type MadeCase, type MadeTable } from "./made-budget";

function explained(made: MadeCase): Explanation[] {
  const workings = new Workings(
    systemOf(made.store, made.amounts),
    made.outcomes.map(({ equation }) => equation!),
  );
  return finish(explain(workings, new FigureFinder(made.workbook, made.tables)));
}

const amount = fc.integer({ min: 100, max: 99_999_999 });
const budget = fc
  .record({
    groups: fc.integer({ min: 2, max: 4 }),
    items: fc.integer({ min: 2, max: 4 }),
    sources: fc.integer({ min: 2, max: 4 }),
  })
  .chain(({ groups, items, sources }) =>
    fc.array(
      fc.array(fc.array(amount, { minLength: sources, maxLength: sources }), { minLength: items, maxLength: items }),
      { minLength: groups, maxLength: groups },
    ),
  );

const faults: Record<string, (value: number) => number | null> = {
  "a digit changed": (value) => Math.round(value * 100 + 30) / 100,
  "the sign turned": (value) => -value,
  "元 written for 万元": (value) => Math.round(value * 1_000_000) / 100,
  "the point moved": (value) => Math.round(value * 1000) / 100,
  "the value deleted": () => null,
};

function withFigure(
  tables: MadeTable[],
  table: number,
  row: number,
  column: number,
  change: (value: number) => number | null,
): MadeTable[] {
  return tables.map((made, t) =>
    t !== table
      ? made
      : {
          ...made,
          rows: made.rows.map((line, r) =>
            r !== row
              ? line
              : { ...line, values: line.values.map((value, c) => (c === column ? change(value as number) : value)) },
          ),
        },
  );
}

describe("a budget that agrees", () => {
  it("has nothing to explain", () => {
    fc.assert(
      fc.property(budget, fc.constantFrom("元" as const, "万元" as const), (leaves, unit) => {
        expect(explained(checked(madeBudget(leaves, unit)))).toEqual([]);
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

describe("one wrong figure", () => {
  it.each(Object.entries(faults))("is one explanation with the figure first among the suspects: %s", (_, fault) => {
    fc.assert(
      fc.property(
        budget,
        fc.constantFrom("元" as const, "万元" as const),
        fc.nat(),
        fc.nat(),
        fc.nat(1),
        (leaves, unit, someRow, someColumn, table) => {
          const tables = madeBudget(leaves, unit);
          const row = someRow % tables[table]!.rows.length;
          const column = someColumn % tables[table]!.rows[0]!.values.length;
          const made = checked(withFigure(tables, table, row, column, fault));
          const explanations = explained(made);
          expect(explanations).toHaveLength(1);
          const [suspect] = explanations[0]!.suspects;
          expect(suspect!.cell).toBe(made.cell(table, row, column));
          expect(suspect!.proposed?.toNumber()).toBe(tables[table]!.rows[row]!.values[column]);
        },
      ),
      { seed: 2, numRuns: 60 },
    );
  });
});

describe("several wrong figures", () => {
  it("leave every broken identity in exactly one explanation", () => {
    fc.assert(
      fc.property(
        budget,
        fc.array(fc.tuple(fc.nat(1), fc.nat(), fc.nat(), fc.constantFrom(...Object.values(faults))), {
          minLength: 1,
          maxLength: 8,
        }),
        (leaves, places) => {
          let tables = madeBudget(leaves);
          for (const [table, row, column, fault] of places) {
            const { rows } = tables[table]!;
            tables = withFigure(tables, table, row % rows.length, column % rows[0]!.values.length, (value) =>
              fault(value),
            );
          }
          const made = checked(tables);
          const ids = explained(made).flatMap(({ ids: some }) => some);
          expect([...ids].sort((a, b) => a - b)).toEqual(made.outcomes.map(({ equation }) => equation));
        },
      ),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe("a whole row", () => {
  it("left out is found below the total that misses it", () => {
    fc.assert(
      fc.property(budget, fc.nat(), (leaves, some) => {
        const [one, other] = madeBudget(leaves) as [MadeTable, MadeTable];
        const items = one.rows.map((row, place) => ({ row, place })).filter(({ row }) => row.code?.length === 5);
        const { row, place } = items[some % items.length]!;
        const rows = one.rows
          .filter((_, r) => r !== place)
          .map((line) => ({
            ...line,
            parent: line.parent !== null && line.parent > place ? line.parent - 1 : line.parent,
          }));
        const made = checked([{ ...one, rows }, other]);
        const [explanation, ...others] = explained(made);
        expect(others).toEqual([]);
        expect(explanation!.suspects[0]).toMatchObject({ kind: "row-omitted", cell: made.cell(0, row.parent!, 0) });
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it("counted twice is found, with nothing to be written in its place", () => {
    fc.assert(
      fc.property(budget, fc.nat(), (leaves, some) => {
        const [one, other] = madeBudget(leaves) as [MadeTable, MadeTable];
        const items = one.rows.map((row, place) => ({ row, place })).filter(({ row }) => row.code?.length === 5);
        const { row, place } = items[some % items.length]!;
        const rows = [...one.rows.slice(0, place + 1), row, ...one.rows.slice(place + 1)].map((line) => ({
          ...line,
          parent: line.parent !== null && line.parent > place ? line.parent + 1 : line.parent,
        }));
        const made = checked([{ ...one, rows }, other]);
        const [explanation, ...others] = explained(made);
        expect(others).toEqual([]);
        const [suspect] = explanation!.suspects;
        expect(suspect!.kind).toBe("row-doubled");
        expect([made.cell(0, place, 0), made.cell(0, place + 1, 0)]).toContain(suspect!.cell);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it("counted twice above its parts is the one of the two that has none below it", () => {
    fc.assert(
      fc.property(budget, fc.nat(), fc.constantFrom(0, 1), (leaves, some, withParts) => {
        const [one, other] = madeBudget(leaves) as [MadeTable, MadeTable];
        const groups = one.rows.map((row, place) => ({ row, place })).filter(({ row }) => row.code?.length === 3);
        const { row, place } = groups[some % groups.length]!;
        const moved = (parent: number): number =>
          parent === place ? place + withParts : parent > place ? parent + 1 : parent;
        const rows = [...one.rows.slice(0, place + 1), row, ...one.rows.slice(place + 1)].map((line) => ({
          ...line,
          parent: line.parent === null ? null : moved(line.parent),
        }));
        const made = checked([{ ...one, rows }, other]);
        const [explanation, ...others] = explained(made);
        expect(others).toEqual([]);
        const withoutParts = made.cell(0, place + 1 - withParts, 0);
        expect(explanation!.suspects[0]).toMatchObject({ kind: "row-doubled", cell: withoutParts });
      }),
      { seed: 6, numRuns: 40 },
    );
  });
});

describe("one table changed and the other not", () => {
  it("is one explanation that names the lowest figure, although every sum within either table holds", () => {
    fc.assert(
      fc.property(
        budget,
        fc.constantFrom("元" as const, "万元" as const),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 10_000 }),
        fc.nat(1),
        (leaves, unit, someGroup, someItem, change, table) => {
          const group = someGroup % leaves.length;
          const item = someItem % leaves[group]!.length;
          const changed = leaves.map((items, g) =>
            items.map((sources, i) =>
              sources.map((value, s) => (g === group && i === item && s === 0 ? value + change : value)),
            ),
          );
          const [before, after] = [madeBudget(leaves, unit), madeBudget(changed, unit)];
          const made = checked(table === 0 ? [after[0]!, before[1]!] : [before[0]!, after[1]!]);
          const [explanation, ...others] = explained(made);
          expect(others).toEqual([]);
          expect(explanation!.ids).toHaveLength(3);
          const row = before[0]!.rows.findIndex(
            ({ code }) => code === `${201 + group}${String(item + 1).padStart(2, "0")}`,
          );
          expect(explanation!.suspects.map(({ cell }) => cell).sort()).toEqual(
            [made.cell(0, row, 0), made.cell(1, row, 0)].sort(),
          );
        },
      ),
      { seed: 9, numRuns: 40 },
    );
  });
});

describe("a whole table in another unit", () => {
  it("is one explanation, not one for each comparison", () => {
    fc.assert(
      fc.property(budget, (leaves) => {
        const [one, other] = madeBudget(leaves, "元") as [MadeTable, MadeTable];
        const made = checked([one, { ...other, unit: "万元" }]);
        const [explanation, ...others] = explained(made);
        expect(others).toEqual([]);
        expect(explanation!.suspects[0]).toMatchObject({ kind: "table-scale" });
        expect(Math.abs(explanation!.suspects[0]!.power)).toBe(4);
      }),
      { seed: 6, numRuns: 40 },
    );
  });
});
