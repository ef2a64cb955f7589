import { catalogue } from "../src/catalogue";
import { allChecks } from "../src/engine/all-checks";
import { checkInSteps, checkWorkbook } from "../src/engine/check-workbook";
import { CellKind, type Workbook } from "../src/engine/workbook";
import { openPackage, readWorkbook } from "../src/hosts/file";
import { benchCopies } from "./copies";
import { benchCriteria } from "./criteria";
import { benchFolders } from "./folders";
import { benchHostileTexts } from "./hostile";
import { benchLongTables } from "./long-tables";
import { makeWorkbook, withFaults } from "./made-workbook";
import { leastTime, medianTime, sink } from "./measure";
import { benchNarrative } from "./narrative";
import { seedBytes, seedFiles } from "./seeds";
import { benchTemplates } from "./templates";

const check = (workbook: Workbook) => checkWorkbook("bench", workbook, catalogue, allChecks);
const ratio = (value: number): string => value.toFixed(2);

// First of all, while the process is young: later checks find memory that earlier ones have left.
const large = makeWorkbook(200, 5000);
const small = makeWorkbook(20, 5000);
const count = (workbook: Workbook): number =>
  workbook.sheets.reduce((sum, sheet) => sum + sheet.kinds.filter((kind) => kind !== CellKind.Blank).length, 0);
const [largeCells, smallCells] = [count(large), count(small)];
const memory = peakMemory(large);

console.log("引擎用时 / 读同一文件用时（目标 < 0.5；引擎目标 < 30 ms）");
for (const file of seedFiles()) {
  const bytes = seedBytes(file);
  const reading = medianTime(() => (sink.value = readWorkbook(openPackage(bytes))), { warm: 60, runs: 31 });
  const workbook = readWorkbook(openPackage(bytes));
  const engine = medianTime(() => (sink.value = check(workbook)), { warm: 60, runs: 31 });
  console.log(`  ${ratio(engine / reading)}  ${file}（引擎 ${engine.toFixed(1)} ms，读取 ${reading.toFixed(1)} ms）`);
}

const numbers = Float64Array.from(large.sheets.flatMap((sheet) => [...sheet.numbers]));
const adding = leastTime(
  () => {
    let sum = 0;
    for (let index = 0; index < numbers.length; index++) sum += numbers[index]!;
    sink.value = sum;
  },
  { warm: 30, runs: 51 },
);
const engineLarge = leastTime(() => (sink.value = check(large)), { warm: 4, runs: 15 });
const engineSmall = leastTime(() => (sink.value = check(small)), { warm: 20, runs: 15 });
const { summary } = check(large);
console.log(
  `\n自造工作簿：${large.sheets.length} 张表，${largeCells} 个单元格，${summary.checks} 项核对（一致 ${summary.pass}）`,
);
console.log(
  `  ${ratio(engineLarge / adding)}  引擎用时 / 同样的数相加一遍的用时` +
    `（目标 < 60；引擎 ${engineLarge.toFixed(1)} ms，相加 ${adding.toFixed(3)} ms）`,
);
console.log(
  `  ${ratio(engineLarge / largeCells / (engineSmall / smallCells))}  每格用时：${largeCells} 格 / ${smallCells} 格（目标 < 1.3）`,
);

console.log(`  ${(memory / largeCells).toFixed(0)}  字节 / 格：核对时进程内存最多增加`);

const faulty = withFaults(large, 100);
const engineFaulty = leastTime(() => (sink.value = check(faulty)), { warm: 2, runs: 7 });
const found = check(faulty);
const failing = found.summary.checks - found.summary.pass;
console.log(
  `  ${ratio(engineFaulty / engineLarge)}  百分之一的数有错时的用时 / 无错时的用时（目标 < 5；` +
    `${failing} 项核对不符，${found.findings.length} 条结果，${(engineFaulty / 1000).toFixed(1)} s）`,
);

benchCriteria();
benchTemplates();
benchCopies();
benchLongTables();
benchHostileTexts();
benchNarrative();
benchFolders();

/**
 * Most memory of the process during a check, beyond what it had before: looked at between the steps and at the end,
 * before anything is given back.
 */
function peakMemory(workbook: Workbook): number {
  (globalThis as { gc?: () => void }).gc?.();
  const before = process.memoryUsage();
  let most = 0;
  const look = (): void => {
    const now = process.memoryUsage();
    most = Math.max(
      most,
      now.rss - before.rss,
      now.heapUsed + now.arrayBuffers - before.heapUsed - before.arrayBuffers,
    );
  };
  const steps = checkInSteps("bench", workbook, catalogue, allChecks);
  let count = 0;
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) {
      sink.value = next.value;
      break;
    }
    if (count++ % 100 === 0) look();
  }
  look();
  return most;
}
