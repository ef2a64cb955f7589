/** The practice workbook: sound but for the slips that are planted in it, each of which is found where it stands. */
import { slips, sheet as aside } from "../../seeds/practice-slips.json";
import { writeWorkbook } from "../../seeds/author";
import { soundSheets } from "../../seeds/facts/practice";
import { catalogue } from "../../src/catalogue";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";
import { lookAt } from "../../src/pane/state/findings";
import { openPackage, readWorkbook } from "../../src/hosts/file";
import { openSeed } from "./open-seed";

test("without the slips everything agrees", async () => {
  const bytes = await writeWorkbook(soundSheets(), { title: "" });
  const { findings, summary } = checkWorkbook("", readWorkbook(openPackage(bytes)), catalogue, allChecks);
  expect(findings).toEqual([]);
  expect(summary.pass).toBeGreaterThan(800);
});

test("every slip is found at its cell, and nothing else is reported", () => {
  const { findings } = checkWorkbook("", openSeed("practice"), catalogue, allChecks);
  const found = findings.map(lookAt).map((place) => `${place?.sheet} ${place?.address}`);
  expect(found.sort()).toEqual(slips.map(({ sheet, address }) => `${sheet} ${address}`).sort());
});

test("the sheet that says so names every slip and takes no part in the check", () => {
  const workbook = openSeed("practice");
  const texts = workbook.sheets.find(({ name }) => name === aside)!.texts.join();
  expect(slips.filter(({ title }) => !texts.includes(title))).toEqual([]);
  const { unrecognised } = checkWorkbook("", workbook, catalogue, allChecks);
  expect(unrecognised.map(({ sheet }) => sheet.name)).toEqual([aside]);
});
