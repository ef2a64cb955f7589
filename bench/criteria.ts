/** Criteria compiled and scored per second, and the slowest single text. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileCriterion, score } from "../src/engine/criteria";

const rows = readFileSync(join(__dirname, "../test/golden/criteria/criteria.tsv"), "utf8").trimEnd().split("\n").slice(1).map((line) => line.split("\t"));

function perSecond(work: () => void, count: number): number {
  for (let i = 0; i < 3; i += 1) work();
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < 1000) { work(); rounds += 1; }
  return Math.round((rounds * count * 1000) / (performance.now() - start));
}

const compiled = perSecond(() => rows.forEach(([criterion]) => compileCriterion(criterion!)), rows.length);
const scored = perSecond(() => rows.forEach(([criterion, indicator, target, unit, type, points]) => score({ criterion, indicator, target, unit, type, points, actual: target })), rows.length);

const long = "满意度95%以上得10分，每少1次扣1分，若发生重大事故，不得分，".repeat(40);
const texts = [...rows.map(([criterion]) => criterion!), long, "(".repeat(2000), "每".repeat(2000), "1".repeat(2000), "90%-".repeat(500)];
const slowest = texts.map((text) => {
  const start = performance.now();
  compileCriterion(text);
  return { text: `${text.slice(0, 24)}…（${text.length} 字）`, ms: performance.now() - start };
}).sort((a, b) => b.ms - a.ms)[0]!;

process.stdout.write(`编译 ${compiled} 条/秒，计分 ${scored} 条/秒；最慢的一条 ${slowest.ms.toFixed(1)} 毫秒：${slowest.text}\n`);
