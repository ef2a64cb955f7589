import fc from "fast-check";
import { BlankPolicy, EquationStore, Relation } from "../../../src/engine/reconcile";

describe("the store of equations", () => {
  test("gives back what was written, side by side", () => {
    const store = new EquationStore();
    store.open("first", Relation.Equal);
    store.left(7);
    store.right(8);
    store.right(9, -4, -1);
    expect(store.close()).toBe(0);
    expect(store.leftTerms(0)).toEqual([{ cell: 7, sign: 1, exponent: 0 }]);
    expect(store.rightTerms(0)).toEqual([
      { cell: 8, sign: 1, exponent: 0 },
      { cell: 9, sign: -1, exponent: -4 },
    ]);
    expect(store.ruleOf(0)).toBe("first");
    expect(store.hasMixedUnits(0)).toBe(true);
  });

  test("passes over cells that are not there, and drops an equation without a side", () => {
    const store = new EquationStore();
    store.open("rule", Relation.Equal);
    store.left(-1);
    store.right(3);
    expect(store.close()).toBe(-1);
    store.open("rule", Relation.Equal);
    store.left(1);
    expect(store.close()).toBe(-1);
    store.open("rule", Relation.Equal, { blanks: BlankPolicy.Zero });
    store.left(1);
    expect(store.close()).toBe(0);
  });

  test("an equation whose check broke off leaves nothing behind in the one before it", () => {
    const store = new EquationStore();
    store.open("whole", Relation.Equal);
    store.left(1);
    store.right(2);
    store.close();
    store.open("broken", Relation.Equal);
    store.left(3);
    store.open("next", Relation.Equal);
    store.left(4);
    store.right(5);
    store.close();
    expect([...store.cellsOf(0)]).toEqual([1, 2]);
    expect([...store.cellsOf(1)]).toEqual([4, 5]);
  });

  test("a sum within a section is the same equation, written in one go", () => {
    const store = new EquationStore();
    const cells = Int32Array.of(10, 11, 20, 21, 30, -1);
    store.addSum("sum", {}, cells, 1, [1, 2], 2, 1);
    expect(store.leftTerms(0).map(({ cell }) => cell)).toEqual([11]);
    expect(store.rightTerms(0).map(({ cell }) => cell)).toEqual([21]);
    expect(store.addSum("sum", {}, cells, 5, [0], 2, 0)).toBe(-1);
  });

  test("however many there are, each cell knows the equations it takes part in", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 50 }),
            fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 20 }),
          ),
          { maxLength: 400 },
        ),
        (equations) => {
          const store = new EquationStore();
          for (const [left, right] of equations) {
            store.open("rule", Relation.AtMost);
            store.left(left);
            for (const cell of right) store.right(cell);
            store.close();
          }
          expect(store.size).toBe(equations.length);
          for (let cell = 0; cell <= 51; cell++) {
            const expected = equations.flatMap(([left, right], number) =>
              left === cell || right.includes(cell) ? [number] : [],
            );
            expect([...new Set(store.equationsOf(cell))]).toEqual(expected);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
