import type { CellContents, CellPlace } from "./host";

/** A cell that is not as it was when it was read. */
export interface MovedCell extends CellPlace {
  readonly was: CellContents;
  readonly now: CellContents;
}

/** What can keep a host from doing what is asked: a code and its parameters, never prose. */
export type HostProblem =
  /** Somebody is typing in a cell; Excel answers nothing until that ends. */
  | { readonly code: "cell-being-edited" }
  /** A dialogue of Excel is open. */
  | { readonly code: "dialog-open" }
  | { readonly code: "sheet-protected"; readonly sheets: readonly string[] }
  /** The structure is protected: no sheet can be added or taken out. */
  | { readonly code: "workbook-protected" }
  /** Opened for reading only, or somebody else holds it. */
  | { readonly code: "read-only" }
  /** With the number of its last row and column where the sheet as a whole is too large. */
  | { readonly code: "too-large"; readonly sheet: string; readonly rows?: number; readonly columns?: number }
  | { readonly code: "session-lost" }
  | { readonly code: "busy" }
  | { readonly code: "changed-meanwhile"; readonly cells: readonly MovedCell[] }
  | { readonly code: "sheet-gone"; readonly sheet: string }
  /** `forGood`: by a program, so that no menu shows it. */
  | { readonly code: "sheet-hidden"; readonly sheet: string; readonly forGood?: boolean }
  | { readonly code: "bad-address"; readonly sheet: string; readonly address: string }
  | { readonly code: "bad-value"; readonly sheet: string; readonly address: string }
  | { readonly code: "unsupported-excel"; readonly needed: string }
  /** The page is open somewhere that is not Excel. */
  | { readonly code: "no-excel" }
  /** Excel is there and does not answer. */
  | { readonly code: "excel-silent" }
  | { readonly code: "nothing-to-undo" }
  | { readonly code: "bad-settings" }
  /** A write failed and could not be taken back either: these may hold the new contents or the old. */
  | { readonly code: "half-done"; readonly cells: readonly CellPlace[]; readonly sheets: readonly string[] }
  /** Excel refused for a reason that is none of the above. */
  | { readonly code: "refused"; readonly detail: string };

/** Everything that a live host refuses is thrown as this; people read `describeHostProblem`. */
export class HostError extends Error {
  override readonly name = "HostError";

  constructor(
    readonly problem: HostProblem,
    options?: { readonly cause?: unknown },
  ) {
    super(`${problem.code} ${JSON.stringify(problem)}`, options);
  }
}

/** Throws; an expression, so that it can stand on the right of `??`. */
export function hostRefuses(problem: HostProblem, cause?: unknown): never {
  throw new HostError(problem, cause === undefined ? undefined : { cause });
}
