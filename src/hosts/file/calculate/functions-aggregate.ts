import type { FormulaFunction, FunctionCall } from "./function-call";
import { Raised, areaArgument, argumentNumbers, eachArgument, guarded, numberArgument, sound } from "./function-call";
import { NotCalculable } from "./formula-tree";
import { DIVISION_ERROR, ErrorValue, VALUE_ERROR } from "./values";

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? sound<number>(DIVISION_ERROR) : sum(numbers) / numbers.length;
}

const largest = (numbers: readonly number[]): number =>
  numbers.reduce((found, value) => Math.max(found, value), numbers[0] ?? 0);
const smallest = (numbers: readonly number[]): number =>
  numbers.reduce((found, value) => Math.min(found, value), numbers[0] ?? 0);
const product = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((total, value) => total * value, 1);

/** What SUBTOTAL does by its first argument; with 100 added it leaves out hidden rows. */
const SUBTOTALS: Readonly<Record<number, (numbers: readonly number[]) => number>> = {
  1: mean,
  2: (numbers) => numbers.length,
  4: largest,
  5: smallest,
  6: product,
  9: sum,
};

/**
 * SUBTOTAL leaves out cells that hold a SUBTOTAL themselves. Rows hidden by a filter cannot be told from others here.
 */
function subtotal(call: FunctionCall): number {
  const code = numberArgument(call, 0);
  const operation = SUBTOTALS[code % 100];
  if (!operation) throw new NotCalculable("SUBTOTAL");
  const numbers: number[] = [];
  eachArgument({ ...call, arguments: call.arguments.slice(1) }, (value, _inFormula, place) => {
    const sheet = place && call.evaluator.workbook.sheets[place.sheet]!;
    if (
      !sheet ||
      (code > 100 && sheet.hiddenRows.has(place.row)) ||
      /subtotal\(/i.test(sheet.formulas.get(place.index) ?? "")
    )
      return;
    if (value instanceof ErrorValue) throw new Raised(value);
    if (typeof value === "number") numbers.push(value);
  });
  return operation(numbers);
}

function count(call: FunctionCall, counts: (value: unknown, inFormula: boolean) => boolean): number {
  let found = 0;
  eachArgument(call, (value, inFormula) => {
    if (counts(value, inFormula)) found++;
  });
  return found;
}

function sumProduct(call: FunctionCall): number {
  const areas = call.arguments.map((_, position) => areaArgument(call, position));
  const { top, left, bottom, right } = areas[0]!.area;
  const factors = new Map<number, { value: number; seen: number }>();
  areas.forEach(({ sheet, area }, position) => {
    if (area.bottom - area.top !== bottom - top || area.right - area.left !== right - left) sound(VALUE_ERROR);
    call.evaluator.eachStored({ sheet, area }, (value, row, column) => {
      if (value instanceof ErrorValue) throw new Raised(value);
      const key = (row - area.top) * 16_384 + column - area.left;
      const factor = factors.get(key) ?? { value: 1, seen: 0 };
      if (factor.seen === position && typeof value === "number")
        factors.set(key, { value: factor.value * value, seen: position + 1 });
    });
  });
  return sum([...factors.values()].filter(({ seen }) => seen === areas.length).map(({ value }) => value));
}

export const AGGREGATES = {
  SUM: guarded((call) => sum(argumentNumbers(call))),
  AVERAGE: guarded((call) => mean(argumentNumbers(call))),
  MAX: guarded((call) => largest(argumentNumbers(call))),
  MIN: guarded((call) => smallest(argumentNumbers(call))),
  PRODUCT: guarded((call) => product(argumentNumbers(call))),
  COUNT: guarded((call) => count(call, (value) => typeof value === "number")),
  COUNTA: guarded((call) => count(call, (value, inFormula) => inFormula || value !== null)),
  SUBTOTAL: guarded(subtotal),
  SUMPRODUCT: guarded(sumProduct),
} satisfies Readonly<Record<string, FormulaFunction>>;
