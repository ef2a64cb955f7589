import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileCriterion, score } from "../src/engine/criteria";
import { sink } from "./measure";

const golden = join(process.cwd(), "test/golden/criteria/criteria.tsv");

/**
 * Texts of 1000 characters that make a reader look far ahead or back: clauses without end, brackets without partner,
 * words that begin many things.
 */
const HOSTILE: readonly string[] = [
  "满意度95%以上得10分，每少1次扣1分，若发生重大事故，不得分，",
  "完成率≥90%且<95%得8分；",
  "每",
  "每每少",
  "1",
  "1,",
  "90%-",
  "90%≤",
  "95%≤满意度",
  "(",
  "[(|",
  "得分=(完成率-60%)/(1-60%)×",
  "得分=min(",
  "完成率×",
  "超支率=",
  "超支率=(实际支出-预算)/预算，得分=(1-超支率)×",
  "以上",
  "不低于",
  "未",
  "且",
  "或",
  "分",
  "得",
  "按",
  "按照",
  "按实际",
  "一二三四五六七八九十",
  "百分之",
  "1.",
  "1.甲得2分；2.",
  "①",
  "甲、乙、丙各占",
  "优、良、中、差分别得",
  "分别得10分、8分、",
  "12月底前",
  "第",
  "排名前",
  "偏离",
  "较上年",
  "目标值的",
  "达到目标",
  "完成目标任务的",
  "不足1个按1个计",
  "根据实际情况",
  "视情况酌情",
  "按完成比例的",
  "满分",
  "扣",
  "扣除该项",
  "直至扣完",
  "最多扣",
  "最高",
  "发生",
  "每发生一起",
  "每发生一例污染事故",
  "如",
  "若",
  "否则",
  "其他",
  "非常满意、",
  "100%-80%、",
  "（不足",
  "率=",
  "（完成率=",
  "占比之和",
  "年度绩效目标任务指标",
  "减少50万亩以上",
  "目标值≤",
];

/** Prints criteria compiled and scored per second, and the slowest single text of 1000 characters. */
export function benchCriteria(): void {
  const rows = readFileSync(golden, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
  const compiled = perSecond(
    () => rows.forEach(([criterion]) => (sink.value = compileCriterion(criterion!))),
    rows.length,
  );
  const scored = perSecond(
    () =>
      rows.forEach(
        ([criterion, indicator, target, unit, type, points]) =>
          (sink.value = score({ criterion, indicator, target, unit, type, points, actual: target })),
      ),
    rows.length,
  );
  const texts = [...HOSTILE, ...rows.map(([criterion]) => criterion!)].map((text) =>
    text.repeat(Math.ceil(1000 / Math.max(1, text.length))).slice(0, 1000),
  );
  const slowest = texts
    .map((text) => ({ text, ms: best(() => (sink.value = compileCriterion(text))) }))
    .sort((a, b) => b.ms - a.ms)[0]!;
  console.log(`\n评分标准：读懂 ${compiled} 条/秒，计分 ${scored} 条/秒`);
  console.log(
    `  ${slowest.ms.toFixed(1)}  毫秒：${texts.length} 条 1000 字的刁难文字里最慢的一条（目标 < 50）：“${slowest.text.slice(0, 24)}…”`,
  );
}

function perSecond(work: () => void, count: number): number {
  for (let i = 0; i < 3; i += 1) work();
  const start = performance.now();
  let rounds = 0;
  for (; performance.now() - start < 1000; rounds += 1) work();
  return Math.round((rounds * count * 1000) / (performance.now() - start));
}

/** The better of three: what the machine does beside it is not the text's fault. */
function best(work: () => void): number {
  return Math.min(
    ...[0, 1, 2].map(() => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}
