import type { Table } from "../tables";
import { Exact, type CellId, type ExactDecimal, powerOfTen } from "../workbook";
import type { Cause } from "./cause";
import { cellsOfLine } from "./figures";
import type { FigureFinder } from "./figures";
import { isBroken } from "./identity";
import type { Workings } from "./workings";

/** Powers of ten between 元, 千元, 万元 and 亿元. */
const POWERS = new Set([3, 4, 5, 8, -3, -4, -5, -8]);

/** Part of an identity that stands in one table, and how exactly that part is known. */
interface Share {
  readonly id: number;
  readonly cells: readonly CellId[];
  readonly amount: ExactDecimal;
  readonly slack: ExactDecimal;
}

/**
 * Tables whose every figure is a power of ten too large or too small: the table adds up in itself, and what compares it
 * with other tables would hold if it were in another unit.
 */
export function tableCauses(workings: Workings, figures: FigureFinder): Cause[] {
  const shares = new Map<Table, Share[]>();
  for (const id of workings.open) {
    if (!workings.isBroken(id)) continue;
    for (const [table, share] of sharesOf(workings, figures, id)) {
      const known = shares.get(table);
      if (known) known.push(share);
      else shares.set(table, [share]);
    }
  }
  const causes: Cause[] = [];
  for (const [table, broken] of shares) {
    const power = commonPower(workings, broken);
    if (power === null) continue;
    const explained = broken.filter((share) => holdsAt(workings, share, power));
    const [first] = explained;
    if (!first) continue;
    const breaks = passingShares(workings, figures, table).filter((share) => !holdsAt(workings, share, power)).length;
    const cell = first.cells[0]!;
    const present = workings.amount(cell).value;
    causes.push({
      kind: "table-scale",
      cell,
      changes: new Map(),
      explains: explained.map(({ id }) => id).sort((a, b) => a - b),
      breaks,
      proposed: present?.times(powerOfTen(-power)) ?? null,
      slip: null,
      copiedFrom: null,
      power,
      gap: null,
    });
  }
  return causes;
}

/** The parts of an identity by table, where it goes over more than one. */
function sharesOf(workings: Workings, figures: FigureFinder, id: number): Map<Table, Share> {
  const byTable = new Map<Table, Share>();
  const terms = workings.identity(id)?.terms ?? [];
  const first = terms[0] && figures.at(terms[0].cell)?.table;
  if (terms.every(({ cell }) => figures.at(cell)?.table === first)) return byTable;
  for (const { cell, coefficient } of terms) {
    const table = figures.at(cell)?.table;
    if (!table) return new Map();
    const { value, decimals } = workings.amount(cell);
    const before = byTable.get(table) ?? { id, cells: [], amount: new Exact(0), slack: new Exact(0) };
    if (value === null) continue;
    byTable.set(table, {
      id,
      cells: [...before.cells, cell],
      amount: before.amount.plus(value.times(coefficient)),
      slack: before.slack.plus(coefficient.abs().times(powerOfTen(-decimals)).dividedBy(2)),
    });
  }
  return byTable.size > 1 ? byTable : new Map<Table, Share>();
}

/** The power of ten that most of the shares are off by; null where none is a step between units. */
function commonPower(workings: Workings, shares: readonly Share[]): number | null {
  const votes = new Map<number, number>();
  for (const { id, amount } of shares) {
    const wanted = amount.minus(workings.residual(id));
    if (amount.isZero() || wanted.isZero() || amount.isNegative() !== wanted.isNegative()) continue;
    const power = Math.round(Math.log10(amount.dividedBy(wanted).toNumber()));
    if (POWERS.has(power)) votes.set(power, (votes.get(power) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** Whether an identity would hold if the share were divided by 10^power. */
function holdsAt(workings: Workings, share: Share, power: number): boolean {
  const identity = workings.identity(share.id);
  if (!identity) return true;
  const factor = powerOfTen(-power);
  const residual = workings.residual(share.id).minus(share.amount).plus(share.amount.times(factor));
  const tolerance = identity.tolerance.minus(share.slack).plus(share.slack.times(factor));
  return !isBroken({ relation: identity.relation, tolerance }, residual);
}

/** The shares of a table in identities that hold and go over other tables too. */
function passingShares(workings: Workings, figures: FigureFinder, table: Table): Share[] {
  const found = new Map<number, Share>();
  for (const section of table.sections) {
    for (const line of section.lines) {
      for (const cell of cellsOfLine(section, line)) {
        for (const id of workings.identitiesOf(cell)) {
          if (found.has(id) || workings.open.has(id)) continue;
          const share = sharesOf(workings, figures, id).get(table);
          if (share && !share.amount.isZero()) found.set(id, share);
        }
      }
    }
  }
  return [...found.values()];
}
