import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recogniseTables } from "../../../src/engine/tables";
import { templatesByTitle } from "../../../src/engine/tables/titles";
import { normalise } from "../../../src/engine/tables/normalise";
import type { Workbook } from "../../../src/engine/workbook";
import { officialTemplates } from "../../seeds/open-seed";
import { educationBureau } from "./cities/education-bureau";
import { housingBureau } from "./cities/housing-bureau";
import { titlesOfOtherCities } from "./cities/titles";
import { outline } from "./outline";

const templates = officialTemplates();

/** Golden outlines are read line by line before they are kept; `UPDATE_GOLDEN=1` writes them anew. */
function expectOutline(name: string, workbook: Workbook): void {
  const path = join(__dirname, "../../golden/recognition", `${name}.txt`);
  const said = outline(workbook, recogniseTables(workbook, templates));
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(path, said);
  expect(existsSync(path)).toBe(true);
  expect(said).toBe(readFileSync(path, "utf8"));
}

describe("workbooks of other cities are read for what they mean", () => {
  test("an education bureau with the ministry's forms", () => expectOutline("education-bureau", educationBureau));
  test("a housing bureau with units, functions and two tables on a sheet", () =>
    expectOutline("housing-bureau", housingBureau));
});

describe("titles that other cities use", () => {
  test.each(titlesOfOtherCities.flatMap(([kind, ...titles]) => titles.map((title) => [title, kind] as const)))(
    "“%s” is %s",
    (title, kind) => {
      const [best] = templatesByTitle(
        normalise(title),
        templates.filter((template) => template.layout !== "narrative"),
      );
      expect(best?.kind ?? "none").toBe(kind);
    },
  );
});
