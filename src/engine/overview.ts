import type { CheckedWorkbook } from "./check-workbook";
import { identityOf } from "./documents";
import { countProblems } from "./report";
import { hasNothingToCheck } from "./tables";

/** What there is to do in one of several workbooks, in a line. */
export interface Overview {
  /** The body whose tables they are, and their year; null where no table says. */
  readonly body: string | null;
  readonly year: number | null;
  readonly tables: number;
  /** Problems as the list of findings counts them: those of severity `error` and `explain`, and what cannot be told. */
  readonly errors: number;
  readonly explains: number;
  readonly cannotTell: number;
  /** Sheets that nobody knows, but for those in which there is nothing to check. */
  readonly unrecognised: number;
}

/** What a check comes to, in a line. */
export function overviewOf({
  joined,
  tables,
  findings,
  unrecognised,
}: Pick<CheckedWorkbook, "joined" | "tables" | "findings" | "unrecognised">): Overview {
  const of = (wanted: (finding: CheckedWorkbook["findings"][number]) => boolean): number =>
    countProblems(findings.filter(wanted)).problems;
  return {
    ...identityOf({ tables, unrecognised }),
    tables: tables.length,
    errors: of(({ outcome, severity }) => outcome === "fail" && severity === "error"),
    explains: of(({ outcome, severity }) => outcome === "fail" && severity === "explain"),
    cannotTell: of(({ outcome }) => outcome === "cannot-tell"),
    unrecognised: unrecognised.filter((one) => !hasNothingToCheck(joined, one)).length,
  };
}
