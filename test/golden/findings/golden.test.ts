import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook, type CheckedWorkbook } from "../../../src/engine/check-workbook";
import { openSeed, seedNames } from "../../seeds/open-seed";
import { findingsDocument } from "./document";

/**
 * UPDATE_GOLDEN=1 writes the documents anew; then each changed line is to be read and judged against seeds/README.md.
 */
const update = process.env.UPDATE_GOLDEN === "1";
const documentOf = (name: string): string => join(__dirname, `${name}.md`);

describe.each(seedNames)("the findings of %s", (name) => {
  let checked: CheckedWorkbook;
  beforeAll(() => {
    checked = checkWorkbook(name, openSeed(name), catalogue, allChecks);
  });

  it("are those of the document that was read line by line", () => {
    const document = findingsDocument(name, checked.findings, checked.text);
    if (update) writeFileSync(documentOf(name), document);
    expect(existsSync(documentOf(name))).toBe(true);
    expect(document).toBe(readFileSync(documentOf(name), "utf8"));
  });

  it("hold every check that does not pass exactly once", () => {
    const { rounding, fail, cannotTell } = checked.summary;
    const shown = checked.findings.flatMap((finding) => [finding, ...finding.witnesses]);
    expect(shown).toHaveLength(rounding + fail + cannotTell);
  });

  it("say each in three lines at most, without brackets left to fill", () => {
    for (const { title, lines } of checked.findings) {
      expect(lines.length).toBeLessThanOrEqual(3);
      expect(`${title}${lines.join("")}`).not.toMatch(/[{}]|undefined|null/);
    }
  });
});

describe("the documents of findings", () => {
  it("are those of the seed workbooks, and no others", () => {
    expect(
      readdirSync(__dirname)
        .filter((file) => file.endsWith(".md"))
        .map((file) => file.replace(/\.md$/, "")),
    ).toEqual([...seedNames].sort());
  });
});

describe("the budget tables of the seed workbooks", () => {
  it.each(["changsha-industry-budget-2025", "changsha-enterprise-service-budget-2025"])(
    "of %s agree entirely: no finding touches tables 1 to 8",
    (name) => {
      const { findings } = checkWorkbook(name, openSeed(name), catalogue, allChecks);
      const touching = findings
        .flatMap((finding) => [finding, ...finding.witnesses])
        .filter(({ cells }) => cells.some(({ sheet }) => /^[1-8]\D/.test(sheet)));
      expect(touching).toEqual([]);
    },
  );
});
