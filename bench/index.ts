import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../src/catalogue";
import { allChecks } from "../src/engine/all-checks";
import { checkWorkbook } from "../src/engine/check-workbook";
import { CellKind, type Workbook } from "../src/engine/workbook";
import { openPackage, readWorkbook } from "../src/hosts/file";
import { makeWorkbook } from "./made-workbook";
import { medianTime, sink } from "./measure";

const seeds = join(process.cwd(), "seeds");
const check = (workbook: Workbook) => checkWorkbook("bench", workbook, catalogue, allChecks);
const ratio = (value: number): string => value.toFixed(2);

console.log("引擎用时 / 读同一文件用时（目标 < 0.5）");
for (const file of readdirSync(seeds).filter((name) => name.endsWith(".xlsx"))) {
  const bytes = readFileSync(join(seeds, file));
  const reading = medianTime(() => (sink.value = readWorkbook(openPackage(bytes))), { warm: 15, runs: 15 });
  const workbook = readWorkbook(openPackage(bytes));
  const engine = medianTime(() => (sink.value = check(workbook)), { warm: 15, runs: 15 });
  console.log(`  ${ratio(engine / reading)}  ${file}（引擎 ${engine.toFixed(1)} ms，读取 ${reading.toFixed(1)} ms）`);
}

const large = makeWorkbook(200, 5000);
const small = makeWorkbook(20, 5000);
const count = (workbook: Workbook): number => workbook.sheets.reduce((sum, sheet) => sum + sheet.kinds.filter((kind) => kind !== CellKind.Blank).length, 0);
const [largeCells, smallCells] = [count(large), count(small)];

const numbers = Float64Array.from(large.sheets.flatMap((sheet) => [...sheet.numbers]));
const adding = medianTime(
  () => {
    let sum = 0;
    for (let index = 0; index < numbers.length; index++) sum += numbers[index]!;
    sink.value = sum;
  },
  { warm: 30, runs: 51 },
);
const engineLarge = medianTime(() => (sink.value = check(large)), { warm: 4, runs: 9 });
const engineSmall = medianTime(() => (sink.value = check(small)), { warm: 20, runs: 15 });
const { summary } = check(large);
console.log(`\n自造工作簿：${large.sheets.length} 张表，${largeCells} 个单元格，${summary.checks} 项核对（一致 ${summary.pass}）`);
console.log(`  ${ratio(engineLarge / adding)}  引擎用时 / 同样的数相加一遍的用时（目标 < 60；引擎 ${engineLarge.toFixed(1)} ms，相加 ${adding.toFixed(3)} ms）`);
console.log(`  ${ratio(engineLarge / largeCells / (engineSmall / smallCells))}  每格用时：${largeCells} 格 / ${smallCells} 格（目标 < 1.3）`);

const collect = (globalThis as { gc?: () => void }).gc;
collect?.();
const before = process.memoryUsage();
sink.value = check(large);
const after = process.memoryUsage();
console.log(`  ${((after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / largeCells).toFixed(0)}  字节 / 格：一次核对新占的内存（不回收时）`);
