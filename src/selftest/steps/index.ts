import type { Step } from "../step";
import { markingSteps } from "./marking";
import { readingSteps } from "./reading";
import { writingSteps } from "./writing";

/** The adapter's contract with Excel, in the order in which it is run. */
export const contract: readonly Step[] = [...readingSteps, ...writingSteps, ...markingSteps];
