import { reconcile, type Outcome, type Rule } from "../../../src/engine/reconcile";
import { madeRule } from "./made-rules";
import { madeTables, totalOver, type MadeTable, type Value } from "./made-tables";

function outcomes(rule: Rule, ...tables: MadeTable[]): readonly Outcome[] {
  const made = madeTables(tables);
  const result = reconcile(made.workbook, made.tables, [rule]);
  return [...result.outcomes, ...result.passOutcomes()];
}

function kinds(rule: Rule, ...tables: MadeTable[]): string[] {
  return outcomes(rule, ...tables).map((outcome) => outcome.outcome);
}

/** Coded lines under a total: 类 under the total, 款 under its 类, 项 under its 款. */
function coded(
  kind: string,
  total: Value,
  lines: Readonly<Record<string, Value>>,
  rest: Partial<MadeTable> = {},
): MadeTable {
  const codes = Object.keys(lines);
  const parentOf = (code: string) => {
    for (let length = code.length - 2; length >= 3; length -= 2)
      if (codes.includes(code.slice(0, length))) return codes.indexOf(code.slice(0, length)) + 1;
    return 0;
  };
  return {
    kind,
    sections: [
      {
        columns: [{ roles: ["total"] }],
        lines: [
          { label: "合计", roles: ["grand-total"], values: [total] },
          ...codes.map((code) => ({ label: `科目${code}`, code, values: [lines[code]!], parent: parentOf(code) })),
        ],
      },
    ],
    ...rest,
  };
}

describe("其中: at most the whole, never added", () => {
  const rule = madeRule({ check: "of-which-at-most" });
  const table = (whole: Value, parts: readonly [string, Value][]): MadeTable => ({
    kind: "made",
    sections: [
      {
        columns: [{ roles: ["total"] }],
        lines: [
          { label: "财政拨款", values: [whole] },
          ...parts.map(([label, value]) => ({ label, values: [value], parent: 0, part: "of-which" as const })),
        ],
      },
    ],
  });

  test("a list under one 其中 is at most the whole together", () => {
    expect(
      kinds(
        rule,
        table(10, [
          ["其中：甲", 6],
          ["乙", 6],
        ]),
      ),
    ).toEqual(["fail"]);
    expect(
      kinds(
        rule,
        table(10, [
          ["其中：甲", 6],
          ["乙", 3],
        ]),
      ),
    ).toEqual(["pass"]);
  });

  test("items that each say 其中 may overlap", () => {
    expect(
      kinds(
        rule,
        table(10, [
          ["其中：甲", 6],
          ["其中：乙", 6],
        ]),
      ),
    ).toEqual(["pass", "pass"]);
  });
});

describe("line by line, by code", () => {
  const rule = madeRule({
    check: "equal-by-code",
    tables: ["all", "part"],
    parameters: {
      left: { table: "all", columns: [{ roles: ["total"] }] },
      right: [
        { table: "part", columns: [{ roles: ["total"] }] },
        { table: "fund", columns: [{ roles: ["total"] }] },
      ],
    },
  });

  test("a code is compared with the sum over the other tables, in their units", () => {
    const all = coded("all", 30, { 205: 20, 212: 10 });
    expect(
      kinds(rule, all, coded("part", 20, { 205: 20 }), coded("fund", 100000, { 212: 100000 }, { unit: "元" })),
    ).toEqual(["pass", "pass"]);
    expect(kinds(rule, all, coded("part", 20, { 205: 19 }), coded("fund", 10, { 212: 10 }))).toEqual(["fail", "pass"]);
  });

  test("only levels that both print are compared", () => {
    expect(kinds(rule, coded("all", 20, { 205: 20, 20503: 20 }), coded("part", 20, { 205: 20 }))).toEqual(["pass"]);
  });

  test("a code that one table does not print is compared with what its parent has left over", () => {
    const all = coded("all", 30, { 205: 30, 20501: 10, 20502: 20 });
    expect(kinds(rule, all, coded("part", 30, { 205: 30, 20501: 10 }))).toEqual(["pass", "pass", "pass"]);
    expect(kinds(rule, all, coded("part", 30, { 205: 30, 20501: 15 })).filter((kind) => kind === "fail")).toHaveLength(
      2,
    );
  });

  test("a code that only the other table prints is found, too", () => {
    const all = coded("all", 10, { 205: 10 });
    expect(kinds(rule, all, coded("part", 10, { 205: 10, 208: 5 }))).toEqual(["fail", "pass"]);
  });
});

