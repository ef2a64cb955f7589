import { Exact, type CellId, type ExactDecimal } from "../workbook";
import type { Cause, Gap } from "./cause";
import type { FigureFinder } from "./figures";
import type { Workings } from "./workings";

const NOTHING = new Exact(0);

/** How a cell looks among those around it, and how it would if it were repaired. */
export function lookOf(
  workings: Workings,
  cell: CellId,
  { present, proposed, change }: Pick<Cause, "proposed"> & { present: ExactDecimal | null; change: ExactDecimal },
  figures: FigureFinder,
): Pick<Cause, "copiedFrom" | "agreesWith" | "meetsBound" | "isStrange" | "gap"> {
  return {
    copiedFrom: proposed === null ? null : copyOf(workings, cell, figures),
    agreesWith: proposed === null ? null : twinOf(workings, cell, proposed, figures),
    meetsBound: meetsBound(workings, cell, change),
    isStrange: present !== null && proposed !== null && isStrange(workings, cell, { present, proposed }, figures),
    gap: present === null ? gapAt(workings, cell, figures) : null,
  };
}

/**
 * The figure right beside a cell that says the same; null for zeros and blanks, where the two columns (or lines) are
 * alike anyway, and where a check that holds ties the two (a total with one part).
 */
export function copyOf(workings: Workings, cell: CellId, figures: FigureFinder): CellId | null {
  const { value } = workings.amount(cell);
  if (value === null || value.isZero()) return null;
  return (
    figures
      .neighbours(cell)
      .find(
        (other) =>
          workings.amount(other).value?.eq(value) === true &&
          !areTied(workings, cell, other) &&
          !areAlike(workings, cell, other, figures),
      ) ?? null
  );
}

/**
 * The figure right beside a cell that says what the repaired cell would, where the two columns (or lines) say the
 * same in
 * other places too (年初预算数 and 全年预算数): the cell is the odd one out.
 */
function twinOf(workings: Workings, cell: CellId, proposed: ExactDecimal, figures: FigureFinder): CellId | null {
  if (proposed.isZero()) return null;
  return (
    figures
      .neighbours(cell)
      .find(
        (other) =>
          workings.amount(other).value?.eq(proposed) === true &&
          !areTied(workings, cell, other) &&
          areAlike(workings, cell, other, figures),
      ) ?? null
  );
}

/** What stands in a cell, and what would repair it. */
interface Values {
  readonly present: ExactDecimal;
  readonly proposed: ExactDecimal;
}

/** See `Cause.isStrange`. */
export function isStrange(workings: Workings, cell: CellId, values: Values, figures: FigureFinder): boolean {
  if (values.proposed.isZero()) return isAloneOnLine(workings, cell, figures);
  return figures.neighbours(cell).some((other) => isOutOfOrder(workings, cell, other, values, figures));
}

/** With so many other columns empty a figure on its line stands alone. */
const FEWEST_BESIDE = 2;

function isAloneOnLine(workings: Workings, cell: CellId, figures: FigureFinder): boolean {
  const others = figures.besideOnLine(cell);
  return others.length >= FEWEST_BESIDE && others.every((other) => workings.amount(other).value?.isZero() ?? true);
}

/** With so many lines two columns have an order. */
const FEWEST_ORDERED = 2;

/** The one of two columns that is the greater in every other line is so here only when repaired. */
function isOutOfOrder(
  workings: Workings,
  cell: CellId,
  other: CellId,
  { present, proposed }: Values,
  figures: FigureFinder,
): boolean {
  const [one, two] = [figures.at(cell), figures.at(other)];
  const beside = workings.amount(other).value;
  if (one === null || two === null || one.line !== two.line || beside === null || beside.isZero()) return false;
  const sign = Math.sign(present.comparedTo(beside));
  if (sign === 0 || Math.sign(proposed.comparedTo(beside)) === sign) return false;
  const pairs = figures.pairsLike(cell, other).map((pair) => pair.map((each) => workings.amount(each).value));
  const orders = pairs.flatMap(([a, b]) => (a && b && !a.isZero() && !b.isZero() ? [a.comparedTo(b)] : []));
  return (
    orders.length >= FEWEST_ORDERED &&
    orders.every((order) => order * sign <= 0) &&
    orders.some((order) => order * sign < 0)
  );
}

/**
 * Whether the repaired figure would be, to the last digit, another one that bounds it and that it does not equal now:
 * 公务接待费 of the “三公” table and 30217 are often the same money.
 */
function meetsBound(workings: Workings, cell: CellId, change: ExactDecimal): boolean {
  if ((workings.amount(cell).value ?? NOTHING).plus(change).isZero()) return false;
  return workings.identitiesOf(cell).some((id) => {
    const identity = workings.identity(id);
    if (identity?.relation !== "at-most" || identity.terms.length !== 2) return false;
    return workings.residual(id).plus(workings.coefficient(id, cell).times(change)).isZero();
  });
}

/** Whether an identity that holds has both. */
function areTied(workings: Workings, cell: CellId, other: CellId): boolean {
  return workings.identitiesOf(cell).some((id) => !workings.isBroken(id) && !workings.coefficient(id, other).isZero());
}

/**
 * Whether two columns say the same wherever both say something but in the line of these cells (预算数 and 执行数 spent to the
 * last fen); likewise two lines.
 */
function areAlike(workings: Workings, cell: CellId, other: CellId, figures: FigureFinder): boolean {
  const pairs = figures.pairsLike(cell, other).map((pair) => pair.map((one) => workings.amount(one).value));
  const filled = pairs.filter(([one, two]) => one && two && !one.isZero() && !two.isZero());
  const equal = filled.filter(([one, two]) => one!.eq(two!)).length;
  return equal > 0 && equal * 2 > filled.length;
}

/** Whether a blank stands out: all of its line is filled but this, or some of it is. */
function gapAt(workings: Workings, cell: CellId, figures: FigureFinder): Gap {
  const others = figures.besideOnLine(cell);
  const filled = others.filter((other) => !(workings.amount(other).value?.isZero() ?? true));
  if (others.length === 0) return "unknown";
  if (filled.length === 0) return "in-blank-line";
  return filled.length === others.length ? "alone-in-filled-line" : "in-filled-line";
}
