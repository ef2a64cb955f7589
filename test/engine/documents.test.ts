/** Of which year a workbook is, and what it is to another: what its tables say, else its cover. */
import { catalogue } from "../../src/catalogue";
import { identityOf, roleOf } from "../../src/engine/check-workbook";
import type { Recognition } from "../../src/engine/tables";
import { recogniseTables } from "../../src/engine/tables";
import { buildWorkbook } from "../../src/engine/workbook";

/** The 三公 table of a body, with or without its year, behind a cover. */
function book(cover: readonly string[], title: string, body = "某市某局"): Recognition {
  const lines = [
    [title],
    [`部门名称：${body}`, null, "单位：万元"],
    ["项目", "合计", "备注"],
    ["合计", 12, null],
    ["公务接待费", 5, null],
    ["公务用车运行维护费", 7, null],
  ];
  const cellsOf = (rows: readonly (readonly (string | number | null)[])[]) =>
    rows.flatMap((row, at) => row.map((value, column) => ({ row: at, column, value })));
  const workbook = buildWorkbook([
    { name: "封面", cells: cellsOf(cover.map((line) => [line])) },
    { name: "三公经费", cells: cellsOf(lines) },
  ]);
  return recogniseTables(workbook, catalogue.templates);
}

test("a title's year counts, whatever the cover says", () => {
  expect(identityOf(book(["某市某局2024年部门预算"], "2025年一般公共预算“三公”经费支出表")).year).toBe(2025);
});

test("where no title has a year, the cover's counts, unless it names two", () => {
  const title = "一般公共预算“三公”经费支出表";
  expect(identityOf(book(["某市某局", "2025年部门预算"], title)).year).toBe(2025);
  expect(identityOf(book(["2024年部门决算", "2025年部门预算"], title)).year).toBeNull();
  expect(identityOf(book(["某市某局"], title)).year).toBeNull();
});

test("a workbook whose cover is of an earlier year is proposed as the year before", () => {
  const title = "一般公共预算“三公”经费支出表";
  const own = book(["2025年部门预算"], title);
  expect([roleOf(own, book(["2024年部门预算"], title)), roleOf(own, book(["2025年部门预算"], title))]).toEqual([
    "prior",
    "unit",
  ]);
});

test.each(["某市某局", "某市别局"])("a later year of %s is compared with nothing unasked", (body) => {
  const title = "一般公共预算“三公”经费支出表";
  expect(roleOf(book(["2025年部门预算"], title), book(["2026年部门预算"], title, body))).toBeNull();
});

test.each([
  ["某局", "prior"],
  ["某市 某局（本级）", "prior"],
  ["某市别局", null],
])("an earlier year of %s is %s to 某市某局: of another body it is compared with nothing", (body, role) => {
  const title = "一般公共预算“三公”经费支出表";
  expect(roleOf(book(["2025年部门预算"], title), book(["2024年部门预算"], title, body))).toBe(role);
});
