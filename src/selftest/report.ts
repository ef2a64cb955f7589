import type { Recording } from "./recording";
import type { StepResult } from "./step";

/** In what Excel the steps were run. */
export interface ExcelDescription {
  readonly platform: string;
  readonly version: string;
  /** The highest ExcelApi set that it says it has. */
  readonly excelApi: string;
  readonly userAgent: string;
}

/** What a person hands over after a run: put into test/selftest/recordings it is a test. */
export interface SelfTestFile {
  readonly excel: ExcelDescription;
  readonly results: readonly StepResult[];
  /** Every request and answer; null where the client did not let itself be listened to. */
  readonly recording: Recording | null;
}

const OUTCOMES: Readonly<Record<StepResult["outcome"], string>> = {
  passed: "符合",
  failed: "不符",
  crashed: "出错",
  "not-run": "没有做",
};

/** What came of a step, in words. */
export function outcomeWords({ outcome }: StepResult): string {
  return OUTCOMES[outcome];
}

/** All steps in one sentence. */
export function summaryWords(results: readonly StepResult[]): string {
  const count = (outcome: StepResult["outcome"]): number =>
    results.filter((result) => result.outcome === outcome).length;
  const bad = count("failed") + count("crashed");
  return `自检完成，${results.length} 步：符合 ${count("passed")} 步，不符或出错 ${bad} 步，没有做 ${count("not-run")} 步。`;
}

/** Where a step does not do what is expected: one line each. */
export function differenceLines({ comparisons, remark }: StepResult): string[] {
  return [
    ...comparisons
      .filter(({ agrees }) => !agrees)
      .map(({ what, expected, seen }) => `${what}：应为 ${JSON.stringify(expected)}，实为 ${JSON.stringify(seen)}`),
    ...(remark === "" ? [] : [remark]),
  ];
}
