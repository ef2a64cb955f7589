import type { SimulatedSheet } from "../../hosts/simulated";

/** What a person would edit: the formula, or the value without its format. */
export function contentsText(sheet: SimulatedSheet, row: number, column: number): string {
  const { formula, value, error } = sheet.cell(row, column);
  return formula === undefined ? (error ?? String(value ?? "")) : `=${formula}`;
}
