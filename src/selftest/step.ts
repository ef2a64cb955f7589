import type { ExcelClient } from "../hosts/excel";
import type { LiveHost } from "../hosts/host";

/** One comparison of a step. */
export interface Comparison {
  readonly what: string;
  readonly expected: unknown;
  readonly seen: unknown;
  readonly agrees: boolean;
}

/** What a step has to work with: an open scratch workbook, the adapter over it, and Excel itself beside the adapter. */
export interface Bench {
  readonly host: LiveHost;
  readonly client: ExcelClient;
  /** Asks Excel directly, past the adapter. */
  excel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** A new sheet whose name begins with the suite's prefix; it is taken away after the step. */
  sheet(
    name: string,
    cells?: readonly (readonly [address: string, formula: string | number | boolean])[],
  ): Promise<string>;
  /** Notes a comparison; a step goes on when one fails. */
  expect(what: string, seen: unknown, expected: unknown): void;
  /** Waits until something holds, or no longer than events take. */
  until(holds: () => boolean): Promise<void>;
}

/** One step of the adapter's contract: what Excel and the adapter do together. */
export interface Step {
  readonly id: string;
  /** For the person who looks on. */
  readonly title: string;
  /** It needs custom functions to be worked out, which a simulated Excel does not do. */
  readonly needsFunctions?: true;
  run(bench: Bench): Promise<void>;
}

/** What came of a step. */
export interface StepResult {
  readonly id: string;
  readonly title: string;
  readonly outcome: "passed" | "failed" | "crashed" | "not-run";
  readonly comparisons: readonly Comparison[];
  /** What was thrown, or why it was not run. */
  readonly remark: string;
}
