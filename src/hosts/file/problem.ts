/** What can be wrong with a workbook file or with what is asked of it: a code and its parameters, never prose. */
export type WorkbookFileProblem =
  | { readonly code: "empty-file" }
  | { readonly code: "not-a-workbook" }
  | { readonly code: "old-xls" }
  | { readonly code: "encrypted" }
  | {
      readonly code: "other-format";
      readonly format: "xlsb" | "ods" | "docx" | "pptx" | "ofd" | "csv" | "html" | "pdf";
    }
  | { readonly code: "truncated" }
  | { readonly code: "damaged-part"; readonly part: string }
  | { readonly code: "malformed-part"; readonly part: string; readonly position: number }
  | { readonly code: "missing-part"; readonly part: string }
  | { readonly code: "no-workbook-part" }
  | { readonly code: "no-sheets" }
  | { readonly code: "archive-bomb"; readonly compressed: number; readonly declared: number }
  | { readonly code: "archive-lies"; readonly part: string }
  | { readonly code: "too-large"; readonly bytes: number; readonly limit: number }
  | { readonly code: "unsupported-compression"; readonly part: string }
  | { readonly code: "too-many-rows"; readonly sheet: string; readonly limit: number }
  | { readonly code: "too-many-cells"; readonly sheet: string; readonly limit: number }
  | { readonly code: "no-such-sheet"; readonly sheet: string }
  | { readonly code: "bad-address"; readonly sheet: string; readonly address: string }
  | { readonly code: "array-formula"; readonly sheet: string; readonly address: string; readonly range: string }
  | {
      readonly code: "bad-value";
      readonly sheet: string;
      readonly address: string;
      readonly reason: "not-finite" | "too-long";
    }
  | { readonly code: "no-cells-to-write"; readonly sheet: string }
  | { readonly code: "bad-settings" }
  | { readonly code: "file-not-found"; readonly path: string }
  | { readonly code: "not-a-file"; readonly path: string }
  | { readonly code: "file-not-readable"; readonly path: string }
  | { readonly code: "target-is-input"; readonly path: string }
  | { readonly code: "target-exists"; readonly path: string }
  | { readonly code: "target-not-writable"; readonly path: string };

/**
 * Everything that this host refuses is thrown as this; `message` is the code and serves programmers, people read
 * `describeFileProblem`.
 */
export class WorkbookFileError extends Error {
  override readonly name = "WorkbookFileError";

  constructor(readonly problem: WorkbookFileProblem) {
    super(`${problem.code} ${JSON.stringify(problem)}`);
  }
}

/** Throws; an expression, so that it can stand on the right of `??`. */
export function refuse(problem: WorkbookFileProblem): never {
  throw new WorkbookFileError(problem);
}
