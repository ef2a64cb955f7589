/** What can be wrong with a criterion, as codes with parameters and the place in the original text. */

import type { Span } from "../../language";

export type Severity = "error" | "explain" | "hint";

export type DiagnosticBody =
  | { readonly code: "criterion-no-rule" | "criterion-half-rule" | "criterion-empty" }
  | { readonly code: "criterion-unread-part"; readonly text: string }
  | { readonly code: "criterion-gap"; readonly from: string; readonly to: string }
  | { readonly code: "criterion-overlap"; readonly first: string; readonly second: string }
  | { readonly code: "criterion-shared-bound"; readonly at: string }
  | { readonly code: "criterion-marks-differ"; readonly best: string; readonly points: string }
  | { readonly code: "criterion-total-differs"; readonly total: string; readonly best: string }
  | { readonly code: "criterion-marks-disordered" }
  | { readonly code: "criterion-points-missing" }
  | { readonly code: "criterion-type-contradicts"; readonly type: string; readonly says: "more" | "less" }
  | {
      readonly code: "criterion-unit-differs" | "criterion-unit-named-otherwise";
      readonly written: string;
      readonly unit: string;
    }
  | { readonly code: "criterion-target-not-number"; readonly target: string }
  | { readonly code: "criterion-target-missing" }
  | { readonly code: "criterion-target-differs"; readonly target: string; readonly mark: string }
  | { readonly code: "criterion-amount-open"; readonly text: string }
  | { readonly code: "criterion-stale-year"; readonly year: string; readonly target: string }
  | { readonly code: "criterion-never-full"; readonly target: string }
  | { readonly code: "criterion-residue"; readonly text: string };

/** `span` is in the original text, end exclusive. */
export type Diagnostic = DiagnosticBody & { readonly severity: Severity; readonly span: Span };
export type DiagnosticCode = Diagnostic["code"];
