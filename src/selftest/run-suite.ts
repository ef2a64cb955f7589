import type { ExcelClient } from "../hosts/excel";
import type { LiveHost } from "../hosts/host";
import type { Bench, Comparison, Step, StepResult } from "./step";

/** Names of scratch sheets begin with it. */
export const PREFIX = "自检";
/** Sheets that steps make through the adapter. */
const MADE = "核对结果";

/** How long events may take, and how often they are looked for, in milliseconds. */
const LONGEST_EVENT = 3_000;
const GLANCE = 20;

/** How the suite is run. */
export interface SuiteSettings {
  readonly hasFunctions: boolean;
  /** Told before each step, and of its result. */
  onStep?(step: Step): void;
  onResult?(result: StepResult): void;
}

/**
 * Runs steps one after the other over a scratch workbook that has nothing in it: every sheet with the suite's names is
 * deleted after each.
 * @param open connects the adapter anew, for each step
 */
export async function runSuite(
  steps: readonly Step[],
  client: ExcelClient,
  open: () => LiveHost,
  settings: SuiteSettings,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    settings.onStep?.(step);
    const result =
      step.needsFunctions && !settings.hasFunctions
        ? resultOf(step, "not-run", [], "这里没有自定义函数")
        : await runStep(step, client, open());
    results.push(result);
    settings.onResult?.(result);
  }
  return results;
}

async function runStep(step: Step, client: ExcelClient, host: LiveHost): Promise<StepResult> {
  const comparisons: Comparison[] = [];
  try {
    await step.run(benchOf(client, host, comparisons));
  } catch (error) {
    return resultOf(
      step,
      "crashed",
      comparisons,
      error instanceof Error ? `${error.name} ${error.message}` : String(error),
    );
  } finally {
    await tidyUp(client).catch(() => undefined);
  }
  return resultOf(step, comparisons.every(({ agrees }) => agrees) ? "passed" : "failed", comparisons, "");
}

function resultOf(
  { id, title }: Step,
  outcome: StepResult["outcome"],
  comparisons: readonly Comparison[],
  remark: string,
): StepResult {
  return { id, title, outcome, comparisons, remark };
}

function benchOf(client: ExcelClient, host: LiveHost, comparisons: Comparison[]): Bench {
  return {
    host,
    client,
    excel: (batch) => client.run(batch),
    async sheet(name, cells = []) {
      const full = `${PREFIX}${name}`;
      await client.run(async (context) => {
        const sheet = context.workbook.worksheets.add(full);
        for (const [address, formula] of cells) sheet.getRange(address).formulas = [[formula]];
        await context.sync();
      });
      return full;
    },
    expect(what, seen, expected) {
      const agrees = JSON.stringify(seen) === JSON.stringify(expected);
      comparisons.push({ what, expected, seen, agrees });
    },
    async until(holds) {
      for (let waited = 0; waited < LONGEST_EVENT && !holds(); waited += GLANCE)
        await new Promise((resolve) => setTimeout(resolve, GLANCE));
    },
  };
}

/** Takes away what the step has made; a workbook must keep one sheet that shows, which is none of ours. */
async function tidyUp(client: ExcelClient): Promise<void> {
  await client.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    await context.sync();
    for (const sheet of worksheets.items.filter(({ name }) => name.startsWith(PREFIX) || name.startsWith(MADE))) {
      sheet.visibility = "Visible";
      sheet.delete();
    }
    await context.sync();
  });
}
