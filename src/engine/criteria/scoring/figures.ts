/**
 * Target and actual of one indicator, brought to one unit: what a bare number means beside its column and its partner.
 */

import type { Exact } from "../exact";
import { normaliseText, unitOf } from "../../language";
import { readValue } from "../values";
import type { Reading } from "../values";
import { settleActual } from "./actual-figure";
import { settleSign, typeSign } from "./figure";
import type { Figures, FiguresIn, Use } from "./figure";
import { cleanUnit, settleTarget } from "./target-figure";

export type { Figure, Figures, FiguresIn } from "./figure";

/** Reads target and actual and settles their unit. `use` tells which convention was leaned on and gives its value. */
export function resolveFigures(given: FiguresIn, use: Use): Figures {
  const unit = cleanUnit(given.unit);
  const target = readValue(given.target);
  const actual = readValue(withoutOwnUnit(given.actual, given.unit));
  const sign = settleSign(typeSign(given.type), target);
  const written = target.kind === "number" || target.kind === "range" ? target.unit : "";
  const name = written !== "" ? written : unit;
  const asRate =
    name === "" && target.kind === "number" && given.rates.length > 0 && looksLikeRate(target.value, given, actual);
  const cells = { given, target, actual, unit: asRate ? "%" : name, use };
  const base = settleTarget(cells);
  return {
    target: base,
    actual: settleActual(cells, base),
    sign,
    qualitative: /定性/u.test(normaliseText(given.type).text) && base.kind !== "number",
    unit: name,
  };
}

/** A number with the column's own unit behind it, whatever that is ("0.06mg/m³", "9.8/10万"): the number alone. */
function withoutOwnUnit(cell: unknown, column: string): unknown {
  if (typeof cell !== "string") return cell;
  const [text, unit] = [normaliseText(cell).text, normaliseText(column).text.replace(/^1(?=\/)/u, "")];
  const known = unit === "" || !/[A-Za-z/]/u.test(unit) || unitOf(unit).dimension !== "count";
  const number = text.slice(0, text.length - unit.length);
  return !known && text.endsWith(unit) && /^[\d,.]+$/u.test(number) ? number : cell;
}

/** A bare 95 beside percentages like 95%, with nothing that says it counts things. */
function looksLikeRate(value: Exact, given: FiguresIn, actual: Reading): boolean {
  const asPercent = value.times("0.01");
  return (
    given.rates.some((rate) => rate.equals(asPercent)) ||
    /率$|度$|占比|比例/u.test(given.indicator) ||
    (actual.kind === "number" && actual.unit === "%")
  );
}
