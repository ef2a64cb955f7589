import fc from "fast-check";
import { declare, defineCheck, linearChecks, reconcile } from "../../../src/engine/reconcile";
import { z } from "zod/mini";
import { linesAddUp, madeRule } from "./made-rules";
import { madeTables, totalOver, type MadeTable, type Value } from "./made-tables";

describe("a reconciliation", () => {
  test("tells what does not agree with its cells and exact amounts", () => {
    const { workbook, tables } = madeTables([totalOver(10.5, [3.25, 7])]);
    const { outcomes, counts } = reconcile(workbook, tables, [linesAddUp]);
    expect(outcomes).toMatchObject([
      {
        rule: "made-rule",
        outcome: "fail",
        severity: "error",
        reported: "10.5",
        computed: "10.25",
        difference: "0.25",
        detail: { code: "sum", parameters: { total: "made“合计”", parts: ["made“第1项”", "made“第2项”"] } },
      },
    ]);
    expect(outcomes[0]!.operands.map(({ role }) => role)).toEqual(["reported", "part", "part"]);
    expect(counts).toEqual({ checks: 1, pass: 0, rounding: 0, fail: 1, cannotTell: 0, notApplicable: 0 });
  });

  test("what passed is there on demand", () => {
    const { workbook, tables } = madeTables([totalOver(10, [3, 7])]);
    const result = reconcile(workbook, tables, [linesAddUp]);
    expect(result.outcomes).toEqual([]);
    expect(result.passOutcomes()).toMatchObject([{ outcome: "pass", reported: "10", computed: "10", difference: "0" }]);
  });

  test("a check that breaks is 未能核对, never a pass, and the others go on", () => {
    const breaking = defineCheck({
      scope: "table",
      parameters: z.strictObject({}),
      run({ store, rule }) {
        store.open(rule.id, 0);
        store.left(0);
        throw new Error("读到一半");
      },
    });
    const checks = { ...linearChecks, breaking };
    const { workbook, tables } = madeTables([totalOver(10, [3, 7])]);
    const { outcomes, counts } = reconcile(
      workbook,
      tables,
      [madeRule({ check: "breaking", id: "broken" }, checks), linesAddUp],
      checks,
    );
    expect(outcomes).toMatchObject([
      {
        rule: "broken",
        outcome: "cannot-tell",
        detail: { code: "crashed", parameters: { reason: expect.stringMatching(/^Error [\w.-]+:\d+$/) as string } },
      },
    ]);
    expect(counts).toMatchObject({ checks: 2, pass: 1, cannotTell: 1 });
  });

  test("what a check says without having declared it is 未能核对, too: nobody could put it into words", () => {
    const words = { parameters: z.strictObject({}), title: () => "不符", lines: () => [] };
    const [declared, other] = [declare("declared", words), declare("other", words)];
    const speaking = defineCheck({
      scope: "table",
      parameters: z.strictObject({}),
      says: [declared],
      run: ({ rule: { id: rule, severity } }) => [
        {
          rule,
          severity,
          outcome: "fail",
          operands: [],
          reported: null,
          computed: null,
          difference: null,
          detail: other.with({}),
          equation: null,
        },
      ],
    });
    const checks = { ...linearChecks, speaking };
    const { workbook, tables } = madeTables([totalOver(10, [3, 7])]);
    const { outcomes } = reconcile(workbook, tables, [madeRule({ check: "speaking" }, checks)], checks);
    expect(outcomes).toMatchObject([{ outcome: "cannot-tell", detail: { code: "crashed" } }]);
  });

  test("a rule whose preconditions do not hold is counted as not applicable", () => {
    const { workbook, tables } = madeTables([totalOver(10, [3, 6])]);
    const filled = { filled: { table: "made" } };
    const missing = { present: { table: "elsewhere" } };
    const counts = (rule: Parameters<typeof madeRule>[0]) => reconcile(workbook, tables, [madeRule(rule)]).counts;
    expect(counts({ check: "lines-add-up", when: [missing] })).toMatchObject({ checks: 0, notApplicable: 1 });
    expect(counts({ check: "lines-add-up", unless: [filled] })).toMatchObject({ checks: 0, notApplicable: 1 });
    expect(
      counts({ check: "lines-add-up", when: [{ any: [missing, filled] }], unless: [filled, missing] }),
    ).toMatchObject({ checks: 1, fail: 1 });
  });

  test("figures that cannot be read are told with what stands there", () => {
    const { workbook, tables } = madeTables([totalOver(10, [3, "#REF!"])]);
    expect(reconcile(workbook, tables, [linesAddUp]).outcomes).toMatchObject([
      { outcome: "cannot-tell", detail: { code: "unreadable", parameters: { content: "#REF!" } } },
    ]);
  });
});

const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 });
const sums: MadeTable["sections"][number]["columns"] = [{ roles: ["total"] }];

/** A total over parts whose sum it is, give or take a gap. */
const tableWithGap = fc
  .tuple(fc.array(hundredths, { minLength: 1, maxLength: 6 }), fc.integer({ min: -300, max: 300 }))
  .map(([parts, gap]) => ({ parts, total: parts.reduce((sum, part) => sum + part, 0) + gap, gap }));

function check(total: number, parts: readonly number[], write: (hundredths: number) => Value = (value) => value / 100) {
  const { workbook, tables } = madeTables([
    {
      kind: "made",
      sections: [
        {
          columns: sums,
          lines: [
            { label: "合计", values: [write(total)] },
            ...parts.map((part, index) => ({ label: `第${index}项`, values: [write(part)], parent: 0 })),
          ],
        },
      ],
    },
  ]);
  const before = JSON.stringify(workbook, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value,
  );
  const result = reconcile(workbook, tables, [linesAddUp]);
  const after = JSON.stringify(workbook, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value,
  );
  return { outcomes: [...result.outcomes, ...result.passOutcomes()], unchanged: before === after };
}

describe("whatever the figures are", () => {
  test("scaling all amounts scales the difference, and nothing is decided by a share of the amount", () => {
    fc.assert(
      fc.property(tableWithGap, fc.constantFrom(10, 100, 1000), ({ total, parts, gap }, factor) => {
        const one = check(total, parts).outcomes[0];
        const scaled = check(
          total * factor,
          parts.map((part) => part * factor),
        ).outcomes[0];
        expect(Number(one?.difference) * 100).toBeCloseTo(gap, 6);
        expect(Number(scaled?.difference)).toBeCloseTo(Number(one?.difference) * factor, 6);
        if (gap === 0) expect(scaled?.outcome).toBe("pass");
      }),
    );
  });

  test("text or number makes no difference to the answer", () => {
    fc.assert(
      fc.property(tableWithGap, ({ total, parts }) => {
        const written = check(total, parts, (value) => (value / 100).toFixed(2));
        expect(written.outcomes.map(({ outcome, difference }) => [outcome, difference])).toEqual(
          check(total, parts).outcomes.map(({ outcome, difference }) => [outcome, difference]),
        );
      }),
    );
  });

  test("reported − computed = difference in decimals, and the workbook is never changed", () => {
    fc.assert(
      fc.property(tableWithGap, ({ total, parts }) => {
        const { outcomes, unchanged } = check(total, parts);
        expect(unchanged).toBe(true);
        for (const { reported, computed, difference } of outcomes)
          expect(Math.round(Number(reported) * 100) - Math.round(Number(computed) * 100)).toBe(
            Math.round(Number(difference) * 100),
          );
      }),
    );
  });
});
