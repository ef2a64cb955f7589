import { parseA1 } from "../../engine/workbook";
import type { SimulatedSheet } from "./model/sheet";
import { isBlank, shownValue } from "./model/sheet";

/** A workbook whose cells a call names. */
interface Sheets {
  sheet(name: string): SimulatedSheet;
}

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

/** The values and addresses that Excel hands over: what is left out is null, what has no cell has no address. */
export interface MarshalledCall {
  readonly values: readonly unknown[];
  readonly addresses: readonly string[];
}

/** What a call comes to when Excel hands it over. */
export function marshalled(excel: Sheets, { parameters, given, build }: FunctionCall): MarshalledCall {
  const places = Array.from({ length: parameters }, (_, position) => given[position] ?? null);
  const values = places.map((place) => {
    if (place === null) return null;
    return "value" in place ? place.value : valueOf(excel, place.cell, build);
  });
  return { values, addresses: places.map((place) => (place !== null && "cell" in place ? place.cell : "")) };
}

/** Calls a custom function that wants the addresses of its parameters as Excel does: what it tells of them is last. */
export function callFunction<Result>(excel: Sheets, run: (...given: unknown[]) => Result, call: FunctionCall): Result {
  const { values, addresses } = marshalled(excel, call);
  return run(...values, { parameterAddresses: addresses });
}

function valueOf(excel: Sheets, address: string, build: FunctionCall["build"]): unknown {
  const mark = address.lastIndexOf("!");
  const place = parseA1(address.slice(mark + 1))!;
  const cell = excel.sheet(address.slice(0, mark).replace(/^'|'$/g, "")).cell(place.row, place.column);
  return isBlank(cell) ? (build === "old" ? 0 : null) : shownValue(cell);
}
