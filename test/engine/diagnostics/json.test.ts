import fc from "fast-check";
import { diagnose, suspectKinds, toJson, type CheckJson } from "../../../src/engine/diagnostics";
import { sum } from "../../../src/engine/reconcile/equation-sayings";
import { Exact } from "../../../src/engine/workbook";
import { checked, madeBudget } from "./made-budget";

const summary = { checks: 3, pass: 2, rounding: 0, fail: 1, cannotTell: 0, notApplicable: 0 };

function jsonOf(values: readonly number[]): CheckJson {
  const tables = madeBudget(
    [
      [
        [100_000, 23_456],
        [50_000, 7_000],
      ],
      [
        [30_000, 1_000],
        [4_000, 900],
      ],
    ],
    "元",
  );
  values.forEach((value, place) => {
    tables[place % 2]!.rows[place % 7]!.values[place % 3] = value;
  });
  const made = checked(tables);
  return toJson({
    workbook: "预算.xlsx",
    tables: made.tables,
    unrecognised: [{ sheet: made.workbook.sheets[0]!, reason: "no-title", words: ["封面"] }],
    findings: diagnose(made),
    text: [],
    summary,
  });
}

describe("what the command line prints", () => {
  it("has the keys of the contract in their order", () => {
    const json = jsonOf([1.5]);
    expect(Object.keys(json)).toEqual(["schema", "workbook", "tables", "unrecognised", "findings", "summary"]);
    expect(Object.keys(json.tables[0]!)).toEqual([
      "sheet",
      "range",
      "kind",
      "title",
      "year",
      "unit",
      "body",
      "code",
      "stage",
      "unreadColumns",
    ]);
    expect(Object.keys(json.summary)).toEqual([
      "checks",
      "pass",
      "rounding",
      "fail",
      "cannotTell",
      "notApplicable",
      "text",
    ]);
    const [finding] = json.findings;
    expect(Object.keys(finding!)).toEqual([
      "code",
      "outcome",
      "severity",
      "title",
      "message",
      "cells",
      "reported",
      "computed",
      "difference",
      "suspects",
      "witnesses",
      "group",
      "accepted",
    ]);
    expect(Object.keys(finding!.cells[0]!)).toEqual(["sheet", "address", "role", "value"]);
    expect(Object.keys(finding!.suspects[0]!)).toEqual(["sheet", "address", "kind", "reason", "proposed"]);
    expect(Object.keys(finding!.witnesses[0]!)).toEqual(["code", "cells", "reported", "computed", "difference"]);
    expect(json.unrecognised).toEqual([{ sheet: "收入总表", reason: "没有找到表名（封面）" }]);
  });

  it("has numbers with reported − computed = difference in decimals, also when printed and read again", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (values) => {
          const { findings } = JSON.parse(JSON.stringify(jsonOf(values))) as CheckJson;
          for (const { reported, computed, difference } of findings.flatMap((finding) => [
            finding,
            ...finding.witnesses,
          ])) {
            if (reported === null || computed === null || difference === null) continue;
            expect(new Exact(String(reported)).minus(String(computed)).toString()).toBe(
              new Exact(String(difference)).toString(),
            );
          }
          for (const { suspects } of findings) for (const { kind } of suspects) expect(suspectKinds).toContain(kind);
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });

  it("leaves out what passes unless all is asked for", () => {
    const made = checked(madeBudget([[[100, 200]]]));
    const passing = diagnose({
      ...made,
      outcomes: [
        {
          rule: "sum",
          outcome: "pass",
          severity: "error",
          operands: [{ cell: made.cell(0, 0, 0), role: "reported" }],
          reported: "3",
          computed: "3",
          difference: "0",
          detail: sum.with({ total: "合计", parts: [] }),
          equation: 0,
        },
      ],
    });
    const result = { workbook: "a.xlsx", tables: made.tables, unrecognised: [], findings: passing, text: [], summary };
    expect(toJson(result).findings).toEqual([]);
    expect(toJson(result, true).findings).toMatchObject([{ outcome: "pass", title: "合计等于各项之和" }]);
  });
});
