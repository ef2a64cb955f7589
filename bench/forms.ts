/**
 * Self-evaluations of many projects: planned, written and filled, in proportion to their number and without keeping
 * anybody waiting between two steps.
 */
import { catalogue } from "../src/catalogue";
import { planFillInSteps, planSelfEvaluationInSteps, readActuals } from "../src/engine/evaluation/self-evaluation";
import { finish } from "../src/engine/steps";
import type { Steps } from "../src/engine/steps";
import { recogniseTables } from "../src/engine/tables";
import { openPackage, patchPackage, readWorkbook } from "../src/hosts/file";
import { emptyFile, madeActuals, madeTargets } from "./made-targets";
import { sink } from "./measure";

const INDICATORS = 25;
/** The first of them warms up. */
const ROUNDS = 6;

interface Parts {
  readonly plan: () => Steps<unknown>;
  readonly write: () => unknown;
  readonly fill: () => Steps<unknown>;
}

function partsOf(projects: number): Parts {
  const source = openPackage(
    patchPackage(openPackage(emptyFile()), [madeTargets(projects, INDICATORS), madeActuals(projects, INDICATORS)]),
  );
  const workbook = readWorkbook(source);
  const { tables } = recogniseTables(workbook, catalogue.templates);
  const actuals = readActuals(workbook, tables);
  const plan = () => planSelfEvaluationInSteps(workbook, tables, { actuals });
  const { edits } = finish(plan());
  const written = readWorkbook(openPackage(patchPackage(source, edits)));
  const forms = recogniseTables(written, catalogue.templates).tables;
  return {
    plan,
    write: () => patchPackage(source, edits),
    fill: () => planFillInSteps(written, forms, { overwrite: true }),
  };
}

function milliseconds(run: () => unknown, times: number): number {
  const start = performance.now();
  for (let time = 0; time < times; time++) sink.value = run();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** 300 projects at once against ten times 30, by turns: what else the machine does then weighs on both alike. */
function compared(name: string, few: () => unknown, many: () => unknown): string {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    few: milliseconds(few, 10),
    many: milliseconds(many, 1),
  })).slice(1);
  const share = median(rounds.map((round) => round.many / round.few)).toFixed(2);
  const seconds = (median(rounds.map((round) => round.many)) / 1000).toFixed(2);
  return `  ${share}  ${name}：每个项目用时，300 个 / 30 个（目标 < 1.2；300 个 ${seconds} s）`;
}

/** Of several runs the median of each one's longest step: memory that is cleared up in between is nobody's step. */
function longestStep(begin: () => Steps<unknown>): number {
  const longest = Array.from({ length: 5 }, () => {
    const steps = begin();
    let most = 0;
    for (let done: boolean | undefined = false; done !== true;) {
      const start = performance.now();
      ({ done } = steps.next());
      most = Math.max(most, performance.now() - start);
    }
    return most;
  });
  return median(longest);
}

const [few, many] = [partsOf(30), partsOf(300)];
console.log(`\n绩效自评表：300 个项目，每个 ${INDICATORS} 条指标`);
console.log(
  compared(
    "生成",
    () => finish(few.plan()),
    () => finish(many.plan()),
  ),
);
console.log(compared("写入文件", few.write, many.write));
console.log(
  compared(
    "填写得分",
    () => finish(few.fill()),
    () => finish(many.fill()),
  ),
);
const [plan, fill] = [longestStep(many.plan), longestStep(many.fill)];
console.log(
  `  ${Math.max(plan, fill).toFixed(0)}  毫秒：两步之间最长的一段（生成 ${plan.toFixed(1)}，填写 ${fill.toFixed(1)}；目标 < 50）`,
);