describe("between tables", () => {
  const total = (table: string, name: string, required = false) => ({
    table,
    name,
    lines: [{ roles: ["grand-total"] }],
    columns: [{ roles: ["total"] }],
    required,
  });
  const equal = madeRule({
    check: "equal",
    tables: ["one", "other"],
    parameters: { left: [total("one", "合计", true)], right: [total("other", "合计", true)] },
  });

  test("元 and 万元 are converted, and amounts are told in the unit of the reported cell", () => {
    expect(
      kinds(equal, totalOver(12.34, [], { kind: "one" }), totalOver(123400, [], { kind: "other", unit: "元" })),
    ).toEqual(["pass"]);
    expect(
      outcomes(equal, totalOver(12, [], { kind: "one" }), totalOver(110000, [], { kind: "other", unit: "元" })),
    ).toMatchObject([{ outcome: "fail", reported: "12", computed: "11", difference: "1" }]);
  });

  test("a form without the line that the check needs cannot be told; an empty form has nothing to check", () => {
    const without = (value: Value): MadeTable => ({
      kind: "other",
      sections: [{ columns: [{ roles: ["total"] }], lines: [{ label: "某项", values: [value] }] }],
    });
    expect(outcomes(equal, totalOver(12, [], { kind: "one" }), without(12))).toMatchObject([
      { outcome: "cannot-tell", detail: { code: "missing", parameters: { what: "合计", where: "other" } } },
    ]);
    expect(kinds(equal, totalOver(12, [], { kind: "one" }), without(null))).toEqual([]);
  });

  test("where a table is missing the check does not apply", () => {
    expect(kinds(equal, totalOver(12, [], { kind: "one" }))).toEqual([]);
  });

  test("forms taken together are added up; strays of another body make the check not applicable", () => {
    const together = madeRule({
      check: "equal",
      tables: ["one", "form"],
      together: ["form"],
      parameters: { left: [total("one", "合计")], right: [total("form", "合计")] },
    });
    const forms = [totalOver(5, [], { kind: "form", body: "甲局" }), totalOver(7, [], { kind: "form", body: "甲局" })];
    expect(kinds(together, totalOver(12, [], { kind: "one", body: "甲局" }), ...forms)).toEqual(["pass"]);
    expect(
      kinds(
        together,
        totalOver(12, [], { kind: "one", body: "甲局" }),
        forms[0]!,
        totalOver(7, [], { kind: "form", body: "乙站" }),
      ),
    ).toEqual([]);
  });

  test("tables of a document that is only compared with are not checked themselves", () => {
    expect(kinds(madeRule({ check: "lines-add-up" }), totalOver(3, [1, 1], { document: "prior" }))).toEqual([]);
  });

  test("units are matched by code, else by name; one that stands alone is passed over", () => {
    const rule = madeRule({
      check: "equal-by-unit",
      tables: ["one", "other"],
      parameters: {
        left: { table: "one", columns: [{ roles: ["total"] }] },
        right: { table: "other", columns: [{ roles: ["total"] }] },
      },
    });
    const units = (kind: string, lines: readonly [string, string | undefined, Value][]): MadeTable => ({
      kind,
      sections: [
        {
          columns: [{ roles: ["total"] }],
          lines: lines.map(([label, code, value]) => ({
            label,
            ...(code === undefined ? {} : { code }),
            roles: ["unit"],
            values: [value],
          })),
        },
      ],
    });
    expect(
      kinds(
        rule,
        units("one", [
          ["甲中心", "101", 5],
          ["乙站", undefined, 6],
          ["丙所", "103", 7],
        ]),
        units("other", [
          ["甲中心（本级）", "101", 5],
          ["乙站", "102", 9],
        ]),
      ),
    ).toEqual(["fail", "pass"]);
  });
});

describe("an empty table is empty everywhere", () => {
  const rule = madeRule({
    check: "empty-everywhere",
    tables: ["fund"],
    parameters: { table: "fund", elsewhere: [{ table: "other", name: "基金", lines: [{ roles: ["fund"] }] }] },
  });
  const fund = (value: Value): MadeTable => totalOver(value, [], { kind: "fund" });
  const other = (value: Value): MadeTable => ({
    kind: "other",
    sections: [{ columns: [{ roles: ["total"] }], lines: [{ label: "基金", roles: ["fund"], values: [value] }] }],
  });

  test.each<[Value, Value, string[]]>([
    [null, 5, ["fail"]],
    [null, 0, ["pass"]],
    [0, 5, ["fail"]],
    [null, null, []],
    [3, 5, []],
  ])("table %p and elsewhere %p: %j", (here, there, expected) => {
    expect(kinds(rule, fund(here), other(there))).toEqual(expected);
  });
});

