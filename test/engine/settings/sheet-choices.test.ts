/** What was chosen for a sheet goes with the sheet, not with its name. */
import {
  DEFAULT_SETTINGS,
  chooseSheet,
  choicesOf,
  settingsFromXml,
  settingsToXml,
  signOf,
} from "../../../src/engine/settings";
import type { Settings } from "../../../src/engine/settings";
import type { SourceSheet } from "../../../src/engine/workbook";
import { buildWorkbook } from "../../../src/engine/workbook";

const sheet = (name: string, title: string, figure = 1): SourceSheet => ({
  name,
  cells: [
    { row: 0, column: 0, value: title },
    { row: 1, column: 0, value: " 单位：\n万元 " },
    { row: 2, column: 1, value: figure },
  ],
});

const choose = (
  sheets: readonly SourceSheet[],
  name: string,
  as: string | null,
  settings: Settings = DEFAULT_SETTINGS,
): Settings => {
  const workbook = buildWorkbook(sheets);
  return chooseSheet(
    settings,
    workbook,
    workbook.sheets.find((one) => one.name === name)!,
    as,
  );
};

const before = [sheet("附表1", "收入总表"), sheet("附表2", "支出总表")];
const chosen = choose(before, "附表2", "excluded");

test("a sheet is known by its first texts, whatever its figures and spaces are", () => {
  expect(signOf(buildWorkbook([sheet("a", "支出总表", 1)]).sheets[0]!)).toBe("支出总表|单位：万元");
  expect(signOf(buildWorkbook([sheet("b", "支 出 总 表", 2)]).sheets[0]!)).toBe("支出总表|单位：万元");
});

test("a choice goes with a renamed sheet, through saving and opening, whatever the order of the sheets", () => {
  const { choices } = settingsFromXml(settingsToXml(chosen))!;
  expect(choicesOf(buildWorkbook(before), choices)).toEqual({ 附表2: "excluded" });
  expect(choicesOf(buildWorkbook([sheet("支出", "支出总表", 99), sheet("附表1", "收入总表")]), choices)).toEqual({
    支出: "excluded",
  });
});

test("a choice for a renamed sheet is changed and withdrawn as that of any other, and leaves nothing behind", () => {
  const after = [sheet("附表1", "收入总表"), sheet("支出", "支出总表")];
  expect(choose(after, "支出", "expenditure-summary", chosen).choices).toEqual([
    { sheet: "支出", as: "expenditure-summary", sign: "支出总表|单位：万元" },
  ]);
  expect(choose(after, "支出", null, chosen)).toEqual(DEFAULT_SETTINGS);
});

test("of two sheets that could be the renamed one neither is taken for it; nor is a copy beside the sheet", () => {
  expect(choicesOf(buildWorkbook([sheet("支出一", "支出总表"), sheet("支出二", "支出总表")]), chosen.choices)).toEqual(
    {},
  );
  expect(choicesOf(buildWorkbook([...before, sheet("附表2 副本", "支出总表")]), chosen.choices)).toEqual({
    附表2: "excluded",
  });
});

test("two sheets whose names were exchanged are known by their names", () => {
  expect(choicesOf(buildWorkbook([sheet("附表1", "支出总表"), sheet("附表2", "收入总表")]), chosen.choices)).toEqual({
    附表2: "excluded",
  });
});

test("a choice that an earlier version kept, without a sign, holds by its name alone", () => {
  const { choices } = settingsFromXml('<hedui xmlns="urn:hedui:1"><sheet name="附表2" as="excluded"/></hedui>')!;
  expect(choicesOf(buildWorkbook(before), choices)).toEqual({ 附表2: "excluded" });
  expect(choicesOf(buildWorkbook([sheet("支出", "支出总表"), sheet("空", "")]), choices)).toEqual({});
});
