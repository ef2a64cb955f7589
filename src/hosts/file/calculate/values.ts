import type { Area } from "../../../engine/workbook";

/** An error value such as #DIV/0!; it passes through whatever uses it. */
export class ErrorValue {
  constructor(readonly code: string) {}
}

/** What a cell or an expression holds; null is a blank cell. */
export type Scalar = number | string | boolean | null | ErrorValue;

/** An area of a sheet, by the sheet's position. */
export interface AreaValue {
  readonly sheet: number;
  readonly area: Area;
}

export const VALUE_ERROR = new ErrorValue("#VALUE!");
export const DIVISION_ERROR = new ErrorValue("#DIV/0!");
export const NUMBER_ERROR = new ErrorValue("#NUM!");
export const MISSING_ERROR = new ErrorValue("#N/A");
export const REFERENCE_ERROR = new ErrorValue("#REF!");

/** As Excel's arithmetic takes a value: blank is 0, TRUE is 1, text counts only where it is a plain number. */
export function toNumber(value: Scalar): number | ErrorValue {
  if (typeof value === "number" || value instanceof ErrorValue) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return textNumber(value) ?? VALUE_ERROR;
}

/** The number that a text spells, thousands separators and a percent sign allowed; null where it spells none. */
export function textNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?%?$/i.test(trimmed) || !/\d/.test(trimmed))
    return null;
  const plain = Number(trimmed.replace(/[,%]/g, ""));
  return Number.isNaN(plain) ? null : trimmed.endsWith("%") ? plain / 100 : plain;
}

/** As "&" joins a value. */
export function toText(value: Scalar): string | ErrorValue {
  if (value instanceof ErrorValue || typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(Number(value.toPrecision(15)));
}

/** As a condition takes a value. */
export function toBoolean(value: Scalar): boolean | ErrorValue {
  if (value instanceof ErrorValue || typeof value === "boolean") return value;
  if (typeof value === "string") return /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : VALUE_ERROR;
  return value !== null && value !== 0;
}

/**
 * Order of two values as Excel compares them: numbers before texts before booleans, texts without case, blank as 0 or
 * "".
 */
export function compare(left: Scalar, right: Scalar): number | ErrorValue {
  if (left instanceof ErrorValue) return left;
  if (right instanceof ErrorValue) return right;
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === "string" && typeof b === "string") return order(a.toLowerCase(), b.toLowerCase());
  return order(Number(a), Number(b));
}

function order<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function blankLike(other: number | string | boolean | null): number | string | boolean {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

function rankOf(value: number | string | boolean): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

/**
 * Rounds half away from zero at a decimal place, as ROUND does: by the decimal digits that Excel shows, not by the
 * binary value.
 */
export function roundTo(value: number, places: number, towards: "nearest" | "up" | "down"): number {
  const digits = Math.trunc(places);
  const scaled = Number(`${Number(Math.abs(value).toPrecision(15))}e${digits}`);
  if (!Number.isFinite(scaled)) return shiftByPower(value, digits, towards);
  return Math.sign(value) * Number(`${integerOf(scaled, towards)}e${-digits}`);
}

/** Numbers that already stand in exponent notation cannot take another exponent. */
function shiftByPower(value: number, digits: number, towards: "nearest" | "up" | "down"): number {
  const power = 10 ** digits;
  return (Math.sign(value) * integerOf(Math.abs(value) * power, towards)) / power;
}

function integerOf(scaled: number, towards: "nearest" | "up" | "down"): number {
  return towards === "up" ? Math.ceil(scaled) : towards === "down" ? Math.floor(scaled) : Math.round(scaled);
}
