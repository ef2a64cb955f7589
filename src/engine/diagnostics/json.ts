import { countLedger, type LedgerCounts, type LedgerEntry } from "../narrative";
import type { OutcomeKind, Severity } from "../reconcile";
import { saidYears, type DroppedChoice, type Table, type Unrecognised } from "../tables";
import { a1, areaA1, coordinates, Exact } from "../workbook";
import type { Check, Finding, FindingCell, SuspectKind } from "./finding";
import { unrecognisedReason } from "./wording/recognition-zh";

/** How many checks gave which answer; `checks` = pass + rounding + fail + cannotTell. */
export interface CheckSummary {
  readonly checks: number;
  readonly pass: number;
  readonly rounding: number;
  readonly fail: number;
  readonly cannotTell: number;
  readonly notApplicable: number;
}

interface CellJson {
  readonly sheet: string;
  readonly address: string;
  readonly role: FindingCell["role"];
  readonly value: number | string | null;
}

interface NumbersJson {
  readonly reported: number | null;
  readonly computed: number | null;
  readonly difference: number | null;
}

/** A finding in the contract's form and order. */
export interface FindingJson extends NumbersJson {
  readonly code: string;
  readonly outcome: OutcomeKind;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly cells: readonly CellJson[];
  readonly suspects: readonly {
    readonly sheet: string;
    readonly address: string;
    readonly kind: SuspectKind;
    readonly reason: string;
    readonly proposed: number | null;
  }[];
  readonly witnesses: readonly (NumbersJson & { readonly code: string; readonly cells: readonly CellJson[] })[];
  readonly group: string;
  readonly accepted: { readonly reason: string; readonly stale: boolean } | null;
}

/** What `hedui check --json` prints for one workbook: see the command line's contract. */
export interface CheckJson {
  readonly schema: 1;
  readonly workbook: string;
  readonly tables: readonly {
    readonly sheet: string;
    readonly range: string;
    readonly kind: string;
    readonly title: string | null;
    readonly year: number | null;
    readonly unit: string | null;
    readonly body: string | null;
    readonly code: string | null;
    readonly stage: "budget" | "final" | null;
    readonly unreadColumns: readonly { readonly address: string; readonly header: string }[] | null;
    /** Choices for its columns that were not taken; only where there are some. */
    readonly droppedChoices?: readonly DroppedChoice[];
  }[];
  readonly unrecognised: readonly { readonly sheet: string; readonly reason: string }[];
  readonly findings: readonly FindingJson[];
  /** Every number of every text; only where all is asked for. */
  readonly text?: readonly LedgerEntry[];
  readonly summary: CheckSummary & { readonly text: LedgerCounts };
}

/** Everything that a check of one workbook found. `workbook` is its name as the person gave it. */
export interface CheckResult {
  readonly workbook: string;
  readonly tables: readonly Table[];
  readonly unrecognised: readonly Unrecognised[];
  readonly findings: readonly Finding[];
  readonly summary: CheckSummary;
  /** Every number of the workbook's texts. */
  readonly text: readonly LedgerEntry[];
}

/** The contract's object, keys in the contract's order; passing findings are left out unless `all`. */
export function toJson(result: CheckResult, all = false): CheckJson {
  const { checks, pass, rounding, fail, cannotTell, notApplicable } = result.summary;
  const years = saidYears(
    result.tables,
    result.unrecognised.map(({ sheet }) => sheet),
  );
  return {
    schema: 1,
    workbook: result.workbook,
    tables: result.tables.map((table) => ({
      sheet: table.sheet.name,
      range: areaA1(table.area),
      kind: table.template.kind,
      title: table.title,
      year: years.get(table) ?? null,
      unit: table.unit,
      body: table.body,
      code: table.bodyCode,
      stage: table.template.stage ?? null,
      unreadColumns: unreadColumns(table),
      ...(table.dropped === undefined ? {} : { droppedChoices: table.dropped }),
    })),
    unrecognised: result.unrecognised.map((one) => ({ sheet: one.sheet.name, reason: unrecognisedReason(one) })),
    findings: result.findings.filter(({ outcome }) => all || outcome !== "pass").map(findingJson),
    ...(all ? { text: result.text.map(entryJson) } : {}),
    summary: { checks, pass, rounding, fail, cannotTell, notApplicable, text: countLedger(result.text) },
  };
}

function entryJson({ sheet, address, start, end, words, verdict, reason, against }: LedgerEntry): LedgerEntry {
  return { sheet, address, start, end, words, verdict, reason, against };
}

/** Columns that no role was found for; null where the layout has no columns, or it is not known. */
function unreadColumns({ sheet, headerColumns }: Table): CheckJson["tables"][number]["unreadColumns"] {
  if (headerColumns === undefined) return null;
  return headerColumns
    .filter(({ isRead }) => !isRead)
    .map(({ cell, header }) => {
      const { row, column } = coordinates(sheet, cell - sheet.base);
      return { address: a1(row, column), header };
    });
}

function findingJson(finding: Finding): FindingJson {
  return {
    code: finding.code,
    outcome: finding.outcome,
    severity: finding.severity,
    title: finding.title,
    message: finding.message,
    cells: finding.cells.map(cellJson),
    ...numbersJson(finding),
    suspects: finding.suspects.map(({ sheet, address, kind, reason, proposed }) => ({
      sheet,
      address,
      kind,
      reason,
      proposed: proposed === null ? null : Number(proposed),
    })),
    witnesses: finding.witnesses.map((witness) => ({
      code: witness.code,
      cells: witness.cells.map(cellJson),
      ...numbersJson(witness),
    })),
    group: finding.group,
    accepted: finding.accepted,
  };
}

function cellJson({ sheet, address, role, value }: FindingCell): CellJson {
  return { sheet, address, role, value };
}

/** Decimals beyond which a number in JSON may no longer be what the text says. */
const MOST_DIGITS = 15;

/**
 * The three numbers, with reported − computed = difference in decimals. Sums with more digits than a JSON number holds
 * are rounded alike, and the difference is that of the rounded ones.
 */
function numbersJson({ reported, computed, difference }: Check): NumbersJson {
  const texts = [reported, computed, difference].filter((text) => text !== null);
  if (reported === null || computed === null || texts.every(fits)) {
    return {
      reported: reported === null ? null : Number(reported),
      computed: computed === null ? null : Number(computed),
      difference: difference === null ? null : Number(difference),
    };
  }
  const wholeDigits = Math.max(...texts.map((text) => new Exact(text).abs().trunc().toFixed(0).length));
  const decimals = Math.max(0, MOST_DIGITS - wholeDigits);
  const [left, right] = [new Exact(reported).toDecimalPlaces(decimals), new Exact(computed).toDecimalPlaces(decimals)];
  return {
    reported: left.toNumber(),
    computed: right.toNumber(),
    difference: difference === null ? null : left.minus(right).toNumber(),
  };
}

function fits(text: string): boolean {
  return new Exact(text).precision() <= MOST_DIGITS;
}
