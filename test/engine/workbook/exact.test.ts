import Decimal from "decimal.js";
import fc from "fast-check";
import { Exact } from "../../../src/engine/workbook";

/** What exact arithmetic is held against. */
const Oracle = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60, rounding: Decimal.ROUND_HALF_UP });

/** Amounts as they are written, and some that no double holds. */
const written = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.integer(), fc.integer({ min: 0, max: 6 })).map(digits) },
  { weight: 2, arbitrary: fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 18 })).map(digits) },
  fc.constantFrom("0", "-0", "0.10", "-1.00", "0.005", "-0.004", "9007199254740993", "123456789012345678901.25"),
);

function digits([whole, decimals]: readonly [number, number]): string {
  return new Oracle(whole).times(new Oracle(10).pow(-decimals)).toFixed();
}

test("sums, products, quotients and comparisons are those of decimals written out", () => {
  fc.assert(
    fc.property(written, written, (one, other) => {
      const [a, b, x, y] = [new Exact(one), new Exact(other), new Oracle(one), new Oracle(other)];
      expect(a.plus(b).toString()).toBe(x.plus(y).toString());
      expect(a.minus(b).toString()).toBe(x.minus(y).toString());
      expect(a.times(b).toString()).toBe(x.times(y).toString());
      if (!y.isZero()) expect(a.dividedBy(b).toString()).toBe(x.dividedBy(y).toString());
      expect(a.comparedTo(b)).toBe(x.comparedTo(y));
      expect(Exact.max(a, b).toString()).toBe(Oracle.max(x, y).toString());
      expect(Exact.min(a, b).toString()).toBe(Oracle.min(x, y).toString());
    }),
    { numRuns: 2000 },
  );
});

test("a decimal is rounded, written and read back as its digits say", () => {
  fc.assert(
    fc.property(written, fc.integer({ min: 0, max: 8 }), (text, places) => {
      const [a, x] = [new Exact(text), new Oracle(text)];
      expect(a.toFixed()).toBe(x.toFixed());
      expect(a.toFixed(places)).toBe(x.toFixed(places));
      expect(a.toDecimalPlaces(places).toString()).toBe(x.toDecimalPlaces(places).toString());
      expect(a.toDecimalPlaces(places, Exact.ROUND_DOWN).toString()).toBe(
        x.toDecimalPlaces(places, Decimal.ROUND_DOWN).toString(),
      );
      expect([a.decimalPlaces(), a.precision(), a.toNumber()]).toEqual([
        x.decimalPlaces(),
        x.precision(),
        x.toNumber(),
      ]);
      expect([a.isZero(), a.isNegative(), a.isInteger()]).toEqual([x.isZero(), x.isNegative(), x.isInteger()]);
      const others = [a.abs(), a.negated(), a.trunc(), a.floor(), a.round()].map(String);
      expect(others).toEqual([x.abs(), x.negated(), x.trunc(), x.floor(), x.round()].map(String));
      expect(new Exact(a.toString()).eq(a)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("a double is the decimal that it is written as", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.double({ noNaN: true }),
        fc.integer().map((count) => count / 100),
      ),
      (value) => {
        expect(new Exact(value).toString()).toBe(new Oracle(value).toString());
      },
    ),
    { numRuns: 2000 },
  );
});

test("what is no number is none", () => {
  expect(() => new Exact("十二")).toThrow();
  expect(new Exact(Number.NaN).eq(0)).toBe(false);
  expect(new Exact(Infinity).isFinite()).toBe(false);
  expect(new Exact(Infinity).gt("1e50")).toBe(true);
});
