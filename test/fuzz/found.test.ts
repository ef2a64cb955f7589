/** What was found by odd files and words, each by itself. */
import { DEFAULT_SETTINGS, settingsFromXml, settingsToXml } from "../../src/engine/settings";
import { buildWorkbook } from "../../src/engine/workbook";
import { checkAll } from "./books";
import { limited } from "./limited";

test("a name of a sheet as long as a page is no title, and is passed over at once", () => {
  const name = "项目支出绩效目标表".repeat(4500);
  const workbook = buildWorkbook([{ name, cells: [{ row: 0, column: 0, value: "一" }] }]);
  const { stopped, error } = limited(() => void checkAll(workbook), 20_000);
  expect([stopped, error]).toEqual([false, null]);
});

test("a character that XML cannot hold in the name of a sheet does not lose the settings when they are written", () => {
  const xml = '<hedui xmlns="urn:hedui:1"><sheet name="&#0;" as="excluded" sign=""/></hedui>';
  const read = settingsFromXml(xml)!;
  expect(read.choices).toEqual([{ sheet: "\ufffd", as: "excluded", sign: "" }]);
  expect(settingsFromXml(settingsToXml(read))).toEqual({ ...DEFAULT_SETTINGS, choices: read.choices });
});

test.each(["共计", "预算安排", "总额", "当年", "年度总体"])(
  "%s again and again in a text is read in one way only",
  (word) => {
    const lines = [
      "2025年部门预算公开说明",
      `2025年收入${word.repeat(50)}某1,234.56万元。`,
      `2.${word.repeat(50)}某支出12万元。`,
    ];
    const text = { name: "说明", cells: lines.map((value, row) => ({ row, column: 0, value })) };
    const title = { name: "表", cells: [{ row: 0, column: 0, value: `${word.repeat(12)}完成情况表` }] };
    const { stopped, error } = limited(() => void checkAll(buildWorkbook([text, title])), 20_000);
    expect([stopped, error]).toEqual([false, null]);
  },
);

test("a text is stopped that would take for ever", () => {
  const forever = (): void => void /^(?:1+)+$/.test(`${"1".repeat(60)}x`);
  expect(limited(forever, 200).stopped).toBe(true);
});
