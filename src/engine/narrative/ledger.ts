import type { NumberVerdict, Outcome, Reconciliation } from "../reconcile";
import type { Table } from "../tables";
import { addressOf, locate, type CellId, type Workbook } from "../workbook";
import type { Claim, Reading, StatedNumber } from "./claim";
import { changeReason, claimReason, countReason, plainReason } from "./ledger-words";
import { resolve } from "./resolve";
import { textsOf, type NarrativeText } from "./text";

/** How a number of a text stands to the tables and to the rest of the text. */
export type LedgerVerdict = NumberVerdict["verdict"] | "not-comparable";

/** One number of a text with its place: `start` and `end` count letters of the cell's text. */
export interface LedgerEntry {
  readonly sheet: string;
  readonly address: string;
  readonly start: number;
  readonly end: number;
  /** The number as it is written, with its unit. */
  readonly words: string;
  readonly verdict: LedgerVerdict;
  /** Why it cannot be compared; empty for the others. */
  readonly reason: string;
  readonly against: readonly { readonly sheet: string; readonly address: string }[];
}

/** How many numbers there are, by verdict. */
export interface LedgerCounts {
  readonly numbers: number;
  readonly agreed: number;
  readonly rounding: number;
  readonly contradicted: number;
  readonly notComparable: number;
}

/**
 * Every number of every text of the workbook, in order: agreed, contradicted, or not comparable and why. Made of what
 * the checks of a reconciliation said of it.
 */
export function ledgerOf(
  workbook: Workbook,
  tables: readonly Table[],
  reconciliation: Pick<Reconciliation, "figures" | "amounts" | "outcomes" | "passing">,
): LedgerEntry[] {
  const verdicts = verdictsOf([...reconciliation.passing, ...reconciliation.outcomes]);
  return textsOf({ tables }).flatMap((text) => {
    const reasons = reasonsOf(text, reconciliation);
    return text.reading.numbers.map((number) => {
      const { passage, quantity } = number;
      const cell = passage.cells[quantity.start]!;
      const start = passage.offsets[quantity.start]!;
      let last = quantity.end - 1;
      while (last > quantity.start && passage.cells[last] !== cell) last--;
      const end = passage.offsets[last]! + 1;
      const found = verdicts.get(keyOf(cell, start));
      const { sheet, index } = locate(workbook, cell);
      const { sheet: name, address } = addressOf(workbook, cell);
      return {
        sheet: name,
        address,
        start,
        end,
        words: sheet.texts[index]!.slice(start, end),
        verdict: found?.verdict ?? "not-comparable",
        reason: found === undefined ? reasons(number) : "",
        against: [...new Set(found?.against)].map((one) => addressOf(workbook, one)),
      };
    });
  });
}

/** The numbers by verdict. */
export function countLedger(entries: readonly LedgerEntry[]): LedgerCounts {
  const of = (verdict: LedgerVerdict): number => entries.filter((entry) => entry.verdict === verdict).length;
  return {
    numbers: entries.length,
    agreed: of("agreed"),
    rounding: of("rounding"),
    contradicted: of("contradicted"),
    notComparable: of("not-comparable"),
  };
}

const weight = { agreed: 0, rounding: 1, contradicted: 2 } as const;

/** The heaviest word on each number: one contradiction is not undone by what agrees. */
function verdictsOf(outcomes: readonly Outcome[]): ReadonlyMap<string, NumberVerdict> {
  const found = new Map<string, NumberVerdict>();
  const causes = new Set(
    outcomes.flatMap(({ cause, outcome }) => (outcome === "fail" && cause !== undefined ? [cause] : [])),
  );
  for (const { numbers, cause, lookedAt } of outcomes) {
    // What fails only because of another figure's fault says nothing of this one.
    if (cause === undefined && lookedAt?.some((key) => causes.has(key)) === true) continue;
    for (const one of numbers ?? []) {
      const key = keyOf(one.cell, one.start);
      const there = found.get(key);
      if (there === undefined) found.set(key, one);
      else
        found.set(key, {
          ...(weight[one.verdict] > weight[there.verdict] ? one : there),
          against: [...there.against, ...one.against],
        });
    }
  }
  return found;
}

function keyOf(cell: CellId, start: number): string {
  return `${cell}:${start}`;
}

/** Why a number of a text was not compared. */
function reasonsOf(
  text: NarrativeText,
  sources: Pick<Reconciliation, "figures" | "amounts">,
): (number: StatedNumber) => string {
  const { claims, shares } = text.reading;
  const claimed = new Map<StatedNumber["quantity"], Claim>(claims.map((claim) => [claim.quantity, claim]));
  const changed = changedNumbers(text.reading);
  const shared = new Set(shares.map(({ percent }) => percent));
  return (number) => {
    const { quantity } = number;
    if (quantity.describes !== null) return plainReason(number);
    const claim = claimed.get(quantity);
    if (claim !== undefined && quantity.dimension !== "money") return countReason(claim);
    if (claim !== undefined) {
      const found = resolve(claim, text, sources);
      return claimReason(claim, "missing" in found ? found.missing : null);
    }
    const change = changed.get(quantity);
    if (change !== undefined) return changeReason(change, text);
    return plainReason(number, shared.has(quantity));
  };
}

function changedNumbers({ changes }: Reading): ReadonlyMap<StatedNumber["quantity"], Reading["changes"][number]> {
  return new Map(
    changes.flatMap((change) =>
      [change.amount, change.percent, change.prior].flatMap((quantity) =>
        quantity === null ? [] : [[quantity, change] as const],
      ),
    ),
  );
}