describe("rows repeated at page tops", () => {
  const repeated = (again: Value): MadeTable => ({
    kind: "made",
    sections: [
      {
        columns: [{ roles: ["total"] }],
        lines: [
          { label: "合计", values: [10], roles: ["grand-total"] },
          { label: "甲项目", values: [10], parent: 0 },
          { label: "甲项目", values: [again], parent: 0, repeats: 1 },
        ],
      },
    ],
  });
  const rules = [
    madeRule({ check: "lines-add-up", id: "sum" }),
    madeRule({ check: "repeated-rows-agree", id: "repeated" }),
  ];
  const run = (table: MadeTable) => {
    const { workbook, tables } = madeTables([table]);
    return reconcile(workbook, tables, rules).outcomes.map(({ rule, outcome }) => `${rule} ${outcome}`);
  };

  test("are one fact: not added twice", () => {
    expect(run(repeated(10))).toEqual([]);
    expect(run(repeated(null))).toEqual([]);
  });

  test("that differ are said once, and what depends on them cannot be told", () => {
    expect(run(repeated(11))).toEqual(["repeated fail", "sum cannot-tell"]);
  });
});

describe("hints", () => {
  test("figures kept as text are read, and hinted at once a table and way of writing", () => {
    const rule = madeRule({ check: "amount-notation", severity: "hint" });
    expect(outcomes(rule, totalOver("1,200.00", ["1,000.00", "200.00"]))).toMatchObject([
      { outcome: "fail", severity: "hint", detail: { parameters: { notation: "number-as-text", count: 3 } } },
      { outcome: "fail", severity: "hint", detail: { parameters: { notation: "thousands-separators", count: 2 } } },
    ]);
    expect(kinds(rule, totalOver(3, [1, 2]))).toEqual(["pass"]);
  });

  test("stored figures that agree but do not add up as displayed are hinted at", () => {
    const rules = [
      madeRule({ check: "lines-add-up", id: "sum" }),
      madeRule({ check: "displayed-figures-agree", id: "displayed", severity: "hint" }),
    ];
    const { workbook, tables } = madeTables([totalOver(0.008, [0.004, 0.004])]);
    const result = reconcile(workbook, tables, rules);
    expect(result.outcomes).toMatchObject([
      { rule: "displayed", outcome: "rounding", severity: "hint", reported: "0.01", computed: "0" },
    ]);
    expect(result.counts).toMatchObject({ checks: 2, pass: 1, rounding: 1 });
  });
});

describe("a rate is its parts, rounded as it is written", () => {
  const rule = madeRule({
    check: "ratio",
    parameters: { rate: column("rate"), numerator: column("above"), denominator: column("below") },
  });
  function column(role: string) {
    return { table: "made", columns: [{ roles: [role] }] };
  }
  const table = (rate: Value, above: Value, below: Value): MadeTable => ({
    kind: "made",
    format: "General",
    sections: [
      {
        columns: [{ roles: ["rate"] }, { roles: ["above"] }, { roles: ["below"] }],
        lines: [{ label: "人员", values: [rate, above, below] }],
      },
    ],
  });

  test.each<[Value, Value, Value, string[]]>([
    [0.9375, 90, 96, ["pass"]],
    ["93.75%", 90, 96, ["pass"]],
    [93.8, 90, 96, ["pass"]],
    [0.3333, 1, 3, ["pass"]],
    [0.95, 90, 96, ["fail"]],
    ["95%", 90, 96, ["fail"]],
    [0.95, 90, 0, []],
    [null, 90, 96, ["fail"]],
    [0.95, null, 96, ["cannot-tell"]],
    ["见附件", 90, 96, ["cannot-tell"]],
    [null, null, null, []],
  ])("%p for %p of %p: %j", (rate, above, below, expected) => {
    expect(kinds(rule, table(rate, above, below))).toEqual(expected);
  });
});

describe("sums of a level, all printed but one", () => {
  const rule = madeRule({ check: "levels-printed" });
  const whole = { 205: 30, 20501: 10, 2050101: 10, 20502: 20, 2050201: 20, 208: 5, 20805: 5, 2080505: 5 };
  const without = (...codes: readonly string[]): MadeTable =>
    coded("made", 35, Object.fromEntries(Object.entries(whole).filter(([code]) => !codes.includes(code))));

  test("the one that is not there is missed, though everything adds up", () => {
    const missing = outcomes(rule, without("20501")).filter(({ outcome }) => outcome === "fail");
    expect(missing.map(({ detail }) => detail)).toEqual([
      {
        code: "level-missing",
        parameters: { table: expect.any(String), code: "20501", child: "科目2050101", count: 1 },
      },
    ]);
    expect(kinds(rule, without())).not.toContain("fail");
  });

  test("a level that is left out here and there, or altogether, is a form's own way", () => {
    expect(kinds(rule, without("20501", "20805"))).not.toContain("fail");
    expect(kinds(rule, without("20501", "20502", "20805"))).not.toContain("fail");
  });

  test("a form that prints no sum over a single row misses none", () => {
    expect(
      kinds(
        rule,
        coded("made", 60, {
          205: 60,
          20501: 30,
          2050101: 10,
          2050102: 20,
          20502: 20,
          2050201: 10,
          2050202: 10,
          2050803: 10,
        }),
      ),
    ).not.toContain("fail");
  });
});
