import type { ActualRow } from "../../engine/evaluation/self-evaluation";

/** Where the actual values of new self-evaluations come from. */
export type ActualsSource = "none" | "workbook" | "file";

/** What the person chose in 自评表. */
export interface SelfEvaluationState {
  /** Sheets of the preview that are not wanted. */
  readonly unticked: ReadonlySet<string>;
  readonly source: ActualsSource;
  /** Points of new forms: as approved, by the scheme that fits each form's levels, or by the scheme with this id. */
  readonly weights: "approved" | "by-levels" | { readonly scheme: string };
  /** What was read from another workbook. */
  readonly file: { readonly name: string; readonly rows: readonly ActualRow[] } | null;
  /** Fill scores as soon as an edit allows it, while 自评表 is shown. */
  readonly live: boolean;
  /** Also write over scores that are there. */
  readonly overwrite: boolean;
  /** Form whose points are shown, by its name cell or sheet; null for the first. */
  readonly form: string | null;
}

export const initialSelfEvaluation: SelfEvaluationState = {
  unticked: new Set(),
  source: "none",
  weights: "approved",
  file: null,
  live: false,
  overwrite: false,
  form: null,
};

/** How far a long write has come. */
export interface WritingState {
  readonly done: number;
  readonly all: number;
}
