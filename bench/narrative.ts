import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../src/catalogue";
import { countLedger, ledgerOf, narrativeChecks } from "../src/engine/narrative";
import { reconcile } from "../src/engine/reconcile";
import { recogniseTables } from "../src/engine/tables";
import { buildWorkbook } from "../src/engine/workbook";
import { openPackage, readWorkbook } from "../src/hosts/file";
import { medianTime, sink } from "./measure";

const FOLDERS = ["seeds", join("test", "workbooks")];
const NUMBERS = 1000;
const FEWEST = 40;
const rules = catalogue.rules.filter(({ check }) => narrativeChecks[check] !== undefined);

/** Prints what a text of a thousand numbers costs beside reading its file and tables, and how cost grows. */
export function benchNarrative(): void {
  console.log(`\n说明里 ${NUMBERS} 个数的核对用时 / 读同一文件并认表的用时（目标 < 0.5）`);
  for (const folder of FOLDERS)
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".xlsx"))) benchFile(join(folder, file));
  benchLength();
}

function benchFile(path: string): void {
  const bytes = readFileSync(path);
  const read = () => {
    const workbook = readWorkbook(openPackage(bytes));
    return { workbook, tables: recogniseTables(workbook, catalogue.templates).tables };
  };
  const { workbook, tables } = read();
  // Texts are read once for a list of tables: a new list is a new reading.
  const check = () => {
    const own = [...tables];
    const found = reconcile(workbook, own, rules, narrativeChecks);
    return countLedger(ledgerOf(workbook, own, found)).numbers;
  };
  const numbers = check();
  if (numbers < FEWEST) return;
  const reading = medianTime(() => (sink.value = read()), { warm: 10, runs: 9 });
  const narrative = (medianTime(() => (sink.value = check()), { warm: 10, runs: 9 }) / numbers) * NUMBERS;
  console.log(
    `  ${(narrative / reading).toFixed(2)}  ${path}（${numbers} 个数；${NUMBERS} 个数 ${narrative.toFixed(0)} ms）`,
  );
}

const [SHORT, LONG] = [10_000, 100_000];
const CLAUSE = "项目支出1.20万元，比上年增加0.30万元，增长33.33%，主要原因是业务增加；";

/** One sentence without an end. */
function benchLength(): void {
  const spent = (length: number): number => {
    const text = CLAUSE.repeat(Math.ceil(length / CLAUSE.length)).slice(0, length);
    const workbook = buildWorkbook([
      {
        name: "部门预算说明",
        cells: ["2025年部门预算公开说明", text].map((value, row) => ({ row, column: 0, value })),
      },
    ]);
    const { tables } = recogniseTables(workbook, catalogue.templates);
    return medianTime(() => (sink.value = reconcile(workbook, [...tables], rules, narrativeChecks)), {
      warm: 1,
      runs: 3,
    });
  };
  spent(SHORT);
  const [few, many] = [spent(SHORT), spent(LONG)];
  console.log(
    `  ${(many / few / (LONG / SHORT)).toFixed(2)}  每个字用时：一句 ${LONG} 字 / ${SHORT} 字` +
      `（目标 < 1.5；${LONG} 字 ${many.toFixed(0)} ms）`,
  );
}
