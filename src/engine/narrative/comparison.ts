import type { CheckContext } from "../reconcile";
import type { Table } from "../tables";
import { AmountState, Exact, powerOfTen, type CellId, type ExactDecimal } from "../workbook";
import { absolute, halfPlace, type Quantity } from "./quantity";

/** A figure of the tables that a claim may be about; amounts in 元. */
export interface TableFigure {
  readonly cells: readonly CellId[];
  /** Null where a cell cannot be read. */
  readonly value: ExactDecimal | null;
  /** How far the true value may be away, by the decimals displayed. */
  readonly half: ExactDecimal;
  /** Nothing is written in any of its cells. */
  readonly blank: boolean;
  readonly table: Table;
}

const halves = new Map<number, ExactDecimal>();

/** Half of a power of ten: how far a figure may be away whose last decimal that is. */
function halfOf(exponent: number): ExactDecimal {
  let half = halves.get(exponent);
  if (half === undefined) halves.set(exponent, (half = new Exact("0.5").times(powerOfTen(exponent))));
  return half;
}

/** The sum of some cells of a table. */
export function figureOf(
  cells: readonly CellId[],
  table: Table,
  { amounts }: Pick<CheckContext, "amounts">,
): TableFigure {
  const unit = powerOfTen(table.unitExponent);
  let value: ExactDecimal | null = new Exact(0);
  let half = new Exact(0);
  let blank = true;
  for (const cell of cells) {
    const state = amounts.state[cell];
    if (state === AmountState.Blank) continue;
    blank = false;
    const amount = amounts.value(cell);
    value = amount === null || value === null ? null : value.plus(amount.times(unit));
    half = half.plus(halfOf(table.unitExponent - amounts.decimals(cell)));
  }
  return { cells, value, half, blank, table };
}

/**
 * How a stated quantity stands to a value in 元 that is known to ± `half`: the value is rounded half up to the decimals
 * that the text prints. The same figure agrees; one unit of the last printed place is a rounding difference, and so is
 * whatever the rounding of the table's own figures explains where they are coarser than the text. Of a whole number a
 * unit is no rounding (5万元 beside 6万元): there it is less than a unit, as where it was cut off. "约" allows for half a
 * place.
 */
export function compareQuantity(
  quantity: Quantity,
  value: ExactDecimal,
  half: ExactDecimal,
): "pass" | "rounding" | "fail" {
  const stated = absolute(quantity);
  const gap = stated.minus(rounded(value, quantity.decimals - quantity.exponent)).abs();
  if (gap.isZero()) return "pass";
  const own = halfPlace(quantity);
  const apart = stated.minus(value).abs();
  if (quantity.about && apart.lessThanOrEqualTo(own)) return "pass";
  const place = own.times(2);
  const rounding = quantity.decimals > 0 ? gap.lessThanOrEqualTo(place) : apart.lessThan(place);
  return rounding || apart.lessThanOrEqualTo(own.plus(half)) ? "rounding" : "fail";
}

/** Half up to so many decimals; a negative number counts places in front of the point. */
function rounded(value: ExactDecimal, decimals: number): ExactDecimal {
  const scale = powerOfTen(decimals);
  return value.times(scale).toDecimalPlaces(0, Exact.ROUND_HALF_UP).dividedBy(scale);
}

/** A value in 元 in the unit of a quantity, as text. */
export function inUnitOf(quantity: Quantity, value: ExactDecimal): string {
  return value.times(powerOfTen(-quantity.exponent)).toFixed();
}
