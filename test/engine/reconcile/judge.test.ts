import { finish } from "../../../src/engine/steps";
import fc from "fast-check";
import {
  BlankPolicy,
  EquationStore,
  judgeInSteps,
  judgeEquation,
  Relation,
  Verdict,
  type EquationOptions,
} from "../../../src/engine/reconcile";
import { Amounts, buildWorkbook, Exact } from "../../../src/engine/workbook";

type Value = number | string | null;

/** Verdict on "left (relation) Σ right" for figures shown with two decimals. */
function verdict(
  left: Value,
  right: readonly Value[],
  relation: Relation = Relation.Equal,
  options: EquationOptions = {},
  format = "0.00",
): Verdict {
  const { store, amounts } = equation([left], right, relation, options, format);
  const [fast] = finish(judgeInSteps(store, amounts));
  expect(judgeEquation(store, 0, amounts).verdict).toBe(fast);
  return fast as Verdict;
}

/** Cell number of a value: names stand in the first column, so that blanks keep their place in the grid. */
function cellOf(row: number): number {
  return row * 2 + 1;
}

function equation(
  left: readonly Value[],
  right: readonly Value[],
  relation: Relation,
  options: EquationOptions,
  format: string,
) {
  const values = [...left, ...right];
  const workbook = buildWorkbook([
    {
      name: "表",
      cells: [...values, 1].flatMap((value, row) => [
        { row, column: 0, value: "名" },
        { row, column: 1, value, format },
      ]),
    },
  ]);
  const amounts = new Amounts(workbook);
  amounts.readGroup(Int32Array.from(values.keys(), cellOf), "万元");
  const store = new EquationStore();
  store.open("rule", relation, options);
  left.forEach((_, index) => store.left(cellOf(index)));
  right.forEach((_, index) => store.right(cellOf(left.length + index)));
  store.close();
  return { store, amounts };
}

