/** What a person says a column is: kept in the workbook, and made into a template for the next one. */
import { catalogue, extendCatalogue } from "../../../src/catalogue";
import { DEFAULT_SETTINGS, choicesFor, chooseColumn, chooseSheet, settingsFromXml } from "../../../src/engine/settings";
import { columnsChosenFor, settingsToXml } from "../../../src/engine/settings";
import { ownTemplate, recogniseTables } from "../../../src/engine/tables";
import { typedWorkbook } from "../tables/sheets";

const workbook = typedWorkbook({
  name: "支出",
  rows: [
    ["2025年部门支出总表"],
    ["单位：万元"],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "列支渠道三"],
    [null, "合计", 60, 30, 20, 10],
    ["205", "教育支出", 60, 30, 20, 10],
  ],
});
const sheet = workbook.sheets[0]!;
const chosen = chooseColumn(DEFAULT_SETTINGS, workbook, sheet, "列支渠道三", "operating-expenditure");
const unread = (settings: typeof chosen, templates = catalogue.templates): string[] =>
  recogniseTables(workbook, templates, choicesFor(workbook, settings.choices))
    .tables[0]!.headerColumns!.filter(({ isRead }) => !isRead)
    .map(({ header }) => header);

it("reads the column from then on, also when the workbook was saved and opened again", () => {
  expect(unread(DEFAULT_SETTINGS)).toEqual(["列支渠道三"]);
  expect(unread(chosen)).toEqual([]);
  expect(settingsFromXml(settingsToXml(chosen))).toEqual(chosen);
});

it("keeps the columns beside another choice for the sheet, and leaves no trace when both are taken back", () => {
  const both = chooseSheet(chosen, workbook, sheet, "expenditure-summary");
  expect(columnsChosenFor(both, workbook, sheet)).toEqual([{ header: "列支渠道三", as: "operating-expenditure" }]);
  const neither = chooseColumn(chooseSheet(both, workbook, sheet, null), workbook, sheet, "列支渠道三", null);
  expect(neither).toEqual(DEFAULT_SETTINGS);
});

it("makes a template that reads another workbook laid out so without choosing anything", () => {
  const [table] = recogniseTables(workbook, catalogue.templates).tables;
  const { name, json } = ownTemplate(table!.template, new Map([["列支渠道三", "operating-expenditure"]]));
  const extended = extendCatalogue(catalogue, [{ name, content: JSON.parse(json) as unknown }]);
  expect(extended.problems).toEqual([]);
  expect(unread(DEFAULT_SETTINGS, [...extended.catalogue.templates])).toEqual([]);
});
