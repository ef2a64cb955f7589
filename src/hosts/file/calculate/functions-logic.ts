import type { FormulaFunction, FunctionCall } from "./function-call";
import { eachArgument, guarded, scalarArgument, sound } from "./function-call";
import { ErrorValue, MISSING_ERROR, VALUE_ERROR, toBoolean } from "./values";

/** The truth values that AND and OR see: texts in areas are passed over. */
function truths(call: FunctionCall): boolean[] {
  const found: boolean[] = [];
  eachArgument(call, (value, inFormula) => {
    if (inFormula || typeof value !== "string") found.push(sound(toBoolean(value)));
  });
  return found.length > 0 ? found : sound<boolean[]>(VALUE_ERROR);
}

function ifs(call: FunctionCall): ReturnType<FormulaFunction> {
  for (let at = 0; at + 1 < call.arguments.length; at += 2)
    if (sound(toBoolean(scalarArgument(call, at)))) return scalarArgument(call, at + 1);
  return MISSING_ERROR;
}

export const LOGIC = {
  IF: guarded((call) => {
    if (sound(toBoolean(scalarArgument(call, 0)))) return scalarArgument(call, 1);
    return call.arguments.length > 2 ? scalarArgument(call, 2) : false;
  }),
  IFS: guarded(ifs),
  IFERROR: (call) => {
    const value = scalarArgument(call, 0);
    return value instanceof ErrorValue ? scalarArgument(call, 1) : value;
  },
  IFNA: (call) => {
    const value = scalarArgument(call, 0);
    return value instanceof ErrorValue && value.code === "#N/A" ? scalarArgument(call, 1) : value;
  },
  AND: guarded((call) => truths(call).every(Boolean)),
  OR: guarded((call) => truths(call).some(Boolean)),
  NOT: guarded((call) => !sound(toBoolean(scalarArgument(call, 0)))),
  TRUE: () => true,
  FALSE: () => false,
  ISBLANK: (call) => scalarArgument(call, 0) === null,
  ISNUMBER: (call) => typeof scalarArgument(call, 0) === "number",
  ISTEXT: (call) => typeof scalarArgument(call, 0) === "string",
  ISERROR: (call) => scalarArgument(call, 0) instanceof ErrorValue,
  NA: () => MISSING_ERROR,
} satisfies Readonly<Record<string, FormulaFunction>>;
