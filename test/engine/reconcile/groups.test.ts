import { bodyKey, groupTables } from "../../../src/engine/reconcile";
import { madeTables, totalOver, type MadeTable } from "./made-tables";

/** Kinds of the tables that are compared with each other, group by group. */
function grouped(...tables: Pick<MadeTable, "kind" | "body" | "year">[]): string[][] {
  return groupTables(madeTables(tables.map((table) => totalOver(1, [1], table))).tables).map((group) =>
    group.tables.map((table) => table.template.kind),
  );
}

describe("tables are compared within one body and one year", () => {
  test("two bodies in one workbook are kept apart", () => {
    expect(
      grouped(
        { kind: "a", body: "甲局" },
        { kind: "b", body: "甲局" },
        { kind: "a", body: "乙中心" },
        { kind: "b", body: "乙中心" },
      ),
    ).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  test("two years are kept apart", () => {
    expect(grouped({ kind: "a", year: 2024 }, { kind: "b", year: 2024 }, { kind: "a", year: 2025 })).toEqual([
      ["a", "b"],
      ["a"],
    ]);
  });

  test("a table that names no body goes with the only one, or with the one before it", () => {
    expect(grouped({ kind: "a" }, { kind: "b", body: "甲局" }, { kind: "c" })).toEqual([["a", "b", "c"]]);
    expect(grouped({ kind: "a", body: "甲局" }, { kind: "b" }, { kind: "a", body: "乙中心" }, { kind: "b" })).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  test("codes, brackets and 汇总 in a body's name do not make another body", () => {
    expect(bodyKey("501001 某市档案馆（汇总）")).toBe(bodyKey("某市档案馆"));
  });

  test("an abbreviation is the same body where no kind of table stands in both", () => {
    expect(grouped({ kind: "a", body: "某市工业和信息化局" }, { kind: "b", body: "某市工信局" })).toEqual([["a", "b"]]);
    expect(grouped({ kind: "a", body: "某市工业和信息化局" }, { kind: "a", body: "某市工信局" })).toEqual([
      ["a"],
      ["a"],
    ]);
  });

  test("nameless tables that start again with their first kind are another body's", () => {
    expect(grouped({ kind: "a" }, { kind: "b" }, { kind: "a" }, { kind: "b" })).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
    expect(grouped({ kind: "a" }, { kind: "b" }, { kind: "b" }, { kind: "c" })).toEqual([["a", "b", "b", "c"]]);
  });

  test("a table that is called last year's stands apart, and the others take their year from it", () => {
    const { tables } = madeTables(
      [{ kind: "a" }, { kind: "b" }, { kind: "a", year: 2023 }, { kind: "c" }].map((table) => totalOver(1, [1], table)),
    );
    const named = (title: string) => groupTables(tables.map((table, at) => (at === 2 ? { ...table, title } : table)));
    expect(
      named("2023年上年收支总表").map(({ year, lastYears, tables: own }) => [year, lastYears, own.length]),
    ).toEqual([
      [2024, false, 3],
      [2023, true, 1],
    ]);
    expect(named("上年结转支出表")).toHaveLength(1);
    expect(named("上年与本年收支对比表")).toHaveLength(1);
  });

  test("of two tables of a kind the one of an earlier year than the text is last year's", () => {
    const { tables } = madeTables(
      [{ kind: "a" }, { kind: "b" }, { kind: "a", year: 2023 }].map((table) => totalOver(1, [1], table)),
    );
    const text = { ...tables[0]!, year: 2024, template: { ...tables[0]!.template, layout: "narrative" as const } };
    expect(groupTables(tables, [text, ...tables]).map(({ year, lastYears }) => [year, lastYears])).toEqual([
      [2024, false],
      [2023, true],
    ]);
    expect(groupTables(tables.slice(1), [text, ...tables])).toHaveLength(1);
  });
});
