/** What is known of a test, and among which bands it stands. */

import type { PlacedBand } from "../rule/rule";
import type { targetMet } from "./met";
import type { Answer } from "./run";

/** What is known of a test. `open` names the question, and whether the test holds when its answer is yes. */
export type Truth =
  | { readonly kind: "yes" }
  | { readonly kind: "no" }
  | { readonly kind: "open"; readonly key: string; readonly holds: boolean; readonly answer: Answer }
  | { readonly kind: "blocked"; readonly answer: Answer }
  | { readonly kind: "all" | "any"; readonly loose: boolean; readonly of: readonly Truth[] };

export const YES: Truth = { kind: "yes" };

export const NO: Truth = { kind: "no" };

export const known = (holds: boolean): Truth => (holds ? YES : NO);

export const blocked = (answer: Answer): Truth => ({ kind: "blocked", answer });

/** The bands among which a test stands, for what one says of another. */
export interface Among {
  readonly bands: readonly PlacedBand[];
  readonly band: Pick<PlacedBand, "then" | "role">;
  /** Whether the test stands beside others that must hold too. */
  readonly joined: boolean;
  /** Whether a word (且, 并) joins them, so that each is a condition of its own. */
  readonly bound?: boolean;
}

export const ofAnswer = (holding: ReturnType<typeof targetMet>, wanted: boolean, key: string): Truth => {
  if (holding === "yes" || holding === "no") return known((holding === "yes") === wanted);
  return holding.kind === "ask" && key !== ""
    ? { kind: "open", key, holds: wanted, answer: holding }
    : blocked(holding);
};
