import fc from "fast-check";
import { provenBalances } from "../../../../src/engine/tables/layouts/proven-balances";
import { provenProducts, provenQuotient } from "../../../../src/engine/tables/layouts/proven-quotients";

/** Hundredths that are no round numbers, so that no two columns are alike by chance. */
const amount = fc.integer({ min: 10_001, max: 9_999_999 }).map((hundredths) => hundredths / 100);
const rows = (width: number, least = 6): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(amount, { minLength: width, maxLength: width }), { minLength: least, maxLength: 12 });
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** 年初 + 本年收入 − 本年支出 − 收回 = 年末 behind the columns it is made of. */
const closing = ([opening, income, spent, back]: readonly number[]): number =>
  rounded(opening! + income! - spent! - back!);
const balanced = (table: readonly (readonly number[])[]): number[][] => table.map((row) => [...row, closing(row)]);

describe("however large a table is, the search ends soon", () => {
  const table = (lines: number, columns: number, figure: (line: number, column: number) => number): number[][] =>
    Array.from({ length: lines }, (_, line) => Array.from({ length: columns }, (_, column) => figure(line, column)));

  test("with hundreds of thousands of figures", () => {
    expect(
      provenBalances(
        table(4000, 40, (line, column) => ((line * 7919 + column * 104_729) % 99_991) / 100),
        [],
      ),
    ).toEqual([]);
  });

  test("with columns that all say the same", () => {
    expect(
      provenBalances(
        table(500, 40, (line) => line * line + 17),
        [],
      ),
    ).toEqual([]);
  });

  test("and still finds a balance of the last columns", () => {
    const loose = table(60, 32, (line, column) => ((line * 7919 + column * 104_729) % 99_991) / 100);
    const [found, ...others] = provenBalances(
      loose.map((row) => [...row, row[30]! + row[31]!]),
      [],
    );
    expect(others).toEqual([]);
    expect(found!.flatMap((sign, column) => (sign === 0 ? [] : [column]))).toEqual([30, 31, 32]);
  });
});

describe("balances between columns", () => {
  test("are found whatever the figures are, also where one figure of one line is wrong", () => {
    fc.assert(
      fc.property(rows(4), fc.nat(), fc.nat(), fc.boolean(), (table, line, column, isWrong) => {
        const figures = balanced(table);
        if (isWrong) figures[line % figures.length]![column % 5]! += 37.5;
        expect(provenBalances(figures, [])).toEqual([[1, 1, -1, -1, -1]]);
      }),
      { numRuns: 60 },
    );
  });

  test("are not found among figures that have nothing to do with each other", () => {
    fc.assert(
      fc.property(rows(6), (table) => {
        expect(provenBalances(table, [])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("have the columns too that only few lines have, which are not wrong for it", () => {
    fc.assert(
      fc.property(rows(2, 10), amount, (table, rare) => {
        const figures = table.map(([one, two], line) => {
          const third = line < 2 ? rare : 0;
          return [rounded(one! + two! + third), one!, two!, third];
        });
        expect(provenBalances(figures, [])).toEqual([[1, -1, -1, -1]]);
      }),
      { numRuns: 40 },
    );
  });

  test("are not told again where they follow from what is known, or from each other", () => {
    fc.assert(
      fc.property(rows(4), (table) => {
        const figures = table.map((row) => {
          const part = rounded(row[2]! + row[3]!);
          return [rounded(row[0]! + part), row[0]!, part, row[2]!, row[3]!];
        });
        expect(provenBalances(figures, [[-1, 1, 1, 0, 0]])).toEqual([[0, 0, 1, -1, -1]]);
        expect(provenBalances(figures, [])).toHaveLength(2);
      }),
      { numRuns: 40 },
    );
  });

  test("take in a column that has a figure in one line only", () => {
    fc.assert(
      fc.property(rows(2), amount, (table, once) => {
        const figures = table.map(([a, b], at) => [
          rounded(a! + b! + (at === 4 ? once : 0)),
          a!,
          b!,
          at === 4 ? once : 0,
        ]);
        expect(provenBalances(figures, [])).toEqual([[1, -1, -1, -1]]);
      }),
      { numRuns: 40 },
    );
  });

  test("a column that is nearly always like another proves nothing by it", () => {
    const figures = [71.23, 12.5, 903.11, 45.67, 8.9].map((value) => [value, value, 50, 30, 10, 90]);
    figures.push([78.57, 70.13, 50, 30, 10, 90]);
    expect(provenBalances(figures, [])).toEqual([[0, 0, 1, 1, 1, -1]]);
  });

  test("of small counts one line too many is no rounding", () => {
    const cars = [
      [11, 1, 2, 8],
      [14, 0, 9, 5],
      [10, 3, 6, 1],
      [24, 7, 13, 4],
      [35, 2, 21, 12],
      [18, 5, 4, 9],
      [9, 4, 2, 3],
    ];
    expect(provenBalances(cars, [])).toEqual([[1, -1, -1, -1]]);
    expect(
      provenBalances(
        cars.map((row, at) => (at < 2 ? [row[0]! + 1, ...row.slice(1)] : row)),
        [],
      ),
    ).toEqual([]);
  });
});

describe("products and rates between columns", () => {
  test("a number times a standard, in 元 and 万元", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 101, max: 90_000 }), fc.integer({ min: 31, max: 400 })), {
          minLength: 5,
          maxLength: 9,
        }),
        (lines) => {
          fc.pre(new Set(lines.map(([people]) => people)).size === lines.length);
          const figures = lines.map(([people, each]) => [people, each, (people * each) / 10_000]);
          expect(provenProducts(figures)).toEqual([{ result: 2, factors: [0, 1], exponent: -4 }]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("no product where all numbers are one", () => {
    expect(
      provenProducts([
        [1, 57.2, 57.2],
        [1, 33.1, 33.1],
        [1, 12.9, 12.9],
        [1, 40.4, 40.4],
      ]),
    ).toEqual([]);
  });

  test("a rate of two columns together through a third", () => {
    fc.assert(
      fc.property(rows(3, 5), (table) => {
        const shares = table.map(([whole, before, now]) => ({
          value: Math.round(((before! + now!) / whole!) * 1e4) / 1e4,
          decimals: 4,
        }));
        fc.pre(new Set(shares.map(({ value }) => value)).size === shares.length);
        expect(provenQuotient(table, shares)).toEqual({ above: [1, 2], below: 0 });
        expect(
          provenQuotient(
            table,
            shares.map(({ value }, at) => ({ value: value + (at + 1) / 10, decimals: 4 })),
          ),
        ).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
