/**
 * Everything the scoring says, as codes with parameters; `locale.ts` has the words. Numbers are already rounded for the
 * eye.
 */

import type { ConventionName } from "../conventions";

export type Message =
  // What happened, step by step.
  | { readonly code: "step-reading"; readonly actual: string; readonly target: string }
  | { readonly code: "step-measure"; readonly subject: string; readonly figures: string; readonly value: string }
  | { readonly code: "step-band"; readonly value: string; readonly band: string }
  | { readonly code: "step-marks"; readonly outcome: string; readonly marks: string }
  | {
      readonly code: "step-deduct";
      readonly direction: string;
      readonly by: string;
      readonly count: string;
      readonly each: string;
      readonly lost: string;
      readonly from: string;
      readonly marks: string;
    }
  | {
      readonly code: "step-add";
      readonly by: string;
      readonly count: string;
      readonly each: string;
      readonly from: string;
      readonly more: string;
      readonly marks: string;
    }
  | { readonly code: "step-no-deduct"; readonly marks: string }
  | { readonly code: "step-bounded" | "step-capped" | "step-score" | "step-full-default"; readonly marks: string }
  | { readonly code: "step-interpolated"; readonly between: string; readonly marks: string }
  | { readonly code: "step-formula"; readonly formula: string; readonly marks: string }
  | {
      readonly code: "step-proportion";
      readonly value: string;
      readonly mark: string;
      readonly points: string;
      readonly marks: string;
    }
  | {
      readonly code: "step-scaled";
      readonly from: string;
      readonly to: string;
      readonly best: string;
      readonly points: string;
    }
  | { readonly code: "step-met" | "step-not-met"; readonly actual: string; readonly target: string }
  | { readonly code: "step-stated"; readonly actual: string; readonly verdict: string; readonly holds: boolean }
  // What must be asked.
  | { readonly code: "ask-verdict"; readonly verdict: string; readonly actual: string }
  | { readonly code: "ask-met"; readonly target: string }
  | { readonly code: "ask-discretion"; readonly text: string }
  | { readonly code: "ask-gap"; readonly value: string }
  | { readonly code: "ask-overlap"; readonly value: string }
  | { readonly code: "ask-completion"; readonly target: string; readonly actual: string }
  | { readonly code: "ask-occurrences"; readonly event: string }
  | { readonly code: "ask-grave"; readonly event: string }
  | { readonly code: "ask-grade"; readonly grades: string }
  | { readonly code: "ask-three-grades" }
  | { readonly code: "ask-items" }
  | { readonly code: "ask-unread"; readonly text: string }
  | { readonly code: "ask-marks"; readonly best: string; readonly points: string }
  | { readonly code: "ask-type"; readonly type: string }
  | { readonly code: "ask-direction" }
  | { readonly code: "ask-unit"; readonly written: string; readonly expected: string }
  | { readonly code: "ask-prior" | "ask-late" }
  | { readonly code: "ask-fraction"; readonly actual: string }
  | { readonly code: "ask-equal"; readonly target: string; readonly actual: string }
  | { readonly code: "ask-above-at-most" }
  | { readonly code: "ask-zero-target" }
  | { readonly code: "ask-contradiction"; readonly actual: string; readonly target: string }
  | { readonly code: "ask-range-target" }
  | { readonly code: "ask-partial"; readonly awarded: string }
  | { readonly code: "ask-condition"; readonly text: string }
  | { readonly code: "ask-readings"; readonly readings: string }
  | { readonly code: "ask-tiers" }
  | { readonly code: "step-tiers"; readonly marks: string }
  | { readonly code: "ask-several"; readonly questions: string }
  | { readonly code: "undefined-variable"; readonly name: string }
  | { readonly code: "ask-impossible"; readonly text: string }
  | { readonly code: "ask-between"; readonly low: string; readonly high: string }
  // What is missing.
  | { readonly code: "missing-actual" | "missing-target" | "missing-points" | "no-rule" | "half-rule" | "not-a-case" }
  | { readonly code: "actual-not-number" | "target-not-number" | "actual-echoes-target"; readonly text: string }
  | { readonly code: "far-above"; readonly ratio: string; readonly limit: string }
  | { readonly code: "points-not-positive"; readonly points: string }
  // Choices.
  | { readonly code: "choice"; readonly label: string }
  | {
      readonly code:
        | "choice-by-met"
        | "choice-by-ratio"
        | "choice-not-met"
        | "choice-met"
        | "choice-nothing"
        | "choice-part"
        | "choice-free"
        | "choice-tiers-apart"
        | "choice-tiers-whole"
        | "choice-scaled"
        | "choice-literal"
        | "choice-happened"
        | "choice-not-happened"
        | "choice-otherwise"
        | "choice-at-least"
        | "choice-at-most"
        | "choice-full";
    }
  | { readonly code: "choice-times"; readonly count: number }
  | { readonly code: "choice-more-times"; readonly count: number }
  | { readonly code: "choice-grade"; readonly grade: 1 | 2 | 3 }
  // Assumptions.
  | { readonly code: "assumption"; readonly words: string; readonly name: ConventionName; readonly value: string }
  | { readonly code: "assumption-rounding" }
  // What a person has corrected.
  | {
      readonly code:
        | "general-rule"
        | "judgement"
        | "ask-corrected-to-judgement"
        | "assumption-corrected-conventions"
        | "assumption-corrected-judgement";
    }
  | { readonly code: "reading"; readonly words: string; readonly corrected: boolean }
  | { readonly code: "assumption-corrected-text"; readonly text: string }
  /** The program broke on it. */
  | { readonly code: "mishap"; readonly mishap: string };

export interface Choice {
  readonly label: Message;
  readonly min: string;
  readonly max: string;
}
