import { Exact, type CellId, type ExactDecimal } from "../workbook";
import type { Cause } from "./cause";
import { copyOf, isStrange, lookOf } from "./cell-looks";
import type { FigureFinder } from "./figures";
import { isBroken, isExact, type Identity } from "./identity";
import { slipBetween, slipWithin } from "../reconcile";
import type { Workings } from "./workings";

/** Repairs tried for one cell: a cell with very many unexplained identities is no better known by trying more. */
const MOST_REPAIRS = 48;
const INFINITE = new Exact(Infinity);
const NOTHING = new Exact(0);

/** The changes of one cell that make one identity hold: from `low` to `high`, at best `exactly`. */
interface Repair {
  readonly id: number;
  readonly low: ExactDecimal;
  readonly high: ExactDecimal;
  readonly exactly: ExactDecimal;
  readonly equal: boolean;
}

/**
 * The change of a single cell that makes most of the given open identities hold, as a cause; null where the cell can
 * repair none. The same change must repair all of them; rounding tolerances make it an interval, and the value with the
 * cell's own decimals is preferred within it.
 */
export function cellCause(
  workings: Workings,
  cell: CellId,
  among: readonly number[],
  figures: FigureFinder,
): Cause | null {
  const repairs = repairsOf(workings, cell, among);
  if (repairs.length === 0) return null;
  const { value, decimals } = workings.amount(cell);
  const present = value ?? NOTHING;
  const likeliest = bestChange(repairs, present, decimals);
  if (likeliest === null) return null;
  const change = value === null ? likeliest : slippedChange(repairs, value, likeliest);
  const changes = new Map([[cell, change]]);
  const { explains, breaks, blurs } = workings.effectOf(changes);
  const chosen = new Set(among);
  const explained = explains.filter((id) => chosen.has(id));
  if (explained.length === 0) return null;
  const bounded = repairs.every((repair) => !repair.equal);
  const proposed = bounded ? null : present.plus(change);
  const slip = proposed === null ? null : slipBetween(value, proposed);
  if (proposed !== null && turnsNegative(value, proposed) && slip?.kind !== "sign") return null;
  return {
    kind: "cell",
    cell,
    changes,
    explains: explained,
    // A rounding difference is laid to one cell only where nothing that agrees exactly would cease to.
    breaks: explained.some((id) => workings.isBroken(id)) ? breaks : blurs,
    proposed,
    slip,
    power: 0,
    ...lookOf(workings, cell, { present: value, proposed, change }, figures),
  };
}

/**
 * The change that makes most repairs hold, then most of them exactly; of two alike the first, with the cell's own
 * decimals before that without. Null where none makes any hold.
 */
function bestChange(repairs: readonly Repair[], present: ExactDecimal, decimals: number): ExactDecimal | null {
  let best: { change: ExactDecimal; holds: number; exact: number } | null = null;
  for (const start of startingPoints(repairs)) {
    for (const change of [present.plus(start).toDecimalPlaces(Math.max(0, decimals)).minus(present), start]) {
      if (change.isZero()) continue;
      const holds = repairs.filter((repair) => change.gte(repair.low) && change.lte(repair.high)).length;
      const exact = repairs.filter((repair) => repair.equal && change.eq(repair.exactly)).length;
      if (!best || holds > best.holds || (holds === best.holds && exact > best.exact)) best = { change, holds, exact };
    }
  }
  return best === null || best.holds === 0 ? null : best.change;
}

/** A slip is so much stronger than another that looks like any small difference. */
const MUCH = 2;

/** The change itself, or one that does as well but for rounding and undoes a slip. */
function slippedChange(repairs: readonly Repair[], present: ExactDecimal, change: ExactDecimal): ExactDecimal {
  const holding = repairs.filter(({ low, high }) => change.gte(low) && change.lte(high));
  const low = Exact.max(...holding.map((repair) => repair.low));
  const high = Exact.min(...holding.map((repair) => repair.high));
  // What several ask for to the last digit is no slip of rounded figures.
  if (holding.filter(({ exactly }) => exactly.eq(change)).length > 1) return change;
  if (!low.isFinite() || !high.isFinite() || low.eq(high)) return change;
  const exact = slipBetween(present, present.plus(change));
  const near = slipWithin(present, present.plus(low), present.plus(high));
  const isLikelier = near !== null && (exact === null || near.slip.strength - exact.strength >= MUCH);
  return isLikelier ? near.right.minus(present) : change;
}