describe("four answers to whether figures agree", () => {
  test("exactly equal figures pass, however binary floating point would add them", () => {
    expect(verdict(0.3, [0.1, 0.2])).toBe(Verdict.Pass);
  });

  test("a gap that the half units of all figures together can explain is rounding", () => {
    expect(verdict(0.34, [0.11, 0.22])).toBe(Verdict.Rounding);
    expect(verdict(0.345, [0.11, 0.22])).toBe(Verdict.Rounding);
  });

  test("a gap beyond that is a disagreement", () => {
    expect(verdict(0.35, [0.11, 0.22])).toBe(Verdict.Fail);
  });

  test("counts and points are exact: no rounding is granted", () => {
    expect(verdict(0.34, [0.11, 0.22], Relation.Equal, { exact: true })).toBe(Verdict.Fail);
  });

  test("a blank part among filled ones is zero", () => {
    expect(verdict(5, [5, null])).toBe(Verdict.Pass);
    expect(verdict(6, [5, null])).toBe(Verdict.Fail);
  });

  test("a blank total over filled parts is a disagreement, but not over zeros", () => {
    expect(verdict(null, [5, 1])).toBe(Verdict.BlankTotal);
    expect(verdict(null, [0, 0])).toBe(Verdict.Pass);
  });

  test("a filled total over blank parts cannot be told, but zero agrees with nothing", () => {
    expect(verdict(5, [null, null])).toBe(Verdict.BlankParts);
    expect(verdict(0, [null, null])).toBe(Verdict.Pass);
  });

  test("nothing on either side: there is nothing to check", () => {
    expect(verdict(null, [null])).toBe(Verdict.NotApplicable);
  });

  test("where blanks are zero, a figure without anything opposite is a disagreement", () => {
    expect(verdict(5, [], Relation.Equal, { blanks: BlankPolicy.Zero })).toBe(Verdict.Fail);
    expect(verdict(0, [], Relation.Equal, { blanks: BlankPolicy.Zero })).toBe(Verdict.Pass);
  });

  test("a figure that is no amount cannot be told", () => {
    expect(verdict("见附件", [1, 2])).toBe(Verdict.Unreadable);
    expect(verdict(3, [1, "见附件"])).toBe(Verdict.Unreadable);
  });

  test("at most and at least hold beyond equality, and round like it", () => {
    expect(verdict(4, [5], Relation.AtMost)).toBe(Verdict.Pass);
    expect(verdict(5.01, [5], Relation.AtMost)).toBe(Verdict.Rounding);
    expect(verdict(6, [5], Relation.AtMost)).toBe(Verdict.Fail);
    expect(verdict(null, [5], Relation.AtMost)).toBe(Verdict.NotApplicable);
    expect(verdict(6, [5], Relation.AtLeast)).toBe(Verdict.Pass);
    expect(verdict(4, [5], Relation.AtLeast)).toBe(Verdict.Fail);
    expect(verdict(6, [null], Relation.AtLeast)).toBe(Verdict.NotApplicable);
  });

  test("figures in 元 and 万元 are compared exactly, each rounded in its own unit", () => {
    const { store, amounts } = twoUnits(12.35, 123456);
    expect(finish(judgeInSteps(store, amounts))[0]).toBe(Verdict.Rounding);
    const exact = twoUnits(12.3456, 123456, "0.0000");
    expect(finish(judgeInSteps(exact.store, exact.amounts))[0]).toBe(Verdict.Pass);
    const wrong = twoUnits(12.36, 123456);
    expect(judgeEquation(wrong.store, 0, wrong.amounts)).toMatchObject({ verdict: Verdict.Fail });
    expect(judgeEquation(wrong.store, 0, wrong.amounts).difference?.toFixed()).toBe("0.0144");
  });

  test("a correction can be tried without touching the workbook", () => {
    const { store, amounts } = equation([10], [3, 6], Relation.Equal, {}, "0.00");
    expect(judgeEquation(store, 0, amounts, new Map([[cellOf(2), new Exact(7)]])).verdict).toBe(Verdict.Pass);
    expect(judgeEquation(store, 0, amounts, new Map([[cellOf(2), null]])).verdict).toBe(Verdict.Fail);
    expect(judgeEquation(store, 0, amounts).verdict).toBe(Verdict.Fail);
  });

  test("the quick way of adding hundredths gives the verdict of exact decimals, for any figures", () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -500, max: 500 }).map((n) => n / 100),
      fc.integer({ min: -5000, max: 5000 }).map((n) => n / 1000),
      fc.constantFrom<Value>("—", "12", "见附件", 9e15),
    );
    fc.assert(
      fc.property(
        value,
        fc.array(value, { maxLength: 4 }),
        fc.constantFrom(...Object.values(Relation)),
        fc.constantFrom("0.00", "General", "0"),
        fc.boolean(),
        (left, right, relation, format, zero) => {
          if (right.length === 0 && !zero) return;
          verdict(left, right, relation, { blanks: zero ? BlankPolicy.Zero : BlankPolicy.Standard }, format);
        },
      ),
    );
  });

  test("rounding is granted exactly as far as the intervals of the figures overlap", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -10, max: 10 }),
        (parts, gap) => {
          const sum = parts.reduce((total, part) => total + part, 0);
          const explained = Math.abs(gap) * 2 <= parts.length + 1;
          const expected = gap === 0 ? Verdict.Pass : explained ? Verdict.Rounding : Verdict.Fail;
          expect(
            verdict(
              (sum + gap) / 100,
              parts.map((part) => part / 100),
            ),
          ).toBe(expected);
        },
      ),
    );
  });
});

function twoUnits(inTenThousands: number, inYuan: number, format = "0.00") {
  const workbook = buildWorkbook([
    { name: "万元", cells: [{ row: 0, column: 0, value: inTenThousands, format }] },
    { name: "元", cells: [{ row: 0, column: 0, value: inYuan, format: "0" }] },
  ]);
  const amounts = new Amounts(workbook);
  amounts.readGroup(Int32Array.of(0), "万元");
  amounts.readGroup(Int32Array.of(1), "元");
  const store = new EquationStore();
  store.open("rule", Relation.Equal);
  store.left(0);
  store.right(1, -4);
  store.close();
  return { store, amounts };
}
