import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import type { CheckedWorkbook } from "../../../src/engine/check-workbook";
import { buildWorkbook } from "../../../src/engine/workbook";
import type { SourceSheet } from "../../../src/engine/workbook";
import { cities } from "../../engine/tables/cities";
import { typedSheet } from "../../engine/tables/sheets";
import { accidents, cuts } from "./accidents";
import type { Accident } from "./accidents";

const check = (sheets: readonly SourceSheet[]): CheckedWorkbook => checkWorkbook("某地.xlsx", buildWorkbook(sheets), catalogue, allChecks);
/** A table that no template knows is read only where it stands alone, and says nothing here either way. */
const kinds = ({ tables }: CheckedWorkbook): string[] => tables.filter(({ template }) => template.lastResort !== true).map(({ template, unit }) => `${template.kind} ${unit}`).sort();
const books = cities.map(({ name, sheets }) => ({ name, sheets: sheets.map((sheet, index) => typedSheet({ name: `Sheet${index + 1}`, ...sheet })) }));
/** These places' tables stand upright or as one list; such tables are short and are not read across a cut. */
const upright = ["行政经费与三公、科目带方括号", "竖排收入表、单列收支总表", "收支总表支出分资金、基本支出分经济"];
/**
 * To cut the one sheet of eight tables in two cuts one table only; the units are in pages already; lists beside each
 * other are short.
 */
const uncut = ["八张表在一张工作表、千元", "单位名只写一次、小计在后", "人员经费、公用经费左右并排"];
/** Without titles, the sheets' names and their order are all there is. */
const bare = ["只有工作表名", "只有表号、单位不带标签"];

describe.each(books)("$name: the same is read and nothing is found", ({ name, sheets }) => {
  const plain = check(sheets);

  test.each(mayHappenTo(name))("$name", ({ happenTo }) => expectSame(happenTo));

  function expectSame(happenTo: (sheets: readonly SourceSheet[]) => SourceSheet[]): void {
    const changed = check(happenTo(sheets));
    expect(kinds(changed)).toEqual(kinds(plain));
    expect(changed.findings.filter(({ severity }) => severity !== "hint").map(({ title }) => title)).toEqual([]);
  }
});

function mayHappenTo(name: string): readonly Accident[] {
  if (bare.includes(name)) return accidents.filter((accident) => !/sheet/.test(accident.name));
  return upright.includes(name) || uncut.includes(name) ? accidents : [...accidents, ...cuts];
}
