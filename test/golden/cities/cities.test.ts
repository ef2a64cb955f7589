import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import type { CheckedWorkbook } from "../../../src/engine/check-workbook";
import { cities } from "../../engine/tables/cities";
import { withFault } from "../../engine/tables/cities/faults";
import { typedWorkbook } from "../../engine/tables/sheets";
import type { Typed } from "../../engine/tables/sheets";

const check = (sheets: readonly Typed[]): CheckedWorkbook => checkWorkbook("某地.xlsx", typedWorkbook(...sheets), catalogue, allChecks);

describe.each(cities.map((city) => [city.name, city] as const))("a workbook of a place never seen before: %s", (_, { sheets, tables, others, faults }) => {
  const clean = check(sheets);

  test("each table is known for what it is, with its year, unit and body; nothing else is taken for one", () => {
    const known = clean.tables.filter(({ template }) => template.lastResort !== true);
    const bySums = clean.tables.filter((table) => !known.includes(table));
    expect(known.map(({ sheet, template, year, unit, body }) => `${sheet.name} | ${template.kind} | ${year ?? "—"} | ${unit ?? "—"} | ${body ?? "—"}`)).toEqual(tables);
    expect([...clean.unrecognised, ...bySums].map(({ sheet }) => sheet.name).sort()).toEqual([...(others ?? [])].sort());
  });

  test("where all figures agree nothing is found, and much was checked", () => {
    expect(clean.findings.map(({ title }) => title)).toEqual([]);
    expect(clean.summary.pass).toBe(clean.summary.checks);
    expect(clean.summary.checks).toBeGreaterThan(20 * tables.length / 2);
  });

  test.each(faults.map((fault) => [fault.slip, fault] as const))("%s: one finding, the right cell first", (_slip, fault) => {
    const { findings } = check(withFault(sheets, fault));
    expect(findings.map(({ outcome }) => outcome)).toEqual(["fail"]);
    const [first] = findings[0]!.suspects;
    expect(first?.sheet).toBe(fault.sheet);
    expect(fault.suspects).toContain(first?.address);
  });
});
