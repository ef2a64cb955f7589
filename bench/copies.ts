import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../src/catalogue";
import { allChecks } from "../src/engine/all-checks";
import { checkWorkbook } from "../src/engine/check-workbook";
import type { Workbook } from "../src/engine/workbook";
import { openPackage, readWorkbook } from "../src/hosts/file";
import { medianTime, sink } from "./measure";

/** The sheet at a place, so many times under names of their own. */
export function copiesOf({ sheets, numberFormats }: Workbook, place: number, times: number): Workbook {
  const sheet = sheets[place]!;
  return {
    numberFormats,
    sheets: Array.from({ length: times }, (_, copy) => ({
      ...sheet,
      name: `${sheet.name} (${copy + 1})`,
      base: copy * sheet.kinds.length,
    })),
  };
}

const FEW = 20;
const MANY = 160;

/** The tables whose copies go on as pages of one, stand side by side as projects, or are each a body's own. */
const SHEETS = [
  ["changsha-industry-budget-2025.xlsx", "5一般公共预算支出表"],
  ["changsha-industry-budget-2025.xlsx", "6一般公共预算基本支出表"],
  ["changsha-enterprise-service-budget-2025.xlsx", "9项目支出绩效目标表"],
  ["zhuzhou-self-evaluation-2024.xlsx", "19-“制造名城”走进西安活动经费"],
] as const;

/** Prints how a sheet's cost grows when one book has many copies of it. */
export function benchCopies(): void {
  console.log(`\n同一张表在一本里有 ${MANY} 份：每份用时 / 只有 ${FEW} 份时的每份用时（目标 < 1.5）`);
  for (const [file, name] of SHEETS) {
    const workbook = readWorkbook(openPackage(readFileSync(join(process.cwd(), "seeds", file))));
    const place = workbook.sheets.findIndex((sheet) => sheet.name === name);
    const [few, many] = [copiesOf(workbook, place, FEW), copiesOf(workbook, place, MANY)];
    const check = (book: Workbook) => (sink.value = checkWorkbook("bench", book, catalogue, allChecks));
    const slow = medianTime(() => check(few), { warm: 1, runs: 3 });
    const all = medianTime(() => check(many), { warm: 0, runs: 1 });
    console.log(`  ${(all / MANY / (slow / FEW)).toFixed(2)}  ${file} 的“${name}”（${MANY} 份 ${all.toFixed(0)} ms）`);
  }
}
