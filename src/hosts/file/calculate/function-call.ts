import type { Workbook } from "../../../engine/workbook";
import type { FormulaNode } from "./formula-tree";
import { NotCalculable } from "./formula-tree";
import type { AreaValue, Scalar } from "./values";
import { ErrorValue, toNumber } from "./values";

/** What a function may ask of the evaluation it runs in. */
export interface FormulaScope {
  readonly workbook: Workbook;
  scalar(node: FormulaNode, sheet: number): Scalar;
  area(node: FormulaNode, sheet: number): AreaValue | ErrorValue | null;
  cell(sheet: number, row: number, column: number): Scalar;
  eachStored(where: AreaValue, visit: (value: Scalar, row: number, column: number, index: number) => void): void;
}

/** A function with its arguments, which it evaluates itself: IF leaves one branch alone. */
export interface FunctionCall {
  readonly evaluator: FormulaScope;
  readonly sheet: number;
  readonly arguments: readonly FormulaNode[];
}

export type FormulaFunction = (call: FunctionCall) => Scalar;

/** An error value on its way out of a function; `guarded` turns it into the function's value. */
export class Raised {
  constructor(readonly value: ErrorValue) {}
}

/** A function that may raise error values. */
export function guarded(body: (call: FunctionCall) => Scalar): FormulaFunction {
  return (call) => {
    try {
      return body(call);
    } catch (raised) {
      if (raised instanceof Raised) return raised.value;
      throw raised;
    }
  };
}

/** The value, unless it is an error value, which is raised. */
export function sound<T>(value: T | ErrorValue): T {
  if (value instanceof ErrorValue) throw new Raised(value);
  return value;
}

export function scalarArgument(call: FunctionCall, position: number): Scalar {
  const node = call.arguments[position];
  return node ? call.evaluator.scalar(node, call.sheet) : null;
}

export function numberArgument(call: FunctionCall, position: number, absent = 0): number {
  const node = call.arguments[position];
  return node && node.type !== "missing" ? sound(toNumber(call.evaluator.scalar(node, call.sheet))) : absent;
}

export function areaArgument(call: FunctionCall, position: number): AreaValue {
  const node = call.arguments[position];
  const area = node ? call.evaluator.area(node, call.sheet) : null;
  if (area === null) throw new NotCalculable("an area is expected");
  return sound(area);
}

/** Every argument's values: the stored cells of areas, and what stands in the formula itself. */
export function eachArgument(
  call: FunctionCall,
  visit: (value: Scalar, inFormula: boolean, place: { sheet: number; row: number; index: number } | null) => void,
): void {
  for (const node of call.arguments) {
    const area = call.evaluator.area(node, call.sheet);
    if (area === null) visit(call.evaluator.scalar(node, call.sheet), true, null);
    else
      call.evaluator.eachStored(sound(area), (value, row, _column, index) =>
        visit(value, false, { sheet: sound(area).sheet, row, index }),
      );
  }
}

/**
 * The numbers that SUM and its kin see: in areas only numbers, in the formula also what converts. Error values are
 * raised.
 */
export function argumentNumbers(call: FunctionCall): number[] {
  const numbers: number[] = [];
  eachArgument(call, (value, inFormula) => {
    if (value instanceof ErrorValue) throw new Raised(value);
    if (typeof value === "number") numbers.push(value);
    else if (inFormula && value !== null) numbers.push(sound(toNumber(value)));
  });
  return numbers;
}
