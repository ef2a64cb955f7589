import { parseA1 } from "../../engine/workbook";
import { shownValue, isBlank } from "./model/sheet";
import type { SimulatedExcel } from "./simulated-excel";

/** What stands in the place of an argument: a cell of the workbook, a value in the formula itself, or nothing. */
export type FunctionArgument = { readonly cell: string } | { readonly value: string | number | boolean } | null;

/** How a custom function is called. */
export interface FunctionCall {
  /** Parameters that functions.json describes. */
  readonly parameters: number;
  readonly given: readonly FunctionArgument[];
  /** A build of before mid-2024 hands a blank cell over as 0, a later one as null (office-js #4702, #5262, #1951). */
  readonly build: "old" | "new";
}

/**
 * Calls a custom function that wants the addresses of its parameters as Excel does: what is left out is null, what has
 * no cell has no address, information on the call comes last.
 */
export function callFunction<Result>(
  excel: SimulatedExcel,
  run: (...given: unknown[]) => Result,
  { parameters, given, build }: FunctionCall,
): Result {
  const places = Array.from({ length: parameters }, (_, position) => given[position] ?? null);
  const values = places.map((place) => {
    if (place === null) return null;
    return "value" in place ? place.value : valueOf(excel, place.cell, build);
  });
  const parameterAddresses = places.map((place) => (place !== null && "cell" in place ? place.cell : ""));
  return run(...values, { parameterAddresses });
}

function valueOf(excel: SimulatedExcel, address: string, build: FunctionCall["build"]): unknown {
  const mark = address.lastIndexOf("!");
  const place = parseA1(address.slice(mark + 1))!;
  const cell = excel.sheet(address.slice(0, mark).replace(/^'|'$/g, "")).cell(place.row, place.column);
  return isBlank(cell) ? (build === "old" ? 0 : null) : shownValue(cell);
}
