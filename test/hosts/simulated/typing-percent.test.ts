/** A percentage that a person types into a cell without a format. */
import { SimulatedExcel, shownText } from "../../../src/hosts/simulated";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import { makeWorkbook } from "./simulated-workbook";

test.each([
  ["4.5%", "4.50%", "4.5%"],
  ["95%", "95%", "95%"],
  ["101.25%", "101.25%", "101.25%"],
])("%s stays one in the cell and in the saved file", (typed, shown, saved) => {
  const excel = SimulatedExcel.open(makeWorkbook([{ name: "表", cells: { A1: 1 } }]));
  excel.type("表", "B1", typed);
  expect(shownText(excel.sheet("表"), 0, 1)).toBe(shown);
  const [sheet] = readWorkbook(openPackage(excel.save())).sheets;
  expect(sheet!.texts[1]).toBe(saved);
});
