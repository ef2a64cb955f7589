import { catalogue } from "../../../src/catalogue";
import { exampleWorkbook } from "../../../src/catalogue/example";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";

const rule = catalogue.rules.find(({ id }) => id === "performance-cost-target-fits-funds")!;

/** The rule's own example, 100 万元, with this target of 项目总成本. */
function told(target: string): boolean {
  const sheets = rule.example!.sheets!.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (cell === "≤100万元" ? target : cell))),
  }));
  const { findings } = checkWorkbook("目标.xlsx", exampleWorkbook(sheets), catalogue, allChecks);
  return findings.some(({ code, outcome }) => code === rule.id && outcome === "fail");
}

test.each([
  ["≤100万元", false],
  ["≤95万元", false],
  ["≤120万元", true],
  ["≤10万元", true],
  ["95万元", true],
  ["=95万元", true],
])("a total cost of %s against 100 万元 is told: %s", (target, expected) => {
  expect(told(target)).toBe(expected);
});
