/** The workbooks that come with the page go by names that a clerk reads. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import titles from "../../seeds/titles.json";

test("every workbook that comes with the page has a title, and no title is without a workbook", () => {
  const workbooks = readdirSync(join(__dirname, "../../seeds")).filter((name) => name.endsWith(".xlsx"));
  expect(Object.keys(titles).sort()).toEqual(workbooks.sort());
  expect(new Set(Object.values(titles)).size).toBe(workbooks.length);
});
