import type { SimulatedCell } from "./sheet";
import { BLANK_CELL } from "./sheet";

const ERROR_VALUE = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i;
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?%?$/i;

/**
 * The cell after somebody typed that into it; its format and dress stay. Follows what Excel's documentation says of
 * Range.values: a text is taken for a number, a percentage, a truth value, an error or a formula where it can be, an
 * apostrophe before it, or the text format, keeps it as text; a percentage in a cell without a format stays one. Dates
 * are not recognised.
 */
export function typeInto(cell: SimulatedCell, typed: string | number | boolean): SimulatedCell {
  const kept = { format: cell.format, ...(cell.dress ? { dress: cell.dress } : {}) };
  if (typed === "") return { ...BLANK_CELL, ...kept };
  if (typeof typed !== "string")
    return { ...kept, value: cell.format === "@" && typeof typed === "number" ? String(typed) : typed };
  if (typed.startsWith("'")) return { ...kept, value: typed.slice(1) };
  if (typed.startsWith("=") && typed.length > 1) return { ...kept, value: null, formula: typed.slice(1) };
  if (cell.format === "@") return { ...kept, value: typed };
  if (ERROR_VALUE.test(typed)) return { ...kept, value: null, error: typed.toUpperCase() };
  if (/^(?:true|false)$/i.test(typed)) return { ...kept, value: typed.toLowerCase() === "true" };
  const trimmed = typed.trim();
  if (NUMBER.test(trimmed) && /\d/.test(trimmed)) {
    const number = Number(trimmed.replace(/[,%]/g, ""));
    return trimmed.endsWith("%")
      ? { ...kept, format: percentFormat(cell.format, trimmed), value: asPercent(number) }
      : { ...kept, value: number };
  }
  return { ...kept, value: typed };
}

/** As Excel formats a cell that had no format: decimals only where some were typed. */
function percentFormat(format: string, typed: string): string {
  return format === "General" ? (typed.includes(".") ? "0.00%" : "0%") : format;
}

/** 4.5 → 0.045, without the dust of the division. */
function asPercent(number: number): number {
  return Number((number / 100).toPrecision(15));
}