/** Nobody writes an amount for a negative one, or forgets a negative one, but for its sign. */
function turnsNegative(value: ExactDecimal | null, proposed: ExactDecimal): boolean {
  return proposed.isNegative() && !proposed.isZero() && value?.isNegative() !== true;
}

/** A quick look, before all that a change would do is worked out: would repairing this one identity undo some slip? */
export function looksLikeSlip(workings: Workings, cell: CellId, id: number, figures: FigureFinder): boolean {
  const coefficient = workings.coefficient(id, cell);
  if (coefficient.isZero()) return false;
  const { value } = workings.amount(cell);
  const right = (value ?? NOTHING).minus(workings.residual(id).dividedBy(coefficient));
  if (slipBetween(value, right) !== null || copyOf(workings, cell, figures) !== null) return true;
  if (value === null) return false;
  const slack = (workings.identity(id)?.tolerance ?? NOTHING).dividedBy(coefficient.abs());
  const isNearlySlip = !slack.isZero() && slipWithin(value, right.minus(slack), right.plus(slack)) !== null;
  return isNearlySlip || isStrange(workings, cell, { present: value, proposed: right }, figures);
}

function repairsOf(workings: Workings, cell: CellId, among: readonly number[]): Repair[] {
  const repairs: Repair[] = [];
  for (const id of among) {
    const identity = workings.identity(id);
    const coefficient = workings.coefficient(id, cell);
    if (!identity || coefficient.isZero() || (identity.unfilled !== null && !identity.unfilled.has(cell))) continue;
    const residual = workings.residual(id);
    if (isExact(identity, residual)) continue;
    repairs.push(repairOf(identity, residual, coefficient));
  }
  return repairs;
}

function repairOf(identity: Identity, residual: ExactDecimal, coefficient: ExactDecimal): Repair {
  const exactly = residual.negated().dividedBy(coefficient);
  const slack = isBroken(identity, residual) ? identity.tolerance.dividedBy(coefficient.abs()) : NOTHING;
  if (identity.relation === "equal")
    return { id: identity.id, low: exactly.minus(slack), high: exactly.plus(slack), exactly, equal: true };
  const downwards = coefficient.isPositive();
  return {
    id: identity.id,
    low: downwards ? INFINITE.negated() : exactly.minus(slack),
    high: downwards ? exactly.plus(slack) : INFINITE,
    exactly,
    equal: false,
  };
}

/** Changes worth trying: what each identity asks for, and where the intervals of several begin and end. */
function startingPoints(repairs: readonly Repair[]): ExactDecimal[] {
  if (repairs.length === 1) return [repairs[0]!.exactly];
  const bounds = repairs.flatMap(({ low, high }) => [low, high].filter((bound) => bound.isFinite()));
  return distinct([...repairs.map(({ exactly }) => exactly), ...bounds]).slice(0, MOST_REPAIRS);
}

/** With more values than this they are told apart by their digits. */
const FEW = 16;

/** Values without repetition, the most frequent first. */
function distinct(values: readonly ExactDecimal[]): ExactDecimal[] {
  const found: { readonly value: ExactDecimal; times: number }[] = [];
  const byDigits = values.length > FEW ? new Map<string, (typeof found)[number]>() : null;
  for (const value of values) {
    const seen = byDigits === null ? found.find((one) => one.value.eq(value)) : byDigits.get(value.toString());
    if (seen) {
      seen.times++;
      continue;
    }
    const entry = { value, times: 1 };
    found.push(entry);
    byDigits?.set(value.toString(), entry);
  }
  return found.sort((a, b) => b.times - a.times).map(({ value }) => value);
}
