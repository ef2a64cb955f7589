/** The cell that is wrong is told from the sums that only show it. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import type { Finding } from "../../../src/engine/diagnostics";
import { markEdits } from "../../../src/engine/report";
import { buildWorkbook } from "../../../src/engine/workbook";
import { openSeed, takeApart } from "../../seeds/open-seed";

const SEED = "changsha-industry-budget-2025";
const SLIP = { sheet: "3部门支出总表", row: 10, column: 6, value: 1448 };

const sources = takeApart(openSeed(SEED)).map((sheet) =>
  sheet.name !== SLIP.sheet
    ? sheet
    : {
        ...sheet,
        cells: sheet.cells.map((cell) =>
          cell.row === SLIP.row && cell.column === SLIP.column ? { ...cell, value: SLIP.value } : cell,
        ),
      },
);
const { findings } = checkWorkbook(SEED, buildWorkbook(sources), catalogue, allChecks);
const names = new Set(sources.map(({ name }) => name));

/** What a finding says, read out of it: it works out each answer when it is asked. */
const asItStands = (finding: Finding): Finding => {
  const { outcome, severity, cells, suspects, accepted } = finding;
  return { ...finding, outcome, severity, cells, suspects, accepted };
};

/** The cells of each level of mark. */
function marked(of: readonly Finding[]): Map<string, string[]> {
  const cells = new Map<string, string[]>();
  for (const edit of markEdits(of, names))
    if (edit.type === "mark")
      cells.set(edit.level, [...(cells.get(edit.level) ?? []), `${edit.sheet} ${edit.address}`]);
  return cells;
}

test("a figure that is wrong for certain is the culprit, the sums that show it are not", () => {
  expect(marked(findings).get("culprit")).toEqual([`${SLIP.sheet} G11`]);
  expect(marked(findings).get("error") ?? []).not.toContain(`${SLIP.sheet} G11`);
});

test("where nothing is certain, or it only wants a reason, no cell is called the culprit", () => {
  const all = findings.map(asItStands);
  expect(marked(all.map((finding) => ({ ...finding, certain: false }))).has("culprit")).toBe(false);
  expect(marked(all.map((finding) => ({ ...finding, severity: "explain" as const }))).has("culprit")).toBe(false);
});
