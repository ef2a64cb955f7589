import type { FormulaFunction, FunctionCall } from "./function-call";
import { areaArgument, guarded, numberArgument, scalarArgument, sound } from "./function-call";
import { NotCalculable } from "./formula-tree";
import type { AreaValue, Scalar } from "./values";
import { MISSING_ERROR, REFERENCE_ERROR, compare } from "./values";

/** Offset of the first cell in a row or column that equals the value; null where none does. */
function offsetOf(call: FunctionCall, where: AreaValue, wanted: Scalar): number | null {
  let found: number | null = null;
  call.evaluator.eachStored(where, (value, row, column) => {
    if (found === null && typeof value === typeof wanted && compare(value, wanted) === 0)
      found = Math.max(row - where.area.top, column - where.area.left);
  });
  return found;
}

/** VLOOKUP and HLOOKUP, exact matches only: approximate ones depend on the order of the list. */
function lookup(call: FunctionCall, across: boolean): Scalar {
  const wanted = sound(scalarArgument(call, 0));
  const { sheet, area } = areaArgument(call, 1);
  const step = numberArgument(call, 2) - 1;
  if (call.arguments.length < 4 || sound(scalarArgument(call, 3)) === true || numberArgument(call, 3) !== 0)
    throw new NotCalculable("an approximate lookup");
  const keys = across ? { ...area, bottom: area.top } : { ...area, right: area.left };
  const offset = offsetOf(call, { sheet, area: keys }, wanted);
  if (offset === null) return MISSING_ERROR;
  if (step < 0 || step > (across ? area.bottom - area.top : area.right - area.left)) return REFERENCE_ERROR;
  return across
    ? call.evaluator.cell(sheet, area.top + step, area.left + offset)
    : call.evaluator.cell(sheet, area.top + offset, area.left + step);
}

function index(call: FunctionCall): Scalar {
  const { sheet, area } = areaArgument(call, 0);
  const single = call.arguments.length < 3;
  const first = numberArgument(call, 1);
  const alongRow = single && area.top === area.bottom;
  const row = area.top + (alongRow ? 0 : first - 1);
  const column = area.left + (alongRow ? first - 1 : single ? 0 : numberArgument(call, 2) - 1);
  if (row < area.top || column < area.left) throw new NotCalculable("a whole row or column");
  return row > area.bottom || column > area.right ? REFERENCE_ERROR : call.evaluator.cell(sheet, row, column);
}

export const LOOKUPS = {
  VLOOKUP: guarded((call) => lookup(call, false)),
  HLOOKUP: guarded((call) => lookup(call, true)),
  INDEX: guarded(index),
  MATCH: guarded((call) => {
    if (numberArgument(call, 2, 1) !== 0) throw new NotCalculable("an approximate match");
    const offset = offsetOf(call, areaArgument(call, 1), sound(scalarArgument(call, 0)));
    return offset === null ? MISSING_ERROR : offset + 1;
  }),
} satisfies Readonly<Record<string, FormulaFunction>>;
